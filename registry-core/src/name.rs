//! Names of namespaces, models, channels and principals.
//!
//! A name is part of a path, of a URL and of a storage key, so it has one spelling: lower-case ASCII.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The names that Windows keeps for devices, also with an extension: a file of that name cannot be made there.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Why a text is not a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a {kind} name: {rule}; {hint}")]
pub struct NameError {
    /// What was to be named: `namespace`, `model`, `channel` or `principal`.
    pub kind: &'static str,
    /// The text as given, cut after the longest name.
    pub text: String,
    /// The rule that it breaks, and where.
    pub rule: NameRule,
    /// What to write instead.
    pub hint: String,
}

/// The rule of the grammar of names that a text breaks. Positions count characters from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameRule {
    /// There is no text.
    #[error("it is empty")]
    Empty,
    /// There is too much text.
    #[error("it is {length} characters long, the limit is {limit}")]
    TooLong {
        /// The number of characters.
        length: usize,
        /// The largest number allowed.
        limit: usize,
    },
    /// A character does not belong where it stands.
    #[error("`{character}` at position {position} is not {expected}")]
    Character {
        /// The first character that does not belong.
        character: char,
        /// Where it stands.
        position: usize,
        /// What may stand there.
        expected: &'static str,
    },
    /// Two full stops in a row would climb out of a folder.
    #[error("`..` at position {position} is not allowed")]
    DoubleDot {
        /// Where the first of them stands.
        position: usize,
    },
    /// Windows cannot store a file of that name.
    #[error("`{0}` is a device on Windows")]
    Device(&'static str),
    /// The text has another meaning in a selector.
    #[error("{0}")]
    Reserved(&'static str),
}

/// What the characters of one kind of name are, by their place.
struct Grammar {
    kind: &'static str,
    limit: usize,
    first: Alphabet,
    middle: Alphabet,
    last: Alphabet,
    /// What no alphabet can say.
    reserved: fn(&str) -> Option<NameRule>,
    example: &'static str,
}

/// A set of characters and its description.
struct Alphabet {
    contains: fn(char) -> bool,
    text: &'static str,
}

const LETTER: Alphabet = Alphabet { contains: |c| c.is_ascii_lowercase(), text: "a lower-case letter" };
const ALPHANUMERIC: Alphabet = Alphabet { contains: is_alphanumeric, text: "a lower-case letter or a digit" };
const DASHED: Alphabet =
    Alphabet { contains: |c| is_alphanumeric(c) || c == '-', text: "a lower-case letter, a digit or `-`" };
const PUNCTUATED: Alphabet = Alphabet {
    contains: |c| is_alphanumeric(c) || matches!(c, '.' | '_' | '-'),
    text: "a lower-case letter, a digit, `.`, `_` or `-`",
};
const ADDRESSED: Alphabet = Alphabet {
    contains: |c| is_alphanumeric(c) || matches!(c, '.' | '_' | '-' | '@'),
    text: "a lower-case letter, a digit, `.`, `_`, `-` or `@`",
};

fn is_alphanumeric(character: char) -> bool {
    character.is_ascii_lowercase() || character.is_ascii_digit()
}

/// Namespaces and models share one grammar: `[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?`.
const fn path_grammar(kind: &'static str, example: &'static str) -> Grammar {
    Grammar {
        kind,
        limit: 64,
        first: ALPHANUMERIC,
        middle: PUNCTUATED,
        last: ALPHANUMERIC,
        reserved: unsafe_in_a_path,
        example,
    }
}

const NAMESPACE: Grammar = path_grammar("namespace", "acme");
const MODEL: Grammar = path_grammar("model", "fraud-v2");
const CHANNEL: Grammar = Grammar {
    kind: "channel",
    limit: 63,
    first: LETTER,
    middle: DASHED,
    last: DASHED,
    reserved: taken_by_selectors,
    example: "production",
};
const PRINCIPAL: Grammar = Grammar {
    kind: "principal",
    limit: 64,
    first: ALPHANUMERIC,
    middle: ADDRESSED,
    last: ALPHANUMERIC,
    reserved: unsafe_in_a_path,
    example: "ada",
};

fn unsafe_in_a_path(text: &str) -> Option<NameRule> {
    if let Some((before, _)) = text.split_once("..") {
        return Some(NameRule::DoubleDot { position: before.chars().count() });
    }
    let stem = text.split_once('.').map_or(text, |(stem, _)| stem);
    DEVICES.into_iter().find(|device| *device == stem).map(NameRule::Device)
}

fn taken_by_selectors(text: &str) -> Option<NameRule> {
    let numbered = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    match text {
        "latest" => Some(NameRule::Reserved("`latest` always is the highest stable version, it cannot be set")),
        "x" => Some(NameRule::Reserved("`x` alone reads like the wildcard of a range")),
        _ if text.strip_prefix('v').is_some_and(numbered) => {
            Some(NameRule::Reserved("`v` and a digit reads like a version"))
        }
        _ => None,
    }
}

impl Grammar {
    fn check(&self, text: &str) -> Result<(), NameError> {
        self.broken_rule(text).map_or(Ok(()), |rule| Err(self.refuse(text, rule)))
    }

    fn broken_rule(&self, text: &str) -> Option<NameRule> {
        let length = text.chars().count();
        if length == 0 {
            return Some(NameRule::Empty);
        }
        if length > self.limit {
            return Some(NameRule::TooLong { length, limit: self.limit });
        }
        // First what has a meaning of its own: of `v1.2`, the `v` is worth a word, not the full stop.
        let misplaced = |(position, character)| self.misplaced(character, position, length);
        (self.reserved)(text).or_else(|| text.chars().enumerate().find_map(misplaced))
    }

    fn misplaced(&self, character: char, position: usize, length: usize) -> Option<NameRule> {
        let alphabet = match position {
            0 => &self.first,
            _ if position + 1 == length => &self.last,
            _ => &self.middle,
        };
        let fits = (alphabet.contains)(character);
        (!fits).then_some(NameRule::Character { character, position, expected: alphabet.text })
    }

    fn refuse(&self, text: &str, rule: NameRule) -> NameError {
        let guess = text.trim().to_lowercase().replace([' ', '/'], "-");
        let hint = if self.broken_rule(&guess).is_none() {
            format!("write `{guess}`")
        } else {
            format!("write something like `{}`", self.example)
        };
        NameError { kind: self.kind, text: text.chars().take(self.limit).collect(), rule, hint }
    }
}

/// Makes a name of a grammar: one private field, one door in, one text out.
macro_rules! name {
    ($(#[$doc:meta])* $name:ident, $grammar:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The name as a text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NameError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $grammar.check(text)?;
                Ok(Self(text.to_owned()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = NameError;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name!(
    /// The name of a namespace: `[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?`, without `..`, no device of Windows.
    NamespaceName,
    NAMESPACE
);
name!(
    /// The name of a model inside its namespace, in the grammar of [`NamespaceName`].
    ModelName,
    MODEL
);
name!(
    /// The name of a channel: `[a-z][a-z0-9-]{0,62}`, not `latest`, not `x`, not `v` and a digit.
    ChannelName,
    CHANNEL
);
name!(
    /// The name of a user or a service account: `[a-z0-9]([a-z0-9._@-]{0,62}[a-z0-9])?`, without `..`, no device of Windows.
    PrincipalName,
    PRINCIPAL
);

impl NamespaceName {
    /// The namespace of the registry itself. It has members and events, and no models.
    pub fn of_the_registry() -> Self {
        Self("registry".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model_error(text: &str) -> String {
        text.parse::<ModelName>().unwrap_err().to_string()
    }

    fn channel_error(text: &str) -> String {
        text.parse::<ChannelName>().unwrap_err().to_string()
    }

    #[test]
    fn names_keep_their_text() {
        for text in ["a", "0", "fraud", "fraud-v2", "bert.base_uncased", "console", "com10", &"a".repeat(64)] {
            assert_eq!(text.parse::<NamespaceName>().unwrap().as_str(), text);
            assert_eq!(text.parse::<ModelName>().unwrap().to_string(), text);
        }
        for text in ["ada", "ci@acme", "0", "ada.lovelace"] {
            assert_eq!(text.parse::<PrincipalName>().unwrap().as_str(), text);
        }
        for text in ["production", "a", "v", "vnext", "x1", "prod-", &"a".repeat(63)] {
            assert_eq!(text.parse::<ChannelName>().unwrap().as_str(), text);
        }
    }

    #[test]
    fn errors_name_the_place_and_the_rule() {
        assert_eq!(
            model_error("frAud"),
            "`frAud` is not a model name: `A` at position 2 is not a lower-case letter, a digit, `.`, `_` or `-`; \
             write `fraud`"
        );
        assert_eq!(
            model_error("-a"),
            "`-a` is not a model name: `-` at position 0 is not a lower-case letter or a digit; \
             write something like `fraud-v2`"
        );
        assert_eq!(
            model_error("a."),
            "`a.` is not a model name: `.` at position 1 is not a lower-case letter or a digit; \
             write something like `fraud-v2`"
        );
        assert_eq!(model_error(""), "`` is not a model name: it is empty; write something like `fraud-v2`");
        assert!(model_error(&"a".repeat(65)).contains("it is 65 characters long, the limit is 64"));
        assert!(model_error("a..b").contains("`..` at position 1 is not allowed"));
        assert!(model_error("é").contains("`é` at position 0"));
    }

    #[test]
    fn devices_are_refused_with_any_extension() {
        for text in ["con", "nul.onnx", "com1", "lpt9.a.b"] {
            assert!(model_error(text).contains("is a device on Windows"), "{text}");
        }
    }

    #[test]
    fn channels_leave_selectors_their_words() {
        assert!(channel_error("latest").contains("it cannot be set"));
        assert!(channel_error("x").contains("wildcard"));
        assert!(channel_error("v2").contains("reads like a version"));
        assert!(channel_error("Prod").ends_with("write `prod`"));
        assert!(channel_error("blue_green").contains("`_` at position 4"));
    }

    #[test]
    fn serde_uses_the_same_door() {
        assert!(serde_json::from_str::<ModelName>("\"ok\"").is_ok());
        assert!(serde_json::from_str::<ModelName>("\"Not ok\"").unwrap_err().to_string().contains("write `not-ok`"));
    }
}
