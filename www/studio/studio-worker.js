// @ts-check
// Runs the compiler beside the page, so that typing never waits for it. A message has a number, the name of a call and its
// values; the answer has the same number, and a value or an error.

/** @import { Problem, Project } from "./compiler.js" */
/** @typedef {import("./files.js").Content} Content */
/** @typedef {{ problems: Problem[], plan?: string }} State - `plan` is left out if it has not changed */

const compiler = import("./compiler.js").then(async (loaded) => {
  await loaded.default();
  return loaded;
});
/** @type {unknown} The reason why the compiler could not be loaded. */
let absence;
compiler.catch((error) => (absence = error));

/** The bytes of the engine, for sites. */
const engine = once(async () => {
  const answer = await fetch("engine.bin");
  if (!answer.ok) throw new Error(`expected engine.bin beside this page, found status ${answer.status}; load the page again`);
  return new Uint8Array(await answer.arrayBuffer());
});

/** @type {Project | undefined} */
let project;
/** @type {string | undefined} The plan of the latest answer. */
let shown;

/** @type {Record<string, (...values: any[]) => unknown>} */
const calls = {
  /** @param {Iterable<[string, Content]>} files */
  async open(files) {
    const { Project } = await compiler;
    project?.free();
    project = new Project(bytesOf(files));
    shown = undefined;
    return state();
  },
  /** @param {Iterable<[string, Content | undefined]>} changes - undefined for a removed file */
  async update(changes) {
    await compiler;
    const present = opened();
    for (const [path, content] of changes) {
      if (content === undefined) present.remove(path);
      else if (typeof content === "string") present.put(path, content);
      else present.putBytes(path, content);
    }
    return state();
  },
  /**
   * @param {string} name
   * @param {Uint8Array} bytes
   * @param {string} [lang]
   */
  async import(name, bytes, lang) {
    const { Project } = await compiler;
    const { project: imported, notes } = Project.import(name, bytes, lang);
    return { files: filesOf(imported), notes };
  },
  /** @param {Uint8Array} bytes */
  async unzip(bytes) {
    const { Project } = await compiler;
    return filesOf(Project.unzip(bytes));
  },
  /** @param {Iterable<[string, Content]>} files - compiled apart from the project */
  async apart(files) {
    const { Project } = await compiler;
    const other = new Project(bytesOf(files));
    try {
      return { problems: other.check(), plan: other.plan() };
    } finally {
      other.free();
    }
  },
  async site() {
    const { Project } = await compiler;
    const site = new Project(opened().site(await engine()));
    try {
      return site.zip();
    } finally {
      site.free();
    }
  },
  oneFile: async () => opened().oneFile(await engine()),
  zip: () => opened().zip(),
  csv: () => opened().csv(),
};

addEventListener("message", async ({ data: { number, call, values } }) => {
  try {
    postMessage({ number, value: await calls[call](...values) });
  } catch (error) {
    const message = /** @type {any} */ (error)?.message ?? `${error}`;
    // After an error of the wasm itself, nothing in it can be used.
    const kind = error === absence ? "absent" : error instanceof WebAssembly.RuntimeError ? "broken" : "refused";
    postMessage({ number, message, kind });
  }
});

function opened() {
  if (!project) throw new Error("expected an opened document, found none; open one");
  return project;
}

/** @returns {State} */
function state() {
  const present = opened();
  const problems = present.check();
  if (problems.length) return { problems }; // the plan is still the one that was shown
  const plan = present.plan();
  const isNew = plan !== shown;
  shown = plan;
  return isNew ? { problems, plan } : { problems };
}

/** @param {Iterable<[string, Content]>} files */
function bytesOf(files) {
  const encoder = new TextEncoder();
  return new Map([...files].map(([path, content]) => [path, typeof content === "string" ? encoder.encode(content) : content]));
}

/**
 * Returns the files of a project, and ends it.
 * @param {Project} made
 * @returns {[string, Content][]}
 */
function filesOf(made) {
  const files = made.paths().map((path) => /** @type {[string, Content]} */ ([path, made.text(path) ?? made.bytes(path) ?? ""]));
  made.free();
  return files;
}

/**
 * Returns a function that makes a value at its first call, and again after a failure.
 * @template Value
 * @param {() => Promise<Value>} load
 */
function once(load) {
  /** @type {Promise<Value> | undefined} */
  let loading;
  return () => (loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  }));
}
