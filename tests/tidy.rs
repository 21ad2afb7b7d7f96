//! What the compiler cannot hold: which module may use which, and that files which repeat a fact agree.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// A module, and the modules of the crate it may use besides its own.
const ARROWS: [(&str, &[&str]); 17] = [
    ("pack", &[]),
    ("plan", &["pack"]),
    ("interface", &["plan", "pack"]),
    ("compile", &["plan", "interface"]),
    ("query", &["plan"]),
    ("json", &[]),
    ("cite", &["plan", "json"]),
    ("export", &["plan", "json"]),
    ("chart", &["plan", "interface", "query"]),
    ("quote", &["plan", "query"]),
    (
        "ui",
        &[
            "plan",
            "interface",
            "query",
            "cite",
            "export",
            "chart",
            "quote",
        ],
    ),
    (
        "element",
        &[
            "plan",
            "interface",
            "query",
            "cite",
            "export",
            "chart",
            "quote",
            "snippet",
            "ui",
            "baked",
            "pack",
        ],
    ),
    ("prerender", &["plan", "interface"]),
    ("snippet", &["plan", "query"]),
    ("codes", &["query", "snippet", "element"]),
    ("baked", &["plan", "interface", "pack"]),
    ("build", &["plan", "interface", "compile", "pack"]),
];

#[test]
fn uses_go_one_way() {
    let mut checked = 0;
    for path in sources() {
        let module = module_of(&path);
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == module) else {
            assert!(
                ["lib", "main", "cli"].contains(&module.as_str()),
                "say in ARROWS what {} may use",
                path.display()
            );
            continue;
        };
        let text = without_tests(&read(&path));
        for used in text.split("crate::").skip(1) {
            let used: String = used
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            let is_module = ARROWS.iter().any(|(name, _)| *name == used);
            assert!(
                !is_module || used == module || allowed.contains(&used.as_str()),
                "{} uses {used}",
                path.display()
            );
            checked += usize::from(is_module);
        }
    }
    assert!(
        checked > 20,
        "only {checked} uses were found, so this test looks at the wrong thing"
    );
}

#[test]
fn what_must_stay_pure_knows_neither_files_nor_pages() {
    const IMPURE: &[&str] = &[
        "std::fs",
        "std::io",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "yew",
    ];
    let pure = [
        "plan",
        "interface",
        "query",
        "json",
        "cite",
        "export",
        "chart",
        "quote",
    ];
    let others: [(&str, &[&str]); 2] = [
        (
            "compile",
            &["web_sys", "js_sys", "wasm_bindgen", "yew", "std::fs"],
        ),
        ("ui", &["std::fs", "#[wasm_bindgen"]),
    ];
    let forbidden: Vec<(&str, &[&str])> = pure
        .into_iter()
        .map(|module| (module, IMPURE))
        .chain(others)
        .collect();
    for path in sources() {
        let text = without_tests(&read(&path));
        let is_reader = path.ends_with("compile/source.rs");
        for (_, words) in forbidden
            .iter()
            .filter(|(module, _)| *module == module_of(&path))
        {
            for word in words.iter().filter(|_| !is_reader) {
                assert!(
                    !text.contains(word),
                    "{} must not use {word}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn nothing_is_left_over() {
    // Written in two halves, so that this file does not find itself.
    let banned = [
        ["to", "do!("],
        ["unimple", "mented!("],
        ["db", "g!("],
        [".unw", "rap()"],
        ["#[ig", "nore"],
        ["inner", "HTML ="],
    ];
    for path in files_below(&["src", "www", "tests"]) {
        let text = read(&path);
        for word in banned.map(|halves| halves.concat()) {
            assert!(!text.contains(&word), "{} contains {word}", path.display());
        }
    }
}

/// The text that stands in for the widget is as high as the widget, or mounting would move the page.
#[test]
fn the_reserved_height_is_the_same_everywhere() {
    for name in [
        "styles/frame.css",
        "clause-explorer.css",
        "clause-explorer.js",
    ] {
        let text = read(&root().join("www").join(name)).replace(", ", ",");
        for height in [
            "max(26em,var(--ce-max-height,",
            "clamp(40em,85vh,52em)",
            "50em",
        ] {
            assert!(
                text.contains(height),
                "{name} reserves another height than {height}"
            );
        }
    }
}

/// A file that is not named in the list would be no part of the sheet.
#[test]
fn every_file_of_styles_is_in_the_sheet() {
    let list = read(&root().join("src/cli/dist/styles.rs"));
    let files = files_below(&["www/styles"]);
    for path in &files {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let styles = read(path);
        assert!(
            list.contains(&format!("\"{name}\",")),
            "{name}.css is not in the list of src/cli/dist/styles.rs"
        );
        assert!(
            !has_rem(&styles),
            "{name}.css has a length in rem, which is the page's and not the element's"
        );
        assert_eq!(
            bare_sibling(&styles),
            None,
            "{name}.css: see www/design.md on siblings"
        );
    }
    assert!(files.len() > 1);
}

/// What promises a policy names the same one.
#[test]
fn the_policy_is_the_same_everywhere() {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'";
    for path in ["README.md", "src/cli/serve.rs", "tests/browser/cases.rs"] {
        assert!(
            read(&root().join(path)).contains(policy),
            "{path} names another policy"
        );
    }
    // `img-src` is for the icon of the showcase alone.
    let needed = policy.trim_end_matches("; img-src 'self'");
    assert!(
        read(&root().join("www/guide.html")).contains(&format!("<code>{needed}</code>")),
        "the guide names another policy"
    );
}

/// Whether there is a number with this unit.
fn has_rem(styles: &str) -> bool {
    (0..=9).any(|digit| styles.contains(&format!("{digit}rem")))
}

/// The first selector in which a tag and nothing else stands before a sibling.
fn bare_sibling(styles: &str) -> Option<&str> {
    let is_bare = |before: &str| {
        let last = before.split([' ', '>', '(', ',']).next_back();
        last.is_some_and(|last| last.chars().all(|c| c.is_ascii_alphanumeric()))
    };
    let mut selectors = styles.lines().filter(|line| line.ends_with(['{', ',']));
    selectors.find(|line| {
        let mut combinators = [" + ", " ~ "]
            .into_iter()
            .flat_map(|sign| line.match_indices(sign));
        combinators.any(|(at, _)| is_bare(&line[..at]))
    })
}

#[test]
fn a_bare_sibling_is_seen() {
    for (styles, found) in [
        ("h3 + h4 {", true),
        (".steps p + p,", true),
        (".a > p ~ p {", true),
        (".a + p {", false),
        ("[part~=\"text\"] + p {", false),
        ("  width: calc(1em + 2px);", false),
    ] {
        assert_eq!(bare_sibling(styles).is_some(), found, "{styles}");
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<PathBuf> {
    let is_source = |path: &PathBuf| {
        path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("tests.rs")
    };
    files_below(&["src"])
        .into_iter()
        .filter(is_source)
        .collect()
}

fn files_below(folders: &[&str]) -> Vec<PathBuf> {
    // What npm has brought is not ours.
    let is_ours = |entry: &walkdir::DirEntry| entry.file_name() != "node_modules";
    let files = folders.iter().flat_map(|folder| {
        let below = WalkDir::new(root().join(folder));
        below.into_iter().filter_entry(is_ours).flatten()
    });
    let text = ["rs", "js", "css", "html"];
    let is_text = |path: &Path| {
        path.extension()
            .is_some_and(|kind| text.iter().any(|text| kind == *text))
    };
    let files: Vec<PathBuf> = files
        .map(walkdir::DirEntry::into_path)
        .filter(|path| is_text(path))
        .collect();
    assert!(!files.is_empty(), "no files below {folders:?}");
    files
}

/// The first part of a file's path below `src/`: the module it belongs to.
fn module_of(path: &Path) -> String {
    let below = path.strip_prefix(root().join("src")).unwrap_or(path);
    let first = below.iter().next().unwrap_or_default();
    Path::new(first)
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Unit tests may use what they like; those in files of their own are left out by [`sources`].
fn without_tests(text: &str) -> String {
    text.split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default()
        .to_owned()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
