// @ts-check
// The studio: a document becomes an explorer in the browser. The files are the truth; editor, tools, compiler and explorer
// follow them.

import { ColumnFiles } from "./column-files.js";
import { Absent, Broken, Compiler, Following } from "./compiling.js";
import { byId, make } from "./dom.js";
import { Editor } from "./editor.js";
import { FacetFiles } from "./facet-files.js";
import { FacetTool } from "./facets.js";
import { Files, isText } from "./files.js";
import { Keeping } from "./keeping.js";
import { LanguageTool } from "./languages.js";
import { dropped, read, useInput } from "./opening.js";
import { usePanes } from "./panes.js";
import { Preview } from "./preview.js";
import { Problems } from "./problems.js";
import { ReadingTool } from "./reading.js";
import { TakeHome } from "./take-home.js";
import { preferred, say, translate } from "./words.js";

/** @import { Note, Problem } from "./compiler.js" */
/** @import { Content } from "./files.js" */
/** @import { Found } from "./opening.js" */

/** After this time, in milliseconds, a run can be stopped. */
const LONG = 3000;

const language = /** @type {HTMLSelectElement} */ (byId("language"));
const fileChoice = /** @type {HTMLSelectElement} */ (byId("file-choice"));

language.value = preferred();
translate(language.value);

const toml = await import("./smol-toml.js");
const files = new Files();
const compiler = new Compiler();
const preview = new Preview();
/** @type {Editor | undefined} */
let editor;
/** @type {Problem[]} */
let problems = [];
/** @type {ReturnType<typeof setTimeout> | undefined} */
let slow;

const problemList = new Problems(openAt);
const following = new Following(files, compiler, { start: began, end: compiled, fail: failed });
const takeHome = new TakeHome(files, compiler, following, preview, () => problems.length, report);
const reading = new ReadingTool(files, toml.parse, showClause, report);
const facetFiles = new FacetFiles(files, toml.parse);
const facets = new FacetTool(facetFiles, new ColumnFiles(files, toml.parse, facetFiles), showClause, report);
const languages = new LanguageTool(files, toml.parse, compiler, openAt, report);
const showPane = usePanes(() => {
  preview.fit();
  editor?.measure();
  showTools();
});

files.follow((path, from) => {
  if (path !== undefined && from !== editor) report(""); // it was about the files as they were
  if (path !== undefined && !files.has(path)) editor?.remove(path);
  else if (path !== undefined && from !== editor) editor?.change(path, files.text(path));
  if (path === undefined || !hasOption(path)) listFiles();
  if (path !== undefined && !editor?.path) showFile(fileChoice.value); // the shown file was removed
});
const keeping = new Keeping(files, report);

language.addEventListener("change", () => {
  translate(language.value);
  editor?.translate();
  problemList.render();
  showTools();
});
fileChoice.addEventListener("change", () => showFile(fileChoice.value));
byId("find").addEventListener("click", () => editor?.find());
byId("counts-for").addEventListener("click", () => facets.askFor(editor?.selected ?? ""));
byId("stop").addEventListener("click", () => compiler.end(new Error(say("stopped"))));
new ResizeObserver(() => preview.fit()).observe(byId("explorer"));
addEventListener("beforeunload", (event) => {
  if (files.isUnsaved) event.preventDefault();
});

useInput("open", "file-input", (found) => tryTo(open, found));
/** @type {HTMLInputElement} */ (byId("folder-input")).webkitdirectory = true;
useInput("open-folder", "folder-input", (found) => tryTo(open, found));
useInput("add-language", "language-input", (found) => tryTo(addLanguage, found));
byId("example").addEventListener("click", async () => (await mayReplace()) && openExample());
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", async (event) => {
  event.preventDefault();
  if (event.dataTransfer) await tryTo(async (transfer) => open(await dropped(transfer)), event.dataTransfer);
});

/** Opens the kept draft, or else the example. */
async function begin() {
  const draft = await keeping.find();
  const loading = import("./codemirror.js").then(
    (library) => (editor = new Editor(library, byId("editor"), edited, () => {})),
    () => report(say("noEditor"), true),
  );
  if (draft) {
    const time = new Date(draft.time).toLocaleString(document.documentElement.lang);
    put(draft.files, [], say("openedDraft", { time }));
    keeping.restored();
  } else await openExample();
  await loading;
  showFile(fileChoice.value);
}

/**
 * The author has edited a text in the editor.
 * @param {string} path
 * @param {string} text
 */
function edited(path, text) {
  if (files.has(path)) files.put(path, text, editor);
}

/**
 * Shows a state of the compiler; undefined after a failure.
 * @param {{ problems: Problem[], plan?: string }} [state]
 */
function compiled(state) {
  idle();
  if (!state) return problemList.fail();
  ({ problems } = state);
  if (state.plan) preview.show(state.plan);
  problemList.show(problems, !!preview.plan);
  if (editor?.path) editor.mark(problems);
  showTools();
}

/** Shows the present state in the tool of the shown pane; the others are hidden and cost nothing. */
function showTools() {
  const { pane } = document.body.dataset;
  if (pane === "home") takeHome.render();
  if (pane === "reading") reading.show(preview.plan);
  if (pane === "facets") facets.show(preview.plan);
  if (pane === "languages") languages.show(problems);
}

/** The compiler works: if that takes long, the author can stop it. */
function began() {
  clearTimeout(slow);
  slow = setTimeout(() => (byId("busy").hidden = byId("stop").hidden = false), LONG);
}

function idle() {
  clearTimeout(slow);
  byId("busy").hidden = byId("stop").hidden = true;
}

/**
 * Reads a document or an archive in the worker.
 * @param {"import" | "unzip"} call
 * @param {unknown[]} values
 */
async function readBy(call, ...values) {
  began();
  try {
    return await compiler.call(call, ...values);
  } finally {
    idle();
  }
}

/** @param {Error} error */
function failed(error) {
  const { message } = error;
  const word = error instanceof Broken ? "broken" : error instanceof Absent ? "noCompiler" : undefined;
  report(word ? say(word, { reason: message }) : message, true);
}

/**
 * Opens files that the author has given.
 * @param {Found[]} found
 */
async function open(found) {
  const { pane } = document.body.dataset;
  const opened = await read(found);
  if (opened.kind === "table") {
    showPane("facets");
    return facets.offerTable(opened.name.replace(/\.\w+$/, ""), new TextDecoder().decode(opened.bytes));
  }
  if (opened.kind === "document" && pane === "languages") return addOpened(opened.name, opened.bytes);
  if (!(await mayReplace())) return;
  report(say("opening", { file: opened.name }));
  const text = say("opened", { file: opened.name });
  if (opened.kind === "folder") return put(opened.files, [], text);
  if (opened.kind === "archive") {
    const unpacked = await readBy("unzip", opened.bytes);
    if (!unpacked.some((/** @type {[string, Content]} */ [path]) => path === "plan.toml")) throw new Error(say("noManifest"));
    return put(unpacked, [], text);
  }
  const imported = await readBy("import", opened.name, opened.bytes);
  put(imported.files, imported.notes, text);
}

/** @param {Found[]} found */
async function addLanguage(found) {
  const opened = await read(found);
  if (opened.kind === "document") await addOpened(opened.name, opened.bytes);
}

/**
 * Adds a document as a translation.
 * @param {string} name
 * @param {Uint8Array} bytes
 */
async function addOpened(name, bytes) {
  report(say("opening", { file: name }));
  const { files: imported } = await readBy("import", name, bytes);
  languages.add(imported);
  report(say("opened", { file: name }));
}

async function openExample() {
  const answer = await fetch("example.json");
  if (!answer.ok) throw new Error(`expected example.json beside this page, found status ${answer.status}`);
  put(Object.entries(await answer.json()), [], say("openedExample"));
}

/**
 * Shows a project.
 * @param {Iterable<[string, Content]>} all
 * @param {Note[]} notes
 * @param {string} text - for the author
 */
function put(all, notes, text) {
  preview.clear();
  editor?.forget();
  facets.reset();
  problems = [];
  problemList.clear();
  byId("intro").hidden = text !== say("openedExample");
  files.replace(all);
  problemList.showNotes(notes, files.paths.find(isText) ?? "plan.toml");
  if (editor) showFile(fileChoice.value);
  report(text);
}

/** Asks the author before unsaved changes are lost. */
async function mayReplace() {
  if (!files.isUnsaved) return true;
  const dialog = /** @type {HTMLDialogElement} */ (byId("replace"));
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((close) => dialog.addEventListener("close", close, { once: true }));
  return dialog.returnValue === "yes";
}

function listFiles() {
  const { value } = fileChoice;
  const { paths } = files;
  fileChoice.replaceChildren(...paths.map((path) => make("option", { value: path }, path)));
  fileChoice.value = paths.includes(value) && editor?.path ? value : (original() ?? paths[0] ?? "");
}

/** @param {string} path */
const hasOption = (path) => [...fileChoice.options].some(({ value }) => value === path) === files.has(path);

/** Returns the path of the original text: the first that plan.toml names. */
function original() {
  const [, named = ""] = /^text\s*=\s*"([^"]+)"/m.exec(files.text("plan.toml")) ?? [];
  return files.has(named) ? named : files.paths.find(isText);
}

/** @param {string} path */
function showFile(path) {
  if (!editor || !files.has(path)) return;
  const isEditable = typeof files.content(path) === "string";
  byId("editor").hidden = !isEditable;
  byId("binary").textContent = isEditable ? "" : say("binary", { file: path });
  fileChoice.value = path;
  if (!isEditable) return;
  editor.show(path, files.text(path));
  editor.mark(problems);
}

/**
 * Shows a place in a file.
 * @param {string} path
 * @param {number} line
 * @param {number} column
 */
function openAt(path, line, column) {
  if (!files.has(path)) return;
  showPane("text");
  if (editor?.path !== path) showFile(path);
  editor?.goTo(line, column);
}

/**
 * Shows a clause in the explorer.
 * @param {string} eid
 */
function showClause(eid) {
  if (!byId("explorer").checkVisibility()) showPane("explorer");
  preview.goTo(eid);
}

/**
 * Runs a step, and reports an error as a sentence.
 * @template Value
 * @param {(value: Value) => Promise<unknown>} step
 * @param {Value} value
 */
async function tryTo(step, value) {
  try {
    await step(value);
  } catch (error) {
    failed(/** @type {Error} */ (error));
  }
}

/**
 * Says something to the author.
 * @param {string} text
 * @param {boolean} [isError]
 */
function report(text, isError = false) {
  const notice = byId("notice");
  notice.textContent = text;
  notice.classList.toggle("error", isError);
}

// From then on, the studio works without a network.
if (origin !== "null") navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage("keep the studio"));
await begin();
