//! `import`: makes a content folder from a document.

use std::path::Path;

use compile::Compiled;
use import::{Imported, Note, Options, Problem};

use crate::check::size;
use crate::content::read_folder;
use crate::failure::Failure;
use crate::system::System;
use crate::{new_folder, next};

pub(crate) fn import(
    system: &impl System,
    file: &Path,
    folder: &Path,
    language: Option<String>,
) -> Result<(), Failure> {
    // Of a file that is too large, only enough is read to find that out.
    let bytes = system.read(file, import::LARGEST + 1).map_err(|error| {
        let file = file.display();
        Failure::Usage(format!(
            "expected a docx, HTML or Markdown file at {file}, but: {error}; correct the path"
        ))
    })?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let options = Options { language };
    let imported = import::import(&name, &bytes, &options);
    let Imported { files, notes } = imported.map_err(|problem| refusal(file, &problem))?;
    let texts = files.iter().map(|file| (&*file.path, &*file.text));
    new_folder::write(system, folder, texts)?;
    report(system, file, folder, &notes)
}

/// Prints the summary and the notes. The folder is compiled as `check` does.
fn report(system: &impl System, file: &Path, folder: &Path, notes: &[Note]) -> Result<(), Failure> {
    let Compiled {
        content,
        diagnostics,
    } = read_folder(system, folder)?.compile();
    let Some(content) = content else {
        return Err(Failure::content(folder, diagnostics));
    };
    for note in notes {
        system.print(&note_line(file, folder, note));
    }
    if !notes.is_empty() {
        system.print("");
    }
    let plan = &content.plan;
    let notes = match notes.len() {
        0 => String::new(),
        1 => "; look at the note above".to_owned(),
        many => format!("; look at the {many} notes above"),
    };
    system.print(&format!(
        "wrote {}/: {}{notes}",
        folder.display(),
        size(plan)
    ));
    next::print(system, folder);
    Ok(())
}

fn note_line(file: &Path, folder: &Path, note: &Note) -> String {
    let written = folder.join(&note.file);
    let unit = if file
        .extension()
        .is_some_and(|kind| kind.eq_ignore_ascii_case("docx"))
    {
        "paragraph"
    } else {
        "line"
    };
    let name = file.file_name().unwrap_or_default().display();
    let origin = note
        .origin
        .map(|origin| format!(" ({unit} {origin} of {name})"));
    format!(
        "{}:{}: {}{}",
        written.display(),
        note.line,
        note.message,
        origin.unwrap_or_default()
    )
}

/// A file that is of the wrong kind is wrong usage; its content is not read.
fn refusal(file: &Path, problem: &Problem) -> Failure {
    Failure::Usage(format!("{}: {problem}", file.display()))
}
