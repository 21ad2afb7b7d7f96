//! The number of a clause with the numbers of its divisions: `第二条 七、(四)`, `Article 2.7(4)`.

/// Joins the numbers of the divisions, outermost first, and that of the clause. Empty ones are left
/// out.
pub(crate) fn full_number(divisions: &[&str], clause: &str) -> String {
    let mut full = String::new();
    let mut ended_with_dot = false;
    let parts = divisions.iter().chain([&clause]);
    for (nth, part) in parts.filter(|part| !part.is_empty()).enumerate() {
        if nth > 0 {
            // A colon separates a number from its heading, and nothing from the next number.
            full.truncate(full.trim_end_matches([':', '：']).len());
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
    let is_digit = starts_with(|c| c.is_numeric() && c < '\u{2460}');
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
            (&["Article 1"], "3.", "Article 1 3"),
            (&["Part 1.", "2.", "3."], "(4)", "Part 1.2.3(4)"),
            (&["Part I", "Article 3"], "2.", "Part I Article 3 2"),
            (&["Título I.", "Artículo 3."], "", "Título I Artículo 3"),
            (&["", "Artículo 3."], "2.", "Artículo 3.2"),
            (&[], "1.a", "1.a"),
            (&["Article 1:"], "(1)", "Article 1(1)"),
            (&["المادة 1:"], "(2)", "المادة 1(2)"),
            (&["第1条："], "二、", "第1条 二"),
        ] {
            assert_eq!(full_number(divisions, clause), full);
        }
    }
}
