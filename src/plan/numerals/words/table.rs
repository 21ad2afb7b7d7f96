//! The number words of one language.

/// The number words of a language, or of a gender in it.
pub(super) struct Words {
    /// Those from one, at least ten. A slash separates several forms of one word, such as its genders.
    pub(super) first: &'static [&'static str],
    /// The round numbers by themselves, from twenty.
    pub(super) round: &'static [&'static str],
    /// The round numbers before one of the first nine, from ten or twenty. Empty if a language joins
    /// them in another way.
    pub(super) tens: &'static [&'static str],
    /// The first of `tens`, divided by ten.
    pub(super) first_ten: usize,
    pub(super) joint: char,
}

impl Words {
    /// Returns the value of a plain word.
    pub(super) fn value(&self, plain_word: &str) -> Option<usize> {
        if let Some(nth) = position(self.first, plain_word) {
            return Some(nth + 1);
        }
        if let Some(nth) = position(self.round, plain_word) {
            return Some((nth + 2) * 10);
        }
        let (tens, ones) = plain_word.rsplit_once([' ', '-'])?;
        let tens = position(self.tens, tens.trim_end())? + self.first_ten;
        let ones = position(&self.first[..9], ones)? + 1;
        Some(tens * 10 + ones)
    }

    /// Returns which form of its word a plain word is.
    pub(super) fn form_of(&self, plain_word: &str) -> usize {
        let form = |word: &&str| word.split('/').position(|form| is_same(form, plain_word));
        self.first.iter().find_map(form).unwrap_or(0)
    }

    /// Returns a word in this form if it has several.
    pub(super) fn print(&self, value: usize, form: usize) -> Option<String> {
        let in_form = |word: &'static str| word.split('/').nth(form).or(word.split('/').next());
        if let Some(word) = self.first.get(value.checked_sub(1)?) {
            return in_form(word).map(str::to_owned);
        }
        let (tens, ones) = (value / 10, value % 10);
        if ones == 0 {
            return Some((*self.round.get(tens.checked_sub(2)?)?).to_owned());
        }
        let tens = self.tens.get(tens.checked_sub(self.first_ten)?)?;
        Some(format!("{tens}{}{}", self.joint, self.first[ones - 1]))
    }
}

/// Returns the index of a plain word.
fn position(words: &[&str], plain_word: &str) -> Option<usize> {
    let has = |word: &&str| word.split('/').any(|form| is_same(form, plain_word));
    words.iter().position(has)
}

fn is_same(known: &str, plain_word: &str) -> bool {
    plain(known).eq(plain_word.chars())
}

/// Returns the small letters of a word without accents.
pub(super) fn plain(word: &str) -> impl Iterator<Item = char> {
    let accent = |c: char| match c {
        'é' | 'è' | 'ê' => 'e',
        'á' => 'a',
        'í' => 'i',
        'ó' => 'o',
        _ => c,
    };
    word.chars().flat_map(char::to_lowercase).map(accent)
}
