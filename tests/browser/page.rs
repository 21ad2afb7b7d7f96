//! Actions on a web page. Every function works the same in all three engines, except
//! for those in `chromium`.
//!
//! Scripts may use `root`, the open shadow root of the page's `clause-explorer` element, and
//! `$(css)`, the first match inside it. Selectors passed to functions are resolved by `$`.
//!
//! Deliberately absent: several windows, the console of iframes, and the console of a page that the
//! browser leaves by itself, by a link; only `open` saves the console of the page it leaves.

mod chromium;

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::error::WebDriverError;
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{TypingData, WebDriver, WebElement};
use tokio::time::{Instant, sleep};

pub(crate) use chromium::Colours;

use crate::engines::Engine;

#[derive(Clone)]
pub(crate) struct Page {
    engine: Engine,
    driver: WebDriver,
    messages: Arc<Mutex<Vec<String>>>,
}

impl Page {
    /// Takes over the window of a session.
    pub(crate) async fn new(engine: Engine, driver: WebDriver) -> Result<Self> {
        let page = Self {
            engine,
            driver,
            messages: Arc::default(),
        };
        page.browser_log().await?;
        Ok(page)
    }

    pub(crate) async fn open(&self, url: &str) -> Result {
        self.collect_console().await?;
        Ok(self.driver.goto(url).await?)
    }

    /// Enters the nth iframe of the page: every function then works on its document.
    pub(crate) async fn enter_frame(&self, nth: u16) -> Result {
        Ok(self.driver.enter_frame(nth).await?)
    }

    /// Leaves the iframe: every function then works on the page itself again.
    pub(crate) async fn leave_frame(&self) -> Result {
        Ok(self.driver.enter_default_frame().await?)
    }

    /// Runs the body of a function and returns its result; `args` is a JSON array.
    pub(crate) async fn js<T: DeserializeOwned>(&self, script: &str, args: Value) -> Result<T> {
        Ok(self.execute(script, args).await?.convert()?)
    }

    /// Runs the body of an async function (so it may await) and returns its result.
    pub(crate) async fn js_async<T: DeserializeOwned>(
        &self,
        script: &str,
        args: Value,
    ) -> Result<T> {
        let script = format!(
            "const done = [].pop.call(arguments);
            (async function () {{ {PRELUDE}{script} }}).apply(null, arguments).then(
                (value) => done([value ?? null, null]),
                (error) => done([null, `${{error}}`]),
            );"
        );
        let result = self.driver.execute_async(script, array(args)).await?;
        match result.convert::<(Value, Option<String>)>()? {
            (_, Some(error)) => Err(PageError(error)),
            (value, None) => Ok(serde_json::from_value(value)?),
        }
    }

    /// Polls until a JavaScript expression is truthy; one that throws is not truthy yet.
    pub(crate) async fn wait_until(&self, description: &str, condition: &str) -> Result {
        let deadline = Instant::now() + Duration::from_secs(30);
        let script = format!(
            "try {{ return ({condition}) ? null : 'not so'; }} catch (error) {{ return `${{error}}`; }}"
        );
        loop {
            // A failing script is no reason to stop: the page may be navigating.
            let why = match self.js::<Option<String>>(&script, json!([])).await {
                Ok(None) => return Ok(()),
                Ok(Some(why)) => why,
                Err(error) => error.to_string(),
            };
            if Instant::now() > deadline {
                return Err(PageError(format!(
                    "waited 30 s, but not: {description}: {why}: {condition}"
                )));
            }
            sleep(Duration::from_millis(40)).await;
        }
    }

    /// Polls until a JavaScript expression that may await is truthy.
    pub(crate) async fn wait_until_async(&self, description: &str, condition: &str) -> Result {
        let script = format!(
            "for (let tries = 0; tries < 750; tries++) {{
                if ({condition}) return;
                await new Promise((later) => setTimeout(later, 40));
            }}
            throw new Error('waited 30 s, but not: {description}');"
        );
        self.js_async(&script, json!([])).await
    }

    /// Gives the viewport exactly this size in CSS pixels.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Result {
        let script = "return [[innerWidth, innerHeight], [outerWidth - innerWidth,
            outerHeight - innerHeight], [screen.width, screen.height]];";
        let mut inner = [0; 2];
        for _ in 0..50 {
            let [size, frame, screen]: [[u32; 2]; 3] = self.js(script, json!([])).await?;
            inner = size;
            if inner == [width, height] {
                return Ok(());
            }
            let [w, h] = [width + frame[0], height + frame[1]];
            // Xvfb's pointer is in the middle of the screen. Without a window manager, the window
            // under the pointer has the focus.
            let [x, y] = [
                screen[0].saturating_sub(w) / 2,
                screen[1].saturating_sub(h) / 2,
            ];
            self.driver
                .set_window_rect(x.into(), y.into(), w, h)
                .await?;
            sleep(Duration::from_millis(40)).await;
        }
        Err(PageError(format!(
            "the viewport is {inner:?}, not {width}×{height}"
        )))
    }

    /// Saves the viewport as a PNG file.
    pub(crate) async fn screenshot(&self, path: &Path) -> Result {
        // WebKit saves the last frame it drew, which need not show the latest changes yet.
        let drawn = "await new Promise((done) => {
            requestAnimationFrame(() => requestAnimationFrame(done));
            setTimeout(done, 1000);
        });";
        let () = self.js_async(drawn, json!([])).await?;
        Ok(self.driver.screenshot(path).await?)
    }

    /// Returns everything that the pages of this case have reported so far. Chromium's own log is
    /// included: it repeats some messages, and adds those that no script sees, such as failed
    /// fetches.
    pub(crate) async fn console(&self) -> Result<Vec<String>> {
        self.collect_console().await?;
        Ok(self.messages.lock().expect(NO_PANIC).clone())
    }

    pub(crate) async fn assert_console_empty(&self) -> Result {
        match self.console().await?.as_slice() {
            [] => Ok(()),
            messages => Err(PageError(format!(
                "the console is not empty:\n{}",
                messages.join("\n")
            ))),
        }
    }

    pub(crate) async fn element(&self, css: &str) -> Result<WebElement> {
        let found = self
            .execute("return $(arguments[0]);", json!([css]))
            .await?;
        match found.json() {
            Value::Null => Err(PageError(format!("no element `{css}` in the shadow root"))),
            _ => Ok(found.element()?),
        }
    }

    /// Focuses an element and types into it with real key strokes.
    pub(crate) async fn type_text(&self, css: &str, text: &str) -> Result {
        Ok(self.element(css).await?.send_keys(text).await?)
    }

    /// Scrolls to an element and clicks its middle with the pointer, once it rests. Fails if something
    /// covers it for two seconds, which is longer than any change takes to reach the screen.
    pub(crate) async fn click(&self, css: &str) -> Result {
        // Not the drivers' own "element click": in a shadow tree, WebKit's refuses text fields,
        // because it takes their inner text for an element that covers them.
        let script = "const element = $(arguments[0]);
            if (!element) return 'no such element';
            element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
            const [box] = element.getClientRects();
            if (!box) return 'not displayed';
            const point = [box.x + box.width / 2, box.y + box.height / 2].map(Math.floor);
            const hit = root.elementFromPoint(...point);
            return element.contains(hit) ? point : `covered by ${hit?.outerHTML}`;";
        let deadline = Instant::now() + Duration::from_secs(2);
        let mut before = None;
        loop {
            let found: Value = self.js(script, json!([css])).await?;
            let point: Option<(i64, i64)> = serde_json::from_value(found.clone()).ok();
            // An element that still moves would be missed. Scrolling to it again may move it by a fraction.
            if let (Some((x, y)), Some((x_before, y_before))) = (point, before)
                && x.abs_diff(x_before).max(y.abs_diff(y_before)) <= 1
            {
                return Ok(self.input().move_to(x, y).click().perform().await?);
            }
            if Instant::now() > deadline {
                return Err(PageError(format!("`{css}` cannot be clicked: {found}")));
            }
            before = point;
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// Drags the middle of an element by this much downwards, in CSS pixels, in steps as a hand would.
    pub(crate) async fn drag(&self, css: &str, down: i64) -> Result {
        const STEPS: i64 = 8;
        let script = "const { x, y, width, height } = $(arguments[0]).getBoundingClientRect();
            return [x + width / 2, y + height / 2].map(Math.floor);";
        let (x, y): (i64, i64) = self.js(script, json!([css])).await?;
        let hold = self.input().move_to(x, y).click_and_hold();
        hold.perform().await?;
        for step in 1..=STEPS {
            let to = y + down * step / STEPS;
            self.input().move_to(x, to).perform().await?;
        }
        Ok(self.input().release().perform().await?)
    }

    /// Presses keys in the element with the focus. Modifiers stay down until the last key:
    /// `Key::Shift + Key::Tab`.
    pub(crate) async fn keys(&self, keys: impl Into<TypingData>) -> Result {
        // Shift, Control, Alt, Meta.
        let is_modifier = |key: &char| matches!(key, '\u{E008}'..='\u{E00A}' | '\u{E03D}');
        let keys = keys.into().as_vec().into_iter();
        let (modifiers, keys): (Vec<_>, Vec<_>) = keys.partition(is_modifier);
        let mut chain = self.input();
        for key in &modifiers {
            chain = chain.key_down(*key);
        }
        for key in keys {
            chain = chain.key_down(key).key_up(key);
        }
        for key in modifiers {
            chain = chain.key_up(key);
        }
        Ok(chain.perform().await?)
    }

    /// Releases all keys and buttons, and moves the pointer out of the way.
    pub(crate) async fn rest_input(&self) -> Result {
        self.input().reset_actions().await?;
        Ok(self.input().move_to(0, 0).perform().await?)
    }

    /// Describes the page for a failure message: address, console, and the beginning of the DOM.
    pub(crate) async fn describe(&self) -> String {
        let console = self.console().await;
        let console = console.map_or_else(|error| error.to_string(), |lines| lines.join("\n    "));
        let script = "const html = root?.innerHTML ?? document.documentElement.outerHTML;
            return [location.href, html.slice(0, 2000)];";
        match self.js::<[String; 2]>(script, json!([])).await {
            Ok([url, html]) => format!("  page: {url}\n  console: {console}\n  DOM: {html}"),
            Err(error) => format!("  page: {error}\n  console: {console}"),
        }
    }

    fn input(&self) -> ActionChain {
        let pause = Some(Duration::ZERO);
        self.driver.action_chain_with_delay(pause, pause)
    }

    async fn execute(&self, script: &str, args: Value) -> Result<ScriptRet> {
        Ok(self
            .driver
            .execute(format!("{PRELUDE}{script}"), array(args))
            .await?)
    }

    /// Moves the console of the current page into `messages`.
    async fn collect_console(&self) -> Result {
        let script = "return location.protocol === 'about:' ? [] : window.__console?.splice(0)
            ?? [`the console of ${location.href} is not captured`];";
        let captured = self.js::<Vec<String>>(script, json!([])).await?;
        let logged = self.browser_log().await?;
        let mut messages = self.messages.lock().expect(NO_PANIC);
        messages.extend(captured);
        messages.extend(logged);
        Ok(())
    }
}

pub(crate) type Result<T = ()> = std::result::Result<T, PageError>;

#[derive(Debug)]
pub(crate) struct PageError(String);

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PageError {}

impl From<&str> for PageError {
    fn from(message: &str) -> Self {
        Self(message.to_owned())
    }
}

impl From<WebDriverError> for PageError {
    fn from(error: WebDriverError) -> Self {
        // The stack traces that follow are the drivers' own and long.
        let text = error.to_string();
        let end = text.find("Stacktrace:").unwrap_or(text.len());
        Self(text[..end].trim_end().to_owned())
    }
}

impl From<serde_json::Error> for PageError {
    fn from(error: serde_json::Error) -> Self {
        Self(format!("the script returned something else: {error}"))
    }
}

const NO_PANIC: &str = "no holder of this lock panics";

/// A page may hide `document.querySelector` by an image with that name.
const PRELUDE: &str =
    "const root = Document.prototype.querySelector.call(document, 'clause-explorer')?.shadowRoot;
    const $ = (css) => root?.querySelector(css);\n";

fn array(args: Value) -> Vec<Value> {
    match args {
        Value::Array(args) => args,
        other => panic!("script arguments must be a JSON array, not {other}"),
    }
}
