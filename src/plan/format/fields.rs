//! The fields of every type of a plan, in the order in which they are packed.

use super::packer::{Pack, Packer, Reader};
use super::shape::Shape;
use crate::column::{Cell, Column, ColumnKind};
use crate::document::{Clause, Division, Folds, Language, Member, Plan, Slip, Source, Status};
use crate::facet::{Evidence, Facet, FacetValue, Overview, Span, Tag};
use crate::ids::{ClauseId, DivisionId, EId, FacetId, Id, LevelId, ReasonId, ValueId};
use crate::level::Level;
use crate::localized::{InLanguage, Localized, Text};
use crate::markup::{Markup, Note, Part, PartKind};

/// Packs structs field by field. A name in quotes is the field's name in JSON, where it differs. A field behind `without`
/// is not packed, and empty when it is unpacked.
macro_rules! pack_fields {
    (@name $field:ident $name:literal) => { $name };
    (@name $field:ident) => { stringify!($field) };
    ($($type:ident { $($field:ident $($name:literal)?),+ $(,)? $(; without $left_out:ident)? })+) => {
        $(impl $crate::format::Pack for $type {
            fn pack(&self, to: &mut $crate::format::Packer) {
                $(self.$field.pack(to);)+
            }

            fn unpack(from: &mut $crate::format::Reader<'_>) -> Self {
                Self { $($field: $crate::format::Pack::unpack(from),)+ $($left_out: Vec::new())? }
            }

            fn shape() -> $crate::format::Shape {
                fn of<T: $crate::format::Pack>(_: fn($type) -> T) -> $crate::format::Shape {
                    T::shape()
                }
                $crate::format::Shape::Fields(vec![
                    $(($crate::format::pack_fields!(@name $field $($name)?), of(|it| it.$field)),)+
                ])
            }
        })+
    };
}

pub(crate) use pack_fields;

pack_fields! {
    Member { id, title, languages, source, first }
    Plan { id, languages, title, preamble, divisions, clauses, facets, overview, source, folds, names, columns, own_levels "levels", markup; without members }
    Language { tag, html, name, status, translation }
    Division { eid, parent, number, heading, level }
    Level { stem, key, name }
    Clause { eid, division, number, text, tags, slip }
    Slip { words, note }
    Column { id, label, kind "type", cells }
    Cell { clause, value }
    Tag { facet, value, evidence }
    Span { start, end }
    Overview { rows, columns }
    Facet { id, label, scale, details, values, reasons, otherwise }
    FacetValue { id, label, heading, description, phrases, formerly }
    Markup { clause, language, parts, notes }
    Part { kind, start, end, target }
    Note { mark, text, parts }
    Source { publisher, url, published, notice, ends_in "endsIn" }
}

macro_rules! pack_ids {
    ($($id:ident)+) => {
        $(impl Pack for $id {
            fn pack(&self, to: &mut Packer) {
                self.index().pack(to);
            }

            fn unpack(from: &mut Reader<'_>) -> Self {
                Self::new(usize::unpack(from))
            }

            fn shape() -> Shape {
                Shape::Number
            }
        })+
    };
}

pack_ids! { ClauseId DivisionId LevelId FacetId ValueId ReasonId }

impl Pack for EId {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        Self(Pack::unpack(from))
    }

    fn shape() -> Shape {
        Shape::Text
    }
}

impl Pack for Folds {
    fn pack(&self, to: &mut Packer) {
        to.ascending(&self.from);
        self.to.pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        Self {
            from: from.ascending().into(),
            to: Pack::unpack(from),
        }
    }

    fn shape() -> Shape {
        Shape::Fields(vec![("from", Shape::Ascending), ("to", Text::shape())])
    }
}

impl Pack for Status {
    fn pack(&self, to: &mut Packer) {
        (*self == Self::Authoritative).pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        if bool::unpack(from) {
            Self::Authoritative
        } else {
            Self::Unofficial
        }
    }

    fn shape() -> Shape {
        Shape::Word(vec!["unofficial", "authoritative"])
    }
}

impl Pack for ColumnKind {
    fn pack(&self, to: &mut Packer) {
        (*self as usize).pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        match usize::unpack(from) {
            1 => Self::Number,
            2 => Self::Date,
            3 => Self::Link,
            _ => Self::Text,
        }
    }

    fn shape() -> Shape {
        Shape::Word(vec!["text", "number", "date", "link"])
    }
}

/// The kinds with their words in JSON, in the order of their numbers.
const PART_KINDS: [(PartKind, &str); 12] = [
    (PartKind::Emphasis, "emphasis"),
    (PartKind::Strong, "strong"),
    (PartKind::Link, "link"),
    (PartKind::Note, "note"),
    (PartKind::Quotation, "quotation"),
    (PartKind::List, "list"),
    (PartKind::Item, "item"),
    (PartKind::Number, "number"),
    (PartKind::Table, "table"),
    (PartKind::Row, "row"),
    (PartKind::Heading, "heading"),
    (PartKind::Cell, "cell"),
];

impl Pack for PartKind {
    fn pack(&self, to: &mut Packer) {
        (*self as usize).pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let kind = PART_KINDS.get(usize::unpack(from));
        kind.map_or(Self::Emphasis, |(kind, _)| *kind)
    }

    fn shape() -> Shape {
        Shape::Word(PART_KINDS.iter().map(|(_, word)| *word).collect())
    }
}

/// The first text, which every reader falls back to, is never written apart.
impl Pack for Localized {
    fn pack(&self, to: &mut Packer) {
        let is_apart = |tag: &str| to.apart.iter().any(|(apart, _)| apart == tag);
        let rest = self.0.iter().skip(1);
        let kept = rest.filter(|one| !is_apart(&one.tag));
        let kept: Vec<_> = self.0.iter().take(1).chain(kept).collect();
        kept.len().pack(to);
        for InLanguage { tag, text } in kept {
            to.word(tag);
            text.pack(to);
        }
        for (tag, to) in &mut to.apart {
            let own = self.0.iter().skip(1).find(|one| one.tag == *tag);
            own.map(|one| one.text.clone()).pack(to);
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let length = from.length();
        let one = |_| InLanguage {
            tag: from.word(),
            text: Text::unpack(from),
        };
        let mut texts: Vec<_> = (0..length).map(one).collect();
        for (tag, from) in &mut from.apart {
            let text: Option<Text> = Pack::unpack(from);
            texts.extend(text.map(|text| InLanguage {
                tag: tag.clone(),
                text,
            }));
        }
        Self(texts)
    }

    fn shape() -> Shape {
        Shape::Localized
    }
}

impl Pack for Evidence {
    fn pack(&self, to: &mut Packer) {
        match self {
            Self::Division(division) => {
                0_usize.pack(to);
                division.pack(to);
            }
            Self::Reason(reason) => {
                1_usize.pack(to);
                reason.pack(to);
            }
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

    fn shape() -> Shape {
        Shape::Choice(vec![
            ("division", DivisionId::shape()),
            ("reason", ReasonId::shape()),
            ("phrases", Vec::<Span>::shape()),
        ])
    }
}
