// A soak: random steps of readers and of the host's page, in two elements of one page, and after each step everything
// that must agree. The same seed makes the same steps. The page's own script, so that thousands of steps take minutes.
"use strict";

/** A fault must disappear within this time, in milliseconds; the widget renders in slices. */
const PATIENCE = 5000;

/** The steps that a failure reports. */
const REPORTED = 20;

/** The nth entry of the history below which no step goes back: older ones are not the widget's. */
let lowest = 0;

/** Returns the nth entry of the history that is shown, among those of this page. */
const shownEntry = () => navigation.currentEntry.index;

/** Faults that events have shown. */
const seen = [];

/** The views for which the address may be empty: the attribute's, when the element last took the address over. */
let bases = [""];

const tick = () => new Promise((done) => setTimeout(done));

/** Returns a generator of numbers from 0 up to, and without, its argument (mulberry32). */
const generator = (seed) => (end) => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
};

addEventListener("ce-change", ({ target, detail }) => {
  const { length } = target.clauses(detail.viewString);
  if (detail.count !== length) seen.push(`ce-change says ${detail.count} clauses, clauses("${detail.viewString}") has ${length}`);
});
addEventListener("ce-error", ({ detail }) => seen.push(`ce-error ${detail.code}: ${detail.message}`));

/** Returns the pairs of a view, without an empty query. */
const pairs = (view) => JSON.stringify([...new URLSearchParams(view)].filter(([key, value]) => key !== "q" || value).sort());

const withoutClause = (view) => view.replace(/(^|&)clause=[^&]*/, "");

/** Answers of an element, by its summary of the plan and by the view: asking costs more than all other checks. */
const answers = new WeakMap();

/** Returns the clauses and the counts of an element's view. */
const asked = (element, view) => {
  const { plan } = element;
  if (!answers.has(plan)) answers.set(plan, new Map());
  const known = answers.get(plan);
  if (!known.has(view)) known.set(view, [element.clauses(view), element.counts(view)]);
  return known.get(view);
};

/** Returns the first thing in which an element contradicts itself, or undefined. */
const faultIn = (element) => {
  const root = element.shadowRoot;
  if (!root?.querySelector("[part~=root]")) return "there is no widget";
  if (root.querySelector("fieldset:not(:has(input))")) return "it is still being laid out";
  const { view } = element;
  const [clauses, counts] = asked(element, view);
  const status = root.querySelector("[part~=status]").textContent;
  if (String(status.match(/\d+/g)) !== `${clauses.length},${element.plan.clauseCount}`) return `the status is “${status}” and not ${clauses.length} for “${view}”`;
  const articles = [...root.querySelectorAll("article[part~=clause]")];
  const listed = articles.map(({ id }) => id).join();
  const expected = clauses.map(({ eid }) => eid).join();
  if (listed !== expected) return `the list is [${listed}] and not [${expected}] for “${view}”`;
  const language = root.querySelector("[name=lang]:checked")?.value;
  // A text that leaves the widget says where the source breaks off; on the page, a note beside the text does.
  const text = (nth) => clauses[nth].text[language].replace(/ ?\[…\]$/, "");
  const stale = articles.findIndex((article, nth) => article.querySelector("[part~=text]").textContent.replace(/ ?\[…\]$/, "") !== text(nth));
  if (stale >= 0) return `the text of ${articles[stale].id} is not that of ${language}: ${articles[stale].textContent}`;
  for (const option of root.querySelectorAll("[part~=option]")) {
    const { name, value, checked } = option.querySelector("input");
    const count = option.querySelector("[part~=count]").textContent;
    if (count !== `${counts[name]?.[value]}`) return `${count} beside ${name}=${value} and not ${counts[name]?.[value]} for “${view}”`;
    if (checked !== new URLSearchParams(view).getAll(name).includes(value)) return `the box ${name}=${value} is wrong for “${view}”`;
  }
  const query = new URLSearchParams(view).get("q") ?? "";
  if (root.querySelector("[part~=search]").value !== query) return `the field has “${root.querySelector("[part~=search]").value}” for “${view}”`;
  return addressFault(element);
};

/** Compares the address with the view of the element that keeps it there. */
const addressFault = (element) => {
  if (element.sync === "none") return undefined;
  const address = (element.sync === "query" ? location.search : location.hash).slice(1);
  const { view } = element;
  const isRight = address.includes("=")
    ? pairs(address) === pairs(view)
    : address && element.sync === "hash"
      ? bases.some((base) => pairs(withoutClause(base)) === pairs(withoutClause(view))) && view.includes(`clause=${address}`)
      : bases.includes(view);
  return isRight ? undefined : `the address is ${location.search + location.hash} for “${view}”`;
};

/** Waits until a function returns nothing, and returns its last answer if that takes too long. */
const settled = async (fault) => {
  const end = performance.now() + PATIENCE;
  for (;;) {
    await tick();
    let found;
    try {
      found = fault();
    } catch (error) {
      found = `${error}`;
    }
    if (!found || performance.now() > end) return found;
  }
};

const elements = () => [...document.querySelectorAll("clause-explorer")].sort((one, other) => one.className.localeCompare(other.className));

/** Returns a new element with the attributes of the host's page. */
const replacement = ({ className }) => {
  const element = document.createElement("clause-explorer");
  element.className = className;
  element.setAttribute("loading", "eager");
  if (className === "first") element.setAttribute("sync", "query");
  return element;
};

/** Returns what a step needs: an element, and helpers. */
const pageOf = (element, random) => ({
  element,
  root: element.shadowRoot,
  elements: elements(),
  clauses: asked(element, "")[0].map(({ eid }) => eid),
  random,
  replacement,
  pick: (list) => list[random(list.length)],
  press(css, sign = () => true) {
    const found = [...element.shadowRoot.querySelectorAll(css)];
    if (!found.length) return undefined;
    const nth = random(found.length);
    found[nth].click();
    return [`${nth} of ${css}`, sign];
  },
  /** Returns true, and lets no later step go back beyond the present entry. */
  forgetHistory() {
    lowest = shownEntry();
    return true;
  },
  travel(steps) {
    const target = shownEntry() + steps;
    if (target < lowest || target >= navigation.entries().length) return undefined;
    history.go(steps);
    return ["", () => shownEntry() === target];
  },
});

/** Remembers the views for which the address of the first element may be empty. */
const noteBase = ({ name }, element) => {
  if (element.className !== "first") return;
  const base = element.getAttribute("view") ?? "";
  if (name === "setSource") bases.push(base);
  if (name === "setSync" || name === "remove") bases = [base];
  if (name === "replace") bases = [""];
};

/** Returns the first fault of the page that stays. */
const faultOfPage = async () => {
  for (const one of elements()) {
    const found = await settled(() => faultIn(one));
    if (found) return `${one.className}: ${found}`;
  }
  return seen[0] ?? window.__console[0];
};

/** Changes the DOM of an element as others may. After the next search, everything must be right; a restart is allowed. */
const doForeignStep = async (random, nth) => {
  const element = elements()[random(2)];
  const page = pageOf(element, random);
  const change = nth % 40 === 20 ? failOnce : page.pick(FOREIGN_CHANGES);
  change(element.shadowRoot, page.pick);
  // Readers come later than scripts.
  await new Promise((done) => setTimeout(done, 100));
  const query = element.view.includes("q=a") ? "合作" : "a";
  const field = element.shadowRoot.querySelector("[part~=search]");
  field.value = query;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  const isFound = () => new URLSearchParams(element.view).get("q") === query;
  const lost = await settled(() => (isFound() ? undefined : "the search after it has no effect"));
  restore();
  for (const one of elements()) await one.ready;
  if (seen.some((fault) => fault.startsWith("ce-error restarted"))) {
    seen.length = 0;
    window.__console.length = 0;
  }
  return [`${element.className} foreign ${change.name}`, lost ?? (await faultOfPage())];
};

/** Does one step, and returns its line for the log and its fault. */
const doStep = async (random) => {
  const element = elements()[random(2)];
  const steps = random(3) ? READER_STEPS : HOST_STEPS;
  const step = steps[random(steps.length)];
  const done = step(pageOf(element, random));
  if (!done) return [];
  const [what, sign] = done;
  noteBase(step, element);
  const line = `${element.className} ${step.name} ${what}`;
  const lost = await settled(() => (sign() ? undefined : "it has no effect"));
  return [line, lost ?? (await faultOfPage())];
};

/** The soak of this page. */
window.soak = {
  step: 0,
  log: [],
  async start(seed) {
    this.random = generator(seed);
    await customElements.whenDefined("clause-explorer");
    await this.rest();
  },
  /**
   * Does steps for a time in milliseconds, but at most up to a step, and returns the first fault. Every `foreign` steps,
   * others change the DOM; never if it is 0.
   */
  async run(time, last, foreign) {
    const end = performance.now() + time;
    while (this.step < last && performance.now() < end) {
      const nth = (this.step + 1) / (foreign || Infinity);
      const [line, fault] = await (nth > 0 && Number.isInteger(nth) ? doForeignStep(this.random, nth) : doStep(this.random));
      if (!line) continue;
      this.step += 1;
      this.log = [...this.log, `${this.step} ${line}`].slice(-REPORTED);
      if (fault) return `${fault}\n${this.log.join("\n")}`;
    }
    return null;
  },
  /** Replaces both elements, so that what remains can be compared. */
  async rest() {
    const { pathname } = location;
    for (const element of elements()) element.remove();
    await tick();
    history.replaceState(null, "", pathname);
    lowest = shownEntry();
    bases = [""];
    for (const className of ["first", "second"]) document.getElementById(className).append(replacement({ className }));
    for (const one of elements()) await one.ready;
    const fault = await faultOfPage();
    if (fault) throw new Error(`the elements do not start: ${fault}`);
  },
};
