//! Problems on a terminal: the line, the mark, and colours.

use std::fs::{File, OpenOptions};
use std::io::Read;
use std::process::Stdio;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use snapbox::{assert_data_eq, str};

use super::{broken_content, command};

#[test]
fn shows_the_line_and_marks_the_place() {
    assert_data_eq!(
        on_a_terminal(&[("NO_COLOR", "1")]),
        str![[r#"
error: expected one of the keys publisher, url, notice, ends-in; found “page”
  --> ./plan.toml:13:1
   |
13 | page = 1
   | ^^^^
   |
   = hint: remove the key or correct its spelling

error: expected the number 二、 of a clause, found 三、: a gap
  --> ./plan.zh.md:11:1
   |
11 | 三、扩大交流。
   | ^^^^
   |
   = hint: number it 二、, or restore what is missing before it

2 problems in .

"#]]
    );
}

#[test]
fn colours_are_for_terminals_that_want_them() {
    let coloured = on_a_terminal(&[("NO_COLOR", "")]);
    assert!(coloured.contains("\u{1b}["), "{coloured}");
    let plain = on_a_terminal(&[("NO_COLOR", "1")]);
    assert!(!plain.contains('\u{1b}'), "{plain}");
}

/// Returns what `check` prints about broken content on a terminal.
fn on_a_terminal(environment: &[(&str, &str)]) -> String {
    let folder = broken_content();
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&master).expect("the terminal can be used");
    unlockpt(&master).expect("the terminal can be opened");
    let name = ptsname(&master, Vec::new()).expect("a name");
    let name = name.to_str().expect("a name in ASCII");
    let terminal = OpenOptions::new().read(true).write(true).open(name);
    let mut check = command(&["check", "--content", "."]);
    check
        .current_dir(folder.path())
        .envs(environment.iter().copied())
        .stderr(Stdio::from(terminal.expect("the terminal opens")));
    let status = check.status().expect("the command runs");
    assert_eq!(status.code(), Some(1));
    // The command still has the other end.
    drop(check);
    let mut shown = Vec::new();
    // At its end, a terminal reports an error.
    File::from(master).read_to_end(&mut shown).ok();
    String::from_utf8_lossy(&shown).replace("\r\n", "\n")
}
