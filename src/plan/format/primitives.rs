//! How numbers, texts and lists are packed.

use std::borrow::Cow;

use super::{Pack, Packer, Reader, Shape};
use crate::ById;

impl Pack for usize {
    fn pack(&self, to: &mut Packer) {
        let low = |number: usize| number.to_le_bytes()[0];
        let mut rest = *self;
        while rest > 127 {
            to.numbers.push(128 | low(rest));
            rest >>= 7;
        }
        to.numbers.push(low(rest));
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let mut number = 0_usize;
        let mut shift = 0;
        while let Some((&byte, rest)) = from.numbers.split_first() {
            from.numbers = rest;
            number |= usize::from(byte & 127).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if byte < 128 {
                return number;
            }
        }
        from.is_overrun = true;
        number
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
        self.len().pack(to);
        for item in self {
            item.pack(to);
        }
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
        self.len().pack(to);
        for item in self {
            item.pack(to);
        }
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
