//! Problems of the content as a terminal shows them: with the line, and the place in it marked.
//!
//! Elsewhere, such as in a log or a pipe, each problem is three lines without colours.

use std::env;
use std::io::{self, IsTerminal};
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use commands::{Failure, problem_count};
use compile::Diagnostic;

/// The widest excerpt, in columns. Of a longer line, the part around the mark is shown.
const WIDTH: usize = 100;

/// The longest mark, in characters. A longer one would hide where it begins.
const LONGEST_MARK: usize = 24;

/// Returns a failure in words, for standard error.
pub(crate) fn shown(failure: &Failure) -> String {
    match failure {
        Failure::Content {
            folder,
            diagnostics,
        } if io::stderr().is_terminal() => {
            let is_plain = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
            let renderer = if is_plain {
                Renderer::plain()
            } else {
                Renderer::styled()
            };
            let renderer = renderer.term_width(WIDTH);
            let folder = Path::new(folder);
            let problems = diagnostics.iter().map(|it| excerpt(folder, it, &renderer));
            let count = problem_count(diagnostics.len());
            format!(
                "{}{count} in {}",
                problems.collect::<String>(),
                folder.display()
            )
        }
        _ => failure.to_string(),
    }
}

/// Returns a problem with its line and an empty line after it.
fn excerpt(folder: &Path, problem: &Diagnostic, renderer: &Renderer) -> String {
    let path = folder.join(&problem.file);
    let text = std::fs::read(&path).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    // The compiler does not count a byte order mark.
    let text = text.trim_start_matches('\u{feff}');
    let line = text.lines().nth(problem.line - 1).unwrap_or_default();
    let at = |column: usize| {
        let mut starts = line.char_indices().map(|(at, _)| at);
        starts.nth(column).unwrap_or(line.len())
    };
    let (start, end) = (
        at(problem.column - 1),
        at(problem.column - 1 + problem.length.min(LONGEST_MARK)),
    );
    let path = path.display().to_string();
    let group = Group::with_title(Level::ERROR.primary_title(&*problem.message));
    let group = if line.is_empty() {
        let origin = Origin::path(path).line(problem.line);
        group.element(origin.char_column(problem.column))
    } else {
        let mark = AnnotationKind::Primary.span(start..end);
        let snippet = Snippet::source(line).line_start(problem.line).path(path);
        group.element(snippet.annotation(mark))
    };
    let hint = Level::HELP.with_name("hint").message(&*problem.hint);
    format!("{}\n\n", renderer.render(&[group.element(hint)]))
}
