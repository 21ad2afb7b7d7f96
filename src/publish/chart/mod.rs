//! The overview as an image for an article: an SVG that needs no other file.
//!
//! Absent on purpose: scripts, style sheets and requests, because the article's page may forbid
//! them; a size in pixels, because the image is as wide as its column; and dark colours, because an
//! image may be printed.

mod layout;
mod measure;
mod picture;

use plan::interface::{Interface, fill};
use plan::{Facet, InLanguage, Plan};
use query::Crossed;

use layout::{FOOT_SIZE, LINE, Layout, MARGIN, SIZE, TITLE_SIZE};
use measure::{bold, wrap};
use picture::{BOLD, CENTRED, MUTED, Picture, push_escaped};

/// Draws the overview with these counts, in the language of the interface. `narrowed` describes
/// the active filters; it is empty without filters. Returns `None` if the plan has no overview.
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

/// Backgrounds of cells, from no clause to the largest count. Dark digits have a contrast of at
/// least 8:1 on the darkest.
const TINTS: [&str; 6] = [
    "#f6f7f7", "#e2eef2", "#c8dfe7", "#add0dc", "#91c0d1", "#73aec4",
];

impl Chart<'_> {
    fn draw(&self, narrowed: &str) -> String {
        let layout = Layout::new(
            self.labels(self.rows),
            self.labels(self.columns),
            &self.interface.total,
        );
        let mut picture = Picture::default();
        let y = self.draw_heading(&mut picture, &layout, narrowed);
        let y = draw_column_labels(&mut picture, &layout, y);
        let y = self.draw_rows(&mut picture, &layout, y);
        let y = self.draw_totals(&mut picture, &layout, y);
        let y = self.draw_foot(&mut picture, &layout, y);
        self.framed(&picture, [layout.page, y + MARGIN], narrowed)
    }

    /// Draws title, name and filters, and returns the position below them.
    fn draw_heading(&self, picture: &mut Picture, layout: &Layout, narrowed: &str) -> usize {
        let mut y = MARGIN;
        let title = self.plan.title.nearest(&self.interface.tag).text;
        for (text, size, look) in [
            (title, TITLE_SIZE, BOLD),
            (&self.name(), SIZE + 2, ""),
            (narrowed, SIZE + 2, ""),
        ] {
            for line in wrap(text, bold(size), layout.text_width()) {
                y += size * 13 / 10;
                picture.text([MARGIN, y], size, look, &line);
            }
            y += 8;
        }
        y
    }

    fn draw_rows(&self, picture: &mut Picture, layout: &Layout, mut y: usize) -> usize {
        let Crossed { cells, rows, .. } = self.crossed;
        let all = cells.iter().flat_map(|row| row.iter());
        let most = all.copied().max().unwrap_or(0);
        let counted = cells.iter().zip(rows);
        for (label, (counts, &sum)) in layout.rows.iter().zip(counted) {
            picture.line([MARGIN, y], layout.right, "#d9d9d9");
            let start = y + (layout.cell[1] - label.len() * LINE) / 2 + SIZE;
            for (nth, line) in label.iter().enumerate() {
                picture.text([MARGIN, start + nth * LINE], SIZE, "", line);
            }
            for (nth, &count) in counts.iter().enumerate() {
                let corner = [layout.column(nth), y];
                picture.tinted(corner, layout.cell, tint(count, most));
                let look = if count == 0 { MUTED } else { "" };
                self.count(picture, corner, layout.cell, count, look);
            }
            self.count(picture, [layout.totals(), y], layout.cell, sum, BOLD);
            y += layout.cell[1];
        }
        y
    }

    fn draw_totals(&self, picture: &mut Picture, layout: &Layout, y: usize) -> usize {
        picture.line([MARGIN, y], layout.right, "#1a1a1a");
        let middle = y + (layout.cell[1] - LINE) / 2 + SIZE;
        picture.text([MARGIN, middle], SIZE, BOLD, &layout.total);
        for (nth, &sum) in self.crossed.columns.iter().enumerate() {
            self.count(picture, [layout.column(nth), y], layout.cell, sum, BOLD);
        }
        let total = self.crossed.total;
        self.count(picture, [layout.totals(), y], layout.cell, total, BOLD);
        y + layout.cell[1] + LINE
    }

    fn draw_foot(&self, picture: &mut Picture, layout: &Layout, mut y: usize) -> usize {
        for text in self.foot() {
            for line in wrap(&text, FOOT_SIZE, layout.text_width()) {
                y += FOOT_SIZE * 14 / 10;
                picture.text([MARGIN, y], FOOT_SIZE, MUTED, &line);
            }
        }
        y
    }

    /// Wraps the picture in its root element, with its name and a description for screen readers.
    fn framed(&self, picture: &Picture, [width, height]: [usize; 2], narrowed: &str) -> String {
        let InLanguage { tag, text: title } = self.plan.title.nearest(&self.interface.tag);
        let language = self.plan.language(tag);
        let [width, height] = [width, height].map(|length| length.to_string());
        let mut svg = String::from(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"100%\" viewBox=\"0 0 ",
        );
        svg.extend([&width, " ", &height, "\" xml:lang=\""]);
        push_escaped(&mut svg, language.map_or(tag, |language| &language.html));
        // The system fonts of each platform, with Chinese fonts.
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

    fn labels<'a>(&'a self, facet: &'a Facet) -> impl Iterator<Item = &'a str> {
        let values = facet.values.iter();
        values.map(|value| value.label.nearest(&self.interface.tag).text)
    }

    /// Returns the names of the two facets, and the number of counted clauses.
    fn name(&self) -> String {
        let words = self.interface;
        let [rows, columns] = [self.rows, self.columns].map(|facet| facet.name(&words.tag));
        let all = self.plan.clauses.len();
        let [count, total] = [self.crossed.total, all].map(|number| words.number(number));
        let counted = fill(
            words.plural(&words.status, all),
            &[("count", &count), ("total", &total)],
        );
        let name = fill(&words.overview, &[("rows", &rows), ("columns", &columns)]);
        [&name, " · ", &counted].concat()
    }

    fn carried(&self, name: &str, count: usize) -> String {
        let words = self.interface;
        let number = words.number(count);
        let values = [("name", name), ("count", &*number)];
        fill(words.plural(&words.carried, count), &values)
    }

    /// Returns the lines of the footer: how to read the numbers, a note if the source breaks off,
    /// then the source and its address.
    fn foot(&self) -> Vec<String> {
        let (words, source) = (self.interface, &self.plan.source);
        let mut foot = vec![words.overview_note.to_string()];
        if let Some(last) = self.plan.truncated() {
            let number = last.number.nearest(&words.tag).text;
            foot.push(fill(&words.ends_in, &[("number", number)]));
        }
        foot.push(source.line(words));
        if !source.url.is_empty() {
            foot.push(source.url.to_string());
        }
        foot
    }

    /// Draws a number in the middle of a cell.
    fn count(
        &self,
        picture: &mut Picture,
        [x, y]: [usize; 2],
        [width, height]: [usize; 2],
        count: usize,
        look: &str,
    ) {
        let middle = [x + width / 2, y + height / 2 + SIZE * 4 / 10];
        let look = [CENTRED, look].concat();
        picture.text(middle, SIZE, &look, &self.interface.number(count));
    }
}

fn draw_column_labels(picture: &mut Picture, layout: &Layout, y: usize) -> usize {
    let y = y + layout.slant + LINE;
    let half = layout.cell[0] / 2;
    for (nth, label) in layout.columns.iter().enumerate() {
        picture.slanted([layout.column(nth) + half, y], "", label);
    }
    let total = std::slice::from_ref(&layout.total);
    picture.slanted([layout.right - half, y], BOLD, total);
    y + 10
}

fn tint(count: usize, most: usize) -> &'static str {
    let darkest = TINTS.len() - 1;
    TINTS[(count * darkest).div_ceil(most.max(1)).min(darkest)]
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
        let overview = plan.overview.expect("the plan has an overview");
        Index::new(plan.clone()).cross(&View::default(), overview)
    }

    /// Returns the content of every text element.
    fn texts(svg: &str) -> Vec<&str> {
        let ends = svg.split("</text>");
        ends.filter_map(|end| end.rsplit('>').next()).collect()
    }

    #[test]
    fn shows_every_label_and_count() {
        let Content { plan, interfaces } = content();
        let crossed = crossed(&plan);
        for interface in &interfaces {
            let svg = overview(&plan, &crossed, interface, "").expect("the plan has an overview");
            let texts = texts(&svg);
            let all = texts.join(" ");
            for facet in plan.facets.iter().take(2) {
                for value in &facet.values {
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
                &interface.overview_note,
                &plan.source.url,
                &plan.source.publisher,
            ] {
                // Long lines are broken, Chinese ones anywhere.
                let without_spaces = |text: &str| text.replace(' ', "");
                assert!(
                    without_spaces(&all).contains(&without_spaces(part)),
                    "{part} in {all}"
                );
            }
            assert!(!all.contains('{'), "{all}");
        }
    }

    #[test]
    fn escapes_text_and_fetches_nothing() {
        let Content {
            mut plan,
            interfaces,
        } = content();
        let crossed = crossed(&plan);
        plan.title.0[0].text = "<script>&\"'\u{0}\u{ffff}]]></title>".into();
        let narrowed = "“<b>” & \u{202e}";
        let chinese = interfaces.iter().find(|words| words.tag == "zh");
        let svg = overview(
            &plan,
            &crossed,
            chinese.expect("the interface is in Chinese"),
            narrowed,
        );
        let svg = svg.expect("the plan has an overview");
        assert!(svg.contains(
            "<title>&lt;script&gt;&amp;&quot;'\u{fffd}\u{fffd}]]&gt;&lt;/title&gt;</title>"
        ));
        assert!(svg.contains("“&lt;b&gt;” &amp; \u{202e}</text>"));
        for word in ["<script", "<style", "href", "url(", "<b>", "\u{0}"] {
            assert!(!svg.contains(word), "{word}");
        }
    }

    #[test]
    fn returns_none_for_a_plan_without_an_overview() {
        let Content {
            mut plan,
            interfaces,
        } = content();
        let crossed = crossed(&plan);
        plan.overview = None;
        assert_eq!(overview(&plan, &crossed, &interfaces[0], ""), None);
    }

    #[test]
    fn tints_range_from_zero_to_the_largest_count() {
        let tints = [0, 1, 5, 10].map(|count| tint(count, 10));
        assert_eq!(tints, [TINTS[0], TINTS[1], TINTS[3], TINTS[5]]);
        assert_eq!(tint(0, 0), TINTS[0]);
    }
}
