//! Texts that others change: page translators, highlighters, reader tools.

use serde_json::json;

use super::{DIST, listening, wait_for_widget};
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    everywhere: [
        texts_survive_changes_that_keep_the_words,
        texts_that_change_are_right_after_any_change,
    ],
    anywhere: [
        texts_of_a_translator_do_not_stop_filters,
    ],
}

/// Notes each text node that the widget makes: nobody else on the page makes one.
const NOTE: &str = "window.made = [];
    const make = Document.prototype.createTextNode;
    Document.prototype.createTextNode = function (text) {
        const node = make.call(this, text);
        made.push(node);
        return node;
    };";

/// Functions for the page. `steps` are a reader's: each works on the shadow root of an element.
const STEPS: &str = r#"
    const roots = [...document.querySelectorAll('clause-explorer')].map((element) => element.shadowRoot);
    await Promise.all(roots.map(({ host }) => host.ready));
    const press = (css) => (root) => {
        const target = root.querySelector(css);
        if (!target) throw new Error(`no ${css}`);
        target.click();
    };
    const type = (css, text) => (root) => {
        const field = root.querySelector(css);
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    };
    const set = (name, value) => ({ host }) => { host[name] = value; };
    const clause = '#art_2__sec_7__para_2';
    const steps = [
        type('[part~=search]', 'energy'),
        press(`${clause} .open`),
        press(`${clause} .tags button`),
        press(`${clause} .pin`),
        type('[part~=search]', 'energy oil'),
        type('[part~=search]', 'no such words'),
        press('.empty li button'),
        press('[name=sector][value=finance]'),
        press('[aria-controls=ce-export]'),
        press('[aria-controls=ce-quote]'),
        type('#ce-quoted', 'in areas such as the oil and water'),
        press('[name=lang][value=es]'),
        press('[aria-controls=ce-share]'),
        press('[aria-controls=ce-overview]'),
        press('.chips .clear-all'),
        press('.pins [aria-pressed]'),
        press(`${clause} .open`),
        press('.pins .clear-all'),
        set('annotations', [{ clause: clause.slice(1), status: 'kept', note: 'A note', href: 'https://example.org/', date: '2026-01-02' }]),
        set('view', 'compare=zh&lang=pt&q=energia'),
        set('annotations', [{ clause: clause.slice(1), status: 'broken', note: 'Another' }]),
        set('view', ''),
        press('.compare option:last-child'),
    ];
    const later = (time) => new Promise((later) => setTimeout(later, time));
    /** Waits until both elements have rendered a step. */
    const pause = async (isDone = () => true) => {
        await later(100);
        for (let tries = 0; tries < 50 && !isDone(); tries++) await later(40);
    };
    const nodes = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) found.push(walker.currentNode);
        return found;
    };
    const list = (root) => [root.querySelector('[part~=status]').textContent, ...[...root.querySelectorAll('article')].map((one) => one.id)].join(' ');
"#;

/// Opens a page with two elements. It has no policy, so that its scripts may parse HTML.
async fn open_two(t: &mut Test) -> Result {
    let body =
        "<clause-explorer layout=panel lang='en' loading='eager'></clause-explorer>".repeat(2);
    let site = t.site(listening(Site::builder().folder(DIST.clone()), &body, NOTE));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_widget(t).await
}

/// Changes the text nodes of the first element: each in one of several ways, another one after each step.
const CHANGE: &str = "
    let turn = 0;
    const change = (ways) => {
        turn += 1;
        nodes(roots[0]).forEach((node, index) => {
            const parent = node.parentNode;
            // Else each step would double the nodes.
            if (node.isConnected && parent.childNodes.length < 3 && !parent.closest('i')) ways[(index + turn) % ways.length](node, parent);
        });
    };";

async fn texts_survive_changes_that_keep_the_words(t: &mut Test) -> Result {
    open_two(t).await?;
    let script = [
        STEPS,
        CHANGE,
        "const ways = [
            // A page translator.
            (node) => { const font = document.createElement('font'); font.textContent = node.data; node.replaceWith(font); },
            // Highlighters.
            (node) => node.splitText(node.length / 2),
            (node) => { const range = document.createRange(); range.selectNode(node); range.surroundContents(document.createElement('b')); },
            // Reader tools.
            (node) => node.replaceWith(node.cloneNode()),
            (_, parent) => { parent.innerHTML = parent.innerHTML; },
            (_, parent) => parent.normalize(),
        ];
        const seen = () => roots.map((root) => list(root) + root.textContent);
        for (const [index, step] of steps.entries()) {
            change(ways);
            roots.forEach(step);
            await pause(() => seen()[0] === seen()[1]);
            const [changed, other] = seen();
            if (changed !== other) {
                const at = [...changed].findIndex((letter, at) => letter !== other[at]);
                throw new Error(`step ${index}: ${changed.slice(at - 20, at + 80)} | ${other.slice(at - 20, at + 80)}`);
            }
        }
        // Where the widget knows a text node, its element is replaced as a whole.
        return made.filter((node) => node.isConnected && !node.parentNode.closest('[part~=text], q')).map((node) => node.parentNode.outerHTML);",
    ]
    .concat();
    let known: Vec<String> = t.page.js_async(&script, json!([])).await?;
    assert!(known.is_empty(), "{known:?}");
    Ok(())
}

async fn texts_that_change_are_right_after_any_change(t: &mut Test) -> Result {
    const WAYS: &str = "const ways = [
            (_, parent) => { parent.textContent = 'changed'; },
            (node) => { node.data = 'changed'; },
            (node) => node.remove(),
            (_, parent) => { parent.innerHTML = '<i>changed</i> by others'; },
            (node) => node.before('changed', document.createElement('i')),
        ];";
    const STEP_BY_STEP: &str = "const count = (root) => root.querySelector('[part~=status]').textContent;
        const clauses = (root) => list(root).slice(count(root).length);
        const isSame = () => clauses(roots[0]) === clauses(roots[1]);
        for (const [index, step] of steps.entries()) {
            change(ways);
            const before = count(roots[1]);
            roots.forEach(step);
            await pause(isSame);
            if (!isSame()) throw new Error(`step ${index}: another list`);
            const [changed, other] = roots.map(count);
            if (before !== other && changed !== other) throw new Error(`step ${index}: ${changed} | ${other}`);
        }
        return ways.length;";
    const ONE_TURN: &str = "turn = arguments[0];
        const texts = (root) => [...root.querySelectorAll('[part~=text], h2, h3, [part~=division] span, .name, summary, footer a, button, [part~=status]')].map((one) => one.textContent);
        // Shows a view, and waits until two looks at both elements see the same.
        const show = async (view) => {
            roots.forEach(set('view', view));
            for (let last, now; last === undefined || now !== last;) {
                last = now;
                await later(200);
                now = `${roots.map(texts)}`;
            }
        };
        await show('lang=zh&q=能源');
        await show('lang=en');
        const before = texts(roots[1]);
        change(ways);
        await show('lang=zh');
        const [changed, other] = roots.map(texts);
        return changed.map((text, index) => `${text} | ${other[index]}`).filter((_, index) => changed[index] !== other[index] && other[index] !== before[index]);";
    open_two(t).await?;
    let script = [STEPS, CHANGE, WAYS, STEP_BY_STEP].concat();
    let turns: u32 = t.page.js_async(&script, json!([])).await?;
    // Each turn has a call of its own, because a call has a time limit.
    let script = [STEPS, CHANGE, WAYS, ONE_TURN].concat();
    for turn in 0..turns {
        let wrong: Vec<String> = t.page.js_async(&script, json!([turn])).await?;
        assert!(wrong.is_empty(), "turn {turn}: {wrong:?}");
    }
    Ok(())
}

/// The page `translate.html` of issue 13.
async fn texts_of_a_translator_do_not_stop_filters(t: &mut Test) -> Result {
    open_two(t).await?;
    let script = format!(
        "{STEPS}
        const text = roots[0].querySelector('#art_2__sec_7__para_4 [part~=text]').firstChild;
        const font = document.createElement('font');
        font.textContent = `Translated: ${{text.data}}`;
        text.replaceWith(font);
        type('[part~=search]', 'energy')(roots[0]);
        const count = (root) => list(root).split(' ')[0];
        await pause(() => count(roots[0]) !== '63');
        const found = count(roots[0]);
        for (const root of roots) set('view', 'sector=finance')(root);
        await pause(() => roots.every((root) => count(root) === '3'));
        return [found, ...roots.map(count)];"
    );
    let counts: Vec<String> = t.page.js_async(&script, json!([])).await?;
    assert_eq!(counts, ["6", "3", "3"]);
    Ok(())
}
