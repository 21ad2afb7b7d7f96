//! The overview as a picture for an article: an SVG that stands by itself.
//!
//! Absent on purpose: scripts, style sheets and whatever is fetched, since an article may allow none of them; a size in
//! pixels, since it is as wide as the column it stands in; and dark colours, since a picture is on paper too.
//! There is no font here to measure text by, so that its width is estimated, rather too wide than too narrow.

use plan::interface::{Interface, fill};
use plan::{Facet, InLanguage, Plan};
use query::Crossed;

/// The overview with these counts, in the language of the interface. `narrowed` says in words what narrows the plan
/// and is empty if nothing does. None where the plan has no overview.
#[must_use]
pub fn overview(
    plan: &Plan,
    crossed: &Crossed,
    interface: &Interface,
    narrowed: &str,
) -> Option<String> {
    let overview = plan.overview?;
    let chart = Chart {
        plan,
        crossed,
        interface,
        rows: &plan.facets[overview.rows],
        columns: &plan.facets[overview.columns],
    };
    Some(chart.draw(narrowed))
}

struct Chart<'a> {
    plan: &'a Plan,
    crossed: &'a Crossed,
    interface: &'a Interface,
    rows: &'a Facet,
    columns: &'a Facet,
}

/// Round the whole.
const MARGIN: usize = 40;
/// The size of most text, and from one of its lines to the next.
const SIZE: usize = 15;
const LINE: usize = 20;
const TITLE_SIZE: usize = 26;
const FOOT_SIZE: usize = 13;
/// The widest that the label of a row and of a column may be before it goes on in a further line.
const WIDEST_ROW: usize = 300;
const WIDEST_COLUMN: usize = 220;
/// Before the column of the totals.
const GAP: usize = 10;

const BOLD: &str = " font-weight=\"700\"";
const MUTED: &str = " fill=\"#595959\"";
const CENTRED: &str = " text-anchor=\"middle\"";

/// From no clause to the most. The darkest is light enough for dark figures (8:1).
const TINTS: [&str; 6] = [
    "#f6f7f7", "#e2eef2", "#c8dfe7", "#add0dc", "#91c0d1", "#73aec4",
];

impl Chart<'_> {
    fn draw(&self, narrowed: &str) -> String {
        let rows = self.labels(self.rows, WIDEST_ROW);
        let columns = self.labels(self.columns, WIDEST_COLUMN);
        let total = self.interface.total.to_string();
        let total_width = width(&total, bold(SIZE));
        // The labels of the columns slant by 45°: seven tenths of their width go up and as much to the right, and
        // the lines of one of them take fourteen tenths of their height.
        let cell = [
            (most_lines(&columns) * LINE * 14 / 10 + 10).max(54),
            (most_lines(&rows) * LINE + 18).max(42),
        ];
        let slant = (widest(&columns).max(total_width) + LINE) * 7 / 10;
        let left = MARGIN + widest(&rows).max(total_width) + 20;
        let right = left + cell[0] * (columns.len() + 1) + GAP;
        let ends = columns.iter().enumerate().map(|(nth, label)| {
            let label = widest(std::slice::from_ref(label)) + LINE;
            left + cell[0] * nth + cell[0] / 2 + label * 7 / 10
        });
        let total_end = right - cell[0] / 2 + (total_width + LINE) * 7 / 10;
        let page = ends.fold(total_end.max(right), usize::max) + MARGIN;

        let mut picture = Picture::default();
        let mut y = MARGIN;
        let head = [
            (
                self.plan.title.nearest(&self.interface.tag).text,
                TITLE_SIZE,
                BOLD,
            ),
            (&self.name(), SIZE + 2, ""),
            (narrowed, SIZE + 2, ""),
        ];
        for (text, size, look) in head {
            for line in wrap(text, bold(size), page - 2 * MARGIN) {
                y += size * 13 / 10;
                picture.text([MARGIN, y], size, look, &line);
            }
            y += 8;
        }
        y += slant + LINE;
        for (nth, label) in columns.iter().enumerate() {
            picture.slanted([left + cell[0] * nth + cell[0] / 2, y], "", label);
        }
        picture.slanted([right - cell[0] / 2, y], BOLD, std::slice::from_ref(&total));
        y += 10;
        let most = self
            .crossed
            .cells
            .iter()
            .flat_map(|row| row.iter())
            .copied()
            .max();
        let counted = self.crossed.cells.iter().zip(&self.crossed.rows);
        for (label, (counts, &sum)) in rows.iter().zip(counted) {
            picture.line([MARGIN, y], right, "#d9d9d9");
            let start = y + (cell[1] - label.len() * LINE) / 2 + SIZE;
            for (nth, line) in label.iter().enumerate() {
                picture.text([MARGIN, start + nth * LINE], SIZE, "", line);
            }
            for (nth, &count) in counts.iter().enumerate() {
                let place = [left + cell[0] * nth, y];
                picture.tinted(place, cell, tint(count, most.unwrap_or(0)));
                let look = if count == 0 { MUTED } else { "" };
                self.count(&mut picture, place, cell, count, look);
            }
            self.count(&mut picture, [right - cell[0], y], cell, sum, BOLD);
            y += cell[1];
        }
        picture.line([MARGIN, y], right, "#1a1a1a");
        let middle = y + (cell[1] - LINE) / 2 + SIZE;
        picture.text([MARGIN, middle], SIZE, BOLD, &total);
        for (nth, &sum) in self.crossed.columns.iter().enumerate() {
            let place = [left + cell[0] * nth, y];
            self.count(&mut picture, place, cell, sum, BOLD);
        }
        let place = [right - cell[0], y];
        self.count(&mut picture, place, cell, self.crossed.total, BOLD);
        y += cell[1] + LINE;
        for text in self.foot() {
            for line in wrap(&text, FOOT_SIZE, page - 2 * MARGIN) {
                y += FOOT_SIZE * 14 / 10;
                picture.text([MARGIN, y], FOOT_SIZE, MUTED, &line);
            }
        }
        self.framed(&picture, [page, y + MARGIN], narrowed)
    }

    /// The picture in its frame, with its name and what it says for those who cannot see it.
    fn framed(&self, picture: &Picture, [width, height]: [usize; 2], narrowed: &str) -> String {
        let InLanguage { tag, text: title } = self.plan.title.nearest(&self.interface.tag);
        let language = self.plan.language(tag);
        let [width, height] = [width, height].map(|length| length.to_string());
        let mut svg = String::from(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"100%\" viewBox=\"0 0 ",
        );
        svg.extend([&width, " ", &height, "\" xml:lang=\""]);
        push_escaped(&mut svg, language.map_or(tag, |language| &language.html));
        // Fonts of each system, for Chinese too.
        svg.push_str(
            "\" fill=\"#1a1a1a\" font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, \
             'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif\"><title>",
        );
        push_escaped(&mut svg, title);
        svg.push_str("</title><desc>");
        push_escaped(&mut svg, &self.name());
        svg.push('\n');
        push_escaped(&mut svg, narrowed);
        for (value, &count) in self.rows.values.iter().zip(&self.crossed.rows) {
            svg.push('\n');
            push_escaped(
                &mut svg,
                &self.carried(value.label.nearest(&self.interface.tag).text, count),
            );
        }
        svg.extend([
            "</desc><rect width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" fill=\"#fff\"/>\n",
            &picture.0,
            "</svg>\n",
        ]);
        svg
    }

    /// The labels of a facet's values, each in its lines.
    fn labels(&self, facet: &Facet, widest: usize) -> Vec<Vec<String>> {
        let labels = facet.values.iter().map(|value| &value.label);
        labels
            .map(|label| wrap(label.nearest(&self.interface.tag).text, SIZE, widest))
            .collect()
    }

    /// Which facets are crossed, and how many clauses are counted.
    fn name(&self) -> String {
        let words = self.interface;
        let [rows, columns] =
            [self.rows, self.columns].map(|facet| facet.label.nearest(&words.tag).text);
        let all = self.plan.clauses.len();
        let [count, total] = [self.crossed.total, all].map(|number| words.number(number));
        let counted = fill(
            words.plural(&words.status, all),
            &[("count", &count), ("total", &total)],
        );
        let name = fill(&words.overview, &[("rows", rows), ("columns", columns)]);
        [&name, " · ", &counted].concat()
    }

    fn carried(&self, name: &str, count: usize) -> String {
        let words = self.interface;
        let number = words.number(count);
        let values = [("name", name), ("count", &*number)];
        fill(words.plural(&words.carried, count), &values)
    }

    /// Where the text ends if the source breaks off, and where it was taken from.
    fn foot(&self) -> Vec<String> {
        let (words, source) = (self.interface, &self.plan.source);
        let mut foot = Vec::new();
        if let Some(last) = self.plan.truncated() {
            let number = last.number.nearest(&words.tag).text;
            foot.push(fill(&words.ends_in, &[("number", number)]));
        }
        let values = [
            ("publisher", &*source.publisher),
            ("published", &*source.published),
        ];
        foot.push(fill(&words.source, &values));
        foot.push(source.url.to_string());
        foot
    }

    fn count(
        &self,
        picture: &mut Picture,
        [x, y]: [usize; 2],
        [width, height]: [usize; 2],
        count: usize,
        look: &str,
    ) {
        let place = [x + width / 2, y + height / 2 + SIZE * 4 / 10];
        let look = [CENTRED, look].concat();
        picture.text(place, SIZE, &look, &self.interface.number(count));
    }
}

/// The elements drawn so far.
#[derive(Default)]
struct Picture(String);

impl Picture {
    fn text(&mut self, [x, y]: [usize; 2], size: usize, look: &str, text: &str) {
        self.0.push_str("<text");
        self.numbers([("x", x), ("y", y), ("font-size", size)]);
        self.0.extend([look, ">"]);
        push_escaped(&mut self.0, text);
        self.0.push_str("</text>\n");
    }

    /// Lines that rise from a place to the right, the last of them nearest to it.
    fn slanted(&mut self, [x, y]: [usize; 2], look: &str, lines: &[String]) {
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

    fn tinted(&mut self, [x, y]: [usize; 2], [width, height]: [usize; 2], colour: &str) {
        self.0.push_str("<rect");
        self.numbers([
            ("x", x + 1),
            ("y", y + 2),
            ("width", width - 2),
            ("height", height - 3),
        ]);
        self.0.extend([" fill=\"", colour, "\"/>"]);
    }

    fn line(&mut self, [x, y]: [usize; 2], to: usize, colour: &str) {
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

fn tint(count: usize, most: usize) -> &'static str {
    let darkest = TINTS.len() - 1;
    TINTS[(count * darkest).div_ceil(most.max(1)).min(darkest)]
}

fn most_lines(labels: &[Vec<String>]) -> usize {
    labels.iter().map(Vec::len).max().unwrap_or(0)
}

fn widest(labels: &[Vec<String>]) -> usize {
    let widths = labels.iter().flatten().map(|line| width(line, SIZE));
    widths.max().unwrap_or(0)
}

/// Text in lines that are not wider than that, broken at a space or between Chinese characters, or anywhere in
/// what has neither.
fn wrap(text: &str, size: usize, widest: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut chance = 0;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for c in text.chars() {
        let before = line.chars().next_back();
        if before.is_some_and(|before| may_break(before, c)) {
            chance = line.len();
        }
        line.push(c);
        if width(line.trim_end(), size) > widest && before.is_some() {
            let at = if chance > 0 {
                chance
            } else {
                line.len() - c.len_utf8()
            };
            let rest = line.split_off(at);
            lines.push(line.trim_end().to_owned());
            line = rest;
            chance = 0;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

fn may_break(before: char, after: char) -> bool {
    let ends = matches!(
        after,
        ' ' | ',' | '.' | ')' | '，' | '。' | '、' | '；' | '：' | '）' | '》' | '”' | '—'
    );
    let begins = matches!(before, '(' | '（' | '《' | '“' | '—');
    !ends && !begins && (before == ' ' || is_wide(before) || is_wide(after))
}

/// How wide a text is at most in a usual font.
fn width(text: &str, size: usize) -> usize {
    let thousandths = text.chars().map(|c| match c {
        c if is_wide(c) => 1000,
        'f' | 'i' | 'j' | 'l' | 'r' | 't' | 'I' | ' ' | '.' | ',' | ':' | ';' | '\'' | '!'
        | '(' | ')' | '-' | '/' | '|' => 420,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 1000,
        'A'..='Z' => 760,
        _ => 640,
    });
    (thousandths.sum::<usize>() * size).div_ceil(1000)
}

/// The size at which a text is as wide as a bold one.
fn bold(size: usize) -> usize {
    size * 9 / 8
}

/// Whether a character fills a square: Chinese ones with their punctuation, dashes, and all that is unknown here.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2014}' | '\u{2026}') || c >= '\u{2e80}'
}

/// Adds text for an element or an attribute. What XML cannot hold becomes the character for that.
fn push_escaped(to: &mut String, text: &str) {
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

#[cfg(test)]
mod tests {
    use plan::{Content, FacetId, Id};
    use query::{Index, View};

    use super::*;

    fn content() -> Content {
        fixture::content().clone()
    }

    fn crossed(plan: &Plan) -> Crossed {
        let overview = plan.overview.expect("there is an overview");
        Index::new(plan.clone()).cross(&View::default(), overview)
    }

    /// What stands between `>` and `</text>`.
    fn texts(svg: &str) -> Vec<&str> {
        let ends = svg.split("</text>");
        ends.filter_map(|end| end.rsplit('>').next()).collect()
    }

    #[test]
    fn every_label_and_count_is_in_the_picture() {
        let Content { plan, interfaces } = content();
        let crossed = crossed(&plan);
        for interface in &interfaces {
            let svg = overview(&plan, &crossed, interface, "").expect("there is an overview");
            let texts = texts(&svg);
            let all = texts.join(" ");
            for facet in plan.facets.iter().take(2) {
                for value in facet.values.iter() {
                    let label = value.label.nearest(&interface.tag).text;
                    assert!(all.contains(label), "{label} in {all}");
                }
            }
            let count = |text: &&&str| text.parse::<usize>().is_ok();
            let counts = texts.iter().filter(count).count();
            let [rows, columns] = [0, 1].map(|facet| plan.facets[FacetId::new(facet)].values.len());
            assert_eq!(counts, (rows + 1) * (columns + 1));
            for part in [
                plan.title.nearest(&interface.tag).text,
                &plan.source.url,
                &plan.source.publisher,
            ] {
                assert!(svg.contains(part), "{part}");
            }
            assert!(!all.contains('{'), "{all}");
        }
    }

    #[test]
    fn nothing_of_it_is_markup_or_fetched() {
        let Content {
            mut plan,
            interfaces,
        } = content();
        let crossed = crossed(&plan);
        plan.title.0[0].text = "<script>&\"'\u{0}\u{ffff}]]></title>".into();
        let narrowed = "“<b>” & \u{202e}";
        let chinese = interfaces.iter().find(|words| words.tag == "zh");
        let svg = overview(&plan, &crossed, chinese.expect("there is one"), narrowed);
        let svg = svg.expect("there is an overview");
        assert!(svg.contains(
            "<title>&lt;script&gt;&amp;&quot;'\u{fffd}\u{fffd}]]&gt;&lt;/title&gt;</title>"
        ));
        assert!(svg.contains("“&lt;b&gt;” &amp; \u{202e}</text>"));
        for word in ["<script", "<style", "href", "url(", "<b>", "\u{0}"] {
            assert!(!svg.contains(word), "{word}");
        }
    }

    #[test]
    fn lines_break_where_they_may_and_lose_nothing() {
        assert_eq!(wrap("", SIZE, 100), [""; 0]);
        assert_eq!(
            wrap("Energy and resources", SIZE, 100),
            ["Energy and", "resources"]
        );
        assert_eq!(wrap("能源资源，其他", SIZE, 62), ["能源资", "源，其他"]);
        let address = "https://example.org/".repeat(4);
        for (text, widest) in [
            (&*address, 100),
            ("一二三", 1),
            ("a b", 0),
            ("深化 cooperation", 40),
        ] {
            let lines = wrap(text, SIZE, widest);
            let squeezed = |text: &str| text.replace(' ', "");
            assert_eq!(squeezed(&lines.concat()), squeezed(text));
            let fits = |line: &String| width(line, SIZE) <= widest || line.chars().count() == 1;
            assert!(lines.iter().all(fits), "{lines:?}");
        }
    }

    #[test]
    fn a_plan_without_an_overview_has_no_picture() {
        let Content {
            mut plan,
            interfaces,
        } = content();
        let crossed = crossed(&plan);
        plan.overview = None;
        assert_eq!(overview(&plan, &crossed, &interfaces[0], ""), None);
    }

    #[test]
    fn tints_go_from_none_to_the_most() {
        let tints = [0, 1, 5, 10].map(|count| tint(count, 10));
        assert_eq!(tints, [TINTS[0], TINTS[1], TINTS[3], TINTS[5]]);
        assert_eq!(tint(0, 0), TINTS[0]);
    }
}
