//! Word documents (docx) as blocks.
//!
//! `package` opens the file, `xml` reads its parts, `styles` finds which paragraphs are headings,
//! `numbering` counts what Word numbers by itself, and `document` reads the text, `line` by
//! line: `inline` reads the words with their links and `fields`, `table` the tables.

mod counters;
mod document;
mod fields;
mod inline;
mod line;
mod numbering;
mod package;
mod styles;
mod table;
mod xml;

use std::collections::HashMap;

use crate::block::Document;
use crate::problem::Problem;
use document::{Parts, Reader};
use line::Part;
use numbering::Numbering;
use package::Package;
use styles::Styles;
use xml::Element;

/// Reads a docx.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Problem> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let body = package.part(&main)?.ok_or_else(|| Problem {
        expected: format!("the part {main} inside the docx"),
        found: "none".to_owned(),
        hint: "open the file in Word or LibreOffice and save it again as .docx".to_owned(),
    })?;
    let mut addresses = HashMap::from([(Part::Body, package.addresses(&main)?)]);
    for (part, name) in [
        (Part::Footnotes, "word/footnotes.xml"),
        (Part::Endnotes, "word/endnotes.xml"),
    ] {
        addresses.insert(part, package.addresses(name)?);
    }
    let mut related = |kind: &str, usual: &str| -> Result<Option<Element>, Problem> {
        let name = package
            .related(&main, kind)?
            .unwrap_or_else(|| usual.to_owned());
        package.part(&name)
    };
    let styles = Styles::read(related("styles", "word/styles.xml")?.as_ref());
    let numbering = Numbering::read(related("numbering", "word/numbering.xml")?.as_ref());
    let footnotes = related("footnotes", "word/footnotes.xml")?;
    let endnotes = related("endnotes", "word/endnotes.xml")?;
    let core = package.part("docProps/core.xml")?;
    let parts = Parts {
        styles: &styles,
        numbering: &numbering,
        footnotes: footnotes.as_ref(),
        endnotes: endnotes.as_ref(),
        addresses,
    };
    let mut document = Reader::new(parts).read(&body);
    if let Some(core) = &core {
        let fact = |name: &str| {
            let text = core
                .child(name)
                .map(|element| crate::rich::clean(&element.text()));
            text.filter(|text| !text.is_empty())
        };
        document.title = fact("title");
        document.publisher = fact("creator");
        if let Some(author) = &document.publisher {
            document.doubts.push(format!(
                "“{author}”, the author of the file, was written as the publisher in plan.toml"
            ));
        }
        document.language = fact("language");
    }
    Ok(document)
}
