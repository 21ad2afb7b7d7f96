//! How a plan is packed: field by field, in the order of the fields.

use super::{
    Clause, Division, EId, Evidence, Facet, FacetValue, Folds, Language, Localized, Overview, Plan,
    Source, Span, Status, Tag,
};
#[cfg(not(target_family = "wasm"))]
use crate::pack::Packed;
use crate::pack::{Pack, Reader, pack_fields};

pack_fields! {
    Plan { id, languages, title, preamble, divisions, clauses, facets, overview, source, folds }
    Language { tag, html, name, status }
    Division { eid, parent, number, heading }
    Clause { eid, division, number, text, truncated, tags }
    Tag { facet, value, evidence }
    Span { start, end }
    Overview { rows, columns }
    Facet { id, label, values, reasons }
    FacetValue { id, label, description, phrases }
    Source { publisher, url, published, notice, ends_in }
    Folds { from, to }
}

impl Pack for EId {
    #[cfg(not(target_family = "wasm"))]
    fn pack(&self, to: &mut Packed) {
        self.0.pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        Self(Pack::unpack(from))
    }
}

impl Pack for Status {
    #[cfg(not(target_family = "wasm"))]
    fn pack(&self, to: &mut Packed) {
        (*self == Self::Authoritative).pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        if Pack::unpack(from) {
            Self::Authoritative
        } else {
            Self::Unofficial
        }
    }
}

impl Pack for Localized {
    #[cfg(not(target_family = "wasm"))]
    fn pack(&self, to: &mut Packed) {
        self.0.len().pack(to);
        for (language, text) in self.0.iter() {
            to.word(language);
            text.pack(to);
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let length = usize::unpack(from);
        let pair = |_| (from.word(), Pack::unpack(from));
        Self((0..length).map(pair).collect())
    }
}

impl Pack for Evidence {
    #[cfg(not(target_family = "wasm"))]
    fn pack(&self, to: &mut Packed) {
        match self {
            Self::Division(division) => [0, *division].iter().for_each(|number| number.pack(to)),
            Self::Reason(reason) => [1, *reason].iter().for_each(|number| number.pack(to)),
            Self::Phrases(spans) => {
                2_usize.pack(to);
                spans.pack(to);
            }
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        match usize::unpack(from) {
            0 => Self::Division(Pack::unpack(from)),
            1 => Self::Reason(Pack::unpack(from)),
            _ => Self::Phrases(Pack::unpack(from)),
        }
    }
}
