//! Documents of other shapes than the project's own: each of `tests/content/`, as a site of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use compile::{Source, compile};
use publish::site::{self, Engine, Options};
use serde_json::{Value, json};

use super::{DIST, ELEMENT, POLICY, paste, wait_for_count, wait_for_ready};
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    everywhere: [
        a_decree_from_right_to_left_is_read,
        a_treaty_in_two_languages_is_read,
    ],
    chromium: [
        documents_of_every_shape_are_read,
    ],
}

/// A document, and what its readers expect.
struct Document {
    folder: &'static str,
    lang: &'static str,
    clauses: usize,
    /// A search, and the number of clauses that it finds.
    search: (&'static str, usize),
    /// A filter, and the number of clauses that it leaves.
    filter: (&'static str, usize),
    /// An identifier to link to, and its text.
    link: (&'static str, &'static str),
    /// A part of the citation of that.
    cited: &'static str,
    /// A passage of the printed list.
    printed: &'static str,
}

const DECREE: Document = Document {
    folder: "arabic-decree",
    lang: "ar",
    clauses: 4,
    search: ("الرسم", 2),
    filter: ("matter=fees", 2),
    link: ("art_1__para_2", "لا يجوز حفر الآبار دون ترخيص."),
    cited: "” مرسوم بشأن مياه الوادي، المادة 1(2) (ديوان المياه). ",
    printed: "تحدد اللجنة اليومين.",
};

const FERRY: Document = Document {
    folder: "two-authentic",
    lang: "es",
    clauses: 3,
    search: ("ferry", 1),
    filter: ("matter=languages", 1),
    link: (
        "art_1__para_2",
        "Su tarifa no supera las 2,50 coronas, ni las 1.000 coronas por un año.",
    ),
    cited: " Tratado sobre el transbordador del Estrecho, Artículo 1(2) (Ferry Commission, 2020-05-04, https://example.org/ferry-treaty). ",
    printed: "Los textos español e inglés son igualmente auténticos.",
};

const OTHERS: [Document; 7] = [
    Document {
        folder: "city",
        lang: "en",
        clauses: 6,
        search: ("bicycle", 2),
        filter: ("deadline-range=2027", 1),
        link: ("goal_1__act_2__para_b", "Hold a bicycle day once a year."),
        cited: "” River City Transport Plan 2026–2030, Action 1.2(b) (River City Council, 2026-02-01, https://example.org/river-city). ",
        printed: "Build 12.5 kilometres of bicycle lanes.",
    },
    Document {
        folder: "constitution",
        lang: "es",
        clauses: 5,
        search: ("lengua", 1),
        filter: ("matter=v2", 1),
        link: (
            "title_2__art_2bis__para_1",
            "La reforma necesita dos tercios de los votos.",
        ),
        cited: "» Constitución de la Isla, Artículo 2 bis (example.org). ",
        printed: "Nadie será obligado a hablar otra.",
    },
    Document {
        folder: "goals",
        lang: "en",
        clauses: 6,
        search: ("2030", 2),
        filter: ("matter=v2", 3),
        link: ("goal_1__para_a", "Pay for it from the town's own funds."),
        cited: "” The Town's Goals, 1.a (example.org). ",
        printed: "Report every year.",
    },
    Document {
        folder: "small",
        lang: "zh",
        clauses: 4,
        search: ("深化", 1),
        filter: ("sector=trade", 2),
        link: ("art_2__sec_1__para_2", "深化服务贸易。"),
        cited: "《小计划》第二条 一、(二)（example.org，2020-01-01，https://example.org/plan） ",
        printed: "便利投资。",
    },
    Document {
        folder: "statement",
        lang: "en",
        clauses: 3,
        search: ("fish", 1),
        filter: ("matter=v1", 2),
        link: ("art_1__para_2", "We count their fish. Write to us."),
        cited: "” Statement of the Mayors, Our rivers ¶2 (example.org). ",
        printed: "Clean by any standard; see https://rivers.example/standard.",
    },
    Document {
        folder: "statute",
        lang: "zh",
        clauses: 7,
        search: ("湖长", 2),
        filter: ("matter=v2", 5),
        link: ("book_1__chp_2__art_3-1__para_1", "湖长可以委托他人巡查。"),
        cited: "”《湖泊保护法》第三条之一（example.org） ",
        printed: "（一）天然湖泊：",
    },
    Document {
        folder: "treaty",
        lang: "en",
        clauses: 5,
        search: ("railings", 1),
        filter: ("matter=v2", 2),
        link: (
            "part_1__art_2__para_1__list_1__point_b",
            "(b) reports on it every year.",
        ),
        cited: "“reports on it every year.” Treaty on the Bridge, Article 2(1)(b) (example.org). ",
        printed: "one crown",
    },
];

async fn a_decree_from_right_to_left_is_read(t: &mut Test) -> Result {
    read(t, &DECREE).await
}

async fn a_treaty_in_two_languages_is_read(t: &mut Test) -> Result {
    read(t, &FERRY).await
}

async fn documents_of_every_shape_are_read(t: &mut Test) -> Result {
    let folders = fs::read_dir(folder(""))?.count();
    assert_eq!(folders, OTHERS.len() + 2, "a row for each document");
    for document in &OTHERS {
        read(t, document).await?;
    }
    Ok(())
}

async fn read(t: &mut Test, document: &Document) -> Result {
    let source = Source::read(&folder(document.folder))?;
    let site = start(t, document.folder, &source)?;
    let Document { lang, clauses, .. } = *document;
    let address = site.url(&format!("/embed.html?lang={lang}"));
    t.page.resize(1000, 800).await?;
    t.page.open(&address).await?;
    wait_for_count(t, clauses).await?;
    wait_for_ready(t).await?;

    let (query, found) = document.search;
    paste(t, query).await?;
    wait_for_count(t, found).await?;
    let marked = "[...root.querySelectorAll('article')].every((row) => row.querySelector('mark'))";
    t.page.wait_until("each match is marked", marked).await?;
    paste(t, "").await?;
    wait_for_count(t, clauses).await?;
    let (filter, left) = document.filter;
    let (facet, value) = filter.split_once('=').unwrap_or_default();
    // A facet may be closed.
    let script = "$(`[name='${arguments[0]}'][value='${arguments[1]}']`).click();";
    let () = t.page.js(script, json!([facet, value])).await?;
    wait_for_count(t, left).await?;

    let (eid, text) = document.link;
    t.page
        .open(&site.url(&format!("/embed.html?lang={lang}#{eid}")))
        .await?;
    let pointed = format!("$('[id=\"{eid}\"][aria-current]')");
    t.page
        .wait_until("the linked text is pointed at", &pointed)
        .await?;
    wait_for_ready(t).await?;
    let script = format!(
        "{ELEMENT} const linked = $(`[id='${{arguments[0]}}']`);
        return [(linked.querySelector('[part~=text]') ?? linked).textContent, element.cite(arguments[0], 'text')];"
    );
    let [shown, cited]: [String; 2] = t.page.js(&script, json!([eid])).await?;
    assert_eq!(shown.trim(), text);
    assert!(cited.contains(document.cited), "{cited}");
    nothing_overflows(t).await?;
    check_paper(t, document).await
}

/// Checks the widget with an opened clause in the narrowest window.
pub(super) async fn nothing_overflows(t: &Test) -> Result {
    t.page.resize(320, 800).await?;
    let script = "return [...root.querySelectorAll('*')].filter((one) => {
            const { left, right, width } = one.getBoundingClientRect();
            return width > 1 && (left < -1 || right > innerWidth + 1) && one.checkVisibility?.() !== false;
        }).map((one) => one.outerHTML.slice(0, 120));";
    let outside: Vec<String> = t.page.js(script, json!([])).await?;
    assert_eq!(outside, Vec::<String>::new(), "outside of 320 pixels");
    let fits = "document.documentElement.scrollWidth <= innerWidth";
    Ok(t.page
        .wait_until("the page does not scroll sideways", fits)
        .await?)
}

/// Applies the rules for print to the screen, where every engine can measure them.
async fn check_paper(t: &Test, document: &Document) -> Result {
    let script = "for (const rule of root.adoptedStyleSheets[0].cssRules) {
            if (rule.media?.mediaText === 'print') rule.media.mediaText = 'all';
        }
        dispatchEvent(new Event('beforeprint'));
        const shown = (css) => [...root.querySelectorAll(css)].filter((element) => element.checkVisibility()).length;
        return {
            clauses: shown('article'), texts: shown('article > [part~=text]'), controls: shown('button:not(.tags button), input'),
            address: $('.page-address').innerText === location.href, text: $('[part~=list]').innerText.includes(arguments[0]),
        };";
    let paper: Value = t.page.js(script, json!([document.printed])).await?;
    let clauses = document.clauses;
    assert_eq!(
        paper,
        json!({ "clauses": clauses, "texts": clauses, "controls": 0, "address": true, "text": true }),
        "{} on paper",
        document.folder
    );
    Ok(())
}

/// Returns a folder of `tests/content/`.
pub(super) fn folder(name: &str) -> PathBuf {
    let documents = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/content");
    documents.join(name)
}

/// Starts a site of a content folder, with the engine of the built files.
pub(super) fn start(t: &mut Test, name: &str, source: &Source) -> Result<Arc<Site>> {
    let compiled = compile(source);
    let content = compiled
        .content
        .unwrap_or_else(|| panic!("{name}: {:?}", compiled.diagnostics));
    let engine = Engine::unpack(&fs::read(DIST.join("engine.bin"))?)?;
    let options = Options {
        version: "0.0.0",
        showcase: None,
        preview: None,
        folder: &BTreeMap::new(),
        licences: &[],
        guide: "",
    };
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("documents/{}-{name}", t.engine));
    fs::create_dir_all(&out)?;
    for file in site::site(&content, &engine, &options)? {
        fs::write(out.join(file.name), file.bytes)?;
    }
    let policy = format!("{POLICY}; manifest-src 'self'");
    let site = Site::builder()
        .folder(out)
        .header("content-security-policy", &policy);
    Ok(t.site(site))
}
