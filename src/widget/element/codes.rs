//! What the embed builder of the showcase calls: the same codes that the command line prints.
//!
//! It knows nothing of the page; the builder (`www/builder.js`) does all there.

use wasm_bindgen::prelude::*;

use super::engine;
use publish::embed::{Embed, Theme};

/// The codes for a view, a line each: element, static, iframe and link; then the tag of the language in which
/// `text`, the plan as a fragment, has to be.
#[wasm_bindgen(js_name = embedCodes)]
#[must_use]
pub fn embed_codes(view: &str, folder: &str, theme: &str, height: u32, text: &str) -> String {
    let Some(shared) = engine::plan() else {
        return String::new();
    };
    let plan = shared.plan();
    let (view, _) = query::parse(view, plan);
    let theme = [Theme::Light, Theme::Dark]
        .into_iter()
        .find(|known| known.word() == Some(theme));
    let embed = Embed {
        folder,
        theme: theme.unwrap_or_default(),
        height,
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
