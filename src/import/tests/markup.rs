//! Markup of documents, as the compiler reads it from what was imported.

use snapbox::{IntoData, assert_data_eq, str};

use super::{Folder, imported};

/// Returns the text with its notes, and every part that the compiler reads: its kind, its words, and its
/// target.
pub(super) fn markup(folder: &Folder) -> String {
    let Some(content) = &folder.plan.content else {
        return "no plan".to_owned();
    };
    let plan = &content.plan;
    let mut lines = vec![folder.text.clone()];
    for one in plan.markup.iter().flatten() {
        let clause = &plan.clauses[one.clause];
        let text = clause.text.original().text;
        lines.push(format!("{}:", clause.eid));
        for part in &one.parts {
            let words = text[part.start..part.end].replace('\n', " / ");
            let words = words.replace('\t', " | ");
            lines.push(
                format!("  {:?} “{words}” {}", part.kind, part.target)
                    .trim_end()
                    .to_owned(),
            );
        }
        for note in &one.notes {
            lines.push(format!(
                "  [{}] {} {:?}",
                note.mark,
                note.text,
                note.parts.len()
            ));
        }
    }
    lines.push(String::new());
    lines.extend(folder.notes.iter().cloned());
    lines.push(String::new());
    lines.join("\n")
}

const MARKDOWN: &str = "# Harbour *Plan*[^t]

## Part A[^h]

The board **keeps** the [quays](https://example.org/q \"Title\") and <mail@example.org>,
not [this](ftp://example.org)[^a] nor ![the map](map.png).

Tolls:

| *Ship* | Toll \\| fee |
|---|--:|
| Yacht[^b] | 1*2 |
| Ferry |

> All who **reach** the river
>
> shall cross it.

1. Each ship shall:

    (a) have *lights*;

    (b) have

    (i) bells and

    (ii) horns.

2. A <b>bold</b> number: `x*y`, a_b_c, [x], 3 < 4 & 5 | 6.

[^t]: Adopted by the board.
[^h]: The larger one.
[^a]: With a [link](https://example.org/n).

    And a second paragraph.
[^b]: Of any length.
[^c]: Alone.
";

#[test]
fn markdown_of_every_kind() {
    let words = "Harbour Plan Part A The board keeps the quays and mail example org not this nor the map Tolls
        Ship Toll fee Yacht 1 2 Ferry All who reach the river shall cross it Each ship shall a have lights b have i bells and ii horns
        2 A bold number x y a b c x 3 4 5 6 Adopted by the board The larger one With a link And a second paragraph Of any length Alone";
    let folder = imported("plan.md", MARKDOWN.as_bytes(), words, "");
    assert_data_eq!(markup(&folder), str![[r#"
# Harbour Plan

## Part A

The board **keeps** the [quays](https://example.org/q) and [mail@example.org](mailto:mail@example.org), not this[^a] nor the map.[^t][^h]

[^a]: With a [link](https://example.org/n).

    And a second paragraph.

[^t]: Adopted by the board.

[^h]: The larger one.

Tolls:

| *Ship* | Toll \| fee |
| --- | --- |
| Yacht[^b] | 1\*2 |
| Ferry |  |

[^b]: Of any length.

> All who **reach** the river
>
> shall cross it.

1\. Each ship shall:

(a) have *lights*;

(b) have

(i) bells and

(ii) horns.

2\. A **bold** number: x\*y, a\_b\_c, \[x\], 3 \< 4 \& 5 | 6.

\[c: Alone.\]

part_a__intro_1:
  Strong “keeps”
  Link “quays” https://example.org/q
  Link “mail@example.org” mailto:mail@example.org
  Note “” a
  Note “” t
  Note “” h
  [a] With a link.
And a second paragraph. 1
  [t] Adopted by the board. 0
  [h] The larger one. 0
part_a__intro_2:
  Table “Ship | Toll | fee / Yacht | 1*2 / Ferry |  / ”
  Row “Ship | Toll | fee / ”
  Heading “Ship | ”
  Emphasis “Ship”
  Heading “Toll | fee / ”
  Row “Yacht | 1*2 / ”
  Cell “Yacht | ”
  Note “” b
  Cell “1*2 / ”
  Row “Ferry |  / ”
  Cell “Ferry |  / ”
  Cell “ / ”
  Quotation “All who reach the river / shall cross it.”
  Strong “reach”
  [b] Of any length. 0
part_a__para_1:
  List “(a) have lights; / (b) have / (i) bells and / (ii) horns.”
  Item “(a) have lights; / ” part_a__para_1__list_1__point_a
  Number “(a)”
  Emphasis “lights”
  Item “(b) have / (i) bells and / (ii) horns.” part_a__para_1__list_1__point_b
  Number “(b)”
  List “(i) bells and / (ii) horns.”
  Item “(i) bells and / ” part_a__para_1__list_1__point_b__list_1__point_1
  Number “(i)”
  Item “(ii) horns.” part_a__para_1__list_1__point_b__list_1__point_2
  Number “(ii)”
part_a__para_2:
  Strong “bold”

plan.en.md:1: the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out
plan.en.md:1: a link such as “ftp://example.org” kept only the words, because addresses begin with http:, https: or mailto:
plan.en.md:1: a picture was left out; write down the words in it
plan.en.md:5: a heading is plain text: its footnote belongs to the clause below it
plan.en.md:40: a footnote to which no clause refers
plan.toml:29: the file names no publisher; write the one of the copy in place of example.org

"#]].raw());
}

#[test]
fn page_with_footnotes_of_every_kind() {
    let page = r##"<!doctype html><html lang=en><body><main><h1>Harbour Act</h1>
<h2>Article 1</h2>
<p>The <b>board</b> keeps<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a> the <a href="https://example.org/q?a=1&amp;b=2"><i>quays</i> and piers</a>,
see <a href="/law">the law</a> and <a href="#two">Article 2</a>&nbsp;<sup id="cite_ref-1"><a href="#cite_note-1">[2]</a></sup>.</p>
<h2 id="two">Article 2</h2>
<table><tr><td>1.</td><td><p>Ships pay <span class="oj-bold">tolls</span><a name="_ftnref3" href="#_ftn3">[3]</a>, such as:</p><table><tr><td>(a)</td><td>yachts;</td></tr></table><table><tr><td>(b)</td><td>ferries.</td></tr></table></td></tr></table>
<table><caption>Tolls</caption><tr><th rowspan=2>Ship</th><th colspan=2>Toll</th></tr><tr><td>Day</td><td>Year</td></tr>
<tr><td><a href="https://example.org/y">Yacht</a></td><td>1 | 2</td><td>3<br>or 4</td></tr></table>
<blockquote><p>All who reach the river</p><p>shall <em>cross</em> it.</p></blockquote>
<blockquote><p>2. An indented paragraph.</p></blockquote><img src=x.png>
<section role="doc-endnotes"><ol><li id="fn1"><p>By <i>day</i> and night.<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol>
<ol><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> See <a href="https://example.org/see">there</a>.</li></ol>
<div id="ftn3"><p><a name="_ftn3" href="#_ftnref3">[3]</a> As of 2026.</p><p>Two lines.</p></div></section></main></body></html>"##;
    let words = "Harbour Act Article 1 The board keeps the quays and piers see the law and Article 2
        Article 2 1 Ships pay tolls such as a yachts b ferries Tolls Ship Toll Day Year Yacht 1 2 3 or 4
        All who reach the river shall cross it 2 An indented paragraph By day and night See there As of 2026 Two lines";
    let folder = imported("act.html", page.as_bytes(), words, "");
    assert_data_eq!(markup(&folder), str![[r#"
# Harbour Act

## Article 1

The **board** keeps[^1] the [*quays* and piers](https://example.org/q?a=1\&b=2), see the law and Article 2[^2].

[^1]: By *day* and night.

[^2]: See [there](https://example.org/see).

## Article 2

1\. Ships pay **tolls**[^3], such as:

[^3]: As of 2026.

    Two lines.

(a) yachts;

(b) ferries.

Tolls

| Ship | Toll |  |
| --- | --- | --- |
|  | Day | Year |
| [Yacht](https://example.org/y) | 1 \| 2 | 3 or 4 |

> All who reach the river
>
> shall *cross* it.

2\. An indented paragraph.

art_1__para_1:
  Strong “board”
  Note “” 1
  Link “quays and piers” https://example.org/q?a=1&b=2
  Emphasis “quays”
  Note “” 2
  [1] By day and night. 1
  [2] See there. 1
art_2__para_1:
  Strong “tolls”
  Note “” 3
  List “(a) yachts; / (b) ferries. / ”
  Item “(a) yachts; / ” art_2__para_1__list_1__point_a
  Number “(a)”
  Item “(b) ferries. / ” art_2__para_1__list_1__point_b
  Number “(b)”
  Table “Ship | Toll |  /  | Day | Year / Yacht | 1 | 2 | 3 or 4 / ”
  Row “Ship | Toll |  / ”
  Heading “Ship | ”
  Heading “Toll | ”
  Heading “ / ”
  Row “ | Day | Year / ”
  Cell “ | ”
  Cell “Day | ”
  Cell “Year / ”
  Row “Yacht | 1 | 2 | 3 or 4 / ”
  Cell “Yacht | ”
  Link “Yacht” https://example.org/y
  Cell “1 | 2 | ”
  Cell “3 or 4 / ”
  Quotation “All who reach the river / shall cross it.”
  Emphasis “cross”
  [3] As of 2026.
Two lines. 0

plan.en.md:1: the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out
plan.en.md:1: a link such as “/law” kept only the words, because addresses begin with http:, https: or mailto:
plan.en.md:1: a picture was left out; write down the words in it
plan.en.md:25: a table with merged cells: the words are in the first of them
plan.toml:29: the file names no publisher; write the one of the copy in place of example.org

"#]].raw());
}
