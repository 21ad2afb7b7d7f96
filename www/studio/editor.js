// @ts-check
// The editor of one file at a time. It is in a shadow root, where CodeMirror adopts its styles: a policy without inline
// styles allows that.

import { editorWords, say } from "./words.js";

/** @import { Problem } from "./compiler.js" */
/** @import { EditorState, Extension } from "./codemirror.js" */
/** @typedef {typeof import("./codemirror.js")} Library */

/** The first letter, which is that of the title, is of a script that is written from right to left. */
const RIGHT_TO_LEFT = /^\P{L}*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/u;

export class Editor {
  #library;
  #view;
  #edit;
  /** @type {Map<string, EditorState>} The other files as they were left, each with its own history. */
  #states = new Map();
  #words;
  /** The path of the file that is shown. */
  path = "";

  /**
   * @param {Library} library
   * @param {HTMLElement} place
   * @param {(path: string, text: string) => void} edit - called after each edit by the author
   * @param {() => void} select - called when the selection has changed
   */
  constructor(library, place, edit, select) {
    this.#library = library;
    this.#words = new library.Compartment();
    const root = place.attachShadow({ mode: "open" });
    this.#view = new library.EditorView({ root, parent: root });
    this.#edit = edit;
    this.select = select;
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.translate());
  }

  /**
   * Shows a file.
   * @param {string} path
   * @param {string} text
   */
  show(path, text) {
    if (this.path) this.#states.set(this.path, this.#view.state);
    this.path = path;
    this.#view.setState(this.#states.get(path) ?? this.#newState(path, text));
    this.#states.delete(path);
    this.translate();
    // Else the place of the file before would stay.
    this.#view.scrollDOM.scrollTop = 0;
    this.#view.dispatch({ effects: this.#library.EditorView.scrollIntoView(this.#view.state.selection.main.head, { y: "center" }) });
  }

  /**
   * Takes over a change that the author has made elsewhere, so that it can be undone here too.
   * @param {string} path
   * @param {string} text
   */
  change(path, text) {
    const isShown = path === this.path;
    const state = isShown ? this.#view.state : this.#states.get(path);
    if (!state) return;
    const old = state.sliceDoc();
    if (old === text) return;
    let from = 0;
    while (from < old.length && old[from] === text[from]) from += 1;
    let end = 0;
    while (end < Math.min(old.length, text.length) - from && old.at(-1 - end) === text.at(-1 - end)) end += 1;
    const changes = { from, to: old.length - end, insert: text.slice(from, text.length - end) };
    if (isShown) this.#view.dispatch({ changes });
    else this.#states.set(path, state.update({ changes }).state);
  }

  /**
   * Forgets a file that was removed: a later edit must not write it again.
   * @param {string} path
   */
  remove(path) {
    this.#states.delete(path);
    if (path === this.path) this.path = "";
  }

  /** Forgets all files: another project was opened. */
  forget() {
    this.#states.clear();
    this.path = "";
  }

  /**
   * Marks the problems of the shown file at their lines.
   * @param {Problem[]} problems
   */
  mark(problems) {
    const { doc } = this.#view.state;
    const marks = problems.filter(({ file }) => file === this.path).map(({ line = 1, column = 1, message, hint, severity }) => {
      const { from, to, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
      const at = Math.min(from + [...text].slice(0, column - 1).join("").length, to);
      return { from: at, to: Math.max(at, to), severity, message: hint ? `${message}\n${hint}` : message };
    });
    marks.sort((one, other) => one.from - other.from);
    this.#view.dispatch(this.#library.setDiagnostics(this.#view.state, marks));
  }

  /**
   * Moves the cursor to a line of the shown file.
   * @param {number} line
   * @param {number} column
   */
  goTo(line, column) {
    const { doc } = this.#view.state;
    const { from, to, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const anchor = Math.min(from + [...text].slice(0, column - 1).join("").length, to);
    this.#view.dispatch({ selection: { anchor }, effects: this.#library.EditorView.scrollIntoView(anchor, { y: "center" }) });
    this.#view.focus();
  }

  /** Returns the selected words. */
  get selected() {
    const { from, to } = this.#view.state.selection.main;
    return this.#view.state.sliceDoc(from, to);
  }

  /** Opens the search inside the editor. */
  find() {
    this.#library.openSearchPanel(this.#view);
  }

  focus() {
    this.#view.focus();
  }

  /** Measures again: the editor was hidden, and is shown. */
  measure() {
    this.#view.requestMeasure();
  }

  /** Uses the present language and colours. */
  translate() {
    this.#view.dispatch({ effects: this.#words.reconfigure(this.#ofPage()) });
  }

  /** @returns {Extension[]} */
  #ofPage() {
    const { EditorState, EditorView } = this.#library;
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    return [EditorState.phrases.of(editorWords()), EditorView.contentAttributes.of({ "aria-label": say("textOf", { file: this.path }) }), EditorView.theme({}, { dark })];
  }

  /**
   * @param {string} path
   * @param {string} text
   */
  #newState(path, text) {
    const { EditorState, EditorView, StreamLanguage, defaultKeymap, highlightActiveLine, highlightSpecialChars, history, historyKeymap, keymap, lineNumbers, lintGutter, search, searchKeymap, syntaxHighlighting, toml } = this.#library;
    const [, lang = ""] = /^plan\.([\w-]+)\.md$/.exec(path) ?? [];
    const dir = path.endsWith(".md") && RIGHT_TO_LEFT.test(text) ? "rtl" : "ltr";
    return EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        highlightSpecialChars(),
        highlightActiveLine(),
        search({ top: true }),
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
        EditorView.lineWrapping,
        EditorView.perLineTextDirection.of(true),
        EditorView.contentAttributes.of({ dir, lang, tabindex: "0", spellcheck: `${path.endsWith(".md")}` }),
        path.endsWith(".csv") ? [] : StreamLanguage.define(path.endsWith(".toml") ? toml : markdown),
        syntaxHighlighting(colours(this.#library)),
        styles(this.#library),
        this.#words.of(this.#ofPage()),
        // A dropped file is opened by the page; CodeMirror would insert its text.
        EditorView.domEventHandlers({ drop: (event) => !!event.dataTransfer?.types.includes("Files") }),
        EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
          if (docChanged && this.path) this.#edit(this.path, state.sliceDoc());
          if (docChanged || selectionSet) this.select();
        }),
      ],
    });
  }
}

/** The form of the texts: headings, the numbers of clauses, and links. */
const markdown = {
  name: "markdown",
  /** @param {import("./codemirror.js").StringStream} stream */
  token(stream) {
    if (stream.sol() && stream.match(/^#{1,6}\s/)) {
      stream.skipToEnd();
      return "heading";
    }
    if (stream.sol() && stream.match(/^[(（]?[\p{L}\p{N}]{1,4}\\?[)）.、]\s?/u)) return "number";
    if (stream.match(/^\[[^\]]*\]\([^)]*\)/)) return "link";
    if (stream.match(/^\*\*[^*]+\*\*/)) return "strong";
    if (stream.match(/^\*[^*\s][^*]*\*/)) return "emphasis";
    stream.next();
    return null;
  },
};

/** @param {Library} library */
const colours = ({ HighlightStyle, tags }) =>
  HighlightStyle.define([
    { tag: tags.heading, fontWeight: "700" },
    { tag: tags.strong, fontWeight: "700" },
    { tag: tags.emphasis, fontStyle: "italic" },
    { tag: [tags.number, tags.propertyName, tags.atom, tags.bool, tags.keyword, tags.link], color: "var(--accent)" },
    { tag: tags.comment, color: "var(--muted)" },
  ]);

/** @param {Library} library */
const styles = ({ EditorView }) =>
  EditorView.theme({
    "&": { blockSize: "100%", color: "var(--text)", backgroundColor: "var(--surface)", fontSize: "0.9375rem" },
    "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
    ".cm-scroller": { fontFamily: "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif", lineHeight: "1.6" },
    ".cm-content": { caretColor: "var(--text)", paddingBlock: "0.5rem" },
    ".cm-gutters": { color: "var(--muted)", backgroundColor: "var(--surface)", borderColor: "var(--border)" },
    ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--tint)" },
    ".cm-panels": { color: "var(--text)", backgroundColor: "var(--surface)", borderColor: "var(--border)" },
    ".cm-panel.cm-search label": { fontSize: "0.875rem" },
    ".cm-textfield, .cm-button": { color: "inherit", backgroundColor: "transparent", backgroundImage: "none", border: "1px solid var(--control)", font: "inherit", fontSize: "0.875rem" },
    ".cm-panel.cm-search button[name=close]": { color: "inherit", minInlineSize: "24px", minBlockSize: "24px" },
    // The images of CodeMirror are data in addresses, which the policy refuses.
    ".cm-lint-marker-error, .cm-lint-marker-warning": { content: "'●'", color: "var(--accent)", textAlign: "center" },
    ".cm-lintRange-error, .cm-lintRange-warning, .cm-lintRange-active": { backgroundImage: "none", textDecoration: "underline wavy var(--accent)" },
    ".cm-tooltip": { color: "var(--text)", backgroundColor: "var(--surface)", borderColor: "var(--border)", maxInlineSize: "30rem", whiteSpace: "pre-wrap" },
  });
