//! Markup inside clauses: emphasis, links, footnotes, items, tables and quotations.

use std::fmt::Write;

use plan::{Markup, Node, Part, PartKind, Plan, nodes};
use snapbox::{assert_data_eq, str};

use crate::content::{compiled, document, replace, report, small_plan};

/// Returns the structured texts of a plan, with the kind of each part and its target.
fn written(plan: &Plan) -> String {
    fn write(nodes: &[Node<'_>], text: &str, all: &mut String) {
        for node in nodes {
            match node {
                Node::Words(range) => all.push_str(&text[range.clone()]),
                Node::Part(Part { kind, target, .. }, inside) => {
                    let kind = format!("{kind:?}").to_lowercase();
                    let space = if target.is_empty() { "" } else { " " };
                    write!(all, "<{kind}{space}{target}>").expect("a text takes all");
                    write(inside, text, all);
                    write!(all, "</{kind}>").expect("a text takes all");
                }
            }
        }
    }
    let mut all = String::new();
    for Markup {
        clause,
        language,
        parts,
        notes,
    } in plan.markup.iter().flatten()
    {
        let clause = &plan.clauses[*clause];
        let text = clause.text.nearest(language).text;
        writeln!(all, "{} {language}", clause.eid).expect("a text takes all");
        write(&nodes(text, parts), text, &mut all);
        for note in notes {
            write!(all, "\n[{}] ", note.mark).expect("a text takes all");
            write(&nodes(&note.text, &note.parts), &note.text, &mut all);
        }
        all.push_str("\n\n");
    }
    all
}

fn plan_of(name: &str) -> Plan {
    let plan = compiled(&document(name));
    assert_eq!(plan.validate(), Ok(()), "{name}");
    plan
}

#[test]
fn reads_emphasis_links_and_footnotes() {
    let plan = plan_of("statement");
    assert_data_eq!(
        written(&plan),
        str![[r#"
art_1__para_1 en
We keep our rivers <strong>clean</strong><note 1></note>, as the <link https://rivers.example/charter?a=1&b=2>Charter of Rivers</link> asks.
[1] Clean by <emphasis>any</emphasis> standard; see <link https://rivers.example/standard>https://rivers.example/standard</link>.

art_1__para_2 en
We count their <emphasis>fish</emphasis>. Write to <link mailto:fish@rivers.example>us</link>.<note fish></note>
[fish] Fish are counted in May.


"#]]
    );
    let texts = plan
        .clauses
        .iter()
        .map(|clause| clause.text.original().text);
    assert_data_eq!(
        texts.collect::<Vec<_>>().join("\n"),
        str![[r#"
We keep our rivers clean, as the Charter of Rivers asks.
We count their fish. Write to us.
We plant trees *.
"#]]
    );
}

#[test]
fn reads_items_on_lines_and_in_paragraphs() {
    assert_data_eq!(
        written(&plan_of("statute")),
        str![[r#"
book_1__chp_1__art_2__para_1 zh
本法适用于下列湖泊：
<list><item book_1__chp_1__art_2__para_1__list_1__point_1><number>（一）</number>天然湖泊：
<list><item book_1__chp_1__art_2__para_1__list_1__point_1__list_1__point_1><number>1.</number>淡水湖；
</item><item book_1__chp_1__art_2__para_1__list_1__point_1__list_1__point_2><number>2.</number>咸水湖；
</item></list></item><item book_1__chp_1__art_2__para_1__list_1__point_2><number>（二）</number>人工湖泊。</item></list>


"#]]
    );
}

#[test]
fn reads_tables_and_quotations() {
    assert_data_eq!(
        written(&plan_of("treaty")),
        str![[r#"
part_1__art_1__para_1 en
The bridge is open to all.
<quotation>All who reach the river shall be able to cross it.
— Old charter</quotation>

part_1__art_2__para_1 en
Each State:
<list><item part_1__art_2__para_1__list_1__point_a><number>(a)</number> keeps its own half, in particular
<list><item part_1__art_2__para_1__list_1__point_a__list_1__point_1><number>(i)</number> the piers and
</item><item part_1__art_2__para_1__list_1__point_a__list_1__point_2><number>(ii)</number> the railings;
</item></list></item><item part_1__art_2__para_1__list_1__point_b><number>(b)</number> reports on it every year.</item></list>

annex__para_1 en
<table><row><heading>Traveller	</heading><heading>Toll
</heading></row><row><cell>Walkers	</cell><cell>nothing
</cell></row><row><cell>Carts	</cell><cell><emphasis>one</emphasis> crown</cell></row></table>


"#]]
    );
}

/// The ninth letter is also a Roman numeral, and a list may go on behind a paragraph.
#[test]
fn numbers_items_by_their_lists() {
    let letters = "abcdefghij".chars().map(|c| format!("({c}) x"));
    let letters: Vec<String> = letters.collect();
    let text = format!(
        "2. Costs:\n{}\n(i) y\n\nMore:\n\n(k) z\n\nOthers:\n(a) v",
        letters.join("\n")
    );
    let mut source = document("treaty");
    replace(&mut source, "plan.en.md", "2. Costs are shared.", &text);
    let plan = compiled(&source);
    let markup = plan.markup.as_deref().unwrap_or_default();
    let parts = markup.iter().flat_map(|one| &one.parts);
    let items = parts.filter(|part| part.kind == PartKind::Item);
    let items = items.filter_map(|item| item.target.strip_prefix("part_1__art_2__para_2__"));
    let items: Vec<&str> = items.collect();
    assert_eq!(
        items[8..],
        [
            "list_1__point_i",
            "list_1__point_j",
            "list_1__point_j__list_1__point_1",
            "list_1__point_k",
            "list_2__point_a",
        ]
    );
}

#[test]
fn a_plan_without_markup_has_none() {
    let plan = compiled(&small_plan(&[]));
    assert_eq!(plan.markup, None);
    let json = serde_json::to_string(&plan).expect("a plan is JSON");
    assert!(!json.contains("markup"));
}

#[test]
fn reports_translations_with_other_items() {
    let mut source = document("two-authentic");
    for (file, text) in [("plan.en.md", "(a) one"), ("plan.es.md", "(b) uno")] {
        let own = source.text(file).unwrap_or_default().to_owned();
        source.add(file, format!("{own}\n{text}\n"));
    }
    replace(
        &mut source,
        "plan.toml",
        "[source]",
        "[item]\nnumbering = \"(a)\"\ngaps = true\n\n[source]",
    );
    let plan = compiled(&source);
    assert!(
        written(&plan).matches("list_1__point_a").count() == 2,
        "{}",
        written(&plan)
    );
    let own = source.text("plan.en.md").unwrap_or_default().to_owned();
    source.add("plan.en.md", format!("{own}(b) two\n"));
    assert_data_eq!(
        report(&source),
        str![[r#"
plan.es.md:13:1: expected 2 items in art_2__para_1, as in the original, found 1
  write the same ones as the original, in the same order

"#]]
    );
}
