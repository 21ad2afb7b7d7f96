//! The host's own findings about a clause. Text only: what a host says is never read as HTML.

use yew::prelude::*;

use super::clause::Props;
use plan::interface::fill;
use query::Annotation;

pub(super) fn view(props: &Props) -> Html {
    let annotations = props.shared.annotations(props.id);
    annotations.map(|one| annotation(props, one)).collect()
}

/// What language a host writes in is not known, hence the empty `lang`.
fn annotation(props: &Props, annotation: &Annotation) -> Html {
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
                <span class="host">{ &*props.interface.annotation }</span>
                if let Some(status) = status {
                    { " " }<b lang="" dir="auto">{ status }</b>
                }
                if let Some(date) = date {
                    { " " }<time datetime={date.clone()}>{ date }</time>
                }
            </p>
            if let Some(note) = note {
                <p lang="" dir="auto">{ note }</p>
            }
            if let Some(href) = href {
                <p><a href={href.clone()} rel="noopener nofollow" target="_blank">{ fill(&props.interface.annotation_link, &[("place", place(href))]) }</a></p>
            }
        </div>
    }
}

/// Whom a link leads to: a site, or who gets the mail.
fn place(href: &str) -> &str {
    let (_, rest) = href.split_once(':').unwrap_or(("", href));
    let rest = rest.trim_start_matches('/');
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    &rest[..end]
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_link_says_where_it_leads() {
        for (href, expected) in [
            ("https://example.org/a/b?c#d", "example.org"),
            ("HTTP://example.org:8080?x", "example.org:8080"),
            ("mailto:desk@example.org?subject=x", "desk@example.org"),
            ("https://例え.jp", "例え.jp"),
        ] {
            assert_eq!(place(href), expected);
        }
    }
}
