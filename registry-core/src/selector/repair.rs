//! What the author of a refused selector probably meant.

use super::{MAX_SELECTOR_LENGTH, read};

/// The usual slips, each with its repair, which leaves other texts as they are.
const REPAIRS: [fn(&str) -> String; 8] = [
    |text| text.trim().to_owned(),
    last_alternative,
    hyphen_range,
    str::to_lowercase,
    |text| text.replace('_', "-"),
    single_equals,
    without_v,
    |text| text.split('.').map(without_leading_zeros).collect::<Vec<_>>().join("."),
];

/// Repairs one slip after the other until the text is a selector.
pub(super) fn suggestion(text: &str) -> Option<String> {
    if text.len() > MAX_SELECTOR_LENGTH {
        return None;
    }
    if text.trim().eq_ignore_ascii_case("x") {
        return Some("*".to_owned());
    }
    let mut guess = text.to_owned();
    REPAIRS.into_iter().find_map(|repair| {
        guess = repair(&guess);
        read(&guess).is_ok().then(|| guess.clone())
    })
}

/// Alternatives are written in rising order, and a selector asks for the highest match.
fn last_alternative(text: &str) -> String {
    text.rsplit("||").map(str::trim).find(|alternative| !alternative.is_empty()).unwrap_or(text).to_owned()
}

/// npm writes `1.2 - 1.4` for the bounds of a range.
fn hyphen_range(text: &str) -> String {
    match text.split_once(" - ") {
        Some((lower, upper)) => format!(">={}, <={}", lower.trim(), upper.trim()),
        None => text.to_owned(),
    }
}

fn single_equals(text: &str) -> String {
    text.replace("==", "=")
}

/// Git tags and some package managers put a `v` before the number.
fn without_v(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let starts_a_number = kept.chars().next_back().is_none_or(|last| !last.is_alphanumeric() && last != '-');
        let number_follows = rest.peek().is_some_and(char::is_ascii_digit);
        if !(character == 'v' && starts_a_number && number_follows) {
            kept.push(character);
        }
    }
    kept
}

/// `01` to `1`, but `0` and `rc1` stay.
fn without_leading_zeros(part: &str) -> String {
    let rest = part.trim_start_matches('0');
    if rest.starts_with(|first: char| first.is_ascii_digit()) { rest.to_owned() } else { part.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_slips_are_repaired() {
        for (slip, repaired) in [
            ("v1.2.3", "1.2.3"),
            ("V1.2.3 ", "1.2.3"),
            ("v1", "1"),
            (">=v1.2, <v2", ">=1.2, <2"),
            ("01.2.3", "1.2.3"),
            ("==1.2.3", "=1.2.3"),
            ("1.2.3 ", "1.2.3"),
            ("Prod", "prod"),
            ("blue_green", "blue-green"),
            ("x", "*"),
            ("X", "*"),
            ("1.X", "1.x"),
            ("^1.2.3 || ^2.0.0", "^2.0.0"),
            ("1.2.3 - 2.0.0", ">=1.2.3, <=2.0.0"),
            ("Latest", "latest"),
        ] {
            assert!(read(slip).is_err(), "{slip}");
            assert_eq!(suggestion(slip).as_deref(), Some(repaired), "{slip}");
        }
    }

    #[test]
    fn nothing_is_suggested_for_nonsense() {
        for text in ["", "!!", "1.2.3.4", "9007199254740992.0.0", "sha256:00"] {
            assert_eq!(suggestion(text), None, "{text}");
        }
    }
}
