//! Text as Markdown that has no markup.

/// Returns a paragraph whose characters are escaped but for the first ones.
pub(super) fn paragraph(escaped: String) -> String {
    let begins_as_markup = escaped.starts_with(['#', '+', '-', '=', '>', '~', ':', '|']);
    let escaped = if begins_as_markup {
        format!("\\{escaped}")
    } else {
        escaped
    };
    // A numeral with a mark begins a list.
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let after = escaped[digits..].strip_prefix(['.', ')']);
    let is_list =
        digits > 0 && after.is_some_and(|after| after.is_empty() || after.starts_with(' '));
    if is_list {
        format!("{}\\{}", &escaped[..digits], &escaped[digits..])
    } else {
        escaped
    }
}

/// Returns the contents of a cell. A bar would end it; after a backslash, only its number is certain to
/// be a bar.
pub(super) fn cell(escaped: &str) -> String {
    let after_backslash = escaped.replace("\\|", "\\&#124;");
    after_backslash.replace('|', "\\|")
}

/// Returns the text of a heading. A mark at its end would be taken for the end of the heading.
pub(super) fn heading(text: &str) -> String {
    escaped(text).replace('#', "\\#")
}

pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<&".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_text_that_looks_like_markup() {
        for text in [
            "# 1",
            "+ x",
            "- x",
            "=",
            "> x",
            "1. x",
            "12) x",
            "1.",
            "1.1 x",
            "a *b* _c_ `d` [e](f) <g> &amp; \\h",
            "~~~",
            "---",
            "===",
            "| a |",
            "https://a.b/c_d",
            "![x](y)",
            "(1) x",
            "x #",
        ] {
            for (markdown, expected) in [
                (paragraph(escaped(text)), text),
                (format!("# {}", heading(text)), text),
            ] {
                let mut read = String::new();
                for event in pulldown_cmark::Parser::new(&markdown) {
                    match event {
                        pulldown_cmark::Event::Text(text) => read.push_str(&text),
                        pulldown_cmark::Event::Start(
                            pulldown_cmark::Tag::Paragraph | pulldown_cmark::Tag::Heading { .. },
                        )
                        | pulldown_cmark::Event::End(_) => {}
                        other => panic!("{other:?} in {markdown}"),
                    }
                }
                assert_eq!(read, expected, "{markdown}");
            }
        }
    }
}
