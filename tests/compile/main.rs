//! The compiler: the real plan to the letter, and every message to authors.

mod broken;
mod columns;
mod content;
mod documents;
mod facet_values;
mod facets;
mod files;
mod glosses;
mod interface;
mod languages;
mod markup;
mod names;
mod numbers;
mod plan_toml;
mod real_plan;
mod sheets;
mod sizes;
mod slips;
mod structure;
mod translation;
