//! The number of a clause with the numbers of its divisions: `第二条 七、(四)`, `Article 2.7(4)`.
//!
//! A clause `2.` in `Article 3` is cited as `Article 3(2)`, in every script: two bare numbers side by side would be
//! read as one, or as those of two divisions.

/// Joins the numbers of the divisions, outermost first, and that of the clause. Empty ones are left
/// out.
pub(crate) fn full_number(divisions: &[&str], clause: &str) -> String {
    let mut full = String::new();
    let mut ended_with_dot = false;
    let parts = divisions.iter().map(|part| (*part, false));
    let parts = parts.chain([(clause, true)]);
    for (nth, (part, is_clause)) in parts.filter(|(part, _)| !part.is_empty()).enumerate() {
        if nth > 0 {
            // A colon separates a number from its heading, and nothing from the next number.
            full.truncate(full.trim_end_matches([':', '：']).len());
            if is_clause
                && !ended_with_dot
                && ends_in_figures(&full)
                && let Some(bare) = bare(part)
            {
                full.extend(["(", bare, ")"]);
                break;
            }
            full.push_str(joint(&full, part, nth, ended_with_dot));
        }
        let without_dot = part.strip_suffix('.');
        full.push_str(without_dot.unwrap_or(part));
        ended_with_dot = without_dot.is_some();
    }
    // 、 and : separate a number from the text after it. At the end of a number they separate nothing.
    let length = full.trim_end_matches(['、', ':', '：', ' ']).len();
    full.truncate(length);
    full
}

/// Returns what is between the numbers so far and the next one.
fn joint(full: &str, part: &str, nth: usize, ended_with_dot: bool) -> &'static str {
    let starts_with = |is: fn(char) -> bool| part.starts_with(is);
    // A Chinese word begins no new word.
    let is_word = starts_with(|c| c.is_alphabetic() && c < '\u{2e80}');
    let is_digit = starts_with(is_figure);
    if ended_with_dot && is_digit {
        "."
    } else if ended_with_dot {
        if is_word { " " } else { "" }
    } else if nth == 1 && !full.ends_with(')') && !part.starts_with('(')
        || (is_word || is_digit) && full.ends_with(char::is_alphanumeric)
    {
        " "
    } else {
        ""
    }
}

/// Reports whether the last number is in figures, perhaps with an insertion such as `3a` or `3 bis`.
fn ends_in_figures(full: &str) -> bool {
    let without_insertion = full.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let figures = without_insertion.trim_end_matches([' ', '-', '\u{a0}']);
    figures.ends_with(is_figure)
}

/// Returns a number that has no brackets of its own, without the mark after it; `None` for every other number.
fn bare(number: &str) -> Option<&str> {
    let number = number.trim_end();
    let bare = number.strip_suffix(['.', ')']).unwrap_or(number);
    let is_of = |letters: &str| bare.chars().all(|c| letters.contains(c));
    let is_in_figures = bare.starts_with(is_figure)
        && bare
            .chars()
            .all(|c| c.is_alphanumeric() || " -\u{a0}".contains(c));
    // A Chinese character is a word.
    let is_letter = || {
        bare.chars().count() == 1 && bare.starts_with(|c: char| c.is_alphabetic() && c < '\u{2e80}')
    };
    let is_roman = || is_of("ivxlcdm") || is_of("IVXLCDM");
    let is_bare = !bare.is_empty() && (is_in_figures || is_letter() || is_roman());
    is_bare.then_some(bare)
}

/// Reports whether a character is a digit of any script, but no circled number and no numeral of Chinese.
fn is_figure(c: char) -> bool {
    c.is_numeric() && c < '\u{2460}'
}

#[cfg(test)]
mod tests {
    use super::full_number;

    #[test]
    fn joins_numbers_in_the_style_of_the_text() {
        for (divisions, clause, full) in [
            (&["第二条", "七、"][..], "(四)", "第二条 七、(四)"),
            (&["第一条"], "三、", "第一条 三"),
            (&["第一编", "第二章"], "第三条", "第一编 第二章第三条"),
            (&["Article 2.", "7."], "(4)", "Article 2.7(4)"),
            (&["Article 1."], "(3)", "Article 1(3)"),
            (&["Article 1"], "(3)", "Article 1(3)"),
            (&["Article 1."], "3.", "Article 1.3"),
            (&["Article 1"], "3.", "Article 1(3)"),
            (&["Artículo 1"], "3)", "Artículo 1(3)"),
            (&["Article 1"], "a", "Article 1(a)"),
            (&["Article 1"], "iv.", "Article 1(iv)"),
            (&["Article 3a"], "2 bis.", "Article 3a(2 bis)"),
            (&["Article 3 bis"], "1.", "Article 3 bis(1)"),
            (&["المادة ١"], "٢.", "المادة ١(٢)"),
            (&["1"], "2.", "1(2)"),
            (&["Article 1"], "①", "Article 1 ①"),
            (&["Article 1"], "First", "Article 1 First"),
            (&["Article I"], "3.", "Article I 3"),
            (&["Chapter 1", "2"], "", "Chapter 1 2"),
            (&["Part 1.", "2.", "3."], "(4)", "Part 1.2.3(4)"),
            (&["Part I", "Article 3"], "2.", "Part I Article 3(2)"),
            (&["Título I.", "Artículo 3."], "", "Título I Artículo 3"),
            (&["", "Artículo 3."], "2.", "Artículo 3.2"),
            (&[], "1.a", "1.a"),
            (&["Article 1:"], "(1)", "Article 1(1)"),
            (&["المادة 1:"], "(2)", "المادة 1(2)"),
            (&["第1条："], "二、", "第1条 二"),
            (&["第1条"], "2.", "第1条 2"),
        ] {
            assert_eq!(full_number(divisions, clause), full);
        }
    }
}
