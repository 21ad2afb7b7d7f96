//! `import`: makes a content folder from a document.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use compile::{Compiled, compile};
use import::{Imported, Note, Options, Problem};

use super::failure::Failure;
use super::project::read_folder;
use super::{new_folder, print};

pub(super) fn import(file: &Path, folder: &Path, language: Option<String>) -> Result<(), Failure> {
    let bytes = read(file).map_err(|error| {
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
    new_folder::write(folder, texts)?;
    report(file, folder, &notes)
}

/// Reads a file, but of a file that is too large only enough to find that out.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = File::open(file)?;
    file.take(import::LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Prints the summary and the notes. The folder is compiled as `check` does.
fn report(file: &Path, folder: &Path, notes: &[Note]) -> Result<(), Failure> {
    let Compiled {
        content,
        diagnostics,
    } = compile(&read_folder(folder)?);
    let Some(content) = content else {
        return Err(Failure::content(folder, diagnostics));
    };
    for note in notes {
        print::line(note_line(file, folder, note));
    }
    if !notes.is_empty() {
        print::line("");
    }
    let (plan, folder) = (&content.plan, folder.display());
    let notes = match notes.len() {
        0 => String::new(),
        1 => "; look at the note above".to_owned(),
        many => format!("; look at the {many} notes above"),
    };
    print::line(format_args!(
        "wrote {folder}/: {} clauses in {} articles and sections{notes}",
        plan.clauses.len(),
        plan.divisions.len(),
    ));
    print::line(format_args!(
        "next: edit the files, then run `cargo run -- check --content {folder}`"
    ));
    print::line(format_args!(
        "      and `cargo run -- build --content {folder} --out DIR`"
    ));
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
