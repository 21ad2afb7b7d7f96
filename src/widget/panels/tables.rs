//! The listed clauses as tables for other programs: a workbook, and rich text with links.

use plan::ClauseId;
use plan::interface::fill;
use yew::prelude::*;

use super::forms;
use crate::context::Context;

/// Renders a button for each table, and a line for the result. JavaScript makes both tables from the rows, in the module
/// of rare features, and writes the line (`www/element/rare-features.js`). That is 2 KB smaller than callbacks.
pub(super) fn buttons(cx: &Context<'_>, clauses: &[ClauseId], workbook: &str) -> Html {
    let words = cx.interface.0;
    let title = cx.shared.plan().title.nearest(cx.tag());
    let beside = cx
        .compare()
        .unwrap_or(cx.shared.plan().title.original().tag);
    let languages = [title.tag, beside].map(|tag| cx.shared.plan().language(tag));
    let headers = languages.map(|language| language.map_or("", |it| words.name_of(it)));
    let rows = forms::rows(cx, clauses);
    // No text of a plan has these separators.
    let rows: Vec<String> = rows.iter().map(|row| row.join("\u{1f}")).collect();
    let button = |feature: &'static str, label: &str, name: &str, done: &str| {
        let [label, done, failed] =
            [label, done, &words.not_done].map(|message| fill(message, &[("name", name)]));
        html! { <button type="button" data-feature={feature} data-done={done} data-failed={failed} ~textContent={label} /> }
    };
    html! {
        if cx.sharing.is_some() {
            <div class="tables" data-name={workbook.to_owned()} data-table={rows.join("\u{1e}")} data-tags={[title.tag, " ", beside].concat()} data-headers={headers.join("\u{1f}")} data-note={forms::translation_note(cx, title.tag)}>
                { button("saveWorkbook", &words.save, workbook, &words.saved) }
                { button("copyTable", &words.copy_what, &words.rich_table, &words.copied) }
                <p role="status" />
            </div>
        }
    }
}
