//! Items, tables and quotations in unusual places.

use snapbox::{IntoData, assert_data_eq, str};

use super::imported;
use super::markup::markup;

#[test]
fn items_without_a_sentence_before_them_stay_text() {
    let text = "# Law

## Article 1

This law applies to:

(a) ports;

(b) piers.

## Article 2

(a) lone;

(b) words.

## Article 3

It does not apply to:

(a) rafts;

(c) yachts.

## Article 4

Ports:

(a) are open;

(a) are clean.
";
    let folder = imported("law.md", text.as_bytes(), text, "");
    assert_data_eq!(markup(&folder), str![[r#"
# Law

## Article 1

This law applies to:

(a) ports;

(b) piers.

## Article 2

(a) lone;

(b) words.

## Article 3

It does not apply to:

(a) rafts;

(c) yachts.

## Article 4

Ports:

(a) are open; (a) are clean.

art_1__para_1:
  List “(a) ports; / (b) piers.”
  Item “(a) ports; / ” art_1__para_1__list_1__point_a
  Number “(a)”
  Item “(b) piers.” art_1__para_1__list_1__point_b
  Number “(b)”
art_2__para_1:
  List “(b) words.”
  Item “(b) words.” art_2__para_1__list_1__point_b
  Number “(b)”
art_3__para_1:
  List “(a) rafts; / (c) yachts.”
  Item “(a) rafts; / ” art_3__para_1__list_1__point_a
  Number “(a)”
  Item “(c) yachts.” art_3__para_1__list_1__point_c
  Number “(c)”
art_4__para_1:
  List “(a) are open; (a) are clean.”
  Item “(a) are open; (a) are clean.” art_4__para_1__list_1__point_a
  Number “(a)”

plan.en.md:1: the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out
plan.en.md:13: (a) is an item without a sentence before it; its number is part of the text
plan.en.md:23: (c) does not follow the number before it; it was kept as it is
plan.en.md:29: “(a) are clean.” begins like the number of an item; it was joined to the paragraph before it
plan.toml:30: the file names no publisher; write the one of the copy in place of example.org

"#]].raw());
}

#[test]
fn roman_items_follow_clauses_with_letters() {
    let text = "# Plan

## Goals

(a) One.

(b) Two:

(i) first;

(ii) second.

(c) Three.
";
    let folder = imported("plan.md", text.as_bytes(), text, "");
    assert_data_eq!(markup(&folder), str![[r#"
# Plan

## Goals

(a) One.

(b) Two:

(i) first;

(ii) second.

(c) Three.

sec_1__para_b:
  List “(i) first; / (ii) second.”
  Item “(i) first; / ” sec_1__para_b__list_1__point_1
  Number “(i)”
  Item “(ii) second.” sec_1__para_b__list_1__point_2
  Number “(ii)”

plan.en.md:1: the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out
plan.toml:19: the language was not recognised; “en” was written. Use --lang to name it
plan.toml:29: the file names no publisher; write the one of the copy in place of example.org

"#]].raw());
}

#[test]
fn tables_before_the_first_clause_become_paragraphs() {
    let text = "# Plan

| Ship | Toll |
|---|---|
| Yacht | 1 |

> A motto.

## Part A

| Ship | Toll |
|---|---|
| Ferry | 2 |

## Part B

Words.
";
    let folder = imported("plan.md", text.as_bytes(), text, "");
    assert_data_eq!(markup(&folder), str![[r#"
# Plan

Ship | Toll

Yacht | 1

A motto.

## Part A

| Ship | Toll |
| --- | --- |
| Ferry | 2 |

## Part B

Words.

part_a__para_1:
  Table “Ship | Toll / Ferry | 2”
  Row “Ship | Toll / ”
  Heading “Ship | ”
  Heading “Toll / ”
  Row “Ferry | 2”
  Cell “Ferry | ”
  Cell “2”

plan.en.md:1: the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out
plan.en.md:3: a table before the first clause; its lines were written as paragraphs
plan.en.md:7: a quotation before the first clause; its lines were written as paragraphs
plan.toml:15: the language was not recognised; “en” was written. Use --lang to name it
plan.toml:25: the file names no publisher; write the one of the copy in place of example.org

"#]].raw());
}

#[test]
fn cells_and_figures_begin_no_heading_and_are_no_date() {
    let text = "# Law

> 1

12

## Article 1

Ports are open:

| Article 2 | x |
|---|---|
| 2 | y |

## Article 2

Piers are open.
";
    let folder = imported("law.md", text.as_bytes(), text, "");
    assert_data_eq!(markup(&folder), str![[r#"
# Law

## Article 1

Ports are open: 1 12

| Article 2 | x |
| --- | --- |
| 2 | y |

## Article 2

Piers are open.

art_1__para_1:
  Table “Article 2 | x / 2 | y”
  Row “Article 2 | x / ”
  Heading “Article 2 | ”
  Heading “x / ”
  Row “2 | y”
  Cell “2 | ”
  Cell “y”

plan.en.md:1: the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out
plan.en.md:5: a quotation before the first clause; its lines were written as paragraphs
plan.en.md:5: a line of figures; it was joined to the paragraph beside it
plan.en.md:5: a line of figures; it was joined to the paragraph beside it
plan.toml:25: the file names no publisher; write the one of the copy in place of example.org

"#]].raw());
}

#[test]
fn numbers_of_items_in_one_place_are_items_in_others() {
    let text = "# Ports Act

## 1. Interpretation

In this Act, port includes—

(a) a harbour;

(b) a pier.

## 2. Duties

(1) The Board must—

(a) keep the quays; and

(b) report.

(2) It has no other duty.
";
    let folder = imported("act.md", text.as_bytes(), text, "");
    assert_data_eq!(markup(&folder), str![[r#"
# Ports Act

## 1. Interpretation

In this Act, port includes—

(a) a harbour;

(b) a pier.

## 2. Duties

(1) The Board must—

(a) keep the quays; and

(b) report.

(2) It has no other duty.

sec_1__para_1:
  List “(a) a harbour; / (b) a pier.”
  Item “(a) a harbour; / ” sec_1__para_1__list_1__point_a
  Number “(a)”
  Item “(b) a pier.” sec_1__para_1__list_1__point_b
  Number “(b)”
sec_2__para_1:
  List “(a) keep the quays; and / (b) report.”
  Item “(a) keep the quays; and / ” sec_2__para_1__list_1__point_a
  Number “(a)”
  Item “(b) report.” sec_2__para_1__list_1__point_b
  Number “(b)”

plan.en.md:1: the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out
plan.toml:29: the file names no publisher; write the one of the copy in place of example.org

"#]].raw());
}
