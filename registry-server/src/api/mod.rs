//! The JSON of the API: one resource a file, no behaviour. `X` is what the server answers, `XCreate` and `XUpdate` what it
//! takes. Requests refuse fields that they do not know; answers leave out what is absent.

pub(crate) mod access;
pub(crate) mod admin;
pub(crate) mod channel;
pub(crate) mod digest;
pub(crate) mod event;
pub(crate) mod line;
pub(crate) mod meta;
pub(crate) mod model;
pub(crate) mod namespace;
pub(crate) mod object;
pub(crate) mod policy;
pub(crate) mod problem;
pub(crate) mod resolution;
pub(crate) mod search;
pub(crate) mod text;
pub(crate) mod upload;
pub(crate) mod verdict;
pub(crate) mod version;

use serde::Deserialize;
use utoipa::ToSchema;

/// Makes the path of something inside a model: namespace, model, and the parts after them.
macro_rules! model_path {
    (
        $(#[$attribute:meta])*
        $name:ident { $($(#[$of_part:meta])* $part:ident: $type:ty,)* }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, utoipa::IntoParams)]
        #[into_params(parameter_in = Path)]
        pub(crate) struct $name {
            /// The namespace.
            #[param(value_type = String, example = "acme")]
            pub(crate) namespace: registry_core::name::NamespaceName,
            /// The model.
            #[param(value_type = String, example = "iris")]
            pub(crate) model: registry_core::name::ModelName,
            $($(#[$of_part])* pub(crate) $part: $type,)*
        }
    };
}

/// Gives the model of a path.
macro_rules! model_of {
    ($($path:ident),+) => {
        $(impl $path {
            /// The model.
            pub(crate) fn model_ref(&self) -> $crate::service::ModelRef<'_> {
                $crate::service::ModelRef { namespace: &self.namespace, model: &self.model }
            }
        })+
    };
}

pub(crate) use {model_of, model_path};

/// The body of a request that needs none; it may be left out.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({}))]
pub(crate) struct Nothing {}

object::objects!(Nothing);
