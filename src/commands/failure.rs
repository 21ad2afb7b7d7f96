//! The reasons why a command can fail, and their exit statuses.

use std::fmt;
use std::path::Path;

use compile::Diagnostic;
use publish::site::SiteError;

/// Why a command failed.
#[derive(Clone, Debug)]
pub enum Failure {
    /// The content has errors.
    Content {
        /// The content folder as the user named it.
        folder: String,
        /// All problems.
        diagnostics: Vec<Diagnostic>,
    },
    /// Problems that have been printed, with the exit status.
    Reported(u8),
    /// The arguments name something that does not exist or cannot be used.
    Usage(String),
    /// A tool is missing; the text says how to get it.
    Tool(String),
    /// A step of the build failed.
    Build(String),
}

impl Failure {
    pub(crate) fn content(folder: &Path, diagnostics: Vec<Diagnostic>) -> Self {
        Self::Content {
            folder: folder.display().to_string(),
            diagnostics,
        }
    }

    /// Returns the failure of a step of the build, which is named as an infinitive.
    pub fn build(what: &str, error: impl fmt::Display) -> Self {
        Self::Build(format!("expected to {what}, but: {error}"))
    }

    /// Returns the exit status: 1 for errors in the content or a failed build, 2 for wrong usage, 3 for a missing tool.
    #[must_use]
    pub fn status(&self) -> u8 {
        match self {
            Self::Content { .. } | Self::Build(_) => 1,
            Self::Reported(status) => *status,
            Self::Usage(_) => 2,
            Self::Tool(_) => 3,
        }
    }
}

impl From<SiteError> for Failure {
    fn from(error: SiteError) -> Self {
        Self::Build(error.to_string())
    }
}

/// Returns a number of problems in words.
#[must_use]
pub fn problem_count(problems: usize) -> String {
    if problems == 1 {
        "1 problem".to_owned()
    } else {
        format!("{problems} problems")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Content {
                folder,
                diagnostics,
            } => {
                for diagnostic in diagnostics {
                    let file = Path::new(folder)
                        .join(&diagnostic.file)
                        .display()
                        .to_string();
                    writeln!(
                        f,
                        "{}\n",
                        Diagnostic {
                            file,
                            ..diagnostic.clone()
                        }
                    )?;
                }
                write!(f, "{} in {folder}", problem_count(diagnostics.len()))
            }
            Self::Reported(_) => Ok(()),
            Self::Usage(text) | Self::Tool(text) | Self::Build(text) => write!(f, "error: {text}"),
        }
    }
}
