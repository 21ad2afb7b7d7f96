//! Frames that were made from a text, and frames of another site: links and copying.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::{built, page_with, wait_for_widget};
use crate::engines::Engine;
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        frames_without_an_address_copy_their_links,
        frames_of_another_site_can_copy,
    ],
}

/// Scripts that fill the frame.
const MAKE: [&str; 3] = [
    "frame.srcdoc = page;",
    "frame.src = URL.createObjectURL(new Blob([page], { type: 'text/html' }));",
    "const inside = frame.contentDocument;
        const script = Object.assign(inside.createElement('script'), { type: 'module', src: '/clause-explorer.js' });
        inside.body.append(inside.createElement('clause-explorer'), script);",
];

/// A bare fragment leads from such a frame to the page around it, or to an address that nobody else can open.
async fn frames_without_an_address_copy_their_links(t: &mut Test) -> Result {
    for make in MAKE {
        let page = page_with("<clause-explorer></clause-explorer>");
        let make = format!(
            "addEventListener('load', () => {{
                const frame = document.querySelector('iframe');
                const page = {}.replace('src=\"', `src=\"${{location.origin}}/`);
                {make}
            }});",
            json!(page)
        );
        let around = "<!DOCTYPE html><html lang='en'><head><title>t</title><script src='make.js'></script></head>\
            <body><textarea></textarea><iframe title='t' width='900' height='500'></iframe></body></html>";
        let site = built()
            .page("/around.html", around)
            .page("/make.js", make)
            .header("content-security-policy", "frame-src 'self' blob:");
        let site = t.site(site);
        t.page.open(&site.url("/around.html?x=1")).await?;
        t.page.enter_frame(0).await?;
        wait_for_widget(t).await?;
        press(t, "#art_1__para_2 [part~=actions] a").await?;
        t.page
            .wait_until("the clause is open", "$('#art_1__para_2[aria-current]')")
            .await?;
        let own: String = t.page.js("return location.protocol;", json!([])).await?;
        assert!(["about:", "blob:"].contains(&&*own), "{own}");
        let () = t.page.js("$('[part~=share]').click();", json!([])).await?;
        t.page
            .wait_until("the codes are shown", "$('#ce-share textarea')")
            .await?;
        let first = "return $('#ce-share textarea').value.split('?')[0];";
        let first: String = t.page.js(first, json!([])).await?;
        assert_eq!(
            first,
            site.url("/embed.html"),
            "the frame itself is not shared"
        );
        t.page.leave_frame().await?;
        let link = site.url("/embed.html#art_1__para_2");
        let text = pasted(t).await?;
        // WebKitGTK refuses the clipboard so late, now and then, that the click no longer permits the other way.
        if t.engine != Engine::WebKit || !text.is_empty() {
            assert_eq!(text, link);
        }
    }
    Ok(())
}

/// Without a permission policy, such a frame may not use the clipboard's newer interface.
async fn frames_of_another_site_can_copy(t: &mut Test) -> Result {
    let site = t.site(built());
    let other = site
        .url("/embed.html?sector=finance")
        .replace("127.0.0.1", "localhost");
    let page = format!(
        "<!DOCTYPE html><title>t</title><textarea></textarea><iframe title='t' width='900' height='500' src='{other}'></iframe>"
    );
    let around = t.site(crate::site::Site::builder().page("/around.html", page));
    t.page.open(&around.url("/around.html")).await?;
    t.page.enter_frame(0).await?;
    wait_for_widget(t).await?;
    press(t, "[part~=share]").await?;
    press(t, "#ce-code-0 + button").await?;
    let is_copied = "$('#ce-share [role=status]').textContent.startsWith('Copied: ')";
    t.page.wait_until("the link is copied", is_copied).await?;
    t.page.leave_frame().await?;
    // Nobody knows the page around, so that the explorer's own page is shared, in the language in use.
    assert_eq!(pasted(t).await?, format!("{other}&lang=en"));
    Ok(())
}

/// Presses a button or a link of the widget. The driver's own click, because the pointer misses small things in a frame.
async fn press(t: &Test, css: &str) -> Result {
    let is_there = format!("$('{css}')");
    t.page.wait_until("it is there", &is_there).await?;
    Ok(t.page.element(css).await?.click().await?)
}

/// Returns the text of the clipboard, by pasting it into the page's text field.
async fn pasted(t: &Test) -> Result<String> {
    let focus = "document.querySelector('textarea').focus();";
    let _: Value = t.page.js(focus, json!([])).await?;
    let value = "await new Promise((later) => setTimeout(later, 2000));
        return document.querySelector('textarea').value;";
    // The clipboard of a busy machine may get its text later than the first try.
    for _ in 0..5 {
        t.page.keys(Key::Control + "v").await?;
        let text: String = t.page.js_async(value, json!([])).await?;
        if !text.is_empty() {
            return Ok(text);
        }
    }
    Ok(String::new())
}
