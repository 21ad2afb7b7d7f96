//! Documents of the shapes of `tests/content`, in a Word file, on a page and in Markdown:
//! each import has the same clauses.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use snapbox::{IntoData, assert_data_eq, str};

use super::docx::{docx, p};
use super::folder;

/// A paragraph or a heading, whose level is above 0.
type Piece = (usize, String);

/// Imports a document in every format and returns its numbering and its clauses.
fn shape(markdown: &str) -> String {
    let pieces = pieces(markdown);
    let of = |name: &str, bytes: &[u8]| {
        let folder = folder(name, bytes);
        let numbering = folder.manifest.lines();
        let numbering: Vec<&str> = numbering
            .filter(|line| {
                ["stem", "name = {", "runs-through", "gaps", "numbering"]
                    .iter()
                    .any(|start| line.starts_with(start))
            })
            .collect();
        let content = folder.plan.content.expect("the compiler accepts it");
        let clauses = content.plan.clauses.iter().map(|clause| {
            let text = clause.text.original().text;
            format!(
                "{} [{}] {}",
                clause.eid,
                clause.number.original().text,
                text.replace('\n', " / ")
            )
        });
        let clauses: Vec<String> = clauses.collect();
        format!("\n{}\n{}\n", numbering.join("\n"), clauses.join("\n"))
    };
    let text = of("plan.md", as_markdown(&pieces).as_bytes());
    assert_eq!(text, of("plan.html", as_html(&pieces).as_bytes()));
    assert_eq!(text, of("plan.docx", &as_docx(&pieces)));
    text
}

fn pieces(markdown: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Paragraph) => pieces.push((0, String::new())),
            Event::Start(Tag::Heading { level, .. }) => {
                pieces.push((level as usize, String::new()));
            }
            Event::Text(text) => {
                if let Some((_, last)) = pieces.last_mut() {
                    last.push_str(&text);
                }
            }
            Event::SoftBreak => {
                if let Some((_, last)) = pieces.last_mut() {
                    let is_chinese = last.ends_with(crate::text::is_without_spaces);
                    last.push_str(if is_chinese { "" } else { " " });
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                // The name is no part of a document.
                if let Some((_, last)) = pieces.last_mut()
                    && let Some((heading, _)) = last.rsplit_once(" {#")
                {
                    *last = heading.to_owned();
                }
            }
            _ => {}
        }
    }
    pieces
}

fn as_markdown(pieces: &[Piece]) -> String {
    let lines = pieces.iter().map(|(level, text)| match level {
        0 => format!("{text}\n\n"),
        level => format!("{} {text}\n\n", "#".repeat(*level)),
    });
    lines.collect()
}

fn as_html(pieces: &[Piece]) -> String {
    let elements = pieces.iter().map(|(level, text)| match level {
        0 => format!("<p>{text}</p>"),
        level => format!("<h{level}>{text}</h{level}>"),
    });
    format!(
        "<!doctype html><main>{}</main>",
        elements.collect::<String>()
    )
}

fn as_docx(pieces: &[Piece]) -> Vec<u8> {
    let paragraphs = pieces.iter().map(|(level, text)| match level {
        0 => p("", text),
        1 => p(r#"<w:pStyle w:val="t"/>"#, text),
        level => p(&format!(r#"<w:outlineLvl w:val="{}"/>"#, level - 2), text),
    });
    docx(&paragraphs.collect::<String>())
}

/// Makes a test for each document.
macro_rules! shapes {
    ($($name:ident: $file:literal => $expected:expr;)+) => {
        $(#[test]
        fn $name() {
            let markdown = include_str!(concat!("shapes/", $file));
            let expected = $expected;
            assert_data_eq!(shape(markdown), expected.raw());
        })+
    };
}

shapes! {
    statute: "statute.zh.md" => str![[r#"

stem = "bk"
name = { "zh" = "编" }
stem = "chp"
name = { "zh" = "章" }
stem = "art"
name = { "zh" = "条" }
runs-through = true
gaps = true
numbering = ["(一)"]
numbering = ["第一编", "第一章", "第一条", ""]
preamble__para_1 [序言] 湖泊属于全体人民。
bk_1__chp_1__art_1__para_1 [第一条] 为了保护湖泊，制定本法。
bk_1__chp_1__art_2__para_1 [第二条] 本法适用于下列湖泊： / (一) 天然湖泊； / (二) 人工湖泊。
bk_1__chp_2__art_3__para_1 [第三条] 湖长负责巡查。
bk_1__chp_2__art_3-1__para_1 [第三条之一] 湖长可以委托他人巡查。
bk_2__art_1260__para_1 [第一千二百六十条] 本法自公布之日起施行。

"#]];
    constitution: "constitution.es.md" => str![[r#"

stem = "title"
name = { "es" = "título" }
stem = "chp"
name = { "es" = "capítulo" }
stem = "art"
name = { "es" = "artículo" }
runs-through = true
gaps = true
numbering = ["Título I", "Capítulo PRIMERO", "Artículo 1.", ["1)", ""]]
title_1__chp_1__art_1__para_1 [Artículo 1 ¶1] La Isla es una e indivisible.
title_1__chp_1__art_1__para_2 [Artículo 1 ¶2] Sus aguas son de todos.
title_1__chp_2__art_2__para_1 [Artículo 2.1)] Toda lengua es libre.
title_1__chp_2__art_2__para_2 [Artículo 2.2)] Nadie será obligado a hablar otra.
title_2__art_2bis__para_1 [Artículo 2 bis] La reforma necesita dos tercios de los votos.

"#]];
    treaty_with_annex: "treaty.en.md" => str![[r#"

stem = "part"
name = { "en" = "part" }
stem = "art"
name = { "en" = "article" }
runs-through = true
numbering = ["Part I", "Article 1", "(a)", ["1.", ""]]
part_1__art_1__para_1 [Article 1] The bridge is open to all.
part_1__art_2__para_1 [Article 2(1)] Each State keeps its own half.
part_1__art_2__para_2 [Article 2(2)] Costs are shared.
part_2__art_3__para_1 [Article 3] This treaty enters into force on signature.
annex__para_a [Annex: Tolls(a)] Walkers pay nothing.
annex__para_b [Annex: Tolls(b)] Carts pay one crown.

"#]];
    goals_with_composite_numbers: "goals.en.md" => str![[r#"

stem = "goal"
name = { "en" = "goal" }
numbering = ["Goal 1.", ["1.1", "1.a"]]
goal_1__para_1 [1.1] By 2030, every school serves a meal.
goal_1__para_2 [1.2] By 2030, every market has a free table.
goal_1__para_a [1.a] Pay for it from the town's own funds.
goal_2__para_1 [2.1] Plant a tree for each child.
goal_2__para_a [2.a] Ask the neighbours for help.
goal_2__para_b [2.b] Report every year.

"#]];
    statement_without_numbers: "statement.en.md" => str![[r#"

stem = "sec"
name = { "en" = "section" }
numbering = ["", ""]
sec_1__para_1 [Our rivers ¶1] We keep our rivers clean.
sec_1__para_2 [Our rivers ¶2] We count their fish.
sec_2__para_1 [Our streets] We plant trees.

"#]];
    decree_from_right_to_left: "arabic-decree.ar.md" => str![[r#"

stem = "art"
name = { "ar" = "المادة" }
numbering = ["المادة 1:", "(1)"]
art_1__para_1 [المادة 1(1)] تنظم هذه المادة توزيع المياه على ١٬٢٥٠ مزرعة في الوادي.
art_1__para_2 [المادة 1(2)] لا يجوز حفر الآبار دون ترخيص.
art_2__para_1 [المادة 2(1)] يبلغ الرسم ٢٫٥ درهم لكل متر مكعب.

"#]];
    authentic_text_in_english: "two-authentic.en.md" => str![[r#"

stem = "art"
name = { "en" = "article" }
numbering = ["Article 1.", "(1)"]
art_1__para_1 [Article 1(1)] A ferry crosses the strait every day.
art_1__para_2 [Article 1(2)] Its fare is at most 2.50 crowns, and 1,000 crowns for a year.
art_2__para_1 [Article 2(1)] The English and the Spanish text are equally authentic.

"#]];
    authentic_text_in_spanish: "two-authentic.es.md" => str![[r#"

stem = "art"
name = { "es" = "artículo" }
numbering = ["Artículo 1.", "(1)"]
art_1__para_1 [Artículo 1(1)] Un transbordador cruza el estrecho cada día.
art_1__para_2 [Artículo 1(2)] Su tarifa no supera las 2,50 coronas, ni las 1.000 coronas por un año.
art_2__para_1 [Artículo 2(1)] Los textos español e inglés son igualmente auténticos.

"#]];
}
