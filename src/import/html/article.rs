//! The part of a page that is the document, without navigation.

use super::dom::{Dom, NodeId, Step};

/// Elements whose text is no text of the page.
const UNSHOWN: [&str; 19] = [
    "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas",
    "audio", "video", "button", "select", "textarea", "input", "dialog", "datalist", "title",
];

/// Words of `class` and `id` by which pages name their navigation.
const NAVIGATION: [&str; 20] = [
    "nav",
    "navbar",
    "navigation",
    "menu",
    "breadcrumb",
    "breadcrumbs",
    "sidebar",
    "share",
    "social",
    "cookie",
    "cookies",
    "footer",
    "pagination",
    "pager",
    "toc",
    "skip",
    "related",
    "comments",
    "banner",
    "advert",
];

const ROLES: [&str; 6] = [
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "dialog",
];

/// The document inside a page.
pub(super) struct Article<'a> {
    dom: &'a Dom,
    pub(super) root: NodeId,
    /// Nodes that are not read.
    is_dropped: Vec<bool>,
    /// The words of navigation and the like that were left out.
    pub(super) dropped_words: usize,
    /// The beginning of other text outside the document.
    pub(super) outside: Option<String>,
}

impl<'a> Article<'a> {
    /// Finds the document. Nothing is dropped from a fragment but hidden elements.
    pub(super) fn find(dom: &'a Dom, is_fragment: bool) -> Self {
        let mut article = Self {
            dom,
            root: Dom::ROOT,
            is_dropped: vec![false; dom.len()],
            dropped_words: 0,
            outside: None,
        };
        let body = dom.below(Dom::ROOT).find(|&id| dom.name(id) == "body");
        article.root = body.unwrap_or(Dom::ROOT);
        article.drop_hidden();
        if is_fragment {
            return article;
        }
        article.drop_navigation();
        article.choose_root(article.root);
        article
    }

    /// Reports whether a node is read, if those around it are.
    pub(super) fn shows(&self, id: NodeId) -> bool {
        !self.is_dropped[id.index()]
    }

    /// Reads a node no more as a part of those around it.
    pub(super) fn drop_node(&mut self, id: NodeId) {
        self.is_dropped[id.index()] = true;
    }

    /// Returns the first heading of the page that is outside the document.
    pub(super) fn heading_outside(&self) -> Option<String> {
        let headings = self
            .dom
            .below(Dom::ROOT)
            .filter(|&id| self.dom.name(id) == "h1");
        let mut outside =
            headings.filter(|&id| !self.dom.ancestors(id).any(|outer| outer == self.root));
        outside.next().map(|id| self.text_of(id))
    }

    /// Returns the text of a node that is shown.
    pub(super) fn text_of(&self, id: NodeId) -> String {
        let steps = self.dom.walk(id, |id| !self.is_dropped[id.index()]);
        let mut text = String::new();
        for step in steps {
            match step {
                Step::Enter(id) => {
                    text.push_str(self.dom.text(id).unwrap_or_default());
                    if matches!(self.dom.name(id), "br" | "p" | "div" | "li") {
                        text.push(' ');
                    }
                }
                Step::Leave(id)
                    if matches!(self.dom.name(id), "p" | "div" | "li" | "td" | "th") =>
                {
                    text.push(' ');
                }
                Step::Leave(_) => {}
            }
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ")
    }

    fn drop_hidden(&mut self) {
        let is_hidden = |id| {
            let style = self
                .dom
                .attribute(id, "style")
                .unwrap_or_default()
                .replace(' ', "");
            UNSHOWN.contains(&self.dom.name(id))
                || self.dom.attribute(id, "hidden").is_some()
                || self.dom.attribute(id, "aria-hidden") == Some("true")
                || style.contains("display:none")
        };
        let hidden: Vec<NodeId> = self
            .dom
            .below(self.root)
            .filter(|&id| is_hidden(id))
            .collect();
        for id in hidden {
            self.is_dropped[id.index()] = true;
        }
    }

    fn drop_navigation(&mut self) {
        let lengths = self.lengths();
        let whole = lengths[self.root.index()].0;
        let candidates: Vec<NodeId> = self
            .dom
            .below(self.root)
            .filter(|&id| self.is_navigation(id))
            .collect();
        for id in candidates {
            let (text, _) = lengths[id.index()];
            // A wrapper of the whole page may have a name such as “has-sidebar”.
            let is_small = text * 5 <= whole * 2;
            let contains_document = self
                .dom
                .below(id)
                .any(|id| matches!(self.dom.name(id), "article" | "main"));
            if is_small && !contains_document {
                self.dropped_words += self.text_of(id).split_whitespace().count();
                self.is_dropped[id.index()] = true;
            }
        }
    }

    fn is_navigation(&self, id: NodeId) -> bool {
        let name = self.dom.name(id);
        if matches!(name, "nav" | "footer" | "aside") {
            return true;
        }
        // The header of an article has its title.
        if name == "header" {
            return !self
                .dom
                .ancestors(id)
                .any(|outer| matches!(self.dom.name(outer), "article" | "main"))
                && !self.dom.below(id).any(|inner| self.dom.name(inner) == "h1");
        }
        let is_block = matches!(
            name,
            "div" | "section" | "ul" | "ol" | "p" | "table" | "form" | "span"
        );
        let role = self.dom.attribute(id, "role").unwrap_or_default();
        if ROLES.contains(&role) {
            return true;
        }
        let named = ["class", "id"]
            .into_iter()
            .filter_map(|name| self.dom.attribute(id, name));
        let mut words = named.flat_map(|value| value.split(|c: char| !c.is_alphanumeric()));
        is_block
            && (words.any(|word| NAVIGATION.contains(&word.to_lowercase().as_str()))
                || self.is_table_of_contents(id))
    }

    /// Reports whether a list only has links to other places of the page.
    fn is_table_of_contents(&self, id: NodeId) -> bool {
        if !matches!(self.dom.name(id), "ul" | "ol") {
            return false;
        }
        let items = self
            .dom
            .children(id)
            .iter()
            .filter(|id| self.dom.name(**id) == "li");
        let items: Vec<&NodeId> = items.collect();
        let is_link = |id: &&NodeId| {
            let mut inner = self.dom.below(**id).filter(|&id| self.dom.name(id) == "a");
            inner.any(|link| {
                let address = self.dom.attribute(link, "href").unwrap_or_default();
                address.starts_with('#')
                    && self.text_of(link).len() * 10 >= self.text_of(**id).len() * 9
            })
        };
        items.len() >= 3 && items.iter().take(50).all(is_link)
    }

    /// Chooses the element with the document: an article, the main part, or the block that has
    /// nearly all of the text.
    fn choose_root(&mut self, body: NodeId) {
        let lengths = self.lengths();
        let own = |id: NodeId| lengths[id.index()].0 - lengths[id.index()].1;
        let (dom, is_dropped) = (self.dom, &self.is_dropped);
        let with_name = |name: &str| {
            let all = dom.below(body).filter(|&id| {
                let is_named = dom.name(id) == name || dom.attribute(id, "role") == Some(name);
                is_named && !is_dropped[id.index()]
            });
            all.max_by_key(|&id| own(id))
                .filter(|&id| own(id) * 2 > own(body))
        };
        let mut root = with_name("article")
            .or_else(|| with_name("main"))
            .unwrap_or(body);
        if root == body {
            while let Some(child) = self.only_text_of(root, &own) {
                root = child;
            }
        }
        let outside = self
            .dom
            .walk(body, |id| id != root && !self.is_dropped[id.index()]);
        let texts = outside.filter_map(|step| match step {
            Step::Enter(id) => self.dom.text(id),
            Step::Leave(_) => None,
        });
        let outside: Vec<&str> = texts.flat_map(str::split_whitespace).collect();
        self.dropped_words += outside.len();
        self.outside = (!outside.is_empty()).then(|| outside.join(" "));
        self.root = root;
    }

    /// Returns the child that has all headings, paragraphs and tables of a node.
    fn only_text_of(&self, id: NodeId, own: &dyn Fn(NodeId) -> usize) -> Option<NodeId> {
        let children = self.dom.children(id).iter().copied();
        let shown: Vec<NodeId> = children.filter(|id| !self.is_dropped[id.index()]).collect();
        let largest = shown.iter().copied().max_by_key(|&id| own(id))?;
        let is_container = matches!(
            self.dom.name(largest),
            "div"
                | "section"
                | "main"
                | "article"
                | "td"
                | "tr"
                | "tbody"
                | "table"
                | "center"
                | "form"
        );
        let is_text = |id: NodeId| {
            matches!(
                self.dom.name(id),
                "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "li"
            ) && own(id) > 0
        };
        let others: Vec<NodeId> = shown.into_iter().filter(|id| *id != largest).collect();
        let rest: usize = others.iter().map(|&other| own(other)).sum();
        let is_most = rest <= 40 && rest * 10 <= own(largest);
        let has_others = !is_most
            || others
                .iter()
                .any(|&other| self.dom.below(other).any(is_text));
        (is_container && !has_others && own(largest) > 0).then_some(largest)
    }

    /// Returns, for each node, the length of its shown text, and of the part of it in links.
    fn lengths(&self) -> Vec<(usize, usize)> {
        let mut lengths = vec![(0, 0); self.dom.len()];
        let mut links = 0_usize;
        for step in self.dom.walk(self.root, |id| !self.is_dropped[id.index()]) {
            match step {
                Step::Enter(id) => {
                    links += usize::from(self.dom.name(id) == "a");
                    let length = self.dom.text(id).map_or(0, |text| text.trim().len());
                    lengths[id.index()] = (length, if links > 0 { length } else { 0 });
                }
                Step::Leave(id) => {
                    links -= usize::from(self.dom.name(id) == "a");
                    let (text, linked) = lengths[id.index()];
                    if let Some(parent) = self.dom.ancestors(id).next() {
                        let outer = &mut lengths[parent.index()];
                        *outer = (outer.0 + text, outer.1 + linked);
                    }
                }
            }
        }
        lengths
    }
}
