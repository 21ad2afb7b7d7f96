//! The compiled content: a plan and the words of the widget.

use crate::document::Plan;
use crate::format::{Pack, Packer, Reader, Shape};
use crate::interface::Interface;

/// The result of compiling a content folder, and the content of the engine's section `plan`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The plan.
    pub plan: Plan,
    /// The widget's own words, one set for each language, sorted by tag.
    pub interfaces: Vec<Interface>,
}

/// The words of a language that is written apart are apart too, but for those that a reader falls back to: those of the
/// original, or else the first ones.
impl Pack for Content {
    fn pack(&self, to: &mut Packer) {
        self.plan.pack(to);
        let original = self.plan.title.original().tag;
        let own = self.interfaces.iter().find(|words| words.tag == original);
        let fallback = own.or(self.interfaces.first()).map(|words| &words.tag);
        let mut kept = self.interfaces.clone();
        for (tag, to) in &mut to.apart {
            let is_apart = |words: &Interface| words.tag == *tag && Some(&words.tag) != fallback;
            let apart = kept.iter().position(is_apart);
            apart.map(|index| kept.remove(index)).pack(to);
        }
        kept.pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let plan = Plan::unpack(from);
        let apart = from.apart.iter_mut();
        let apart: Vec<Option<Interface>> = apart.map(|(_, from)| Pack::unpack(from)).collect();
        let mut interfaces: Vec<Interface> = Pack::unpack(from);
        for words in apart.into_iter().flatten() {
            let index = interfaces.iter().take_while(|known| known.tag < words.tag);
            interfaces.insert(index.count(), words);
        }
        Self { plan, interfaces }
    }

    fn shape() -> Shape {
        Shape::Fields(vec![
            ("plan", Plan::shape()),
            ("interfaces", Vec::<Interface>::shape()),
        ])
    }
}
