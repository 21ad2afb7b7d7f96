//! The states of the widget that axe scans, and that accessibility trees and pictures record.
//!
//! A new feature gets a state here. Each state shows something that no other state shows.

use serde_json::json;

use crate::page::{Page, PageError};

/// One state.
pub(crate) struct State {
    pub(crate) name: &'static str,
    /// The view. `OTHER` stands for a language that differs from the reading language.
    view: &'static str,
    /// A script with the actions of a reader.
    script: &'static str,
    /// An expression that is true in this state and in no other.
    sign: &'static str,
}

const fn state(
    name: &'static str,
    view: &'static str,
    script: &'static str,
    sign: &'static str,
) -> State {
    State {
        name,
        view,
        script,
        sign,
    }
}

pub(crate) const STATES: [State; 14] = [
    state(
        "initial",
        "",
        "",
        "root.querySelectorAll('article').length === 63 && !$('.chip')",
    ),
    state(
        "filtered",
        "sector=energy-resources&sector=science-technology&q=能源",
        "",
        "root.querySelectorAll('.chip').length === 2 && $('mark')",
    ),
    state(
        "facets",
        "action=support&sector=finance",
        "if ($('.open-facets').getClientRects().length) $('.open-facets').click();
        if ($('[part~=matrix]')) $('[aria-controls=ce-overview]').click();
        for (const facet of root.querySelectorAll('#ce-facets details')) facet.open = true;",
        "!$('[part~=matrix]') && !$('#ce-facets details:not([open])') && $('[value=support]:checked').getClientRects().length",
    ),
    state("empty", "sector=tourism&q=核能", "", "$('.empty button')"),
    state(
        "clause",
        "sector=energy-resources&clause=art_2__sec_7__para_2",
        "",
        "$('#art_2__sec_7__para_2[aria-current] .cite')",
    ),
    state(
        "evidence",
        "q=核能",
        "$('#art_2__sec_7__para_2 .tags button:last-child').click();",
        "$('.evidence .because')",
    ),
    state(
        "parallel",
        "compare=OTHER&sector=finance",
        "",
        "$('[data-parallel=true]') && root.querySelectorAll('article').length === 3",
    ),
    state(
        "share",
        "sector=tourism",
        "$('[part~=share]').click();",
        "$('#ce-share textarea')",
    ),
    state(
        "overview",
        "action=support&sector=finance",
        "await there('.chip'); if (!$('[part~=matrix]')) $('[aria-controls=ce-overview]').click();",
        "$('[part~=matrix] [aria-pressed=true]')",
    ),
    state(
        "export",
        "sector=energy-resources",
        "$('[aria-controls=ce-export]').click();",
        "$('#ce-selection').value.length > 500",
    ),
    state(
        "quote",
        "",
        "$('[aria-controls=ce-quote]').click();
        (await there('#ce-quoted')).value = 'Deepen cooperation in areas such as electricity, oil and coal ... 可再生能源 ... nuclear fusion';
        $('#ce-quoted').dispatchEvent(new InputEvent('input', { bubbles: true }));",
        "root.querySelectorAll('.findings li').length === 3",
    ),
    state(
        "pins",
        "pin=art_1__para_2&pin=art_2__sec_7__para_2",
        "(await there('.pins [aria-pressed]')).click();",
        "root.querySelectorAll('article').length === 2 && $('.pin[aria-pressed=true]')",
    ),
    state(
        "cards",
        "pin=art_3__para_3&pin=art_1__para_2",
        "Object.assign(explorer, { layout: 'card', heading: 'Two promises', intro: 'Chosen by us.' });",
        "root.querySelectorAll('.cards figure').length === 2",
    ),
    state(
        "annotations",
        "sector=energy-resources",
        "document.querySelector('clause-explorer').annotations = [
            { clause: 'art_2__sec_7__para_2', status: 'In doubt', note: 'Financing is open.', href: 'https://example.org/nuclear', date: '2024-01' },
            { clause: 'art_2__sec_7__para_3', status: 'Kept' },
        ];",
        "root.querySelectorAll('[part~=annotation]').length === 2",
    ),
];

impl State {
    /// Brings a freshly opened page into this state, in a language.
    pub(crate) async fn show(&self, page: &Page, language: &str) -> Result<(), PageError> {
        let other = if language == "zh" { "en" } else { "zh" };
        let script = format!(
            "const explorer = document.querySelector('clause-explorer');
            await explorer.ready;
            explorer.lang = arguments[0];
            explorer.setAttribute('view', arguments[1]);
            const there = async (css) => {{
                for (let tries = 0; tries < 100 && !$(css); tries++) await new Promise((later) => setTimeout(later, 20));
                return $(css);
            }};
            await there(`[part~=root][lang^=${{arguments[0]}}]`);
            {}",
            self.script
        );
        let view = self.view.replace("OTHER", other);
        let () = page.js_async(&script, json!([language, view])).await?;
        let sign = format!(
            "$('[part~=root]').lang.startsWith('{language}') && ({})",
            self.sign
        );
        page.wait_until(&format!("the page shows the state {}", self.name), &sign)
            .await
    }
}
