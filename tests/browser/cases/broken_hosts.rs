//! Host pages whose names, scripts or templates are in the way: the widget starts, or says why it can't.

use serde_json::json;

use super::{built, listening, wait_for_count, wait_for_widget};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        fields_of_a_form_hide_nothing,
        named_images_and_forms_hide_nothing,
        starts_without_features_that_it_can_do_without,
        missing_features_are_said,
        widget_keeps_its_styles_in_another_document,
        works_in_xhtml,
        text_stays_in_svg,
    ],
}

const TEXT: &str = "<clause-explorer><p id='text'>the text</p></clause-explorer>";

/// Records errors. The listener is added without the names that the pages hide.
const LISTEN: &str = "window.failures = [];
    EventTarget.prototype.addEventListener.call(window, 'ce-error', ({ detail }) => failures.push(detail));";

/// Opens a page whose script runs before all others.
async fn open_with(t: &mut Test, body: &str, script: &str) -> Result {
    let site = t.site(listening(built(), body, &format!("{LISTEN}{script}")));
    Ok(t.page.open(&site.url("/test.html")).await?)
}

/// A field's name is a property of its form, and hides the form's own one.
async fn fields_of_a_form_hide_nothing(t: &mut Test) -> Result {
    let names = "lang parentElement parentNode children getAttribute note id style closest isConnected localName \
        getRootNode nodeType contains querySelector ownerDocument hasAttribute assignedSlot host dir hidden matches";
    let fields = names
        .split_whitespace()
        .map(|name| format!("<input name='{name}'>"));
    let fields: Vec<String> = fields.collect();
    let body = format!(
        "<div lang='es'><form>{}{TEXT}</form></div>",
        fields.concat()
    );
    open_with(t, &body, "").await?;
    wait_for_count(t, 63).await?;
    let language = "$('[part~=root]').lang === 'es'";
    let described = "the language comes from beyond the form";
    t.page.wait_until(described, language).await?;
    let () = t
        .page
        .js(
            "document.querySelector('form').setAttribute('lang', 'pt');",
            json!([]),
        )
        .await?;
    let described = "the language comes from the form";
    t.page
        .wait_until(described, "$('[part~=root]').lang === 'pt'")
        .await?;
    Ok(())
}

/// The name of an image, a form or a frame is a property of the document, and hides the document's own one.
async fn named_images_and_forms_hide_nothing(t: &mut Test) -> Result {
    let names = "createElement createElementNS createTextNode querySelector getElementById body documentElement head \
        activeElement readyState defaultView addEventListener removeEventListener URL hidden title fonts baseURI \
        execCommand contains nodeType host getRootNode";
    let images = names
        .split_whitespace()
        .map(|name| format!("<img name='{name}' alt=''>"));
    let images: Vec<String> = images.collect();
    let forms = "<form name='createComment'></form><iframe name='adoptNode' title='t'></iframe>";
    open_with(t, &format!("{}{forms}{TEXT}", images.concat()), "").await?;
    let script = "const element = root.host;
        await element.ready;
        root.querySelector('[name=sector][value=finance]').click();
        await new Promise((resume) => element.addEventListener('ce-change', resume));
        const target = root.querySelector('article').id;
        await element.goTo(target);
        return [root.querySelectorAll('article').length, root.querySelector('[aria-current]').id === target];";
    let found: serde_json::Value = t.page.js_async(script, json!([])).await?;
    assert_eq!(found, json!([3, true]));
    Ok(())
}

async fn starts_without_features_that_it_can_do_without(t: &mut Test) -> Result {
    for lack in [
        "delete window.IntersectionObserver;",
        "IntersectionObserver = class { constructor() { throw new Error('no'); } };",
        "delete window.queueMicrotask; delete window.requestIdleCallback;",
        "Object.defineProperty(navigator, 'languages', { value: undefined });",
        "{ const send = fetch; fetch = async (...asked) => { const answer = await send(...asked);
            return { ok: answer.ok, status: answer.status, headers: answer.headers, arrayBuffer: () => answer.arrayBuffer() }; }; }",
        "delete WebAssembly.compileStreaming;",
        // Chromium's driver needs it too, once the widget has started.
        "{ const { hasOwn } = Object; delete Object.hasOwn; addEventListener('ce-ready', () => (Object.hasOwn = hasOwn)); }",
        "Array.from = (list) => [...list]; Array.prototype.each = Object.prototype.each = () => {};",
    ] {
        open_with(t, TEXT, lack).await?;
        wait_for_count(t, 63).await?;
    }
    Ok(())
}

async fn missing_features_are_said(t: &mut Test) -> Result {
    for (body, lack, has_note) in [
        (TEXT, "delete window.AbortController;", true),
        (TEXT, "delete window.MutationObserver;", true),
        (
            TEXT,
            "CSSStyleSheet = class { constructor() { throw new TypeError('Illegal constructor'); } };",
            true,
        ),
        (
            TEXT,
            "CSSStyleSheet.prototype.replaceSync = () => { throw new Error('no'); };",
            true,
        ),
        (
            TEXT,
            "Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', { set() { throw new Error('no'); } });",
            true,
        ),
        (
            TEXT,
            "Element.prototype.attachShadow = () => { throw new Error('no'); };",
            false,
        ),
        (
            "<clause-explorer><template shadowrootmode='closed'><slot></slot></template><p id='text'>the text</p></clause-explorer>",
            "",
            false,
        ),
    ] {
        open_with(t, body, lack).await?;
        let fails = "window.failures?.length";
        t.page
            .wait_until(&format!("an error is sent: {lack}"), fails)
            .await?;
        let script = "const element = document.querySelector('clause-explorer');
            const reason = await element.ready.then(() => 'started', ({ message }) => message);
            return [failures.map(({ code }) => code).join(), String(reason === failures[0].message), String(text.getClientRects().length),
                root?.querySelector('p')?.textContent ?? ''];";
        let found: [String; 4] = t.page.js_async(script, json!([])).await?;
        let note = "The explorer could not start. Here is the plain text. This browser cannot run the explorer.";
        let note = if has_note { note } else { "" };
        assert_eq!(found, ["start", "true", "1", note], "{lack}");
    }
    Ok(())
}

/// A style sheet can style only the document whose window made it.
async fn widget_keeps_its_styles_in_another_document(t: &mut Test) -> Result {
    let body = format!("<iframe title='t' width='900' height='900'></iframe>{TEXT}");
    open_with(t, &body, "").await?;
    wait_for_widget(t).await?;
    let script = "const element = document.querySelector('clause-explorer');
        const other = document.querySelector('iframe').contentDocument;
        // WebKitGTK 2.50 finds the elements of before a move with querySelectorAll, hence the children.
        const seen = (element) => {
            const root = element.shadowRoot.querySelector('[part~=root]');
            const rows = [...root.querySelector('[part~=list]').children];
            return [getComputedStyle(root).display, rows.filter(({ localName }) => localName === 'article').length].join();
        };
        const later = (time) => new Promise((resume) => setTimeout(resume, time));
        await element.ready;
        const found = [seen(element)];
        other.body.append(element);
        await later(100);
        found.push(seen(element));
        root.querySelector('[name=sector][value=finance]').click();
        await later(500);
        found.push(seen(element));
        document.body.append(element);
        await later(100);
        found.push(seen(element));
        const made = document.createElement('clause-explorer');
        other.body.append(made);
        await made.ready;
        found.push(seen(made));
        document.body.append(other.adoptNode(made));
        await later(100);
        found.push(seen(made));
        const bare = document.implementation.createHTMLDocument('');
        bare.body.append(made);
        document.body.append(made);
        await later(100);
        found.push(seen(made));
        made.remove();
        return found;";
    let found: Vec<String> = t.page.js_async(script, json!([])).await?;
    let expected = [
        "block,63", "block,63", "block,3", "block,3", "block,63", "block,63", "block,63",
    ];
    assert_eq!(found, expected);
    Ok(())
}

/// Loads the script as the guide says: not every engine runs `<script type="module">` in XML.
const IMPORT: &str = "import('/clause-explorer.js');";

async fn works_in_xhtml(t: &mut Test) -> Result {
    let page = "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>t</title><script src='import.js'></script></head>\
        <body><clause-explorer layout='panel'><p>the text</p></clause-explorer></body></html>";
    let site = built()
        .page("/test.xhtml", page)
        .content_type("/test.xhtml", "application/xhtml+xml")
        .page("/import.js", format!("{}{IMPORT}", crate::site::CAPTURE));
    let site = t.site(site);
    t.page
        .open(&site.url("/test.xhtml#art_2__sec_7__para_4"))
        .await?;
    wait_for_count(t, 63).await?;
    t.page.click("[value=finance]").await?;
    wait_for_count(t, 3).await?;
    t.page.click("[name=lang][value=es]").await?;
    t.page
        .wait_until("the text is Spanish", "$('[part~=text]').lang === 'es'")
        .await?;
    Ok(())
}

/// A document of SVG creates elements that are not HTML.
async fn text_stays_in_svg(t: &mut Test) -> Result {
    let page = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:h='http://www.w3.org/1999/xhtml' width='900' height='900'>\
        <h:script src='import.js'></h:script><foreignObject width='900' height='900'>\
        <h:clause-explorer lang='en'><h:p id='text'>the text</h:p></h:clause-explorer></foreignObject></svg>";
    let site = built()
        .page("/test.svg", page)
        .page("/import.js", format!("{}{IMPORT}", crate::site::CAPTURE));
    let site = t.site(site);
    t.page.open(&site.url("/test.svg")).await?;
    let script = "const [element] = document.getElementsByTagNameNS('*', 'clause-explorer');
        await customElements.whenDefined('clause-explorer');
        const reason = await element.ready.then(() => 'started', ({ message }) => message.split('; found: ')[1]);
        return [reason, element.firstElementChild.getClientRects().length, element.shadowRoot.querySelector('p').textContent];";
    let found: serde_json::Value = t.page.js_async(script, json!([])).await?;
    let reason = "a browser without WebAssembly or without style sheets made by script, or a document that is not HTML";
    let note = "The explorer could not start. Here is the plain text. This browser cannot run the explorer.";
    assert_eq!(found, json!([reason, 1, note]));
    Ok(())
}
