//! The memory of the rows from one rendering to the next, and the steps between two renderings.

use std::cell::{Ref, RefCell};
use std::ops::Range;
use std::rc::Rc;

use gloo_events::EventListener;
use query::Results;
use web_sys::{Element, EventTarget};
use yew::functional::UseForceUpdateHandle;
use yew::prelude::*;

use super::marks::Marks;
use super::pace::Pace;
use super::sight::{self, Seen, Sight};
use super::window::{FIRST_ROWS, FIRST_SCREEN, Window, Wishes, is_long, most_rows};
use crate::clause::Common;
use crate::dom::{BEFORE_PRINT, element_of, first_in, focus_without_scrolling, later, list_in};
use crate::hooks::{Anchor, Stage, open_to_search};
use crate::pulse::Pulse;
use crate::state::ScrollTarget;

/// The memory of the rows from one rendering to the next, also if all elements are rendered again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory(Rc<RefCell<Remembered>>);

/// The props of the rows that their memory depends on.
pub(super) struct Asked<'a> {
    pub(super) common: &'a Rc<Common>,
    pub(super) results: &'a Rc<Results>,
    pub(super) shown_rows: usize,
    pub(super) stage: Stage,
    pub(super) scroll: &'a Pulse<Option<ScrollTarget>>,
    pub(super) focus: &'a Pulse<Option<String>>,
    pub(super) root: &'a NodeRef,
    pub(super) on_rows: &'a Callback<()>,
}

#[derive(Debug, Default)]
pub(super) struct Remembered {
    pub(super) window: Window,
    pub(super) marks: Marks,
    /// The numbers of the latest requests to scroll and to move the focus.
    requests: [usize; 2],
    is_printed: bool,
    /// The rows before printing, and the place in them.
    before_print: (Range<usize>, Option<Anchor>),
    /// The place to keep in the next rendering: the rows above it may have another height then.
    anchor: Option<Anchor>,
    /// The place to keep in the present rendering, which is not on the screen yet.
    kept: Option<Anchor>,
    /// Whether a row had the focus that may leave the document, and no other element is to get it.
    had_focus: bool,
    /// The number of the latest rendering. Rows that were in sight before say nothing about it.
    version: usize,
    /// The stage of the start whose rows were reported.
    reported: Option<Stage>,
    /// Whether the next rows are on their way.
    is_growing: bool,
    pace: Pace,
}

impl PartialEq for Memory {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Memory {
    pub(super) fn borrow(&self) -> Ref<'_, Remembered> {
        self.0.borrow()
    }
}

/// Decides which rows are rendered now, and after the rendering which ones follow.
#[hook]
pub(super) fn use_memory(memory: &Memory, props: &Asked<'_>) {
    memory.0.borrow_mut().prepare(props);
    let update = use_force_update();
    let sight = use_mut_ref(|| None::<Sight>);
    let rows = Rendered {
        memory: memory.0.clone(),
        results: props.results.clone(),
        clauses: props.common.shared.plan().clauses.len(),
        root: props.root.clone(),
        update,
    };
    use_effect_with((), {
        let (rows, sight) = (rows.clone(), sight.clone());
        move |()| {
            let listeners = rows.on_print();
            move || {
                drop(listeners);
                *sight.borrow_mut() = None;
            }
        }
    });
    let (stage, shown_rows, on_rows) = (props.stage, props.shown_rows, props.on_rows.clone());
    use_effect(move || {
        let list = element_of(&rows.root).and_then(|root| Some((list_in(&root)?, root)));
        if let Some((list, root)) = list {
            rows.settle(&root, &list, stage);
            if rows.results.clauses.len() > shown_rows {
                open_to_search(&root);
            }
            *sight.borrow_mut() = rows.watch(&root, &list);
        }
        if rows.grow(stage, shown_rows) {
            on_rows.emit(());
        }
    });
}

/// Rows that are rendered.
#[derive(Clone)]
struct Rendered {
    memory: Rc<RefCell<Remembered>>,
    results: Rc<Results>,
    /// How many clauses the plan has.
    clauses: usize,
    root: NodeRef,
    update: UseForceUpdateHandle,
}

impl Remembered {
    /// Decides which rows are rendered now.
    fn prepare(&mut self, props: &Asked<'_>) {
        let listed = &props.results.clauses;
        let requests = [props.scroll.number(), props.focus.number()];
        let is_asked = requests != self.requests;
        let scroll = props.scroll.value().as_ref().map(|target| &*target.eid);
        let focus = props.focus.value().as_deref();
        let asked = if requests[0] == self.requests[0] {
            focus
        } else {
            scroll
        };
        // A selector in the clause may follow.
        let asked = asked.and_then(|asked| asked.split(' ').next());
        self.requests = requests;
        let list = element_of(props.root).and_then(|root| list_in(&root));
        let is_new = !self.window.is_for(props.results);
        let focused = list.filter(|_| is_new).and_then(|list| focused_in(&list));
        let focused = focused.map(|row| row.id());
        self.had_focus |= focused.is_some();
        self.had_focus &= !is_asked;
        let asked = asked.filter(|_| is_asked);
        let eid = asked.or(focused.as_deref().filter(|_| !is_long(listed)));
        let needed = eid.and_then(|eid| {
            let asked = props.common.shared.plan().clause_around(eid)?;
            listed.iter().position(|&id| id == asked)
        });
        self.window.is_in_order = props.common.is_movable || props.common.sort.is_some();
        let wishes = Wishes {
            most: most_rows(listed, props.shown_rows),
            needed,
            is_printed: self.is_printed,
            least: first_rows(props.stage),
        };
        let rows = self.window.wanted(props.results, &wishes);
        self.window.set(props.results, rows);
        let chunks = self.window.chunks(listed);
        let may_wait = !is_new && !self.is_printed;
        self.marks.prepare(props.common, &chunks, may_wait);
        self.version += 1;
        self.kept = self.anchor.take().or(self.kept.take());
    }
}

impl Rendered {
    fn is_long(&self) -> bool {
        is_long(&self.results.clauses)
    }

    /// Records how the rows lie in the page, before others are rendered. Returns whether the heights of the other rows
    /// still hold.
    fn look(&self, root: &Element, list: &Element) -> bool {
        let memory = &mut *self.memory.borrow_mut();
        memory.had_focus = focused_in(list).is_some();
        let (width, window) = (list.client_width(), &mut memory.window);
        if self.is_long() && width > 0 {
            let rows = self.results.clauses[window.rows.clone()].iter().copied();
            let heights: Vec<_> = rows.zip(sight::heights(list)).collect();
            memory.anchor = Anchor::of(root);
            window.measured(self.clauses, width, &heights)
        } else {
            false
        }
    }

    /// Brings the rows to their place, and the focus to the list if its row is gone.
    fn settle(&self, root: &Element, list: &Element, stage: Stage) {
        let (anchor, had_focus, is_unmeasured) = {
            let memory = &mut *self.memory.borrow_mut();
            let had_focus = std::mem::take(&mut memory.had_focus);
            let is_unmeasured = memory.window.is_unmeasured();
            (memory.kept.take(), had_focus, is_unmeasured)
        };
        if let Some(anchor) = anchor {
            anchor.restore(root);
        }
        if had_focus && first_in(root, ":focus").is_none() {
            focus_without_scrolling(list.clone());
        }
        let is_unmeasured = is_unmeasured && self.is_long() && stage >= Stage::Rendered;
        // It costs a layout.
        if is_unmeasured && list.client_width() > 0 {
            self.look(root, list);
            self.update.force_update();
        }
    }

    /// Moves the window when missing rows are in sight.
    fn watch(&self, root: &Element, list: &Element) -> Option<Sight> {
        if !self.is_long() {
            return None;
        }
        let (rows, root, this) = (self.clone(), root.clone(), list.clone());
        let version = self.memory.borrow().version;
        Sight::new(list, move |seen| {
            let is_present = {
                let memory = rows.memory.borrow();
                memory.version == version && !memory.is_printed
            };
            // Else rows are rendered that are not in their place yet.
            if !is_present {
                return;
            }
            let holds = rows.look(&root, &this);
            let keeps = focused_in(&this).is_some() || selects_text();
            let memory = &mut *rows.memory.borrow_mut();
            let (listed, window) = (&rows.results.clauses, &mut memory.window);
            let positions = seen.iter().flat_map(|Seen { is_after, edges }| {
                edges.map(|edge| window.position(listed, *is_after, edge))
            });
            let positions: Vec<usize> = positions.collect();
            let first = positions.iter().min().copied().unwrap_or(0);
            let end = positions.iter().max().map_or(0, |end| end + 1);
            if window.see(listed, first..end, keeps) && holds && window.is_exact(listed) {
                // Rows that leave the document above leave their height: nothing moves.
                memory.anchor = None;
            }
            rows.update.force_update();
        })
    }

    /// Renders all rows for printing, and the window again afterwards.
    fn on_print(&self) -> Option<[EventListener; 3]> {
        let window = web_sys::window()?;
        let root = element_of(&self.root)?;
        let listener = |target: &EventTarget, name: &'static str, is_printed: bool| {
            let rows = self.clone();
            EventListener::new(target, name, move |_| rows.print(is_printed))
        };
        Some([
            listener(&root, BEFORE_PRINT, true),
            listener(&window, "beforeprint", true),
            listener(&window, "afterprint", false),
        ])
    }

    fn print(&self, is_printed: bool) {
        let root = element_of(&self.root);
        let list = root.and_then(|root| Some((list_in(&root)?, root)));
        let Some((list, root)) = list else {
            return;
        };
        if std::mem::replace(&mut self.memory.borrow_mut().is_printed, is_printed) == is_printed {
            return;
        }
        if is_printed {
            self.look(&root, &list);
        }
        let memory = &mut *self.memory.borrow_mut();
        if is_printed {
            memory.before_print = (memory.window.rows.clone(), memory.anchor.take());
        } else {
            (memory.window.rows, memory.anchor) = std::mem::take(&mut memory.before_print);
        }
        self.update.force_update();
    }

    /// Renders more rows in a later task, or gives some the latest marks, if need be. Returns once for each stage before
    /// the last that its rows are there.
    fn grow(&self, stage: Stage, shown_rows: usize) -> bool {
        let most = most_rows(&self.results.clauses, shown_rows);
        let memory = &mut *self.memory.borrow_mut();
        let goal = match stage {
            Stage::Frame => return false,
            Stage::Clauses => most.min(FIRST_SCREEN),
            Stage::Rendered => most.min(FIRST_ROWS),
            Stage::Complete if self.is_long() => 0,
            Stage::Complete => most,
        };
        let are_awaited = memory.marks.are_awaited(&memory.window.rows);
        if memory.window.rows.end >= goal && !are_awaited {
            return stage < Stage::Complete && memory.reported.replace(stage) != Some(stage);
        }
        if memory.is_growing {
            return false;
        }
        memory.is_growing = true;
        memory.pace.end();
        let rows = self.clone();
        later(0, move || {
            let memory = &mut *rows.memory.borrow_mut();
            memory.is_growing = false;
            let count = memory.pace.begin();
            if memory.marks.are_awaited(&memory.window.rows) {
                memory.marks.follow(count);
            } else {
                memory.window.grow(&rows.results.clauses, count);
            }
            rows.update.force_update();
        });
        false
    }
}

/// Returns how many rows of other clauses are rendered in one go.
fn first_rows(stage: Stage) -> usize {
    match stage {
        Stage::Frame | Stage::Clauses => 0,
        Stage::Rendered => FIRST_SCREEN,
        Stage::Complete => FIRST_ROWS,
    }
}

/// Returns the row that has the focus, or in which something has it.
fn focused_in(list: &Element) -> Option<Element> {
    first_in(list, "article:focus-within")
}

/// Returns whether the reader has selected a text.
fn selects_text() -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok()?);
    selection.is_some_and(|selection| js_sys::Object::from(selection).to_string().length() > 0)
}
