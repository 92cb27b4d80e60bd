//! The clients in other languages, generated from the API document.

pub(crate) mod python;
