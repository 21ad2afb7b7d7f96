//! Superscript and subscript: “m³”, “CO₂”, and words for which Unicode has no characters.

use snapbox::{IntoData, assert_data_eq, str};

use super::docx::{p, zipped};
use super::{Folder, imported};

const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="character" w:styleId="up"><w:name w:val="Up"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>"#;

const FOOTNOTES: &str = r#"<w:footnotes xmlns:w="w"><w:footnote w:id="5"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>
<w:r><w:t> For V</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>max</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;

/// Returns runs: those behind `^` are superscript, those behind `_` subscript.
fn runs(pieces: &[&str]) -> String {
    let runs = pieces.iter().map(|piece| {
        let (properties, text) = match piece.split_at(1) {
            ("^", text) => (r#"<w:vertAlign w:val="superscript"/>"#, text),
            ("_", text) => (r#"<w:vertAlign w:val="subscript"/>"#, text),
            _ => ("", *piece),
        };
        format!(r#"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
    });
    runs.collect()
}

/// Returns the text below the headings, and the notes about it.
fn shown(folder: &Folder) -> String {
    let notes = folder.notes.iter().filter(|note| note.contains("script"));
    let notes: Vec<&str> = notes.map(String::as_str).collect();
    format!("{}\n{}\n", folder.text, notes.join("\n"))
}

#[test]
fn runs_of_word_become_characters() {
    let paragraph = |runs: &str| format!("<w:p>{runs}</w:p>");
    let body = [
        p(r#"<w:pStyle w:val="1"/>"#, "Harbours"),
        paragraph(&runs(&[
            "Store 10 m",
            "^3",
            " or 10",
            "^6",
            " l, CO",
            "_2",
            ", SO",
            "_4",
            "^2−",
            ", x",
            "_n",
            "_+1",
            ", the 1",
            "^st",
            " of n.",
            "^o",
            " 4.",
        ])),
        paragraph(&runs(&[
            "At T",
            "_max",
            " it is 10",
            "^a,b",
            ", y",
            "^a",
            " and z",
            "^k",
            ".",
        ])),
        paragraph(
            &(runs(&["E = mc"])
                + r#"<w:r><w:rPr><w:rStyle w:val="up"/></w:rPr><w:t>2</w:t></w:r><w:r><w:rPr><w:rStyle w:val="up"/><w:vertAlign w:val="baseline"/></w:rPr><w:t>0</w:t></w:r>"#),
        ),
        paragraph(
            r"<m:oMath><m:r><m:t>Let a</m:t></m:r><m:sSup><m:e><m:r><m:t>b</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:r><m:t>c.</m:t></m:r></m:oMath>",
        ),
        paragraph(
            &(runs(&["A note."])
                + r#"<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="5"/></w:r>"#),
        ),
    ];
    let document = format!(
        r#"<w:document xmlns:w="w" xmlns:m="m"><w:body>{}</w:body></w:document>"#,
        body.concat()
    );
    let file = zipped(&[
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/footnotes.xml", FOOTNOTES.as_bytes()),
    ]);
    let folder = imported("harbours.docx", &file, "", "");
    assert_data_eq!(shown(&folder), str![[r#"
# Harbours

Store 10 m³ or 10⁶ l, CO₂, SO₄²⁻, xₙ₊₁, the 1st of n.o 4.

At Tmax it is 10a,b, ya and zk.

E = mc²0

Let ab²c.

A note.[^1]

[^1]: For Vmax.

plan.en.md:5: no superscript or subscript characters exist for “max” of “Tmax” (lowered), “a,b” of “10a,b” (raised), “a” of “ya” (raised), …; the words are on the line: see that they keep their meaning
plan.en.md:11: no superscript or subscript characters exist for “max” of “Vmax” (lowered); the words are on the line: see that they keep their meaning

"#]].raw());
}

#[test]
fn elements_of_html_become_characters() {
    let page = "<h1>CO<sub>2</sub> plan</h1><h2>Article 1 CO<sub>2</sub></h2>
<p>Store 10 <b>m<sup>3</sup></b> in the 1<sup>er</sup> port, 10<sup>-6</sup><sup>+n</sup> of it, E<span style=\"vertical-align: super\">2</span>.</p>
<p>At T<sub>max</sub><sup><a href=\"#f\" id=\"r\">1</a>, <a href=\"#g\" id=\"s\">2</a></sup>.</p>
<table><caption>Fees per m<sup>2</sup></caption><tr><th>Port</th><th>km<sup>2</sup></th></tr><tr><td>A</td><td>4<sup>q</sup></td></tr></table>
<p id=\"f\"><a href=\"#r\">1</a> By m<sup>2</sup>.</p><p id=\"g\"><a href=\"#s\">2</a> By V<sub>eq</sub>.</p>";
    let folder = imported("plan.html", page.as_bytes(), "", "");
    assert_data_eq!(shown(&folder), str![[r#"
# CO₂ plan

## Article 1 CO₂

Store 10 **m³** in the 1er port, 10⁻⁶⁺ⁿ of it, E².

At Tmax[^1],[^2].

[^1]: By m².

[^2]: By Veq.

Fees per m²

| Port | km² |
| --- | --- |
| A | 4q |

plan.en.md:7: no superscript or subscript characters exist for “max” of “Tmax” (lowered); the words are on the line: see that they keep their meaning
plan.en.md:7: no superscript or subscript characters exist for “eq” of “Veq” (lowered); the words are on the line: see that they keep their meaning
plan.en.md:15: no superscript or subscript characters exist for “q” of “4q” (raised); the words are on the line: see that they keep their meaning

"#]].raw());
}

#[test]
fn elements_in_markdown_become_characters() {
    let text = "# Plan\n\n## Ports\n\nStore 10 m<sup>3</sup> of CO<sub>2</sub>.\n";
    let folder = imported("plan.md", text.as_bytes(), "", "");
    assert!(
        folder.text.contains("Store 10 m³ of CO₂."),
        "{}",
        folder.text
    );
}

#[test]
fn headings_keep_digits_in_their_names() {
    let text =
        "# Plan\n\n## Article 1\n\nWords.\n\n## CO<sub>2</sub> per m<sup>3</sup>\n\nWords.\n";
    let folder = imported("plan.md", text.as_bytes(), "", "");
    assert!(
        folder.text.contains("## CO₂ per m³ {#co2-per-m3}"),
        "{}",
        folder.text
    );
}
