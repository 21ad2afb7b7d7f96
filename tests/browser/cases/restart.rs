//! An error inside the wasm ends an instance, not the page: every widget starts again where the reader was.

use serde_json::{Value, json};

use super::{DIST, ELEMENT, built, open_page, page_with, search, wait_for_count, wait_for_widget};
use crate::runner::{Result, Test};
use crate::site::Builder;

cases! {
    everywhere: [
        every_element_restarts_where_its_reader_was,
        a_plan_of_src_restarts_without_its_file,
        third_error_in_a_minute_shows_the_text,
        faults_of_the_page_end_in_the_right_clauses,
        removed_elements_are_rendered_again,
    ],
}

/// Offers `fail()`, which makes the wasm panic. A function of the page, because a driver's script cannot import.
const FAIL: &str = "import { fail } from './clause-explorer_bg.js';
    window.fail = fail;";

/// Returns the built files with a page with this body, and with `fail()`.
pub(super) fn failing(body: &str) -> Builder {
    let body = format!("{body}<script type='module' src='fail.js'></script>");
    built()
        .page("/test.html", page_with(&body))
        .page("/fail.js", FAIL)
}

async fn open_failing(t: &mut Test, site: Builder) -> Result {
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    wait_for_widget(t).await?;
    let ready = "await Promise.all([...document.querySelectorAll('clause-explorer')].map(({ ready }) => ready));";
    let () = t.page.js_async(ready, json!([])).await?;
    listen(t).await
}

/// Listens to the first element.
const LISTEN: &str = "const element = document.querySelector('clause-explorer');
    window.events = [];
    for (const type of ['ce-ready', 'ce-error']) element.addEventListener(type, ({ detail }) => events.push(detail.code ?? type));
    // The browser reports the error of a call from outside too.
    addEventListener('unhandledrejection', (event) => event.preventDefault());
    addEventListener('error', (event) => event.preventDefault());";

async fn listen(t: &Test) -> Result {
    Ok(t.page.js(LISTEN, json!([])).await?)
}

async fn fail(t: &Test) -> Result {
    let script = "try { fail(); } catch (error) { return error.name; }";
    let error: String = t.page.js(script, json!([])).await?;
    assert_eq!(error, "RuntimeError");
    Ok(())
}

async fn every_element_restarts_where_its_reader_was(t: &mut Test) -> Result {
    let body = "<clause-explorer layout=panel loading='eager' lang='en' view='sector=finance&pin=art_2__sec_2__para_1'></clause-explorer>
         <clause-explorer layout=panel loading='eager' lang='zh' id='second'></clause-explorer>";
    open_failing(t, failing(body)).await?;
    wait_for_count(t, 3).await?;
    let () = t
        .page
        .js("$('[value=finance]').click();", json!([]))
        .await?;
    search(t, "合作").await?;
    t.page
        .wait_until(
            "the search is done",
            "parseInt($('[part~=status]').textContent) < 63",
        )
        .await?;
    let () = t
        .page
        .js(
            "$('[aria-controls=ce-quote]').click();
             root.querySelectorAll('details')[1].open = false;",
            json!([]),
        )
        .await?;
    t.page
        .wait_until("the panel is open", "$('#ce-quoted')")
        .await?;
    let () = t
        .page
        .js(
            "const quote = $('#ce-quoted'); quote.value = 'public health';
             quote.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
             $('[part~=list]').scrollTop = 700;
             const field = $('[part~=search]'); field.focus(); field.setSelectionRange(1, 1);",
            json!([]),
        )
        .await?;
    t.page
        .wait_until("the quote is checked", "$('.findings li')")
        .await?;
    let state = "return [
        element.view, $('[part~=status]').textContent, $('[part~=search]').value, $('#ce-quoted').value, !!$('.findings li'),
        root.querySelectorAll('details')[1].open, Math.round($('[part~=list]').scrollTop / 10), root.activeElement?.getAttribute('part'),
        $('[part~=search]').selectionStart, second.shadowRoot.querySelectorAll('article').length, second.view];";
    let state = format!("{ELEMENT}{state}");
    let before: Value = t.page.js(&state, json!([])).await?;
    let () = t
        .page
        .js("window.root0 = $('[part~=root]');", json!([]))
        .await?;
    fail(t).await?;
    t.page
        .wait_until(
            "both have restarted",
            "events.join() === 'restarted,ce-ready' && $('[part~=root]') !== root0 && $('.findings li') && second.plan",
        )
        .await?;
    t.page
        .wait_until(
            "list and focus are where they were",
            "$('[part~=list]').scrollTop > 600 && root.activeElement?.matches('[part~=search]')",
        )
        .await?;
    let after: Value = t.page.js(&state, json!([])).await?;
    assert_eq!(before, after);
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    // An element that is added later starts too.
    let added: usize = t
        .page
        .js_async(
            "const next = document.createElement('clause-explorer'); next.loading = 'eager'; document.body.append(next);
             await next.ready; return next.clauses('sector=finance').length;",
            json!([]),
        )
        .await?;
    assert_eq!(added, 3);
    Ok(())
}

async fn a_plan_of_src_restarts_without_its_file(t: &mut Test) -> Result {
    let plan = std::fs::read_to_string(DIST.join("plan.json"))?;
    let body = "<clause-explorer layout=panel loading='eager' src='other.json'></clause-explorer>";
    open_failing(t, failing(body).page("/other.json", plan)).await?;
    let () = t
        .page
        .js(
            "window.fetch = () => Promise.reject(new TypeError('no network'));",
            json!([]),
        )
        .await?;
    fail(t).await?;
    t.page
        .wait_until("it has restarted", "events.join() === 'restarted,ce-ready'")
        .await?;
    search(t, "核能").await?;
    wait_for_count(t, 2).await
}

async fn third_error_in_a_minute_shows_the_text(t: &mut Test) -> Result {
    let body =
        "<clause-explorer layout=panel loading='eager' lang='en'><p>the text</p></clause-explorer>";
    open_failing(t, failing(body)).await?;
    for nth in 1..=2 {
        fail(t).await?;
        t.page
            .wait_until(
                "it has restarted",
                &format!("events.filter((name) => name === 'ce-ready').length === {nth}"),
            )
            .await?;
    }
    fail(t).await?;
    t.page
        .wait_until("it has stopped", "events.at(-1) === 'stopped'")
        .await?;
    let script = format!(
        "{ELEMENT}
        let thrown; try {{ element.clauses(); }} catch (error) {{ thrown = error.message; }}
        return [$('p').textContent, !!$('slot'), thrown, await element.ready.catch((error) => error.message.slice(0, 8)), events.filter((name) => name === 'restarted').length];"
    );
    let found: Value = t.page.js_async(&script, json!([])).await?;
    assert_eq!(
        found,
        json!([
            "The explorer has stopped after several errors. Try again",
            true,
            "expected clauses() to be called once the promise `ready` is settled, found the widget stopped after several errors in it",
            "expected",
            2
        ])
    );
    let () = t.page.js("$('p button').click();", json!([])).await?;
    t.page
        .wait_until("it runs again", "events.at(-1) === 'ce-ready'")
        .await?;
    search(t, "核能").await?;
    wait_for_count(t, 2).await
}

/// True when the status and the list have this number of clauses.
fn shows(count: usize) -> String {
    format!(
        "parseInt($('[part~=status]').textContent) === {count} && root.querySelectorAll('article').length === {count}"
    )
}

/// Faults of the page: a name, and a script that causes it. Functions fail once, or for 200 milliseconds.
fn faults() -> Vec<(String, String)> {
    let mut faults = Vec::new();
    for (class, function) in [
        ("Node", "insertBefore"),
        ("Node", "removeChild"),
        ("Element", "setAttribute"),
        ("Element", "removeAttribute"),
        ("Element", "getBoundingClientRect"),
        ("Document", "createElement"),
        ("Document", "createElementNS"),
        ("Element", "querySelector"),
        ("Element", "replaceChildren"),
    ] {
        for (name, end) in [("once", "Class.prototype[name] = own;"), ("for 200 ms", "")] {
            faults.push((
                format!("{function} throws {name}"),
                format!(
                    "const Class = {class}, name = '{function}', own = Class.prototype[name];
                     Class.prototype[name] = function () {{ {end} throw new Error('a fault of the page'); }};
                     setTimeout(() => (Class.prototype[name] = own), 200);"
                ),
            ));
        }
    }
    faults
}

async fn faults_of_the_page_end_in_the_right_clauses(t: &mut Test) -> Result {
    for (name, fault) in faults() {
        open_page(
            t,
            "<clause-explorer layout=panel loading='eager' lang='en'><p>the text</p></clause-explorer>",
        )
        .await?;
        listen(t).await?;
        let script = format!(
            "{fault} $('[value=finance]').click(); setTimeout(() => $('[name=lang][value=es]')?.click(), 50);"
        );
        let () = t.page.js(&script, json!([])).await?;
        // After the fault, the clauses of the reader's choice or the text; never something else.
        let shown = &format!("$('slot') && $('p') || {}", shows(3));
        t.page.wait_until(&name, shown).await?;
        let () = t
            .page
            .js_async(
                "await new Promise((later) => setTimeout(later, 900));",
                json!([]),
            )
            .await?;
        t.page.wait_until(&name, shown).await?;
        let () = t.page.js("$('p button')?.click();", json!([])).await?;
        t.page
            .wait_until(&name, "$('[value=tourism]') && !$('slot')")
            .await?;
        let () = t
            .page
            .js(
                &format!("{ELEMENT} element.view = 'sector=tourism';"),
                json!([]),
            )
            .await?;
        t.page.wait_until(&name, &shows(3)).await?;
        // The errors of the fault are reported, and no others.
        let others: Vec<String> = t
            .page
            .js("return __console.splice(0).filter((line) => !/a fault of the page|unreachable|out of bounds|failed to (insert|append)/i.test(line));", json!([]))
            .await?;
        assert_eq!(others, [""; 0], "{name}");
    }
    Ok(())
}

/// Offers a function that does what `part.innerHTML = part.innerHTML` does, which the policy of the page forbids.
const SWAP: &str = "window.swap = (part) => part.replaceChildren(...[...part.childNodes].map((node) => node.cloneNode(true)));";

async fn removed_elements_are_rendered_again(t: &mut Test) -> Result {
    for damage in [
        "$('[part~=list]').replaceChildren();",
        "swap($('[part~=list]'));",
        "swap(root);",
        "$('[part~=header]').remove();",
        "const part = $('article'); part.replaceWith(part.cloneNode(true));",
        "$('#ce-facets').innerText = 'gone';",
        "$('[part~=root]').replaceWith($('[part~=root]').cloneNode(true));",
        "$('[part~=list]').append($('article').cloneNode(true));",
    ] {
        open_page(
            t,
            "<clause-explorer layout=panel loading='eager' lang='en'></clause-explorer>",
        )
        .await?;
        listen(t).await?;
        let () = t.page.js(SWAP, json!([])).await?;
        let () = t.page.js(damage, json!([])).await?;
        // It is mended without any change of the view.
        let () = t
            .page
            .js_async(
                "await new Promise((later) => setTimeout(later, 100));",
                json!([]),
            )
            .await?;
        t.page.wait_until(damage, &shows(63)).await?;
        t.page.click("[value=finance]").await?;
        t.page.wait_until(damage, &shows(3)).await?;
        let events: Vec<String> = t.page.js("return events;", json!([])).await?;
        assert_eq!(events, [""; 0], "{damage}: nothing had to restart");
    }
    // A copy that takes the widget's place in the same task as a change does not stay.
    let copied = "$('[value=tourism]').click();
        const copy = $('[part~=root]').cloneNode(true);
        copy.dataset.copy = '';
        $('[part~=root]').replaceWith(copy);";
    let () = t.page.js(copied, json!([])).await?;
    t.page
        .wait_until(
            "one widget is there, with the change",
            "root.querySelectorAll('[part~=root]').length === 1 && !$('[data-copy]') && root.querySelectorAll('article').length === 6",
        )
        .await?;
    let () = t
        .page
        .js("$('[value=tourism]').click();", json!([]))
        .await?;
    t.page
        .wait_until("the change is taken back", &shows(3))
        .await?;
    // A change in the same task as the damage is not lost, and the reader types on.
    let typing = "$('[value=finance]').click();
        const field = $('[part~=search]');
        field.focus();
        field.value = '核能';
        $('article').remove();
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
    let () = t.page.js(typing, json!([])).await?;
    wait_for_count(t, 2).await?;
    t.page
        .wait_until(
            "the search field has the focus",
            "root.activeElement === $('[part~=search]')",
        )
        .await
        .map_err(Into::into)
}
