//! Embed codes: a view of the plan as something to paste into another page.
//!
//! Each code is one line, since content systems make paragraphs of newlines, and has no script inside an
//! attribute. Pure text, in the wasm as on the command line, so that both give the same codes. It
//! knows no file, no DOM and no address but the one it is given.

use std::fmt::Write;

use plan::{InLanguage, Plan};
use query::{View, write};

/// The height of the iframe where no script can size it, in CSS pixels.
pub const HEIGHT: u32 = 720;

/// Where the codes look for the files unless the address of their folder is known.
pub const FOLDER: &str = "/clause-explorer/";

/// What is to be embedded, and from where.
#[derive(Clone, Copy, Debug)]
pub struct Embed<'a> {
    /// The plan that the files in the folder show.
    pub plan: &'a Plan,
    /// What is chosen.
    pub view: &'a View,
    /// The address of the folder that has the files, with a slash at its end.
    pub folder: &'a str,
    /// The colours.
    pub theme: Theme,
    /// The height in CSS pixels.
    pub height: u32,
}

/// Which colours the widget has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Those of the page.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl<'a> Embed<'a> {
    /// A view in the usual look, from the usual folder.
    #[must_use]
    pub fn new(plan: &'a Plan, view: &'a View) -> Self {
        Self {
            plan,
            view,
            folder: FOLDER,
            theme: Theme::Auto,
            height: HEIGHT,
        }
    }

    /// The tag with its script and styles. Where a content system takes the script away, a link is left.
    #[must_use]
    pub fn element(&self) -> String {
        let (lang, title) = self.title();
        let (lang, title, link) = (escape(lang), escape(title), escape(&self.link()));
        self.tag(&format!("<a lang=\"{lang}\" href=\"{link}\">{title}</a>"))
    }

    /// The tag with the plan's text in it (the fragment that `prerender` writes), for readers without
    /// scripts and for search engines.
    #[must_use]
    pub fn with_text(&self, fragment: &str) -> String {
        self.tag(&fragment.trim().replace('\n', " "))
    }

    /// An iframe, and the script that gives it the height of what is in it. It has a sane height by itself.
    #[must_use]
    pub fn iframe(&self) -> String {
        let (address, folder) = (escape(&self.link()), escape(self.folder));
        let (title, height) = (escape(self.title().1), self.height);
        format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\"></iframe>\
             <script async src=\"{folder}embed.js\"></script>"
        )
    }

    /// The address of a page that shows the view, for systems that take nothing but links.
    #[must_use]
    pub fn link(&self) -> String {
        let view = write(self.view);
        let theme = self.theme.word().map(|theme| format!("theme={theme}"));
        let parts = [Some(view).filter(|view| !view.is_empty()), theme];
        let query: Vec<String> = parts.into_iter().flatten().collect();
        let mark = if query.is_empty() { "" } else { "?" };
        // Addresses are pasted into systems that end a link at the first letter beyond ASCII, and
        // into pages in another encoding than UTF-8.
        let query = in_ascii(&query.join("&"));
        format!("{}embed.html{mark}{query}", self.folder)
    }

    /// The language that the codes' own words are in: the view's, or else English, since what the page is in
    /// cannot be known, or else the original.
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
        let height = format!("--ce-max-height:{}px", self.height);
        for (name, value) in [
            ("view", Some(view.as_str()).filter(|view| !view.is_empty())),
            ("theme", self.theme.word()),
            (
                "style",
                Some(height.as_str()).filter(|_| self.height != HEIGHT),
            ),
        ] {
            if let Some(value) = value {
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

    /// The plan's name, and the tag for HTML's `lang` of the language it is in.
    fn title(&self) -> (&str, &str) {
        let InLanguage { tag, text: title } = self.plan.title.nearest(self.language());
        let language = self.plan.language(tag);
        (language.map_or(tag, |language| &language.html), title)
    }
}

impl Theme {
    /// The theme as the attribute says it; none where there is nothing to say.
    #[must_use]
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// A text as it stands in HTML, also in an attribute in double quotes.
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
