//! Pages of a list: how many rows, and after which. A token is the key of the last row of the page before, as base64url of
//! its JSON; nobody but this module looks inside.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use registry_core::canonical::value_of;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::service::{Code, Failure, Page};

/// The largest page.
pub(crate) const MAX_PAGE_SIZE: u32 = 500;

/// Makes the query of a list: which page, and what else the list can be asked. `serde` cannot flatten one query into another
/// and still refuse what it does not know, so a macro has to.
macro_rules! list_query {
    (
        $(#[$attribute:meta])*
        $name:ident { $($(#[$of_field:meta])* $field:ident: $type:ty,)* }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
        #[serde(deny_unknown_fields)]
        #[into_params(parameter_in = Query)]
        pub(crate) struct $name {
            $($(#[$of_field])* $field: $type,)*
            /// The most items of the page.
            #[serde(default)]
            #[param(value_type = Option<u32>, minimum = 1, maximum = 500, default = 50)]
            pub(crate) page_size: $crate::http::pages::PageSize,
            /// The `next_page_token` of the page before.
            #[param(value_type = Option<String>)]
            pub(crate) page_token: Option<$crate::http::pages::PageToken>,
        }
    };
}
pub(crate) use list_query;

list_query! {
    /// Which page, of a list that is asked nothing else.
    PageQuery {}
}

/// `page_size`: 1 to 500, 50 when absent. In a query, with `#[serde(default)]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "u32")]
pub(crate) struct PageSize(u32);

impl PageSize {
    /// The number of rows.
    pub(crate) fn rows(self) -> u32 {
        self.0
    }
}

impl Default for PageSize {
    fn default() -> Self {
        Self(50)
    }
}

impl TryFrom<u32> for PageSize {
    type Error = String;

    fn try_from(rows: u32) -> Result<Self, String> {
        if (1..=MAX_PAGE_SIZE).contains(&rows) {
            return Ok(Self(rows));
        }
        Err(format!("`page_size` is 1 to {MAX_PAGE_SIZE}, not {rows}"))
    }
}

/// `page_token`. In a query, as an `Option`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct PageToken(String);

impl PageToken {
    /// The token of the page after the row with this key.
    pub(crate) fn of(key: &impl Serialize) -> Self {
        Self(BASE64_URL_SAFE_NO_PAD.encode(value_of(key).to_string()))
    }

    /// The key inside.
    pub(crate) fn key<K: DeserializeOwned>(&self) -> Result<K, Failure> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(&self.0).ok();
        let key = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let foreign = "the page token was not made for this list; take the `next_page_token` of the page before";
        key.ok_or_else(|| Failure::new(Code::InvalidPageToken, foreign))
    }
}

/// The key of an optional token.
pub(crate) fn after<K: DeserializeOwned>(token: Option<&PageToken>) -> Result<Option<K>, Failure> {
    token.map(PageToken::key).transpose()
}

/// The token of the page after this one, if there is one. `key` gives the key of a row.
pub(crate) fn next<T, K: Serialize>(page: &Page<T>, key: impl FnOnce(&T) -> K) -> Option<String> {
    let last = page.rows.last().filter(|_| page.more)?;
    Some(PageToken::of(&key(last)).0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_carries_its_key() {
        let token = PageToken::of(&("acme", 7));
        assert_eq!(token.key::<(String, u32)>().unwrap(), ("acme".to_owned(), 7));
        assert_eq!(token.key::<u32>().unwrap_err().code, Code::InvalidPageToken);
        assert_eq!(PageToken("%".to_owned()).key::<u32>().unwrap_err().code, Code::InvalidPageToken);
    }

    #[test]
    fn page_sizes_have_their_bounds() {
        assert!(PageSize::try_from(0).is_err());
        assert!(PageSize::try_from(501).is_err());
        assert_eq!(PageSize::try_from(500).unwrap().rows(), 500);
    }
}
