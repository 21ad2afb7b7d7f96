//! Superscript and subscript, such as “m³” and “CO₂”. The content format has no markup for them, but Unicode has
//! characters for digits, signs and some letters.

use std::collections::BTreeMap;

use crate::block::{Attached, Document};
use crate::rich::{Mark, Rich, Span};
use crate::text::beginning;

/// Writes raised and lowered words as characters of that height. Words for which Unicode has none stay on
/// the line, with a doubt.
pub(crate) fn write(document: &mut Document) {
    for block in &mut document.blocks {
        let mut lost = Vec::new();
        write_text(&mut block.text, &mut lost);
        let attached: Vec<&mut Rich> = match &mut block.attached {
            Some(Attached::Table(rows)) => rows.iter_mut().flatten().collect(),
            Some(Attached::Quotation(lines)) => lines.iter_mut().collect(),
            None => Vec::new(),
        };
        for text in attached {
            write_text(text, &mut lost);
        }
        block.doubts.extend(doubt(&lost));
    }
    for (index, note) in document.notes.iter_mut().enumerate() {
        let mut lost = Vec::new();
        for line in &mut note.lines {
            write_text(line, &mut lost);
        }
        if lost.is_empty() {
            continue;
        }
        let mut blocks = document.blocks.iter_mut();
        let block = blocks.find(|block| block.whole().notes().any(|note| note == index));
        let doubts = block.map_or(&mut document.doubts, |block| &mut block.doubts);
        doubts.extend(doubt(&lost));
    }
}

/// The most words that a doubt names.
const MOST_NAMED: usize = 3;

/// The longest word before raised ones that a doubt names, in characters.
const LONGEST_BASE: usize = 16;

/// Characters, each before its superscript.
const RAISED: &str = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻–⁻=⁼(⁽)⁾iⁱnⁿ";

/// Characters, each before its subscript. Fonts lack most other letters.
const LOWERED: &str = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋–₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚsₛtₜxₓ";

/// Raised letters of abbreviations, such as 1er and nº. They mean the same on the line.
const ABBREVIATIONS: [&str; 22] = [
    "st", "nd", "rd", "th", "er", "ère", "re", "nde", "ème", "e", "o", "os", "a", "as", "ro", "ra",
    "do", "da", "to", "ta", "me", "tm",
];

/// Words that are raised or lowered.
struct Scripted<'a> {
    words: &'a str,
    /// The text before them.
    before: &'a str,
    is_raised: bool,
}

/// Writes a text, and names the words for which Unicode has no characters.
fn write_text(text: &mut Rich, lost: &mut Vec<String>) {
    let mut forms: BTreeMap<usize, char> = BTreeMap::new();
    let mut spans: Vec<Span> = Vec::new();
    for span in text.spans() {
        let is_raised = match span.mark {
            Mark::Raised => true,
            Mark::Lowered => false,
            _ => {
                spans.push(span.clone());
                continue;
            }
        };
        let scripted = Scripted {
            words: &text[span.start..span.end],
            before: &text[..span.start],
            is_raised,
        };
        match scripted.forms() {
            _ if scripted.is_of_marks() => {}
            Some(own) => forms.extend(own.map(|(at, form)| (span.start + at, form))),
            None if scripted.is_abbreviation() => {}
            None => lost.push(scripted.name()),
        }
    }
    if spans.len() == text.spans().len() {
        return;
    }
    let mut written = String::with_capacity(text.len());
    // For each byte of the text, and for its end: how many bytes were written before it.
    let mut starts = vec![0; text.len() + 1];
    for (at, c) in text.char_indices() {
        starts[at] = written.len();
        written.push(forms.get(&at).copied().unwrap_or(c));
    }
    starts[text.len()] = written.len();
    for span in &mut spans {
        (span.start, span.end) = (starts[span.start], starts[span.end]);
    }
    *text = Rich::with_spans(written, spans);
}

impl Scripted<'_> {
    /// Returns the characters of that height, with their positions; `None` if one lacks. Words of several
    /// letters have none, because fonts lack many of these letters.
    fn forms(&self) -> Option<impl Iterator<Item = (usize, char)> + use<>> {
        let mut letters = self.words.split(|c: char| !c.is_alphabetic());
        if letters.any(|word| word.chars().nth(1).is_some()) {
            return None;
        }
        let forms = self.words.char_indices();
        let forms: Option<Vec<_>> = forms.map(|(at, c)| Some((at, self.form(c)?))).collect();
        forms.map(Vec::into_iter)
    }

    fn form(&self, c: char) -> Option<char> {
        let table = if self.is_raised { RAISED } else { LOWERED };
        let mut characters = table.chars();
        let mut pairs = std::iter::from_fn(|| characters.next().zip(characters.next()));
        let own = c.is_whitespace() || "ªº°′″".contains(c);
        let form = pairs.find(|(plain, form)| *plain == c || *form == c);
        form.map(|(_, form)| form).or(own.then_some(c))
    }

    /// Reports whether they are only marks, such as the brackets and commas around references to notes.
    fn is_of_marks(&self) -> bool {
        !self
            .words
            .contains(|c: char| c.is_alphanumeric() || "+-−–=".contains(c))
    }

    fn is_abbreviation(&self) -> bool {
        let word = self.words.trim().trim_end_matches('.').to_lowercase();
        let last = self.before.chars().next_back();
        let is_right = |last: char| match word.as_str() {
            "o" if "nN".contains(last) => true,
            // Others may be a power of a variable.
            "a" | "e" | "o" => last.is_ascii_digit() || last.is_uppercase() || last == '.',
            _ => last.is_alphanumeric() || last == '.',
        };
        self.is_raised && ABBREVIATIONS.contains(&word.as_str()) && last.is_some_and(is_right)
    }

    fn name(&self) -> String {
        let words = beginning(self.words.trim());
        let base = self.before.chars().rev().take(LONGEST_BASE);
        let base: Vec<char> = base.take_while(|c| !c.is_whitespace()).collect();
        let base: String = base.into_iter().rev().collect();
        let height = if self.is_raised { "raised" } else { "lowered" };
        format!("“{words}” of “{base}{words}” ({height})")
    }
}

/// Returns the doubt about words that stay on the line.
fn doubt(lost: &[String]) -> Option<String> {
    let named = lost.get(..MOST_NAMED).unwrap_or(lost).join(", ");
    let further = if lost.len() > MOST_NAMED { ", …" } else { "" };
    (!lost.is_empty()).then(|| {
        format!(
            "no superscript or subscript characters exist for {named}{further}; the words are on the line: see that they keep their meaning"
        )
    })
}
