//! The words of the widget that every plan can have: those of the project's own plan.

/// The languages with built-in words, and these words as a file of `interface/`.
const BUILT_IN: [(&str, &str); 4] = [
    (ENGLISH, include_str!("../../../content/interface/en.toml")),
    ("es", include_str!("../../../content/interface/es.toml")),
    ("pt", include_str!("../../../content/interface/pt.toml")),
    ("zh", include_str!("../../../content/interface/zh.toml")),
];

/// The language whose words a plan has if there are none in its own languages.
pub const ENGLISH: &str = "en";

/// Returns the built-in words of the widget in a language, as a file of `interface/`.
#[must_use]
pub fn built_in_words(tag: &str) -> Option<&'static str> {
    let mut all = BUILT_IN.into_iter();
    all.find(|(known, _)| *known == tag).map(|(_, words)| words)
}
