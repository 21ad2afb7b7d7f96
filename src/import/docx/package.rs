//! The zip file that a docx is. Everything that is unpacked has a limit, so that a small file
//! cannot fill the memory.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{self, Element};
use crate::problem::Problem;

/// The largest part, and all parts together, in bytes when unpacked. The text of 100,000 clauses
/// has about 60 MB of XML.
const LARGEST_PART: u64 = 128 << 20;

/// An open docx.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Problem> {
        let zip =
            ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error.to_string()))?;
        Ok(Self {
            zip,
            left: LARGEST_PART,
        })
    }

    /// Returns the name of the part with the text.
    pub(super) fn main_part(&mut self) -> Result<String, Problem> {
        const USUAL: &str = "word/document.xml";
        let related = self.related("", "officeDocument")?;
        let main = related.unwrap_or_else(|| USUAL.to_owned());
        if self.zip.index_for_name(&main).is_some() {
            return Ok(main);
        }
        if self.zip.index_for_name(USUAL).is_some() {
            return Ok(USUAL.to_owned());
        }
        let has = |name: &str| self.zip.index_for_name(name).is_some();
        let found = if has("xl/workbook.xml") {
            "an Excel file"
        } else if has("ppt/presentation.xml") {
            "a PowerPoint file"
        } else if has("content.xml") {
            "an OpenDocument file"
        } else {
            "a zip file without a Word document in it"
        };
        Err(Problem {
            expected: "a docx, HTML or Markdown file".to_owned(),
            found: found.to_owned(),
            hint: "save the document as .docx, with Word or LibreOffice".to_owned(),
        })
    }

    /// Returns the name of the part that another part refers to as this kind.
    pub(super) fn related(&mut self, part: &str, kind: &str) -> Result<Option<String>, Problem> {
        let (folder, _) = part.rsplit_once('/').unwrap_or(("", part));
        let relations = self.relations(part)?;
        let target = relations.iter().flat_map(Element::children).find_map(|it| {
            let target = it.attribute("Target")?;
            (kind_of(it) == Some(kind)).then_some(target)
        });
        Ok(target.map(|target| match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None if folder.is_empty() => target.to_owned(),
            None => format!("{folder}/{target}"),
        }))
    }

    /// Returns the addresses to which the links of a part lead, by their ids.
    pub(super) fn addresses(&mut self, part: &str) -> Result<HashMap<String, String>, Problem> {
        let relations = self.relations(part)?;
        let relations = relations.iter().flat_map(Element::children);
        let links = relations.filter(|it| kind_of(it) == Some("hyperlink"));
        let addresses = links.filter_map(|link| {
            let (id, target) = (link.attribute("Id")?, link.attribute("Target")?);
            Some((id.to_owned(), target.to_owned()))
        });
        Ok(addresses.collect())
    }

    fn relations(&mut self, part: &str) -> Result<Option<Element>, Problem> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let separator = if folder.is_empty() { "" } else { "/" };
        self.part(&format!("{folder}{separator}_rels/{file}.rels"))
    }

    /// Returns a part as XML, if the package has it.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Element>, Problem> {
        let file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(broken(&format!("{error}, in {name}"))),
        };
        let mut bytes = Vec::new();
        let read = file.take(self.left + 1).read_to_end(&mut bytes);
        let length = read.map_err(|error| broken(&format!("{error}, in {name}")))?;
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        let Some(left) = self.left.checked_sub(length) else {
            return Err(Problem {
                expected: format!(
                    "a document of at most {} MB when unpacked",
                    LARGEST_PART >> 20
                ),
                found: format!("more, in {name}"),
                hint: "remove what is no text, or divide the document".to_owned(),
            });
        };
        self.left = left;
        xml::parse(&bytes, name).map(Some)
    }
}

/// Returns the kind of a relation, such as `hyperlink`.
fn kind_of(relation: &Element) -> Option<&str> {
    relation.attribute("Type")?.rsplit('/').next()
}

fn broken(reason: &str) -> Problem {
    Problem {
        expected: "a docx, which is a zip file".to_owned(),
        found: format!("a broken one ({reason})"),
        hint: "open the file in Word or LibreOffice and save it again as .docx".to_owned(),
    }
}
