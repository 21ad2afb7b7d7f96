//! Applies the host's plan and its requests.

use yew::prelude::*;

use super::change::use_change;
use crate::api::{Event, Props};
use crate::state::{Action, ScrollMode, State};

/// Applies the host's plan and its requests. The state began with the view of the first request.
#[hook]
pub(crate) fn use_host(props: &Props, state: &State, dispatch: &UseReducerDispatcher<State>) {
    use_change(props.shared.clone(), {
        let dispatch = dispatch.clone();
        let present = state.shared.clone();
        move |shared| {
            if *shared != present {
                dispatch.dispatch(Action::SetPlan(shared.clone()));
            }
        }
    });
    use_change(props.late_parts, {
        let dispatch = dispatch.clone();
        let is_sorted = state.view.sort.is_some();
        move |late_parts| {
            // The first state is as sorted as it can be.
            if is_sorted && *late_parts > 0 {
                dispatch.dispatch(Action::UseParts);
            }
        }
    });
    use_change(props.request.clone(), {
        let (dispatch, on_event) = (dispatch.clone(), props.on_event.clone());
        move |request| {
            if let Some(view) = request.value().view.clone() {
                dispatch.dispatch(Action::SetView(view));
            }
            if let Some(eid) = request.value().target.clone() {
                dispatch.dispatch(Action::GoTo(eid, ScrollMode::Page));
            }
            on_event.emit(Event::Applied(request.number()));
        }
    });
}
