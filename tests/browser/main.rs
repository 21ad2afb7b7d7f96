//! Browser tests: every case in `cases.rs`, in three engines, by one piece of test code.
//!
//! `cargo test --test browser` runs everything, `cargo test --test browser firefox::` one engine,
//! `cargo test --test browser typing` one case everywhere; engines that no selected trial needs
//! are never started. A missing browser or driver fails its trials and says what to install.
//!
//! Cases that need what only Chromium's driver can (its own protocol) are there for it alone; those that make pictures to be
//! looked at run when they are asked for (`tests/screenshots`).
//!
//! Deliberately absent: skipping, retrying of failed cases, and parallelism. Trials run one after
//! another, grouped by engine, so that only one browser is alive at any time.

mod cases;
mod engines;
mod page;
mod processes;
mod runner;
mod site;
mod states;

use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use engines::Engine;
use libtest_mimic::{Arguments, Trial};
use runner::Runner;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    // This handle outlives the trials, so the runner (and with it the browser) is dropped here
    // whatever happens: passed, failed, panicked, interrupted, or standard output closed.
    let runner = Arc::new(Mutex::new(Runner::new()));
    let conclusion = libtest_mimic::run(&arguments, trials(&runner));
    drop(runner);
    conclusion.exit_code()
}

fn trials(runner: &Arc<Mutex<Runner>>) -> Vec<Trial> {
    let pairs = Engine::ALL
        .into_iter()
        .flat_map(|engine| cases::all().map(move |(name, case)| (engine, name, case)))
        .filter(|(engine, name, _)| *engine == Engine::Chromium || !cases::needs_chromium(name));
    let trial = |(engine, name, case)| {
        let runner = Arc::clone(runner);
        Trial::test(format!("{engine}::{name}"), move || {
            cases::prepare(name);
            // Poisoned means that an earlier trial hit a bug of the harness; the next one can
            // still be judged, as the runner replaces a browser that does not answer.
            let mut runner = runner.lock().unwrap_or_else(PoisonError::into_inner);
            runner.run(engine, name, case).map_err(Into::into)
        })
        .with_ignored_flag(cases::is_on_demand(name))
    };
    pairs.map(trial).collect()
}
