//! Statutes, treaties, decrees and constitutions, in HTML and Markdown.

use snapbox::{IntoData, assert_data_eq, str};

use super::{Folder, imported};

fn markdown(text: &str) -> Folder {
    imported("city-plan.md", text.as_bytes(), text, "title date")
}

#[test]
fn statute_in_plain_lines() {
    let folder = markdown(
        "港口管理条例

第一章　总则
第一条　为了加强港口管理，
促进港口发展，制定本条例。
第二条　本条例所称港口，包括：
（一）码头；
（二）航道。
国家另有规定的，从其规定。
第二章　管理
第三条　主管部门负责港口管理工作。
第三条之一　主管部门应当公布年度报告。
第四条　经营者应当遵守下列规定：
1．公开价格；
2．保证安全。
附则
第五条　本条例自2026年1月1日起施行。
",
    );
    assert_data_eq!(
        folder.text,
        str![[r#"
# 港口管理条例

2026-01-31

## 1. 第一章 总则

(1) 第一条 为了加强港口管理，促进港口发展，制定本条例。

(2) 第二条 本条例所称港口，包括：（一）码头；（二）航道。国家另有规定的，从其规定。

## 2. 第二章 管理

(1) 第三条 主管部门负责港口管理工作。

(2) 第三条之一 主管部门应当公布年度报告。

(3) 第四条 经营者应当遵守下列规定： 1．公开价格； 2．保证安全。

## 3. 附则

(1) 第五条 本条例自2026年1月1日起施行。

"#]]
        .raw()
    );
    assert_data_eq!(folder.notes.join("\n"), str![[r#"
plan.toml:16: the numbers of articles, such as “第一章”, stand at the beginning of the text, because others have no number; those before them were counted by the importer
plan.toml:16: the numbers of clauses directly in articles, such as “第一条”, stand at the beginning of the text, because they do not count from 1 without a gap in each division; those before them were counted by the importer
plan.toml:20: the file names no publisher; write the one of the copy
plan.toml:21: the file has no address; write the one where readers find the copy
plan.zh.md:1: the first paragraph was read as the title
plan.zh.md:3: the file names no date; 2026-01-31, the day of the import, was written. Write the date of the copy
"#]].raw());
}

#[test]
fn statute_whose_numbers_the_compiler_reads() {
    let folder = markdown(
        "# 港口条例

## 第一章 总则

第一条 为了加强管理，制定本条例。

本条所称管理，包括监督。

第二条 国家支持港口发展。

## 第二章 附则

第一条 本条例自公布之日起施行。
",
    );
    assert_data_eq!(
        folder.text,
        str![[r#"
# 港口条例

2026-01-31

## 第一章 总则

第一条 为了加强管理，制定本条例。本条所称管理，包括监督。

第二条 国家支持港口发展。

## 第二章 附则

第一条 本条例自公布之日起施行。

"#]]
        .raw()
    );
    assert!(
        folder
            .manifest
            .contains(r#"numbering = ["第一章", "1.", "第一条", "(1)"]"#),
        "{}",
        folder.manifest
    );
}

#[test]
fn treaty_with_annex_and_table() {
    let page = "<!doctype html><html><head><title>Treaty – Site</title><meta name=date content=2025-03-02></head><body>
<nav>Home Laws Contact</nav>
<article><h1>Harbour Treaty</h1>
<p>The Parties, wishing to share their harbours, agree:</p>
<h2>Article 1<br>Definitions</h2>
<p>For this treaty:</p>
<p>(a) “harbour” means a place for ships;</p>
<p>(b) “fee” means a payment.<sup>1</sup></p>
<h2>Article 2<br>Fees</h2>
<p>1. Fees are public.</p>
<p>2. Fees are equal for all ships, but for:</p>
<p>(a) ferries;</p><p>(b) fishing boats of less than 10&nbsp;m.</p>
<p>3. <a href='https://example.org/f'>Details</a> are in the Annex.</p>
<h2>Article 3</h2><p>This treaty enters into force on 1 May 2026.</p>
<p>Done at Example Town, in two copies.</p>
<h2>Annex</h2>
<table><tr><th>Ship</th><th>Fee</th></tr><tr><td>Ferry</td><td>10</td></tr><tr><td>Yacht</td><td>20</td></tr></table>
</article><footer>Imprint</footer></body></html>";
    let shown = page.replace("<br>", " ").replace("&nbsp;", " ");
    let shown: String = shown
        .split('<')
        .map(|tag| tag.split_once('>').map_or(tag, |(_, text)| text))
        .collect::<Vec<_>>()
        .join(" ");
    let folder = imported(
        "treaty.html",
        page.as_bytes(),
        &shown,
        "Treaty Site Home Laws Contact Imprint",
    );
    assert_data_eq!(
        folder.text,
        str![[r#"
# Harbour Treaty

2025-03-02

The Parties, wishing to share their harbours, agree:

## 1. Article 1 Definitions

(1) For this treaty:

(2) (a) “harbour” means a place for ships;

(3) (b) “fee” means a payment.1

## 2. Article 2 Fees

(1) 1. Fees are public.

(2) 2. Fees are equal for all ships, but for: (a) ferries; (b) fishing boats of less than 10 m.

(3) 3. Details are in the Annex.

## 3. Article 3

(1) This treaty enters into force on 1 May 2026.

(2) Done at Example Town, in two copies.

## 4. Annex

(1) Ship | Fee

(2) Ferry | 10

(3) Yacht | 20

"#]]
        .raw()
    );
    assert_data_eq!(folder.notes.join("\n"), str![[r#"
plan.en.md:1: links were kept as words, without their addresses
plan.en.md:1: 4 words of navigation, and around the document, were left out
plan.toml:16: the numbers of articles, such as “Article 1”, stand at the beginning of the text, because others have no number; those before them were counted by the importer
plan.toml:16: the numbers of clauses directly in articles, such as “(a)”, stand at the beginning of the text, because the compiler does not read numbers of this form; those before them were counted by the importer
plan.toml:20: the file names no publisher; write the one of the copy
plan.toml:21: the file has no address; write the one where readers find the copy
"#]].raw());
}

#[test]
fn decree_from_right_to_left() {
    let folder = markdown(
        "# مرسوم بشأن الموانئ

المادة 1

تعمل الإدارة على تطوير الموانئ.

المادة 2

تلتزم الشركات بما يلي:

(أ) السلامة؛

(ب) النظافة.

المادة 3

يعمل بهذا المرسوم من تاريخ نشره.
",
    );
    assert_data_eq!(
        folder.text,
        str![[r#"
# مرسوم بشأن الموانئ

2026-01-31

## 1. مرسوم بشأن الموانئ

المادة 1 تعمل الإدارة على تطوير الموانئ.

المادة 2 تلتزم الشركات بما يلي: (أ) السلامة؛ (ب) النظافة.

المادة 3 يعمل بهذا المرسوم من تاريخ نشره.

"#]]
        .raw()
    );
    assert!(folder.manifest.contains(r#"tag = "ar""#));
}

#[test]
fn constitution_in_upper_case() {
    let folder = markdown(
        "CONSTITUCIÓN DEL PUERTO

PREÁMBULO

El pueblo del puerto, reunido en asamblea, aprueba esta Constitución.

TÍTULO PRELIMINAR

Artículo 1. 1. El puerto es de todos.
2. La soberanía reside en el pueblo.

TÍTULO I
De los derechos

CAPÍTULO PRIMERO
De las personas

Artículo 2. Todos son iguales.

Artículo 3.
Toda persona tiene derecho a navegar.

CAPÍTULO SEGUNDO
De las naves

Artículo 4. Las naves son libres.

DISPOSICIÓN FINAL

Esta Constitución entra en vigor hoy.
",
    );
    assert_data_eq!(
        folder.text,
        str![[r#"
# CONSTITUCIÓN DEL PUERTO

2026-01-31

PREÁMBULO

El pueblo del puerto, reunido en asamblea, aprueba esta Constitución.

## 1. TÍTULO PRELIMINAR

(1) Artículo 1. 1. El puerto es de todos. 2. La soberanía reside en el pueblo.

## 2. TÍTULO I De los derechos

### 1. CAPÍTULO PRIMERO De las personas

(1) Artículo 2. Todos son iguales.

(2) Artículo 3. Toda persona tiene derecho a navegar.

### 2. CAPÍTULO SEGUNDO De las naves

(1) Artículo 4. Las naves son libres.

## 3. DISPOSICIÓN FINAL

(1) Esta Constitución entra en vigor hoy.

"#]]
        .raw()
    );
    assert_data_eq!(folder.notes.join("\n"), str![[r#"
plan.es.md:1: the first paragraph was read as the title
plan.es.md:3: the file names no date; 2026-01-31, the day of the import, was written. Write the date of the copy
plan.es.md:5: a line that looks like a heading; it was read as one
plan.es.md:9: a line that looks like a heading; it was read as one
plan.es.md:25: a line that looks like a heading; it was read as one
plan.toml:16: the numbers of articles, such as “TÍTULO I”, stand at the beginning of the text, because the compiler does not read numbers of this form; those before them were counted by the importer
plan.toml:16: the numbers of sections, such as “CAPÍTULO PRIMERO”, stand at the beginning of the text, because the compiler does not read numbers of this form; those before them were counted by the importer
plan.toml:16: the numbers of clauses directly in articles, such as “Artículo 1.”, stand at the beginning of the text, because they do not count from 1 without a gap in each division; those before them were counted by the importer
plan.toml:16: the numbers of clauses in sections, such as “Artículo 2.”, stand at the beginning of the text, because they do not count from 1 without a gap in each division; those before them were counted by the importer
plan.toml:20: the file names no publisher; write the one of the copy
plan.toml:21: the file has no address; write the one where readers find the copy
"#]].raw());
}
