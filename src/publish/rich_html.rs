//! A text with its markup as HTML.

use std::fmt::Write;

use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use plan::{Node, Note, Part, PartKind, nodes};

/// Returns a text as HTML. `notes` are those to which it refers, and `eid` is that of its clause.
pub(crate) fn rich_html(text: &str, parts: &[Part], notes: &[Note], eid: &str) -> String {
    let mut html = String::new();
    let writer = Writer { text, notes, eid };
    // Writing to a String cannot fail.
    writer
        .write(&nodes(text, parts), &mut html)
        .unwrap_or_default();
    html
}

/// Returns the HTML id of the nth note to a clause, counted from 0.
pub(crate) fn note_id(eid: &str, nth: usize) -> String {
    format!("{eid}__note_{}", nth + 1)
}

struct Writer<'a> {
    text: &'a str,
    notes: &'a [Note],
    eid: &'a str,
}

impl Writer<'_> {
    fn write(&self, nodes: &[Node<'_>], html: &mut String) -> std::fmt::Result {
        for (nth, node) in nodes.iter().enumerate() {
            match node {
                Node::Words(range) => {
                    let words = self.text.get(range.clone()).unwrap_or_default();
                    // A block ends its line by itself, and so does a line before a block.
                    let is_at_block = match nodes.get(nth + 1) {
                        Some(Node::Part(next, _)) => next.kind.is_block(),
                        Some(Node::Words(_)) => false,
                        None => true,
                    };
                    let is_end = |c: char| is_at_block && "\n\t".contains(c);
                    let words = encode_text(words.trim_end_matches(is_end)).into_owned();
                    html.push_str(&words.replace('\n', "<br>"));
                }
                Node::Part(part, inside) => self.write_part(part, inside, html)?,
            }
        }
        Ok(())
    }

    fn write_part(
        &self,
        Part { kind, target, .. }: &Part,
        inside: &[Node<'_>],
        html: &mut String,
    ) -> std::fmt::Result {
        let tag = match kind {
            PartKind::Emphasis => "em",
            PartKind::Strong => "strong",
            PartKind::Link => "a",
            PartKind::Note => return self.write_reference(target, html),
            PartKind::Quotation => "blockquote",
            PartKind::List => "ul",
            PartKind::Item => "li",
            PartKind::Number => return self.write(inside, html),
            PartKind::Table => "table",
            PartKind::Row => "tr",
            PartKind::Heading => "th",
            PartKind::Cell => "td",
        };
        write!(html, "<{tag}")?;
        match kind {
            PartKind::Link => {
                let target = attribute(target);
                write!(html, " href=\"{target}\" rel=\"noopener nofollow\"")?;
            }
            PartKind::Item => write!(html, " id=\"{}\"", attribute(target))?,
            PartKind::Heading => html.push_str(" scope=\"col\""),
            _ => {}
        }
        html.push('>');
        self.write(inside, html)?;
        write!(html, "</{tag}>")
    }

    fn write_reference(&self, mark: &str, html: &mut String) -> std::fmt::Result {
        let nth = self.notes.iter().position(|note| note.mark == mark);
        let id = note_id(self.eid, nth.unwrap_or_default());
        let (id, mark) = (attribute(&id), encode_text(mark));
        write!(html, "<sup><a href=\"#{id}\">{mark}</a></sup>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(kind: PartKind, start: usize, end: usize, target: &str) -> Part {
        Part {
            kind,
            start,
            end,
            target: target.to_owned().into(),
        }
    }

    #[test]
    fn writes_blocks_without_their_separators() {
        let text = "A<b>\n(a) x\ny\tz\nlast\nline";
        let parts = [
            part(PartKind::Link, 0, 1, "https://a.example/?\"&<"),
            part(PartKind::Note, 1, 1, "*"),
            part(PartKind::List, 5, 11, ""),
            part(PartKind::Item, 5, 11, "c__list_1__point_a"),
            part(PartKind::Number, 5, 8, ""),
            part(PartKind::Table, 11, 15, ""),
            part(PartKind::Row, 11, 15, ""),
            part(PartKind::Heading, 11, 13, ""),
            part(PartKind::Cell, 13, 15, ""),
        ];
        assert_eq!(
            rich_html(text, &parts, &[], "c"),
            "<a href=\"https://a.example/?&quot;&amp;&lt;\" rel=\"noopener nofollow\">A</a><sup><a href=\"#c__note_1\">*</a></sup>&lt;b&gt;<ul><li id=\"c__list_1__point_a\">(a) x</li></ul><table><tr><th scope=\"col\">y</th><td>z</td></tr></table>last<br>line"
        );
    }
}
