// @ts-check
// Shows what is wrong with the content, over a page that `serve` sends. The page behind it stays
// usable: the list can be closed, and is gone when the content has no problems.

/** @typedef {{ place: string | null, message: string, hint: string | null }} Problem */

const host = document.createElement("div");
const summary = document.createElement("summary");
const list = document.createElement("ol");

/** @param {Problem[]} problems */
export const showProblems = (problems) => {
  if (problems.length === 0) return host.remove();
  if (!host.shadowRoot) build();
  // A region must be in the page before its text changes: only then do all screen readers read it.
  document.body.append(host);
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  summary.textContent = `${count}: this page does not have the latest edits`;
  list.replaceChildren(...problems.map(item));
};

const build = () => {
  const root = host.attachShadow({ mode: "open" });
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = new URL("problems.css", import.meta.url).href;
  const region = document.createElement("section");
  region.lang = "en";
  region.dir = "ltr";
  region.setAttribute("role", "alert");
  const details = document.createElement("details");
  details.open = true;
  // The list scrolls, so the keyboard must reach it.
  list.tabIndex = 0;
  list.setAttribute("aria-label", "Problems in the content");
  details.append(summary, list);
  region.append(details);
  root.append(styles, region);
};

/** @param {Problem} problem */
const item = ({ place, message, hint }) => {
  const element = document.createElement("li");
  const parts = { place, message, hint: hint && `Hint: ${hint}` };
  for (const [name, text] of Object.entries(parts)) {
    if (text) {
      const part = document.createElement("p");
      part.className = name;
      part.textContent = text;
      element.append(part);
    }
  }
  return element;
};
