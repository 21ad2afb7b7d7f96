//! Searching: matches, excerpts, words and phrases.

use plan::{ClauseId, Id, InLanguage, Localized};

use super::{eids, index, view};
use crate::{Index, LONGEST_QUERY, View, is_too_long, needle};

#[test]
fn finds_reference_queries() {
    let index = index();
    assert_eq!(
        eids("q=核能", &index),
        ["art_2__sec_4__para_5", "art_2__sec_7__para_2"]
    );
    assert_eq!(eids("q=问题", &index), ["art_2__sec_3__para_4"]);
    assert_eq!(eids("q=問題", &index), ["art_2__sec_3__para_4"]);
    for query in ["５Ｇ", "5g", "5G", "５ｇ"] {
        assert_eq!(
            eids(&format!("q={query}"), &index),
            ["art_2__sec_5__para_2"],
            "{query}"
        );
    }
    assert_eq!(
        eids("q=论坛&sector=agriculture-food", &index),
        ["art_2__sec_3__para_8"]
    );
}

#[test]
fn distinguishes_holding_from_exploring() {
    let index = index();
    let forums = |action: &str| eids(&format!("action={action}&q=论坛"), &index);
    assert!(forums("hold").contains(&"art_3__para_3".to_owned()));
    assert!(!forums("hold").contains(&"art_3__para_4".to_owned()));
    assert!(forums("explore").contains(&"art_3__para_4".to_owned()));
}

/// Searches every substring of up to four characters of every fifth clause, in every language. It
/// must match exactly the clauses that contain it, or the plural or singular of a Latin word, or
/// another name of the same thing.
#[test]
fn finds_substrings_exactly() {
    let index = index();
    let mut tried = 0;
    let texts = |id: ClauseId| index.texts(id).map(|(_, folded)| folded);
    for text in index.plan().clauses.ids().step_by(5).flat_map(texts) {
        let characters: Vec<char> = text.chars().collect();
        for length in 1..=4 {
            for piece in characters.windows(length).step_by(3) {
                let piece: String = piece.iter().collect();
                if needle::words(&piece) != [piece.as_str()] {
                    continue;
                }
                let found = index
                    .run(&View {
                        query: piece.clone(),
                        ..View::default()
                    })
                    .clauses;
                let contains = |id: &ClauseId| texts(*id).any(|text| text.contains(&piece));
                let wanted: Vec<ClauseId> = index.plan().clauses.ids().filter(contains).collect();
                let is_name = index
                    .names
                    .iter()
                    .flatten()
                    .any(|name| piece.contains(name));
                let is_word = piece.chars().rev().take(3).all(|c| c.is_ascii_lowercase());
                if is_name || (is_word && length > 2) {
                    assert!(wanted.iter().all(|id| found.contains(id)), "{piece}");
                } else {
                    assert_eq!(found, wanted, "{piece}");
                }
                tried += 1;
            }
        }
    }
    assert!(tried > 1000, "{tried}");
}

#[test]
fn searches_every_language() {
    let index = index();
    let found = |query: &str| eids(&format!("q={query}"), &index);
    for query in ["nuclear", "energía nuclear", "ENERGIA NUCLEAR", "核能"] {
        assert!(
            found(query).contains(&"art_2__sec_4__para_5".to_owned()),
            "{query}"
        );
    }
    assert_eq!(found("energia"), found("energía"));
    assert_eq!(found("cooperacao"), found("COOPERAÇÃO"));
    // Each word may be in another language.
    assert_eq!(found("核能 oil"), ["art_2__sec_7__para_2"]);
}

#[test]
fn excerpts_explain_matches_in_hidden_languages() {
    let index = index();
    let clause = index.plan().clause_by_eid("art_2__sec_7__para_2");
    let clause = clause.expect("the clause on energy");
    let lines = |query: &str, shown: &[&str]| index.elsewhere(clause, shown, &index.needles(query));
    let of_zh = lines("核能 nuclear", &["en"]);
    assert_eq!(of_zh.len(), 1);
    assert_eq!(of_zh[0].tag, "zh");
    let marked: Vec<&str> = of_zh[0]
        .hits
        .iter()
        .map(|hit| &of_zh[0].excerpt[hit.clone()])
        .collect();
    assert_eq!(marked, ["核能"]);
    assert_eq!(lines("核能 nuclear", &["en", "zh"]), []);
    assert_eq!(lines("", &["en"]), []);
    let of_es = lines("petroleo", &["zh"]);
    assert!(of_es.is_empty() || of_es[0].excerpt.chars().count() < 90);
}

/// Returns the words that a search marks in a text of its own.
fn marked(query: &str, text: &str) -> Vec<String> {
    let mut plan = fixture::plan();
    let mut clause = plan.clauses[ClauseId::new(0)].clone();
    let tag = "en".into();
    let text = text.to_owned().into();
    clause.text = Localized(vec![InLanguage { tag, text }]);
    plan.clauses = vec![clause].into();
    let index = Index::new(plan);
    let id = ClauseId::new(0);
    let hits = index.hits(id, "en", &index.needles(query));
    let text = index.plan().clauses[id].text.nearest("en").text;
    hits.into_iter().map(|hit| text[hit].to_owned()).collect()
}

#[test]
fn marks_cover_the_shown_characters_of_a_match() {
    for (query, text, expected) in [
        ("finance", "the ﬁnance of", "ﬁnance"),
        ("ﬁnance", "the finance of", "finance"),
        ("ce", "ﬁnance", "ce"),
        ("in", "ﬁnance", "ﬁn"),
        ("win win", "win – win", "win|win"),
        ("\"win win\"", "a win – win b", "win – win"),
        ("win-win", "a win\u{2011}win b", "win\u{2011}win"),
        ("energia", "energi\u{301}a\u{301}!", "energi\u{301}a\u{301}"),
        (
            "论坛",
            "中\u{200e}论\u{fe00}坛\u{e0100}会",
            "论\u{fe00}坛\u{e0100}",
        ),
        ("forums", "a forum, forumites", "forum"),
        ("forum", "forums and forumites", "forum|forum"),
        ("country", "countries", "countries"),
        ("co-operation", "cooperation", "cooperation"),
        ("\"business forums\"", "a business forum", "business forum"),
    ] {
        assert_eq!(marked(query, text).join("|"), expected, "{query} in {text}");
    }
}

/// Every way of writing the same words must find the same clauses.
#[test]
fn pasted_characters_do_not_change_the_result() {
    let index = index();
    let found = |query: &str| eids(&format!("q={}", crate::encode(query)), &index);
    for (usual, others) in [
        (
            "finance",
            "ﬁnance|finance\u{200b}|\u{feff}finance|ﬁnan\u{ad}ce|ｆｉｎａｎｃｅ",
        ),
        ("traffic", "traﬃc|traﬀic"),
        ("flows", "ﬂows"),
        ("strengthen", "ﬆrengthen|ﬅrengthen"),
        (
            "论坛",
            "论坛\u{200e}|\u{202a}论坛\u{202c}|论\u{fe00}坛|论坛\u{e0101}|论\u{2060}坛|論壇|「论坛」|‘论坛’|论坛…",
        ),
        (
            "数字经济",
            "《数字经济》|〈数字经济〉|『数字经济』|“数字经济”|«数字经济»|〝数字经济〟|《數字經濟》|＂数字经济＂",
        ),
        ("金融", "⾦融|\u{f90a}融"),
        ("文化", "⽂化"),
        ("工业", "⼯业|⼯業"),
        ("民用", "⺠⽤"),
        ("青年", "⻘年|靑年"),
        ("计划", "計畫|計劃|计\u{200d}划"),
        ("扩大", "扩⼤|扩大\u{fe0f}|擴大"),
        (
            "high-level",
            "high level|high–level|high\u{2011}level|high\u{2010}level|high−level|high\u{a0}level",
        ),
        (
            "\"high level\"",
            "high-level|high—level|“high\u{202f}level”|«high\u{2009}-\u{2009}level»|\"high  level\"",
        ),
        (
            "China-CELAC",
            "China–CELAC|China\u{ad}\u{2011}CELAC|\"China CELAC\"|‘China-CELAC’",
        ),
        (
            "multilateral",
            "multi-lateral|multi\u{2010}lateral|MULTI\u{ad}LATERAL",
        ),
        ("Parties’", "Parties'|Parties＇|“Parties”"),
        (
            "digital economy",
            "digital economy…|…digital\u{a0}economy|digital⋯economy",
        ),
    ] {
        let expected = found(usual);
        assert!(!expected.is_empty(), "{usual}");
        for other in others.split('|') {
            assert_eq!(found(other), expected, "{other} is {usual}");
        }
    }
    for nothing in ["-", "—", "…", "《》", "\u{200e}", "‘’ “”", " - "] {
        assert_eq!(found(nothing).len(), 63, "{nothing}");
        assert!(view(&format!("q={nothing}"), &index).shows_all());
    }
}

#[test]
fn finds_the_inputs_of_the_list_of_pasted_text() {
    let index = index();
    let count = |query: &str| eids(&format!("q={query}"), &index).len();
    for (query, expected) in [
        ("ﬁnance", 5),
        ("⾦融", 3),
        ("⽂化", 3),
        ("⼯业", 2),
        ("论坛\u{200e}", 11),
        ("計畫", 1),
    ] {
        assert_eq!(count(query), expected, "{query}");
    }
}

#[test]
fn finds_words_by_their_singular_or_plural() {
    let index = index();
    let found = |query: &str| eids(&format!("q={query}"), &index);
    for (singular, plural) in [
        ("forum", "forums"),
        ("Country", "COUNTRIES"),
        ("energy", "energies"),
        ("party", "parties"),
        ("policy", "policies"),
        ("inversión", "inversiones"),
        ("país", "países"),
        ("papel", "papéis"),
        ("setor", "setores"),
    ] {
        assert!(!found(singular).is_empty(), "{singular}");
        assert_eq!(found(singular), found(plural), "{singular}, {plural}");
    }
    // A singular is also a part of longer words, such as “internacional”; its plural is not.
    for (singular, plural) in [
        ("nación", "naciones"),
        ("nação", "nações"),
        ("port", "ports"),
    ] {
        let [singular, plural] = [found(singular), found(plural)];
        assert!(plural.iter().all(|eid| singular.contains(eid)));
    }
    assert_eq!(found("news"), found("\"news\""));
    assert!(found("Andes").is_empty());
}

#[test]
fn hits_are_joined_ranges_of_the_shown_text() {
    let index = index();
    let clause = index.plan().clause_by_eid("art_2__sec_3__para_4");
    let clause = clause.expect("the clause on food security");
    let text = index.plan().clauses[clause].text.nearest("zh").text;
    let marked = |query: &str| -> Vec<&str> {
        index
            .hits(clause, "zh", &index.needles(query))
            .into_iter()
            .map(|range| &text[range])
            .collect()
    };
    assert_eq!(marked("问题"), ["問題"]);
    assert_eq!(marked("粮食安 安全"), ["粮食安全"]);
    assert_eq!(marked("２00"), ["200"]);
    assert_eq!(marked("核能"), [""; 0]);
    assert_eq!(marked(""), [""; 0]);
    assert!(index.hits(clause, "fr", &index.needles("问题")).is_empty());
}

#[test]
fn splits_a_query_into_words_and_phrases() {
    let words = |query| needle::words(query);
    assert_eq!(words(" 数字  经济\u{3000}5G "), ["数字", "经济", "5G"]);
    assert_eq!(words("\"数字 经济\" a"), ["数字 经济", "a"]);
    assert_eq!(words("“一带一路”倡议"), ["一带一路", "倡议"]);
    assert_eq!(words("＂unclosed phrase"), ["unclosed phrase"]);
    assert_eq!(words("e\u{301}ner\u{200b}gia \u{feff}"), ["energia"]);
    assert_eq!(words("\" \" \"\""), [""; 0]);
    assert_eq!(words("a b a \"b\""), ["a", "b"]);
    assert_eq!(words(&needle::join(&words("\"a b\" c"))), ["a b", "c"]);
}

#[test]
fn searches_only_the_beginning_of_a_long_query() {
    let many = |count: u32| (0..count).map(|nth| nth.to_string()).collect::<Vec<_>>();
    let searched: usize = needle::words(&many(2000).join(" ")).concat().len();
    assert_eq!(searched, LONGEST_QUERY);
    assert!(is_too_long(&many(2000).join(" ")) && !is_too_long(&many(100).join(" ")));
    assert!(is_too_long(&"é".repeat(501)) && !is_too_long(&"é".repeat(500)));
    // A word that is repeated counts once.
    let index = index();
    let repeated = "核能 ".repeat(2000);
    assert!(!is_too_long(&repeated));
    assert_eq!(eids(&format!("q={repeated}"), &index).len(), 2);
    assert_eq!(eids(&format!("q={repeated}zzzz"), &index).len(), 0);
    assert_eq!(eids(&format!("q={}", "\"".repeat(4001)), &index).len(), 63);
}

#[test]
fn words_are_in_a_text_as_a_search_finds_them() {
    let index = index();
    assert!(index.contains("Port Verane", "port"));
    assert!(index.contains("加强合作", "合作"));
    assert!(!index.contains("Pier", "port"));
}
