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

## 第一章 总则

第一条 为了加强港口管理，促进港口发展，制定本条例。

第二条 本条例所称港口，包括：

（一）码头；

（二）航道。国家另有规定的，从其规定。

## 第二章 管理

第三条 主管部门负责港口管理工作。

第三条之一 主管部门应当公布年度报告。

第四条 经营者应当遵守下列规定：

1．公开价格；

2．保证安全。

## 附则 {#final}

第五条 本条例自2026年1月1日起施行。

"#]]
        .raw()
    );
    assert_data_eq!(folder.notes.join("\n"), str![[r#"
plan.toml:30: some numbers of clauses such as “第一条” are missing, inserted or printed in another way; `gaps = true` allows it
plan.toml:34: the file names no publisher; write the one of the copy in place of example.org
plan.zh.md:1: the first paragraph was read as the title
plan.zh.md:1: the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out
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

## 第一章 总则

第一条 为了加强管理，制定本条例。

本条所称管理，包括监督。

第二条 国家支持港口发展。

## 第二章 附则

第一条 本条例自公布之日起施行。

"#]]
        .raw()
    );
    assert!(
        folder
            .manifest
            .contains(r#"numbering = ["第一章", ["第一条", ""]]"#),
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
    let shown = shown.replace("<sup>1</sup>", "¹");
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

## Article 1 Definitions

For this treaty:

(a) “harbour” means a place for ships;

(b) “fee” means a payment.¹

## Article 2 Fees

1\. Fees are public.

2\. Fees are equal for all ships, but for:

(a) ferries;

(b) fishing boats of less than 10 m.

3\. [Details](https://example.org/f) are in the Annex.

## Article 3

This treaty enters into force on 1 May 2026.

Done at Example Town, in two copies.

## Annex {#annex}

| Ship | Fee |
| --- | --- |
| Ferry | 10 |
| Yacht | 20 |

"#]]
        .raw()
    );
    assert_data_eq!(
        folder.notes.join("\n"),
        str![[r#"
plan.en.md:1: the date 2025-03-02 is in the properties of the file, not in its text; correct it if the copy has another one, or leave it out
plan.en.md:1: 4 words of navigation, and around the document, were left out
plan.toml:29: the file names no publisher; write the one of the copy in place of example.org
"#]]
        .raw()
    );
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

## المادة 1

تعمل الإدارة على تطوير الموانئ.

## المادة 2

تلتزم الشركات بما يلي:

(أ) السلامة؛

(ب) النظافة.

## المادة 3

يعمل بهذا المرسوم من تاريخ نشره.

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

## PREÁMBULO {#preamble}

El pueblo del puerto, reunido en asamblea, aprueba esta Constitución.

## TÍTULO PRELIMINAR {#titulo-preliminar}

#### Artículo 1.

1\. El puerto es de todos.

2\. La soberanía reside en el pueblo.

## TÍTULO I De los derechos

### CAPÍTULO PRIMERO De las personas

#### Artículo 2.

Todos son iguales.

#### Artículo 3.

Toda persona tiene derecho a navegar.

### CAPÍTULO SEGUNDO De las naves

#### Artículo 4.

Las naves son libres.

## DISPOSICIÓN FINAL {#final}

Esta Constitución entra en vigor hoy.

"#]]
        .raw()
    );
    assert_data_eq!(folder.notes.join("\n"), str![[r#"
plan.es.md:1: the first paragraph was read as the title
plan.es.md:1: the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out
plan.es.md:3: a line that looks like a heading; it was read as one
plan.es.md:7: a line that looks like a heading; it was read as one
plan.toml:34: the file names no publisher; write the one of the copy in place of example.org
"#]].raw());
}
