// @ts-check
// The list of problems, and of places that the importer was unsure of.

import { byId, button, make } from "./dom.js";
import { say } from "./words.js";

/** @import { Note, Problem } from "./compiler.js" */

/** More problems than a reader can look at; the rest often has the same cause. */
const MOST = 200;

export class Problems {
  #goTo;
  /** @type {Problem[]} */
  #problems = [];
  /** @type {{ file: string, line: number, message: string }[]} */
  #notes = [];

  /** @param {(file: string, line: number, column: number) => void} goTo */
  constructor(goTo) {
    this.#goTo = goTo;
  }

  #hasPlan = false;
  /** @type {"checking" | "checked" | "unknown"} */
  #state = "checking";

  /** Forgets the problems: another project was opened, and is checked. */
  clear() {
    this.#problems = [];
    this.#state = "checking";
    this.render();
  }

  /** The compiler has not ended its check. */
  fail() {
    if (this.#state === "checking") this.#state = "unknown";
    this.render();
  }

  /**
   * @param {Problem[]} problems
   * @param {boolean} hasPlan - whether the explorer shows an earlier state
   */
  show(problems, hasPlan) {
    this.#problems = problems;
    this.#hasPlan = hasPlan;
    this.#state = "checked";
    this.render();
  }

  /**
   * Shows the importer's doubts until another document is opened.
   * @param {Note[]} notes
   * @param {string} file - the text that they are about, unless they say so
   */
  showNotes(notes, file) {
    this.#notes = notes.map((note) => ({ ...note, file: note.file ?? file }));
    this.render();
  }

  render() {
    const count = this.#problems.length;
    const [one, many] = this.#hasPlan ? /** @type {const} */ (["oneProblem", "problemCount"]) : /** @type {const} */ (["oneProblemFirst", "problemCountFirst"]);
    const none = { checking: say("checking"), checked: say("noProblems"), unknown: "" }[this.#state];
    byId("problem-status").textContent = count ? say(count === 1 ? one : many, { count: `${count}` }) : none;
    byId("problem-count").textContent = count ? `${count}` : "";
    const items = this.#problems.slice(0, MOST).map((problem) => this.#item(problem, problem.severity));
    if (count > MOST) items.push(make("li", {}, say("moreProblems", { count: `${count - MOST}` })));
    const notes = this.#notes.map((note) => this.#item(note, "note"));
    byId("problem-list").replaceChildren(...items);
    byId("note-list").replaceChildren(...notes);
    byId("note-status").textContent = notes.length ? say("notes", { count: `${notes.length}` }) : "";
  }

  /**
   * @param {{ file: string, line?: number, column?: number, message: string, hint?: string }} problem
   * @param {string} kind
   */
  #item({ file, line = 1, column = 1, message, hint }, kind) {
    const place = button(`${file}:${line}`, () => this.#goTo(file, line, column));
    const item = make("li", { className: kind }, place, make("p", {}, message));
    if (hint) item.append(make("p", { className: "hint" }, hint));
    return item;
  }
}
