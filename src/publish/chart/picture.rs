//! The elements of an SVG picture, written as text.

use super::layout::{LINE, SIZE};

/// Attributes of bold text.
pub(super) const BOLD: &str = " font-weight=\"700\"";
/// Attributes of text in the muted colour.
pub(super) const MUTED: &str = " fill=\"#595959\"";
/// Attributes of text that is centred at its position.
pub(super) const CENTRED: &str = " text-anchor=\"middle\"";

/// The elements drawn so far.
#[derive(Default)]
pub(super) struct Picture(pub(super) String);

impl Picture {
    /// Adds a line of text. `look` is a string of attributes.
    pub(super) fn text(&mut self, [x, y]: [usize; 2], size: usize, look: &str, text: &str) {
        self.0.push_str("<text");
        self.numbers([("x", x), ("y", y), ("font-size", size)]);
        self.0.extend([look, ">"]);
        push_escaped(&mut self.0, text);
        self.0.push_str("</text>\n");
    }

    /// Adds lines that rise from a position to the right, the last line nearest to it.
    pub(super) fn slanted(&mut self, [x, y]: [usize; 2], look: &str, lines: &[String]) {
        let [x, y] = [x + SIZE / 3, y].map(|at| at.to_string());
        self.0
            .extend(["<g transform=\"translate(", &x, " ", &y, ") rotate(-45)\">"]);
        for (nth, line) in lines.iter().rev().enumerate() {
            self.0
                .extend(["<text y=\"-", &(nth * LINE).to_string(), "\""]);
            self.numbers([("font-size", SIZE)]);
            self.0.extend([look, ">"]);
            push_escaped(&mut self.0, line);
            self.0.push_str("</text>");
        }
        self.0.push_str("</g>\n");
    }

    /// Adds the background of a cell.
    pub(super) fn tinted(&mut self, [x, y]: [usize; 2], [width, height]: [usize; 2], colour: &str) {
        self.0.push_str("<rect");
        self.numbers([
            ("x", x + 1),
            ("y", y + 2),
            ("width", width - 2),
            ("height", height - 3),
        ]);
        self.0.extend([" fill=\"", colour, "\"/>"]);
    }

    /// Adds a horizontal line.
    pub(super) fn line(&mut self, [x, y]: [usize; 2], to: usize, colour: &str) {
        self.0.push_str("<rect");
        self.numbers([("x", x), ("y", y), ("width", to - x), ("height", 1)]);
        self.0.extend([" fill=\"", colour, "\"/>\n"]);
    }

    fn numbers<const N: usize>(&mut self, numbers: [(&str, usize); N]) {
        for (name, number) in numbers {
            self.0.extend([" ", name, "=\"", &number.to_string(), "\""]);
        }
    }
}

/// Appends text for an element or an attribute. A character that XML cannot contain becomes U+FFFD.
pub(super) fn push_escaped(to: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '\t' | '\n' | '\r' => to.push(' '),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => to.push('\u{fffd}'),
            _ => to.push(c),
        }
    }
}
