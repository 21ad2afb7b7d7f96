//! The design page's figures: the contrast of each pair of colours, computed from the styles.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Red, green and blue, from 0 to 1, gamma-encoded.
type Colour = [f64; 3];

/// The light and the dark value of each colour, by name.
type Tokens = BTreeMap<String, [Colour; 2]>;

#[test]
fn design_page_states_the_contrasts_and_they_suffice() {
    let tokens = tokens();
    let page = read("www/design.md");
    let rows: Vec<[&str; 4]> = page.lines().filter_map(row).collect();
    for name in tokens.keys().filter(|name| *name != "--border") {
        let is_named = rows.iter().any(|[pair, ..]| pair.contains(name.as_str()));
        assert!(
            is_named,
            "expected www/design.md to state the contrast of {name}"
        );
    }
    for [pair, least, light, dark] in rows {
        let least: f64 = least.parse().expect("the least contrast is a number");
        // WCAG 1.4.3 for text, 1.4.11 for the borders of controls.
        let needed = if pair.contains("--control") { 3.0 } else { 4.5 };
        assert!(least >= needed, "{pair} needs {needed}");
        for (scheme, written) in [light, dark].into_iter().enumerate() {
            let [front, back] = colours(&tokens, pair, scheme);
            let found = contrast(front, back);
            assert!(found >= least, "{pair} has only {found:.2}");
            assert_eq!(format!("{found:.1}"), written, "{pair}");
        }
    }
}

/// Browsers without `light-dark()` show the light colours.
#[test]
fn every_colour_has_its_light_value_first() {
    let styles = read("www/element/styles/tokens.css");
    let (plain, _) = styles
        .split_once("@supports (color: light-dark(red, red))")
        .expect("light-dark() is used only where it is known");
    let pairs = styles.lines().map(str::trim);
    let pairs = pairs.filter(|line| line.starts_with("--"));
    for (before, pair) in pairs.filter_map(|line| line.split_once("light-dark(")) {
        let light = pair.split(',').next().unwrap_or_default();
        let fallback = format!("  {before}{light}");
        assert!(plain.contains(&fallback), "expected {fallback} before it");
    }
    for file in [
        "facets", "overview", "clause", "frame", "list", "panels", "header", "opened", "foot",
    ] {
        let styles = read(&format!("www/element/styles/{file}.css"));
        assert!(
            !styles.contains("light-dark("),
            "{file}.css: expected light-dark() only in tokens.css"
        );
    }
}

#[test]
fn contrast_equals_the_formula_of_wcag() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    // The lightest grey that suffices on white.
    let grey = f64::from(0x76) / 255.0;
    assert!((contrast([grey; 3], [1.0; 3]) - 4.54).abs() < 0.01);
}

/// Returns the cells of a row of the table of colours.
fn row(line: &str) -> Option<[&str; 4]> {
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    let cells = <[&str; 4]>::try_from(cells).ok()?;
    cells[0].starts_with("`--").then_some(cells)
}

/// Returns the two colours of a pair such as “`--text` on `--mark`” or “`--text` on 44% `--accent`”.
fn colours(tokens: &Tokens, pair: &str, scheme: usize) -> [Colour; 2] {
    let token = |name: &str| {
        let name = name.trim().trim_matches('`');
        let found = tokens.get(name);
        found.unwrap_or_else(|| panic!("tokens.css has no {name}"))[scheme]
    };
    let (front, back) = pair.split_once(" on ").expect("a pair has two colours");
    let back = match back.split_once('%') {
        None => token(back),
        Some((share, colour)) => {
            let mixed = format!("{share}%");
            assert!(
                ["overview", "clause"]
                    .iter()
                    .any(|name| read(&format!("www/element/styles/{name}.css")).contains(&mixed)),
                "no style mixes colours at {mixed}"
            );
            let share: f64 = share.parse().expect("a share is a number");
            mix(token(colour), token("--surface"), share / 100.0)
        }
    };
    [token(front), back]
}

/// Mixes two colours as `color-mix(in srgb, …)` does.
fn mix(over: Colour, under: Colour, share: f64) -> Colour {
    std::array::from_fn(|nth| over[nth] * share + under[nth] * (1.0 - share))
}

/// Returns the contrast ratio that WCAG defines.
fn contrast(one: Colour, other: Colour) -> f64 {
    let linear = |value: f64| {
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    let luminance =
        |[r, g, b]: Colour| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    let [one, other] = [one, other].map(luminance);
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Returns the colours of `tokens.css` with a light and a dark value.
fn tokens() -> Tokens {
    let styles = read("www/element/styles/tokens.css");
    let token = |line: &str| {
        let (name, value) = line.trim().split_once(':')?;
        if !name.starts_with("--") {
            return None;
        }
        let pair = value.split_once("light-dark(")?.1.split_once(')')?.0;
        let (light, dark) = pair.split_once(", ")?;
        Some((name.to_owned(), [colour(light), colour(dark)]))
    };
    let tokens: Tokens = styles.lines().filter_map(token).collect();
    assert!(tokens.len() > 5, "{tokens:?}");
    tokens
}

/// Parses a colour such as `#rrggbb`.
fn colour(written: &str) -> Colour {
    std::array::from_fn(|nth| {
        let digits = written.get(1 + 2 * nth..3 + 2 * nth);
        let value = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        f64::from(value.unwrap_or_else(|| panic!("expected #rrggbb, found {written}"))) / 255.0
    })
}

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
