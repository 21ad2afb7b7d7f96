//! A view as a query string.

use query::{parse, split, write};

use crate::with_own_index;

/// Parses the bytes as a view of the project's own plan.
///
/// # Panics
/// If the view is another one after it was written and parsed, its address has a character that
/// must be encoded there, or a page loses a parameter of its own.
pub fn codec(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    with_own_index(|index| {
        let plan = index.plan();
        let (view, problems) = parse(&text, plan);
        for problem in problems {
            assert!(!problem.to_string().is_empty());
        }
        let written = write(&view);
        let (read, problems) = parse(&written, plan);
        assert_eq!(read, view, "{written} is another view");
        assert_eq!(problems, [], "{written} has parts that the plan does not");
        assert_eq!(write(&read), written);
        let is_encoded =
            |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || "-_.~,%&=".contains(c);
        assert!(
            written.chars().all(is_encoded),
            "{written} is no query string"
        );
        // A page's own parameters survive each change of the view.
        let (_, page) = split(&text, plan);
        let (own, again) = split(&format!("?{page}"), plan);
        assert_eq!((own.as_str(), &again), ("", &page));
    });
}
