//! Word documents, which the tests put together from their parts.

use std::io::{Cursor, Write};

use snapbox::{IntoData, assert_data_eq, str};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::imported;

const STYLES: &str = r#"<w:styles xmlns:w="w">
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="Own"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
</w:styles>"#;

const NUMBERING: &str = r#"<w:numbering xmlns:w="w">
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="1"/><w:lvlText w:val="Chapter %1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="own"/><w:lvlRestart w:val="0"/><w:lvlText w:val="Article %2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>
</w:numbering>"#;

const FOOTNOTES: &str = r#"<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
<w:footnote w:id="5"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> As of 2025.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;

const CORE: &str = r#"<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:creator>Harbour Board</dc:creator><dcterms:modified>2026-02-03T10:00:00Z</dcterms:modified></cp:coreProperties>"#;

/// Returns a docx with this body.
pub(super) fn docx(body: &str) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:r="r"><w:body>{body}<w:sectPr/></w:body></w:document>"#
    );
    zipped(&[
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
        ("word/footnotes.xml", FOOTNOTES.as_bytes()),
        ("docProps/core.xml", CORE.as_bytes()),
    ])
}

/// Returns a zip file with these parts.
pub(super) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part can be started");
        zip.write_all(bytes).expect("a part can be written");
    }
    zip.finish()
        .expect("a zip file can be finished")
        .into_inner()
}

/// A paragraph with properties and one run.
pub(super) fn p(properties: &str, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#
    )
}

fn styled(style: &str, text: &str) -> String {
    p(&format!(r#"<w:pStyle w:val="{style}"/>"#), text)
}

fn listed(list: &str, level: &str, text: &str) -> String {
    p(
        &format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#),
        text,
    )
}

#[test]
fn law_with_automatic_numbers() {
    let body = [
        styled("t", "Harbour Act"),
        styled("TOC1", "General 1"),
        styled("1", "General"),
        styled("own", "Aim"),
        p("", "This act orders harbours &amp; piers&#46;"),
        styled("own", "Terms"),
        listed("2", "0", "harbour: a place for ships;"),
        listed("2", "0", "pier: a place in it."),
        styled("1", "Fees"),
        styled("own", "Amount"),
        listed("1", "2", "Fees are public."),
        listed("1", "2", "Fees are fair."),
        listed("3", "0", "for ferries"),
        listed("4", "0", "counted from three"),
        listed("2", "0", "counted on"),
    ];
    let words =
        "Harbour Act Chapter I General Article 1 Aim This act orders harbours piers Article 2 Terms
        a harbour a place for ships b pier a place in it Chapter II Fees Article 3 Amount
        2 3 1 Fees are public 2 3 2 Fees are fair for ferries c counted from three d counted on";
    let folder = imported("harbour-act.docx", &docx(&body.concat()), words, "");
    assert_data_eq!(
        folder.text,
        str![[r#"
# Harbour Act

## Chapter I. General

### Article 1 Aim

This act orders harbours \& piers.

### Article 2 Terms

(a) harbour: a place for ships;

(b) pier: a place in it.

## Chapter II. Fees

### Article 3 Amount

2.3.1 Fees are public.

2.3.2 Fees are fair.

for ferries (c) counted from three (d) counted on

"#]]
        .raw()
    );
    assert_data_eq!(folder.notes.join("\n"), str![[r#"
plan.en.md:1: the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out
plan.en.md:1: a table of contents was left out
plan.en.md:1: “Harbour Board”, the author of the file, was written as the publisher in plan.toml
plan.en.md:23: “(c) counted from three” begins like the number of a clause; it was joined to the paragraph before it
plan.en.md:23: “(d) counted on” begins like the number of a clause; it was joined to the paragraph before it
plan.toml:30: the file has no address; if readers find the copy at one, add it as `url`
"#]].raw());
    assert!(folder.manifest.contains("publisher = \"Harbour Board\""));
}

#[test]
fn tracked_changes_are_accepted() {
    let body = [
        styled("t", "Changes"),
        r#"<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="1"/></w:pPr></w:pPrChange></w:pPr>
<w:r><w:t xml:space="preserve">We </w:t></w:r><w:del><w:r><w:delText>refuse</w:delText></w:r></w:del><w:ins><w:r><w:t>accept</w:t></w:r></w:ins>
<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t xml:space="preserve"> moved</w:t></w:r></w:moveTo><w:r><w:t>.</w:t></w:r></w:p>"#.to_owned(),
        p("<w:rPr><w:del/></w:rPr>", "One sentence "),
        p("", "in two paragraphs."),
        r#"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>A deleted paragraph.</w:delText></w:r></w:del></w:p>"#.to_owned(),
        r#"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>no</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2026</w:t></w:r></w:p><w:p><w:r><w:t>or 2027</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#.to_owned(),
        p("", "The end."),
    ];
    let words = "Changes We accept moved One sentence in two paragraphs Year 2026 or 2027 The end";
    let folder = imported("changes.docx", &docx(&body.concat()), words, "");
    assert_data_eq!(
        folder.text,
        str![[r#"
# Changes

We accept moved.

One sentence in two paragraphs.

| Year | 2026 or 2027 |
| --- | --- |

The end.

"#]]
        .raw()
    );
}

#[test]
fn notes_fields_boxes_and_breaks() {
    let body = [
        styled("t", "Notes"),
        r#"<w:p><w:r><w:t>Ships</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r><w:r><w:t xml:space="preserve"> are </w:t><w:tab/><w:t>welcome,</w:t><w:br/><w:t>always.</w:t></w:r></w:p>"#.to_owned(),
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:t>See 1.</w:t></w:r>
<w:hyperlink r:id="h"><w:r><w:t xml:space="preserve"> A link.</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"#.to_owned(),
        r#"<w:p><w:r><w:t>Outside.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"#.to_owned(),
        r#"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Bold heading</w:t></w:r></w:p>"#.to_owned(),
        p("", "Its text."),
    ];
    let words = "Notes Ships 1 are welcome always 1 As of 2025 See 1 A link Outside In a box Bold heading Its text";
    let folder = imported("notes.docx", &docx(&body.concat()), words, "");
    assert_data_eq!(
        folder.text,
        str![[r#"
# Notes

## Notes

Ships[^1] are welcome, always.

[^1]: As of 2025.

See 1. A link.

Outside.

In a box.

## Bold heading

Its text.

"#]]
        .raw()
    );
    assert_data_eq!(
        folder.notes.join("\n"),
        str![[r#"
plan.en.md:1: the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out
plan.en.md:1: “Harbour Board”, the author of the file, was written as the publisher in plan.toml
plan.en.md:3: clauses before the first heading need a heading of their own; the title was written, as a model for another one
plan.en.md:9: hidden text was left out
plan.en.md:13: the words of a text box; they are after the paragraph that has it
plan.en.md:15: a bold line; it was read as a heading
plan.toml:25: the file has no address; if readers find the copy at one, add it as `url`
"#]]
        .raw()
    );
}

#[test]
fn chinese_plan_with_outline_levels() {
    let heading = |level: &str, text: &str| p(&format!(r#"<w:outlineLvl w:val="{level}"/>"#), text);
    let body = [
        styled("t", "港口行动计划"),
        p("", "为落实共识，制定本计划。"),
        heading("0", "一、总体要求"),
        p("", "（一）坚持开放。"),
        p("", "（二）坚持安全。"),
        heading("0", "二、重点任务"),
        p("", "（一）建设码头。"),
        p("", "到2027年完成。"),
    ];
    let words = "港口行动计划为落实共识制定本计划一总体要求一坚持开放二坚持安全二重点任务一建设码头到2027年完成";
    let folder = imported("行动计划.docx", &docx(&body.concat()), words, "");
    assert_data_eq!(
        folder.text,
        str![[r#"
# 港口行动计划

为落实共识，制定本计划。

## 一、总体要求

（一）坚持开放。

（二）坚持安全。

## 二、重点任务

（一）建设码头。

到2027年完成。

"#]]
        .raw()
    );
    assert!(
        folder
            .manifest
            .contains(r#"numbering = ["一、", ["（一）", ""]]"#),
        "{}",
        folder.manifest
    );
}
