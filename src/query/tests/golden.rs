//! Counts of Chinese words, which no change of the characters' table may change.

use std::collections::BTreeSet;
use std::fmt::Write;

use snapbox::{assert_data_eq, file};

use super::index;
use crate::{Index, View};

/// The number of words, and how many of them occur in no text.
const WORDS: usize = 1_500;
const ABSENT: usize = 400;

#[test]
fn finds_chinese_words_as_often_as_before() {
    let index = index();
    let mut table = String::new();
    for line in words(&index).chunks(12) {
        for (nth, word) in line.iter().enumerate() {
            let query = word.clone();
            let view = View {
                query,
                ..View::default()
            };
            let count = index.run(&view).clauses.len();
            let before = if nth == 0 { "" } else { " " };
            write!(table, "{before}{word} {count}").expect("writing to a String never fails");
        }
        table.push('\n');
    }
    assert_data_eq!(table, file!["../../../tests/golden/chinese-words.txt"]);
}

/// Returns words of one to four characters from the original, evenly over the text, and pairs of
/// its characters that occur in no clause.
fn words(index: &Index) -> Vec<String> {
    let texts = index.plan().clauses.iter();
    let texts: Vec<&str> = texts.map(|clause| clause.text.nearest("zh").text).collect();
    let is_ideograph = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut all = BTreeSet::new();
    for run in texts
        .iter()
        .flat_map(|text| text.split(|c| !is_ideograph(c)))
    {
        let characters: Vec<char> = run.chars().collect();
        for length in 1..=4 {
            all.extend(characters.windows(length).map(String::from_iter));
        }
    }
    let all: Vec<String> = all.into_iter().collect();
    let characters: Vec<char> = all.iter().filter_map(|word| word.chars().next()).collect();
    let occurs = |word: &String| texts.iter().any(|text| text.contains(word.as_str()));
    // The steps are primes, so that the characters of a pair come from different parts of the text.
    let pairs = (0..).map(|nth: usize| {
        let at = |step: usize| characters[nth * step % characters.len()];
        String::from_iter([at(31), at(47)])
    });
    let absent: BTreeSet<String> = pairs.filter(|word| !occurs(word)).take(ABSENT).collect();
    let present = WORDS - absent.len();
    let chosen = (0..present).map(|nth| all[nth * all.len() / present].clone());
    chosen.chain(absent).collect()
}
