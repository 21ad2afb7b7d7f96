//! The parser of HTML, which builds the tree as browsers do.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, LocalName, Namespace, ParseOpts, QualName, parse_document};

use super::dom::{Data, Dom, Node, NodeId};
use crate::problem::Problem;

/// Elements may be nested this deep; browsers have the same limit. The time that the parser needs
/// grows with the depth.
const DEEPEST: usize = 512;

/// The largest number of nodes. Unclosed elements can be repeated in every paragraph after them.
const MOST: usize = 4_000_000;

/// The limits are checked after this many bytes.
const PIECE: usize = 1 << 12;

/// Parses a document.
///
/// # Errors
/// If it is nested too deeply, or has too many elements.
pub(super) fn parse(html: &str) -> Result<Dom, Problem> {
    let sink = Sink::default();
    sink.add(Data::Other);
    let mut parser = parse_document(sink, ParseOpts::default());
    let mut rest = html;
    while !rest.is_empty() {
        let mut end = PIECE.min(rest.len());
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let (piece, after) = rest.split_at(end);
        parser.process(StrTendril::from_slice(piece));
        rest = after;
        parser.tokenizer.sink.sink.check()?;
    }
    Ok(parser.finish())
}

/// Builds the tree as the parser finds it.
#[derive(Default)]
struct Sink {
    dom: RefCell<Dom>,
    line: Cell<usize>,
    /// The greatest depth so far.
    deepest: Cell<usize>,
}

/// The name of an element, as the parser asks for it.
#[derive(Debug)]
struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl Sink {
    /// Reports a document beyond the limits.
    fn check(&self) -> Result<(), Problem> {
        let problem = |expected: String| Problem {
            expected,
            found: format!("more, in line {}", self.line.get()),
            hint: "copy the text of the page into a new document".to_owned(),
        };
        if self.deepest.get() > DEEPEST {
            return Err(problem(format!("elements nested at most {DEEPEST} deep")));
        }
        if self.dom.borrow().len() > MOST {
            return Err(problem(format!("at most {MOST} elements and texts")));
        }
        Ok(())
    }

    fn add(&self, data: Data) -> NodeId {
        let nodes = &mut self.dom.borrow_mut().nodes;
        nodes.push(Node {
            depth: 0,
            parent: None,
            children: Vec::new(),
            data,
            line: self.line.get(),
        });
        NodeId(nodes.len() - 1)
    }

    /// Inserts a node or a text before the child with this index.
    fn insert(&self, parent: NodeId, index: usize, child: NodeOrText<NodeId>) {
        let child = match child {
            NodeOrText::AppendNode(child) => {
                self.remove_from_parent(&child);
                child
            }
            NodeOrText::AppendText(text) => {
                let before = index.checked_sub(1);
                let before = before.map(|before| self.dom.borrow().children(parent)[before]);
                if let Some(NodeId(before)) = before
                    && let Data::Text(old) = &mut self.dom.borrow_mut().nodes[before].data
                {
                    old.push_str(&text);
                    return;
                }
                self.add(Data::Text(text.to_string()))
            }
        };
        let nodes = &mut self.dom.borrow_mut().nodes;
        nodes[child.0].parent = Some(parent);
        nodes[child.0].depth = nodes[parent.0].depth + 1;
        self.deepest
            .set(self.deepest.get().max(nodes[child.0].depth));
        let children = &mut nodes[parent.0].children;
        children.insert(index.min(children.len()), child);
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Dom;
    type ElemName<'a> = Name;

    fn finish(self) -> Dom {
        self.dom.into_inner()
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        Dom::ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Name {
        match &self.dom.borrow().node(*target).data {
            Data::Element(name, _) => Name(name.clone()),
            _ => Name(QualName::new(
                None,
                Namespace::default(),
                LocalName::default(),
            )),
        }
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        _: ElementFlags,
    ) -> NodeId {
        self.add(Data::Element(name, attributes))
    }

    fn create_comment(&self, _text: StrTendril) -> NodeId {
        self.add(Data::Other)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> NodeId {
        self.add(Data::Other)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        let end = self.dom.borrow().children(*parent).len();
        self.insert(*parent, end, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        previous: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        let has_parent = self.dom.borrow().node(*element).parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// The contents of a template are below it here; they are not shown, and not read.
    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        *target
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        if let NodeOrText::AppendNode(child) = &child {
            self.remove_from_parent(child);
        }
        let place = {
            let dom = self.dom.borrow();
            dom.node(*sibling).parent.map(|parent| {
                let index = dom.children(parent).iter().rposition(|id| id == sibling);
                (parent, index.unwrap_or_default())
            })
        };
        if let Some((parent, index)) = place {
            self.insert(parent, index, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        let nodes = &mut self.dom.borrow_mut().nodes;
        if let Data::Element(_, known) = &mut nodes[target.0].data {
            for attribute in attributes {
                if known.iter().all(|known| known.name != attribute.name) {
                    known.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &NodeId) {
        let nodes = &mut self.dom.borrow_mut().nodes;
        if let Some(parent) = nodes[target.0].parent.take() {
            nodes[parent.0].children.retain(|child| child != target);
        }
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let nodes = &mut self.dom.borrow_mut().nodes;
        let children = std::mem::take(&mut nodes[node.0].children);
        for child in &children {
            nodes[child.0].parent = Some(*new_parent);
        }
        nodes[new_parent.0].children.extend(children);
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(usize::try_from(line).unwrap_or(usize::MAX));
    }
}
