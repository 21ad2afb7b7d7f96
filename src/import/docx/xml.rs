//! XML as a tree, without namespaces: docx files use several for the same elements.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::problem::Problem;

/// Elements may be nested this deep. Word's own limit for tables in tables is far below.
const DEEPEST: usize = 256;

/// More elements than this would need more memory than a document is worth.
const MOST: usize = 8_000_000;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// The name without its prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    nodes: Vec<Node>,
}

#[derive(Debug)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// Returns an attribute by its name without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    pub(super) fn children(&self) -> impl DoubleEndedIterator<Item = &Element> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Returns the first child with this name.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.children().find(|child| child.name == name)
    }

    /// Returns the attribute `val` of a child.
    pub(super) fn value_of(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// Returns the number in the attribute `val` of a child.
    pub(super) fn number_of(&self, name: &str) -> Option<usize> {
        self.value_of(name)?.trim().parse().ok()
    }

    /// Reports whether a child switches a property on: it exists and does not say “off”.
    pub(super) fn is_on(&self, name: &str) -> bool {
        self.child(name).is_some_and(|child| {
            !matches!(child.attribute("val"), Some("0" | "false" | "off" | "none"))
        })
    }

    /// Returns the text directly in the element.
    pub(super) fn text(&self) -> String {
        let texts = self.nodes.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        texts.collect()
    }
}

/// Parses a part of a docx and returns its outermost element.
pub(super) fn parse(bytes: &[u8], part: &str) -> Result<Element, Problem> {
    let problem = |found: String| Problem {
        expected: format!("XML in the part {part}"),
        found,
        hint: "open the file in Word or LibreOffice and save it again as .docx".to_owned(),
    };
    let text = decoded(bytes).ok_or_else(|| problem("bytes that are no text".to_owned()))?;
    let mut reader = Reader::from_str(&text);
    let mut open = vec![Element::default()];
    let mut count = 0;
    loop {
        let at = reader.buffer_position();
        let event = reader
            .read_event()
            .map_err(|error| problem(format!("{error}, at byte {at}")))?;
        match event {
            Event::Start(start) => {
                open.push(element(&start));
                count += 1;
            }
            Event::Empty(start) => {
                push(&mut open, Node::Element(element(&start)));
                count += 1;
            }
            Event::End(_) => {
                if let Some(closed) = open.pop() {
                    push(&mut open, Node::Element(closed));
                }
            }
            Event::Text(text) => push_text(&mut open, &text.xml10_content()),
            Event::CData(text) => push_text(&mut open, &text.xml10_content()),
            // Only the entities of XML itself are known, so none can grow.
            Event::GeneralRef(reference) => {
                let character = reference
                    .resolve_char_ref()
                    .ok()
                    .flatten()
                    .map(String::from);
                let known = || {
                    quick_xml::escape::resolve_predefined_entity(&reference.xml10_content())
                        .map(str::to_owned)
                };
                push_text(&mut open, &character.or_else(known).unwrap_or_default());
            }
            Event::Eof => break,
            _ => {}
        }
        if open.len() > DEEPEST {
            return Err(problem(format!(
                "elements nested more than {DEEPEST} deep, at byte {at}"
            )));
        }
        if count > MOST {
            return Err(problem(format!("more than {MOST} elements")));
        }
    }
    let outermost = open.into_iter().next();
    let outermost = outermost.and_then(|root| {
        root.nodes.into_iter().find_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    });
    outermost.ok_or_else(|| problem("no element, or one that does not end".to_owned()))
}

fn element(start: &BytesStart<'_>) -> Element {
    let attributes = start.attributes().flatten().map(|attribute| {
        let name = attribute.key.local_name().as_ref().to_owned();
        let value = quick_xml::escape::unescape(&attribute.value).map(Cow::into_owned);
        (name, value.unwrap_or_else(|_| attribute.value.to_string()))
    });
    Element {
        name: start.local_name().as_ref().to_owned(),
        attributes: attributes.collect(),
        nodes: Vec::new(),
    }
}

fn push(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.nodes.push(node);
    }
}

fn push_text(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut() else {
        return;
    };
    match parent.nodes.last_mut() {
        Some(Node::Text(last)) => last.push_str(text),
        _ => parent.nodes.push(Node::Text(text.to_owned())),
    }
}

/// Returns the text of a part, which may be in UTF-8 or UTF-16.
fn decoded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let wide = |from: fn([u8; 2]) -> u16| {
        let (pairs, _) = bytes[2..].as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| from(*pair)).collect();
        String::from_utf16(&units).ok().map(Cow::Owned)
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => std::str::from_utf8(rest).ok().map(Cow::Borrowed),
        _ => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
    }
}
