//! `serve`: serves the explorer on this machine, and rebuilds it after every edit.
//!
//! It sends pages with the content security policy that the README recommends. The policy also
//! allows the manifest, which the showcase needs to be installed.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use super::build::{self, Uncompressed};
use super::failure::Failure;
use super::freshness;
use super::print;
use super::project::Project;
use super::watch::Watch;

const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 100;
/// The time without changes after which the site is compressed. Compressing takes some seconds.
const IDLE: Duration = Duration::from_secs(5);
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; \
     require-trusted-types-for 'script'; manifest-src 'self'",
);
const RELOAD_SCRIPT: &str = include_str!("../../www/site/reload.js");
const NOT_OFFLINE_SCRIPT: &str = include_str!("../../www/offline/not-offline.js");

/// Serves the explorer until the process is stopped.
pub(super) fn serve(project: &Project) -> Result<(), Failure> {
    let dist = project.dist();
    if !freshness::is_fresh(
        project,
        &dist,
        freshness::fingerprint(project, &project.content()),
    ) {
        build::build(project, &project.content(), &dist)?.print_short();
    }
    let (finished, builds) = watch::channel(0_u64);
    let watcher = project.clone();
    std::thread::spawn(move || {
        if let Err(error) = rebuild_on_change(&watcher, &finished) {
            eprintln!(
                "warning: edits will not be noticed, because the files cannot be watched: {error}"
            );
        }
    });
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(|error| Failure::build("start the server", error))?;
    runtime
        .block_on(listen(dist, builds))
        .map_err(|error| Failure::build("serve", error))
}

async fn listen(dist: PathBuf, builds: watch::Receiver<u64>) -> std::io::Result<()> {
    let listener = free_listener().await?;
    print::line(format_args!(
        "serving http://{} (Ctrl+C stops it)",
        listener.local_addr()?
    ));
    let files = ServeDir::new(&dist).precompressed_br().precompressed_gzip();
    let router = Router::new()
        .route("/__reload.js", get(|| async { script(RELOAD_SCRIPT) }))
        .route("/offline.js", get(|| async { script(NOT_OFFLINE_SCRIPT) }))
        .route("/__reload", get(next_build).with_state(builds))
        .route("/", get(page).with_state(dist.clone()))
        .route("/index.html", get(page).with_state(dist))
        .fallback_service(files)
        .layer(SetResponseHeaderLayer::overriding(
            header::CONTENT_SECURITY_POLICY,
            POLICY,
        ))
        .layer(SetResponseHeaderLayer::overriding(
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ))
        // For pages of other origins, and for a sandboxed iframe, which has no origin.
        .layer(SetResponseHeaderLayer::overriding(
            header::ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        ))
        .layer(SetResponseHeaderLayer::overriding(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ));
    axum::serve(listener, router).await
}

fn script(text: &'static str) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript")], text)
}

/// Opens the first free port. Other machines cannot reach it.
async fn free_listener() -> std::io::Result<TcpListener> {
    let mut port = FIRST_PORT;
    loop {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await {
            Err(error)
                if error.kind() == std::io::ErrorKind::AddrInUse
                    && port < FIRST_PORT + PORTS_TRIED =>
            {
                port += 1;
            }
            result => return result,
        }
    }
}

/// Returns a page of `dist/` with the script that reloads the page after a build.
async fn page(State(dist): State<PathBuf>, uri: Uri) -> Response {
    let name = uri.path().trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    match tokio::fs::read_to_string(dist.join(name)).await {
        Ok(html) => Html(format!(
            "{html}<script type=\"module\" src=\"/__reload.js\"></script>\n"
        ))
        .into_response(),
        Err(_) => (StatusCode::NOT_FOUND, "this page has not been built").into_response(),
    }
}

/// Waits for a newer build than the one that the page shows, and returns its number.
async fn next_build(
    State(mut builds): State<watch::Receiver<u64>>,
    Query(known): Query<Known>,
) -> String {
    let newer = builds
        .wait_for(|build| known.after.is_none_or(|after| *build > after))
        .await;
    newer.map_or_else(|_| String::new(), |build| build.to_string())
}

#[derive(serde::Deserialize)]
struct Known {
    after: Option<u64>,
}

/// Writes the site after each edit, and compresses it when no more edits follow.
fn rebuild_on_change(project: &Project, finished: &watch::Sender<u64>) -> notify::Result<()> {
    let content = project.content();
    let watch = Watch::new(&[&content, &project.sources(), &project.www()])?;
    let mut built = freshness::fingerprint(project, &content);
    // A site that is written but not yet compressed.
    let mut pending: Option<Uncompressed> = None;
    loop {
        let is_changed = watch.wait(pending.as_ref().map(|_| IDLE));
        if !is_changed {
            match pending.take().map(|site| site.compress(project)) {
                Some(Ok(report)) => report.print_short(),
                Some(Err(failure)) => eprintln!("{failure}"),
                None => {}
            }
            continue;
        }
        let now = freshness::fingerprint(project, &content);
        // An editor may save a file without changes.
        if now == built {
            continue;
        }
        built = now;
        match build::write(project, &content, &project.dist()) {
            Ok(site) => {
                print::line(format_args!("wrote the page in {:.1} s", site.seconds()));
                finished.send_modify(|build| *build += 1);
                pending = Some(site);
            }
            Err(failure) => eprintln!("{failure}\nthe page was not changed"),
        }
    }
}
