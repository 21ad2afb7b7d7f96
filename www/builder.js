// The embed builder of the showcase: choices in, codes out. Its preview is the explorer of the page itself, and the
// codes are the wasm's, the same that `snippet` prints.

const builder = document.querySelector("#builder");
const explorer = document.querySelector("clause-explorer");
const form = builder.querySelector("form");
const { q, lang, compare, theme, height, folder } = form.elements;
const facets = builder.querySelector(".facets");

/** What is chosen, as pairs of keys and values. The widget has the last word on what they mean. */
let view = new URLSearchParams(explorer.getAttribute("view") ?? "");
let embedCodes;
let turns = 0;
const texts = new Map();

await customElements.whenDefined("clause-explorer");
// Where the explorer cannot start it says why, and there is nothing to build.
explorer.ready.then(start, () => {});

async function start() {
  ({ embedCodes } = await import("./clause-explorer_bg.js"));
  const { plan } = explorer;
  for (const { tag, name } of plan.languages) {
    for (const select of [lang, compare]) select.append(new Option(name, tag));
  }
  facets.append(...plan.facets.map(choices));
  folder.value = new URL("./", location.href).href;
  for (const button of builder.querySelectorAll("button")) button.addEventListener("click", copy);
  explorer.addEventListener("ce-change", ({ detail }) => {
    view = new URLSearchParams(detail.viewString);
    show();
  });
  form.addEventListener("input", ({ target }) => {
    choose(target);
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  await show();
  builder.hidden = false;
}

/** The values of a facet, to be ticked. */
function choices({ id, label, values }) {
  const word = (label) => label.en ?? Object.values(label)[0];
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = word(label);
  const options = values.map((value) => {
    const option = document.createElement("label");
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", name: id, value: value.id });
    option.append(box, ` ${word(value.label)}`);
    return option;
  });
  details.append(summary, ...options);
  return details;
}

/** Does to the preview what a control says. */
function choose(control) {
  if (control === folder) return;
  if (control === theme) return explorer.setAttribute("theme", theme.value);
  if (control === height) return explorer.style.setProperty("--ce-max-height", `${pixels()}px`);
  const boxes = facets.querySelectorAll(":checked");
  const pairs = [...boxes].map((box) => [box.name, box.value]);
  for (const field of [q, lang, compare]) if (field.value) pairs.push([field.name, field.value]);
  if (view.has("clause")) pairs.push(["clause", view.get("clause")]);
  view = new URLSearchParams(pairs);
  explorer.setAttribute("view", view);
}

/** Shows what is chosen in the controls, and its codes. */
async function show() {
  const turn = ++turns;
  for (const field of [q, lang, compare]) {
    const chosen = view.get(field.name) ?? "";
    if (field.value !== chosen) field.value = chosen;
  }
  for (const box of facets.querySelectorAll("input")) box.checked = view.getAll(box.name).includes(box.value);
  const address = folder.value.replace(/\/*$/, "/");
  const codes = (text) => embedCodes(`${view}`, address, theme.value, pixels(), text).split("\n");
  const language = codes("").at(-1);
  if (!texts.has(language)) texts.set(language, fetch(`plan.${language}.html`).then((answer) => (answer.ok ? answer.text() : ""), () => ""));
  const all = codes(await texts.get(language));
  if (turn !== turns) return; // something else has been chosen meanwhile
  builder.querySelectorAll("code").forEach((code, nth) => (code.textContent = all[nth]));
}

function pixels() {
  return Math.max(height.valueAsNumber || 0, 0) || Number(height.defaultValue);
}

async function copy({ target }) {
  const code = target.parentElement.querySelector("code");
  try {
    await navigator.clipboard.writeText(code.textContent);
    const word = target.textContent;
    target.textContent = "Copied";
    setTimeout(() => (target.textContent = word), 2000);
  } catch {
    // Not allowed to copy: what is selected can be copied by hand.
    getSelection().selectAllChildren(code);
  }
}
