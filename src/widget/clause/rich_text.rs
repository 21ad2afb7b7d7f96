//! Texts with markup: emphasis, links, lists, tables, quotations, and the notes below them. All of this is in the second
//! wasm; until that is loaded, the plain text is shown.

use std::ops::Range;

use plan::{InLanguage, Markup, Node, Note, Part, PartKind, is_address, nodes};
use yew::prelude::*;

use super::row::Row;
use super::shown_text::ShownText;
use crate::marked_text::marked;

/// Renders a text with its markup and its marks. Returns nothing for a text without markup.
pub(crate) fn text(row: &Row<'_>, shown: &ShownText<'_>, hits: &[Range<usize>]) -> Option<Html> {
    let shared = &row.common.shared;
    let markup = shared.plan().markup_of(row.facts.id, shown.tag)?;
    let text = Text {
        plain: shown.text,
        parts: &markup.parts,
        hits,
        reasons: &shown.reasons,
        pointed: row.facts.item.as_deref(),
        // An id occurs once, in the language to read in.
        has_ids: shown.asked == row.reading(),
        page_address: &row.common.page_address,
    };
    let (key, content) = text.content();
    let key = [shown.asked, &key, text.pointed.unwrap_or_default()].concat();
    Some(
        html! { <div {key} part="text" class="rich" lang={shared.html_tag(shown.tag)} dir={shared.dir(shown.tag)} translate={shown.translate} data-missing={shown.missing.clone()}>{ content }</div> },
    )
}

/// Renders the notes to the shown texts of a clause.
pub(crate) fn notes(row: &Row<'_>) -> Html {
    let plan = row.common.shared.plan();
    let clause = &plan.clauses[row.facts.id];
    let mut shown: Vec<&str> = Vec::new();
    for (asked, _) in &row.texts {
        let InLanguage { tag, .. } = clause.text.nearest(asked);
        if !shown.contains(&tag) {
            shown.push(tag);
        }
    }
    let markup = shown.into_iter();
    let markup = markup.filter_map(|tag| plan.markup_of(row.facts.id, tag));
    let notes = markup.flat_map(|markup| markup.notes.iter().map(move |note| (markup, note)));
    let notes: Vec<Html> = notes
        .map(|(markup, note)| view_note(row, markup, note))
        .collect();
    if notes.is_empty() {
        return Html::default();
    }
    html! { <div class="footnotes">{ for notes }</div> }
}

fn view_note(row: &Row<'_>, markup: &Markup, footnote: &Note) -> Html {
    let shared = &row.common.shared;
    let text = Text {
        plain: &footnote.text,
        parts: &footnote.parts,
        hits: &shared.hits_in_note(&footnote.text, &row.common.needles),
        reasons: &[],
        pointed: None,
        has_ids: false,
        page_address: "",
    };
    let (key, content) = text.content();
    let tag = &markup.language;
    let key = [&**tag, " ", &footnote.mark, " ", &key].concat();
    html! { <p {key} lang={shared.html_tag(tag)} dir={shared.dir(tag)}><sup data-mark={footnote.mark.to_string()} /><span>{ content }</span></p> }
}

/// A text with markup to render.
struct Text<'a> {
    plain: &'a str,
    parts: &'a [Part],
    /// The ranges of matches.
    hits: &'a [Range<usize>],
    /// The ranges of words that justify a tag.
    reasons: &'a [Range<usize>],
    /// The eId of the item to which the view points.
    pointed: Option<&'a str>,
    has_ids: bool,
    /// The page's address without its fragment. The numbers of items lead to it.
    page_address: &'a str,
}

impl Text<'_> {
    /// Returns the key and the children of the element around the text, as [`marked`] does.
    fn content(&self) -> (String, Html) {
        let (key, _) = marked(self.plain, self.hits, self.reasons);
        (key, self.view(&nodes(self.plain, self.parts), ""))
    }

    /// Renders pieces of the text, which are inside the item of an eId.
    fn view(&self, nodes: &[Node<'_>], item: &str) -> Html {
        let view = |node: &Node<'_>| match node {
            Node::Words(range) => self.words(range),
            Node::Part(part, inside) => {
                let inside = self.view(inside, part.item().unwrap_or(item));
                self.part(part, inside, item)
            }
        };
        nodes.iter().map(view).collect()
    }

    fn words(&self, range: &Range<usize>) -> Html {
        let inside = |all: &[Range<usize>]| -> Vec<Range<usize>> {
            let own = all
                .iter()
                .map(|it| it.start.max(range.start)..it.end.min(range.end));
            let own = own.filter(|it| it.start < it.end);
            own.map(|it| it.start - range.start..it.end - range.start)
                .collect()
        };
        let words = self.plain.get(range.clone()).unwrap_or_default();
        marked(words, &inside(self.hits), &inside(self.reasons)).1
    }

    fn part(&self, part: &Part, inside: Html, item: &str) -> Html {
        let target = &*part.target;
        match part.kind {
            PartKind::Emphasis => html! { <em>{ inside }</em> },
            PartKind::Strong => html! { <strong>{ inside }</strong> },
            PartKind::Link if is_address(target) => {
                html! { <a href={target.to_owned()} rel="noopener nofollow" target="_blank">{ inside }</a> }
            }
            // The styles show the mark: it is no part of the text.
            PartKind::Note => html! { <sup data-mark={target.to_owned()} /> },
            PartKind::Quotation => html! { <blockquote>{ inside }</blockquote> },
            PartKind::List => html! { <ul role="list">{ inside }</ul> },
            PartKind::Item => {
                let id = self.has_ids.then(|| target.to_owned());
                let is_pointed = self.pointed == Some(target);
                html! { <li {id} tabindex="-1" aria-current={is_pointed.then_some("location")}>{ inside }</li> }
            }
            PartKind::Table => html! { <table>{ inside }</table> },
            PartKind::Row => html! { <tr>{ inside }</tr> },
            PartKind::Heading => html! { <th scope="col">{ inside }</th> },
            PartKind::Cell => html! { <td>{ inside }</td> },
            PartKind::Number => {
                let href = [self.page_address, "#", item].concat();
                html! { <a class="item" {href}>{ inside }</a> }
            }
            PartKind::Link => inside,
        }
    }
}
