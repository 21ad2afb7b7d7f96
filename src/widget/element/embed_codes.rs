//! The embed codes for the builder of the showcase (`www/builder.js`): the same that the command line prints.

use publish::embed::{Embed, Theme};
use wasm_bindgen::prelude::*;

use super::engine;
use crate::rare;

/// Returns the codes for a view, each on a line: element, element with text, iframe, link. The fifth line is the tag
/// of the language that `text`, the plan as an HTML fragment, has to be in. The `settings` are theme, layout, heading and
/// introduction. Empty until the second wasm is loaded.
#[expect(
    clippy::needless_pass_by_value,
    reason = "wasm-bindgen passes lists by value"
)]
#[wasm_bindgen(js_name = embedCodes)]
#[must_use]
pub fn embed_codes(
    view: &str,
    folder: &str,
    height: u32,
    settings: Vec<String>,
    text: &str,
) -> String {
    rare::embed_codes(view, folder, height, &settings, text).unwrap_or_default()
}

/// The codes of [`embed_codes`], which are in the second wasm.
pub(crate) fn codes(
    view: &str,
    folder: &str,
    height: u32,
    settings: &[String],
    text: &str,
) -> String {
    let Some(shared) = engine::plan() else {
        return String::new();
    };
    let plan = shared.plan();
    let (view, _) = query::parse(view, plan);
    let [theme, layout, heading, intro] =
        [0, 1, 2, 3].map(|nth| settings.get(nth).map_or("", String::as_str));
    let theme = [Theme::Light, Theme::Dark]
        .into_iter()
        .find(|known| known.word() == Some(theme));
    let embed = Embed {
        folder,
        theme: theme.unwrap_or_default(),
        height,
        layout,
        heading,
        intro,
        ..Embed::new(plan, &view)
    };
    let codes = [
        embed.element(),
        embed.with_text(text),
        embed.iframe(),
        embed.link(),
        embed.language().to_owned(),
    ];
    codes.join("\n")
}
