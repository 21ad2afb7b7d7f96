//! Plans, goals and statements, in Markdown.

use snapbox::{IntoData, assert_data_eq, str};

use super::{Folder, imported};

fn markdown(text: &str) -> Folder {
    imported("city-plan.md", text.as_bytes(), text, "title date")
}

#[test]
fn statement_without_headings() {
    let folder = markdown(
        "Statement of the Harbour Mayors

We, the mayors of four harbours, met in Example Town
on 2 May 2026.

We welcome the new lines between our cities, and *thank* the crews[^1].

We will:

- connect all berths to shore power;
- share data on delays.

1. We ask our boards to meet each year.
2. We invite other harbours to join.

We meet again in 2027.

[^1]: They worked through the winter.
",
    );
    assert_data_eq!(
        folder.text,
        str![[r#"
# Statement of the Harbour Mayors

We, the mayors of four harbours, met in Example Town on 2 May 2026.

We welcome the new lines between our cities, and *thank* the crews[^1].

[^1]: They worked through the winter.

We will:

connect all berths to shore power;

share data on delays.

1\. We ask our boards to meet each year.

2\. We invite other harbours to join.

We meet again in 2027.

"#]]
        .raw()
    );
}

#[test]
fn goals_with_composite_numbers() {
    let folder = markdown(
        "---
title: Goals for the coast
date: 2015-09-25
---

### Goal 1. End waste in harbours

1.1 By 2030, collect all waste of ships.

1.2 By 2030, halve the waste of 3.5 million passengers.

1.a Mobilise resources for small harbours.

### Goal 2. Clean water

2.1 By 2030, treat all water.

2.1.1 Share of treated water.

2.a Support research.
",
    );
    assert_data_eq!(
        folder.text,
        str![[r#"
# Goals for the coast

2015-09-25

## Goal 1. End waste in harbours

1.1 By 2030, collect all waste of ships.

1.2 By 2030, halve the waste of 3.5 million passengers.

1.a Mobilise resources for small harbours.

## Goal 2. Clean water

2.1 By 2030, treat all water.

2.1.1 Share of treated water.

2.a Support research.

"#]]
        .raw()
    );
    assert_data_eq!(
        folder.notes.join("\n"),
        str![[r#"
plan.en.md:1: the text has no title; this one is from the properties of the file
plan.en.md:1: the date 2015-09-25 is in the properties of the file, not in its text; correct it if the copy has another one, or leave it out
plan.toml:25: the file names no publisher; write the one of the copy in place of example.org
"#]]
        .raw()
    );
}

#[test]
fn city_plan_with_levels_bullets_and_tracker() {
    let folder = markdown(
        "# Plan for a green port

Adopted by the council.

# Part A: Transport

## 1. Streets

### 1.1 Bicycles

Build lanes:

* along the river
  * first in the north
* to the station

**Parking**

Fewer places for cars.

## 2. Water

| Action | Until | Who |
| --- | --- | --- |
| Ferries every hour | 2027 | Port board |
| # Piers | 2028 | City & partners |

# Part B: Energy

## 1. Heat

+ Use the heat of the sea.

## 2. Not yet decided
",
    );
    assert_data_eq!(
        folder.text,
        str![[r#"
# Plan for a green port

Adopted by the council.

## Part A: Transport

### 1. Streets

#### 1.1 Bicycles

Build lanes:

along the river first in the north

to the station

##### Parking

Fewer places for cars.

### 2. Water

| Action | Until | Who |
| --- | --- | --- |
| Ferries every hour | 2027 | Port board |
| # Piers | 2028 | City \& partners |

## Part B: Energy

### 1. Heat

Use the heat of the sea.

2\. Not yet decided

"#]]
        .raw()
    );
    assert_data_eq!(folder.notes.join("\n"), str![[r#"
plan.en.md:1: the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out
plan.en.md:17: a bold line; it was read as a heading
plan.en.md:34: a heading without a text below it; it was kept as a clause
plan.toml:36: the file names no publisher; write the one of the copy in place of example.org
"#]].raw());
}
