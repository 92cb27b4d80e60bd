//! References: `namespace/model` or `namespace/model@SELECTOR`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::name::{ModelName, NameError, NamespaceName};
use crate::selector::{InvalidSelector, Selector};

/// A model, and perhaps one of its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference {
    /// The namespace of the model.
    pub namespace: NamespaceName,
    /// The name of the model in its namespace.
    pub model: ModelName,
    /// Which version is asked for, if the reference says so.
    pub selector: Option<Selector>,
}

/// Why a text is not a reference.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// There is not exactly one `/` before the selector.
    #[error("`{text}` is not a reference: {reason}; write `namespace/model` or `namespace/model@1.4.0`")]
    Shape {
        /// The text as given.
        text: String,
        /// What is missing or too much.
        reason: &'static str,
    },
    /// A name breaks a rule.
    #[error(transparent)]
    Name(#[from] NameError),
    /// The part after `@` is not a selector.
    #[error(transparent)]
    Selector(#[from] InvalidSelector),
}

impl Reference {
    /// The selector; a model without one means its latest version.
    pub fn selector_or_latest(&self) -> &Selector {
        self.selector.as_ref().unwrap_or(&Selector::Latest)
    }
}

impl FromStr for Reference {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let shape = |reason| ReferenceError::Shape { text: text.to_owned(), reason };
        let (path, selector) = match text.split_once('@') {
            Some((path, selector)) => (path, Some(selector)),
            None => (text, None),
        };
        let (namespace, model) = path.split_once('/').ok_or_else(|| shape("the `/` after the namespace is missing"))?;
        if model.contains('/') {
            return Err(shape("there is more than one `/` before the selector"));
        }
        Ok(Self {
            namespace: namespace.parse()?,
            model: model.parse()?,
            selector: selector.map(str::parse).transpose()?,
        })
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.namespace, self.model)?;
        self.selector.as_ref().map_or(Ok(()), |selector| write!(f, "@{selector}"))
    }
}

impl TryFrom<String> for Reference {
    type Error = ReferenceError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_come_out_as_they_went_in() {
        for text in ["acme/fraud", "acme/fraud@1.2.3", "acme/fraud@^1.2", "acme/fraud@production", "a/b@>=1.2, <2"] {
            assert_eq!(text.parse::<Reference>().unwrap().to_string(), text);
        }
        let bare: Reference = "acme/fraud".parse().unwrap();
        assert_eq!(bare.selector_or_latest(), &Selector::Latest);
    }

    #[test]
    fn errors_name_the_part() {
        let error = |text: &str| text.parse::<Reference>().unwrap_err().to_string();
        assert_eq!(
            error("fraud@1.2.3"),
            "`fraud@1.2.3` is not a reference: the `/` after the namespace is missing; \
             write `namespace/model` or `namespace/model@1.4.0`"
        );
        assert!(error("a/b/c").contains("more than one `/`"));
        assert!(error("Acme/fraud").starts_with("`Acme` is not a namespace name"));
        assert!(error("acme/").starts_with("`` is not a model name"));
        assert!(error("acme/fraud@v1").ends_with("write `1`"));
        assert!(error("acme/fraud@").starts_with("`` is not a selector: it is empty"));
    }
}
