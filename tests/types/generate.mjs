// Generates the package's types and its custom-elements manifest from the JSDoc of the class <clause-explorer>:
//
//     node generate.mjs WWW OUT
//
// TypeScript emits the declarations of www/element/element.js, and their public members go into the interface
// `ClauseExplorerElement` of www/element/types.d.ts. The analyzer of the custom-elements manifest reads the same file.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { create, ts as analyzerTs } from "@custom-elements-manifest/analyzer/index.js";
import ts from "typescript";

const [www, out] = process.argv.slice(2);
const classPath = join(www, "element/element.js");
const typesPath = join(www, "element/types.d.ts");
const className = "ClauseExplorer";
const tag = "clause-explorer";
const module = "clause-explorer.js"; // the name in dist/, where all modules are one

writeFileSync(join(out, "clause-explorer.d.ts"), types());
writeFileSync(join(out, "custom-elements.json"), `${JSON.stringify(await manifest(), null, 2)}\n`);

/** Returns types.d.ts with the members of the class in its interface. */
function types() {
  const text = readFileSync(typesPath, "utf8");
  const file = ts.createSourceFile(typesPath, text, ts.ScriptTarget.Latest, true);
  const [link] = only(file.statements.filter(ts.isImportDeclaration), `import in ${typesPath}`);
  const [element] = only(
    file.statements.filter((node) => ts.isInterfaceDeclaration(node) && node.heritageClauses?.[0].getText() === `extends ${className}`),
    `interface that extends ${className} in ${typesPath}`,
  );
  // The comment above the import is about the two files, of which the package has one.
  const comments = (ts.getLeadingCommentRanges(text, link.getFullStart()) ?? []).filter(({ kind }) => kind === ts.SyntaxKind.SingleLineCommentTrivia);
  const edits = [
    { start: comments[0]?.pos ?? link.getStart(), end: link.getEnd() + 2, text: "" },
    { start: element.heritageClauses[0].getStart(), end: element.members[0].getFullStart(), text: `extends HTMLElement {\n${members().join("")}` },
  ];
  return edits.reverse().reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), text);
}

/** Returns the public members of the class as TypeScript declares them. */
function members() {
  const options = { allowJs: true, declaration: true, emitDeclarationOnly: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, types: [] };
  let declarations = "";
  const program = ts.createProgram([classPath], options);
  program.emit(program.getSourceFile(classPath), (_, text) => (declarations = text), undefined, true);
  const file = ts.createSourceFile("element.d.ts", declarations, ts.ScriptTarget.Latest, true);
  const [declared] = only(file.statements.filter(ts.isClassDeclaration), `class in ${classPath}`);
  const isPublic = (member) => !(member.name && ts.isPrivateIdentifier(member.name)) && !ts.getJSDocTags(member).some(({ tagName }) => tagName.text === "internal");
  const found = declared.members.filter(isPublic);
  // The getter says all about a property.
  const order = (member) => (ts.isSetAccessor(member) ? 1 : 0);
  found.sort((a, b) => (a.name.getText() === b.name.getText() ? order(a) - order(b) : 0));
  return found.map((member) => comment(member) + `  ${member.getText()}\n`);
}

/** Returns a member's description and those of its parameters as a comment; the types are in its declaration. */
function comment(member) {
  if (ts.isSetAccessor(member)) return "";
  const [doc] = only(member.jsDoc ?? [], `comment on ${member.getText()}`);
  const lines = ts.getTextOfJSDocComment(doc.comment).split("\n");
  for (const tag of doc.tags ?? []) {
    if (ts.isJSDocParameterTag(tag)) lines.push(`@param ${tag.name.getText()} ${ts.getTextOfJSDocComment(tag.comment)}`);
  }
  if (lines.length === 1) return `  /** ${lines[0]} */\n`;
  return `  /**\n${lines.map((line) => `   * ${line}\n`).join("")}   */\n`;
}

/** Returns the manifest, with the public members of the class alone. */
async function manifest() {
  const source = analyzerTs.createSourceFile(module, readFileSync(classPath, "utf8"), analyzerTs.ScriptTarget.Latest, true);
  const { schemaVersion, modules } = create({ modules: [source], plugins: [internal()] });
  const [declaration] = only(modules[0].declarations.filter(({ name }) => name === className), `class ${className}`);
  declaration.members = declaration.members.filter(({ privacy, name }) => privacy !== "private" && !name.startsWith("#"));
  // The analyzer takes the parameter of a setter for one of the field, and the variable in `new CustomEvent(type)` for
  // the name of an event.
  for (const member of declaration.members) if (member.kind === "field") delete member.parameters;
  declaration.events = declaration.events.filter(({ name }) => name !== "type");
  await checkAttributes(declaration.attributes.map(({ name }) => name));
  return {
    schemaVersion,
    readme: "README.md",
    modules: [{
      kind: "javascript-module",
      path: module,
      declarations: [declaration],
      exports: [{ kind: "custom-element-definition", name: tag, declaration: { name: className, module } }],
    }],
  };
}

/** Checks that the attributes in the comment of the class are those that it observes. */
async function checkAttributes(described) {
  const folder = mkdtempSync(join(tmpdir(), "element-"));
  try {
    cpSync(join(www, "element"), folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const { ClauseExplorer } = await import(pathToFileURL(join(folder, "element.js")));
    const [expected, found] = [ClauseExplorer.observedAttributes, described].map((names) => names.toSorted().join(", "));
    if (expected !== found) throw new Error(`expected @attr for ${expected} in the comment of ${className}, found ${found}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A plugin of the analyzer that leaves out members with the tag `@internal`. */
function internal() {
  return {
    name: "internal",
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassElement(node) || !node.name || !ts.getJSDocTags(node).some(({ tagName }) => tagName.text === "internal")) return;
      const name = node.name.getText();
      for (const declaration of moduleDoc.declarations) {
        declaration.members = declaration.members?.filter((member) => member.name !== name);
      }
    },
  };
}

/** Returns a list that must have one item. */
function only(list, what) {
  if (list.length !== 1) throw new Error(`expected one ${what}, found ${list.length}`);
  return list;
}
