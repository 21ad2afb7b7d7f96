//! Runs one case in one engine, and provides what the case works with.
//!
//! A case fails if it returns an error, panics, takes too long, or leaves messages in the console that
//! it did not announce. Three engines share a machine that may have two processors, so a few cases of
//! an engine get a second chance: the first failure is printed, and the report names them. Each is a
//! fault to mend, in the case or in the product.

use std::collections::BTreeSet;
use std::panic::Location;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Condvar, LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::runtime::{Handle, Runtime};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::task::{JoinError, spawn_blocking};
use tokio::time::timeout;

use crate::cases;
use crate::engines::{Browser, Engine};
use crate::page::Page;
use crate::site::{Builder, Site};

/// A case: `async fn name(t: &mut Test) -> Result`, boxed.
pub(crate) type PageCase = for<'a> fn(&'a mut Test) -> Pin<Box<dyn Future<Output = Result> + 'a>>;

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

/// The engine, the page and the sites of one case.
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
        assert!(
            texts.iter().all(|text| text.len() > 3),
            "an announced console message must name its subject, found {texts:?}"
        );
        self.expected
            .extend(texts.iter().map(|text| (*text).to_owned()));
    }

    async fn judge(mut self, case: PageCase) -> Result {
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

/// One runner for each engine. Dropping them ends the browsers.
pub(crate) struct Runners([Arc<Runner>; Engine::ALL.len()]);

impl Runners {
    pub(crate) fn new() -> Self {
        LazyLock::force(&INTERRUPTED);
        Self(Engine::ALL.map(|engine| Arc::new(Runner::new(engine))))
    }

    /// Prints how long each engine was busy.
    pub(crate) fn report(&self) {
        for runner in &self.0 {
            let queue = runner.queue();
            if queue.cases > 0 {
                let seconds = queue.busy.as_secs();
                println!("{}: {} cases in {seconds} s", runner.engine, queue.cases);
            }
            for name in &queue.unsteady {
                println!("{}: {name} failed at first; mend it", runner.engine);
            }
        }
    }

    pub(crate) fn of(&self, engine: Engine) -> Arc<Runner> {
        let mut runners = self.0.iter();
        let found = runners.find(|runner| runner.engine == engine);
        Arc::clone(found.expect("each engine has a runner"))
    }
}

/// Runs the cases of one engine, one at a time, and keeps the browser between them.
pub(crate) struct Runner {
    engine: Engine,
    queue: Mutex<Queue>,
    freed: Condvar,
}

/// The cases that wait for the browser, by their turns.
struct Queue {
    waiting: BTreeSet<usize>,
    /// None while a case runs.
    browser: Option<Started>,
    /// The number of cases that have run, and how long they took together.
    cases: u32,
    busy: Duration,
    /// The names of the cases that have had a second chance.
    unsteady: Vec<String>,
}

/// None before the first start, then the browser or the reason why it does not start.
type Started = Option<Result<Browser, String>>;

impl Runner {
    fn new(engine: Engine) -> Self {
        let queue = Queue {
            waiting: BTreeSet::new(),
            browser: Some(None),
            cases: 0,
            busy: Duration::ZERO,
            unsteady: Vec::new(),
        };
        Self {
            engine,
            queue: Mutex::new(queue),
            freed: Condvar::new(),
        }
    }

    /// Waits for the browser, lowest turn first, and runs a case in it. After Ctrl-C or SIGTERM,
    /// fails the case at once, so that the program ends in order.
    pub(crate) fn run(&self, turn: usize, name: &str, case: PageCase) -> Result<(), String> {
        let mut started = self.take_browser(turn);
        let start = Instant::now();
        let mut interrupted = INTERRUPTED.clone();
        let mut attempt = || {
            RUNTIME.block_on(async {
                tokio::select! {
                    biased;
                    _ = interrupted.wait_for(|is| *is) => Err("interrupted".into()),
                    outcome = run(&mut started, self.engine, name, case) => outcome,
                }
            })
        };
        let mut outcome = attempt();
        if let Err(failure) = &outcome
            && !is_interrupted()
            && self.grants_second_chance(name)
        {
            eprintln!("{}::{name} failed at first:\n{failure}", self.engine);
            outcome = attempt();
        }
        let mut queue = self.queue();
        queue.browser = Some(started);
        queue.cases += 1;
        queue.busy += start.elapsed();
        drop(queue);
        self.freed.notify_all();
        outcome
    }

    /// Gives a case a second chance, unless that many of this engine have had one.
    fn grants_second_chance(&self, name: &str) -> bool {
        const MOST: usize = 3;
        let unsteady = &mut self.queue().unsteady;
        let is_granted = unsteady.len() < MOST;
        if is_granted {
            unsteady.push(name.to_owned());
        }
        is_granted
    }

    fn take_browser(&self, turn: usize) -> Started {
        let mut queue = self.queue();
        queue.waiting.insert(turn);
        let must_wait =
            |queue: &mut Queue| queue.browser.is_none() || queue.waiting.first() != Some(&turn);
        let waited = self.freed.wait_while(queue, must_wait);
        let mut queue = waited.unwrap_or_else(PoisonError::into_inner);
        queue.waiting.remove(&turn);
        queue.browser.take().expect("the browser is free")
    }

    fn queue(&self) -> std::sync::MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reports whether this process got Ctrl-C or SIGTERM.
pub(crate) fn is_interrupted() -> bool {
    *INTERRUPTED.borrow()
}

/// Becomes true when this process gets Ctrl-C or SIGTERM.
static INTERRUPTED: LazyLock<watch::Receiver<bool>> = LazyLock::new(|| {
    let _context = RUNTIME.enter();
    let handled = [SignalKind::interrupt(), SignalKind::terminate()].map(signal);
    let [mut interrupt, mut terminate] = handled.map(|kind| kind.expect("both can be handled"));
    let (sender, receiver) = watch::channel(false);
    RUNTIME.spawn(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        sender.send_replace(true);
        // The receivers ask for as long as the program runs.
        sender.closed().await;
    });
    receiver
});

/// Never shut down: that would wait for a case that blocks its thread forever.
static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Runtime::new().expect("threads can be started"));

async fn run(
    started: &mut Started,
    engine: Engine,
    name: &str,
    case: PageCase,
) -> Result<(), String> {
    const GRACE: Duration = Duration::from_secs(1);
    let limit = cases::limit(name);
    let page = fresh_page(started, engine).await?;
    let test = Test {
        engine,
        page: page.clone(),
        sites: Vec::new(),
        expected: Vec::new(),
    };
    // A thread of its own, so that the limit also holds for a case that blocks its thread.
    let judge = move || Handle::current().block_on(timeout(limit, test.judge(case)));
    let failure = match timeout(limit + GRACE, spawn_blocking(judge)).await {
        Ok(Ok(Ok(Ok(())))) => return Ok(()),
        Ok(Ok(Ok(Err(Failure(failure))))) => failure,
        Ok(Err(join_error)) => panic_message(join_error),
        Ok(Ok(Err(_))) | Err(_) => {
            // The driver may still be busy with the last command and never answer another one.
            *started = None;
            return Err(format!("not done after {limit:?}; the browser was stopped"));
        }
    };
    Err(format!("{failure}\n{}", autopsy(&page, engine, name).await))
}

/// Returns a page in the running browser, or in a new one if that does not answer.
async fn fresh_page(started: &mut Started, engine: Engine) -> Result<Page, String> {
    const LIMIT: Duration = Duration::from_secs(20);
    match started {
        Some(Ok(browser)) => {
            if let Ok(Ok(page)) = timeout(LIMIT, browser.fresh_page()).await {
                return Ok(page);
            }
        }
        // Attempts to start are slow, so their failure counts for all cases of the engine.
        Some(Err(message)) => return Err(message.clone()),
        None => {}
    }
    // One browser at a time: the old one must be gone before the new one starts.
    *started = None;
    let browser = started.insert(Browser::start(engine).await);
    let browser = browser.as_ref().map_err(Clone::clone)?;
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
        text.unwrap_or("the panic's payload is not text")
    )
}

/// Describes the page of a failed case, and saves a screenshot of it.
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
