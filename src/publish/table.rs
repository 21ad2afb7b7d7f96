//! Clauses as a table for spreadsheets, in the language of its reader.

use plan::interface::{Interface, fill};
use plan::{Clause, ClauseId, Id, Language, LevelId, Plan, Status};

use crate::record::{key, values};

/// How a table is written.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// The plan with the clauses.
    pub plan: &'a Plan,
    /// The tag of the language for numbers, names of divisions and labels.
    pub tag: &'a str,
    /// The words for the headers and for the status of the text.
    pub interface: &'a Interface,
    /// The address of the page with the clauses, without a fragment. If it is empty, the table has
    /// no addresses.
    pub page: &'a str,
}

/// Whether headers are keys, which are the same in every language. The engine has no code for
/// these.
const PROGRAMS: bool = true;
const READERS: bool = false;

impl Table<'_> {
    /// Returns the headers in the reader's language, then a row for each clause: eid, number, the
    /// division of each level, the text in each language, the keys and the labels of each facet's
    /// values, the author's own data, and the status of the text. A translation also has the number and the
    /// divisions of the original. The last column is the clause's address.
    #[must_use]
    pub fn rows(&self, clauses: &[ClauseId]) -> Vec<Vec<String>> {
        self.rows_for::<READERS>(clauses)
    }

    /// Returns the same rows with keys as headers.
    #[must_use]
    pub fn rows_for_programs(&self, clauses: &[ClauseId]) -> Vec<Vec<String>> {
        self.rows_for::<PROGRAMS>(clauses)
    }

    fn rows_for<const FOR: bool>(&self, clauses: &[ClauseId]) -> Vec<Vec<String>> {
        let clauses = clauses.iter().map(|&id| Some(id));
        let rows = std::iter::once(None).chain(clauses);
        rows.map(|id| self.row::<FOR>(id)).collect()
    }

    /// Returns the row of a clause, or else the headers.
    fn row<const FOR: bool>(&self, id: Option<ClauseId>) -> Vec<String> {
        let (plan, words) = (self.plan, self.interface);
        let mut row = Row::<FOR> {
            clause: id.map(|id| &plan.clauses[id]),
            cells: Vec::new(),
        };
        let is_own = |language: &&Language| language.tag == self.tag;
        let own = plan.languages.iter().find(is_own);
        let others = plan.languages.iter().filter(|language| !is_own(language));
        row.push(["eid"], "eid", &|clause| clause.eid.to_string());
        self.push_position(&mut row, self.tag, ["", "", ""]);
        for language in own.into_iter().chain(others) {
            row.push(
                ["text_", &language.tag],
                words.name_of(language),
                &|clause| {
                    let text = plan.quotable(clause).nearest(&language.tag).text.to_owned();
                    let tag = clause.text.nearest(&language.tag).tag;
                    let notes = id.map_or(&[][..], |id| plan.notes(id, tag)).iter();
                    notes.fold(text, |text, note| {
                        [&text, "\n[", &*note.mark, "] ", &*note.text].concat()
                    })
                },
            );
        }
        for (id, facet) in plan.facets.enumerated() {
            row.push([&*facet.id], &facet.id, &|clause| {
                values(facet, id, &clause.tags, key).join(";")
            });
            row.push(
                [&*facet.id, "_label"],
                facet.label.nearest(self.tag).text,
                &|clause| {
                    let labels = values(facet, id, &clause.tags, |value| {
                        value.label.nearest(self.tag).text
                    });
                    labels.join("; ")
                },
            );
        }
        for column in plan.columns.iter().flatten() {
            let value = || id.and_then(|id| column.value(id)).unwrap_or_default();
            let title = column.label.nearest(self.tag).text;
            row.push([&*column.id], title, &|_| value().to_owned());
        }
        if let Some(own) = own {
            row.push(["text_status"], &words.text_status, &|clause| {
                self.status(own, id, clause)
            });
        }
        match plan.languages.first() {
            Some(original) if !is_own(&original) => {
                let end = [" (", words.name_of(original), ")"].concat();
                self.push_position(&mut row, &original.tag, ["_", &original.tag, &end]);
            }
            _ => {}
        }
        if !plan.members.is_empty() {
            row.push(["source"], &self.source_header(), &|_| {
                let source = id.map(|id| plan.origin(id).source);
                let parts = source.map_or([""; 3], |it| [&*it.publisher, &it.published, &it.url]);
                let parts = parts.into_iter().filter(|part| !part.is_empty());
                parts.collect::<Vec<_>>().join(", ")
            });
        }
        if !self.page.is_empty() {
            row.push(["url"], &words.link, &|clause| {
                [self.page, "#", clause.eid.as_str()].concat()
            });
        }
        row.cells
    }

    /// Returns the status of a clause's text in the reader's language, in the plan that the clause is of. In a collection,
    /// this plan may lack the language, so that its original is shown.
    fn status(&self, own: &Language, id: Option<ClauseId>, clause: &Clause) -> String {
        let origin = id.map(|id| self.plan.origin(id));
        let shown = clause.text.nearest(&own.tag).tag;
        let found = |tag: &str| origin.and_then(|origin| origin.language(tag));
        let language = found(&own.tag).or_else(|| found(shown)).unwrap_or(own);
        let message = match language.status {
            Status::Authoritative => &self.interface.authoritative,
            Status::Unofficial => &self.interface.unofficial,
        };
        self.interface.about(message, language)
    }

    /// Returns the name of the column with the sources: the beginning of the source line.
    fn source_header(&self) -> String {
        let values = [("publisher", ""), ("published", "")];
        let line = fill(&self.interface.source, &values);
        line.trim_end_matches([',', '，', ':', '：', ' '])
            .to_owned()
    }

    /// Adds the number, and the division of each level, in a language.
    fn push_position<const FOR: bool>(
        &self,
        row: &mut Row<'_, FOR>,
        tag: &str,
        [joint, end, title_end]: [&str; 3],
    ) {
        let mut push = |key: &str, title: &str, value: &dyn Fn(&Clause) -> String| {
            row.push([key, joint, end], &[title, title_end].concat(), value);
        };
        push("number", &self.interface.number, &|clause| {
            clause.number.nearest(tag).text.to_owned()
        });
        for (nth, level) in self.plan.levels().iter().enumerate() {
            let counted = fill(&self.interface.level, &[("nth", &(nth + 1).to_string())]);
            let own = level.name.nearest(tag).text;
            let title = if own.is_empty() { &*counted } else { own };
            push(&level.key, title, &|clause| {
                let division = self.plan.division_on(LevelId::new(nth), clause);
                division.map_or(String::new(), |division| division.title(tag))
            });
        }
    }
}

/// A row that is being written.
struct Row<'a, const FOR: bool> {
    /// Without a clause, this is the row of the headers.
    clause: Option<&'a Clause>,
    cells: Vec<String>,
}

impl<const FOR: bool> Row<'_, FOR> {
    /// Adds a column: the parts of its key, or its title, as a header, or else its value for the
    /// clause.
    fn push<const N: usize>(
        &mut self,
        key: [&str; N],
        title: &str,
        value: &dyn Fn(&Clause) -> String,
    ) {
        self.cells.push(match self.clause {
            Some(clause) => value(clause),
            None if FOR == PROGRAMS => key.concat(),
            None => title.to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use plan::{Content, Id};

    use super::*;

    fn rows(tag: &str, page: &str, is_for_programs: bool) -> Vec<Vec<String>> {
        let Content { plan, interfaces } = fixture::content();
        let interface = interfaces.iter().find(|words| words.tag == tag);
        let table = Table {
            plan,
            tag,
            interface: interface.expect("the interface has this language"),
            page,
        };
        let clauses = [0, 13, 62].map(ClauseId::new);
        if is_for_programs {
            table.rows_for_programs(&clauses)
        } else {
            table.rows(&clauses)
        }
    }

    #[test]
    fn readers_get_their_language_with_the_original_in_its_own_columns() {
        let rows = rows("es", "https://news.example/p", false);
        let cell = |row: usize, header: &str| {
            let nth = rows[0].iter().position(|known| known == header);
            &*rows[row][nth.unwrap_or_else(|| panic!("no {header} in {:?}", rows[0]))]
        };
        assert_eq!(cell(1, "Número"), "Artículo 1(1)");
        assert_eq!(
            cell(1, "Nivel 1"),
            "Artículo 1. Cooperación política y de seguridad"
        );
        assert_eq!(cell(1, "Nivel 2"), "");
        assert_eq!(cell(1, "Número (chino)"), "第一条 一");
        assert_eq!(cell(1, "Nivel 1 (chino)"), "第一条 政治与安全合作");
        assert_eq!(cell(1, "sector"), "political-security");
        assert_eq!(cell(1, "Sector"), "Política y seguridad");
        assert_eq!(
            cell(1, "Carácter del texto"),
            "Traducción no oficial al español."
        );
        assert_eq!(cell(1, "Enlace"), "https://news.example/p#art_1__para_1");
        assert!(cell(1, "chino").starts_with("加强") || !cell(1, "chino").is_empty());
        assert_ne!(cell(1, "español"), cell(1, "inglés"));
    }

    #[test]
    fn programs_get_keys_and_the_columns_of_the_original_once() {
        let rows = rows("zh", "", true);
        let start = [
            "eid",
            "number",
            "article",
            "section",
            "text_zh",
            "text_en",
            "text_es",
            "text_pt",
            "sector",
            "sector_label",
        ];
        assert_eq!(rows[0][..10], start);
        assert_eq!(rows[0].last().map(String::as_str), Some("text_status"));
        let start = ["art_1__para_1", "第一条 一", "第一条 政治与安全合作", ""];
        assert_eq!(rows[1][..4], start);
    }

    #[test]
    fn notes_follow_the_text() {
        let Content { plan, interfaces } = fixture::content();
        let mut plan = plan.clone();
        let clause = ClauseId::new(13);
        let note = plan::Note {
            mark: "*".into(),
            text: "A note.".into(),
            parts: Vec::new(),
        };
        plan.markup = Some(vec![plan::Markup {
            clause,
            language: "en".into(),
            parts: Vec::new(),
            notes: vec![note],
        }]);
        let table = Table {
            plan: &plan,
            tag: "en",
            interface: &interfaces[0],
            page: "",
        };
        let rows = table.rows_for_programs(&[clause]);
        let cells = rows[0].iter().zip(&rows[1]);
        let with_note = cells.filter(|(_, cell)| cell.ends_with(".\n[*] A note."));
        let keys: Vec<&String> = with_note.map(|(key, _)| key).collect();
        assert_eq!(keys, ["text_en"]);
    }

    #[test]
    fn every_row_has_a_cell_for_each_column() {
        for (tag, page) in [("zh", ""), ("en", "https://news.example/"), ("pt", "")] {
            let rows = rows(tag, page, false);
            assert_eq!(rows.len(), 4);
            assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{tag}");
        }
    }

    #[test]
    fn columns_of_the_author_follow_the_facets() {
        let Content { plan, interfaces } = fixture::content();
        let mut plan = plan.clone();
        let label = plan.title.clone();
        plan.columns = Some(vec![plan::Column {
            id: "deadline".into(),
            label: label.clone(),
            kind: plan::ColumnKind::Date,
            cells: vec![plan::Cell {
                clause: ClauseId::new(13),
                value: "2024-05".into(),
            }],
        }]);
        let table = Table {
            plan: &plan,
            tag: "en",
            interface: &interfaces[0],
            page: "",
        };
        let clauses = [0, 13].map(ClauseId::new);
        let for_programs = table.rows_for_programs(&clauses);
        let nth = for_programs[0].iter().position(|key| key == "deadline");
        let nth = nth.expect("a column");
        let column =
            |rows: &[Vec<String>]| rows.iter().map(|row| row[nth].clone()).collect::<Vec<_>>();
        assert_eq!(column(&for_programs), ["deadline", "", "2024-05"]);
        let title = label.nearest("en").text;
        assert_eq!(column(&table.rows(&clauses)), [title, "", "2024-05"]);
    }
}
