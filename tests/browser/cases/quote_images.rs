//! Clauses saved as images.

use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use serde_json::json;

use super::steps::{open, press};
use super::wait_for_count;
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        a_clause_is_saved_as_an_image,
    ],
    anywhere: [
        long_clauses_fit_into_images,
    ],
}

#[derive(Deserialize)]
struct Saved {
    name: String,
    kind: String,
    width: u32,
    height: u32,
    /// How many colours the pixels have, of a PNG.
    colours: usize,
    /// The text of an SVG.
    text: String,
    /// The file, in Base64.
    bytes: String,
}

/// Presses one of the buttons of the opened clause, and returns the file.
async fn save(t: &Test, kind: &str) -> Result<Saved> {
    let catch = "HTMLAnchorElement.prototype.click = function () { window.saved = { name: this.download, blob: window.blob }; };
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => create.call(URL, (window.blob = blob));
        delete window.saved;";
    let () = t.page.js(catch, json!([])).await?;
    press(t, &format!("[data-image={kind}]")).await?;
    t.page.wait_until("a file is saved", "window.saved").await?;
    let look = "const { name, blob } = saved;
        const bytes = btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''));
        if (blob.type !== 'image/png') {
            // The policy of the page refuses to parse it.
            const svg = await blob.text();
            const [, width, height] = svg.match(/^<svg [^>]* width=\"(\\d+)\" height=\"(\\d+)\"/).map(Number);
            const plain = (text) => text.replace(/&#(\\d+);/g, (_, code) => String.fromCharCode(code));
            saved.lines = [...svg.matchAll(/<text x=\"(\\d+)\" y=\"(\\d+)\" font-size=\"(\\d+)\" [^>]*>([^<]*)<\\/text>/g)].map(([, x, y, size, text]) => [Number(x), Number(y), size, plain(text)]);
            saved.font = svg.match(/font-family=\"([^\"]*)\"/)[1];
            return { name, kind: blob.type, width, height, colours: 0, text: saved.lines.map((line) => line[3]).join('\\n'), bytes };
        }
        const image = await createImageBitmap(blob);
        const { width, height } = image;
        const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
        context.drawImage(image, 0, 0);
        const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
        return { name, kind: blob.type, width, height, colours: new Set(pixels).size, text: '', bytes };";
    Ok(t.page.js_async(look, json!([])).await?)
}

/// Keeps a file for people to look at.
fn keep(t: &Test, saved: &Saved) -> Result {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots");
    std::fs::create_dir_all(&folder)?;
    let name = format!("{}-{}-{}", t.engine, saved.width, saved.name);
    let bytes = BASE64_STANDARD.decode(&saved.bytes).unwrap_or_default();
    Ok(std::fs::write(folder.join(name), bytes)?)
}

async fn a_clause_is_saved_as_an_image(t: &mut Test) -> Result {
    open(t, "lang='en' view='sector=energy-resources'", "").await?;
    wait_for_count(t, 7).await?;
    // Two presses: “Open” and “Save as an image”.
    press(t, "#art_2__sec_7__para_2 .open").await?;
    t.page
        .wait_until("the buttons are there", "$('[data-image]')")
        .await?;
    let names =
        "return [...root.querySelectorAll('[data-image]')].map((button) => button.textContent);";
    assert_eq!(
        t.page.js::<[String; 3]>(names, json!([])).await?,
        ["Save as an image", "1080 × 1080", "SVG"]
    );
    let file = "china-celac-2022-2024-art_2__sec_7__para_2";
    for (kind, size) in [("png", (1200, 630)), ("square", (1080, 1080))] {
        let saved = save(t, kind).await?;
        assert_eq!(saved.name, format!("{file}.png"));
        assert_eq!(saved.kind, "image/png");
        assert_eq!((saved.width, saved.height), size);
        assert!(saved.colours > 10, "{} colours", saved.colours);
        keep(t, &saved)?;
    }
    let said = "$('.images [role=status]').textContent === 'Saved: Save as an image'";
    t.page.wait_until("the reader is told", said).await?;
    let saved = save(t, "svg").await?;
    assert_eq!(saved.name, format!("{file}.svg"));
    assert_eq!((&*saved.kind, saved.width), ("image/svg+xml", 1200));
    let text = saved.text.replace('\n', " ");
    for part in [
        "Deepen cooperation",
        "核",
        "Article 2.7(2)",
        "Unofficial English translation",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    keep(t, &saved)
}

async fn long_clauses_fit_into_images(t: &mut Test) -> Result {
    let longest = "const [{ eid }] = document.querySelector('clause-explorer').clauses().sort((a, b) => b.text.en.length - a.text.en.length);
        return eid;";
    open(t, "lang='en' view='compare=es'", "").await?;
    wait_for_count(t, 63).await?;
    let eid: String = t.page.js(longest, json!([])).await?;
    press(t, &format!("#{eid} .open")).await?;
    t.page
        .wait_until("the buttons are there", "$('[data-image]')")
        .await?;
    for kind in ["png", "square"] {
        keep(t, &save(t, kind).await?)?;
    }
    let saved = save(t, "svg").await?;
    keep(t, &saved)?;
    assert!(
        saved.text.contains("Unofficial English translation"),
        "{}",
        saved.text
    );
    let fits = "const context = document.createElement('canvas').getContext('2d');
        return saved.lines.every(([x, y, size, text], nth) => {
            context.font = `${size}px ${saved.font}`;
            return x + context.measureText(text).width <= 1200 - 59 && y <= 630 && (!nth || y > saved.lines[nth - 1][1]);
        });";
    assert!(t.page.js::<bool>(fits, json!([])).await?, "{}", saved.text);
    Ok(())
}
