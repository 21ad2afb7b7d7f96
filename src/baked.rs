//! The plan that `src/build.rs` compiled from `content/`, as constants.
//!
//! Constants won over a compact binary format (postcard, 1.1) when measured: figures in CONTRIBUTING.md.

#![expect(
    clippy::unicode_not_nfc,
    reason = "which characters fold to which is about such characters"
)]

// The generated code names `alloc::borrow::Cow`.
extern crate alloc;

include!(concat!(env!("OUT_DIR"), "/baked.rs"));
