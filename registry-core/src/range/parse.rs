//! From text to comparators. Bare numbers are spelled out first, because the `semver` crate reads them as carets.

use semver::Comparator;

use crate::version::MAX_PART;

/// The comparators of a range; none for `*`, which every version satisfies.
pub(super) fn comparators(text: &str) -> Result<Vec<Comparator>, String> {
    if text == "*" {
        return Ok(Vec::new());
    }
    let mut comparators = Vec::new();
    for between_commas in text.split(',') {
        comparators.extend(conjunction(between_commas)?);
    }
    Ok(comparators)
}

/// Comparators that only spaces separate, where an operator may stand apart from its number.
fn conjunction(text: &str) -> Result<Vec<Comparator>, String> {
    let mut comparators = Vec::new();
    let mut operator = "";
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if operator.is_empty() && word.chars().all(is_operator) {
            operator = word;
        } else {
            comparators.push(comparator(&format!("{operator}{word}"))?);
            operator = "";
        }
    }
    if !operator.is_empty() {
        return Err(format!("there is no number after `{operator}`"));
    }
    if comparators.is_empty() {
        return Err("a comparator is missing".to_owned());
    }
    Ok(comparators)
}

fn comparator(text: &str) -> Result<Comparator, String> {
    let refused = |reason: String| format!("in `{text}`, {reason}");
    if let Some(character) = text.chars().find(|character| !belongs(*character)) {
        return Err(refused(format!("`{character}` has no meaning")));
    }
    if text.trim_start_matches(is_operator).starts_with(['*', 'x']) {
        return Err(refused("the wildcard stands for all numbers, so it must be alone: `*`".to_owned()));
    }
    if numbers(text).contains('X') {
        return Err(refused("the wildcard is a lower-case `x`".to_owned()));
    }
    let parsed: Comparator = spelled_out(text).parse().map_err(|error: semver::Error| refused(error.to_string()))?;
    if parts(&parsed).into_iter().all(|part| part <= MAX_PART) {
        Ok(parsed)
    } else {
        Err(refused("a number is above 2^53-1".to_owned()))
    }
}

/// A bare `1.2.3` becomes `=1.2.3`, a bare `1.2` becomes `1.2.*`.
fn spelled_out(text: &str) -> String {
    let numbers = numbers(text);
    if text.starts_with(is_operator) || numbers.contains(['*', 'x']) {
        text.to_owned()
    } else if numbers.split('.').count() < 3 {
        format!("{text}.*")
    } else {
        format!("={text}")
    }
}

/// What stands before the pre-release and build metadata.
fn numbers(text: &str) -> &str {
    text.split(['-', '+']).next().unwrap_or_default()
}

fn parts(comparator: &Comparator) -> [u64; 3] {
    [comparator.major, comparator.minor.unwrap_or(0), comparator.patch.unwrap_or(0)]
}

pub(crate) fn is_operator(character: char) -> bool {
    matches!(character, '^' | '~' | '<' | '>' | '=')
}

fn belongs(character: char) -> bool {
    character.is_ascii_alphanumeric() || is_operator(character) || matches!(character, '.' | '-' | '+' | '*')
}

#[cfg(test)]
mod tests {
    use crate::range::Range;

    fn canonical(text: &str) -> String {
        text.parse::<Range>().unwrap().to_string()
    }

    fn reason(text: &str) -> String {
        text.parse::<Range>().unwrap_err().reason
    }

    #[test]
    fn one_spelling_comes_out() {
        assert_eq!(canonical("1.2"), "1.2.*");
        assert_eq!(canonical("1.x"), "1.*");
        assert_eq!(canonical("*"), "*");
        assert_eq!(canonical(">=1.2.0 <2.0.0"), ">=1.2.0, <2.0.0");
        assert_eq!(canonical(">= 1.2 ,<2"), ">=1.2, <2");
        assert_eq!(canonical("1.2.3-rc-1, <2"), "=1.2.3-rc-1, <2");
        assert_eq!(canonical("^ 1.2.3+cu12"), "^1.2.3");
    }

    #[test]
    fn errors_name_the_comparator() {
        assert_eq!(reason(">=1.2.0, <"), "there is no number after `<`");
        assert_eq!(reason(">=1.2.0,,<2"), "a comparator is missing");
        assert_eq!(reason("1.2, x"), "in `x`, the wildcard stands for all numbers, so it must be alone: `*`");
        assert_eq!(reason(">=1.2 !2"), "in `!2`, `!` has no meaning");
        assert_eq!(reason(">9007199254740992"), "in `>9007199254740992`, a number is above 2^53-1");
        assert!(reason("^1.02").starts_with("in `^1.02`, "), "{}", reason("^1.02"));
        assert!(reason(">> 1").starts_with("in `>>1`, "), "{}", reason(">> 1"));
        assert_eq!(reason("1.X"), "in `1.X`, the wildcard is a lower-case `x`");
    }
}
