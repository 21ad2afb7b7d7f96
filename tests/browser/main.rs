//! Browser tests: the cases below `cases/`, in Chromium, Firefox and `WebKitGTK`.
//!
//! `cargo test --test browser` runs the tests. A filter selects trials by a part of their name,
//! which is the engine and the case: `cargo test --test browser firefox::` runs one engine,
//! `cargo test --test browser search` the cases with that word in every engine. Engines without a
//! selected trial do not start. A missing browser or driver fails its trials and names the package
//! to install.
//!
//! The engines run side by side, each with one browser of its own and one case at a time. Cases
//! that depend on time run afterwards, one at a time while nothing else runs. Ctrl-C fails the
//! remaining trials and ends every browser.
//!
//! The table of a module says where a case runs (see [`cases::Kind`]). Cases that no engine can
//! change run in one engine, which differs from day to day. With a filter, or with
//! `BROWSER_TESTS=all` in the environment, they run in every engine.
//!
//! Deliberately absent: skipping, and a second try for failed cases.

mod cases;
mod engines;
#[path = "../npm/mod.rs"]
mod npm;
mod page;
mod processes;
mod runner;
mod selection;
mod site;
mod states;

use std::process::ExitCode;

use libtest_mimic::Arguments;
use runner::Runners;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    let runners = Runners::new();
    let [together, alone] = selection::trials(&arguments, &runners);
    let mut failed = false;
    for (trials, side_by_side) in [(together, true), (alone, false)] {
        if trials.is_empty() {
            continue;
        }
        // A thread for each trial: it waits there until its engine is free.
        arguments.test_threads = Some(if side_by_side { trials.len().max(2) } else { 1 });
        failed |= libtest_mimic::run(&arguments, trials).has_failed();
    }
    runners.report();
    drop(runners);
    processes::end_all();
    if failed {
        ExitCode::from(101)
    } else {
        ExitCode::SUCCESS
    }
}
