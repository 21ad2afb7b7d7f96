//! Reports changes to the host once they are on the screen.

use yew::prelude::*;

use super::change::use_change;
use super::staged_start::Stage;
use crate::api::{Event, Props};
use crate::state::State;

/// Reports changes to the host once they are on the screen.
#[hook]
pub(crate) fn use_events(props: &Props, state: &State, stage: Stage) {
    use_change(stage >= Stage::Rendered, {
        let on_event = props.on_event.clone();
        move |&is_rendered| {
            if is_rendered {
                on_event.emit(Event::Rendered);
            }
        }
    });
    let is_first = use_mut_ref(|| true);
    let on_event = props.on_event.clone();
    let count = state.results.clauses.len();
    let by_reader = !state.changed_by_host;
    let requested = use_mut_ref(|| props.request.value().view.clone().unwrap_or_default());
    let key = (state.view.clone(), stage == Stage::Complete);
    use_change(key, move |(view, is_complete)| {
        if !is_complete {
            return;
        }
        let was_first = is_first.replace(false);
        if was_first {
            on_event.emit(Event::Ready);
        }
        // The first view may differ from the requested one: filters that hide the requested clause are dropped.
        if !was_first || *view != *requested.borrow() {
            on_event.emit(Event::Change {
                view: view.clone(),
                count,
                by_reader,
            });
        }
    });
}
