//! Where a version comes from: stated by the publisher, part of the digest, never judged.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::contract::Pointer;
use crate::contract::validate::Violation;
use crate::reference::Reference;
use crate::selector::Selector;

/// The longest commit, run or data set, in bytes: a digest, an identifier or an address.
const MAX_TEXT: usize = 1024;

/// The most data sets of one version.
const MAX_DATASETS: usize = 1000;

/// Where a version comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Lineage {
    /// The commit of the training code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    /// The training run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run: Option<String>,
    /// The data it was trained on, each named by a digest or an identifier.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub datasets: BTreeSet<String>,
    /// The version that it was trained from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Reference>,
}

impl Lineage {
    /// Whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Every rule that it breaks.
    pub(super) fn violations(&self, place: &Pointer) -> Vec<Violation> {
        let texts = [("commit", &self.commit), ("run", &self.run)].into_iter();
        let texts = texts.filter_map(|(key, text)| Some((place.join(key), text.as_ref()?)));
        let datasets = self.datasets.iter().map(|text| (place.join("datasets"), text));
        let mut found: Vec<Violation> =
            texts.chain(datasets).filter_map(|(place, text)| check_text(place, text)).collect();
        if self.datasets.len() > MAX_DATASETS {
            let rule = format!("there are {} data sets, the limit is {MAX_DATASETS}", self.datasets.len());
            found.push(Violation::new(place.join("datasets"), rule, "name a list of them by its digest"));
        }
        found.extend(self.parent.as_ref().and_then(|parent| check_parent(place.join("parent"), parent)));
        found
    }
}

fn check_text(place: Pointer, text: &str) -> Option<Violation> {
    let rule = if text.is_empty() {
        "it is empty".to_owned()
    } else if text.len() > MAX_TEXT {
        format!("it is {} bytes long, the limit is {MAX_TEXT}", text.len())
    } else if text.chars().any(char::is_control) {
        "it holds a control character".to_owned()
    } else {
        return None;
    };
    Some(Violation::new(place, rule, "leave it out, or write one line, such as a digest or an address"))
}

/// A parent that can move later is no parent.
fn check_parent(place: Pointer, parent: &Reference) -> Option<Violation> {
    let fixed = matches!(parent.selector, Some(Selector::Exact(_) | Selector::Digest(_)));
    (!fixed).then(|| {
        let hint = format!("write one version, as in `{}/{}@1.4.0`", parent.namespace, parent.model);
        Violation::new(place, format!("`{parent}` does not name one version"), hint)
    })
}
