//! The files of `dist/`: the widget, the package around it, its data, its pages, and the codes that embed it.

mod codes;
mod linked_data;
mod one_file;
mod pages;
mod styles;
mod worker;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use clause_explorer::compile::Content;
use clause_explorer::export;
use clause_explorer::plan::Plan;

use super::failure::Failure;
use super::project::Project;
use super::wasm::Widget;

/// What a page that has the script tag fetches until the widget is there.
pub(super) const FIRST_USE: [&str; 3] = [
    "clause-explorer.js",
    "clause-explorer_bg.js",
    "clause-explorer_bg.wasm",
];

/// Files of `www/` that need nothing done to them.
const AS_THEY_ARE: [&str; 8] = [
    "builder.js",
    "clause-explorer.css",
    "clause-explorer.css.d.ts",
    "clause-explorer.d.ts",
    "custom-elements.json",
    "embed.css",
    "showcase.css",
    "icon.svg",
];

/// Every file, in memory until all are made.
#[derive(Debug)]
pub(super) struct Dist {
    files: Vec<(String, Vec<u8>)>,
}

impl Dist {
    /// Makes the files.
    pub(super) fn new(
        project: &Project,
        content: &Content,
        widget: Widget,
    ) -> Result<Self, Failure> {
        let www = |name: &str| {
            let path = project.www().join(name);
            fs::read_to_string(&path)
                .map_err(|error| Failure::build(&format!("read {}", path.display()), error))
        };
        let mut dist = Self { files: Vec::new() };
        let class = www("clause-explorer.js")?
            .replace("__VERSION__", &widget.version)
            .replace("\"__WORDS__\"", &words(content));
        let styles = serde_json::to_string(&styles::sheet(www)?)
            .map_err(|error| Failure::build("quote the styles", error))?;
        let bundle = |wasm: &str| {
            let (pack, page) = (www("pack.js")?, www("page.js")?);
            Ok(format!(
                "{}\n{pack}\n{wasm}\n{page}\nexport const styles = {styles};\n",
                widget.glue
            ))
        };
        // An address that only the browser knows: bundlers are told to leave it alone, which is said behind the
        // minifier, since comments say it.
        let again = "/* webpackIgnore: true */ /* @vite-ignore */ again";
        let beside = bundle(&www("wasm-beside.js")?)?;
        dist.add(
            "clause-explorer.js",
            minify_script("clause-explorer.js", &class)?.replace("\"__AGAIN__\"", again),
        );
        dist.add(
            "clause-explorer_bg.js",
            minify_script("clause-explorer_bg.js", &beside)?,
        );
        let one_file = one_file::Parts {
            class: &class,
            widget: &bundle(&www("wasm-inside.js")?)?,
            copy: &www("offline-copy.js")?,
            styles: &minify_styles(
                "embed.css",
                &[www("clause-explorer.css")?, www("embed.css")?].concat(),
            )?,
            wasm: &gzip(&widget.wasm)
                .map_err(|error| Failure::build("compress the wasm", error))?,
        };
        let one_file = one_file.page(&pages::page(&www("clause-explorer.html")?, content))?;
        dist.add("clause-explorer.html", one_file);
        dist.files
            .push(("clause-explorer_bg.wasm".into(), widget.wasm));
        for name in AS_THEY_ARE {
            dist.add(name, www(name)?);
        }
        for name in ["embed.js", "embed-page.js", "offline-copy.js", "offline.js"] {
            dist.add(name, minify_script(name, &www(name)?)?);
        }
        // The npm package is the folder itself.
        dist.add(
            "package.json",
            www("package.json")?.replace("VERSION", env!("CARGO_PKG_VERSION")),
        );
        dist.add("README.md", www("package.md")?);
        dist.add("LICENSE-MIT", include_str!("../../LICENSE-MIT").into());
        dist.add(
            "LICENSE-APACHE",
            include_str!("../../LICENSE-APACHE").into(),
        );
        dist.add_data(content)?;
        for name in pages::NAMES {
            dist.add(name, pages::page(&www(name)?, content));
        }
        dist.add_codes(&content.plan)?;
        let manifest = &www("manifest.webmanifest")?;
        dist.add("manifest.webmanifest", pages::manifest(manifest, content));
        let worker = worker::finish(&www("service-worker.js")?, &mut dist.files)?;
        let worker = minify_script("service-worker.js", &worker)?;
        dist.add("service-worker.js", worker);
        Ok(dist)
    }

    /// Writes all files and their compressed twins; returns each one's name, size and size in
    /// brotli, in bytes. A file appears whole or not at all, so that a server may go on meanwhile.
    pub(super) fn write(&self, out: &Path) -> io::Result<Vec<(String, usize, usize)>> {
        fs::create_dir_all(out)?;
        let mut sizes = Vec::new();
        for (name, bytes) in &self.files {
            let brotli = brotli(bytes)?;
            write_whole(out, name, bytes)?;
            write_whole(out, &format!("{name}.br"), &brotli)?;
            write_whole(out, &format!("{name}.gz"), &gzip(bytes)?)?;
            sizes.push((name.clone(), bytes.len(), brotli.len()));
        }
        Ok(sizes)
    }

    /// The plan for programs, for spreadsheets, and as text for the inside of the element.
    fn add_data(&mut self, content: &Content) -> Result<(), Failure> {
        let plan = &content.plan;
        let json = serde_json::to_string(plan)
            .map_err(|error| Failure::build("write plan.json", error))?;
        self.add("plan.json", json);
        let all: Vec<usize> = (0..plan.clauses.len()).collect();
        self.add("plan.csv", export::csv(plan, &all));
        for language in plan.languages.iter() {
            let name = format!("plan.{}.html", language.tag);
            self.add(&name, pages::text(content, &language.tag));
        }
        Ok(())
    }

    fn add_codes(&mut self, plan: &Plan) -> Result<(), Failure> {
        let hash = |name: &str| {
            let file = self.files.iter().find(|(file, _)| file == name);
            let file = file.map(|(_, bytes)| codes::integrity(bytes));
            file.ok_or_else(|| Failure::build("hash a file of the codes", name))
        };
        let hashes = codes::CHECKED
            .into_iter()
            .map(|name| Ok((name, hash(name)?)))
            .collect::<Result<_, Failure>>()?;
        let [_, glue, _] = FIRST_USE;
        let snippets = codes::snippets(plan, (glue, &hash(glue)?), &hashes);
        self.add("snippets.txt", snippets);
        self.add("oembed.json", codes::oembed(plan));
        Ok(())
    }

    fn add(&mut self, name: &str, text: String) {
        self.files.push((name.to_owned(), text.into_bytes()));
    }
}

/// What the element's class has to say where the widget cannot, for each language, as JSON.
fn words(content: &Content) -> String {
    let words = content.interfaces.iter().map(|interface| {
        let words = serde_json::json!({
            "failed": &*interface.failed.0,
            "failed_with_text": &*interface.failed_with_text.0,
            "failed_policy": &*interface.failed_policy.0,
            "failed_network": &*interface.failed_network.0,
            "failed_late": &*interface.failed_late.0,
            "failed_browser": &*interface.failed_browser.0,
            "try_again": &*interface.try_again.0,
        });
        (interface.tag.to_string(), words)
    });
    serde_json::Value::Object(words.collect()).to_string()
}

fn minify_script(name: &str, script: &str) -> Result<String, Failure> {
    let minified = minifier::js::minify(script)
        .map_err(|error| Failure::build(&format!("minify {name}"), error))?;
    Ok(minified.to_string())
}

fn minify_styles(name: &str, styles: &str) -> Result<String, Failure> {
    let minified = minifier::css::minify(styles)
        .map_err(|error| Failure::build(&format!("minify {name}"), error))?;
    Ok(minified.to_string())
}

fn write_whole(out: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let unfinished = out.join(format!(".{name}.part"));
    fs::write(&unfinished, bytes)?;
    fs::rename(unfinished, out.join(name))
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
