//! The markup around words while a document is read.

use plan::is_address;

use crate::rich::Mark;

/// The marks that are open, and how deep.
#[derive(Debug, Default)]
pub(crate) struct Inline {
    pub(crate) strong: usize,
    pub(crate) emphasis: usize,
    /// Superscript.
    pub(crate) raised: usize,
    /// Subscript.
    pub(crate) lowered: usize,
    pub(crate) link: Option<Mark>,
}

impl Inline {
    /// Returns the marks of the words that follow.
    pub(crate) fn marks(&self) -> Vec<Mark> {
        let strong = (self.strong > 0).then_some(Mark::Strong);
        let emphasis = (self.emphasis > 0).then_some(Mark::Emphasis);
        let script = match (self.raised, self.lowered) {
            (0, 0) => None,
            (0, _) => Some(Mark::Lowered),
            _ => Some(Mark::Raised),
        };
        let marks = strong.into_iter().chain(emphasis).chain(script);
        marks.chain(self.link.clone()).collect()
    }

    /// Begins emphasis or the like, or ends it.
    pub(crate) fn count(depth: &mut usize, begins: bool) {
        *depth = if begins {
            *depth + 1
        } else {
            depth.saturating_sub(1)
        };
    }

    /// Reads a tag of HTML. Returns whether it is one of emphasis, superscript or subscript.
    pub(crate) fn read_tag(&mut self, name: &str, begins: bool) -> bool {
        match name {
            "b" | "strong" => Self::count(&mut self.strong, begins),
            "i" | "em" => Self::count(&mut self.emphasis, begins),
            "sup" => Self::count(&mut self.raised, begins),
            "sub" => Self::count(&mut self.lowered, begins),
            _ => return false,
        }
        true
    }
}

/// The links whose addresses were left out.
#[derive(Debug, Default)]
pub(crate) struct Links {
    lost: usize,
    /// The address of the first one.
    first: String,
}

impl Links {
    /// Returns the mark of a link. Links inside the document have none, and so have those by another
    /// scheme than http, https and mailto.
    pub(crate) fn mark(&mut self, address: &str) -> Option<Mark> {
        let address = address.trim();
        let is_clean = !address.contains(|c: char| c.is_control());
        if is_address(address) && is_clean {
            return Some(Mark::Link(address.to_owned()));
        }
        if !address.is_empty() && !address.starts_with('#') {
            if self.lost == 0 {
                address.clone_into(&mut self.first);
            }
            self.lost += 1;
        }
        None
    }

    /// Returns the doubt about lost addresses.
    pub(crate) fn doubt(&self) -> Option<String> {
        let first = crate::text::beginning(&self.first);
        let links = match self.lost {
            0 => return None,
            1 => "a link".to_owned(),
            many => format!("{many} links"),
        };
        Some(format!(
            "{links} such as “{first}” kept only the words, because addresses begin with http:, https: or mailto:"
        ))
    }
}
