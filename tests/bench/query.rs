//! The time of a query with all counts, natively: `query-times CONTENT QUERY…` prints JSON.

use std::path::Path;
use std::time::{Duration, Instant};

use compile::{Source, compile};
use query::{Index, View};

/// How often each query runs.
const ROUNDS: usize = 5;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().expect("a content folder");
    let views: Vec<View> = arguments.map(view).collect();
    let source = Source::read(Path::new(&folder)).expect("a readable content folder");
    let content = compile(&source).content.expect("content without problems");
    let start = Instant::now();
    let index = Index::new(content.plan);
    let ready = milliseconds(start.elapsed());
    let mut times: Vec<f64> = Vec::new();
    for view in std::iter::repeat_n(&views, ROUNDS).flatten() {
        let start = Instant::now();
        std::hint::black_box(index.run(std::hint::black_box(view)));
        times.push(milliseconds(start.elapsed()));
    }
    times.sort_by(f64::total_cmp);
    let quantile = |hundredths: usize| times[(times.len() - 1) * hundredths / 100];
    let (p50, p99) = (quantile(50), quantile(99));
    println!(r#"{{"ready":{ready},"p50":{p50},"p99":{p99}}}"#);
}

fn view(query: String) -> View {
    View {
        query,
        ..View::default()
    }
}

fn milliseconds(time: Duration) -> f64 {
    1000.0 * time.as_secs_f64()
}
