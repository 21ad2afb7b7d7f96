//! The structure of a clause's texts as data: what its plain text does not say.

use plan::{Clause, ClauseId, Markup, Note, Part, PartKind, Plan};
use serde::{Serialize, Serializer};

/// The items, links and notes of a clause, by language.
#[derive(Debug)]
pub(crate) struct Structures<'a> {
    plan: &'a Plan,
    id: ClauseId,
}

impl<'a> Structures<'a> {
    /// Returns the structure of a clause; none if no text of it has one.
    pub(crate) fn of(plan: &'a Plan, id: ClauseId) -> Option<Self> {
        let structures = Self { plan, id };
        let has_any = structures.all().next().is_some();
        has_any.then_some(structures)
    }

    fn all(&self) -> impl Iterator<Item = &'a Markup> {
        let texts = self.plan.clauses[self.id].text.iter();
        texts.filter_map(|text| self.plan.markup_of(self.id, text.tag))
    }
}

impl Serialize for Structures<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let clause = &self.plan.clauses[self.id];
        serializer.collect_map(
            self.all()
                .map(|it| (&it.language, Structure::new(clause, it))),
        )
    }
}

#[derive(Debug, Serialize)]
struct Structure<'a> {
    items: Vec<Item<'a>>,
    links: Vec<Link<'a>>,
    notes: Vec<NoteRecord<'a>>,
}

/// A numbered part of the text, with the items inside it.
#[derive(Debug, Serialize)]
struct Item<'a> {
    eid: &'a str,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct Link<'a> {
    text: &'a str,
    href: &'a str,
}

#[derive(Debug, Serialize)]
struct NoteRecord<'a> {
    mark: &'a str,
    text: &'a str,
}

impl<'a> Structure<'a> {
    fn new(clause: &'a Clause, markup: &'a Markup) -> Self {
        let text = clause.text.nearest(&markup.language).text;
        let words = |part: &Part| text.get(part.start..part.end).unwrap_or_default();
        let of = |kind: PartKind| markup.parts.iter().filter(move |part| part.kind == kind);
        let item = |part: &'a Part| Item {
            eid: part.item().unwrap_or_default(),
            text: words(part).trim_end(),
        };
        let link = |part: &'a Part| Link {
            text: words(part),
            href: &part.target,
        };
        let note = |note: &'a Note| NoteRecord {
            mark: &note.mark,
            text: &note.text,
        };
        Self {
            items: of(PartKind::Item).map(item).collect(),
            links: of(PartKind::Link).map(link).collect(),
            notes: markup.notes.iter().map(note).collect(),
        }
    }
}
