//! Excerpts in hidden languages that explain why a clause matches.

use query::Elsewhere;
use yew::prelude::*;

use super::row::Row;
use crate::controls::text_before;
use crate::marked_text::marked;

/// Renders an excerpt for each hidden language in which words of the search match that match in no shown one.
pub(crate) fn view(row: &Row<'_>) -> Html {
    let shown: Vec<&str> = row.texts.iter().map(|(tag, _)| *tag).collect();
    let common = row.common;
    let excerpts = common
        .shared
        .elsewhere(row.facts.id, &shown, &common.needles);
    excerpts.iter().map(|it| excerpt(row, it)).collect()
}

fn excerpt(row: &Row<'_>, excerpt: &Elsewhere) -> Html {
    let language = row.common.shared.plan().language(&excerpt.tag);
    let (key, content) = marked(&excerpt.excerpt, &excerpt.hits, &[]);
    html! {
        <p class="elsewhere">
            { for language.map(|language| text_before(&row.common.interface.about(&row.common.interface.elsewhere, language))) }
            <q {key} lang={row.common.shared.html_tag(&excerpt.tag)} dir={row.common.shared.dir(&excerpt.tag)}>{ content }</q>
        </p>
    }
}
