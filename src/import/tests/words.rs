//! Words before numbers that a document itself shows, and headings that stay headings.

use super::imported;

/// Imports Markdown and returns the clauses with their eIds, a line each. Every heading must stay one.
fn clauses(text: &str) -> Vec<String> {
    let folder = imported("city.md", text.as_bytes(), text, "");
    let is_false = |note: &String| note.contains("without a text below it");
    assert!(!folder.notes.iter().any(is_false), "{:?}", folder.notes);
    let content = folder.plan.content.expect("the compiler accepts it");
    let clauses = content.plan.clauses.iter().map(|clause| {
        let number = clause.number.original().text;
        let text = clause.text.original().text.replace('\n', " / ");
        format!("{} [{number}] {text}", clause.eid)
    });
    clauses.collect()
}

/// Returns a plan in two chapters whose three clauses begin with these numbers.
fn plan(chapters: [&str; 2], numbers: [&str; 3]) -> String {
    let [first, second, third] = numbers;
    format!(
        "# Valdemar\n\n## {}\n\n{first} Se renovará la flota de los autobuses de la ciudad, y se hará pronto.\n\n{second} Se hará:\n\na) uno;\n\nb) dos.\n\n## {}\n\n{third} Se hará tres.\n",
        chapters[0], chapters[1]
    )
}

#[test]
fn words_that_repeat_with_rising_numbers_begin_clauses() {
    let words = [
        "Medida",
        "Acción",
        "Actuación",
        "Compromiso",
        "Objetivo",
        "Eje",
        "Cláusula",
        "Punto",
        "Propuesta",
        "Recomendación",
        "Disposición",
        "Base",
        "Commitment",
        "Recommendation",
        "Proposal",
        "Item",
        "Point",
        "Policy",
        "Goal",
        "Pillar",
        "Engagement",
        "Proposition",
        "Compromisso",
        "Recomendação",
        "Maßnahme",
        "Medida nº",
        "Action no.",
    ];
    let mut plans: Vec<[String; 3]> = words
        .map(|word| [1, 2, 3].map(|number| format!("{word} {number}.")))
        .to_vec();
    plans.push([1, 2, 3].map(|number| format!("M{number}.")));
    plans.push([1, 2, 3].map(|number| format!("A-{number}:")));
    plans.push([1, 2, 3].map(|number| format!("Mesure n° {number} :")));
    plans.push(["I", "II", "III"].map(|number| format!("Programa {number}.")));
    plans.push([1, 2, 3].map(|number| format!("措施{number}：")));
    plans.push(["一", "二", "三"].map(|number| format!("行动{number}：")));
    for numbers in plans {
        let [first, second, third] = numbers.each_ref().map(String::as_str);
        for chapters in [
            ["Capítulo I. Calles", "Capítulo II. Luz"],
            ["Calles", "Luz"],
        ] {
            let found = clauses(&plan(chapters, [first, second, third]));
            let found: Vec<&str> = found
                .iter()
                .filter_map(|line| line.split_once(' '))
                .map(|(_, rest)| rest)
                .collect();
            // The mark after a number is no part of it in a citation.
            let [first, second, third] =
                [first, second, third].map(|number| number.trim_end_matches(['.', ':', '：', ' ']));
            let expected = [
                format!(
                    "[{first}] Se renovará la flota de los autobuses de la ciudad, y se hará pronto."
                ),
                format!("[{second}] Se hará: / a) uno; / b) dos."),
                format!("[{third}] Se hará tres."),
            ];
            assert_eq!(found, expected);
        }
    }
}

#[test]
fn captions_years_and_sentences_begin_no_clauses() {
    let found = clauses(
        "# Plan\n\n## Streets\n\nTable 1. Trees\n\nTable 2. Lamps\n\nBy 2030 all is done.\n\nBy 2031 nothing is left.\n\nCouncil 1 has met.\n\nCouncil 2 has not.\n",
    );
    assert_eq!(found.len(), 6);
    assert!(
        found.iter().all(|line| line.contains(" [Streets ¶")),
        "{found:?}"
    );
}

#[test]
fn words_of_either_kind_contain_what_follows_them() {
    let text = "# Plan\n\nPART I. MOBILITY\n\nObjective 1. Fewer cars\n\nMeasure 1.1. Build lanes for bicycles.\n\nMeasure 1.2. Close streets.\n\nObjective 2. More trams\n\nMeasure 2.1. Build a line.\n\nPART II. ENERGY\n\nObjective 3. Sun\n\nMeasure 3.1. Put panels on all roofs.\n";
    assert_eq!(clauses(text).len(), 4);
    let text = "# Plan\n\n## Programme 1: Streets\n\nAction 1. Buy ten buses.\n\nAction 2. Buy ten more.\n\n## Programme 2: Light\n\nAction 3. Put panels on all roofs.\n";
    assert_eq!(
        clauses(text),
        [
            "sec_1__action_1 [Action 1] Buy ten buses.",
            "sec_1__action_2 [Action 2] Buy ten more.",
            "sec_2__action_3 [Action 3] Put panels on all roofs.",
        ]
    );
}

#[test]
fn clauses_before_the_first_lower_heading_end_no_heading() {
    assert_eq!(
        clauses(
            "# Plan\n\n## Chapter 1: A\n\n1. a\n\n## Chapter 2: B\n\n2. direct\n\n### Sub\n\n3. in sub\n"
        ),
        [
            "chp_1__para_1 [1] a",
            "chp_2__para_2 [2] direct",
            "chp_2__sec_1__para_3 [3] in sub"
        ]
    );
    let skipped = "# Plan\n\n## Chapter 1: A\n\n1.1 a\n\n#### Deep\n\n1.2 b\n\n### Middle\n\n1.3 c\n\n##### Deeper\n\n1.4 d\n";
    assert_eq!(clauses(skipped).len(), 4);
}

#[test]
fn chapters_after_an_annex_are_no_part_of_it() {
    let text =
        "# Plan\n\n## Chapter 1. A\n\nOne.\n\n## Annex\n\nTwo.\n\n## Chapter 3. C\n\nThree.\n";
    assert_eq!(
        clauses(text),
        [
            "chp_1__para_1 [Chapter 1] One.",
            "annex__para_1 [Annex] Two.",
            "chp_3__para_1 [Chapter 3] Three."
        ]
    );
    let text = "# Plan\n\n## Chapter 1. A\n\nOne.\n\n## Annex\n\n## Chapter 1. B\n\nTwo.\n\n## Chapter 2. C\n\nThree.\n";
    let found = clauses(text);
    assert!(
        found[1].starts_with("annex__") && found[2].starts_with("annex__"),
        "{found:?}"
    );
}

#[test]
fn headings_of_clauses_without_texts_are_clauses_with_numbers() {
    let of = |word: &str| {
        clauses(&format!(
            "# Plan\n\n## Chapter I. Mobility\n\n### {word} 1. Buses by night\n\n### {word} 2. Trees\n\n## Chapter II. Energy\n\n### {word} 3. Panels\n"
        ))
    };
    assert_eq!(
        of("Measure"),
        [
            "chp_1__measure_1 [Measure 1] Buses by night",
            "chp_1__measure_2 [Measure 2] Trees",
            "chp_2__measure_3 [Measure 3] Panels",
        ]
    );
    assert!(of("Compromiso")[2].ends_with("[Compromiso 3] Panels"));
}
