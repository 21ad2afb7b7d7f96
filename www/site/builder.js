// @ts-check
// The embed builder of the showcase: choices in, embed codes out. The page's own explorer is its preview. The wasm
// makes the codes, so that they are the same as those of the command `snippet`.

/** @import { ClauseExplorerElement, Facet, Localized } from "./types.js" */

const builder = /** @type {HTMLElement} */ (document.querySelector("#builder"));
const explorer = /** @type {ClauseExplorerElement} */ (document.querySelector("clause-explorer"));
const form = /** @type {HTMLFormElement} */ (builder.querySelector("form"));
const q = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const lang = /** @type {HTMLSelectElement} */ (form.elements.namedItem("lang"));
const compare = /** @type {HTMLSelectElement} */ (form.elements.namedItem("compare"));
const only = /** @type {HTMLInputElement} */ (form.elements.namedItem("only"));
const layout = /** @type {HTMLSelectElement} */ (form.elements.namedItem("layout"));
const heading = /** @type {HTMLInputElement} */ (form.elements.namedItem("heading"));
const intro = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("intro"));
const theme = /** @type {HTMLSelectElement} */ (form.elements.namedItem("theme"));
const height = /** @type {HTMLInputElement} */ (form.elements.namedItem("height"));
const folder = /** @type {HTMLInputElement} */ (form.elements.namedItem("folder"));
const facets = /** @type {HTMLElement} */ (builder.querySelector(".facets"));
const withText = /** @type {HTMLDetailsElement} */ (builder.querySelector("details.code"));

/** The chosen pairs of keys and values. The widget decides what they mean. */
let view = new URLSearchParams(explorer.getAttribute("view") ?? "");
/** @type {typeof import("./clause-explorer_bg.js").embedCodes} */
let embedCodes;
let turns = 0;
/**
 * The plan's text, by the name of its file.
 * @type {Map<string, string>}
 */
const texts = new Map();

await customElements.whenDefined("clause-explorer");
// If the explorer can't start, it says why, and the builder stays hidden.
explorer.ready.then(start, () => {});

async function start() {
  ({ embedCodes } = await import("./clause-explorer_bg.js"));
  const { plan } = explorer;
  for (const { tag, name } of plan?.languages ?? []) {
    for (const select of [lang, compare]) select.append(new Option(name, tag));
  }
  facets.append(...(plan?.facets ?? []).map(choices));
  folder.value = new URL("./", location.href).href;
  for (const button of builder.querySelectorAll("button")) button.addEventListener("click", () => copy(button));
  explorer.addEventListener("ce-change", ({ detail }) => {
    if (explorer.view !== detail.viewString) return; // a later choice is on its way
    view = new URLSearchParams(detail.viewString);
    show();
  });
  form.addEventListener("input", ({ target }) => {
    choose(target);
    show();
  });
  withText.addEventListener("toggle", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  await show();
  builder.hidden = false;
}

/**
 * Returns the values of a facet, each with a checkbox.
 * @param {Facet} facet
 */
function choices({ id, label, values }) {
  /** @param {Localized} label */
  const word = (label) => label.en ?? Object.values(label)[0];
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = word(label);
  const options = values.map((value) => {
    const option = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: id, value: value.id });
    option.append(box, ` ${word(value.label)}`);
    return option;
  });
  details.append(summary, ...options);
  return details;
}

/** @returns {NodeListOf<HTMLInputElement>} */
function boxes() {
  return facets.querySelectorAll("input");
}

/**
 * Applies the state of the controls to the preview.
 * @param {EventTarget | null} control - the one that has changed
 */
function choose(control) {
  if (control === folder) return;
  for (const field of [theme, layout, heading, intro]) if (control === field) return explorer.setAttribute(field.name, field.value);
  if (control === height) return explorer.style.setProperty("--ce-max-height", `${pixels()}px`);
  const pairs = [...boxes()].filter((box) => box.checked).map((box) => [box.name, box.value]);
  for (const field of [q, lang, compare]) if (field.value) pairs.push([field.name, field.value]);
  pairs.push(...[...view].filter(([key]) => key === "clause" || key === "pin"));
  if (only.checked) pairs.push(["only", "pins"]);
  view = new URLSearchParams(pairs);
  explorer.setAttribute("view", `${view}`);
}

/** Shows the current view in the controls, and its codes. */
async function show() {
  const turn = ++turns;
  for (const field of [q, lang, compare]) {
    const chosen = view.get(field.name) ?? "";
    if (field.value !== chosen) field.value = chosen;
  }
  const pins = view.getAll("pin").length;
  only.checked = view.has("only");
  only.disabled = !pins;
  only.labels?.[0]?.querySelector("span")?.replaceChildren(`${pins}`);
  for (const box of boxes()) box.checked = view.getAll(box.name).includes(box.value);
  const address = folder.value.replace(/\/*$/, "/");
  /** @param {string} text */
  const codes = (text) => embedCodes(`${view}`, address, pixels(), [theme.value, layout.value, heading.value, intro.value], text).split("\n");
  const [element, , iframe, link, language] = codes("");
  // The text is fetched only if somebody opens this code.
  const whole = withText.open ? await planText(language).then((text) => codes(text)[1], (error) => error.message) : "";
  if (turn !== turns) return; // the view has changed meanwhile
  const all = [element, whole, iframe, link];
  builder.querySelectorAll("code").forEach((code, nth) => (code.textContent = all[nth]));
}

/**
 * Returns the plan's text in a language, as an HTML fragment.
 * @param {string} language
 */
async function planText(language) {
  const name = `plan.${language}.html`;
  const known = texts.get(name);
  if (known !== undefined) return known;
  const answer = await fetch(name).catch(() => undefined);
  if (!answer?.ok) throw new Error(`expected ${name} beside this page, found none; try again`);
  const text = await answer.text();
  texts.set(name, text);
  return text;
}

function pixels() {
  return Math.max(height.valueAsNumber || 0, 0) || Number(height.defaultValue);
}

/**
 * Copies the code beside a button.
 * @param {HTMLButtonElement} button
 */
async function copy(button) {
  const code = /** @type {HTMLElement} */ (button.parentElement?.querySelector("code"));
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    const word = button.textContent;
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = word), 2000);
  } catch {
    // If the page may not copy, the reader can: the code is selected.
    getSelection()?.selectAllChildren(code);
  }
}
