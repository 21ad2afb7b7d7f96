//! The cases. Each is an async function, listed in the table of its module.

/// Declares the cases of a module, by where they run: `cases! { everywhere: [a, b], anywhere: [c] }`.
macro_rules! cases {
    ($($kind:ident: [$($name:ident),* $(,)?]),* $(,)?) => {
        pub(super) const CASES: &[crate::cases::Case] =
            &[$($(crate::cases::Case {
                name: stringify!($name),
                kind: kind!($kind),
                body: body!($kind $name),
            }),*),*];
    };
}

macro_rules! kind {
    (everywhere) => {
        crate::cases::Kind::Everywhere
    };
    (anywhere) => {
        crate::cases::Kind::Anywhere
    };
    (alone) => {
        crate::cases::Kind::Alone
    };
    (chromium) => {
        crate::cases::Kind::Chromium
    };
    (pictures) => {
        crate::cases::Kind::Pictures
    };
    (files) => {
        crate::cases::Kind::Files
    };
}

macro_rules! body {
    (files $name:ident) => {
        crate::cases::Body::Files($name)
    };
    ($kind:ident $name:ident) => {
        crate::cases::Body::Page(|t| Box::pin($name(t)))
    };
}

mod accessibility_tree;
mod annotation_errors;
mod annotations;
mod attributes;
mod axe;
mod broken_hosts;
mod builder;
mod bundles;
mod cards;
mod citations;
mod clause;
mod codes;
mod collections;
mod deep_links;
mod documents;
mod edge_plans;
mod embed_links;
mod events;
mod evidence;
mod filters;
mod first_screen;
mod foreign_addresses;
mod foreign_changes;
mod frames;
mod harness;
mod headings;
mod history;
mod hosts;
mod injections;
mod isolation;
mod keyboard;
mod languages;
mod late_parts;
mod layout;
mod leaks;
mod lifecycle;
mod long_lists;
mod made_frames;
mod markup;
mod methods;
mod network;
mod odd_data;
mod offline;
mod offline_states;
mod one_file;
mod overview;
mod pages;
mod panels;
mod pictures;
mod pin_order;
mod pins;
mod plans;
mod quote_images;
mod quotes;
mod restart;
mod right_to_left;
mod rows;
mod search;
mod serving;
mod share;
mod shifts;
mod shortcuts;
mod soak;
mod sorting;
mod start;
mod static_text;
mod steps;
mod studio;
mod studio_changes;
mod studio_tools;
mod styling;
mod sync;
mod tables;
mod text;

use std::sync::LazyLock;
use std::time::Duration;

use crate::runner::PageCase;
use pages::{
    DIST, ELEMENT, POLICY, SEARCH, built, eids, integrity, listening, open_page, open_showcase,
    open_without_scripts, page_with, paste, search, wait_for_all_files, wait_for_count,
    wait_for_ready, wait_for_widget, wait_for_worker, with_clipboard,
};

/// One case.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) body: Body,
}

/// Where a case runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// In every engine: rendering, input, focus, scrolling, events, lifecycle, policies, network.
    Everywhere,
    /// In one engine, which differs from day to day: messages, data, codes, state.
    Anywhere,
    /// In every engine, after all others, while nothing else runs: the case depends on time.
    Alone,
    /// In Chromium, whose driver alone offers what the case uses.
    Chromium,
    /// In Chromium and on demand: the case takes pictures and judges nothing.
    Pictures,
    /// In no engine: the case reads files.
    Files,
}

/// The code of a case.
#[derive(Clone, Copy)]
pub(crate) enum Body {
    Page(PageCase),
    Files(fn()),
}

/// Returns every case of every module.
pub(crate) fn all() -> impl Iterator<Item = Case> {
    [
        annotation_errors::CASES,
        annotations::CASES,
        attributes::CASES,
        broken_hosts::CASES,
        builder::CASES,
        bundles::CASES,
        cards::CASES,
        citations::CASES,
        clause::CASES,
        codes::CASES,
        collections::CASES,
        deep_links::CASES,
        documents::CASES,
        edge_plans::CASES,
        embed_links::CASES,
        events::CASES,
        evidence::CASES,
        filters::CASES,
        first_screen::CASES,
        foreign_addresses::CASES,
        foreign_changes::CASES,
        frames::CASES,
        harness::CASES,
        headings::CASES,
        history::CASES,
        injections::CASES,
        isolation::CASES,
        keyboard::CASES,
        languages::CASES,
        late_parts::CASES,
        layout::CASES,
        leaks::CASES,
        lifecycle::CASES,
        long_lists::CASES,
        made_frames::CASES,
        markup::CASES,
        methods::CASES,
        odd_data::CASES,
        network::CASES,
        offline::CASES,
        offline_states::CASES,
        one_file::CASES,
        overview::CASES,
        panels::CASES,
        pins::CASES,
        plans::CASES,
        quote_images::CASES,
        quotes::CASES,
        restart::CASES,
        right_to_left::CASES,
        rows::CASES,
        search::CASES,
        serving::CASES,
        share::CASES,
        shifts::CASES,
        shortcuts::CASES,
        start::CASES,
        static_text::CASES,
        studio::CASES,
        studio_changes::CASES,
        studio_tools::CASES,
        styling::CASES,
        sync::CASES,
        tables::CASES,
        text::CASES,
        axe::CASES,
        accessibility_tree::CASES,
        soak::CASES,
        sorting::CASES,
        hosts::CASES,
        pictures::CASES,
        pin_order::CASES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// Builds what a case needs before it gets a browser, so that the browser does not wait.
pub(crate) fn prepare(case: &str) {
    LazyLock::force(&DIST);
    hosts::prepare(case);
    axe::prepare(case);
    bundles::prepare(case);
}

/// Returns the time that a case may take.
pub(crate) fn limit(case: &str) -> Duration {
    let limit = Duration::from_secs(180);
    if case == "soak" {
        limit + soak::time()
    } else {
        limit
    }
}
