//! Pictures of every state in every width, language and colour scheme, for people to look at.
//! `tests/screenshots` takes them. They are in `target/screenshots/`, with a contact sheet for each
//! language and scheme.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use super::built;
use crate::page::Colours;
use crate::runner::{Result, Test};
use crate::site::Site;
use crate::states::STATES;

macro_rules! pictures {
    ($($name:ident: $language:literal $colours:ident;)*) => {
        cases! { pictures: [$($name),*] }
        $(async fn $name(t: &mut Test) -> Result {
            take(t, $language, Colours::$colours).await
        })*
    };
}

pictures! {
    pictures_zh_light: "zh" Light;
    pictures_zh_dark: "zh" Dark;
    pictures_en_light: "en" Light;
    pictures_en_dark: "en" Dark;
    pictures_es_light: "es" Light;
    pictures_es_dark: "es" Dark;
    pictures_pt_light: "pt" Light;
    pictures_pt_dark: "pt" Dark;
}

/// One width for each layout.
const WIDTHS: [u32; 3] = [320, 600, 1100];

async fn take(t: &mut Test, language: &str, colours: Colours) -> Result {
    let kind = format!("{language}-{colours:?}").to_lowercase();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots");
    fs::create_dir_all(folder.join(&kind))?;
    t.page.set_colours(colours).await?;
    t.page.hide_scroll_bars().await?;
    let site = t.site(built());
    for width in WIDTHS {
        t.page.resize(width, 900).await?;
        for state in &STATES {
            t.page.open(&site.url("/")).await?;
            state.show(&t.page, language).await?;
            let file = folder
                .join(&kind)
                .join(format!("{}-{width}.png", state.name));
            t.page.picture("clause-explorer", &file).await?;
        }
    }
    contact_sheet(t, &folder, &kind).await
}

/// Shows all pictures of a kind on one page, at half their size.
async fn contact_sheet(t: &mut Test, folder: &Path, kind: &str) -> Result {
    let mut rows = String::new();
    for state in &STATES {
        write!(rows, "<h2>{}</h2><p>", state.name)?;
        for width in WIDTHS {
            let (name, shown) = (state.name, width / 2);
            write!(
                rows,
                "<img src=\"{kind}/{name}-{width}.png\" width=\"{shown}\" alt=\"\"> "
            )?;
        }
        rows.push_str("</p>");
    }
    let page = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{kind}</title><style>\
         body {{ background: #888; font-family: sans-serif }} img {{ vertical-align: top }}</style></head>\
         <body><h1>{kind}</h1>{rows}</body></html>"
    );
    let site = t.site(Site::builder().folder(folder).page("/sheet.html", page));
    t.page.resize(1080, 900).await?;
    t.page.open(&site.url("/sheet.html")).await?;
    t.page
        .picture("html", &folder.join(format!("{kind}.png")))
        .await?;
    Ok(())
}
