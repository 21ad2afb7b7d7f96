//! Embed codes: HTML that shows a view of the plan in another page.
//!
//! Each code is one line, because content management systems turn newlines into paragraphs. No code
//! has a script inside an attribute. The widget and the command line both use this module, so they
//! return the same codes.

use std::fmt::Write;

use plan::{InLanguage, Plan};
use query::{View, encode, write};

/// The height of an iframe that no script resizes, in CSS pixels.
pub const HEIGHT: u32 = 720;

/// The address of the folder with the files, if no other address is known.
pub const FOLDER: &str = "/clause-explorer/";

/// A view to embed, and the address of the files.
#[derive(Clone, Copy, Debug)]
pub struct Embed<'a> {
    /// The plan that the files in the folder show.
    pub plan: &'a Plan,
    /// The view to show.
    pub view: &'a View,
    /// The address of the folder with the files, with a slash at its end.
    pub folder: &'a str,
    /// The colours.
    pub theme: Theme,
    /// The value of `layout`; empty for the default, which depends on the page.
    pub layout: &'a str,
    /// The heading in place of the plan's title; empty for the title.
    pub heading: &'a str,
    /// The introduction; empty for none.
    pub intro: &'a str,
    /// The height in CSS pixels.
    pub height: u32,
}

/// The colours of the widget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The colours of the page.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl<'a> Embed<'a> {
    /// Creates an embed with the default theme, height and folder.
    #[must_use]
    pub fn new(plan: &'a Plan, view: &'a View) -> Self {
        Self {
            plan,
            view,
            folder: FOLDER,
            theme: Theme::Auto,
            layout: "",
            heading: "",
            intro: "",
            height: HEIGHT,
        }
    }

    /// Returns the tag with its script and styles. If a content management system removes the
    /// script, a link stays.
    #[must_use]
    pub fn element(&self) -> String {
        let (lang, title) = self.title();
        let (lang, title, link) = (escape(lang), escape(title), escape(&self.link()));
        self.tag(&format!("<a lang=\"{lang}\" href=\"{link}\">{title}</a>"))
    }

    /// Returns the tag with the plan's text inside (the fragment that `prerender` writes), for
    /// readers without JavaScript and for search engines.
    #[must_use]
    pub fn with_text(&self, fragment: &str) -> String {
        self.tag(&fragment.trim().replace('\n', " "))
    }

    /// Returns an iframe, and a script that fits its height to its content. Without the script, the
    /// iframe keeps its own height.
    #[must_use]
    pub fn iframe(&self) -> String {
        let (address, folder) = (escape(&self.link()), escape(self.folder));
        let (title, height) = (escape(self.title().1), self.height);
        format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>\
             <script async src=\"{folder}embed.js\"></script>"
        )
    }

    /// Returns the address of a page that shows the view, for systems that accept only links.
    #[must_use]
    pub fn link(&self) -> String {
        let mut query = write(self.view);
        for (name, value) in self.settings() {
            if !value.is_empty() {
                let and = if query.is_empty() { "" } else { "&" };
                query.push_str(&[and, name, "=", &encode(value)].concat());
            }
        }
        let mark = if query.is_empty() { "" } else { "?" };
        // Some systems end a link at the first character outside ASCII, and some pages have another
        // encoding than UTF-8.
        let query = in_ascii(&query);
        format!("{}embed.html{mark}{query}", self.folder)
    }

    /// Returns the language of the codes' own words: the view's language, or else English, or else
    /// the original. The language of the page is not known here.
    #[must_use]
    pub fn language(&self) -> &str {
        let has_english = self.plan.language("en").is_some();
        let original = self.plan.languages.first();
        let default = if has_english {
            "en"
        } else {
            original.map_or("", |language| &language.tag)
        };
        self.view.lang.as_deref().unwrap_or(default)
    }

    fn tag(&self, content: &str) -> String {
        let folder = escape(self.folder);
        let mut attributes = String::new();
        let view = write(self.view);
        let height = if self.height == HEIGHT {
            String::new()
        } else {
            format!("--ce-max-height:{}px", self.height)
        };
        let all = [("view", view.as_str())].into_iter();
        let all = all.chain(self.settings()).chain([("style", &*height)]);
        for (name, value) in all {
            if !value.is_empty() {
                // Writing to a String cannot fail.
                write!(attributes, " {name}=\"{}\"", escape(value)).unwrap_or_default();
            }
        }
        format!(
            "<link rel=\"stylesheet\" href=\"{folder}clause-explorer.css\">\
             <script type=\"module\" src=\"{folder}clause-explorer.js\"></script>\
             <clause-explorer{attributes}>{content}</clause-explorer>"
        )
    }

    /// Returns the attributes beside the view, which are keys of the address too.
    fn settings(&self) -> [(&str, &str); 4] {
        [
            ("theme", self.theme.word().unwrap_or_default()),
            ("layout", self.layout),
            ("heading", self.heading),
            ("intro", self.intro),
        ]
    }

    /// Returns the tag of the title's language for HTML's `lang`, and the plan's title.
    fn title(&self) -> (&str, &str) {
        let InLanguage { tag, text: title } = self.plan.title.nearest(self.language());
        let language = self.plan.language(tag);
        (language.map_or(tag, |language| &language.html), title)
    }
}

impl Theme {
    /// Returns the value of the attribute `theme`; `None` for the default theme.
    #[must_use]
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// Escapes a text for HTML, also for an attribute in double quotes.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

fn in_ascii(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii() {
            encoded.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            write!(encoded, "%{byte:02X}").unwrap_or_default();
        }
    }
    encoded
}
