//! `plan.toml`.

use super::content::{Content, text_file};
use crate::fit::{Counting, Level, Spot};

/// `plan.toml`, and the lines of it that doubts are about.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    pub(super) text: String,
    lines: usize,
    spots: Vec<(Spot, usize)>,
}

impl Manifest {
    pub(super) fn new(content: &Content) -> Self {
        let mut manifest = Self::default();
        manifest.write(content);
        manifest
    }

    /// Returns the line of a spot, from 1.
    pub(super) fn line_of(&self, spot: Spot) -> usize {
        let mut spots = self.spots.iter();
        spots
            .find(|(known, _)| *known == spot)
            .map_or(1, |(_, line)| *line)
    }

    fn write(&mut self, content: &Content) {
        self.line("# Facts about the plan that its text does not state. The text is in a file of its own.");
        self.line("");
        self.line(
            "# A short name for files and addresses, of the letters a to z, digits and hyphens.",
        );
        self.line(&format!("id = {}", quoted(&content.id)));
        self.line("");
        self.line("# The ways to filter, in the order they are shown. Each is a file in facets/.");
        let facets = content.has_facet().then(|| quoted(content.facet_id()));
        self.line(&format!("facets = [{}]", facets.unwrap_or_default()));
        let tag = &content.language.tag;
        if !content.fitted.levels.is_empty() {
            self.line("");
            self.line("# The levels of headings, outermost first. The stems begin the eIds.");
        }
        for (nth, level) in content.fitted.levels.iter().enumerate() {
            if nth > 0 {
                self.line("");
            }
            self.level(nth, level, tag);
        }
        self.clause(content);
        self.item(content);
        self.language(content);
        self.line("");
        self.line("# The copy that the text was taken from; `url` is a link to it for readers.");
        self.line("[source]");
        self.mark(Spot::Publisher);
        self.line(&format!("publisher = {}", quoted(&content.publisher)));
        if let Some(url) = &content.url {
            self.line(&format!("url = {}", quoted(url)));
        }
    }

    fn level(&mut self, nth: usize, level: &Level, tag: &str) {
        self.line("[[level]]");
        self.mark(Spot::Level(nth));
        self.line(&format!("stem = {}", quoted(&level.stem)));
        if let Some(name) = &level.name {
            self.line(&format!("name = {{ {} = {} }}", quoted(tag), quoted(name)));
        }
        self.counting(level.counting);
    }

    fn clause(&mut self, content: &Content) {
        let clauses = &content.fitted.clauses;
        if clauses.stem == plan::CLAUSE_STEM && clauses.counting == Counting::default() {
            return;
        }
        self.line("");
        self.line("[clause]");
        self.line(&format!("stem = {}", quoted(&clauses.stem)));
        self.counting(clauses.counting);
    }

    fn item(&mut self, content: &Content) {
        let items = &content.fitted.items;
        if items.patterns.is_empty() {
            return;
        }
        self.line("");
        self.line("# Numbered parts of clauses: the first number on each depth.");
        self.line("[item]");
        let depths: Vec<String> = items.patterns.iter().map(|one| list(one)).collect();
        self.line(&format!("numbering = [{}]", depths.join(", ")));
        self.counting(Counting {
            has_gaps: items.has_gaps,
            ..Counting::default()
        });
    }

    fn counting(&mut self, counting: Counting) {
        if counting.runs_through {
            self.line("runs-through = true");
        }
        if counting.has_gaps {
            self.line("gaps = true");
        }
    }

    fn language(&mut self, content: &Content) {
        let language = &content.language;
        self.line("");
        self.line("[[language]]");
        self.mark(Spot::Language);
        self.line(&format!("tag = {}", quoted(&language.tag)));
        self.line(&format!("html = {}", quoted(&language.html)));
        self.line(&format!("name = {}", quoted(&language.name)));
        self.line("status = \"authoritative\"");
        self.line(&format!("text = {}", quoted(&text_file(language))));
        self.line("# The first number of each level of headings, then that of the clauses; \"\" is no number.");
        self.mark(Spot::Numbering);
        self.line(&format!("numbering = [{}]", numbering(content)));
    }

    /// Makes the next line that of a spot.
    fn mark(&mut self, spot: Spot) {
        self.spots.push((spot, self.lines + 1));
    }

    fn line(&mut self, line: &str) {
        self.text.extend([line, "\n"]);
        self.lines += 1;
    }
}

/// Returns a text as a string of TOML.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '\\' | '"' => quoted.extend(['\\', c]),
            _ if c.is_control() => {
                let code = format!("\\u{:04X}", u32::from(c));
                quoted.push_str(&code);
            }
            _ => quoted.push(c),
        }
    }
    quoted + "\""
}

/// Returns the entries of `numbering`: one for all clauses if they have the same numbers on each
/// level. A document without headings has the two usual levels.
fn numbering(content: &Content) -> String {
    let fitted = &content.fitted;
    let levels = fitted.levels.iter().map(|level| list(&level.patterns));
    let mut entries: Vec<String> = levels.collect();
    if entries.is_empty() {
        entries = vec![list(&[]), list(&[])];
    }
    let clauses = &fitted.clauses.patterns;
    let are_alike = clauses.windows(2).all(|pair| pair[0] == pair[1]);
    let count = if are_alike { 1 } else { clauses.len() };
    entries.extend(clauses.iter().take(count).map(|one| list(one)));
    entries.join(", ")
}

fn list(patterns: &[String]) -> String {
    let quoted: Vec<String> = patterns.iter().map(|one| quoted(one)).collect();
    match &quoted[..] {
        [] => quoted_empty(),
        [one] => one.clone(),
        all => format!("[{}]", all.join(", ")),
    }
}

fn quoted_empty() -> String {
    quoted("")
}
