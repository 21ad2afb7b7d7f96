//! `snippets.txt` and `oembed.json`: the codes that put the whole plan into a page.
//!
//! Where the folder will be served is not known here. The codes say [`FOLDER`], an address on the
//! reader's own site; whoever serves it elsewhere changes that one word.

use std::fmt::Write;

use crate::embed::{Embed, FOLDER, HEIGHT};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use plan::Plan;
use query::View;
use serde_json::json;
use sha2::{Digest, Sha384};

/// The files that a tag of an embed code names, and so can check.
pub(super) const CHECKED: [&str; 3] = ["clause-explorer.js", "clause-explorer.css", "embed.js"];

/// What the files are checked against: name and hash, as `integrity` writes it.
pub(super) type Hashes = Vec<(&'static str, String)>;

/// A file's hash as HTML's `integrity` writes it.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// The ready codes, with hashes: the plan in the page's language, then in each of its own.
pub(super) fn snippets(plan: &Plan, glue: (&str, &str), hashes: &Hashes) -> String {
    let (glue_name, glue_hash) = glue;
    let mut text = format!(
        "# Embed codes. Each is one line. Change {FOLDER} to the address of the folder that has these files.\n\
         # The hashes let a browser refuse a file that is not the one of this build: take them out if you mean to\n\
         # replace the files without touching your pages.\n\
         #\n\
         # What they cover: the file that each tag names. clause-explorer.js fetches two more files from beside it, which\n\
         # `integrity` on a script tag does not reach. {glue_name} is covered in browsers that know\n\
         # integrity in import maps (Chromium 127, Safari 18, Firefox 138), by this line before any module script, where\n\
         # your policy allows an inline script:\n\
         #\n\
         # <script type=\"importmap\">{{\"integrity\":{{\"{FOLDER}{glue_name}\":\"{glue_hash}\"}}}}</script>\n\
         #\n\
         # The wasm is covered by neither: serve it from a host that you trust as your own. An iframe's page is not\n\
         # covered at all; what it shows stays in its own origin.\n\
         #\n\
         # For a view of your own: `cargo run -- snippet --view VIEW --form element`. For the tag with the whole text in\n\
         # it: `--form static`.\n"
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

/// The oEmbed answer for the plan's page, by oEmbed 1.0.
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
