//! Text with its markup as Markdown that the compiler reads back.

use std::cmp::Reverse;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::escape;
use super::marks::Marks;
use crate::rich::{Mark, Rich, Span};

/// A text with more marks keeps links and notes alone.
const MOST: usize = 1_000;

/// Returns a paragraph. The text has one line.
pub(super) fn paragraph(text: &Rich, marks: &Marks) -> String {
    escape::paragraph(inline(text, marks))
}

/// Returns a part of a paragraph. Emphasis that Markdown would not read back is left out.
pub(super) fn inline(text: &Rich, marks: &Marks) -> String {
    if text.spans().is_empty() {
        return escape::escaped(text);
    }
    let is_emphasis = |span: &Span| span.mark == Mark::Emphasis;
    let is_strong = |span: &Span| span.mark == Mark::Strong;
    let ways: [&dyn Fn(&Span) -> bool; 4] = [
        &|_| true,
        &|span| !is_emphasis(span),
        &|span| !is_strong(span),
        &|span| !is_emphasis(span) && !is_strong(span),
    ];
    let skipped = if text.spans().len() > MOST { 3 } else { 0 };
    for is_kept in &ways[skipped..] {
        let ranges = nested(text, is_kept);
        let written = written(text, &ranges, marks);
        if read(&written, text, marks).as_ref() == Some(&expected(text, &ranges, marks)) {
            return written;
        }
    }
    let mut written = escape::escaped(text);
    for mark in text.notes().filter_map(|note| marks.of(note)) {
        written.extend(["[^", mark, "]"]);
    }
    written
}

/// Returns the ranges with markup, an outer one before those in it. Ranges that cross are cut, but no
/// link is.
fn nested(text: &Rich, is_kept: &dyn Fn(&Span) -> bool) -> Vec<Span> {
    let kept = || text.spans().iter().filter(|span| is_kept(span));
    let mut nested: Vec<Span> = Vec::new();
    for link in kept().filter(|span| matches!(span.mark, Mark::Link(_))) {
        let is_apart = nested.last().is_none_or(|last| last.end <= link.start);
        nested.extend(shrunk(text, link).filter(|_| is_apart));
    }
    for mark in [Mark::Strong, Mark::Emphasis] {
        for span in kept().filter(|span| span.mark == mark) {
            let pieces = pieces(span, &nested).into_iter();
            let pieces: Vec<Span> = pieces.filter_map(|span| shrunk(text, &span)).collect();
            nested.extend(pieces);
        }
    }
    nested.sort_by_key(|span| (span.start, Reverse(span.end)));
    nested
}

/// Cuts a range where it crosses others.
fn pieces(span: &Span, others: &[Span]) -> Vec<Span> {
    let crossed = others.iter().filter_map(|other| {
        let is_in = |at: usize, range: &Span| range.start < at && at < range.end;
        match (is_in(other.start, span), is_in(other.end, span)) {
            (true, false) if other.end > span.end => Some(other.start),
            (false, true) if other.start < span.start => Some(other.end),
            _ => None,
        }
    });
    let mut ends: Vec<usize> = crossed.chain([span.end]).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut start = span.start;
    let pieces = ends.into_iter().map(|end| {
        let piece = Span {
            start,
            end,
            mark: span.mark.clone(),
        };
        start = end;
        piece
    });
    pieces.collect()
}

/// Returns a range without white space at its ends. Marks of emphasis are moved to where Markdown reads
/// them: not between a letter outside and a punctuation mark inside.
fn shrunk(text: &str, span: &Span) -> Option<Span> {
    let is_link = matches!(span.mark, Mark::Link(_));
    let can_begin = |outside: Option<char>, inside: char| {
        let is_letter = outside.is_some_and(char::is_alphanumeric);
        !inside.is_whitespace() && (is_link || inside.is_alphanumeric() || !is_letter)
    };
    let Span {
        mut start, mut end, ..
    } = *span;
    while start < end {
        let first = text[start..end].chars().next()?;
        if can_begin(text[..start].chars().next_back(), first) {
            break;
        }
        start += first.len_utf8();
    }
    while start < end {
        let last = text[start..end].chars().next_back()?;
        if can_begin(text[end..].chars().next(), last) {
            break;
        }
        end -= last.len_utf8();
    }
    (start < end).then(|| Span {
        start,
        end,
        mark: span.mark.clone(),
    })
}

/// Writes a text with its marks.
fn written(text: &Rich, ranges: &[Span], marks: &Marks) -> String {
    let mut notes: Vec<(usize, &str)> = text
        .spans()
        .iter()
        .filter_map(|span| match span.mark {
            Mark::Note(note) => Some((span.start, marks.of(note)?)),
            _ => None,
        })
        .collect();
    notes.sort_by_key(|(at, _)| *at);
    let mut notes = notes.into_iter().peekable();
    let mut ranges = ranges.iter().peekable();
    let mut open: Vec<&Span> = Vec::new();
    let mut markdown = String::new();
    let mut at = 0;
    loop {
        while let Some(span) = open.pop_if(|span| span.end <= at) {
            markdown.push_str(&end(&span.mark));
        }
        while let Some((_, mark)) = notes.next_if(|(note, _)| *note <= at) {
            markdown.extend(["[^", mark, "]"]);
            // It would begin the words of the note, or an address.
            if text[at..].starts_with('(') || at == 0 && text.starts_with(':') {
                markdown.push('\\');
            }
        }
        while let Some(span) = ranges.next_if(|span| span.start <= at) {
            markdown.push_str(begin(&span.mark));
            open.push(span);
        }
        if at >= text.len() {
            return markdown;
        }
        let ends = open.iter().map(|span| span.end);
        let starts = ranges.peek().map(|span| span.start);
        let next = ends.chain(starts).chain(notes.peek().map(|note| note.0));
        let next = next.min().unwrap_or(text.len());
        markdown.push_str(&escape::escaped(&text[at..next]));
        at = next;
    }
}

fn begin(mark: &Mark) -> &'static str {
    match mark {
        Mark::Emphasis => "*",
        Mark::Strong => "**",
        Mark::Link(_) => "[",
        Mark::Note(_) | Mark::Raised | Mark::Lowered => "",
    }
}

fn end(mark: &Mark) -> String {
    match mark {
        Mark::Link(address) => format!("]({})", encoded(address).replace('&', "\\&")),
        _ => begin(mark).to_owned(),
    }
}

/// Returns an address without characters that would end it.
fn encoded(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for c in address.chars() {
        if c.is_whitespace() || "()<>\\|`".contains(c) {
            let bytes = c.to_string().into_bytes();
            encoded.extend(bytes.iter().map(|byte| format!("%{byte:02X}")));
        } else {
            encoded.push(c);
        }
    }
    encoded
}

/// The reading of a text: the words, and each range with its mark.
type Reading = (String, Vec<(usize, usize, String)>);

/// Returns the right reading of a text.
fn expected(text: &Rich, ranges: &[Span], marks: &Marks) -> Reading {
    let notes = text.spans().iter().filter_map(|span| match span.mark {
        Mark::Note(note) => Some((span.start, span.end, marks.of(note)?.to_owned())),
        _ => None,
    });
    let ranges = ranges.iter().map(|span| {
        let mark = match &span.mark {
            Mark::Link(address) => encoded(address),
            mark => begin(mark).to_owned(),
        };
        (span.start, span.end, mark)
    });
    let mut all: Vec<_> = ranges.chain(notes).collect();
    all.sort();
    (text.to_string(), all)
}

/// Reads a paragraph as Markdown; `None` if it has other markup.
fn read(inline: &str, source: &Rich, marks: &Marks) -> Option<Reading> {
    let mut markdown = escape::paragraph(inline.to_owned());
    for mark in source.notes().filter_map(|note| marks.of(note)) {
        markdown.extend(["\n\n[^", mark, "]: x"]);
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let (mut text, mut all, mut open) = (String::new(), Vec::new(), Vec::new());
    for event in Parser::new_ext(&markdown, options) {
        let mark = match event {
            Event::Text(words) => {
                text.push_str(&words);
                continue;
            }
            Event::FootnoteReference(mark) => {
                all.push((text.len(), text.len(), mark.to_string()));
                continue;
            }
            Event::Start(Tag::Paragraph) => continue,
            Event::End(TagEnd::Paragraph) => break,
            Event::Start(Tag::Emphasis) => "*".to_owned(),
            Event::Start(Tag::Strong) => "**".to_owned(),
            Event::Start(Tag::Link { dest_url, .. }) => dest_url.to_string(),
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {
                let (start, mark) = open.pop()?;
                all.push((start, text.len(), mark));
                continue;
            }
            _ => return None,
        };
        open.push((text.len(), mark));
    }
    all.sort();
    Some((text, all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::Note;

    /// Writes pieces with marks: `s` is strong, `e` emphasis, `l` a link.
    fn markdown(pieces: &[(&str, &str)]) -> String {
        let mut rich = Rich::default();
        for (words, marks) in pieces {
            let marks = marks.chars().map(|mark| match mark {
                's' => Mark::Strong,
                'e' => Mark::Emphasis,
                _ => Mark::Link("https://a.org/b_(c)?d=1&e".to_owned()),
            });
            rich.push_marked(words, &marks.collect::<Vec<_>>());
        }
        paragraph(&rich, &Marks::new(&[]))
    }

    #[test]
    fn writes_markup_that_is_read_back() {
        for (pieces, expected) in [
            (&[("a ", ""), ("b c ", "s"), ("d", "")][..], "a **b c** d"),
            (&[("w", ""), ("or", "e"), ("d", "")], "w*or*d"),
            (&[("见", ""), ("（一）", "s"), ("款", "")], "见（**一**）款"),
            (&[("“Port”", "s"), (" means", "")], "**“Port”** means"),
            (&[("a*b", "se"), (" [c]", "")], "***a\\*b*** \\[c\\]"),
            (
                &[("x ", ""), ("y", "l"), ("(z)", "")],
                "x [y](https://a.org/b_%28c%29?d=1\\&e)(z)",
            ),
            (
                &[("see ", "s"), ("the law", "sl"), (" here", "l")],
                "**see** [**the law** here](https://a.org/b_%28c%29?d=1\\&e)",
            ),
            (&[("a", "s"), ("b", "se"), ("c", "e")], "**ab**c"),
            (&[("- ", "s"), ("b", "")], "**-** b"),
            (&[("。", "s"), ("b", "")], "。b"),
        ] {
            assert_eq!(markdown(pieces), expected, "{pieces:?}");
        }
    }

    #[test]
    fn escapes_what_follows_a_reference() {
        let note = Note {
            mark: "1".to_owned(),
            lines: vec!["x".into()],
        };
        let marks = Marks::new(&[note.clone(), note]);
        let mut rich = Rich::default();
        rich.refer(0);
        rich.push_str(": a");
        rich.refer(1);
        rich.push_str("(b): c");
        assert_eq!(paragraph(&rich, &marks), "[^1]\\: a[^2]\\(b): c");
    }
}
