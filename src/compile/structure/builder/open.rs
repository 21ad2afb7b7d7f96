//! Questions about the divisions that are open while a text is read.

use plan::{DivisionId, Id, LevelId};

use super::Builder;
use crate::markdown::Block;
use crate::numbering::pattern::Label;

impl Builder<'_> {
    /// Returns the level of divisions of which a block has the next number. Only a number with a word,
    /// such as `Article 2`, is certain to be that of a heading.
    pub(super) fn level_of(&self, block: &Block) -> Option<LevelId> {
        let levels = (0..).map(LevelId::new).zip(&self.numbering.divisions);
        let mut found = levels.filter(|(level, form)| {
            let outer = self.tokens(self.depth(*level));
            let outer: Vec<&str> = outer.iter().map(String::as_str).collect();
            let (pattern, label) = form.read(&block.text, &outer);
            let Label::Number { number, .. } = label else {
                return false;
            };
            let next = self.divisions[level.index()].next(pattern);
            form.patterns[pattern].has_word() && number.value.base == next
        });
        found.next().map(|(level, _)| level)
    }

    /// Reports whether a paragraph may be a clause of a division.
    pub(super) fn is_clause(&self, block: &Block, division: DivisionId) -> bool {
        let draft = &self.document.divisions[division];
        let form = &self.numbering.clauses[draft.level.index()];
        let outer = self.tokens(self.open.len());
        let outer: Vec<&str> = outer.iter().map(String::as_str).collect();
        let (_, label) = form.read(&block.text, &outer);
        form.may_lack || draft.token.is_none() || matches!(label, Label::Number { .. })
    }

    /// Returns how many of the open divisions contain a new one of this level.
    pub(super) fn depth(&self, level: LevelId) -> usize {
        let levels = self.open.iter();
        let levels = levels.map(|&id| self.document.divisions[id].level);
        levels.take_while(|&above| above < level).count()
    }

    /// Reports whether the headings of the first open divisions are right.
    pub(super) fn are_right(&self, depth: usize) -> bool {
        let open = self.open[..depth].iter();
        open.into_iter()
            .all(|&id| self.document.divisions[id].is_right)
    }

    /// Returns the numbers of the first open divisions, as they are in eIds.
    pub(super) fn tokens(&self, depth: usize) -> Vec<String> {
        let open = self.open[..depth].iter();
        let tokens = open.filter_map(|&id| self.document.divisions[id].token.clone());
        tokens.collect()
    }
}
