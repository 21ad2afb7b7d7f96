//! Values that are acted on once for each number.

/// A value with a number. The receiver acts on it once for each number, so that the sender can ask for
/// the same value again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pulse<T> {
    number: usize,
    value: T,
}

impl<T> Pulse<T> {
    /// Returns how many values came before this one.
    pub fn number(&self) -> usize {
        self.number
    }

    /// Returns the value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// Replaces the value and counts up: the new value is acted on.
    pub fn send(&mut self, value: T) {
        self.number += 1;
        self.value = value;
    }

    /// Replaces the value and keeps the number.
    pub(crate) fn replace(&mut self, value: T) {
        self.value = value;
    }
}

#[cfg(test)]
mod tests {
    use super::Pulse;

    #[test]
    fn differs_when_the_same_value_is_sent_again() {
        let mut pulse = Pulse::default();
        let before = pulse.clone();
        pulse.send(());
        assert_ne!(pulse, before);
        assert_eq!((before.number(), pulse.number()), (0, 1));
    }

    #[test]
    fn keeps_its_number_when_the_value_is_replaced() {
        let mut pulse = Pulse::<&str>::default();
        pulse.send("first");
        pulse.replace("second");
        assert_eq!((pulse.number(), *pulse.value()), (1, "second"));
    }
}
