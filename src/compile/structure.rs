//! The rooms of a plan: which heading is an article, which paragraph a clause.
//!
//! ```ebnf
//! plan    = "# " title, [ date ], { preamble }, article, { article } ;
//! article = "## " number heading, { clause | section } ;
//! section = "### " number heading, clause, { clause } ;
//! clause  = number text ;                     (* one paragraph *)
//! ```
//!
//! The form of each number stands in `plan.toml` (`numbering`). Sections and clauses are counted from
//! one in each article or section.

use super::blocks::{self, Block};
use super::diagnostic::{Place, Reporter};
use super::manifest::LanguageFile;
use super::numbering::{Label, Pattern};
use super::{Placed, Source};
use plan::{ById, CLAUSE_STEM, ClauseId, DivisionId, EId, LEVELS};

/// A plan's text in one language, its rooms known.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) title: Option<Placed>,
    /// The date the copy carries, as it stands there; may be empty.
    pub(super) published: String,
    pub(super) preamble: Vec<Placed>,
    pub(super) divisions: ById<DivisionId, DivisionDraft>,
    pub(super) clauses: ById<ClauseId, ClauseDraft>,
}

/// An article or section.
#[derive(Debug)]
pub(super) struct DivisionDraft {
    pub(super) eid: EId,
    pub(super) parent: Option<DivisionId>,
    pub(super) number: String,
    pub(super) heading: String,
    pub(super) place: Place,
}

/// A clause.
#[derive(Debug)]
pub(super) struct ClauseDraft {
    pub(super) eid: EId,
    pub(super) division: DivisionId,
    pub(super) number: String,
    pub(super) text: String,
    pub(super) place: Place,
}

impl Document {
    /// Every piece of text with its key: `title`, `preamble_1`, or the eId of a division or clause.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (String, &str, &Place)> {
        let title = self
            .title
            .iter()
            .map(|(text, place)| ("title".to_owned(), text.as_str(), place));
        let preamble = self.preamble.iter().enumerate();
        let preamble = preamble
            .map(|(nth, (text, place))| (format!("preamble_{}", nth + 1), text.as_str(), place));
        let divisions = self
            .divisions
            .iter()
            .map(|d| (d.eid.to_string(), d.heading.as_str(), &d.place));
        let clauses = self
            .clauses
            .iter()
            .map(|c| (c.eid.to_string(), c.text.as_str(), &c.place));
        title.chain(preamble).chain(divisions).chain(clauses)
    }

    /// The number of every division and clause, by its eId.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (String, &str)> {
        let divisions = self
            .divisions
            .iter()
            .map(|d| (d.eid.to_string(), d.number.as_str()));
        let clauses = self
            .clauses
            .iter()
            .map(|c| (c.eid.to_string(), c.number.as_str()));
        divisions.chain(clauses)
    }
}

/// Reads the text of a language. None if its file is missing or holds no plan at all.
pub(super) fn read(
    source: &Source,
    language: &LanguageFile,
    reporter: &mut Reporter<'_>,
) -> Option<Document> {
    let (file, named_at) = &language.file;
    let Some(blocks) = blocks::read(source, file, reporter) else {
        reporter.report(
            named_at,
            format!("expected a file {file}, found none"),
            "add the file or mend its name",
        );
        return None;
    };
    let mut builder = Builder {
        numbering: &language.numbering,
        document: Document::default(),
        article: None,
        section: None,
        counts: [0; 4],
        is_unsure: false,
    };
    for block in &blocks {
        builder.add(block, reporter);
    }
    builder.check_divisions(reporter);
    let start = Place::new(file, 0..0);
    if builder.document.title.is_none() {
        reporter.report(
            &start,
            "expected a title (`# …`), found none",
            "write it on the first line",
        );
    }
    if builder.document.divisions.is_empty() {
        reporter.report(
            &start,
            "expected an article (`## …`), found none",
            "see content/plan.zh.md for an example",
        );
    }
    Some(builder.document)
}

/// What a number is of, in the order of the patterns in `plan.toml`.
#[derive(Clone, Copy)]
enum Level {
    Article,
    Section,
    ClauseInArticle,
    Clause,
}

struct Builder<'a> {
    numbering: &'a [Pattern; 4],
    document: Document,
    /// The open article and section.
    article: Option<DivisionId>,
    section: Option<DivisionId>,
    /// The last number read at each level.
    counts: [usize; 4],
    /// Whether a number may be missing before the next one, which has been reported.
    is_unsure: bool,
}

impl Builder<'_> {
    fn add(&mut self, block: &Block, reporter: &mut Reporter<'_>) {
        match (block.level, self.article) {
            (Some(1), None) if self.document.title.is_none() => {
                self.document.title = Some((block.text.clone(), block.place.clone()));
            }
            (Some(2), _) => self.add_article(block, reporter),
            (Some(3), Some(article)) => self.add_section(block, article, reporter),
            (Some(level), _) => {
                let message = format!(
                    "expected an article (`##`) or a section in an article (`###`), found a heading of level {level}"
                );
                reporter.report(
                    &block.place,
                    message,
                    "there is one title (`#`), and nothing below a section but clauses",
                );
            }
            (None, None) => self.add_front_matter(block, reporter),
            (None, Some(article)) => self.add_clause(block, article, reporter),
        }
    }

    fn add_front_matter(&mut self, block: &Block, reporter: &mut Reporter<'_>) {
        let is_date = block
            .text
            .chars()
            .all(|c| c.is_ascii_digit() || "-: ".contains(c));
        if is_date && self.document.published.is_empty() {
            let day = block.text.split(' ').next().unwrap_or_default();
            if !plan::is_date(day) {
                reporter.report(
                    &block.place,
                    format!("expected the date of the copy, a day that there is, found “{day}”"),
                    "write it in figures, such as 2021-12-07 or 2021-12-07 15:19",
                );
            }
            self.document.published.clone_from(&block.text);
        } else {
            self.document
                .preamble
                .push((block.text.clone(), block.place.clone()));
        }
    }

    fn add_article(&mut self, block: &Block, reporter: &mut Reporter<'_>) {
        if let Some((value, number, heading)) = self.number(block, Level::Article, reporter) {
            self.section = None;
            self.article = Some(self.push_division(
                EId(format!("{}_{value}", LEVELS[0].stem).into()),
                None,
                number,
                heading,
                block,
            ));
        }
    }

    fn add_section(&mut self, block: &Block, article: DivisionId, reporter: &mut Reporter<'_>) {
        if let Some((value, number, heading)) = self.number(block, Level::Section, reporter) {
            let eid = EId(format!(
                "{}__{}_{value}",
                self.document.divisions[article].eid, LEVELS[1].stem
            )
            .into());
            self.section = Some(self.push_division(eid, Some(article), number, heading, block));
        }
    }

    fn add_clause(&mut self, block: &Block, article: DivisionId, reporter: &mut Reporter<'_>) {
        let (division, level) = match self.section {
            Some(section) => (section, Level::Clause),
            None => (article, Level::ClauseInArticle),
        };
        let Some((value, number, text)) = self.number(block, level, reporter) else {
            return;
        };
        let article_number = &self.document.divisions[article].number;
        let section_number = self
            .section
            .map_or("", |section| &self.document.divisions[section].number);
        let full_number = full_number(article_number, section_number, &number);
        self.document.clauses.push(ClauseDraft {
            eid: EId(format!(
                "{}__{CLAUSE_STEM}_{value}",
                self.document.divisions[division].eid
            )
            .into()),
            division,
            number: full_number,
            text,
            place: block.place.clone(),
        });
    }

    fn push_division(
        &mut self,
        eid: EId,
        parent: Option<DivisionId>,
        number: String,
        heading: String,
        block: &Block,
    ) -> DivisionId {
        self.document.divisions.push(DivisionDraft {
            eid,
            parent,
            number,
            heading,
            place: block.place.clone(),
        })
    }

    /// The number at the start of a block, as value and as printed, and the text after it. Reports
    /// what is wrong with it, and goes on counting from whatever number it found.
    fn number(
        &mut self,
        block: &Block,
        level: Level,
        reporter: &mut Reporter<'_>,
    ) -> Option<(usize, String, String)> {
        let nth = level as usize;
        let pattern = &self.numbering[nth];
        let expected = self.counts[nth] + 1;
        let (what, wanted) = (level.name(), pattern.print(expected));
        let (value, printed, rest) = match pattern.read(&block.text) {
            Label::Number {
                value,
                printed,
                rest,
            } => (value, printed.to_owned(), rest.to_owned()),
            Label::UnknownNumeral { found, rest } => {
                let message = format!(
                    "expected the number {wanted} of {what}, found “{found}”, which is no numeral"
                );
                reporter.report(
                    &block.place,
                    message,
                    "write the number as the pattern in plan.toml does, from 1 to 99",
                );
                (expected, wanted.clone(), rest.to_owned())
            }
            Label::None => {
                let start: String = block.text.chars().take(12).collect();
                let message = format!("expected the number {wanted} of {what}, found “{start}…”");
                reporter.report(
                    &block.place,
                    message,
                    format!("start it with {wanted}, or join it to the paragraph before"),
                );
                self.is_unsure = true;
                return None;
            }
        };
        if value < expected {
            let message = format!(
                "expected the number {wanted} of {what}, found {printed}, which there is already"
            );
            reporter.report(
                &block.place,
                message,
                format!("number it {wanted}, or remove it if it stands twice"),
            );
        } else if value > expected + usize::from(self.is_unsure) {
            let message = format!("expected the number {wanted} of {what}, found {printed}: a gap");
            reporter.report(
                &block.place,
                message,
                format!("number it {wanted}, or restore what is missing before it"),
            );
        }
        self.is_unsure = false;
        self.counts[nth] = value;
        self.counts[nth + 1..].fill(0);
        if rest.is_empty() {
            let message =
                format!("expected a text after the number {printed} of {what}, found none");
            reporter.report(
                &block.place,
                message,
                "write the text on the same line, or remove the number",
            );
            return None;
        }
        Some((value, printed, rest))
    }

    /// Reports each division that ends without a clause in it.
    fn check_divisions(&self, reporter: &mut Reporter<'_>) {
        let Document {
            divisions, clauses, ..
        } = &self.document;
        for (id, division) in divisions.enumerated() {
            let has_clause = clauses.iter().any(|clause| clause.division == id);
            let has_section = divisions.iter().any(|section| section.parent == Some(id));
            if !has_clause && !has_section {
                let message = format!(
                    "expected a clause in “{} {}”, found none",
                    division.number, division.heading
                );
                reporter.report(
                    &division.place,
                    message,
                    "add its clauses, or remove the heading",
                );
            }
        }
    }
}

/// The number of a clause with those of its divisions: `第二条 七、(四)`, `Article 2.7(4)`.
fn full_number(article: &str, section: &str, clause: &str) -> String {
    // 、 divides a number from what follows; at the end of a number it divides nothing.
    let clause = clause.trim_end_matches('、');
    match (article.strip_suffix('.'), section.strip_suffix('.')) {
        (Some(article), Some(section)) => format!("{article}.{section}{clause}"),
        (Some(article), None) => format!("{article}{section}{clause}"),
        (None, _) => format!("{article} {section}{clause}"),
    }
}

impl Level {
    fn name(self) -> &'static str {
        match self {
            Self::Article => "an article",
            Self::Section => "a section",
            Self::ClauseInArticle | Self::Clause => "a clause",
        }
    }
}
