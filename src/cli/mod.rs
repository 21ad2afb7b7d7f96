//! The commands, with one module for each, and the modules that they share.

mod build;
mod check;
mod data;
mod failure;
mod freshness;
mod import;
mod new;
mod new_folder;
mod output;
mod print;
mod project;
mod serve;
mod snippet;
mod wasm;
mod watch;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use failure::Failure;
use project::{Project, content_folder, out_folder};

/// Runs the command that the arguments name.
pub(crate) fn run() -> Result<(), Failure> {
    let serve_here = Command::Serve {
        content: None,
        port: None,
    };
    match Arguments::parse().command.unwrap_or(serve_here) {
        Command::Serve { content, port } => {
            serve::serve(&Project::require()?, content_folder(content), port)
        }
        Command::Build { content, out } => {
            let (content, out) = (content_folder(content), out_folder(out));
            build::build(&Project::require()?, &content, &out)?.print();
            Ok(())
        }
        Command::Data { content, out } => data::data(&content_folder(content), &out_folder(out)),
        Command::Check { content, format } => check::check(&content_folder(content), format),
        Command::New { folder } => new::new(&folder),
        Command::Import { file, out, lang } => import::import(&file, &out, lang),
        Command::Snippet {
            content,
            view,
            form,
            layout,
        } => snippet::snippet(&content_folder(content), &view, form, layout),
    }
}

/// Compiles a policy plan into a clause explorer for any web page.
#[derive(Parser)]
#[command(
    version,
    after_help = "Without a command, it builds the explorer if necessary, and serves it."
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the explorer on this machine; rebuild and reload when content, src/ or www/ change
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
    /// Write only the compiled plan, as plan.json and plan.csv; needs no Rust toolchain
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
        #[arg(long, value_enum, default_value_t = check::Format::Text)]
        format: check::Format,
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
        #[arg(long, value_enum, default_value_t = snippet::Form::Element)]
        form: snippet::Form,
        /// How the element lives in its page [default: as fits the page]
        #[arg(long, value_enum)]
        layout: Option<snippet::Layout>,
    },
}
