//! The three engines: their programs, the start of a browser, and its session.
//!
//! Deliberately absent: a polite end of the session. Killing its processes ends a browser, whether
//! it is healthy, hangs or has crashed.

use std::fmt;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::{Capabilities, TimeoutConfiguration, WebDriver};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};

use crate::page::{Colours, Page, PageError};
use crate::processes::{Processes, find_program};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// A running browser with one session. Dropping it ends all its processes.
pub(crate) struct Browser {
    engine: Engine,
    session: WebDriver,
    _processes: Processes,
}

impl Browser {
    /// Starts an engine. A cold start on a busy machine may fail, hence a few attempts.
    pub(crate) async fn start(engine: Engine) -> Result<Self, String> {
        const ATTEMPTS: u32 = 3;
        let programs = Programs::find(engine)?;
        let mut last = String::new();
        for _ in 0..ATTEMPTS {
            let mut processes = Processes::new();
            match session(engine, &programs, &mut processes).await {
                Ok(session) => {
                    return Ok(Self {
                        engine,
                        session,
                        _processes: processes,
                    });
                }
                Err(error) => last = format!("{error}\n{}", processes.log()),
            }
        }
        Err(format!(
            "{engine} did not start in {ATTEMPTS} attempts: {last}"
        ))
    }

    /// Returns a page in its initial state: one window of the default size with about:blank.
    pub(crate) async fn fresh_page(&self) -> Result<Page, PageError> {
        let session = &self.session;
        let windows = session.windows().await?;
        for surplus in windows.iter().skip(1) {
            session.switch_to_window(surplus.clone()).await?;
            session.close_window().await?;
        }
        let window = windows.first().ok_or("the browser has no window left")?;
        session.switch_to_window(window.clone()).await?;
        // Cookies belong to the host name, so they survive the change of port between two sites.
        session.delete_all_cookies().await?;
        session.goto("about:blank").await?;
        let page = Page::new(self.engine, session.clone()).await?;
        page.rest_input().await?;
        if self.engine == Engine::Chromium {
            page.set_colours(Colours::Light).await?;
        }
        page.resize(1280, 800).await?;
        Ok(page)
    }
}

struct Programs {
    driver: PathBuf,
    browser: PathBuf,
    display: Option<PathBuf>,
}

impl Programs {
    fn find(engine: Engine) -> Result<Self, String> {
        let find = |names: &[&str], install| find_program(names, &[], install);
        Ok(match engine {
            Engine::Chromium => Self {
                driver: find(&["chromedriver"], "apt install chromium-driver")?,
                browser: find(&["chromium"], "apt install chromium")?,
                display: None,
            },
            Engine::Firefox => Self {
                driver: find(&["geckodriver"], "cargo install geckodriver --locked")?,
                browser: find(&["firefox-esr", "firefox"], "apt install firefox-esr")?,
                display: None,
            },
            Engine::WebKit => Self {
                driver: find(&["WebKitWebDriver"], "apt install webkit2gtk-driver")?,
                browser: find_program(
                    &["MiniBrowser"],
                    &["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"].map(|version| {
                        format!("/usr/lib/{}-linux-gnu/{version}", std::env::consts::ARCH)
                    }),
                    "apt install libwebkit2gtk-4.1-0",
                )?,
                display: Some(find(&["Xvfb"], "apt install xvfb")?),
            },
        })
    }
}

async fn session(
    engine: Engine,
    programs: &Programs,
    processes: &mut Processes,
) -> Result<WebDriver, String> {
    const LIMIT: Duration = Duration::from_secs(60);
    let mut command = Command::new(&programs.driver);
    if let Some(xvfb) = &programs.display {
        command.env("DISPLAY", start_display(xvfb, processes)?);
        // Under load, WebKitGTK 2.50 miscomputed in about 1 of 150 page loads: an index in the wasm
        // became an address. It recompiles running wasm on another thread; see CONTRIBUTING.md.
        command.env("JSC_useConcurrentJIT", "0");
        // X11 even under a Wayland desktop, and no accessibility bus, because nothing uses it.
        command.env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
    }
    write_style(engine, processes.folder()).map_err(|error| format!("no style sheet: {error}"))?;
    let port = free_port();
    command.arg(format!("--port={port}"));
    start_driver(command, port, processes).await?;

    let capabilities = capabilities(engine, &programs.browser, processes.folder());
    let builder = WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities);
    let session = timeout(LIMIT, builder.request_timeout(LIMIT).connect()).await;
    let session = session
        .map_err(|_| format!("no session within {LIMIT:?}"))?
        .map_err(|error| format!("no session: {error}"))?;
    // Without this, dropping the session blocks on a request to a driver that may hang or be gone.
    let _ = session.clone().leak();
    let limit = Some(Duration::from_secs(30));
    let timeouts = TimeoutConfiguration::new(limit, limit, Some(Duration::ZERO));
    let set = session.update_timeouts(timeouts).await;
    set.map_err(|error| format!("timeouts cannot be set: {error}"))?;
    Ok(session)
}

fn capabilities(engine: Engine, browser: &Path, folder: &Path) -> Capabilities {
    let value = match engine {
        Engine::Chromium => json!({
            "browserName": "chrome",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "binary": browser, "args": [
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
                // The soak changes the address more often than any reader can.
                "--disable-ipc-flooding-protection",
                format!("--user-data-dir={}", folder.join("profile").display()),
            ]},
        }),
        Engine::Firefox => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "binary": browser,
                "args": ["-headless", "-profile", folder.join("profile")],
                "prefs": { "toolkit.legacyUserProfileCustomizations.stylesheets": true },
            },
        }),
        Engine::WebKit => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
        }),
    };
    match value {
        Value::Object(map) => map.into(),
        _ => unreachable!("every arm is a JSON object"),
    }
}

/// Lets windows become as narrow as a phone, which the style of their toolbars prevents.
fn write_style(engine: Engine, folder: &Path) -> std::io::Result<()> {
    let (path, style) = match engine {
        Engine::Chromium => return Ok(()),
        Engine::Firefox => (
            "profile/chrome/userChrome.css",
            ":root { min-width: 0 !important; }",
        ),
        Engine::WebKit => (
            ".config/gtk-3.0/gtk.css",
            "window * { min-width: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }",
        ),
    };
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("the file is in a folder"))?;
    fs::write(path, style)
}

/// Starts a virtual screen on a free display, which Xvfb finds itself, and returns its name.
fn start_display(xvfb: &Path, processes: &mut Processes) -> Result<String, String> {
    // The abstract socket is enough, and unlike the one in /tmp it never remains.
    let arguments = "-displayfd 1 -screen 0 2560x2000x24 -nolisten tcp -nolisten unix";
    let mut command = Command::new(xvfb);
    command.args(arguments.split(' ')).stdout(Stdio::piped());
    let output = processes.start(&mut command)?.stdout.take();
    let mut number = String::new();
    BufReader::new(output.expect("standard output is piped"))
        .read_line(&mut number)
        .map_err(|error| format!("Xvfb names no display: {error}"))?;
    match number.trim() {
        "" => Err("Xvfb ended without naming a display".into()),
        number => Ok(format!(":{number}")),
    }
}

async fn start_driver(
    mut command: Command,
    port: u16,
    processes: &mut Processes,
) -> Result<(), String> {
    let child = processes.start(command.stdout(processes.log_file()?))?;
    let deadline = Instant::now() + Duration::from_secs(30);
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port))
        .await
        .is_err()
    {
        if let Ok(Some(status)) = child.try_wait() {
            return Err(format!("the driver ended at once: {status}"));
        }
        if Instant::now() > deadline {
            return Err(format!("the driver does not listen on port {port}"));
        }
        sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

/// Returns a port that is free now. If another program takes it first, the next attempt gets another.
fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .expect("the loopback interface must be up")
        .port()
}
