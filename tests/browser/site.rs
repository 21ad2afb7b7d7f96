//! A static web site on a loopback port of its own, whose pages record their console.
//!
//! Every HTML page gets `console-capture.js` as its first script, served by the site itself so
//! that it also runs under `script-src 'self'`. Fragments of pages stay unchanged.
//!
//! A test can let it fail in the ways of a network or a host ([`Fault`]), and redirect as many
//! static hosts do ([`Builder::clean_addresses`]).
//!
//! Deliberately absent: caching, ranges, compression, and anything dynamic. HTML is UTF-8.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Response, StatusCode, Uri, header};
use axum::routing::any;
use percent_encoding::percent_decode_str;
use tokio::sync::oneshot;

use answers::{CAPTURE_PATH, HTML, insert_capture, mime, redirect, response};

mod answers;

/// A failure of one path.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// Never answers.
    Silence,
    /// Answers with this status and a page that names it.
    Status(u16),
    /// Answers with these bytes.
    Content(Vec<u8>),
    /// Answers imports of scripts with these bytes, and other requests with the file.
    Import(Vec<u8>),
    /// Redirects to this address.
    Redirect(String),
}

type Faults = Arc<Mutex<BTreeMap<String, Fault>>>;

pub(crate) struct Site {
    port: u16,
    requests: Arc<Mutex<Vec<String>>>,
    faults: Faults,
    server: Mutex<Option<(oneshot::Sender<Infallible>, JoinHandle<()>)>>,
}

impl Site {
    pub(crate) fn builder() -> Builder {
        Builder::default()
    }

    /// Returns the address of a path such as "/index.html" on this site.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Returns the paths requested so far, in order, as sent (with query, percent-encoded), without
    /// the favicon and the capture script.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().expect(NO_PANIC).clone()
    }

    /// Leaves all further requests of this path without an answer. None ends that for new requests.
    pub(crate) fn hold(&self, path: Option<&str>) {
        self.set_faults(path.map(|path| (path, Fault::Silence)));
    }

    /// Lets further requests of these paths fail, and those of all other paths succeed.
    pub(crate) fn set_faults<'a>(&self, faults: impl IntoIterator<Item = (&'a str, Fault)>) {
        let faults = faults.into_iter();
        *self.faults.lock().expect(NO_PANIC) = faults
            .map(|(path, fault)| (path.to_owned(), fault))
            .collect();
    }

    /// Closes the port and all open connections; returns when that is done.
    pub(crate) fn stop(&self) {
        let server = self.server.lock().expect(NO_PANIC).take();
        if let Some((running, thread)) = server {
            drop(running);
            thread.join().expect("the site's thread does not panic");
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

#[derive(Default)]
pub(crate) struct Builder {
    folders: Vec<PathBuf>,
    pages: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    types: Vec<(String, String)>,
    without_capture: bool,
    clean_addresses: bool,
}

impl Builder {
    /// Serves the files of a folder; of several folders, the first that has the file.
    pub(crate) fn folder(mut self, path: impl Into<PathBuf>) -> Self {
        self.folders.push(path.into());
        self
    }

    /// Serves a text under a path, with the content type of the path's extension.
    pub(crate) fn page(mut self, path: &str, text: impl Into<String>) -> Self {
        self.pages.push((path.to_owned(), text.into()));
        self
    }

    /// Sends a header with every response.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets the content type of a path.
    pub(crate) fn content_type(mut self, path: &str, mime: &str) -> Self {
        self.types.push((path.to_owned(), mime.to_owned()));
        self
    }

    /// Serves the pages without the capture script.
    pub(crate) fn without_capture(mut self) -> Self {
        self.without_capture = true;
        self
    }

    /// Redirects `X.html` to `X`, and `index.html` to its folder, as many static hosts do.
    pub(crate) fn clean_addresses(mut self) -> Self {
        self.clean_addresses = true;
        self
    }

    pub(crate) fn start(self) -> Site {
        let (listener, port) = unused_port();
        let requests = Arc::default();
        let (running, stopped) = oneshot::channel();
        let faults = Faults::default();
        let (log, present) = (Arc::clone(&requests), Arc::clone(&faults));
        let thread = thread::spawn(move || serve(self, listener, log, present, stopped));
        Site {
            port,
            requests,
            faults,
            server: Mutex::new(Some((running, thread))),
        }
    }

    fn respond(
        &self,
        uri: &Uri,
        fault: Option<&Fault>,
        log: &Mutex<Vec<String>>,
    ) -> Response<Body> {
        match uri.path() {
            "/favicon.ico" => return response(StatusCode::NO_CONTENT, "image/x-icon", vec![]),
            CAPTURE_PATH => return response(StatusCode::OK, "text/javascript", CAPTURE.into()),
            _ => log.lock().expect(NO_PANIC).push(uri.to_string()),
        }
        let path = percent_decode_str(uri.path()).decode_utf8_lossy();
        if let Some(clean) = path.strip_suffix(".html").filter(|_| self.clean_addresses) {
            let clean = clean
                .strip_suffix("/index")
                .map_or_else(|| clean.to_owned(), |to| format!("{to}/"));
            return redirect(&match uri.query() {
                Some(query) => format!("{clean}?{query}"),
                None => clean,
            });
        }
        let index = if path.ends_with('/') {
            "index.html"
        } else {
            ""
        };
        let path = format!("{path}{index}");
        let page = format!("{path}.html");
        let path = if self.clean_addresses
            && self.content(&path).is_none()
            && self.content(&page).is_some()
        {
            page
        } else {
            path
        };
        let content = self.content(&path);
        let mut response = match (fault, content, mime(&path)) {
            (Some(Fault::Status(status)), ..) => {
                let status = StatusCode::from_u16(*status).expect("a test names a valid status");
                response(status, HTML, format!("<title>{status}</title>").into())
            }
            (Some(Fault::Redirect(to)), ..) => return redirect(to),
            (Some(Fault::Content(other) | Fault::Import(other)), _, mime) => {
                response(StatusCode::OK, mime, other.clone())
            }
            (_, None, _) => response(StatusCode::NOT_FOUND, "text/plain", b"not found".to_vec()),
            (_, Some(page), HTML) if !self.without_capture => {
                response(StatusCode::OK, HTML, insert_capture(page))
            }
            (_, Some(content), mime) => response(StatusCode::OK, mime, content),
        };
        for (name, value) in &self.headers {
            let name = header::HeaderName::try_from(name).expect("header() got a valid name");
            let value = header::HeaderValue::try_from(value).expect("header() got a valid value");
            response.headers_mut().insert(name, value);
        }
        if let Some((_, mime)) = self.types.iter().find(|(of, _)| *of == path) {
            let mime = header::HeaderValue::try_from(mime).expect("content_type() got a valid one");
            response.headers_mut().insert(header::CONTENT_TYPE, mime);
        }
        response
    }

    fn content(&self, path: &str) -> Option<Vec<u8>> {
        if let Some((_, text)) = self.pages.iter().find(|(page, _)| page == path) {
            return Some(text.clone().into_bytes());
        }
        let file = Path::new(path.trim_start_matches('/'));
        let inside = |part| matches!(part, Component::Normal(_));
        let mut files = self.folders.iter().map(|folder| folder.join(file));
        files
            .find(|path| file.components().all(inside) && path.is_file())
            .and_then(|path| fs::read(path).ok())
    }
}

/// Returns a listener on a port that no earlier site had. A browser keeps service workers and caches by origin, and
/// the system gives a port that was closed to somebody else.
fn unused_port() -> (TcpListener, u16) {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    // Listeners on used ports stay open until a new port is found, so that none is offered twice.
    let mut refused = Vec::new();
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
        let listener = listener.expect("the loopback interface must be up");
        let port = listener
            .local_addr()
            .expect("a bound socket has one")
            .port();
        if USED.lock().expect(NO_PANIC).insert(port) {
            return (listener, port);
        }
        refused.push(listener);
    }
}

const NO_PANIC: &str = "no holder of this lock panics";
pub(crate) const CAPTURE: &str = include_str!("console-capture.js");

/// Runs until the sender of `stopped` is dropped. Dropping the runtime then drops the tasks of all
/// open connections, which closes them; axum's graceful shutdown would wait for them instead.
fn serve(
    site: Builder,
    listener: TcpListener,
    log: Arc<Mutex<Vec<String>>>,
    faults: Faults,
    stopped: oneshot::Receiver<Infallible>,
) {
    let site = Arc::new(site);
    let answer = any(move |uri: Uri, headers: HeaderMap| {
        let is_import = headers
            .get("sec-fetch-dest")
            .is_some_and(|of| of == "script");
        let fault = faults.lock().expect(NO_PANIC).get(uri.path()).cloned();
        let fault = fault.filter(|fault| is_import || !matches!(fault, Fault::Import(_)));
        let response = site.respond(&uri, fault.as_ref(), &log);
        async move {
            if matches!(fault, Some(Fault::Silence)) {
                std::future::pending::<()>().await;
            }
            response
        }
    });
    let router = Router::new().fallback_service(answer);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build();
    runtime.expect("a runtime can be built").block_on(async {
        listener
            .set_nonblocking(true)
            .expect("a socket can be non-blocking");
        let listener = tokio::net::TcpListener::from_std(listener).expect("the socket is valid");
        tokio::select! {
            _ = axum::serve(listener, router) => {}
            _ = stopped => {}
        }
    });
}
