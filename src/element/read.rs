//! From JSON that the browser has parsed to a plan, field by field.
//!
//! Measured against serde's derived deserialization through serde-wasm-bindgen (brotli): that is 15 KB more, and cannot
//! say where something is wrong. A field that is forgotten here does not compile. Whether the
//! plan holds together is asked afterwards: [`Plan::validate`].

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::plan::{
    Clause, Division, EId, Evidence, Facet, FacetValue, Folds, Language, List, Localized, Overview,
    Plan, Source, Span, Status, Tag, Text,
};

/// Reads a plan.
///
/// # Errors
/// Says what was expected and found, and where.
pub(super) fn plan(json: &JsValue) -> Result<Plan, String> {
    let top = Spot {
        value: json.clone(),
        step: Step::Top,
    };
    Plan::read(&top)
}

/// A value, and the way that led to it.
struct Spot<'a> {
    value: JsValue,
    step: Step<'a>,
}

enum Step<'a> {
    Top,
    Key(&'a Spot<'a>, &'a str),
    Item(&'a Spot<'a>, u32),
}

impl Spot<'_> {
    fn key<T: Read>(&self, key: &str) -> Result<T, String> {
        let value = Reflect::get(&self.value, &JsValue::from_str(key));
        let value = value.map_err(|_| self.expected("an object"))?;
        T::read(&Spot {
            value,
            step: Step::Key(self, key),
        })
    }

    fn expected(&self, what: &str) -> String {
        let found = if self.value.is_null() {
            "null".to_owned()
        } else if Array::is_array(&self.value) {
            "a list".to_owned()
        } else {
            self.value.js_typeof().as_string().unwrap_or_default()
        };
        format!("expected {what} at {}, found {found}", self.way())
    }

    fn way(&self) -> String {
        match self.step {
            Step::Top => "the top".to_owned(),
            Step::Key(
                Spot {
                    step: Step::Top, ..
                },
                key,
            ) => key.to_owned(),
            Step::Key(parent, key) => format!("{}.{key}", parent.way()),
            Step::Item(parent, nth) => format!("{}[{nth}]", parent.way()),
        }
    }
}

trait Read: Sized {
    fn read(spot: &Spot<'_>) -> Result<Self, String>;
}

/// Reads a struct from an object with its fields, each under its own name or the one behind it.
macro_rules! read {
    ($type:ident { $($field:ident $(: $key:literal)?),+ $(,)? }) => {
        impl Read for $type {
            fn read(spot: &Spot<'_>) -> Result<Self, String> {
                Ok(Self { $($field: spot.key(read!(@key $field $($key)?))?),+ })
            }
        }
    };
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
}

read!(Plan {
    id,
    languages,
    title,
    preamble,
    divisions,
    clauses,
    facets,
    overview,
    source,
    folds
});
read!(Language {
    tag,
    html,
    name,
    status
});
read!(Division {
    eid,
    parent,
    number,
    heading
});
read!(Clause {
    eid,
    division,
    number,
    text,
    truncated,
    tags
});
read!(Tag {
    facet,
    value,
    evidence
});
read!(Span { start, end });
read!(Overview { rows, columns });
read!(Facet {
    id,
    label,
    values,
    reasons
});
read!(FacetValue {
    id,
    label,
    description,
    phrases
});
read!(Source {
    publisher,
    url,
    published,
    notice,
    ends_in: "endsIn"
});
read!(Folds { from, to });

impl Read for Text {
    fn read(spot: &Spot<'_>) -> Result<Self, String> {
        let text = spot.value.as_string();
        Ok(text.ok_or_else(|| spot.expected("a text"))?.into())
    }
}

impl Read for EId {
    fn read(spot: &Spot<'_>) -> Result<Self, String> {
        Text::read(spot).map(Self)
    }
}

impl Read for bool {
    fn read(spot: &Spot<'_>) -> Result<Self, String> {
        spot.value
            .as_bool()
            .ok_or_else(|| spot.expected("true or false"))
    }
}

/// The place of something in a list.
impl Read for usize {
    fn read(spot: &Spot<'_>) -> Result<Self, String> {
        let number = spot.value.as_f64();
        let number = number.filter(|n| n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(n));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // looked at just above
        number
            .map(|number| number as usize)
            .ok_or_else(|| spot.expected("a whole number from 0"))
    }
}

impl Read for Status {
    fn read(spot: &Spot<'_>) -> Result<Self, String> {
        match spot.value.as_string().as_deref() {
            Some("authoritative") => Ok(Self::Authoritative),
            Some("unofficial") => Ok(Self::Unofficial),
            _ => Err(spot.expected("“authoritative” or “unofficial”")),
        }
    }
}

impl<T: Read> Read for Option<T> {
    fn read(spot: &Spot<'_>) -> Result<Self, String> {
        if spot.value.is_null() || spot.value.is_undefined() {
            return Ok(None);
        }
        T::read(spot).map(Some)
    }
}

impl<T: Read + Clone> Read for List<T> {
    fn read(spot: &Spot<'_>) -> Result<Self, String> {
        let items = spot.value.dyn_ref::<Array>();
        let items = items.ok_or_else(|| spot.expected("a list"))?;
        let item = |nth| {
            T::read(&Spot {
                value: items.get(nth),
                step: Step::Item(spot, nth),
            })
        };
        (0..items.length()).map(item).collect()
    }
}

/// By the one key that is there.
impl Read for Evidence {
    fn read(spot: &Spot<'_>) -> Result<Self, String> {
        if let Some(division) = spot.key("division")? {
            Ok(Self::Division(division))
        } else if let Some(reason) = spot.key("reason")? {
            Ok(Self::Reason(reason))
        } else {
            spot.key("phrases").map(Self::Phrases)
        }
    }
}

/// In the order of the object: the first language is the original.
impl Read for Localized {
    fn read(spot: &Spot<'_>) -> Result<Self, String> {
        let texts = spot.value.dyn_ref::<Object>();
        let texts = texts.ok_or_else(|| spot.expected("a text for each language"))?;
        let tags = Object::keys(texts)
            .into_iter()
            .filter_map(|tag| tag.as_string());
        let text = |tag: String| Ok((tag.clone().into(), spot.key(&tag)?));
        tags.map(text)
            .collect::<Result<List<_>, String>>()
            .map(Self)
    }
}
