//! RIS: a record for reference managers.

use std::fmt::Write;

use super::work::{Work, address, line};

/// Writes the record. A field without a value is left out.
pub(super) fn record(work: &Work<'_>) -> String {
    let title = work.place(work.title);
    let mut record = String::from("TY  - ELEC\r\n");
    // Slashes separate year, month, day and a remark, even where these are empty.
    let day = |date: &[&str]| match date {
        [] => String::new(),
        _ => [0, 1, 2]
            .map(|nth| [date.get(nth).unwrap_or(&""), "/"].concat())
            .concat(),
    };
    let fields = [
        ("ID", work.key.as_str()),
        ("TI", title.as_str()),
        ("PB", work.publisher),
        ("DP", work.via),
        ("PY", work.date.first().unwrap_or(&"")),
        ("DA", &day(&work.date)),
        ("LA", work.language),
        ("UR", &address(&work.link)),
        ("Y2", &day(&work.accessed)),
        ("AB", &work.words()),
        ("N1", &work.notes()),
        ("ER", ""),
    ];
    for (tag, value) in fields {
        if !value.is_empty() || tag == "ER" {
            // Writing to a String cannot fail.
            write!(record, "{tag}  - {}\r\n", line(value)).unwrap_or_default();
        }
    }
    record
}
