//! How a view is shared: the codes of [`crate::snippet`], and what only the page knows.

use wasm_bindgen::prelude::*;
use yew::Callback;

use crate::{Codes, EmbedCodes, Seen, Share};
use publish::embed::Embed;
use query::View;

#[wasm_bindgen]
extern "C" {
    /// What a widget tells its page and asks of it; made by `www/page.js`.
    #[derive(Clone, Debug)]
    pub type Page;

    /// Puts the widget in the place of what stood in for it.
    #[wasm_bindgen(method)]
    pub(super) fn reveal(this: &Page);

    /// Tells the host an event's name and detail, and for a change whether it was the reader's choice.
    #[wasm_bindgen(method, catch)]
    pub(super) fn tell(
        this: &Page,
        name: &str,
        detail: JsValue,
        is_choice: bool,
    ) -> Result<(), JsValue>;

    /// The address of the folder from which others can embed this plan; empty where they cannot.
    #[wasm_bindgen(method)]
    fn folder(this: &Page) -> String;

    /// The address of the page that shows this view, given also with the languages in use; empty where it cannot.
    #[wasm_bindgen(method)]
    fn link(this: &Page, view: &str, seen: &str) -> String;

    /// Copies a text and tells whether it could.
    #[wasm_bindgen(method)]
    fn copy(this: &Page, text: &str, done: JsValue);
}

/// The ways to share that a page has.
pub(super) fn by(page: &Page) -> Share {
    let (asked, copying) = (page.clone(), page.clone());
    Share {
        codes: Callback::from(move |seen| codes(&asked, &seen)),
        copy: Callback::from(move |(text, done): (String, Callback<bool>)| {
            let done = Closure::once_into_js(move |is_copied: bool| done.emit(is_copied));
            copying.copy(&text, done);
        }),
    }
}

fn codes(page: &Page, Seen { shared, view, seen }: &Seen) -> Codes {
    let plan = shared.plan();
    let folder = page.folder();
    // Another page has no annotations, and so no statuses.
    let own = shared.statuses().map(|facet| &plan.facets[facet].id);
    let filters = seen.filters.iter();
    let elsewhere = View {
        filters: filters
            .filter(|(id, _)| Some(&**id) != own.map(|id| &**id))
            .cloned()
            .collect(),
        ..seen.clone()
    };
    let embed = Embed {
        folder: &folder,
        ..Embed::new(plan, &elsewhere)
    };
    let embed = Some(embed).filter(|_| !folder.is_empty());
    let embed = embed.map(|embed| EmbedCodes {
        link: embed.link(),
        element: embed.element(),
        iframe: embed.iframe(),
        text: format!("plan.{}.html", embed.language()),
    });
    let link = page.link(&query::write(view), &query::write(seen));
    let is_another = |link: &String| embed.as_ref().is_none_or(|embed| embed.link != *link);
    Codes {
        page: Some(link).filter(|link| !link.is_empty() && is_another(link)),
        embed,
    }
}
