//! `snippet`.

use snapbox::{assert_data_eq, str};

use super::{path, run, small_content, text};

#[test]
fn prints_one_escaped_line_for_each_form() {
    let view = "sector=finance&q=论坛 \"a<b\"&lang=es";
    let code = |form: &str| {
        let output = run(&["snippet", "--view", view, "--form", form]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let code = text(&output.stdout);
        assert_eq!(code.lines().count(), 1, "{form}");
        code
    };
    assert_data_eq!(
        code("element"),
        str![[r#"
<link rel="stylesheet" href="/clause-explorer/clause-explorer.css"><script type="module" src="/clause-explorer/clause-explorer.js"></script><clause-explorer view="sector=finance&amp;q=论坛%20%22a%3Cb%22&amp;lang=es"><a lang="es" href="/clause-explorer/embed.html?sector=finance&amp;q=%E8%AE%BA%E5%9D%9B%20%22a%3Cb%22&amp;lang=es">Plan de Acción Conjunto para la Cooperación en Áreas Claves China-CELAC (2022-2024)</a></clause-explorer>

"#]]
    );
    assert_data_eq!(
        code("iframe"),
        str![[r#"
<iframe src="/clause-explorer/embed.html?sector=finance&amp;q=%E8%AE%BA%E5%9D%9B%20%22a%3Cb%22&amp;lang=es" title="Plan de Acción Conjunto para la Cooperación en Áreas Claves China-CELAC (2022-2024)" width="100%" height="720" frameborder="0" loading="lazy" allow="clipboard-write"></iframe><script async src="/clause-explorer/embed.js"></script>

"#]]
    );
    assert_data_eq!(
        code("link"),
        str![[r#"
/clause-explorer/embed.html?sector=finance&q=%E8%AE%BA%E5%9D%9B%20%22a%3Cb%22&lang=es

"#]]
    );
    let with_text = code("static");
    assert!(
        with_text.contains("<p id=\"art_2__sec_7__para_4\"><b>"),
        "the text can be linked into"
    );
    assert!(with_text.contains("Fomentar") && with_text.contains("<article lang=\"es\""));
    let card = ["--layout", "card", "--view", "pin=art_1__para_2&only=pins"];
    let output = run(&[&["snippet"], &card[..]].concat());
    let tag = "<clause-explorer view=\"pin=art_1__para_2&amp;only=pins\" layout=\"card\">";
    assert!(text(&output.stdout).contains(tag));
    let output = run(&[&["snippet", "--form", "link"], &card[..]].concat());
    let link = "/clause-explorer/embed.html?pin=art_1__para_2&only=pins&layout=card\n";
    assert_eq!(text(&output.stdout), link);
    // Without options: the tag with everything shown.
    let output = run(&["snippet"]);
    assert!(text(&output.stdout).contains("<clause-explorer><a lang=\"en\""));
}

#[test]
fn embeds_another_plan() {
    let content = small_content();
    let content = ["snippet", "--content", path(&content)];
    let output = run(&[
        &content[..],
        &["--view", "sector=trade", "--form", "static"],
    ]
    .concat());
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("深化服务贸易。"));
    let output = run(&[&content[..], &["--view", "sector=finance"]].concat());
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn reports_views_with_unknown_names() {
    let output = run(&["snippet", "--view", "sektor=x&sector=y&lang=fr"]);
    assert_eq!(
        (output.status.code(), text(&output.stdout)),
        (Some(2), String::new())
    );
    let said = text(&output.stderr);
    for line in [
        "error: expected a facet of this plan (sector",
        "error: expected a value of the facet “sector”, found “y”; its values are political-security, trade-investment,",
        "error: expected a language of this plan (zh, en, es, pt), found “fr”",
    ] {
        assert!(said.contains(line), "{said}");
    }
}
