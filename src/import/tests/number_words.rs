//! Numbers in words: “Part One”, “Capítulo Dos”, “Parte Três”.

use super::{Folder, imported};

/// Imports chapters with these headings, an article in each, and returns the folder.
fn chapters(headings: [&str; 3]) -> Folder {
    let articles = headings.iter().zip(1..).map(|(heading, nth)| {
        format!("## {heading}\n\n### Article {nth}\n\nOne of the ports is open.\n\n")
    });
    let text = format!("# Plan\n\n{}", articles.collect::<String>());
    imported("plan.md", text.as_bytes(), &text, "")
}

fn eids(folder: &Folder) -> Vec<String> {
    let content = folder
        .plan
        .content
        .as_ref()
        .expect("the compiler accepts it");
    let divisions = content.plan.divisions.iter();
    divisions.map(|division| division.eid.to_string()).collect()
}

#[test]
fn cardinal_words_are_numbers() {
    for (headings, pattern, stem) in [
        (
            ["Part One – A", "Part Two – B", "Part Three – C"],
            "Part One –",
            "part",
        ),
        (
            ["Chapter One", "Chapter Two", "Chapter Three"],
            "Chapter One",
            "chp",
        ),
        (
            ["PARTE UNO. A", "PARTE DOS. B", "PARTE TRES. C"],
            "PARTE UNO.",
            "part",
        ),
        (
            ["Parte una: A", "Parte dos: B", "Parte tres: C"],
            "Parte una:",
            "part",
        ),
        (
            ["CAPÍTULO UNO Mar", "CAPÍTULO DOS Río", "CAPÍTULO TRES Red"],
            "CAPÍTULO UNO",
            "chp",
        ),
        (
            ["Parte Um – A", "Parte Dois – B", "Parte Três – C"],
            "Parte Um –",
            "part",
        ),
        (
            ["Título Uma", "Título Duas", "Título Três"],
            "Título Uma",
            "title",
        ),
    ] {
        let folder = chapters(headings);
        let written = format!("numbering = [\"{pattern}\", \"Article 1\"");
        assert!(folder.manifest.contains(&written), "{}", folder.manifest);
        let is_doubt = |note: &String| note.contains("do not count on");
        assert!(!folder.notes.iter().any(is_doubt), "{:?}", folder.notes);
        let eids = eids(&folder);
        assert_eq!(eids[4], format!("{stem}_3"), "{eids:?}");
    }
}

#[test]
fn annexes_are_beside_parts_with_cardinal_words() {
    let folder = chapters(["Part One – A", "Part Two – B", "Annex I – Fees"]);
    assert!(
        folder.text.contains("## Annex I – Fees {#annex-1}"),
        "{}",
        folder.text
    );
}

#[test]
fn of_the_in_portuguese_is_no_number() {
    let text = "# Plano

## Parte Um – Portos

Parte dos Estados paga.

## Parte Dois – Rios

Parte dos rios é livre.

## Anexo dos Mapas

Todos.
";
    let folder = imported("plano.md", text.as_bytes(), text, "");
    assert!(
        folder
            .manifest
            .contains("numbering = [\"Parte Um –\", \"\"]"),
        "{}",
        folder.manifest
    );
    assert!(
        folder.text.contains("## Anexo dos Mapas {#annex}"),
        "{}",
        folder.text
    );
    assert_eq!(eids(&folder), ["part_1", "part_2", "annex"]);
}
