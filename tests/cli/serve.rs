//! `serve`.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::{
    DIST, broken_content, command_of, copy_of_the_project, path, root, run, small_content, text,
};

#[test]
fn rebuilds_and_reloads_after_an_edit_of_content() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let project = &copy_of_the_project(folder.path());
    share_the_engine(project);
    let taken = TcpListener::bind("127.0.0.1:8080");
    let mut server = Server::start(command_of(project, &[]));
    assert_ne!(server.port, 8080, "a port that is taken is left alone");
    drop(taken);
    let page = server.get("/");
    assert!(
        page.starts_with("HTTP/1.1 200")
            && page.contains("<clause-explorer lang=\"en\"")
            && page.contains("/__serve/reload.js"),
        "{page:.300}"
    );
    assert!(
        page.to_lowercase().contains(
            "content-security-policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"
        ),
        "{page:.600}"
    );
    assert!(
        server
            .get("/clause-explorer_bg.wasm")
            .to_lowercase()
            .contains("content-type: application/wasm")
    );
    assert!(
        server
            .get("/clause-explorer.js")
            .to_lowercase()
            .contains("access-control-allow-origin: *"),
        "a sandboxed iframe may load it"
    );
    assert!(
        server.get("/offline.js").contains("unregister()"),
        "no earlier build stands in for the one that is edited"
    );
    assert!(server.get("/no-such-file").starts_with("HTTP/1.1 404"));

    let file = project.join("content/plan.zh.md");
    let right = fs::read_to_string(&file).expect("the plan's text");
    fs::write(&file, right.replace("(四) 推动节能", "(五) 推动节能"))
        .expect("the plan's text can be changed");
    let said = server.wait_for_line("the page was not changed");
    assert!(said.contains("plan.zh.md:117:1"), "{said}");
    let shown = server.shown("");
    let problems = shown["problems"].as_array().expect("a list");
    let places = problems.iter().filter_map(|it| it["place"].as_str());
    assert!(
        places
            .into_iter()
            .any(|place| place.ends_with("plan.zh.md:117:1"))
    );
    let known = format!("?after={}", shown["number"]);
    fs::write(&file, right.replace("推动节能，", "大力推动节能，"))
        .expect("the plan's text can be changed");
    let said = server.wait_for_line("wrote the page in ");
    assert!(!said.contains("building the widget"), "{said}");
    assert!(
        server.get("/plan.zh.html").contains("大力推动节能，"),
        "the page shows the edit"
    );
    let reloads = server.shown(&known);
    assert_ne!(shown["build"], reloads["build"], "the browser reloads");
    assert_eq!(reloads["problems"], serde_json::json!([]));
    let copy = project.join("dist/plan.zh.html.br");
    assert!(!copy.exists(), "no stale compressed copy is served");
    server.wait_for_line("built ");
    assert!(copy.is_file(), "the compressed copies follow");
}

#[test]
fn serves_content_that_is_broken_at_the_start() {
    assert!(DIST.is_dir());
    let content = broken_content();
    let arguments = ["serve", "--port", "0", "--content", path(content.path())];
    let mut server = Server::start(command_of(&root(), &arguments));
    let page = server.get("/");
    assert!(
        page.starts_with("HTTP/1.1 200") && page.contains("as soon as its content has no problems"),
        "{page}"
    );
    let shown = server.shown("");
    assert_eq!(shown["build"], 0);
    let expected = serde_json::json!({
        "place": format!("{}/plan.zh.md:11:1", content.path().display()),
        "message": "expected the number 二、 of a clause, found 三、: a gap",
        "hint": "number it 二、, or restore what is missing before it",
    });
    assert_eq!(shown["problems"][1], expected);
    for file in ["plan.toml", "plan.zh.md"] {
        fs::copy(small_content().join(file), content.path().join(file)).expect(file);
    }
    server.wait_for_line("wrote the page in ");
    let page = server.get("/embed.html");
    assert!(
        page.contains("<clause-explorer") && page.contains("reload.js?build=1"),
        "{page:.300}"
    );
    let project = fs::read_to_string(DIST.join("plan.json")).expect("the project's own site");
    assert!(project.contains("china-celac"));
}

#[test]
fn a_named_port_that_is_taken_is_wrong_usage() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = taken.local_addr().expect("a bound socket").port();
    let output = run(&["serve", "--port", &port.to_string()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        text(&output.stderr),
        format!(
            "error: expected port {port} to be free, found that another program uses it; name another port, or omit --port for the next free one\n"
        )
    );
    let output = run(&["serve", "--port", "0", "--content", "no/such/folder"]);
    assert_eq!(output.status.code(), Some(2));
}

/// Gives the copy the engine of this checkout: an edit of content must not need another.
fn share_the_engine(project: &Path) {
    assert!(DIST.is_dir());
    let kept = "target/clause-explorer";
    fs::create_dir_all(project.join(kept)).expect("a folder can be made");
    for entry in fs::read_dir(root().join(kept))
        .expect("the kept engine")
        .flatten()
    {
        if entry.path().is_file() {
            fs::copy(entry.path(), project.join(kept).join(entry.file_name()))
                .expect("a file can be copied");
        }
    }
}

/// A running `serve`, ended with this value.
pub(super) struct Server {
    child: Child,
    lines: std::sync::mpsc::Receiver<String>,
    port: u16,
}

impl Server {
    pub(super) fn start(mut command: Command) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        let (sender, lines) = std::sync::mpsc::channel();
        let streams: [Box<dyn Read + Send>; 2] = [
            Box::new(child.stdout.take().expect("piped")),
            Box::new(child.stderr.take().expect("piped")),
        ];
        for stream in streams {
            let sender = sender.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    sender.send(line).ok();
                }
            });
        }
        let mut server = Self {
            child,
            lines,
            port: 0,
        };
        let said = server.wait_for_line("serving http://127.0.0.1:");
        let port = said
            .rsplit("127.0.0.1:")
            .next()
            .and_then(|rest| rest.split(' ').next());
        server.port = port
            .and_then(|port| port.parse().ok())
            .expect("the address ends in a port");
        server
    }

    /// All that is said until a line contains `text`.
    pub(super) fn wait_for_line(&mut self, text: &str) -> String {
        let mut said = String::new();
        while !said.contains(text) {
            let line = self.lines.recv_timeout(std::time::Duration::from_secs(300));
            said +=
                &line.unwrap_or_else(|_| panic!("the server never said “{text}”, but:\n{said}"));
            said.push('\n');
        }
        said
    }

    /// Returns the state that a browser asks for: `Shown` in `src/cli/serve/live.rs`.
    pub(super) fn shown(&self, query: &str) -> serde_json::Value {
        let answer = self.get(&format!("/__serve/shown{query}"));
        let (_, json) = answer.split_once("\r\n\r\n").expect("a body");
        serde_json::from_str(json).expect("the body is JSON")
    }

    pub(super) fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )
        .expect("a request can be sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer comes");
        text(&answer).trim_end_matches("\r\n0\r\n\r\n").to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
