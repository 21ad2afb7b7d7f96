//! `npx clause-explorer serve`.

use std::fs;

use super::super::serve::Server;
use super::{command, copy, root};

#[test]
fn follows_the_edits() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(
        &root().join("tests/content/small"),
        &folder.path().join("content"),
    );
    let mut serve = command(&["serve", "--port", "0"]);
    serve.current_dir(folder.path());
    let mut server = Server::start(serve);
    let page = server.get("/");
    assert!(
        page.starts_with("HTTP/1.1 200") && page.contains("reload.js?build=1"),
        "{page:.300}"
    );
    let policy =
        "content-security-policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
    assert!(page.contains(policy), "{page:.600}");
    let wasm = server.get("/clause-explorer_bg.wasm");
    assert!(
        wasm.contains("content-type: application/wasm"),
        "{wasm:.300}"
    );
    assert!(server.get("/offline.js").contains("unregister()"));
    assert!(
        server
            .get("/__serve/problems.css")
            .starts_with("HTTP/1.1 200")
    );
    assert!(server.get("/no-such-file").starts_with("HTTP/1.1 404"));

    let file = folder.path().join("content/plan.zh.md");
    let right = fs::read_to_string(&file).expect("the plan's text");
    fs::write(&file, right.replace("二、扩大", "三、扩大")).expect("a file can be written");
    let said = server.wait_for_line("the page was not changed");
    assert!(said.contains("content/plan.zh.md:11:1"), "{said}");
    let shown = server.shown("");
    assert_eq!(shown["problems"][0]["place"], "content/plan.zh.md:11:1");
    let known = format!("?after={}", shown["number"]);
    fs::write(&file, right.replace("深化服务贸易", "大力深化服务贸易"))
        .expect("a file can be written");
    let reloads = server.shown(&known);
    assert_ne!(shown["build"], reloads["build"], "the browser reloads");
    assert_eq!(reloads["problems"], serde_json::json!([]));
    assert!(server.get("/plan.zh.html").contains("大力深化服务贸易"));
}

#[test]
fn follows_files_and_folders_that_are_replaced() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let content = folder.path().join("content");
    copy(&root().join("tests/content/small"), &content);
    let mut serve = command(&["serve", "--port", "0"]);
    serve.current_dir(folder.path());
    let mut server = Server::start(serve);
    let file = content.join("plan.zh.md");
    let right = fs::read_to_string(&file).expect("the plan's text");
    let save = |server: &mut Server, word: &str| {
        let unfinished = content.join(".plan.zh.md.part");
        let text = right.replace("深化服务贸易", &format!("{word}深化服务贸易"));
        fs::write(&unfinished, text).expect("a file can be written");
        fs::rename(unfinished, &file).expect("a file can be renamed");
        server.wait_for_line("wrote the page in ");
        assert!(server.get("/plan.zh.html").contains(word), "{word}");
    };
    for word in ["大力", "努力", "全力"] {
        save(&mut server, word);
    }
    // A folder that is renamed away and back, and one that is replaced by another.
    let away = folder.path().join("away");
    fs::rename(&content, &away).expect("a folder can be renamed");
    let said = server.wait_for_line("the page was not changed");
    assert!(said.contains("expected a content folder"), "{said}");
    copy(&away, &content);
    server.wait_for_line("wrote the page in ");
    save(&mut server, "继续");
}
