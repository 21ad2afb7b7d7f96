//! The facts about a document: its day, its language and its id.

use super::docx::{docx, p};
use super::{Folder, folder, imported};

fn has_note(folder: &Folder, words: &str) -> bool {
    folder.notes.iter().any(|note| note.contains(words))
}

/// The properties of the file name 2026-02-03.
#[test]
fn day_is_that_of_the_text_and_not_of_the_file() {
    let title = p(r#"<w:pStyle w:val="t"/>"#, "Plan de la ciudad");
    let body = p("", "Se hará uno.");
    let silent = folder("plan.docx", &docx(&(title.clone() + &body)));
    assert!(!silent.text.contains("2026"), "{}", silent.text);
    assert!(has_note(&silent, "names no date"));
    let adopted = p("", "Aprobado por el pleno el 12 de marzo de 2025.");
    let stated = folder("plan.docx", &docx(&(title + &adopted + &body)));
    assert!(stated.text.contains("\n2025-03-12\n"), "{}", stated.text);
    assert!(has_note(
        &stated,
        "2025-03-12 is that in “Aprobado por el pleno"
    ));
}

#[test]
fn day_at_the_end_counts_and_days_in_sentences_do_not() {
    let clauses = "Uno.\n\n".repeat(12);
    let text = format!("# Plan de la ciudad\n\n{clauses}Valdemar, a 12 de marzo de 2025\n");
    assert!(
        imported("plan.md", text.as_bytes(), &text, "")
            .text
            .contains("\n2025-03-12\n")
    );
    let text =
        format!("# Plan de la ciudad\n\nEl muelle se abrió el 3 de mayo de 1924.\n\n{clauses}");
    assert!(has_note(
        &imported("plan.md", text.as_bytes(), &text, ""),
        "names no date"
    ));
}

#[test]
fn short_texts_have_their_language_with_a_note_if_it_is_unsure() {
    let of = |text: &str| folder("plan.md", text.as_bytes());
    let spanish = of("# Plan de la ciudad\n\n## Movilidad\n\nMedida 1. Se hará uno.\n");
    assert!(
        spanish.manifest.contains("tag = \"es\""),
        "{}",
        spanish.manifest
    );
    assert!(!has_note(&spanish, "weakly"), "{:?}", spanish.notes);
    assert!(has_note(&of("# Plan de la Cruz\n\nBus.\n"), "weakly"));
}

#[test]
fn ids_keep_accented_letters_and_names_in_other_scripts_have_the_title() {
    for (name, title, expected) in [
        ("Plan climático.md", "Plan de la ciudad", "plan-climatico"),
        ("2026.md", "Plan de la ciudad", "2026"),
        ("气候 2026.md", "Plan de la ciudad", "plan-de-la-ciudad"),
        ("气候 2026.md", "气候计划", "plan-2026"),
        ("气候.md", "气候计划", "plan"),
    ] {
        let text = format!("# {title}\n\nUno de los dos.\n");
        let manifest = folder(name, text.as_bytes()).manifest;
        assert!(
            manifest.contains(&format!("\nid = \"{expected}\"\n")),
            "{manifest}"
        );
    }
}

#[test]
fn typed_bullets_are_left_out_with_one_note() {
    let paragraphs = ["Plan of the city", "We will do:", "- one;", "• two."];
    let body: String = paragraphs.iter().map(|text| p("", text)).collect();
    let folder = folder("plan.docx", &docx(&body));
    let notes = folder.notes.iter().filter(|note| note.contains("bullet"));
    assert_eq!(
        notes.collect::<Vec<_>>(),
        ["plan.en.md:1: 2 typed bullets before lines were left out"]
    );
}
