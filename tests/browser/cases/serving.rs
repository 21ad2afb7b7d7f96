//! `serve`: edits and mistakes of the content, in the page that an author looks at.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::engines::Engine;
use crate::runner::{Result, Test};

cases! {
    alone: [
        served_page_shows_edits_and_mistakes,
    ],
}

/// The time after an edit until it is on the screen.
const LIMIT: Duration = Duration::from_secs(2);

/// The problems over the page.
const PROBLEMS: &str = "[...document.body.children].map((it) => it.shadowRoot?.querySelector('[role=alert]')).find((it) => it)";

/// A running `serve`, ended with this value.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

impl Server {
    /// Serves a content folder, and returns the address too.
    fn start(content: &Path) -> Result<(Self, String)> {
        let mut serve = Command::new(env!("CARGO_BIN_EXE_clause-explorer"));
        serve.args(["serve", "--port", "0", "--content"]);
        let mut server = Self(
            serve
                .arg(content)
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()?,
        );
        let lines = BufReader::new(server.0.stdout.take().expect("piped")).lines();
        for line in lines.map_while(std::result::Result::ok) {
            let address = line.split(' ').find(|word| word.starts_with("http://"));
            if let Some(address) = address {
                return Ok((server, address.to_owned()));
            }
        }
        panic!("the server never named its address")
    }
}

async fn served_page_shows_edits_and_mistakes(t: &mut Test) -> Result {
    let folder = tempfile::tempdir()?;
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/content/small");
    for entry in walkdir::WalkDir::new(&small).into_iter().flatten() {
        let to = folder.path().join(entry.path().strip_prefix(&small)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    let file = folder.path().join("plan.zh.md");
    let right = fs::read_to_string(&file)?;
    let wrong = right.replace("二、扩大", "三、扩大");

    // Broken at the start: the page names the problem, and comes alive.
    fs::write(&file, &wrong)?;
    let (server, address) = Server::start(folder.path())?;
    t.page.open(&format!("{address}/embed.html")).await?;
    wait_for_problems(t, 1).await?;
    fs::write(&file, &right)?;
    wait_for_text(t, "扩大交流").await?;

    // An edit, of the text or of a facet.
    let start = Instant::now();
    fs::write(&file, right.replace("扩大交流", "扩大往来"))?;
    wait_for_text(t, "扩大往来").await?;
    within_the_limit(t, start);
    let facet = folder.path().join("facets/sector.toml");
    let values = fs::read_to_string(&facet)?;
    let start = Instant::now();
    fs::write(&facet, values.replace("\"贸易\"", "\"商务\""))?;
    wait_for_text(t, "商务").await?;
    within_the_limit(t, start);

    // A mistake, over the last good state.
    let start = Instant::now();
    fs::write(&file, &wrong)?;
    wait_for_problems(t, 1).await?;
    within_the_limit(t, start);
    let said = format!("return {PROBLEMS}.innerText;");
    let said: String = t.page.js(&said, json!([])).await?;
    let place = format!("{}:11:1", file.display());
    for part in [
        "1 problem: this page does not have the latest edits",
        &place,
        "expected the number 二、 of a clause, found 三、: a gap",
        "Hint: number it 二、",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    wait_for_text(t, "扩大往来").await?;
    let looks = format!(
        "const region = {PROBLEMS}, list = region.querySelector('ol'); list.focus();
         return [getComputedStyle(region).position, region.getRootNode().activeElement === list]"
    );
    let looks: (String, bool) = t.page.js(&looks, json!([])).await?;
    assert_eq!(looks, ("fixed".to_owned(), true));

    // Several mistakes, then none.
    fs::write(&file, wrong.replace("加强合作", "加强<b>合作"))?;
    wait_for_problems(t, 2).await?;
    fs::write(&file, &right)?;
    wait_for_text(t, "扩大交流").await?;
    let closed = format!("!{PROBLEMS}");
    t.page.wait_until("the list is gone", &closed).await?;
    t.page.open("about:blank").await?;
    drop(server);
    t.expect_console(&["is not captured"]);
    if t.engine == Engine::Chromium {
        t.expect_console(&["favicon.ico"]);
    }
    Ok(())
}

fn within_the_limit(t: &Test, start: Instant) {
    let time = start.elapsed();
    assert!(time < LIMIT, "{}: an edit took {time:?}", t.engine);
}

async fn wait_for_problems(t: &Test, count: usize) -> Result {
    let shown = format!("{PROBLEMS}?.querySelectorAll('li').length >= {count}");
    Ok(t.page.wait_until("the problems are shown", &shown).await?)
}

async fn wait_for_text(t: &Test, text: &str) -> Result {
    let shown = format!("root?.textContent.includes('{text}')");
    Ok(t.page.wait_until(text, &shown).await?)
}
