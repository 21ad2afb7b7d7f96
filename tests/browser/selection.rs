//! Which case runs in which engine, as a list of trials.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::{SystemTime, UNIX_EPOCH};

use libtest_mimic::{Arguments, Trial};

use crate::cases::{self, Body, Case, Kind};
use crate::engines::Engine;
use crate::runner::{Runners, is_interrupted};

/// Returns the trials that the arguments select: those that run side by side, and those that run
/// alone after them.
pub(crate) fn trials(arguments: &Arguments, runners: &Runners) -> [Vec<Trial>; 2] {
    let everywhere = arguments.filter.is_some() || wants_everything();
    let [mut together, mut alone] = [const { Vec::new() }; 2];
    for engine in Engine::ALL {
        for (turn, case) in cases::all().enumerate() {
            if runs_in(&case, engine, everywhere) {
                let trials = if case.kind == Kind::Alone {
                    &mut alone
                } else {
                    &mut together
                };
                trials.push(trial(engine, turn, case, runners));
            }
        }
    }
    let select = |mut trials: Vec<Trial>| {
        trials.retain(|trial| !arguments.is_filtered_out(trial));
        trials
    };
    [together, alone].map(select)
}

/// Reports whether a case runs in an engine. `everywhere` switches the daily draw off.
fn runs_in(case: &Case, engine: Engine, everywhere: bool) -> bool {
    match case.kind {
        Kind::Everywhere | Kind::Alone => true,
        Kind::Anywhere => everywhere || engine == drawn(case.name, today()),
        Kind::Chromium | Kind::Pictures => engine == Engine::Chromium,
        Kind::Files => engine == Engine::ALL[0],
    }
}

/// Returns the engine of a case that runs in only one, on a day. Within three days, it is each.
fn drawn(case: &str, day: u64) -> Engine {
    let mut hasher = DefaultHasher::new();
    case.hash(&mut hasher);
    let engines = u64::try_from(Engine::ALL.len()).expect("a small number");
    let nth = hasher.finish().wrapping_add(day) % engines;
    Engine::ALL[usize::try_from(nth).expect("a small number")]
}

/// Reports whether nothing is to be left to other days.
pub(crate) fn wants_everything() -> bool {
    std::env::var_os("BROWSER_TESTS").is_some_and(|value| value == "all")
}

/// Returns the number of the day since 1970, in UTC.
pub(crate) fn today() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |time| time.as_secs() / (24 * 60 * 60))
}

fn trial(engine: Engine, turn: usize, case: Case, runners: &Runners) -> Trial {
    let is_on_demand = case.kind == Kind::Pictures;
    let name = match case.body {
        Body::Page(_) => format!("{engine}::{}", case.name),
        Body::Files(_) => format!("files::{}", case.name),
    };
    let runner = runners.of(engine);
    let run = move || {
        if is_interrupted() {
            return Err("interrupted".into());
        }
        cases::prepare(case.name);
        match case.body {
            Body::Page(run) => runner.run(turn, case.name, run).map_err(Into::into),
            Body::Files(run) => {
                run();
                Ok(())
            }
        }
    };
    Trial::test(name, run).with_ignored_flag(is_on_demand)
}
