//! How many rows a task renders, so that it takes only a few milliseconds.

/// How long a task may render rows, in milliseconds.
const SLICE: f64 = 8.0;

/// How many rows are rendered in a task at least and at most: the browser has to lay them out too.
const LEAST: usize = 8;
const MOST: usize = 64;

/// The pace at which rows are rendered.
#[derive(Debug, Default)]
pub(super) struct Pace {
    per_task: usize,
    /// When the latest rows were begun, in milliseconds.
    began: f64,
}

impl Pace {
    /// Begins a task. Returns how many rows it renders.
    pub(super) fn begin(&mut self) -> usize {
        self.began = js_sys::Date::now();
        self.per_task = self.per_task.clamp(LEAST, MOST);
        self.per_task
    }

    /// Learns from the time that the latest rows took.
    pub(super) fn end(&mut self) {
        let time = js_sys::Date::now() - self.began;
        if time > SLICE {
            self.per_task /= 2;
        } else if time < SLICE / 2.0 {
            self.per_task *= 2;
        }
    }
}
