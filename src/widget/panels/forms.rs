//! Writes clauses in the forms of citations and exports: text, APA, Chicago, BibTeX, RIS, CSL-JSON, Wikipedia, CSV, JSON.

use plan::interface::{Interface, fill};
use plan::{ClauseId, Status};
use publish::cite::{self, Reading, Style};
use publish::csv;
use publish::record::ClauseRecord;
use publish::table::Table;
use yew::prelude::*;

use crate::context::Context;
use crate::controls::text_before;
use crate::js_value::plain;
use crate::state::{Action, Form};

/// The forms for a single clause: the citations.
pub(crate) const CITATIONS: &[Form] = ALL.split_at(7).0;

/// All forms, in the order in which they are offered.
pub(super) const ALL: [Form; 9] = [
    Form::Cite(Style::Text),
    Form::Cite(Style::Apa),
    Form::Cite(Style::Chicago),
    Form::Cite(Style::Bibtex),
    Form::Cite(Style::Ris),
    Form::Cite(Style::CslJson),
    Form::Cite(Style::Wikipedia),
    Form::Csv,
    Form::Json,
];

/// Returns the name of a form, and the extension of its files. Only the first name is translated.
pub(super) fn name_and_extension(form: Form, interface: &Interface) -> (&str, &'static str) {
    match form {
        Form::Cite(Style::Text) => (&interface.form_text, "txt"),
        Form::Cite(Style::Apa) => ("APA", "txt"),
        Form::Cite(Style::Chicago) => ("Chicago", "txt"),
        Form::Cite(Style::Bibtex) => ("BibTeX", "bib"),
        Form::Cite(Style::Ris) => ("RIS", "ris"),
        Form::Cite(Style::CslJson) => ("CSL-JSON", "csl.json"),
        Form::Cite(Style::Wikipedia) => ("Wikipedia", "wiki"),
        Form::Csv => ("CSV", "csv"),
        Form::Json => ("JSON", "json"),
    }
}

/// Writes clauses in a form.
pub(crate) fn write(form: Form, cx: &Context<'_>, clauses: &[ClauseId]) -> String {
    let plan = cx.shared.plan();
    match form {
        Form::Cite(style) => {
            let tag = plan.title.nearest(cx.tag()).tag;
            let (page, today) = cited(cx);
            let reading = Reading {
                tag,
                page: &page,
                note: &translation_note(cx, tag),
                breaks_off: &cx.interface.breaks_off,
                accessed: &today,
                accessed_note: &fill(&cx.interface.accessed, &[("date", &today)]),
            };
            cite::cite_all(plan, clauses, style, reading)
        }
        Form::Csv => csv::csv(&rows(cx, clauses), csv::separator(cx.interface.0)),
        Form::Json => json(cx, clauses),
    }
}

/// Returns clauses as a table in the reader's language.
pub(super) fn rows(cx: &Context<'_>, clauses: &[ClauseId]) -> Vec<Vec<String>> {
    let plan = cx.shared.plan();
    let table = Table {
        plan,
        tag: plan.title.nearest(cx.tag()).tag,
        interface: cx.interface.0,
        page: &cited(cx).0,
    };
    table.rows(clauses)
}

/// Returns the address of the page for citations and the present day; both are empty without a page.
fn cited(cx: &Context<'_>) -> (String, String) {
    let cited = cx.sharing.map(|sharing| sharing.cited.emit(()));
    cited.unwrap_or_default()
}

/// Returns a JSON array with a clause on each line, in the shape of the element's `clauses()`.
fn json(cx: &Context<'_>, clauses: &[ClauseId]) -> String {
    let record = |&id: &ClauseId| {
        let record = plain(&ClauseRecord::new(cx.shared, id));
        let text = js_sys::JSON::stringify(&record).map(String::from);
        // Plain data always has a JSON form.
        text.unwrap_or_default()
    };
    let records: Vec<String> = clauses.iter().map(record).collect();
    format!("[{}]\n", records.join(",\n"))
}

/// Renders a choice of forms.
pub(crate) fn choice(
    cx: &Context<'_>,
    forms: &'static [Form],
    chosen: Form,
    action: fn(Form) -> Action,
) -> Html {
    let dispatch = cx.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let select = event.target_dyn_into::<web_sys::HtmlSelectElement>();
        let index = select.and_then(|select| usize::try_from(select.selected_index()).ok());
        if let Some(form) = index.and_then(|index| forms.get(index)) {
            dispatch.dispatch(action(*form));
        }
    });
    let option = |form: &Form| html! { <option selected={*form == chosen} ~textContent={name_and_extension(*form, cx.interface.0).0} /> };
    html! {
        <label class="form">{ text_before(&cx.interface.form) }<select {onchange}>{ for forms.iter().map(option) }</select></label>
    }
}

/// Returns the note that a translation is unofficial; empty for an authoritative text.
pub(super) fn translation_note(cx: &Context<'_>, tag: &str) -> String {
    let language = cx
        .shared
        .plan()
        .language(tag)
        .filter(|language| language.status == Status::Unofficial);
    language.map_or_else(String::new, |language| {
        cx.interface.about(&cx.interface.unofficial, language)
    })
}
