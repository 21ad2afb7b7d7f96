//! The packed form of numbers, texts, lists and optional values.

use std::borrow::Cow;

use super::packer::{Pack, Packer, Reader};
use super::shape::Shape;
use crate::ids::ById;

impl Pack for usize {
    fn pack(&self, to: &mut Packer) {
        to.number(*self);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        from.number()
    }

    fn shape() -> Shape {
        Shape::Number
    }
}

impl Pack for bool {
    fn pack(&self, to: &mut Packer) {
        usize::from(*self).pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        usize::unpack(from) > 0
    }

    fn shape() -> Shape {
        Shape::Flag
    }
}

impl Pack for Cow<'static, str> {
    fn pack(&self, to: &mut Packer) {
        to.text(self);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let text = from.text();
        (from.keep)(text)
    }

    fn shape() -> Shape {
        Shape::Text
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, to: &mut Packer) {
        pack_list(self, to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let length = from.length();
        (0..length).map(|_| T::unpack(from)).collect()
    }

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

impl<I, T: Pack> Pack for ById<I, T> {
    fn pack(&self, to: &mut Packer) {
        pack_list(self, to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        Vec::unpack(from).into()
    }

    fn shape() -> Shape {
        Vec::<T>::shape()
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, to: &mut Packer) {
        self.is_some().pack(to);
        if let Some(value) = self {
            value.pack(to);
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }

    fn shape() -> Shape {
        Shape::Optional(Box::new(T::shape()))
    }
}

fn pack_list<T: Pack>(items: &[T], to: &mut Packer) {
    items.len().pack(to);
    for item in items {
        item.pack(to);
    }
}
