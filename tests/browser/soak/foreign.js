// Changes that translators, highlighters, reader tools and broken host scripts make in the widget's DOM, for the soak: see
// soak.js. None changes what one reads, so that every text can still be compared.
"use strict";

const policy = globalThis.trustedTypes?.createPolicy("soak", { createHTML: (html) => html });

/** Returns the text nodes with words below a node. */
const textsBelow = (node) => {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
  return texts;
};

const wrap = (text) => {
  const [outer, inner] = ["font", "font"].map((name) => document.createElement(name));
  outer.append(inner);
  text.replaceWith(outer);
  inner.append(text);
};

/** Gives a method that nobody has called back to its owner. */
let restore = () => {};

/** Makes a method of all nodes throw at its next call. */
const throwOnce = (owner, name) => {
  const original = owner[name];
  restore = () => (owner[name] = original);
  owner[name] = function () {
    restore();
    throw new Error(`the host's ${name} failed`);
  };
};

/** Each changes the shadow root of an element. */
const FOREIGN_CHANGES = [
  function translate(root) {
    for (const text of textsBelow(root)) wrap(text);
  },
  function highlight(root, pick) {
    for (const text of textsBelow(root)) if (text.length > 2) text.splitText(pick([1, 2])).splitText(1);
  },
  function normalize(root) {
    root.normalize();
  },
  function copyTexts(root) {
    for (const text of textsBelow(root)) text.replaceWith(text.cloneNode());
  },
  function copyElements(root, pick) {
    const css = pick(["article", "[part~=text]", "[part~=division]", "[part~=status]", "[part~=option]", "[part~=list]", "header"]);
    for (const element of root.querySelectorAll(css)) if (element.isConnected) element.replaceWith(element.cloneNode(true));
  },
  function emptyList(root) {
    root.querySelector("[part~=list]")?.replaceChildren();
  },
  function parseAgain(root, pick) {
    const element = root.querySelector(pick(["article", "[part~=list]", "[part~=facets]", "[part~=root]"]));
    if (element) element.innerHTML = policy ? policy.createHTML(element.innerHTML) : element.innerHTML;
  },
  function removeSome(root, pick) {
    for (const element of root.querySelectorAll(pick(["article:nth-of-type(even)", "[part~=division]", "[part~=status]", ".chips", "mark"]))) element.remove();
  },
  function insertSome(root) {
    for (const element of root.querySelectorAll("article, [part~=list], p")) element.prepend(document.createElement("span"));
  },
];

/** A method of all nodes fails. This ends an instance of the wasm, so it must be rare: the third end in a minute is final. */
const failOnce = (_, pick) =>
  throwOnce(...pick([[Node.prototype, "insertBefore"], [Node.prototype, "appendChild"], [Element.prototype, "setAttribute"]]));
