//! `import`: makes a content folder from a document.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

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
    let options = Options {
        language,
        today: today(),
    };
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

/// Returns the day of today in UTC, as `2026-01-31`.
fn today() -> String {
    const SECONDS_OF_A_DAY: u64 = 86_400;
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let days = now.map_or(0, |now| now.as_secs() / SECONDS_OF_A_DAY);
    date(days)
}

/// Returns the date of a day, counted from 1970-01-01.
fn date(mut days: u64) -> String {
    let is_leap = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let mut year = 1970;
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u64::from(is_leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", days + 1)
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn counts_days_as_the_calendar_does() {
        for (days, expected) in [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_453, "2025-12-31"),
        ] {
            assert_eq!(date(days), expected);
        }
    }
}
