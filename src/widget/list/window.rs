//! Which of the listed clauses have a row in the document, and how high the others are.
//!
//! Up to [`MOST_ROWS`] clauses, all have one in the end: the first ones at once, the others in slices. Of more, only
//! those near the visible part of the list have one. It knows no DOM.

use std::ops::Range;
use std::rc::Rc;

use plan::{ClauseId, Id};
use query::Results;

/// How many clauses may be listed for all of them to be in the document.
const MOST_ROWS: usize = 1000;

/// How many rows are rendered before the widget is shown: as many as the largest windows show.
pub(super) const FIRST_SCREEN: usize = 16;

/// How many rows are rendered before the widget is ready. The plan that it was made for has no more.
pub(super) const FIRST_ROWS: usize = 64;

/// How many rows of a longer list are rendered on each side of those in sight.
const AROUND: usize = 50;

/// How many rows are printed at most.
const MOST_PRINTED: usize = 10_000;

/// How many neighbouring clauses of the plan are rendered together.
const PER_CHUNK: usize = 16;

/// The height of a row before any was measured, in CSS pixels.
const FIRST_GUESS: f64 = 160.0;

/// How high all rows that are not rendered may be together, in CSS pixels. Firefox knows no box above 17.8 million. In
/// a longer list, such a row has less room than it needs.
const HIGHEST: f64 = 8e6;

/// Reports whether so many clauses are listed that not all of them are in the document.
pub(crate) fn is_long(listed: &[ClauseId]) -> bool {
    listed.len() > MOST_ROWS
}

/// Returns how many rows a list has at most, if `shown_rows` are shown. Of a long list, an article has no others; of a
/// short one, it hides them.
pub(super) fn most_rows(listed: &[ClauseId], shown_rows: usize) -> usize {
    if is_long(listed) {
        shown_rows.min(listed.len())
    } else {
        listed.len()
    }
}

/// The listed clauses that have a row.
#[derive(Debug, Default)]
pub(crate) struct Window {
    /// Their positions in the list.
    pub(super) rows: Range<usize>,
    results: Option<Rc<Results>>,
    /// Whether they are in another order than that of the document.
    pub(super) is_in_order: bool,
    /// The measured height of each clause of the plan, with the headings before it, in CSS pixels; 0 if unknown.
    heights: Vec<f32>,
    /// The mean height of a row, of the first ones that were measured: if it changed, so would the rows above.
    mean: Option<f64>,
    /// The width at which they were measured, in CSS pixels.
    width: i32,
    /// Whether the window moved downwards the last time.
    was_down: bool,
}

/// The wishes of a list for its window.
pub(super) struct Wishes {
    /// How many rows the list has at most.
    pub(super) most: usize,
    /// A position that has to have a row, because something happens there next.
    pub(super) needed: Option<usize>,
    /// Whether the list is printed.
    pub(super) is_printed: bool,
    /// How many rows it has at least, if there are so many.
    pub(super) least: usize,
}

impl Window {
    /// Returns which rows a list needs now. A list of other clauses begins at its start.
    pub(super) fn wanted(&self, results: &Rc<Results>, wishes: &Wishes) -> Range<usize> {
        let listed = &results.clauses;
        let length = listed.len().min(wishes.most);
        if wishes.is_printed {
            return 0..length.min(MOST_PRINTED);
        }
        let is_same = self.is_for(results);
        let rows = if is_same { self.rows.clone() } else { 0..0 };
        let needed = wishes.needed.filter(|needed| !rows.contains(needed));
        let rows = match needed {
            Some(needed) if is_long(listed) => around(needed..needed + 1),
            Some(needed) => 0..needed + 1,
            None => rows,
        };
        let rows = rows.start..rows.end.max(wishes.least);
        let Range { start, end } = self.whole_chunks(listed, rows);
        start.min(length)..end.min(length)
    }

    /// Sets the rows, and the clauses that they belong to.
    pub(super) fn set(&mut self, results: &Rc<Results>, rows: Range<usize>) {
        self.rows = rows;
        self.results = Some(results.clone());
    }

    /// Reports whether the window is that of these listed clauses.
    pub(super) fn is_for(&self, results: &Rc<Results>) -> bool {
        self.results
            .as_ref()
            .is_some_and(|own| Rc::ptr_eq(own, results) || own.clauses == results.clauses)
    }

    /// Moves the window to the rows in sight. If it `keeps` its rows, because one has the focus or is part of a
    /// selection, it grows as long as that does not make it too large; also if it would move back at once. Returns whether it
    /// moved downwards.
    pub(super) fn see(&mut self, listed: &[ClauseId], seen: Range<usize>, keeps: bool) -> bool {
        let length = listed.len();
        let mut rows = around(seen);
        rows.end = rows.end.min(length);
        let is_down = rows.start >= self.rows.start;
        let joined = rows.start.min(self.rows.start)..rows.end.max(self.rows.end);
        let touches = rows.start <= self.rows.end && self.rows.start <= rows.end;
        if touches && joined.len() <= MOST_ROWS && (keeps || is_down != self.was_down) {
            rows = joined;
        }
        self.was_down = is_down;
        self.rows = self.whole_chunks(listed, rows);
        is_down
    }

    /// Adds this many rows at the end, and those in their chunks.
    pub(super) fn grow(&mut self, listed: &[ClauseId], by: usize) {
        let end = (self.rows.end + by).min(listed.len());
        self.rows.end = self.whole_chunks(listed, self.rows.start..end).end;
    }

    /// Records the measured heights of rows in a list of this width. At another width, the others are unknown again:
    /// then it returns false.
    pub(super) fn measured(
        &mut self,
        clauses: usize,
        width: i32,
        rows: &[(ClauseId, f64)],
    ) -> bool {
        let holds = self.width == width && self.heights.len() == clauses;
        if !holds {
            self.width = width;
            self.heights = vec![0.0; clauses];
            self.mean = None;
        }
        let mut sum = 0.0;
        for &(id, height) in rows {
            sum += height;
            #[expect(
                clippy::cast_possible_truncation,
                reason = "no row is so high that a 24-bit fraction is too coarse"
            )]
            if let Some(own) = self.heights.get_mut(id.index()) {
                *own = height as f32;
            }
        }
        if !rows.is_empty() {
            self.mean.get_or_insert(sum / count(rows.len()));
        }
        holds
    }

    /// Reports whether the height of a row is still a guess.
    pub(super) fn is_unmeasured(&self) -> bool {
        self.mean.is_none()
    }

    /// Returns how high the rows before and after the window are, in CSS pixels.
    pub(super) fn rest(&self, listed: &[ClauseId]) -> [f64; 2] {
        let scale = self.scale(listed);
        [
            &listed[..self.rows.start],
            &listed[self.rows.end.min(listed.len())..],
        ]
        .map(|rest| (scale * self.height_of(rest)).round())
    }

    /// Returns the position of the row that is this much below the start of the rows before the window, or of those
    /// after it, in CSS pixels.
    pub(super) fn position(&self, listed: &[ClauseId], is_after: bool, below: f64) -> usize {
        let rest = if is_after {
            self.rows.end..listed.len()
        } else {
            0..self.rows.start
        };
        let scale = self.scale(listed);
        let mut left = below;
        let mut position = rest.start;
        while left > 0.0 && position < rest.end {
            left -= scale * self.height(listed[position]);
            position += 1;
        }
        position.saturating_sub(1)
    }

    /// Reports whether a row that leaves the document leaves exactly its height.
    pub(super) fn is_exact(&self, listed: &[ClauseId]) -> bool {
        self.scale(listed) >= 1.0
    }

    /// Returns the part of their heights that rows outside the window have.
    fn scale(&self, listed: &[ClauseId]) -> f64 {
        (HIGHEST / self.height_of(listed)).min(1.0)
    }

    fn height_of(&self, rows: &[ClauseId]) -> f64 {
        rows.iter().map(|&id| self.height(id)).sum()
    }

    fn height(&self, id: ClauseId) -> f64 {
        let own = self.heights.get(id.index()).copied().unwrap_or(0.0);
        if own > 0.0 {
            own.into()
        } else {
            self.mean.unwrap_or(FIRST_GUESS)
        }
    }

    /// Splits the rows into chunks that are rendered together, each with its key. A clause stays in its chunk when
    /// others are listed.
    pub(super) fn chunks(&self, listed: &[ClauseId]) -> Vec<(usize, Range<usize>)> {
        let Range { mut start, end } = self.rows;
        let mut chunks = Vec::new();
        while start < end {
            let first = start;
            start += 1;
            while start < end && self.is_joined(listed, start) {
                start += 1;
            }
            chunks.push((self.chunk_at(listed, first), first..start));
        }
        chunks
    }

    /// Returns the rows, and those that are in the same chunks.
    fn whole_chunks(&self, listed: &[ClauseId], rows: Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = rows;
        while self.is_joined(listed, start) {
            start -= 1;
        }
        while self.is_joined(listed, end) {
            end += 1;
        }
        start..end
    }

    /// Reports whether the row at a position is in the same chunk as the one before it.
    fn is_joined(&self, listed: &[ClauseId], at: usize) -> bool {
        at > 0 && at < listed.len() && self.chunk_at(listed, at) == self.chunk_at(listed, at - 1)
    }

    fn chunk_at(&self, listed: &[ClauseId], at: usize) -> usize {
        if self.is_in_order {
            at / FIRST_ROWS
        } else {
            listed[at].index() / PER_CHUNK
        }
    }
}

fn around(rows: Range<usize>) -> Range<usize> {
    rows.start.saturating_sub(AROUND)..rows.end + AROUND
}

#[expect(clippy::cast_precision_loss, reason = "no list has 2^52 rows")]
fn count(rows: usize) -> f64 {
    rows as f64
}

#[cfg(test)]
mod tests;
