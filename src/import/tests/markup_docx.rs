//! Markup in files in the form in which Word and `LibreOffice` save it.

use snapbox::{IntoData, assert_data_eq, str};

use super::docx::zipped;
use super::imported;
use super::markup::markup;

const NAMESPACES: &str = r#"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape""#;

const RELATIONS: &str = r#"<Relationships><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/tariff?a=1&amp;b=2" TargetMode="External"/><Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="file:///C:/draft.docx" TargetMode="External"/></Relationships>"#;

const WORD_STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:rPr><w:i/><w:iCs/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style><w:style w:type="character" w:styleId="Hervorhebung"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style></w:styles>"#;

const WORD_FOOTNOTES: &str = r#"<w:footnotes xmlns:w="w" xmlns:r="r"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="Funotentext"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Funotenzeichen"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> See the </w:t></w:r><w:hyperlink r:id="rId4" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>tariff</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> In the title.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;

const ENDNOTES: &str = r#"<w:endnotes xmlns:w="w"><w:endnote w:id="2"><w:p><w:r><w:endnoteRef/></w:r><w:r><w:t xml:space="preserve"> At the end, </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>always</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p></w:endnote></w:endnotes>"#;

const WORD_BODY: &str = r#"<w:p w:rsidR="00A1" w:rsidRDefault="00A1"><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r w:rsidRPr="00B2"><w:t>Harbour Code</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r></w:p>
<w:p w:rsidR="00A2"><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:bookmarkStart w:id="0" w:name="_Toc1"/><w:r><w:t>Article 1</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>
<w:p w:rsidR="00A3"><w:r w:rsidRPr="00C1"><w:t xml:space="preserve">1. The </w:t></w:r><w:r w:rsidRPr="00C2"><w:rPr><w:b/><w:bCs/></w:rPr><w:t>har</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00C3"><w:rPr><w:b/><w:bCs/></w:rPr><w:t>bour</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t xml:space="preserve"> is </w:t></w:r><w:r><w:rPr><w:rStyle w:val="Hervorhebung"/></w:rPr><w:t>un</w:t></w:r><w:r><w:t xml:space="preserve">like a port in </w:t></w:r><w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place"><w:smartTagPr/><w:r><w:t>Example Town</w:t></w:r></w:smartTag><w:r><w:t xml:space="preserve">, with </w:t></w:r><w:sdt><w:sdtPr><w:alias w:val="Number"/><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="Fett"/></w:rPr><w:t>four</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space="preserve"> quays.</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">2. Fees follow the </w:t></w:r><w:hyperlink r:id="rId4" w:history="1"><w:r w:rsidRPr="00D1"><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>tar</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Hyperlink"/><w:b/></w:rPr><w:t>iff</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t xml:space="preserve">, the </w:t></w:r><w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/list&quot; \h "><w:r><w:t>list</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> and the </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "mailto:</w:instrText></w:r><w:r><w:instrText>board@example.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>board</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve">, not a </w:t></w:r><w:hyperlink r:id="rId5"><w:r><w:t>draft</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> or </w:t></w:r><w:hyperlink w:anchor="_Toc1"><w:r><w:t>Article 1</w:t></w:r></w:hyperlink><w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:t>. They are for:</w:t></w:r></w:p>
<w:p><w:r><w:t>(a) ships, in particular</w:t></w:r></w:p><w:p><w:r><w:t>(i) *yachts* and</w:t></w:r></w:p><w:p><w:r><w:t>(ii) ferries;</w:t></w:r></w:p><w:p><w:r><w:t>(b) carts.</w:t></w:r></w:p>
<w:tbl><w:tblPr><w:tblStyle w:val="Tabellenraster"/></w:tblPr><w:tblGrid><w:gridCol w:w="1"/><w:gridCol w:w="1"/><w:gridCol w:w="1"/></w:tblGrid>
<w:tr w:rsidR="00E1"><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Ship</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Fee</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>Day</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>Yacht</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1|2</w:t></w:r></w:p><w:p><w:r><w:t>or 3</w:t></w:r></w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>in</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>out</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>
<w:p><w:pPr><w:pStyle w:val="Zitat"/></w:pPr><w:r><w:t>All who reach the river</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Zitat"/></w:pPr><w:r><w:t xml:space="preserve">shall </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>cross</w:t></w:r><w:r><w:t xml:space="preserve"> it.</w:t></w:r></w:p>
<w:p><w:r><w:t>3. In a box:</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>boxed words.</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>boxed words.</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"#;

#[test]
fn markup_that_word_saved() {
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {NAMESPACES} mc:Ignorable="w14"><w:body>{WORD_BODY}<w:sectPr w:rsidR="00A1"/></w:body></w:document>"#
    );
    let file = zipped(&[
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", RELATIONS.as_bytes()),
        ("word/styles.xml", WORD_STYLES.as_bytes()),
        ("word/footnotes.xml", WORD_FOOTNOTES.as_bytes()),
        ("word/_rels/footnotes.xml.rels", RELATIONS.as_bytes()),
        ("word/endnotes.xml", ENDNOTES.as_bytes()),
    ]);
    let words = "Harbour Code Article 1 1 The harbour is unlike a port in Example Town with four quays 2 Fees follow the tariff
        the list and the board not a draft or Article 1 They are for a ships in particular i yachts and ii ferries b carts
        Ship Fee Day Year Yacht 1 2 or 3 in out All who reach the river shall cross it 3 In a box boxed words
        See the tariff In the title At the end always";
    let folder = imported("code.docx", &file, words, "");
    assert_data_eq!(markup(&folder), str![[r#"
# Harbour Code

## Article 1

1\. The **harbour** is *un*like a port in Example Town, with **four** quays.[^1]

[^1]: In the title.

2\. Fees follow the [tar**iff**](https://example.org/tariff?a=1\&b=2)[^2], the [list](https://example.org/list) and the [board](mailto:board@example.org), not a draft or Article 1[^3]. They are for:

[^2]: See the [tariff](https://example.org/tariff?a=1\&b=2).

[^3]: At the end, *always*.

(a) ships, in particular

(i) \*yachts\* and

(ii) ferries;

(b) carts.

| **Ship** | Fee[^2] |  |
| --- | --- | --- |
|  | Day | Year |
| Yacht | 1\|2 or 3 | in \| out |

> All who reach the river
>
> shall **cross** it.

3\. In a box:

boxed words.

art_1__para_1:
  Strong “harbour”
  Emphasis “un”
  Strong “four”
  Note “” 1
  [1] In the title. 0
art_1__para_2:
  Link “tariff” https://example.org/tariff?a=1&b=2
  Strong “iff”
  Note “” 2
  Link “list” https://example.org/list
  Link “board” mailto:board@example.org
  Note “” 3
  List “(a) ships, in particular / (i) *yachts* and / (ii) ferries; / (b) carts. / ”
  Item “(a) ships, in particular / (i) *yachts* and / (ii) ferries; / ” art_1__para_2__list_1__point_a
  Number “(a)”
  List “(i) *yachts* and / (ii) ferries; / ”
  Item “(i) *yachts* and / ” art_1__para_2__list_1__point_a__list_1__point_1
  Number “(i)”
  Item “(ii) ferries; / ” art_1__para_2__list_1__point_a__list_1__point_2
  Number “(ii)”
  Item “(b) carts. / ” art_1__para_2__list_1__point_b
  Number “(b)”
  Table “Ship | Fee |  /  | Day | Year / Yacht | 1|2 or 3 | in | out / ”
  Row “Ship | Fee |  / ”
  Heading “Ship | ”
  Strong “Ship”
  Heading “Fee | ”
  Note “” 2
  Heading “ / ”
  Row “ | Day | Year / ”
  Cell “ | ”
  Cell “Day | ”
  Cell “Year / ”
  Row “Yacht | 1|2 or 3 | in | out / ”
  Cell “Yacht | ”
  Cell “1|2 or 3 | ”
  Cell “in | out / ”
  Quotation “All who reach the river / shall cross it.”
  Strong “cross”
  [2] See the tariff. 1
  [3] At the end, always. 1

plan.en.md:1: the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out
plan.en.md:1: a link such as “file:///C:/draft.docx” kept only the words, because addresses begin with http:, https: or mailto:
plan.en.md:5: a heading is plain text: its footnote belongs to the clause below it
plan.en.md:23: a table with merged cells: the words are in the first of them
plan.en.md:23: a table inside a table: its words are in one cell
plan.en.md:34: the words of a text box; they are after the paragraph that has it
plan.toml:29: the file names no publisher; write the one of the copy in place of example.org

"#]].raw());
}

const LIBREOFFICE_STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/><w:iCs/></w:rPr></w:style><w:style w:type="character" w:styleId="StrongEmphasis"><w:name w:val="Strong Emphasis"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="character" w:styleId="InternetLink"><w:name w:val="Internet Link"/><w:rPr><w:color w:val="000080"/></w:rPr></w:style><w:style w:type="character" w:styleId="FootnoteAnchor"><w:name w:val="Footnote Anchor"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Quotations"><w:name w:val="Quotations"/><w:basedOn w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="TableContents"><w:name w:val="Table Contents"/></w:style>
<w:style w:type="paragraph" w:styleId="TableHeading"><w:name w:val="Table Heading"/><w:basedOn w:val="TableContents"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>"#;

const LIBREOFFICE_BODY: &str = r#"<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:rPr/><w:t>Ley del puerto</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:rPr/></w:pPr><w:r><w:rPr/><w:t>Artículo 1. Objeto</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Normal"/><w:bidi w:val="0"/><w:rPr/></w:pPr><w:r><w:rPr/><w:t xml:space="preserve">El </w:t></w:r><w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>puerto</w:t></w:r><w:r><w:rPr/><w:t xml:space="preserve"> es de </w:t></w:r><w:r><w:rPr><w:rStyle w:val="Emphasis"/><w:b w:val="false"/></w:rPr><w:t>todos</w:t></w:r><w:r><w:rPr><w:rStyle w:val="FootnoteAnchor"/></w:rPr><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr/><w:t xml:space="preserve">, según el </w:t></w:r><w:hyperlink r:id="rId4"><w:r><w:rPr><w:rStyle w:val="InternetLink"/></w:rPr><w:t>plan</w:t></w:r></w:hyperlink><w:r><w:rPr/><w:t>, y comprende:</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:rPr/><w:t>a) los muelles;</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:rPr/><w:t>b) las grúas.</w:t></w:r></w:p>
<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid><w:tr><w:trPr><w:tblHeader w:val="true"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHeading"/></w:pPr><w:r><w:rPr/><w:t>Barco</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHeading"/></w:pPr><w:r><w:rPr/><w:t>Tasa</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr/><w:tc><w:p><w:pPr><w:pStyle w:val="TableContents"/></w:pPr><w:r><w:rPr/><w:t>Yate</w:t></w:r></w:p></w:tc><w:tc><w:p><w:pPr><w:pStyle w:val="TableContents"/></w:pPr><w:r><w:rPr/><w:t>1,50</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:pPr><w:pStyle w:val="Quotations"/></w:pPr><w:r><w:rPr/><w:t>El mar es de todos.</w:t></w:r></w:p>"#;

#[test]
fn markup_that_libreoffice_saved() {
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {NAMESPACES}><w:body>{LIBREOFFICE_BODY}<w:sectPr><w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr></w:sectPr></w:body></w:document>"#
    );
    let footnotes = r#"<w:footnotes xmlns:w="w"><w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:pPr><w:pStyle w:val="Footnote"/></w:pPr><w:r><w:rPr/><w:footnoteRef/></w:r><w:r><w:rPr/><w:tab/><w:t>Así lo dice la ley.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let file = zipped(&[
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", RELATIONS.as_bytes()),
        ("word/styles.xml", LIBREOFFICE_STYLES.as_bytes()),
        ("word/footnotes.xml", footnotes.as_bytes()),
    ]);
    let words = "Ley del puerto Artículo 1 Objeto El puerto es de todos según el plan y comprende a los muelles b las grúas
        Barco Tasa Yate 1 50 El mar es de todos Así lo dice la ley";
    let folder = imported("ley.docx", &file, words, "");
    assert_data_eq!(markup(&folder), str![[r#"
# Ley del puerto

## Artículo 1. Objeto

El **puerto** es de *todos*[^1], según el [plan](https://example.org/tariff?a=1\&b=2), y comprende:

[^1]: Así lo dice la ley.

a) los muelles;

b) las grúas.

| **Barco** | **Tasa** |
| --- | --- |
| Yate | 1,50 |

> El mar es de todos.

art_1__para_1:
  Strong “puerto”
  Emphasis “todos”
  Note “” 1
  Link “plan” https://example.org/tariff?a=1&b=2
  List “a) los muelles; / b) las grúas. / ”
  Item “a) los muelles; / ” art_1__para_1__list_1__point_a
  Number “a)”
  Item “b) las grúas. / ” art_1__para_1__list_1__point_b
  Number “b)”
  Table “Barco | Tasa / Yate | 1,50 / ”
  Row “Barco | Tasa / ”
  Heading “Barco | ”
  Strong “Barco”
  Heading “Tasa / ”
  Strong “Tasa”
  Row “Yate | 1,50 / ”
  Cell “Yate | ”
  Cell “1,50 / ”
  Quotation “El mar es de todos.”
  [1] Así lo dice la ley. 0

plan.es.md:1: the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out
plan.toml:29: the file names no publisher; write the one of the copy in place of example.org

"#]].raw());
}
