//! Licences by what they ask of the user: a silent legal change inside `^1` is the worst surprise.
//!
//! The classes follow the usual reading of the SPDX licence list (<https://spdx.org/licenses/>); what is not in the
//! table is taken as custom, the most restrictive class.

use crate::compat::Rule;

/// From the fewest obligations to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Permissive,
    WeakCopyleft,
    StrongCopyleft,
    NetworkCopyleft,
    Custom,
}

const PERMISSIVE: &[&str] = &[
    "0BSD",
    "AFL-3.0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC-BY-4.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "PostgreSQL",
    "Unlicense",
    "Zlib",
];
const WEAK: &[&str] = &["CDDL-1.0", "EPL-2.0", "LGPL-2.1", "LGPL-3.0", "MPL-2.0"];
const STRONG: &[&str] = &["CC-BY-SA-4.0", "EUPL-1.2", "GPL-2.0", "GPL-3.0", "ODbL-1.0"];
const NETWORK: &[&str] = &["AGPL-3.0", "OSL-3.0"];

/// The rule that a change from one licence to another falls under.
pub(super) fn rule(old: &str, new: &str) -> Rule {
    match class_of(new).cmp(&class_of(old)) {
        std::cmp::Ordering::Greater => Rule::LicenseMoreRestrictive,
        std::cmp::Ordering::Less => Rule::LicenseMorePermissive,
        std::cmp::Ordering::Equal => Rule::LicenseChanged,
    }
}

/// The class of an SPDX expression. Of `A OR B` the user takes the milder one, `A AND B` asks for both; AND binds
/// stronger (SPDX specification, annex on licence expressions).
fn class_of(expression: &str) -> Class {
    let flat = expression.replace(['(', ')'], " ");
    // Inside parentheses precedence may be reversed; the stricter reading of a mixed expression is the safe one.
    let mixed = flat.contains(" OR ") && flat.contains(" AND ") && expression.contains('(');
    if mixed {
        return flat
            .split(" OR ")
            .flat_map(|part| part.split(" AND "))
            .map(class_of_one)
            .max()
            .unwrap_or(Class::Custom);
    }
    let all_of = |part: &str| part.split(" AND ").map(class_of_one).max().unwrap_or(Class::Custom);
    flat.split(" OR ").map(all_of).min().unwrap_or(Class::Custom)
}

fn class_of_one(license: &str) -> Class {
    let name = license.split(" WITH ").next().unwrap_or_default().trim();
    let name = name.trim_end_matches("-only").trim_end_matches("-or-later").trim_end_matches('+');
    let is_in = |table: &[&str]| table.iter().any(|known| known.eq_ignore_ascii_case(name));
    match () {
        () if is_in(PERMISSIVE) => Class::Permissive,
        () if is_in(WEAK) => Class::WeakCopyleft,
        () if is_in(STRONG) => Class::StrongCopyleft,
        () if is_in(NETWORK) => Class::NetworkCopyleft,
        () => Class::Custom,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_rise_with_the_obligations() {
        let order = ["MIT", "MPL-2.0", "GPL-3.0-only", "AGPL-3.0-or-later", "CC-BY-NC-4.0"];
        for pair in order.windows(2) {
            assert_eq!(rule(pair[0], pair[1]), Rule::LicenseMoreRestrictive, "{pair:?}");
            assert_eq!(rule(pair[1], pair[0]), Rule::LicenseMorePermissive, "{pair:?}");
        }
        assert_eq!(rule("MIT", "Apache-2.0"), Rule::LicenseChanged);
    }

    #[test]
    fn expressions_take_the_milder_choice_and_the_stricter_sum() {
        assert_eq!(class_of("MIT OR GPL-3.0-only"), Class::Permissive);
        assert_eq!(class_of("MIT AND GPL-3.0-only"), Class::StrongCopyleft);
        assert_eq!(class_of("GPL-2.0-only WITH Classpath-exception-2.0"), Class::StrongCopyleft);
        assert_eq!(class_of("(MIT OR GPL-3.0) AND AGPL-3.0"), Class::NetworkCopyleft);
        assert_eq!(class_of(""), Class::Custom);
    }
}
