//! The tree of an HTML document, as browsers build it.
//!
//! The nodes are in one list, and every walk uses a stack of its own: HTML may be nested deeper
//! than functions may call themselves.

use html5ever::{Attribute, QualName};

/// A node of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct NodeId(pub(super) usize);

/// A document.
#[derive(Debug, Default)]
pub(super) struct Dom {
    pub(super) nodes: Vec<Node>,
}

#[derive(Debug)]
pub(super) struct Node {
    /// The number of nodes around it.
    pub(super) depth: usize,
    pub(super) parent: Option<NodeId>,
    pub(super) children: Vec<NodeId>,
    pub(super) data: Data,
    /// The line of the file, from 1.
    pub(super) line: usize,
}

#[derive(Debug)]
pub(super) enum Data {
    Element(QualName, Vec<Attribute>),
    Text(String),
    /// The document, comments and the like.
    Other,
}

/// A step of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Enter(NodeId),
    Leave(NodeId),
}

impl Dom {
    pub(super) const ROOT: NodeId = NodeId(0);

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Returns the name of an element; an empty text for other nodes.
    pub(super) fn name(&self, id: NodeId) -> &str {
        match &self.node(id).data {
            Data::Element(name, _) => &name.local,
            _ => "",
        }
    }

    pub(super) fn attribute(&self, id: NodeId, name: &str) -> Option<&str> {
        let Data::Element(_, attributes) = &self.node(id).data else {
            return None;
        };
        let found = attributes
            .iter()
            .find(|attribute| &*attribute.name.local == name);
        found.map(|attribute| &*attribute.value)
    }

    /// Returns the text of a text node.
    pub(super) fn text(&self, id: NodeId) -> Option<&str> {
        match &self.node(id).data {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn line(&self, id: NodeId) -> usize {
        self.node(id).line
    }

    pub(super) fn children(&self, id: NodeId) -> &[NodeId] {
        &self.node(id).children
    }

    /// Returns the ancestors of a node, innermost first.
    pub(super) fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.node(id).parent, |&id| self.node(id).parent)
    }

    /// Returns a node and all below it, in the order of the text.
    pub(super) fn below(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let steps = self.walk(id, |_| true);
        steps.filter_map(|step| match step {
            Step::Enter(id) => Some(id),
            Step::Leave(_) => None,
        })
    }

    /// Walks through a node and all below it. Nodes for which `enters` is false are left out.
    pub(super) fn walk<'a>(
        &'a self,
        id: NodeId,
        enters: impl Fn(NodeId) -> bool + 'a,
    ) -> impl Iterator<Item = Step> + 'a {
        let mut steps = vec![Step::Enter(id)];
        std::iter::from_fn(move || {
            while let Some(step) = steps.pop() {
                let Step::Enter(id) = step else {
                    return Some(step);
                };
                if enters(id) {
                    steps.push(Step::Leave(id));
                    steps.extend(
                        self.children(id)
                            .iter()
                            .rev()
                            .map(|&child| Step::Enter(child)),
                    );
                    return Some(step);
                }
            }
            None
        })
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0]
    }
}

impl NodeId {
    /// Returns the position of the node among all nodes of its tree.
    pub(super) fn index(self) -> usize {
        self.0
    }
}
