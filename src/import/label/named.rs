//! Numbers with a word: `第三条`, `Article 3.`, `CAPÍTULO II`, `المادة 3`, `Annex`.

use std::ops::Range;

use super::bare;
use super::start::{ANNEX, ARTICLE, Label, Start, Style, is_of_the, start};
use crate::text::is_without_spaces;
use plan::numerals::Numeral;

/// The words of Chinese divisions, with their ranks. A longer word comes before its end.
const UNITS: [(&str, u8); 15] = [
    ("部分", 2),
    ("分编", 2),
    ("分編", 2),
    ("编", 1),
    ("編", 1),
    ("篇", 2),
    ("章", 4),
    ("节", 5),
    ("節", 5),
    ("目", 6),
    ("条", ARTICLE),
    ("條", ARTICLE),
    ("款", 8),
    ("项", 9),
    ("項", 9),
];

const CHINESE_ANNEXES: [&str; 6] = ["附件", "附录", "附錄", "附表", "附則", "附则"];

/// The words of other languages in lower case, with their ranks.
const WORDS: &[(&str, u8)] = &[
    ("annex", ANNEX),
    ("annexe", ANNEX),
    ("anexo", ANNEX),
    ("appendix", ANNEX),
    ("schedule", ANNEX),
    ("apéndice", ANNEX),
    ("ملحق", ANNEX),
    ("الملحق", ANNEX),
    ("anhang", ANNEX),
    ("anlage", ANNEX),
    ("disposición adicional", ANNEX),
    ("disposición transitoria", ANNEX),
    ("disposición derogatoria", ANNEX),
    ("disposición final", ANNEX),
    ("book", 1),
    ("libro", 1),
    ("livro", 1),
    ("livre", 1),
    ("teil", 2),
    ("part", 2),
    ("parte", 2),
    ("partie", 2),
    ("الجزء", 2),
    ("title", 3),
    ("título", 3),
    ("titulo", 3),
    ("titre", 3),
    ("الباب", 3),
    ("pillar", 3),
    ("eje", 3),
    ("eixo", 3),
    ("axe", 3),
    ("kapitel", 4),
    ("chapter", 4),
    ("capítulo", 4),
    ("capitulo", 4),
    ("chapitre", 4),
    ("الفصل", 4),
    ("goal", 4),
    ("objective", 4),
    ("objetivo", 4),
    ("objectif", 4),
    ("الهدف", 4),
    ("abschnitt", 5),
    ("sec.", 5),
    ("section", 5),
    ("sección", 5),
    ("seção", 5),
    ("القسم", 5),
    ("subsection", 6),
    ("artikel", ARTICLE),
    ("article", ARTICLE),
    ("art.", ARTICLE),
    ("artículo", ARTICLE),
    ("articulo", ARTICLE),
    ("artigo", ARTICLE),
    ("المادة", ARTICLE),
    ("مادة", ARTICLE),
    ("rule", ARTICLE),
    ("principle", ARTICLE),
    ("target", ARTICLE),
    ("meta", ARTICLE),
    ("action", ARTICLE),
    ("measure", ARTICLE),
    ("clause", ARTICLE),
    ("cláusula", ARTICLE),
    ("paragraph", 8),
    // In some laws articles contain these.
    ("§", 8),
];

/// Marks that may stand between a number and its text.
const MARKS: [char; 8] = ['.', '．', ':', '：', '、', '–', '—', '-'];

/// Reads a Chinese number, such as 第三条, and annexes, such as 附件一.
pub(super) fn chinese(text: &str) -> Option<Start<'_>> {
    if let Some(annex) = CHINESE_ANNEXES.iter().find(|word| text.starts_with(**word)) {
        return annex_of(text, annex.len());
    }
    let inside = text.strip_prefix('第')?;
    let ends = inside.char_indices().map(|(at, _)| at).take(10).skip(1);
    let (length, unit, rank) = ends.into_iter().find_map(|at| {
        let unit = UNITS
            .iter()
            .find(|(unit, _)| inside[at..].starts_with(unit));
        unit.map(|(unit, rank)| (at, unit, *rank))
    })?;
    let trimmed = inside[..length].trim();
    let numeral_start = '第'.len_utf8() + length - inside[..length].trim_start().len();
    let numeral = numeral_start..numeral_start + trimmed.len();
    let unit_end = '第'.len_utf8() + length + unit.len();
    let is_usual = |kind| matches!(kind, Numeral::Han | Numeral::Arabic);
    // 第二十条之一 was inserted after 第二十条.
    let inserted = text[unit_end..].strip_prefix('之');
    let inserted = inserted.map(|after| {
        after
            .chars()
            .take_while(|c| "一二三四五六七八九十".contains(*c))
            .map(char::len_utf8)
            .sum()
    });
    if let Some(length) = inserted.filter(|&length: &usize| length > 0) {
        let mut start = start(text, numeral, unit_end, Some(rank), is_usual);
        let end = unit_end + '之'.len_utf8() + length;
        insert(&mut start, text, end);
        return Some(start);
    }
    Some(start(
        text,
        numeral,
        after_mark(text, unit_end),
        Some(rank),
        is_usual,
    ))
}

/// Reads a word and a numeral with a space between them, such as `Article 3.`.
pub(super) fn spaced(text: &str) -> Option<Start<'_>> {
    let (word, rank) = word(text)?;
    after_word(text, word, rank)
}

/// Reads the numeral after a word of this length and rank.
pub(super) fn after_word(text: &str, word: usize, rank: u8) -> Option<Start<'_>> {
    let after = text[word..].trim_start();
    if rank == ANNEX {
        return annex_of(text, word);
    }
    let numeral_start = text.len() - after.len();
    let token = after.split(char::is_whitespace).next()?;
    let composite = token.trim_end_matches(MARKS);
    if composite.contains('.') {
        let inner = bare::composite(&text[numeral_start..])?;
        let mut labels = inner.readings;
        for label in &mut labels {
            let end = numeral_start + label.printed.len();
            text[..end].clone_into(&mut label.printed);
            label.numeral = shifted(&label.numeral, numeral_start);
            label.style.rank = Some(rank);
            label.style.form = format!("{} %", text[..word].to_lowercase());
        }
        return Some(Start {
            readings: labels,
            rest: inner.rest,
        });
    }
    let digits = token
        .chars()
        .take_while(|c| c.is_numeric())
        .map(char::len_utf8)
        .sum();
    let plain = token
        .trim_end_matches(MARKS)
        .trim_matches(['(', ')'])
        .trim_end_matches([',', 'º', '°', 'ª']);
    let lead = token.find(plain).unwrap_or(0);
    let is_usual = |kind| {
        matches!(
            kind,
            Numeral::Arabic | Numeral::UpperRoman | Numeral::Word | Numeral::UpperLetter
        )
    };
    let first = numeral_start + lead;
    let whole = start(
        text,
        first..first + plain.len(),
        after_mark(text, numeral_start + token.trim_end_matches(MARKS).len()),
        Some(rank),
        is_usual,
    );
    // “PARTE DOS” in capitals may be a number.
    if plain.starts_with(char::is_lowercase) && is_of_the(text, &(first..first + plain.len())) {
        return None;
    }
    if !whole.readings.is_empty() {
        // `Article 3 bis`
        let suffix = whole
            .rest
            .split(char::is_whitespace)
            .next()
            .unwrap_or_default();
        if ["bis", "ter", "quater", "quinquies"].contains(&suffix.trim_end_matches(MARKS)) {
            let end = text.len() - whole.rest.len() + suffix.len();
            let mut whole = whole;
            insert(&mut whole, text, end);
            return Some(whole);
        }
        return Some(whole);
    }
    // `Article 3a`, `Article 1er`
    if digits == 0
        || token[digits..]
            .chars()
            .take_while(|c| c.is_alphabetic())
            .count()
            > 2
    {
        return None;
    }
    let end = after_mark(text, numeral_start + token.trim_end_matches(MARKS).len());
    let mut inserted = start(
        text,
        numeral_start..numeral_start + digits,
        end,
        Some(rank),
        is_usual,
    );
    let suffix = plain[digits.min(plain.len())..].to_owned();
    if !["er", "re", "o"].contains(&suffix.as_str()) {
        insert(&mut inserted, text, end);
    }
    Some(inserted)
}

/// Returns the length and the rank of the word at the start of a text.
pub(super) fn word(text: &str) -> Option<(usize, u8)> {
    if text.starts_with('§') {
        return Some(('§'.len_utf8(), 8));
    }
    let ends = text.match_indices(char::is_whitespace).map(|(at, _)| at);
    let ends: Vec<usize> = ends.chain([text.len()]).take(2).collect();
    // Some divisions have two words.
    ends.into_iter().rev().find_map(|end| {
        let lower = text[..end].to_lowercase();
        let lower = lower.trim_end_matches([':', '：']);
        let known = WORDS.iter().find(|(word, _)| {
            *word == lower || word.starts_with("annex") && lower == format!("{word}.")
        });
        known.map(|(_, rank)| (end, *rank))
    })
}

/// Reads the rest of an annex's number; annexes need no numeral.
fn annex_of(text: &str, word: usize) -> Option<Start<'_>> {
    let after = text[word..].trim_start();
    let first = text.len() - after.len();
    let is_end = |c: char| c.is_whitespace() || MARKS.contains(&c);
    let token = after.split(is_end).next().unwrap_or_default();
    let is_usual = |kind| !matches!(kind, Numeral::LowerLetter | Numeral::LowerRoman);
    let numeral = first..first + token.len();
    let numbered = start(
        text,
        numeral.clone(),
        after_mark(text, first + token.len()),
        Some(ANNEX),
        is_usual,
    );
    if !numbered.readings.is_empty() && !is_of_the(text, &numeral) {
        return Some(numbered);
    }
    // Without a numeral, it is a number only by itself or before a mark or a space.
    let is_alone = text[word..].starts_with(is_end) || text.len() == word;
    let is_only_one = ["única", "único", "unique"].contains(&token.to_lowercase().as_str());
    let end = after_mark(
        text,
        if is_only_one {
            first + token.len()
        } else {
            word
        },
    );
    is_alone.then(|| Start {
        readings: vec![Label {
            printed: text[..end].to_owned(),
            numeral: word..word,
            style: Style {
                form: text[..word].to_lowercase(),
                numeral: Numeral::Arabic,
                rank: Some(ANNEX),
            },
            value: None,
        }],
        rest: text[end..].trim_start(),
    })
}

/// Turns the readings into those of an insertion, whose number ends at `end`.
fn insert<'a>(start: &mut Start<'a>, text: &'a str, end: usize) {
    for label in &mut start.readings {
        text[..end].clone_into(&mut label.printed);
        label.value = None;
    }
    start.rest = text[end..].trim_start();
}

/// Returns the end of a number with the mark after it. A dash is a mark only between spaces.
pub(super) fn after_mark(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let gap = rest.len() - rest.trim_start().len();
    let mark = rest
        .trim_start()
        .chars()
        .next()
        .filter(|c| MARKS.contains(c));
    match mark {
        Some('–' | '—' | '-') => {
            let after = end + gap + mark.map_or(0, char::len_utf8);
            let is_between = text[after..].starts_with(char::is_whitespace);
            if is_between { after } else { end }
        }
        // French has a space before a colon.
        Some(mark) if gap == 0 || is_without_spaces(mark) || mark == ':' => {
            end + gap + mark.len_utf8()
        }
        _ => end,
    }
}

fn shifted(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}
