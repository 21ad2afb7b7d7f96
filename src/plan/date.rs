//! Dates, as HTML writes them.

/// Reports whether a text is a valid calendar date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
#[must_use]
pub fn is_date(text: &str) -> bool {
    let mut parts = [0, 1, 1];
    for (count, part) in text.split('-').enumerate() {
        let length = if count == 0 { 4 } else { 2 };
        let is_number = part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        let Some(number) = parts.get_mut(count).filter(|_| is_number) else {
            return false;
        };
        *number = part
            .bytes()
            .fold(0, |n, digit| n * 10 + u32::from(digit - b'0'));
    }
    let [year, month, day] = parts;
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 31,
    };
    year > 0 && (1..=12).contains(&month) && (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn rejects_impossible_dates() {
        for date in ["2024", "2024-02", "2024-02-29", "2000-02-29", "2023-12-31"] {
            assert!(is_date(date), "{date}");
        }
        for text in [
            "",
            "24",
            "2024-13",
            "2024-00",
            "2024-1-1",
            "2023-02-29",
            "1900-02-29",
            "2024-04-31",
            "0000",
            "2024-01-01T00:00",
            "+024",
            "2024-01-01-01",
            "２０２４",
            "31.1.2024",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }
}
