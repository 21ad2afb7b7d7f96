//! The steps that follow when a content folder was made.

use std::path::Path;

use crate::system::System;

/// Prints the commands for a new content folder. The program may be started by cargo, by npx or by its name, so these are the
/// commands alone.
pub(crate) fn print(system: &impl System, folder: &Path) {
    let folder = quoted(&folder.display().to_string());
    system.print(&format!(
        "next: edit the files (README.md there is the guide), then start this program again with `check --content {folder}`"
    ));
    system.print(&format!(
        "      and with `serve --content {folder}` to look at it, or `build --content {folder} --out DIR` for a web server"
    ));
}

/// Returns a path as one word of a command. Double quotes are those of every shell; single ones are needed where a shell
/// would read signs inside double ones.
fn quoted(path: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/\\._-+,:=@%~".contains(c);
    if !path.is_empty() && path.chars().all(is_plain) {
        path.to_owned()
    } else if path.contains(['"', '$', '`', '!']) {
        format!("'{}'", path.replace('\'', "'\\''"))
    } else {
        format!("\"{path}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn quotes_paths_that_a_shell_would_divide() {
        for (path, expected) in [
            ("my-plan/a_b.c", "my-plan/a_b.c"),
            ("C:\\plans\\one", "C:\\plans\\one"),
            ("plan climático", "\"plan climático\""),
            ("it's", "\"it's\""),
            ("a $b's", "'a $b'\\''s'"),
        ] {
            assert_eq!(quoted(path), expected);
        }
    }
}
