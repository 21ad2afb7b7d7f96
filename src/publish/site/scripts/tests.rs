use super::*;

fn scripts(loading: &str) -> Scripts {
    let modules = [
        (
            "clause-explorer.js",
            "import { importWidget } from \"./widget-beside.js\";\nimportWidget();\n",
        ),
        (
            "clause-explorer_bg.js",
            "export { go } from \"./wasm-beside.js\";\n",
        ),
        ("wasm-beside.js", "export const go = 1;\n"),
        ("wasm-inside.js", "export const go = 2;\n"),
        ("parts.js", "export const parts = 1;\n"),
        ("parts-inside.js", "export const parts = 2;\n"),
        (
            "own-nodes.js",
            "export const inserting = 0;\nexport const removing = 0;\n",
        ),
        ("safe-document.js", "export const safeDocument = 0;\n"),
        ("widget-beside.js", loading),
        (
            "widget-inside.js",
            "import { go } from \"./clause-explorer_bg.js\";\nexport const importWidget = () => go;\n",
        ),
    ];
    let modules: Modules = modules
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into();
    let parts = REPLACED.map(|(old, _)| old).join("\n");
    let glue = [&parts, "\n", DESCRIPTION[0], DESCRIPTION[1], GLUE_REST].concat();
    let generated = Generated {
        glue: &glue,
        version: "1",
        words: &json!({}),
        styles: "",
        shapes: &[const { String::new() }; 2],
        glosses: "",
        parts: "",
    };
    Scripts::link(modules, &generated).expect("the modules can be linked")
}

#[test]
fn the_class_knows_the_hashes_of_its_files() {
    let loading = "import { moduleHash, moreHash, wasmHash } from \"./hashes.js\";\nexport const importWidget = () => [moduleHash, moreHash, wasmHash];\n";
    let class = scripts(loading).class("module", "more", b"wasm");
    let class = class.expect("the modules can be linked");
    for bytes in [b"module".as_slice(), b"more", b"wasm"] {
        assert!(class.contains(&integrity(bytes)), "{class}");
    }
}

#[test]
fn the_one_file_page_uses_its_own_modules() {
    let script = scripts("import { nothing } from \"./nowhere.js\";\n").in_one();
    assert_eq!(
        script.expect("the modules can be linked"),
        "const go = 2;\nconst importWidget = () => go;\nimportWidget();\n"
    );
}

#[test]
fn defines_properties_in_place_of_one_assignment() {
    let [.., definition] = REPLACED;
    let glue = "set(arg0, arg1, arg2) { arg0[arg1] = arg2; }, at() { arg0[arg1 >>> 0] = arg2; }";
    let defining = replace_one("x.js", glue, definition).expect("one assignment");
    assert!(defining.contains("{ Object.defineProperty(arg0, arg1, { value: arg2,"));
    assert!(defining.contains("arg0[arg1 >>> 0] = arg2;"));
    let twice = replace_one("x.js", &glue.repeat(2), definition).expect_err("two assignments");
    assert!(twice.to_string().contains("expected `"), "{twice}");
}

#[test]
fn replaces_only_a_text_that_occurs_once() {
    for script in ["", "import(again);import(again)"] {
        let error =
            replace_one("x.js", script, ("import(again)", "")).expect_err("not exactly one");
        assert!(
            error.to_string().contains("expected `import(again)` once"),
            "{error}"
        );
    }
}
