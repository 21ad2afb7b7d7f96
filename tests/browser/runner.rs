//! Runs one case in one engine, and what a case is given for that.
//!
//! Deliberately absent: a second chance. A case fails if it returns an error, panics, takes too
//! long, or leaves messages in the console that it did not announce.

use std::panic::Location;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use tokio::runtime::{Handle, Runtime};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::task::{JoinError, spawn_blocking};
use tokio::time::timeout;

use crate::engines::{Browser, Engine};
use crate::page::Page;
use crate::site::{Builder, Site};

/// A case: `async fn name(t: &mut Test) -> Result`, boxed.
pub(crate) type Case = for<'a> fn(&'a mut Test) -> Pin<Box<dyn Future<Output = Result> + 'a>>;

pub(crate) type Result<T = (), E = Failure> = std::result::Result<T, E>;

/// Any error, with the line of the case where `?` met it.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl<E: std::error::Error> From<E> for Failure {
    #[track_caller]
    fn from(error: E) -> Self {
        Self(format!("{error}\n  at {}", Location::caller()))
    }
}

/// What a case works with.
pub(crate) struct Test {
    pub(crate) engine: Engine,
    pub(crate) page: Page,
    sites: Vec<Arc<Site>>,
    expected: Vec<String>,
}

impl Test {
    /// Starts a site that lives until the case has been judged.
    pub(crate) fn site(&mut self, builder: Builder) -> Arc<Site> {
        let site = Arc::new(builder.start());
        self.sites.push(Arc::clone(&site));
        site
    }

    /// Announces console messages: each message must then contain one of the texts, and each
    /// text must appear.
    pub(crate) fn expect_console(&mut self, texts: &[&str]) {
        self.expected
            .extend(texts.iter().map(|text| (*text).to_owned()));
    }

    async fn judge(mut self, case: Case) -> Result {
        case(&mut self).await?;
        if self.expected.is_empty() {
            return Ok(self.page.assert_console_empty().await?);
        }
        let messages = self.page.console().await?;
        for message in &messages {
            if !self.expected.iter().any(|text| message.contains(text)) {
                return Err(Failure(format!("unexpected in the console: {message}")));
            }
        }
        for text in &self.expected {
            if !messages.iter().any(|message| message.contains(text)) {
                return Err(Failure(format!("missing in the console: {text}")));
            }
        }
        Ok(())
    }
}

/// Keeps the browser of the current engine for as long as trials need it.
pub(crate) struct Runner {
    current: Current,
    interrupts: [Signal; 2],
    interrupted: bool,
}

/// The engine started last, and its browser or why there is none.
type Current = Option<(Engine, Result<Browser, String>)>;

impl Runner {
    pub(crate) fn new() -> Self {
        let _context = RUNTIME.enter();
        let interrupts = [SignalKind::interrupt(), SignalKind::terminate()];
        Self {
            current: None,
            interrupts: interrupts.map(|kind| signal(kind).expect("both can be handled")),
            interrupted: false,
        }
    }

    /// Runs a case. After Ctrl-C or SIGTERM, fails it at once, so that the program ends orderly.
    pub(crate) fn run(&mut self, engine: Engine, name: &str, case: Case) -> Result<(), String> {
        let [interrupt, terminate] = &mut self.interrupts;
        let outcome = RUNTIME.block_on(async {
            tokio::select! {
                biased;
                () = std::future::ready(()), if self.interrupted => None,
                _ = interrupt.recv() => None,
                _ = terminate.recv() => None,
                outcome = run(&mut self.current, engine, name, case) => Some(outcome),
            }
        });
        self.interrupted = outcome.is_none();
        outcome.unwrap_or_else(|| Err("interrupted".into()))
    }
}

/// Never shut down: that would wait for a case that blocks its thread forever.
static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Runtime::new().expect("threads can be started"));

async fn run(current: &mut Current, engine: Engine, name: &str, case: Case) -> Result<(), String> {
    const LIMIT: Duration = Duration::from_secs(90);
    const GRACE: Duration = Duration::from_secs(1);
    let page = fresh_page(current, engine).await?;
    let test = Test {
        engine,
        page: page.clone(),
        sites: Vec::new(),
        expected: Vec::new(),
    };
    // A thread of its own, so that the limit also holds for a case that blocks its thread.
    let judge = move || Handle::current().block_on(timeout(LIMIT, test.judge(case)));
    let failure = match timeout(LIMIT + GRACE, spawn_blocking(judge)).await {
        Ok(Ok(Ok(Ok(())))) => return Ok(()),
        Ok(Ok(Ok(Err(Failure(failure))))) => failure,
        Ok(Err(join_error)) => panic_message(join_error),
        Ok(Ok(Err(_))) | Err(_) => {
            // The driver may still be busy with the last command and never answer another one.
            *current = None;
            return Err(format!("not done after {LIMIT:?}; the browser was stopped"));
        }
    };
    Err(format!("{failure}\n{}", autopsy(&page, engine, name).await))
}

/// A page in the current browser, or in a new one if that is another engine's or does not answer.
async fn fresh_page(current: &mut Current, engine: Engine) -> Result<Page, String> {
    const LIMIT: Duration = Duration::from_secs(20);
    match current {
        Some((running, Ok(browser))) if *running == engine => {
            if let Ok(Ok(page)) = timeout(LIMIT, browser.fresh_page()).await {
                return Ok(page);
            }
        }
        // Attempts to start are slow, so their failure stands for all cases of the engine.
        Some((failed, Err(message))) if *failed == engine => return Err(message.clone()),
        _ => {}
    }
    // One browser at a time: the old one must be gone before the new one starts.
    *current = None;
    let (_, started) = current.insert((engine, Browser::start(engine).await));
    let browser = started.as_ref().map_err(Clone::clone)?;
    match timeout(LIMIT, browser.fresh_page()).await {
        Ok(page) => page.map_err(|error| format!("{engine} shows no page: {error}")),
        Err(_) => Err(format!("{engine} shows no page within {LIMIT:?}")),
    }
}

fn panic_message(error: JoinError) -> String {
    let payload = error.into_panic();
    let text = payload.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| payload.downcast_ref::<&str>().copied());
    format!(
        "panicked: {}",
        text.unwrap_or("with something that is no text")
    )
}

/// What the page looked like when the case failed.
async fn autopsy(page: &Page, engine: Engine, name: &str) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{engine}-{name}.png"));
    let report = timeout(Duration::from_secs(15), async {
        let shot = page.screenshot(&file).await;
        let shot = shot.map_or_else(|error| error.to_string(), |()| file.display().to_string());
        format!("{}\n  screenshot: {shot}", page.describe().await)
    });
    report
        .await
        .unwrap_or_else(|_| "  (the page does not answer)".into())
}
