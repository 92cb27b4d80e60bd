//! Any text is answered, never with a panic, and what is accepted comes out as it went in.

use proptest::prelude::*;
use registry_core::range::Range;
use registry_core::selector::Selector;
use registry_core::version::{Line, Version};

/// Any text at all, and texts of the characters that numbers and ranges are made of.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => any::<String>(),
        1 => "[0-9a-zA-Zé.+*xv^~<>=|, -]{0,40}",
        1 => "[v=]?[0-9]{1,17}(\\.[0-9x*]{1,2}){0,3}(-[0-9a-z.-]{0,6})?(\\+[0-9a-z.-]{0,6})?",
        1 => ">?[<=^~]? ?[0-9]{1,2}(\\.[0-9x*]{1,2}){0,2}(-[a-z0-9]{1,3})?",
    ]
}

/// The text between the first two backticks after `write`.
fn suggestion(hint: &str) -> Option<&str> {
    hint.strip_prefix("write `")?.split('`').next()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4096) })]

    #[test]
    fn versions_come_out_as_they_went_in(text in text()) {
        match text.parse::<Version>() {
            Ok(version) => {
                prop_assert_eq!(version.to_string(), text.as_str());
                let json = serde_json::to_string(&version).unwrap();
                prop_assert_eq!(serde_json::from_str::<Version>(&json).unwrap().to_string(), text);
                prop_assert_eq!(version.line().to_string().parse::<Line>().unwrap(), version.line());
            }
            Err(error) => {
                let is_version = |text: &str| text.parse::<Version>().is_ok();
                prop_assert!(suggestion(&error.hint).is_none_or(is_version), "{}", error);
            }
        }
    }

    #[test]
    fn lines_come_out_as_they_went_in(text in text()) {
        if let Ok(line) = text.parse::<Line>() {
            prop_assert_eq!(line.to_string(), text);
        }
    }

    #[test]
    fn ranges_keep_their_meaning(text in text()) {
        if let Ok(range) = text.parse::<Range>() {
            prop_assert_eq!(range.to_string().parse::<Range>().unwrap(), range);
        }
    }

    #[test]
    fn selectors_keep_their_meaning(text in text()) {
        match text.parse::<Selector>() {
            Ok(selector) => {
                let again: Selector = selector.to_string().parse().unwrap();
                prop_assert_eq!(again.to_string(), selector.to_string());
                prop_assert_eq!(again, selector);
            }
            Err(error) => {
                let is_selector = |text: &String| text.parse::<Selector>().is_ok();
                prop_assert!(error.suggestion.as_ref().is_none_or(is_selector), "{}", error);
            }
        }
    }
}
