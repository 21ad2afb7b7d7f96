//! The forms in which clauses are cited and exported.

use yew::prelude::*;

use super::context::Context;
use super::state::Action;
use crate::plain::plain;
use plan::interface::{Interface, fill};
use plan::{ClauseId, Status};
use publish::cite::{self, Reading, Style};
use publish::csv;
use publish::record::ClauseRecord;

/// A form in which clauses are taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A citation, in the language that is read.
    Cite(Style),
    /// A table of all languages and facets.
    Csv,
    /// The same as data.
    Json,
}

/// Those of a single clause: the citations.
pub(super) const CITATIONS: &[Form] = ALL.split_at(5).0;

/// All of them, with what they are called beside the words of the interface, and the ends of their files' names.
pub(super) const ALL: [Form; 7] = [
    Form::Cite(Style::Text),
    Form::Cite(Style::Bibtex),
    Form::Cite(Style::Ris),
    Form::Cite(Style::CslJson),
    Form::Cite(Style::Wikipedia),
    Form::Csv,
    Form::Json,
];

impl Form {
    /// Its name: a proper one but for the first, and the ending of its files.
    pub(super) fn name(self, interface: &Interface) -> (&str, &'static str) {
        match self {
            Self::Cite(Style::Text) => (&interface.form_text, "txt"),
            Self::Cite(Style::Bibtex) => ("BibTeX", "bib"),
            Self::Cite(Style::Ris) => ("RIS", "ris"),
            Self::Cite(Style::CslJson) => ("CSL-JSON", "csl.json"),
            Self::Cite(Style::Wikipedia) => ("Wikipedia", "wiki"),
            Self::Csv => ("CSV", "csv"),
            Self::Json => ("JSON", "json"),
        }
    }

    /// Writes clauses.
    pub(super) fn write(self, cx: &Context<'_>, clauses: &[ClauseId]) -> String {
        let plan = cx.shared.plan();
        let reading = plan.title.nearest(cx.tag()).tag;
        match self {
            Self::Cite(style) => {
                let page = page();
                let reading = Reading {
                    tag: reading,
                    page: &page,
                    note: &note(cx, reading),
                    breaks_off: &cx.interface.breaks_off,
                };
                cite::cite_all(plan, clauses, style, reading)
            }
            Self::Csv => csv::csv(plan, clauses),
            Self::Json => json(cx, clauses),
        }
    }
}

/// The clauses as a JSON array, one on each line, in the shape of the element's `clauses()`.
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

/// A choice of form, by a name that is shown.
pub(super) fn choice(
    cx: &Context<'_>,
    forms: &'static [Form],
    chosen: Form,
    action: fn(Form) -> Action,
) -> Html {
    let dispatch = cx.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let select = event.target_dyn_into::<web_sys::HtmlSelectElement>();
        let nth = select.and_then(|select| usize::try_from(select.selected_index()).ok());
        if let Some(form) = nth.and_then(|nth| forms.get(nth)) {
            dispatch.dispatch(action(*form));
        }
    });
    let option = |form: &Form| html! { <option selected={*form == chosen}>{ form.name(cx.interface).0 }</option> };
    html! {
        <label class="form">{ &*cx.interface.form }{ " " }<select {onchange}>{ for forms.iter().map(option) }</select></label>
    }
}

/// The address of the page, without its fragment. Citations leave the page, so that they need the whole of it.
fn page() -> String {
    let address = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.url().ok())
        .unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// What is said of a translation that binds nobody; nothing of the text that counts.
fn note(cx: &Context<'_>, tag: &str) -> String {
    let language = cx
        .shared
        .plan()
        .language(tag)
        .filter(|language| language.status == Status::Unofficial);
    language.map_or_else(String::new, |language| {
        fill(&cx.interface.unofficial, &[("language", &language.name)])
    })
}
