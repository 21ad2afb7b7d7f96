//! The share panel: its codes are those of the command line, and its links show the same view.

use std::process::Command;
use std::sync::Arc;

use serde_json::{Value, json};

use super::{built, open_page, page_with, search, wait_for_count};
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    anywhere: [
        codes_equal_those_of_the_command_line,
        codes_follow_the_view,
        with_sync_the_link_is_the_address_of_the_page,
        without_sync_the_page_is_linked_with_the_opened_clause,
        codes_omit_annotations,
        other_plans_are_shared_by_their_page,
        pinned_clauses_are_embedded_with_a_headline,
    ],
}

pub(super) const BUTTON: &str = "[part~=share]";

/// Returns the code that the command line prints for a view, for files in the folder of a site.
fn printed(site: &Site, view: &str, form: &str) -> Result<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clause-explorer"));
    let command = command.args(["snippet", "--view", view, "--form", form]);
    let output = command.output()?;
    assert!(output.status.success(), "{output:?}");
    let code = String::from_utf8_lossy(&output.stdout);
    Ok(code.trim_end().replace("/clause-explorer/", &site.url("/")))
}

pub(super) async fn open_panel(t: &Test) -> Result {
    t.page.click(BUTTON).await?;
    Ok(t.page
        .wait_until("the codes are shown", "$('#ce-share textarea')")
        .await?)
}

/// Returns the names and texts of the fields.
pub(super) async fn fields(t: &Test) -> Result<Vec<[String; 2]>> {
    let script = "return [...root.querySelectorAll('#ce-share textarea')].map((field) => [field.labels[0].textContent, field.value]);";
    Ok(t.page.js(script, json!([])).await?)
}

async fn texts(t: &Test) -> Result<Vec<String>> {
    Ok(fields(t).await?.into_iter().map(|[_, text]| text).collect())
}

async fn codes_equal_those_of_the_command_line(t: &mut Test) -> Result {
    let site = open_page(
        t,
        "<clause-explorer layout=panel lang='es' view='compare=zh'></clause-explorer>",
    )
    .await?;
    search(t, "论坛 \"a<b\"").await?;
    t.page.click("[value=finance]").await?;
    open_panel(t).await?;
    let view = "sector=finance&q=论坛 \"a<b\"&lang=es&compare=zh";
    assert_eq!(
        fields(t).await?,
        [
            ["Enlace a esta página".to_owned(), site.url("/test.html")],
            [
                "Enlace a una página independiente".to_owned(),
                printed(&site, view, "link")?
            ],
            [
                "Código para insertar".to_owned(),
                printed(&site, view, "element")?
            ],
            [
                "Código para insertar con iframe".to_owned(),
                printed(&site, view, "iframe")?
            ],
        ]
    );
    let notes = "return [...root.querySelectorAll('#ce-share p')].map((note) => note.textContent);";
    assert_eq!(
        t.page.js::<Vec<String>>(notes, json!([])).await?,
        [
            "Para que se pueda leer sin JavaScript, pegue el contenido de plan.es.html entre <clause-explorer> y </clause-explorer> en el código.",
            ""
        ]
    );
    let is_readonly =
        "return [...root.querySelectorAll('#ce-share textarea')].every((field) => field.readOnly);";
    assert!(t.page.js::<bool>(is_readonly, json!([])).await?);
    Ok(())
}

async fn codes_follow_the_view(t: &mut Test) -> Result {
    let site = open_page(
        t,
        "<clause-explorer layout=panel lang='en'></clause-explorer>",
    )
    .await?;
    open_panel(t).await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 3).await?;
    t.page.click("[name=lang][value=pt]").await?;
    let view = "sector=tourism&lang=pt";
    let link = printed(&site, view, "link")?;
    t.page
        .wait_until(
            "the codes have the present view",
            &format!("$('#ce-code-1').value === {}", json!(link)),
        )
        .await?;
    // A language beside itself is omitted.
    let () = t.page.js("document.querySelector('clause-explorer').view = 'lang=zh&compare=zh&clause=art_3__para_1';", json!([])).await?;
    let link = printed(&site, "lang=zh&clause=art_3__para_1", "link")?;
    t.page
        .wait_until("the codes have the present view", &format!("[...root.querySelectorAll('#ce-share textarea')].some((field) => field.value === {})", json!(link)))
        .await?;
    t.page.open(&link).await?;
    t.page
        .wait_until(
            "the clause is open",
            "$('#art_3__para_1[aria-current] [lang=zh-Hans]')",
        )
        .await?;
    Ok(())
}

async fn with_sync_the_link_is_the_address_of_the_page(t: &mut Test) -> Result {
    for (sync, mark) in [("query", "?page=2&"), ("hash", "?page=2#")] {
        let body =
            format!("<clause-explorer layout=panel sync='{sync}' lang='en'></clause-explorer>");
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
                "the query is the same",
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

async fn without_sync_the_page_is_linked_with_the_opened_clause(t: &mut Test) -> Result {
    let body = "<clause-explorer layout=panel lang='en' view='sector=tourism'></clause-explorer>";
    let site = open_page(t, body).await?;
    let page = |rest: &str| site.url(&format!("/test.html{rest}"));
    wait_for_count(t, 3).await?;
    open_panel(t).await?;
    assert_eq!(texts(t).await?[0], page(""));
    t.page.click("article [part~=actions] a").await?;
    t.page
        .wait_until("a clause is open", "$('[aria-current=location]')")
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
    // The page that the reader is on comes first, and then the one that shows the filters too.
    let view = format!("sector=finance&sector=tourism&lang=en&clause={clause}");
    let embed = printed(&site, &view, "link")?;
    t.page
        .wait_until(
            "the second link is that of the embed page",
            &format!("$('#ce-code-1').value === {}", json!(embed)),
        )
        .await?;
    assert_eq!(texts(t).await?[0], page(&format!("#{clause}")));
    assert_eq!(fields(t).await?.len(), 4);
    Ok(())
}

/// Five presses: three pins, “Share these”, and the copying of a code.
async fn pinned_clauses_are_embedded_with_a_headline(t: &mut Test) -> Result {
    let site = open_page(
        t,
        "<clause-explorer layout=panel lang='en'></clause-explorer>",
    )
    .await?;
    for eid in ["art_1__para_3", "art_1__para_1", "art_1__para_2"] {
        t.page.click(&format!("#{eid} .pin")).await?;
        t.page
            .wait_until(
                "the clause is pinned",
                &format!("$('#{eid} .pin[aria-pressed=true]')"),
            )
            .await?;
    }
    let share = "const button = [...root.querySelectorAll('.pins button')].find((one) => one.textContent === 'Share these');
        button.click();";
    let () = t.page.js(share, json!([])).await?;
    wait_for_count(t, 3).await?;
    t.page
        .wait_until(
            "the panel has the focus",
            "root.activeElement?.matches('#ce-share h3')",
        )
        .await?;
    t.page
        .type_text("#ce-headline", "Three “promises” & <b>")
        .await?;
    let pins = "pin=art_1__para_3&pin=art_1__para_1&pin=art_1__para_2&only=pins";
    let attributes = format!(
        "view=\"lang=en&amp;{}\" heading=\"Three “promises” &amp; &lt;b&gt;\"",
        pins.replace('&', "&amp;")
    );
    t.page
        .wait_until(
            "the code has the clauses and the headline",
            &format!(
                "[...root.querySelectorAll('#ce-share textarea')].some((field) => field.value.includes({}))",
                json!(attributes)
            ),
        )
        .await?;
    let link = fields(t).await?.remove(0)[1].clone();
    assert!(link.starts_with(&site.url("/embed.html?")), "{link}");
    t.page.open(&link).await?;
    t.page
        .wait_until(
            "the page has the clauses under the headline",
            "$('[part~=title]')?.textContent === 'Three “promises” & <b>' && root.querySelectorAll('article').length === 3",
        )
        .await
        .map_err(Into::into)
}

async fn codes_omit_annotations(t: &mut Test) -> Result {
    let body = "<clause-explorer layout=panel lang='en' sync='query'></clause-explorer>";
    let site: Arc<Site> = open_page(t, body).await?;
    let annotate = "document.querySelector('clause-explorer').annotations = [{ clause: 'art_1__para_1', status: 'Kept' }];";
    let () = t.page.js(annotate, json!([])).await?;
    t.page
        .wait_until("statuses are among the filters", "$('[name=status]')")
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
            &"The embed codes show only the plan, without this page’s annotations.".to_owned()
        ),
        "{notes:?}"
    );
    Ok(())
}

async fn other_plans_are_shared_by_their_page(t: &mut Test) -> Result {
    let site = open_page(
        t,
        "<clause-explorer layout=panel lang='en' src='plan.json'></clause-explorer>",
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
