//! Whether numbers follow each other as the compiler expects.

use std::collections::{HashMap, HashSet};

use super::fitted::Counting;

/// A step through the numbers of one level, or of all clauses.
#[derive(Debug)]
pub(super) enum Step {
    /// A division begins above; numbers restart unless they run through.
    Restart,
    Number(Number),
}

/// A number in the text.
#[derive(Debug)]
pub(super) struct Number {
    pub(super) pattern: usize,
    /// The value and the insertion after it; `(0, 0)` for a number that is kept as it is printed.
    pub(super) value: (usize, usize),
    pub(super) token: String,
    /// The index of the division around it.
    pub(super) parent: Option<usize>,
}

/// Every way to count, the strictest first.
const COUNTINGS: [Counting; 4] = [
    counting(false, false),
    counting(true, false),
    counting(true, true),
    counting(false, true),
];

/// Returns the way to count by which the fewest numbers are wrong, and the indices of these steps.
pub(super) fn choose(steps: &[Step]) -> (Counting, Vec<usize>) {
    let mut best: Option<(Counting, Vec<usize>)> = None;
    for counting in COUNTINGS {
        let wrong = wrong(steps, counting);
        if best
            .as_ref()
            .is_none_or(|(_, least)| wrong.len() < least.len())
        {
            best = Some((counting, wrong));
        }
    }
    let (mut counting, wrong) = best.unwrap_or_default();
    // One list runs through nothing.
    let lists = steps.split(|step| matches!(step, Step::Restart));
    counting.runs_through &= lists.filter(|list| !list.is_empty()).count() > 1;
    (counting, wrong)
}

/// Returns the indices of the numbers that the compiler would report.
fn wrong(steps: &[Step], counting: Counting) -> Vec<usize> {
    let mut last: HashMap<usize, (usize, usize)> = HashMap::new();
    let mut tokens: HashSet<(Option<usize>, String)> = HashSet::new();
    let mut wrong = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let number = match step {
            Step::Restart => {
                if !counting.runs_through {
                    last.clear();
                }
                continue;
            }
            Step::Number(number) => number,
        };
        let before = last.get(&number.pattern).copied().unwrap_or_default();
        let next = (before.0 + 1, 0);
        let value = if number.value.0 == 0 {
            next
        } else {
            number.value
        };
        let token = if number.token.is_empty() {
            value.0.to_string()
        } else {
            number.token.clone()
        };
        let follows = value == next || counting.has_gaps && value > before;
        let is_new = tokens.insert((number.parent, token));
        if !follows || !is_new {
            wrong.push(at);
        }
        last.insert(number.pattern, value);
    }
    wrong
}

const fn counting(runs_through: bool, has_gaps: bool) -> Counting {
    Counting {
        runs_through,
        has_gaps,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(numbers: &[&[usize]]) -> (bool, bool, usize) {
        let mut steps = Vec::new();
        for (parent, group) in numbers.iter().enumerate() {
            steps.push(Step::Restart);
            steps.extend(group.iter().map(|&value| {
                Step::Number(Number {
                    pattern: 0,
                    value: (value, 0),
                    token: value.to_string(),
                    parent: Some(parent),
                })
            }));
        }
        let (counting, wrong) = choose(&steps);
        (counting.runs_through, counting.has_gaps, wrong.len())
    }

    #[test]
    fn finds_how_numbers_are_counted() {
        assert_eq!(choice(&[&[1, 2], &[1, 2, 3]]), (false, false, 0));
        assert_eq!(choice(&[&[1, 2], &[3, 4]]), (true, false, 0));
        assert_eq!(choice(&[&[1, 2], &[4, 5]]), (true, true, 0));
        assert_eq!(choice(&[&[1, 3], &[1, 2]]), (false, true, 0));
        assert_eq!(choice(&[&[1, 3]]), (false, true, 0));
        assert_eq!(choice(&[&[1, 2, 2, 3]]), (false, false, 1));
    }
}
