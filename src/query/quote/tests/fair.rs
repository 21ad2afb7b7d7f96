//! Wordings that differ from ours: other translations, typography, and unrelated texts.

use super::*;

/// Clauses in the words of other translators.
const OTHER_TRANSLATIONS: [(&str, &str); 18] = [
    (
        "art_3__para_3",
        "Hold the first China-LAC Transportation Cooperation Forum at an early date",
    ),
    (
        "art_1__para_2",
        "The possibility of convening a summit of the Forum in 2024, to celebrate its 10th anniversary, will be studied.",
    ),
    (
        "art_1__para_7",
        "Broaden cooperation, both bilateral and multilateral, against corrupt practices, contraband, money laundering and tax fraud",
    ),
    (
        "art_2__sec_2__para_3",
        "Enhance dialogue between central banks and financial supervisors and promote the use of local currencies for settlement",
    ),
    (
        "art_2__sec_3__para_4",
        "China will actively work for FAO to earmark 2 million US dollars of the FAO-China South-South Cooperation Trust Fund for food security in CELAC countries",
    ),
    (
        "art_2__sec_4__para_5",
        "Step up exchanges and collaboration on the civilian use of nuclear power for peaceful purposes",
    ),
    (
        "art_2__sec_6__para_2",
        "The Chinese side welcomes the accession of CELAC members to the International Lunar Research Station",
    ),
    (
        "art_2__sec_7__para_6",
        "Increase collaboration on saving energy and on the capture, use and storage of carbon",
    ),
    (
        "art_2__sec_9__para_1",
        "Further the cooperation on mutual recognition of Authorised Economic Operators",
    ),
    (
        "art_2__sec_3__para_3",
        "Fomentar y potenciar la agricultura familiar a fin de cumplir los ODS de modo inclusivo y sostenible",
    ),
    (
        "art_2__sec_9__para_2",
        "Reforzar la lucha conjunta contra el contrabando y la capacitación de funcionarios especializados",
    ),
    (
        "art_2__sec_8__para_3",
        "Alentar el intercambio de datos e información sobre turismo y promover las oportunidades turísticas",
    ),
    (
        "art_3__para_3",
        "Organizar cuanto antes el primer Foro de Cooperación China-ALC sobre Transporte",
    ),
    (
        "art_2__sec_10__para_1",
        "Intensificar los intercambios en materia de metrología y la comunicación de políticas",
    ),
    (
        "art_2__sec_6__para_3",
        "A China apoia a criação da Agência Espacial da América Latina e do Caribe",
    ),
    (
        "art_2__sec_7__para_4",
        "Fomentar a poupança de energia, ampliar a cooperação em eficiência energética e atingir o pico de emissões e a neutralidade carbónica",
    ),
    (
        "art_2__sec_2__para_3",
        "Ampliar o diálogo entre bancos centrais e reguladores financeiros e apoiar a liquidação em moeda local",
    ),
    (
        "art_2__sec_9__para_3",
        "Intensificar o intercâmbio entre as administrações fiscais da China e da região",
    ),
];

/// Texts about something else, in each language of the plan and in another one.
const UNRELATED: [&str; 12] = [
    "Tomorrow will be sunny in the north, with light winds and temperatures of up to 24 degrees in the afternoon.",
    "Fry the onions in butter until golden, then add the flour, the milk and a pinch of nutmeg and stir for ten minutes.",
    "She opened the window, looked at the garden and wondered who had left the bicycle in the rain.",
    "The company’s shares fell by 3 percent on Tuesday after it had reported weaker sales of its new phone.",
    "Mañana habrá cielos despejados en el sur, con vientos suaves y lluvias aisladas por la noche.",
    "Pelar las patatas, cortarlas en rodajas finas y freírlas en aceite de oliva con un poco de sal.",
    "Amanhã o tempo estará nublado no litoral, com aguaceiros fracos durante a manhã e vento moderado.",
    "Bata as claras em castelo, junte o açúcar e leve ao forno durante quarenta minutos.",
    "明天北部晴，午后最高气温二十四度，夜间有小雨，风力三到四级。",
    "先把洋葱切碎，用黄油炒至金黄，再加面粉和牛奶，搅拌十分钟。",
    "Morgen wird es im Norden sonnig, am Nachmittag steigen die Werte auf 24 Grad.",
    "The quick brown fox jumps over the lazy dog.",
];

#[test]
fn other_translations_are_near_their_clause() {
    let index = index();
    for (eid, quote) in OTHER_TRANSLATIONS {
        let found = report(&index, quote);
        assert!(
            found.len() == 1 && found[0].contains(eid),
            "{eid}: {found:?}"
        );
    }
}

#[test]
fn unrelated_texts_are_absent() {
    let index = index();
    for quote in UNRELATED {
        assert_eq!(
            report(&index, quote),
            [format!("{quote}: absent")],
            "{quote}"
        );
    }
}

/// Differences of typography, letter case and script are none of wording.
#[test]
fn typographic_differences_are_no_other_wording() {
    let index = index();
    for (eid, quotes) in [
        (
            "art_1__para_2",
            "Explore the possibility of holding a China–CELAC Forum Summit in 2024|\
             explore the possibility of holding a “China-CELAC Forum Summit” in 2024|\
             explore the possibility of holding a China\u{2011}CELAC Forum Summit in 2024|\
             explore the possibility of holding a China CELAC Forum Summit in 2024",
        ),
        ("art_4__sec_1__para_1", "the ﬁeld of public health"),
        (
            "art_2__sec_7__para_2",
            "深化電氣、油氣、可再生能源、新能源|深化电⽓、油⽓、可再⽣能源|深化“电气”、油气",
        ),
        (
            "art_2__sec_7__para_7",
            "cooperacion en capacidades tecnicas",
        ),
    ] {
        for quote in quotes.split('|') {
            let found = report(&index, quote);
            let (_, verdict) = found[0].split_once(": ").expect("a verdict");
            let is_expected = verdict.starts_with("typographic") && verdict.contains(eid);
            assert!(found.len() == 1 && is_expected, "{eid}: {found:?}");
        }
    }
    let exact = report(&index, "the field of public health");
    assert!(!exact[0].contains("typographic"), "{exact:?}");
}

fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn pieces_of_similar_clauses_rebuild_quote_and_clause() {
    let index = index();
    for (_, quote) in OTHER_TRANSLATIONS {
        for finding in check(&index, quote) {
            assert_eq!(finding.verdict, Verdict::Similar, "{quote}");
            for found in finding.matches {
                let without = |side| {
                    let pieces = found.pieces.iter().filter(|piece| piece.side != side);
                    solid(&pieces.map(|piece| &*piece.words).collect::<String>())
                };
                assert_eq!(without(Side::Plan), solid(&quote[finding.part.clone()]));
                assert_eq!(without(Side::Quote), solid(text(&index, &found)));
            }
        }
    }
}

/// Each sentence is another clause in other words, so each has clauses of its own.
#[test]
fn sentences_of_several_clauses_are_near_their_own() {
    let index = index();
    let [first, .., last] = OTHER_TRANSLATIONS.map(|(_, quote)| quote);
    let quote = format!("{first}. {last}.\n{}", UNRELATED[1]);
    let found = report(&index, &quote);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].contains("similar en art_3__para_3"), "{found:?}");
    assert!(found[1].contains("pt art_2__sec_9__para_3"), "{found:?}");
    assert!(found[2].ends_with("absent"), "{found:?}");
}

/// A reader sees the plan's words for those that only the quote has.
#[test]
fn similar_clauses_are_shown_as_whole_sentences() {
    let index = index();
    let findings = check(&index, OTHER_TRANSLATIONS[0].1);
    let nearest = &findings[0].matches[0];
    let of = |side| {
        let pieces = nearest.pieces.iter().filter(|piece| piece.side == side);
        pieces.map(|piece| piece.words.trim()).collect::<Vec<_>>()
    };
    assert_eq!(of(Side::Quote), ["Transportation", "at an early date"]);
    assert_eq!(
        of(Side::Plan),
        [
            "Transport",
            "(LAC: Latin America and the Caribbean) as soon as possible"
        ]
    );
}
