// Random steps of readers and of the host, for the soak: see soak.js.
"use strict";

/** Words to search for: found in several languages, found nowhere, and special in some syntax. */
const QUERIES = ["", "合作", "能源", "energy", "agricultura", "a", "e a o", "论坛 forum", "核能", "zzzz", '"public health"', "“论坛", "<b>&amp;", "%E4=&+#", "educación"];

/** Quotes to check. */
const QUOTES = ["", "Deepen cooperation in areas such as electricity", "可再生能源 … nuclear fusion", "“", "explore the possibility of holding"];

/**
 * One step of a reader. It returns undefined if the page does not offer it now, else a name for the log and a
 * condition that holds once the step has taken effect.
 */
const READER_STEPS = [
  function search({ element, root, pick }) {
    const field = root.querySelector("[part~=search]");
    const text = pick(QUERIES);
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    return [text, () => (new URLSearchParams(element.view).get("q") ?? "") === text];
  },
  function tick({ element, root, pick }) {
    const box = pick([...root.querySelectorAll("[part~=option] input")]);
    const isChecked = !box.checked;
    const { name, value } = box;
    box.click();
    return [`${name}=${value}`, () => new URLSearchParams(element.view).getAll(name).includes(value) === isChecked];
  },
  function dropChip(page) {
    const before = page.element.view;
    return page.press(".chip", () => page.element.view !== before);
  },
  function clearAll(page) {
    return page.press(".chips .clear-all, .clear", () => !new URLSearchParams(page.element.view).has("q"));
  },
  function overview(page) {
    const isOpen = Boolean(page.root.querySelector("[part~=matrix]"));
    return page.press("[aria-controls=ce-overview]", () => Boolean(page.root.querySelector("[part~=matrix]")) !== isOpen);
  },
  function cell(page) {
    const before = page.element.view;
    return page.press("[part~=matrix] button:not(:disabled)", () => page.element.view !== before);
  },
  function open(page) {
    const before = page.element.view;
    return page.press("article .open", () => page.element.view !== before);
  },
  function pin(page) {
    const before = page.element.view;
    return page.press("article .pin", () => page.element.view !== before);
  },
  function onlyPins(page) {
    const isOn = () => new URLSearchParams(page.element.view).has("only");
    const wasOn = isOn();
    return page.press(".pins [aria-pressed]", () => isOn() !== wasOn);
  },
  function unpinAll(page) {
    return page.press(".pins .clear-all", () => !new URLSearchParams(page.element.view).has("pin"));
  },
  function language({ element, root, pick }) {
    const radio = pick([...root.querySelectorAll("[name=lang]")]);
    radio.click();
    return [radio.value, () => root.querySelector("[name=lang]:checked").value === radio.value];
  },
  function compare({ element, root, pick }) {
    const select = root.querySelector(".compare select");
    if (!select) return undefined;
    const { value } = pick([...select.options]);
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    return [value, () => (new URLSearchParams(element.view).get("compare") ?? "") === value];
  },
  function panel(page) {
    return page.press("[aria-controls=ce-share], [aria-controls=ce-export], [aria-controls=ce-quote]");
  },
  function quote({ root, pick }) {
    const field = root.querySelector("#ce-quoted");
    if (!field) return undefined;
    field.value = pick(QUOTES);
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    return [field.value, () => true];
  },
  function disclose(page) {
    return page.press("summary, .open-facets, .open-menu, .show-all button");
  },
  function evidence(page) {
    return page.press(".tags button");
  },
  function more(page) {
    return page.press(".steps button, .more button, .steps a, .more a[href^='#'], .empty button", page.forgetHistory); // as below
  },
  function link(page) {
    // The browser itself adds an entry to the history.
    return page.press("article [part~=actions] a", page.forgetHistory);
  },
];

/** One step of the host's page. */
const HOST_STEPS = [
  function setView({ element, pick, clauses }) {
    // In the form in which the widget writes them, so that they can be compared.
    const eid = pick(clauses);
    const view = pick(["", "sector=finance", "q=合作", `clause=${eid}`, `q=a&pin=${eid}`, `pin=${eid}&only=pins`, "action=hold&compare=en", "sector=aerospace&sector=tourism&q=a"]);
    element.view = view;
    return [view, () => [...new URLSearchParams(view)].every(([key, value]) => new URLSearchParams(element.view).getAll(key).includes(value))];
  },
  function setLang({ element, pick }) {
    element.lang = pick(["", "zh", "en", "es", "pt-BR"]);
    return [element.lang, () => true];
  },
  function setTheme({ element, pick }) {
    element.theme = pick(["auto", "light", "dark"]);
    return [element.theme, () => true];
  },
  function setSource({ element, pick, random }) {
    const before = element.src;
    let isShown = false;
    element.addEventListener("ce-ready", () => (isShown = true), { once: true });
    element.src = pick(["", `plan.json?${random(3)}`]);
    // A choice in the instant in which the plan arrives may be lost, so the next step waits.
    return [element.src, () => isShown || (!before && !element.src)];
  },
  function setAnnotations({ element, pick, clauses }) {
    const status = pick(["Kept", "In doubt", "Late"]);
    element.annotations = pick([[], [{ clause: pick(clauses), status, note: "Note.", href: "https://example.org/" }, { clause: pick(clauses), status: "Kept" }]]);
    return [`${element.annotations.length}`, () => true];
  },
  function setSync({ element, elements }) {
    if (element !== elements[0]) return undefined;
    element.sync = element.sync === "query" ? "hash" : "query";
    return [element.sync, () => true];
  },
  function goTo({ element, pick, clauses }) {
    const eid = pick(clauses);
    let isThere;
    element.goTo(eid).then((found) => (isThere = found));
    return [eid, () => isThere === true && new URLSearchParams(element.view).get("clause") === eid];
  },
  function remove({ element }) {
    const { nextSibling, parentNode } = element;
    element.remove();
    setTimeout(() => parentNode.insertBefore(element, nextSibling), 5);
    return ["", () => element.isConnected && element.shadowRoot.querySelector("article, .empty")];
  },
  function move({ element, elements }) {
    element.parentNode.parentNode.append(element.parentNode);
    return [`${elements.indexOf(element)}`, () => true];
  },
  function replace({ element, replacement }) {
    const next = replacement(element);
    element.replaceWith(next);
    return ["", () => next.shadowRoot?.querySelector("article, .empty")];
  },
  function back(page) {
    return page.travel(-1);
  },
  function forward(page) {
    return page.travel(1);
  },
];
