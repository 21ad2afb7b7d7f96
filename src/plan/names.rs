//! A set of names. The standard library's sets would make the engine larger.

/// A set of names, none of them empty.
#[derive(Debug)]
pub struct Names<'a> {
    /// A power of two of slots, at least twice as many as there are names. An empty text is a free
    /// slot.
    slots: Vec<&'a str>,
}

impl<'a> Names<'a> {
    /// Returns the set of these names.
    #[must_use]
    pub fn new(names: &[&'a str]) -> Self {
        let mut set = Self::with_capacity(names.len());
        for name in names {
            set.insert(name);
        }
        set
    }

    /// Returns an empty set for this many names.
    #[must_use]
    pub fn with_capacity(count: usize) -> Self {
        let slots = vec![""; (2 * count + 1).next_power_of_two()];
        Self { slots }
    }

    /// Adds a name, and reports whether it is new.
    pub fn insert(&mut self, name: &'a str) -> bool {
        let slot = self.slot(name);
        std::mem::replace(&mut self.slots[slot], name).is_empty()
    }

    /// Reports whether a name is in the set.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Returns the number of the slot of a name, below [`Names::slots`], if the name is in the set.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<usize> {
        Some(self.slot(name)).filter(|&slot| !name.is_empty() && self.slots[slot] == name)
    }

    /// Returns the number of slots.
    #[must_use]
    pub fn slots(&self) -> usize {
        self.slots.len()
    }

    /// Returns the slot of a name, or the free one for it.
    fn slot(&self, name: &str) -> usize {
        let hash = name.bytes().fold(0_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        // The upper bits depend on all bytes.
        let mut slot = (hash ^ hash >> 15) as usize;
        loop {
            slot &= self.slots.len() - 1;
            if self.slots[slot].is_empty() || self.slots[slot] == name {
                return slot;
            }
            slot += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contains_exactly_its_names() {
        let names: Vec<String> = (0..3000).map(|nth| format!("name-{nth}")).collect();
        let all: Vec<&str> = names.iter().map(String::as_str).collect();
        for length in [0, 1, 2, 3, 1000, 3000] {
            let set = Names::new(&all[..length]);
            for (nth, name) in all.iter().enumerate() {
                assert_eq!(set.contains(name), nth < length, "{name}");
            }
            assert!(!set.contains(""));
        }
        assert!(Names::new(&["a", "a"]).contains("a"));
    }
}
