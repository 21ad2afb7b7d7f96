//! The months, and the words that multiply a number, in the languages of the project's own plan.

/// A word that stands for a number.
type Word = (&'static str, u64);

/// The words of a language.
pub(super) struct BuiltIn {
    pub(super) months: &'static [Word],
    pub(super) scales: &'static [Word],
}

const MILLION: u64 = 1_000_000;

/// Chinese has signs that multiply a number, and counts its months.
const CHINESE: BuiltIn = BuiltIn {
    months: &[],
    scales: &[],
};

const ENGLISH: BuiltIn = BuiltIn {
    months: &[
        ("January", 1),
        ("February", 2),
        ("March", 3),
        ("April", 4),
        ("May", 5),
        ("June", 6),
        ("July", 7),
        ("August", 8),
        ("September", 9),
        ("October", 10),
        ("November", 11),
        ("December", 12),
    ],
    scales: &[
        ("thousand", 1_000),
        ("million", MILLION),
        ("millions", MILLION),
        ("billion", 1_000 * MILLION),
        ("billions", 1_000 * MILLION),
        ("trillion", MILLION * MILLION),
    ],
};

const SPANISH: BuiltIn = BuiltIn {
    months: &[
        ("enero", 1),
        ("febrero", 2),
        ("marzo", 3),
        ("abril", 4),
        ("mayo", 5),
        ("junio", 6),
        ("julio", 7),
        ("agosto", 8),
        ("septiembre", 9),
        ("setiembre", 9),
        ("octubre", 10),
        ("noviembre", 11),
        ("diciembre", 12),
    ],
    scales: &[
        ("mil", 1_000),
        ("millón", MILLION),
        ("millones", MILLION),
        ("billón", MILLION * MILLION),
        ("billones", MILLION * MILLION),
    ],
};

/// The words of Brazil, and those of Portugal that mean the same everywhere: a `bilião` has no other meaning.
const PORTUGUESE: BuiltIn = BuiltIn {
    months: &[
        ("janeiro", 1),
        ("fevereiro", 2),
        ("março", 3),
        ("abril", 4),
        ("maio", 5),
        ("junho", 6),
        ("julho", 7),
        ("agosto", 8),
        ("setembro", 9),
        ("outubro", 10),
        ("novembro", 11),
        ("dezembro", 12),
    ],
    scales: &[
        ("mil", 1_000),
        ("milhão", MILLION),
        ("milhões", MILLION),
        ("bilhão", 1_000 * MILLION),
        ("bilhões", 1_000 * MILLION),
        ("bilião", MILLION * MILLION),
        ("biliões", MILLION * MILLION),
        ("trilhão", MILLION * MILLION),
        ("trilhões", MILLION * MILLION),
    ],
};

/// Returns the words of a language with this tag, whatever its region is.
pub(super) fn of(tag: &str) -> Option<&'static BuiltIn> {
    match tag.split('-').next()? {
        "zh" => Some(&CHINESE),
        "en" => Some(&ENGLISH),
        "es" => Some(&SPANISH),
        "pt" => Some(&PORTUGUESE),
        _ => None,
    }
}
