// Tries to get markup and scripts into a page through everything that the widget takes from others, for the case
// `injections`. A payload that runs sets window.__ran.
"use strict";

const RUN = "window.__ran=1";

/** Markup, addresses, ways out of attributes, templates, styles and comments, and tricks of Unicode. */
const PAYLOADS = [
  `<script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${RUN}&gt;">`,
  `<iframe srcdoc="<script>parent.__ran=1</script>"></iframe>`,
  `<iframe src="javascript:parent.__ran=1"></iframe>`,
  `<body onload=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<input autofocus onfocus=${RUN}>`,
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<object data="javascript:${RUN}"></object>`,
  `<link rel=stylesheet href="data:text/css,*{color:red}">`,
  `<style>@import 'data:text/css,*{color:red}';</style>`,
  `<base href="https://example.org/">`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<template shadowrootmode=open><script>${RUN}</script></template>`,
  `<clause-explorer onclick=${RUN}></clause-explorer>`,
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  ` \u0001javascript:${RUN}`,
  `java\nscript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:${RUN}`,
  `blob:null/${RUN}`,
  `//127.0.0.1:1/${RUN}`,
  `https://127.0.0.1:1/" onmouseover="${RUN}`,
  `mailto:a@b.org?subject=<script>${RUN}</script>`,
  `"><script>${RUN}</script>`,
  `'><img src=x onerror=${RUN}>`,
  `" onload="${RUN}" x="`,
  `' onfocus='${RUN}' autofocus='`,
  "`-" + RUN + "-`",
  `</script><script>${RUN}</script>`,
  `</textarea><img src=x onerror=${RUN}>`,
  `</title><img src=x onerror=${RUN}>`,
  `--><script>${RUN}</script>`,
  `]]><script>${RUN}</script>`,
  `<![CDATA[<script>${RUN}</script>]]>`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `;}*{background:url(javascript:${RUN})}`,
  `expression(${RUN})`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `%253Cscript%253E${RUN}%253C/script%253E`,
  `\u003cimg src=x onerror=${RUN}\u003e`,
  `＜script＞${RUN}＜/script＞`,
  `<\u0000script>${RUN}</script>`,
  `\u202e>tpircs/<1=nar__.wodniw>tpircs<`,
  `<scr\u200bipt>${RUN}</script>`,
  `\u2028${RUN}\u2029`,
  `__proto__`,
  `constructor`,
];

/** The names of the elements that the widget and its fallback are made of. */
const NAMES = new Set("a article b bdi blockquote button cite del details div em fieldset figcaption figure figcaption figure footer h1 h2 h3 h4 h5 h6 header input ins label legend li mark ol optgroup option output p q rect rp rt ruby section select slot small span strong style summary sup svg table tbody td textarea tfoot th thead time tr ul".split(" "));

/** Attributes with which markup loads or runs something. */
const LOADING = ["src", "srcset", "srcdoc", "action", "formaction", "data", "poster", "background", "ping"];

const later = () => new Promise((done) => setTimeout(done, 15));

/** Returns everything below a node that the widget does not make. */
const faultsBelow = (node) => {
  const faults = window.__ran || node.defaultView?.__ran ? ["a script ran"] : [];
  for (const element of node.querySelectorAll("*")) {
    if (!NAMES.has(element.localName)) faults.push(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on") || LOADING.includes(name)) faults.push(`${name}="${value}"`);
    }
    // A file to save is in its own link.
    const isFile = element.hasAttribute("download") && /^(data|blob):/.test(element.href);
    if (element.localName === "a" && element.href && !isFile && !["http:", "https:", "mailto:"].includes(element.protocol)) faults.push(`a link to ${element.href}`);
  }
  return faults;
};

/** Returns everything in a code to paste, or in a file to save, that a code of ours does not have. */
const faultsInCodes = (root) => {
  const faults = [];
  const own = new Set(["html", "head", "body", "clause-explorer", "script", "link", "iframe", "p", "a"]);
  const codes = [...root.querySelectorAll("#ce-share textarea, #ce-share input")].map(({ value }) => value);
  for (const code of codes.filter((code) => code.startsWith("<"))) {
    for (const element of new DOMParser().parseFromString(code, "text/html").querySelectorAll("*")) {
      const isOurs = own.has(element.localName) && !(element.localName === "script" && element.textContent);
      if (!isOurs || [...element.attributes].some(({ name }) => name.startsWith("on"))) faults.push(`in a code: ${element.outerHTML}`);
      if (element.localName === "a" && !/^https?:/.test(element.protocol)) faults.push(`in a code: ${element.outerHTML}`);
    }
  }
  for (const link of root.querySelectorAll("a[href^='data:image/svg+xml']")) {
    const picture = new DOMParser().parseFromString(decodeURIComponent(link.href.slice(link.href.indexOf(",") + 1)), "image/svg+xml");
    const isPlain = ({ localName, attributes }) => ["svg", "title", "desc", "rect", "text", "tspan", "g"].includes(localName) && ![...attributes].some(({ name }) => /^on|href/.test(name));
    faults.push(...[...picture.querySelectorAll("*")].filter((element) => !isPlain(element)).map(({ localName }) => `<${localName}> in the picture`));
  }
  return faults;
};

/** Returns a plan with the payload for every text, and one with it for every id, each as the address of a file. */
const plansWith = (plan, payload) => {
  const texts = Object.fromEntries(plan.languages.map(({ tag }) => [tag, payload]));
  const tags = [{ facet: 0, value: 0, evidence: { reason: 0 } }, { facet: 1, value: 0, evidence: { division: 0 } }];
  const clauses = plan.clauses.slice(0, 3).map((clause) => ({ ...clause, number: texts, text: texts, tags }));
  const divisions = plan.divisions.map((division) => ({ ...division, number: texts, heading: texts }));
  const values = [0, 1].map((nth) => ({ id: `v${nth}`, label: texts, description: texts, phrases: [texts] }));
  const facets = ["f", "g"].map((id) => ({ id, label: texts, values, reasons: [texts] }));
  const source = { publisher: payload, url: `https://example.org/${payload}`, published: payload, notice: payload, endsIn: clauses[0].eid };
  const base = { ...plan, title: texts, preamble: [texts], divisions, clauses, facets, source, overview: { rows: 0, columns: 1 } };
  const named = (list, key) => list.map((one, nth) => ({ ...one, [key]: `${payload}${nth}` }));
  const languages = plan.languages.map((language) => ({ ...language, name: payload, html: payload }));
  const ids = { ...base, id: payload, languages, facets: named(facets, "id").map((facet) => ({ ...facet, values: named(values, "id") })) };
  const end = new TextEncoder().encode(payload).length;
  const parts = [{ kind: "link", start: 0, end, target: `https://example.org/${payload}` }, { kind: "note", start: end, end, target: payload }];
  const notes = [{ mark: payload, text: payload, parts: parts.slice(0, 1) }];
  const markup = plan.languages.map(({ tag }) => ({ clause: 0, language: tag, parts, notes }));
  return [base, ids, { ...base, markup }, { ...base, source: { ...source, url: payload } }, { ...base, languages: named(languages, "tag") }].map((plan) =>
    URL.createObjectURL(new Blob([JSON.stringify(plan)], { type: "application/json" })));
};

/** Sets something, waits, and returns the faults, each with the name of the place. */
const tried = async (element, place, set) => {
  await set();
  await later();
  const root = element.shadowRoot;
  return [...faultsBelow(root), ...faultsInCodes(root)].map((fault) => `${place}: ${fault}`);
};

/** Opens a panel, or leaves it open. */
const openPanel = async (root, name) => {
  const button = root.querySelector(`[aria-controls=ce-${name}]`);
  if (button?.getAttribute("aria-expanded") === "false") button.click();
  await later();
};

const typeInto = (field, text) => {
  if (!field) throw new Error("the field is missing");
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
};

/** Tries one payload in embed.html, in an iframe. */
const embedded = async (payload) => {
  const frame = document.createElement("iframe");
  const [raw, encoded] = [payload.replaceAll(/[#&]/g, ""), encodeURIComponent(payload)];
  const keys = ["q", "lang", "sector", "clause", "pin", "only", "theme", "heading", "intro", "layout", encoded];
  frame.src = `embed.html?${keys.map((key) => `${key}=${encoded}`).join("&")}&${raw}=${raw}#${encoded}`;
  document.body.append(frame);
  await new Promise((done) => (frame.onload = done));
  const page = frame.contentDocument;
  const element = page.querySelector("clause-explorer");
  await element.ready;
  await later();
  const faults = faultsBelow(element.shadowRoot);
  if (frame.contentWindow.__ran) faults.push("a script ran");
  const count = page.querySelectorAll(":not(link)").length; // links fetch our own modules ahead
  if (count !== (window.embedLength ??= count)) faults.push("the page has other elements");
  frame.remove();
  return faults.map((fault) => `embed.html: ${fault}`);
};

/** Everything that a host, a link or a reader can set. Each sets the payload everywhere in its place. */
const PLACES = {
  "a view": (element, payload) => {
    const encoded = encodeURIComponent(payload);
    element.view = ["q", "lang", "compare", "sector", "clause", "pin", "only", encoded].map((key) => `${key}=${encoded}`).join("&");
  },
  "a view that is not encoded": (element, payload) => element.setAttribute("view", `${payload}=1&q=${payload}&sector=${payload}`),
  "a whole view": (element, payload) => element.setAttribute("view", payload),
  "a view as an object": (element, payload) => (element.view = { q: payload, lang: payload, compare: payload, clause: payload, pin: [payload], only: payload, filters: { sector: [payload], [payload]: [payload] } }),
  "attributes": (element, payload) => {
    element.view = "";
    for (const name of ["lang", "theme", "sync", "loading", "heading", "intro", "layout"]) element.setAttribute(name, payload);
    document.body.lang = payload;
  },
  "annotations": (element, payload) => {
    const [clause] = element.clauses().map(({ eid }) => eid);
    const texts = { status: payload, note: payload };
    element.annotations = [{ clause, ...texts }, { clause, ...texts, href: payload }, { clause, ...texts, href: `https://example.org/${payload}` }, { clause, ...texts, date: payload }, { clause: payload, ...texts }, { [payload]: payload }];
  },
  "a status that is chosen": (element) => element.shadowRoot.querySelector("[name=status]")?.click(),
  "the fragment": (element, payload) => (location.hash = payload),
  "a fragment like an eId": (element, payload) => (location.hash = `art_1__${payload}`),
  "the search": (element, payload) => typeInto(element.shadowRoot.querySelector("[part~=search]"), payload),
  "a quote": async (element, payload) => {
    await openPanel(element.shadowRoot, "quote");
    typeInto(element.shadowRoot.querySelector("#ce-quoted"), `${payload} … 可再生能源、${payload}`);
  },
  "an embed code": async (element, payload) => {
    element.view = `q=${encodeURIComponent(payload)}`;
    await openPanel(element.shadowRoot, "share");
  },
  "an export": (element) => openPanel(element.shadowRoot, "export"),
};

/** Tries one payload everywhere. Returns the number of tries and the faults. */
window.tryPayload = async (nth, plan) => {
  const payload = PAYLOADS[nth];
  const element = document.querySelector("clause-explorer");
  const { length } = document.querySelectorAll("*");
  let [tries, faults] = [1, await embedded(payload)];
  for (const [place, set] of Object.entries(PLACES)) {
    faults.push(...(await tried(element, place, () => set(element, payload))));
    tries += 1;
  }
  const names = ["texts of a plan", "ids of a plan", "markup of a plan", "the source of a plan", "languages of a plan", "a collection"];
  const addresses = plansWith(plan, payload);
  addresses.push(addresses.slice(0, 2).join(" "));
  for (const [nth, address] of addresses.entries()) {
    faults.push(...(await tried(element, names[nth], async () => {
      element.src = address;
      await later();
      await openPanel(element.shadowRoot, "share");
      element.shadowRoot.querySelector("article .open")?.click();
    })));
    tries += 1;
  }
  for (const address of [payload, `${payload}.json`]) {
    faults.push(...(await tried(element, "addresses", () => Object.assign(element, { src: address, annotations: address }))));
    tries += 1;
  }
  Object.assign(element, { src: "", annotations: [], view: "", lang: "en" });
  history.replaceState(null, "", location.pathname);
  await later();
  if (document.querySelectorAll("*").length !== length) faults.push("the page has other elements");
  faults.push(...window.__console.splice(0).filter((message) => !message.startsWith("console.")));
  return [tries, faults];
};

window.payloads = PAYLOADS.length;

/** Puts one fault of each kind into the widget, and returns those that are found. */
window.plantFaults = () => {
  const root = document.querySelector("clause-explorer").shadowRoot;
  const image = document.createElement("img");
  image.setAttribute("onload", "");
  const link = document.createElement("a");
  link.href = "javascript:0";
  root.append(image, link);
  return faultsBelow(root);
};
