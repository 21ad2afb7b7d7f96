//! Sharing what is seen: the codes are those of the command line, links lead to what was seen, and copying says how it went.

use std::process::Command;
use std::sync::Arc;

use serde_json::{Value, json};
use thirtyfour::Key;

use super::{built, open_page, page_with, search, wait_for_count, with_clipboard};
use crate::runner::{Result, Test};
use crate::site::Site;

cases![
    codes_are_those_of_the_command_line,
    codes_follow_what_is_seen,
    with_sync_the_link_is_the_page_s_own,
    without_sync_the_page_is_linked_where_it_shows_the_view,
    the_panel_takes_the_focus_and_gives_it_back,
    what_is_copied_is_told,
    what_cannot_be_copied_is_selected,
    statuses_stay_on_the_page,
    another_plan_is_shared_by_its_page,
    the_panel_finds_room_everywhere,
];

const BUTTON: &str = "[part~=share]";

/// What the command line prints for a view, for files in the folder of a site.
fn printed(site: &Site, view: &str, form: &str) -> Result<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clause-explorer"));
    let command = command.args(["snippet", "--view", view, "--form", form]);
    let output = command.output()?;
    assert!(output.status.success(), "{output:?}");
    let code = String::from_utf8_lossy(&output.stdout);
    Ok(code.trim_end().replace("/clause-explorer/", &site.url("/")))
}

async fn open_panel(t: &Test) -> Result {
    t.page.click(BUTTON).await?;
    Ok(t.page
        .wait_until("the codes are there", "$('#ce-share textarea')")
        .await?)
}

/// The names and texts of the fields.
async fn fields(t: &Test) -> Result<Vec<[String; 2]>> {
    let script = "return [...root.querySelectorAll('#ce-share textarea')].map((field) => [field.labels[0].textContent, field.value]);";
    Ok(t.page.js(script, json!([])).await?)
}

async fn texts(t: &Test) -> Result<Vec<String>> {
    Ok(fields(t).await?.into_iter().map(|[_, text]| text).collect())
}

async fn codes_are_those_of_the_command_line(t: &mut Test) -> Result {
    let site = open_page(
        t,
        "<clause-explorer lang='es' view='compare=zh'></clause-explorer>",
    )
    .await?;
    search(t, "论坛 \"a<b\"").await?;
    t.page.click("[value=finance]").await?;
    open_panel(t).await?;
    let view = "sector=finance&q=论坛 \"a<b\"&lang=es&compare=zh";
    assert_eq!(
        fields(t).await?,
        [
            [
                "Enlace al explorador solo".to_owned(),
                printed(&site, view, "link")?
            ],
            [
                "Código para una página web".to_owned(),
                printed(&site, view, "element")?
            ],
            [
                "Código donde solo se admiten iframes".to_owned(),
                printed(&site, view, "iframe")?
            ],
        ]
    );
    let notes = "return [...root.querySelectorAll('#ce-share p')].map((note) => note.textContent);";
    assert_eq!(
        t.page.js::<Vec<String>>(notes, json!([])).await?,
        [
            "También para quienes leen sin scripts: ponga el contenido de plan.es.html dentro de la etiqueta.",
            ""
        ]
    );
    let is_readonly =
        "return [...root.querySelectorAll('#ce-share textarea')].every((field) => field.readOnly);";
    assert!(t.page.js::<bool>(is_readonly, json!([])).await?);
    Ok(())
}

async fn codes_follow_what_is_seen(t: &mut Test) -> Result {
    let site = open_page(t, "<clause-explorer lang='en'></clause-explorer>").await?;
    open_panel(t).await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 3).await?;
    t.page.click("[name=lang][value=pt]").await?;
    let view = "sector=tourism&lang=pt";
    let link = printed(&site, view, "link")?;
    t.page
        .wait_until(
            "the codes follow",
            &format!("$('#ce-share textarea').value === {}", json!(link)),
        )
        .await?;
    // What one reads beside what one reads is nothing.
    let () = t.page.js("document.querySelector('clause-explorer').view = 'lang=zh&compare=zh&clause=art_3__para_1';", json!([])).await?;
    let link = printed(&site, "lang=zh&clause=art_3__para_1", "link")?;
    t.page
        .wait_until("the codes follow", &format!("[...root.querySelectorAll('#ce-share textarea')].some((field) => field.value === {})", json!(link)))
        .await?;
    t.page.open(&link).await?;
    t.page
        .wait_until(
            "the clause is opened",
            "$('#art_3__para_1[aria-current] [lang=zh-Hans]')",
        )
        .await?;
    Ok(())
}

async fn with_sync_the_link_is_the_page_s_own(t: &mut Test) -> Result {
    for (sync, mark) in [("query", "?page=2&"), ("hash", "?page=2#")] {
        let body = format!("<clause-explorer sync='{sync}' lang='en'></clause-explorer>");
        let site = t.site(built().page("/test.html", page_with(&body)));
        t.page.open(&site.url("/test.html?page=2")).await?;
        wait_for_count(t, 63).await?;
        t.page.click("[value=tourism]").await?;
        wait_for_count(t, 3).await?;
        search(t, "旅游").await?;
        open_panel(t).await?;
        let [name, link] = fields(t).await?.remove(0);
        assert_eq!(name, "Link to this page");
        let expected = format!("/test.html{mark}sector=tourism&q=%E6%97%85%E6%B8%B8&lang=en");
        assert_eq!(link, site.url(&expected));
        let script = "return [document.querySelector('clause-explorer').view, root.querySelectorAll('article').length];";
        let before: Value = t.page.js(script, json!([])).await?;
        t.page.open("about:blank").await?;
        t.page.open(&link).await?;
        t.page
            .wait_until(
                "it is what was seen",
                "$('[part~=search]').value === '旅游'",
            )
            .await?;
        let after: Value = t.page.js(script, json!([])).await?;
        assert_eq!(after[1], before[1]);
        assert_eq!(
            after[0],
            format!("{}&lang=en", before[0].as_str().unwrap_or_default())
        );
    }
    Ok(())
}

async fn without_sync_the_page_is_linked_where_it_shows_the_view(t: &mut Test) -> Result {
    let body = "<clause-explorer lang='en' view='sector=tourism'></clause-explorer>";
    let site = open_page(t, body).await?;
    let page = |rest: &str| site.url(&format!("/test.html{rest}"));
    wait_for_count(t, 3).await?;
    open_panel(t).await?;
    assert_eq!(texts(t).await?[0], page(""));
    t.page.click("article [part~=actions] a").await?;
    t.page
        .wait_until("a clause is opened", "$('[aria-current=location]')")
        .await?;
    let clause: String = t
        .page
        .js("return $('[aria-current=location]').id;", json!([]))
        .await?;
    t.page
        .wait_until(
            "the link opens it",
            &format!(
                "$('#ce-share textarea').value === {}",
                json!(page(&format!("#{clause}")))
            ),
        )
        .await?;
    t.page.click("[value=finance]").await?;
    wait_for_count(t, 6).await?;
    let embed = printed(
        &site,
        &format!("sector=finance&sector=tourism&lang=en&clause={clause}"),
        "link",
    )?;
    t.page
        .wait_until(
            "only the explorer by itself shows that",
            &format!("$('#ce-share textarea').value === {}", json!(embed)),
        )
        .await?;
    assert_eq!(fields(t).await?.len(), 3);
    Ok(())
}

async fn the_panel_takes_the_focus_and_gives_it_back(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer lang='en'></clause-explorer>").await?;
    wait_for_count(t, 63).await?;
    let is_button_focused = "root.activeElement === $('[part~=share]') && !$('#ce-share textarea') && $('[part~=share]').ariaExpanded === 'false'";
    let is_heading_focused = "root.activeElement === $('#ce-share h3') && $('[part~=share]').getAttribute('aria-expanded') === 'true'";
    let is_button_focused =
        is_button_focused.replace(".ariaExpanded", ".getAttribute('aria-expanded')");
    open_panel(t).await?;
    t.page
        .wait_until("the heading has the focus", is_heading_focused)
        .await?;
    t.page.keys(Key::Escape + "").await?;
    t.page
        .wait_until("Escape closes it", &is_button_focused)
        .await?;
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until("the heading has the focus", is_heading_focused)
        .await?;
    t.page.click("#ce-share h3 + button").await?;
    t.page
        .wait_until("the button closes it", &is_button_focused)
        .await?;
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until("the heading has the focus", is_heading_focused)
        .await?;
    t.page.click(BUTTON).await?;
    t.page
        .wait_until("its own button closes it", &is_button_focused)
        .await?;
    Ok(())
}

async fn what_is_copied_is_told(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer lang='en' view='q=forum'></clause-explorer>",
    )
    .await?;
    with_clipboard(
        t,
        "{ writeText: async (text) => { window.copied = text; } }",
    )
    .await?;
    open_panel(t).await?;
    let names: Vec<String> = fields(t).await?.into_iter().map(|[name, _]| name).collect();
    assert_eq!(
        names,
        [
            "Link to this page",
            "Link to the explorer by itself",
            "Code for a web page",
            "Code where only iframes are allowed"
        ]
    );
    for (nth, name) in names.iter().enumerate() {
        t.page.click(&format!("#ce-code-{nth} + button")).await?;
        let told = format!(
            "$('#ce-share [role=status]').textContent === 'Copied: {name}' && copied === $('#ce-code-{nth}').value"
        );
        t.page.wait_until("it is told", &told).await?;
        let label = format!("return $('#ce-code-{nth} + button').getAttribute('aria-label');");
        assert_eq!(
            t.page.js::<String>(&label, json!([])).await?,
            format!("Copy: {name}")
        );
    }
    // Another view is not what was copied.
    t.page.click("[value=finance]").await?;
    t.page
        .wait_until(
            "no more is told",
            "$('#ce-share [role=status]').textContent === ''",
        )
        .await?;
    Ok(())
}

async fn what_cannot_be_copied_is_selected(t: &mut Test) -> Result {
    for clipboard in [
        "undefined",
        "{ writeText: async () => { throw new Error('not allowed'); } }",
    ] {
        open_page(t, "<clause-explorer lang='en'></clause-explorer>").await?;
        with_clipboard(t, clipboard).await?;
        open_panel(t).await?;
        t.page.click("#ce-code-2 + button").await?;
        let is_selected = "((field) => root.activeElement === field && field.selectionStart === 0 && field.selectionEnd === field.value.length && field.value.length > 0)($('#ce-code-2'))";
        t.page
            .wait_until("the code is selected", is_selected)
            .await?;
        t.page
            .wait_until("it is told", "$('#ce-share [role=status]').textContent === 'Not copied, but selected, so that you can copy it: Code for a web page'")
            .await?;
    }
    Ok(())
}

async fn statuses_stay_on_the_page(t: &mut Test) -> Result {
    let body = "<clause-explorer lang='en' sync='query'></clause-explorer>";
    let site: Arc<Site> = open_page(t, body).await?;
    let annotate = "document.querySelector('clause-explorer').annotations = [{ clause: 'art_1__para_1', status: 'Kept' }];";
    let () = t.page.js(annotate, json!([])).await?;
    t.page
        .wait_until("there are statuses", "$('[name=status]')")
        .await?;
    t.page.click("[name=status]").await?;
    wait_for_count(t, 1).await?;
    open_panel(t).await?;
    assert_eq!(
        texts(t).await?,
        [
            site.url("/test.html?status=Kept&lang=en"),
            printed(&site, "lang=en", "link")?,
            printed(&site, "lang=en", "element")?,
            printed(&site, "lang=en", "iframe")?,
        ]
    );
    let notes = "return [...root.querySelectorAll('#ce-share p')].map((note) => note.textContent);";
    let notes: Vec<String> = t.page.js(notes, json!([])).await?;
    assert!(
        notes.contains(
            &"The codes show the plan by itself, without this page’s annotations.".to_owned()
        ),
        "{notes:?}"
    );
    Ok(())
}

async fn another_plan_is_shared_by_its_page(t: &mut Test) -> Result {
    let site = open_page(
        t,
        "<clause-explorer lang='en' src='plan.json'></clause-explorer>",
    )
    .await?;
    wait_for_count(t, 63).await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 3).await?;
    open_panel(t).await?;
    assert_eq!(
        fields(t).await?,
        [["Link to this page".to_owned(), site.url("/test.html")]]
    );
    Ok(())
}

async fn the_panel_finds_room_everywhere(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer lang='pt'></clause-explorer>").await?;
    wait_for_count(t, 63).await?;
    open_panel(t).await?;
    for width in [320, 480, 800, 1200] {
        t.page.resize(width, 900).await?;
        let overflowing = "const widget = $('[part~=root]').getBoundingClientRect();
            const outside = [...root.querySelectorAll('#ce-share *, .tools *')].filter((element) => {
                const box = element.getBoundingClientRect();
                return box.width && (box.left < widget.left || box.right > widget.right + 1);
            });
            const list = $('[part~=list]').getBoundingClientRect();
            return [outside.map((element) => element.outerHTML), list.height > 200, document.documentElement.scrollWidth <= innerWidth];";
        assert_eq!(
            t.page.js::<Value>(overflowing, json!([])).await?,
            json!([[], true, true]),
            "{width}"
        );
    }
    Ok(())
}
