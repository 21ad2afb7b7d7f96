//! `snippets.txt` and `oembed.json`: the codes that put the whole plan into a page.
//!
//! The address of the published folder is not known here. The codes use [`FOLDER`], an address on
//! the editor's own site. Editors who use another address replace this one word.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::embed::{Embed, FOLDER, HEIGHT};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use plan::Plan;
use query::View;
use serde_json::json;
use sha2::{Digest, Sha384};

/// The files that a tag of an embed code names. A hash in the tag can protect them.
pub(super) const CHECKED: [&str; 3] = ["clause-explorer.js", "clause-explorer.css", "embed.js"];

/// File names and hashes, the hashes in the form of HTML's `integrity`.
pub(super) type Hashes = Vec<(&'static str, String)>;

/// Returns a file's hash in the form of HTML's `integrity`.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// Returns the codes with hashes: for the language of the page, then for each language of the plan.
/// `modules` are the names and hashes of the modules that the class loads.
pub(super) fn snippets(plan: &Plan, modules: [(&str, &str); 2], hashes: &Hashes) -> String {
    let class_hash = hashes.first().map_or("", |(_, hash)| hash);
    let [(widget, widget_hash), (more, more_hash)] = modules;
    let sources = format!("'{class_hash}' '{widget_hash}' '{more_hash}'");
    let imports = json!({ "integrity": modules.map(|(name, hash)| ([FOLDER, name].concat(), hash)).into_iter().collect::<BTreeMap<_, _>>() });
    let mut text = format!(
        "# Embed codes. Each is one line. Change {FOLDER} to the address of the folder with these files.\n\
         # With the hashes, a browser rejects every file that is not from this build. Remove the hashes if you want\n\
         # to replace the files later without changing your pages.\n\
         #\n\
         # The hash of clause-explorer.js covers the files that it loads: it contains the hashes of {widget},\n\
         # {more} and clause-explorer_bg.wasm. {widget} contains those of the other .wasm files.\n\
         # No further files are loaded.\n\
         # A policy that lists the hashes of scripts needs three:\n\
         #\n\
         # script-src {sources} 'wasm-unsafe-eval'\n\
         #\n\
         # In Safari, write the addresses of the two modules instead of the second and the third hash. Safari also fetches\n\
         # these files a second time without comparing their hashes. If your server might send others then, add the line\n\
         # below before any module script. It needs a policy that allows inline scripts, and Safari 18:\n\
         #\n\
         # <script type=\"importmap\">{imports}</script>\n\
         #\n\
         # No hash protects the page inside an iframe, but that page has no access to yours if it comes from another\n\
         # origin.\n\
         #\n\
         # For a view of your choice: `npx clause-explorer snippet --view VIEW --form element`, or\n\
         # `cargo run -- snippet …` in a checkout. For the tag with the whole text inside: `--form static`.\n"
    );
    let languages = plan.languages.iter().map(|language| {
        let heading = format!("In {} ({})", language.name, language.tag);
        (heading, Some(language.tag.to_string()))
    });
    let everything = ("In the language of the page".to_owned(), None);
    for (heading, lang) in std::iter::once(everything).chain(languages) {
        let view = View {
            lang,
            ..View::default()
        };
        let embed = Embed::new(plan, &view);
        let codes = [
            ("element", embed.element()),
            ("iframe", embed.iframe()),
            ("link", embed.link()),
        ];
        // Writing to a String cannot fail.
        write!(text, "\n\n## {heading}\n").unwrap_or_default();
        for (form, code) in codes {
            write!(text, "\n# {form}\n{}\n", with_hashes(&code, hashes)).unwrap_or_default();
        }
    }
    text
}

/// Returns the oEmbed 1.0 document for the plan's page.
pub(super) fn oembed(plan: &Plan) -> String {
    let view = View::default();
    let embed = Embed::new(plan, &view);
    let document = json!({
        "version": "1.0",
        "type": "rich",
        "title": plan.title.nearest(embed.language()).text,
        "provider_name": "Clause Explorer",
        "html": embed.iframe(),
        "width": 960,
        "height": HEIGHT,
    });
    format!("{document:#}\n")
}

fn with_hashes(code: &str, hashes: &Hashes) -> String {
    hashes.iter().fold(code.to_owned(), |code, (name, hash)| {
        let named = format!("{FOLDER}{name}\"");
        code.replace(
            &named,
            &format!("{named} integrity=\"{hash}\" crossorigin=\"anonymous\""),
        )
    })
}
