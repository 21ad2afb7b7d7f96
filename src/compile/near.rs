//! Near misses: the known name that an author probably meant.

/// Returns the known name that is most like the one that was found, if one is near.
///
/// Names with other numbers are no near misses: `art_1__para_9` may be a slip for any clause, and so may
/// `art_1__para_c`.
pub(crate) fn nearest<'a>(
    found: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let found = found.trim().to_lowercase();
    // One slip in a short name, more in a long one.
    let limit = (found.chars().count() / 3).clamp(1, 3);
    let distance = |name: &str| {
        // The cheap test first: a plan may have very many eIds.
        if !digits(name).eq(digits(&found)) {
            return None;
        }
        let name = name.to_lowercase();
        let distance = strsim::osa_distance(&found, &name);
        (distance <= limit && distance < name.chars().count()).then_some(distance)
    };
    let near = known
        .into_iter()
        .filter_map(|name| Some((distance(name)?, name)));
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Returns a hint that names the near miss first, if one is near.
pub(crate) fn hint<'a>(
    found: &str,
    known: impl IntoIterator<Item = &'a str>,
    otherwise: &str,
) -> String {
    meant(nearest(found, known), otherwise)
}

/// Returns a hint that names an eId first: the only one that ends with the divisions that were found, or a near miss.
pub(crate) fn hint_of_eid<'a>(
    found: &str,
    known: impl Iterator<Item = &'a str> + Clone,
    otherwise: &str,
) -> String {
    let is_inner = |eid: &&str| {
        eid.strip_suffix(found)
            .is_some_and(|start| start.ends_with("__"))
    };
    let mut inner = known.clone().filter(is_inner);
    let only = inner.next().filter(|_| inner.next().is_none());
    meant(only.or_else(|| nearest(found, known)), otherwise)
}

/// Returns a hint that names what an author probably meant.
pub(crate) fn meant(name: Option<&str>, otherwise: &str) -> String {
    name.map_or_else(
        || otherwise.to_owned(),
        |name| format!("did you mean “{name}”? Otherwise {otherwise}"),
    )
}

/// Returns the numbers of a name, without leading zeros.
/// A single letter of an eId is a number.
fn digits(name: &str) -> impl Iterator<Item = &str> {
    name.split('_').flat_map(|part| {
        let is_letter = part.len() == 1;
        let numbers = part.split(move |c: char| !is_letter && !c.is_ascii_digit());
        let numbers = numbers.filter(|number| !number.is_empty());
        numbers.map(|number| number.trim_start_matches('0'))
    })
}

#[cfg(test)]
mod tests {
    use super::{hint_of_eid, nearest};

    #[test]
    fn finds_slips_but_no_other_names() {
        for (found, expected) in [
            ("lable", Some("label")),
            ("Values", Some("value")),
            ("reason ", Some("reason")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(
                nearest(found, ["label", "value", "reason"]),
                expected,
                "{found}"
            );
        }
        let eids = ["art_1__para_1", "art_1__para_2", "art_2__para_1"];
        assert_eq!(nearest("art_1_para_2", eids), Some("art_1__para_2"));
        assert_eq!(nearest("Art_01__para_2", eids), Some("art_1__para_2"));
        assert_eq!(nearest("art_1__para_3", eids), None);
        assert_eq!(nearest("art_1__para_c", ["art_1__para_a"]), None);
        assert_eq!(nearest("b", ["a"]), None);
    }

    #[test]
    fn finds_eids_without_their_outer_divisions() {
        let eids = [
            "part_1__art_1",
            "part_1__art_2",
            "part_2__art_2",
            "part_2__art_11",
        ];
        let hint = |found| hint_of_eid(found, eids.into_iter(), "no");
        assert_eq!(hint("art_1"), "did you mean “part_1__art_1”? Otherwise no");
        assert_eq!(hint("art_2"), "no");
        assert_eq!(hint("1"), "no");
    }
}
