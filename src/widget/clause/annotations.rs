//! The host's annotations of a clause. They are shown as text, never as HTML.

use plan::interface::fill;
use query::Annotation;
use yew::prelude::*;

use super::row::Row;
use crate::controls::text;

/// Renders all annotations of the clause.
pub(super) fn view(row: &Row<'_>) -> Html {
    let annotations = row.common.shared.annotations(row.facts.id);
    annotations.map(|one| annotation(row, one)).collect()
}

/// Renders one annotation. Its language is unknown, hence the empty `lang`.
fn annotation(row: &Row<'_>, annotation: &Annotation) -> Html {
    let Annotation {
        status,
        note,
        href,
        date,
        ..
    } = annotation;
    html! {
        <div part="annotation" role="note">
            <p>
                <span class="host" ~textContent={&*row.common.interface.annotation} />
                if let Some(status) = status {
                    { text(" ") }<b lang="" dir="auto" ~textContent={&**status} />
                }
                if let Some(date) = date {
                    { text(" ") }<time datetime={date.clone()} ~textContent={&**date} />
                }
            </p>
            if let Some(note) = note {
                <p lang="" dir="auto" ~textContent={&**note} />
            }
            if let Some(href) = href {
                <p><a href={href.clone()} rel="noopener nofollow" target="_blank" ~textContent={fill(&row.common.interface.annotation_link, &[("place", link_target(href))])} /></p>
            }
        </div>
    }
}

/// Returns the host name of a link, or the mail address of a `mailto:` link.
fn link_target(href: &str) -> &str {
    let (_, rest) = href.split_once(':').unwrap_or(("", href));
    let rest = rest.trim_start_matches('/');
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    &rest[..end]
}

#[cfg(test)]
mod tests {
    use super::link_target;

    #[test]
    fn shows_the_host_or_the_mail_address() {
        for (href, expected) in [
            ("https://example.org/a/b?c#d", "example.org"),
            ("HTTP://example.org:8080?x", "example.org:8080"),
            ("mailto:desk@example.org?subject=x", "desk@example.org"),
            ("https://例え.jp", "例え.jp"),
        ] {
            assert_eq!(link_target(href), expected);
        }
    }
}
