//! Documents of kinds that think-tanks have, written for these tests. Beside each document is its
//! import: the levels, the text and the notes.

use snapbox::{assert_data_eq, file};

use super::imported;
use super::word::summary;

/// Makes a test for each document: its name, the document, its import, and the words that are left
/// out.
macro_rules! kinds {
    ($($test:ident: $document:literal => $import:literal, $dropped:literal;)+) => {
        $(#[test]
        fn $test() {
            let text = include_str!($document);
            let folder = imported("plan.md", text.as_bytes(), text, $dropped);
            assert_data_eq!(summary(&folder), file![$import].raw());
        })+
    };
}

kinds! {
    regulation_with_recitals:
        "kinds/regulation-with-recitals.md" => "kinds/regulation-with-recitals.txt", "";
    law_with_ordinals_and_letters:
        "kinds/law-with-ordinals-and-letters.md" => "kinds/law-with-ordinals-and-letters.txt", "";
    agreement_with_annexes:
        "kinds/agreement-with-annexes.md" => "kinds/agreement-with-annexes.txt", "";
    statute_with_table_of_contents:
        "kinds/statute-with-table-of-contents.md" => "kinds/statute-with-table-of-contents.txt", "目录第一编总则第一章基本规定第二编港口附则";
    city_plan_with_decimal_numbers:
        "kinds/city-plan-with-decimal-numbers.md" => "kinds/city-plan-with-decimal-numbers.txt", "";
    action_plan_with_running_numbers:
        "kinds/action-plan-with-running-numbers.md" => "kinds/action-plan-with-running-numbers.txt", "";
    statement_with_running_numbers:
        "kinds/statement-with-running-numbers.md" => "kinds/statement-with-running-numbers.txt", "";
    resolution_with_annex:
        "kinds/resolution-with-annex.md" => "kinds/resolution-with-annex.txt", "";
    act_with_sections:
        "kinds/act-with-sections.md" => "kinds/act-with-sections.txt", "";
    spanish_law_with_final_provisions:
        "kinds/spanish-law.md" => "kinds/spanish-law.txt", "";
    arabic_law:
        "kinds/arabic-law.md" => "kinds/arabic-law.txt", "";
    five_year_plan:
        "kinds/five-year-plan.md" => "kinds/five-year-plan.txt", "";
    german_law:
        "kinds/german-law.md" => "kinds/german-law.txt", "";
}
