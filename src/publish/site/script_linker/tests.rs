use super::{Modules, link};

fn modules(texts: &[(&str, &str)]) -> Modules {
    let own = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
    texts.iter().map(own).collect()
}

#[track_caller]
fn fails(texts: &[(&str, &str)], message: &str) {
    let error = link(&modules(texts), "a.js").expect_err("linking must fail");
    assert!(error.contains(message), "{error}");
}

#[test]
fn adds_each_module_once_and_after_its_imports() {
    let modules = modules(&[
        (
            "a.js",
            "import { b } from \"./b.js\";\nimport { c } from \"./c.js\";\nb(c);\n",
        ),
        (
            "b.js",
            "import {\n  c,\n} from \"./c.js\";\nexport function b() {\n  return c;\n}\n",
        ),
        ("c.js", "export const c = 1;\n"),
        ("unused.js", "export const unused = 1;\n"),
    ]);
    let linked = link(&modules, "a.js").expect("the modules are valid");
    assert_eq!(
        linked.script(),
        "const c = 1;\nfunction b() {\n  return c;\n}\nb(c);\n"
    );
    assert_eq!(linked.module(), linked.script());
}

#[test]
fn exports_only_what_the_entry_exports() {
    let modules = modules(&[
        (
            "a.js",
            "export { b, hidden as default } from \"./b.js\";\nexport class A {}\nexport async function go() {}\nlet own;\nexport { own };\n",
        ),
        (
            "b.js",
            "const b = 1;\nexport { b };\nexport const hidden = 2, other = 3;\n",
        ),
    ]);
    let linked = link(&modules, "a.js").expect("the modules are valid");
    assert_eq!(
        linked.module(),
        "const b = 1;\nconst hidden = 2, other = 3;\nclass A {}\nasync function go() {}\nlet own;\n\
         export { A, b, hidden as default, go, own };\n"
    );
    assert!(!linked.script().contains("export"));
}

#[test]
fn keeps_dynamic_imports_and_similar_words() {
    let text =
        "const a = import(\"./b.js\");\nconst exported = import.meta.url;\n  important(a);\n";
    let linked = link(&modules(&[("a.js", text)]), "a.js").expect("the module is valid");
    assert_eq!(linked.script(), text);
}

#[test]
fn reports_other_forms_of_import_and_export() {
    for statement in [
        "import b from \"./b.js\";",
        "import * as b from \"./b.js\";",
        "import \"./b.js\";",
        "import { b as c } from \"./b.js\";",
        "import { b } from \"../b.js\";",
        "import { b } from './b.js';",
        "import { } from \"./b.js\";",
        "import { b }",
        "import { b } from \"./b.js\"; b();",
        "export default 1;",
        "export * from \"./b.js\";",
        "export const { b } = c;",
        "const [b, c] = d;",
        "  import { b } from \"./b.js\";",
        "  export const b = 1;",
    ] {
        let message = format!("found `{statement}` at a.js:2; write it in one of these forms");
        fails(
            &[
                ("a.js", &format!("\n{statement}\n")),
                ("b.js", "export const b = 1;\n"),
            ],
            &message,
        );
    }
}

#[test]
fn reports_names_that_are_not_exported() {
    fails(
        &[
            ("a.js", "import { b } from \"./b.js\";\n"),
            ("b.js", "const b = 1;\nexport const c = 2;\n"),
        ],
        "expected an export of b.js, found b in an import of a.js; b.js exports c",
    );
    fails(
        &[
            ("a.js", "import { b } from \"./b.js\";\n"),
            ("b.js", "const c = 1;\nexport { c as b };\n"),
        ],
        "expected an export under its own name in b.js, found c as b, which a.js imports",
    );
    fails(
        &[("a.js", "export { b };\n")],
        "expected a declaration of the export b in a.js, found none",
    );
    fails(
        &[("a.js", "import { b } from \"./b.js\";\n")],
        "found b.js in a.js; import one of a.js",
    );
}

#[test]
fn reports_a_name_that_two_modules_declare() {
    fails(
        &[
            ("a.js", "import { b } from \"./b.js\";\nclass c {}\n"),
            ("b.js", "let c, d;\nexport const b = 1;\n"),
        ],
        "found c in b.js and in a.js; rename one of them",
    );
    fails(
        &[("a.js", "let c;\nfunction c() {}\n")],
        "found c again at a.js:2",
    );
}

#[test]
fn reports_circles() {
    fails(
        &[
            (
                "a.js",
                "import { b } from \"./b.js\";\nexport const a = 1;\n",
            ),
            (
                "b.js",
                "import { c } from \"./c.js\";\nexport const b = 1;\n",
            ),
            (
                "c.js",
                "import { b } from \"./b.js\";\nexport const c = 1;\n",
            ),
        ],
        "found a.js → b.js → c.js → b.js; move the shared code",
    );
}
