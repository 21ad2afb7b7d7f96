//! The arguments of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// The name by which messages about wrong usage call the program.
pub const PROGRAM: &str = "clause-explorer";

/// Reads the arguments, of which the first is the name of the program. Without a command, it is `serve`.
///
/// # Errors
/// If the arguments are wrong, or ask for help or the version: the error is the text to print.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, clap::Error> {
    let serve_here = Command::Serve {
        content: None,
        port: None,
    };
    let arguments = Arguments::try_parse_from(arguments)?;
    Ok(arguments.command.unwrap_or(serve_here))
}

/// Compiles a policy plan into a clause explorer for any web page.
#[derive(Debug, Parser)]
#[command(
    name = PROGRAM,
    version,
    after_help = "Without a command, it builds the explorer if necessary, and serves it."
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

/// A command with its options.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the explorer on this machine; rebuild and reload after every edit
    Serve {
        /// The content folder [default: content/ of the project]
        #[arg(long, value_name = "DIR")]
        content: Option<PathBuf>,
        /// The port; 0 is any free one [default: 8080, or the next free one]
        #[arg(long, value_name = "N")]
        port: Option<u16>,
    },
    /// Write the explorer to a folder, ready for a web server
    Build {
        /// The content folder [default: content/ of the project]
        #[arg(long, value_name = "DIR")]
        content: Option<PathBuf>,
        /// The folder to write to; existing files are replaced, and none is removed [default: dist/
        /// of the project]
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Write only the compiled plan, as plan.json and plan.csv
    Data {
        /// The content folder [default: content/ of the project]
        #[arg(long, value_name = "DIR")]
        content: Option<PathBuf>,
        /// The folder to write to [default: dist/ of the project]
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Compile the content and report every problem; write nothing
    Check {
        /// The content folder [default: content/ of the project]
        #[arg(long, value_name = "DIR")]
        content: Option<PathBuf>,
        /// The format of the report
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Write a small, valid content folder to start from
    New {
        /// The folder to create; it must be new or empty
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Make a content folder from a document: docx, HTML or Markdown
    Import {
        /// The document
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// The folder to create; it must be new or empty
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The tag of the document's language, such as en or pt-BR [default: recognised by its
        /// words]
        #[arg(long, value_name = "TAG")]
        lang: Option<String>,
    },
    /// Print the code that embeds a view
    Snippet {
        /// The content folder [default: content/ of the project]
        #[arg(long, value_name = "DIR")]
        content: Option<PathBuf>,
        /// The view to embed, such as sector=finance&compare=zh
        #[arg(
            long,
            value_name = "VIEW",
            default_value = "",
            hide_default_value = true
        )]
        view: String,
        /// The kind of code
        #[arg(long, value_enum, default_value_t = Form::Element)]
        form: Form,
        /// How the element lives in its page [default: as fits the page]
        #[arg(long, value_enum)]
        layout: Option<Layout>,
    },
}

/// The form of the report of `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs: one JSON object
    Json,
}

/// The kind of embed code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// The tag with its script
    Element,
    /// An iframe, resized by a script if the page allows scripts
    Iframe,
    /// The tag with the plan's whole text inside
    Static,
    /// The address of a page that shows the view
    Link,
}

/// How the element lives in its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Layout {
    /// In the flow of an article
    Article,
    /// Of a limited height
    Panel,
    /// A page that has nothing else
    Page,
    /// Quote cards of the pinned clauses
    Card,
}
