//! The page around a widget: it receives events, copies texts, and knows the addresses to share.

use publish::embed::Embed;
use query::View;
use wasm_bindgen::prelude::*;
use yew::Callback;

use crate::api::{Codes, EmbedCodes, SharedView, Sharing};

#[wasm_bindgen]
extern "C" {
    /// The page around a widget, as an object that `www/page.js` makes.
    #[derive(Clone, Debug)]
    pub type Page;

    /// Replaces the text inside the element by the widget.
    #[wasm_bindgen(method)]
    pub(super) fn reveal(this: &Page);

    /// Called before a rendering, with the view to render. Returns whether others have removed or replaced rendered
    /// elements.
    #[wasm_bindgen(method)]
    pub(super) fn rendering(this: &Page, view: &str) -> bool;

    /// Called after a request of the page has been applied.
    #[wasm_bindgen(method)]
    pub(super) fn applied(this: &Page);

    /// Sends an event to the host. `is_choice` says whether the reader caused it.
    #[wasm_bindgen(method, catch)]
    pub(super) fn tell(
        this: &Page,
        name: &str,
        detail: JsValue,
        is_choice: bool,
    ) -> Result<(), JsValue>;

    /// Returns the address of the folder from which others can embed this plan; empty if they cannot.
    #[wasm_bindgen(method)]
    fn folder(this: &Page) -> String;

    /// Returns the address of the page that shows this view; empty if the page cannot.
    #[wasm_bindgen(method)]
    fn link(this: &Page, view: &str, with_languages: &str) -> String;

    /// Returns the address of the page for citations, without a fragment and a view.
    #[wasm_bindgen(method)]
    fn cited(this: &Page) -> String;

    /// Returns the present day, such as `2026-11-25`.
    #[wasm_bindgen(method)]
    fn today(this: &Page) -> String;

    /// Copies a text, and calls `done` with true or false.
    #[wasm_bindgen(method)]
    fn copy(this: &Page, text: &str, done: JsValue);
}

/// Returns the ways to share that a page has.
pub(super) fn sharing(page: &Page) -> Sharing {
    let (asked, cited, copying) = (page.clone(), page.clone(), page.clone());
    Sharing {
        codes: Callback::from(move |view| codes(&asked, &view)),
        cited: Callback::from(move |()| (cited.cited(), cited.today())),
        copy: Callback::from(move |(text, done): (String, Callback<bool>)| {
            let done = Closure::once_into_js(move |is_copied: bool| done.emit(is_copied));
            copying.copy(&text, done);
        }),
    }
}

fn codes(page: &Page, shared_view: &SharedView) -> Codes {
    let SharedView {
        shared,
        view,
        with_languages,
        heading,
    } = shared_view;
    let plan = shared.plan();
    let folder = page.folder();
    // Other pages do not have the annotations, and so no statuses to filter by.
    let mut elsewhere: View = with_languages.clone();
    if let Some(statuses) = shared.statuses() {
        let statuses = &plan.facets[statuses].id;
        elsewhere.filters.retain(|(facet, _)| *statuses != *facet);
    }
    let embed = (!folder.is_empty()).then(|| {
        let embed = Embed {
            folder: &folder,
            heading,
            ..Embed::new(plan, &elsewhere)
        };
        EmbedCodes {
            link: embed.link(),
            element: embed.element(),
            iframe: embed.iframe(),
            text_file: ["plan.", embed.language(), ".html"].concat(),
        }
    });
    let link = page.link(&query::write(view), &query::write(with_languages));
    let is_another = |link: &String| embed.as_ref().is_none_or(|embed| embed.link != *link);
    Codes {
        page: Some(link).filter(|link| !link.is_empty() && is_another(link)),
        embed,
    }
}
