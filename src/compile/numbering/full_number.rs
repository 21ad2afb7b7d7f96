//! The number of a clause with the numbers of its divisions: `第二条 七、(四)`, `Article 2.7(4)`.

/// Joins the numbers of the divisions, outermost first, and that of the clause.
pub(crate) fn full_number(divisions: &[&str], clause: &str) -> String {
    // 、 separates a number from the text after it. At the end of a number it separates nothing.
    let clause = clause.trim_end_matches('、');
    let Some((outermost, inner)) = divisions.split_first() else {
        return clause.to_owned();
    };
    let Some(outermost) = outermost.strip_suffix('.') else {
        return format!("{outermost} {}{clause}", inner.concat());
    };
    let mut full = outermost.to_owned();
    for number in inner {
        match number.strip_suffix('.') {
            Some(number) => full.extend([".", number]),
            None => full.push_str(number),
        }
    }
    full + clause
}

#[cfg(test)]
mod tests {
    use super::full_number;

    #[test]
    fn joins_numbers_in_the_style_of_the_text() {
        for (divisions, clause, full) in [
            (&["第二条", "七、"][..], "(四)", "第二条 七、(四)"),
            (&["第一条"], "三、", "第一条 三"),
            (&["Article 2.", "7."], "(4)", "Article 2.7(4)"),
            (&["Article 1."], "(3)", "Article 1(3)"),
            (&["Part 1.", "2.", "3."], "(4)", "Part 1.2.3(4)"),
        ] {
            assert_eq!(full_number(divisions, clause), full);
        }
    }
}
