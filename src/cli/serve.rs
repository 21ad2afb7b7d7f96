//! `serve`: serves the explorer on this machine, and rebuilds it after every edit.
//!
//! It sends pages with the content security policy that the README recommends. The policy also
//! allows the manifest, which the showcase needs to be installed.

mod live;
mod port;

use std::net::TcpListener;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tokio::sync::watch;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use super::print;
use super::project::Project;
use super::watch::Watch;
use commands::Failure;
use live::{Live, Shown};

const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; \
     require-trusted-types-for 'script'; manifest-src 'self'",
);
/// The pages that follow the edits.
const PAGES: [&str; 4] = ["/", "/index.html", "/embed.html", "/guide.html"];
/// The page before the first build.
const EMPTY_PAGE: &str = include_str!("../../www/site/not-built.html");
const RELOAD_SCRIPT: &str = include_str!("../../www/site/reload.js");
const PROBLEMS_SCRIPT: &str = include_str!("../../www/site/problems.js");
const PROBLEMS_STYLES: &str = include_str!("../../www/site/problems.css");
const NOT_OFFLINE_SCRIPT: &str = include_str!("../../www/offline/not-offline.js");

/// Serves the explorer for a content folder until the process is stopped.
pub(super) fn serve(project: &Project, content: PathBuf, port: Option<u16>) -> Result<(), Failure> {
    // Before the build, because a build can take minutes.
    let listener = port::listen(port)?;
    // Before the build too, so that an edit during the build is noticed.
    let watch = Watch::new(&[&content, &project.sources(), &project.www()]);
    let out = project.served(&content);
    let (live, shown) = Live::start(project.clone(), content, out.clone())?;
    match watch {
        Ok(watch) => {
            std::thread::spawn(move || live.follow(watch));
        }
        Err(error) => eprintln!(
            "warning: edits will not be noticed, because the files cannot be watched: {error}"
        ),
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(|error| Failure::build("start the server", error))?;
    runtime
        .block_on(answer(listener, &out, shown))
        .map_err(|error| Failure::build("serve", error))
}

async fn answer(
    listener: TcpListener,
    out: &Path,
    shown: watch::Receiver<Shown>,
) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    print::line(format_args!(
        "serving http://{} (Ctrl+C stops it)",
        listener.local_addr()?
    ));
    let files = ServeDir::new(out).precompressed_br().precompressed_gzip();
    let text = |kind: &'static str, text: &'static str| {
        get(move || async move { ([(header::CONTENT_TYPE, kind)], text) })
    };
    let mut router = Router::new()
        .route("/__serve/reload.js", text("text/javascript", RELOAD_SCRIPT))
        .route(
            "/__serve/problems.js",
            text("text/javascript", PROBLEMS_SCRIPT),
        )
        .route("/__serve/problems.css", text("text/css", PROBLEMS_STYLES))
        .route("/__serve/shown", get(next_shown).with_state(shown.clone()))
        .route("/offline.js", text("text/javascript", NOT_OFFLINE_SCRIPT));
    for path in PAGES {
        let state = (out.to_owned(), shown.clone());
        router = router.route(path, get(page).with_state(state));
    }
    let headers = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ),
        // For pages of other origins, and for a sandboxed iframe, which has no origin.
        (
            header::ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    router = router.fallback_service(files);
    for (name, value) in headers {
        router = router.layer(SetResponseHeaderLayer::overriding(name, value));
    }
    axum::serve(listener, router).await
}

/// Returns a page of the site with the script that follows the edits. The script's address has the
/// number of the build that the page belongs to.
async fn page(State((out, shown)): State<(PathBuf, watch::Receiver<Shown>)>, uri: Uri) -> Response {
    let name = uri.path().trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    // Before the file is read: a page that is newer than its number is only loaded once more.
    let build = shown.borrow().build;
    let html = tokio::fs::read_to_string(out.join(name)).await;
    let html = html.as_deref().unwrap_or(EMPTY_PAGE);
    Html(format!(
        "{html}<script type=\"module\" src=\"/__serve/reload.js?build={build}\"></script>\n"
    ))
    .into_response()
}

/// Returns what is shown, as JSON; for a browser that knows it, waits until it changes.
async fn next_shown(
    State(mut shown): State<watch::Receiver<Shown>>,
    Query(known): Query<Known>,
) -> Response {
    let is_new = |shown: &Shown| known.after.is_none_or(|after| shown.number > after);
    let json = match shown.wait_for(is_new).await {
        Ok(shown) => serde_json::to_string(&*shown).ok(),
        Err(_) => None,
    };
    let kind = [(header::CONTENT_TYPE, "application/json")];
    json.map_or_else(
        || (StatusCode::SERVICE_UNAVAILABLE, "edits are not noticed").into_response(),
        |json| (kind, json).into_response(),
    )
}

#[derive(serde::Deserialize)]
struct Known {
    after: Option<u64>,
}
