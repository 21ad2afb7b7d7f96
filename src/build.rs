//! Compiles `content/` and packs it for the library (`src/baked.rs`).
//!
//! Content that is wrong fails the build with every diagnostic. The folder can be another one:
//! `CLAUSE_EXPLORER_CONTENT` names it, which is how `build --content` reaches here.

// The modules are shared with the library, which uses more of them than this script does.
#![allow(dead_code, unreachable_pub, unused_imports)]

mod compile;
mod interface;
mod pack;
mod plan;

use std::path::{Path, PathBuf};
use std::{env, fs};

use compile::{Compiled, Content, Source, compile};
use interface::Interface;
use pack::{Pack, Packed};
use plan::List;

fn main() {
    let folder = env::var_os("CLAUSE_EXPLORER_CONTENT")
        .map_or_else(|| PathBuf::from("content"), PathBuf::from);
    println!("cargo::rerun-if-env-changed=CLAUSE_EXPLORER_CONTENT");
    println!("cargo::rerun-if-changed={}", folder.display());
    let source = match Source::read(&folder) {
        Ok(source) => source,
        Err(error) => {
            println!("cargo::error=expected a readable content folder: {error}");
            return;
        }
    };
    let Compiled {
        content,
        diagnostics,
    } = compile(&source);
    for d in &diagnostics {
        let file = folder.join(&d.file);
        println!(
            "cargo::error={}:{}:{}: {} (hint: {})",
            file.display(),
            d.line,
            d.column,
            d.message,
            d.hint
        );
    }
    // cargo fails on the errors above, and shows them without this script's own output.
    if let Some(Err(error)) = content.map(|content| write(&content)) {
        println!("cargo::error=expected to write the baked plan: {error}");
    }
}

/// Writes the plan and the words of the widget for `src/baked.rs`.
fn write(content: &Content) -> std::io::Result<()> {
    let folder = env::var_os("OUT_DIR").unwrap_or_default();
    let interfaces: List<Interface> = content.interfaces.clone().into();
    let (mut plan, mut words) = (Packed::default(), Packed::default());
    content.plan.pack(&mut plan);
    interfaces.pack(&mut words);
    for (name, Packed { numbers, text, .. }) in [("plan", plan), ("interfaces", words)] {
        fs::write(Path::new(&folder).join(format!("{name}.numbers")), numbers)?;
        fs::write(Path::new(&folder).join(format!("{name}.txt")), text)?;
    }
    Ok(())
}
