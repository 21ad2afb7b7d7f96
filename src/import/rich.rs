//! Words with their markup: emphasis, links, and references to notes.

use std::collections::BTreeSet;
use std::ops::{Deref, Range};

use crate::text::{is_dropped, is_without_spaces};

/// A text, and the ranges of it that have markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rich {
    text: String,
    /// In the order in which they ended. Ranges with the same mark do not touch.
    spans: Vec<Span>,
}

/// A range of a text, in bytes, with a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) mark: Mark,
}

/// Markup that a clause can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Emphasis,
    Strong,
    /// A link to this address, which begins with `http:`, `https:` or `mailto:`.
    Link(String),
    /// A reference to the note with this index. Its range is empty.
    Note(usize),
    /// Superscript, until `scripts` writes it.
    Raised,
    /// Subscript, until `scripts` writes it.
    Lowered,
}

impl Deref for Rich {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl From<&str> for Rich {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Rich {
    fn from(text: String) -> Self {
        Self {
            text,
            spans: Vec::new(),
        }
    }
}

impl Rich {
    pub(crate) fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Returns the indices of the notes to which it refers.
    pub(crate) fn notes(&self) -> impl Iterator<Item = usize> {
        self.spans.iter().filter_map(|span| match span.mark {
            Mark::Note(note) => Some(note),
            _ => None,
        })
    }

    /// Returns the addresses of its links.
    pub(crate) fn addresses(&self) -> impl Iterator<Item = &str> {
        self.spans.iter().filter_map(|span| match &span.mark {
            Mark::Link(address) => Some(address.as_str()),
            _ => None,
        })
    }

    /// Returns a text with these spans.
    pub(crate) fn with_spans(text: String, spans: Vec<Span>) -> Self {
        Self { text, spans }
    }

    /// Adds words without markup.
    pub(crate) fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds words with these marks.
    pub(crate) fn push_marked(&mut self, text: &str, marks: &[Mark]) {
        let start = self.text.len();
        self.text.push_str(text);
        let end = self.text.len();
        for mark in marks.iter().filter(|_| end > start) {
            self.add(Span {
                start,
                end,
                mark: mark.clone(),
            });
        }
    }

    /// Adds a reference to a note.
    pub(crate) fn refer(&mut self, note: usize) {
        let at = self.text.len();
        self.spans.push(Span {
            start: at,
            end: at,
            mark: Mark::Note(note),
        });
    }

    /// Adds another text.
    pub(crate) fn push(&mut self, other: &Self) {
        let by = self.text.len();
        self.text.push_str(&other.text);
        for span in &other.spans {
            self.add(Span {
                start: span.start + by,
                end: span.end + by,
                mark: span.mark.clone(),
            });
        }
    }

    /// Adds a line. There is no space between two characters of a script without spaces.
    pub(crate) fn push_joined(&mut self, line: &Self) {
        let needs_space = match (self.text.chars().last(), line.text.chars().next()) {
            (Some(last), Some(first)) => !(is_without_spaces(last) && is_without_spaces(first)),
            _ => false,
        };
        if needs_space {
            self.text.push(' ');
        }
        self.push(line);
    }

    /// Returns the last bytes of a text, such as those after a number. References to notes before them
    /// are at their start.
    pub(crate) fn suffix(&self, length: usize) -> Self {
        let start = self.text.len() - length;
        let mut suffix = self.slice(start..self.text.len());
        let lost = self
            .spans
            .iter()
            .filter(|span| matches!(span.mark, Mark::Note(_)) && span.start <= start && start > 0);
        let lost: Vec<Span> = lost
            .map(|span| Span {
                start: 0,
                end: 0,
                mark: span.mark.clone(),
            })
            .collect();
        suffix.spans.splice(0..0, lost);
        suffix
    }

    /// Returns its lines.
    pub(crate) fn lines(&self) -> Vec<Self> {
        let mut start = 0;
        let lines = self.text.split('\n').map(|line| {
            let range = start..start + line.len();
            start += line.len() + 1;
            self.slice(range)
        });
        lines.collect()
    }

    /// Returns the text on one line: runs of white space are one space, and invisible marks are gone.
    pub(crate) fn clean(&self) -> Self {
        self.cleaned(false)
    }

    /// Returns the text with lines that are clean and not empty. Only `\n` separates them: `\r` is where
    /// a file wraps a line.
    pub(crate) fn clean_lines(&self) -> Self {
        self.cleaned(true)
    }

    /// Returns the words alone.
    pub(crate) fn into_plain(self) -> String {
        self.text
    }

    /// Removes the references to notes.
    pub(crate) fn without_notes(mut self) -> Self {
        self.spans
            .retain(|span| !matches!(span.mark, Mark::Note(_)));
        self
    }

    /// Returns a piece of the text. A reference to a note at its start belongs to the piece before.
    fn slice(&self, range: Range<usize>) -> Self {
        let spans = self.spans.iter().filter_map(|span| {
            let start = span.start.clamp(range.start, range.end);
            let end = span.end.clamp(range.start, range.end);
            let is_inside = if matches!(span.mark, Mark::Note(_)) {
                let is_first = span.start == 0 && range.start == 0;
                is_first || range.start < span.start && span.start <= range.end
            } else {
                start < end
            };
            is_inside.then(|| Span {
                start: start - range.start,
                end: end - range.start,
                mark: span.mark.clone(),
            })
        });
        Self {
            text: self.text[range.clone()].to_owned(),
            spans: spans.collect(),
        }
    }

    /// Adds a span, or makes the one with the same mark before it longer.
    fn add(&mut self, span: Span) {
        let is_note = matches!(span.mark, Mark::Note(_));
        let mut last = self.spans.iter_mut().rev();
        match last.find(|old| !is_note && old.mark == span.mark && old.end == span.start) {
            Some(old) => old.end = span.end,
            None => self.spans.push(span),
        }
    }

    fn cleaned(&self, keeps_lines: bool) -> Self {
        let mut text = String::with_capacity(self.text.len());
        // For each byte: the length of the clean text before it, and where its character is there.
        let mut ends = vec![0; self.text.len() + 1];
        let mut starts = vec![None; self.text.len() + 1];
        let (mut has_space, mut has_break, mut is_wrapped) = (false, false, false);
        let notes = self
            .spans
            .iter()
            .filter(|span| matches!(span.mark, Mark::Note(_)));
        let notes: BTreeSet<usize> = notes.map(|span| span.start).collect();
        let mut space = 0;
        for (at, c) in self.text.char_indices() {
            ends[at] = text.len();
            if c.is_whitespace() {
                has_space = true;
                has_break |= c == '\n';
                is_wrapped |= c == '\r';
                continue;
            }
            if is_dropped(c) {
                continue;
            }
            if let Some(last) = text.chars().next_back() {
                let is_tight =
                    (has_break || is_wrapped) && is_without_spaces(last) && is_without_spaces(c);
                if has_break && keeps_lines {
                    text.push('\n');
                } else if has_space && !is_tight {
                    // Before a mark, the space was one before a reference to a note.
                    let is_before_mark =
                        ",.;:".contains(c) && notes.range(space..=at).next().is_some();
                    text.push_str(if is_before_mark { "" } else { " " });
                }
            }
            (has_space, has_break, is_wrapped) = (false, false, false);
            starts[at] = Some(text.len());
            text.push(c);
            space = at + c.len_utf8();
        }
        ends[self.text.len()] = text.len();
        let mut next = text.len();
        for start in starts.iter_mut().rev() {
            next = *start.get_or_insert(next);
        }
        let mut cleaned = Self {
            text,
            spans: Vec::new(),
        };
        for span in &self.spans {
            let end = ends[span.end];
            let start = match span.mark {
                Mark::Note(_) => end,
                _ => starts[span.start].unwrap_or(end),
            };
            if start < end || matches!(span.mark, Mark::Note(_)) {
                cleaned.add(Span {
                    start,
                    end,
                    mark: span.mark.clone(),
                });
            }
        }
        cleaned
    }
}

/// Returns a text on one line: runs of white space are one space, and invisible marks are gone.
pub(crate) fn clean(text: &str) -> String {
    Rich::from(text).clean().into_plain()
}

/// Returns a number and a text with a space between them, unless the number ends in 、 or another
/// mark that is as wide as a character.
pub(crate) fn numbered(number: &str, text: &Rich) -> Rich {
    let mut whole = Rich::from(number);
    let is_wide = number.ends_with(['、', '）', '．', '：', ' ']);
    if !(number.is_empty() || text.is_empty() || is_wide) {
        whole.push_str(" ");
    }
    whole.push(text);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(rich: &Rich) -> Vec<(usize, usize)> {
        let spans = rich.spans.iter();
        spans.map(|span| (span.start, span.end)).collect()
    }

    #[test]
    fn keeps_marks_at_their_words() {
        let mut rich = Rich::from(" 1.  ");
        rich.push_marked("one ", &[Mark::Strong]);
        rich.push_marked(" two\n", &[Mark::Strong]);
        rich.refer(0);
        rich.push_str(" three ");
        let clean = rich.clean();
        assert_eq!(&*clean, "1. one two three");
        assert_eq!(ranges(&clean), [(3, 10), (10, 10)]);
        let rest = clean.suffix("two three".len());
        assert_eq!(&*rest, "two three");
        assert_eq!(ranges(&rest), [(0, 3), (3, 3)]);
        assert_eq!(ranges(&clean.suffix("three".len())), [(0, 0)]);
        let lines = rich.clean_lines().lines();
        assert_eq!(ranges(&lines[0]), [(3, 10), (10, 10)]);
        assert_eq!(ranges(&lines[1]), []);
    }

    #[test]
    fn joins_lines_as_their_script_does() {
        assert_eq!(&*Rich::from("为了\n发展 ").clean(), "为了发展");
        assert_eq!(&*Rich::from("two\r\n  words\u{200b}").clean(), "two words");
        assert_eq!(&*Rich::from(" a \n\n b").clean_lines(), "a\nb");
    }
}
