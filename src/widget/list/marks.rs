//! Which rows have the present marks. When nothing but the words to mark changes, the first rows are rendered with the
//! change. The others show the marks of before until later tasks come to them.

use std::ops::Range;
use std::rc::Rc;

use super::window::FIRST_SCREEN;
use crate::clause::Common;

/// The values that the rows show, which may be older than the latest ones.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The latest values.
    common: Option<Rc<Common>>,
    /// The values of each chunk, with its key, in the order of the list.
    chunks: Vec<(usize, Rc<Common>)>,
    /// Chunks that begin at this position of the list or after it wait for the latest values.
    wait_from: usize,
}

impl Marks {
    /// Decides which values the chunks are rendered with. If they `may_wait`, some keep the marks of before.
    pub(super) fn prepare(
        &mut self,
        common: &Rc<Common>,
        chunks: &[(usize, Range<usize>)],
        may_wait: bool,
    ) {
        let before = self.common.replace(common.clone());
        let before = before.filter(|_| may_wait);
        if before.as_ref() != Some(common) {
            let is_marked_anew = before.is_some_and(|before| common.differs_in_marks(&before));
            let first = chunks.first().map_or(0, |(_, rows)| rows.start);
            self.wait_from = if is_marked_anew {
                first + FIRST_SCREEN
            } else {
                usize::MAX
            };
        }
        let chunks = chunks.iter().map(|(key, rows)| {
            let waits = rows.start >= self.wait_from;
            let old = self.chunks.iter().find(|(old, _)| waits && old == key);
            (*key, old.map_or(common, |(_, old)| old).clone())
        });
        self.chunks = chunks.collect();
    }

    /// Returns the values of each chunk, in the order of the list.
    pub(super) fn values(&self) -> impl Iterator<Item = &Rc<Common>> {
        self.chunks.iter().map(|(_, common)| common)
    }

    /// Reports whether one of the rows waits.
    pub(super) fn are_awaited(&self, rows: &Range<usize>) -> bool {
        self.wait_from < rows.end
    }

    /// Lets this many more rows have the latest values.
    pub(super) fn follow(&mut self, by: usize) {
        self.wait_from = self.wait_from.saturating_add(by);
    }
}
