//! The reference reader: whether it gives the same answer as ours.

use std::collections::BTreeSet;

use proptest::prelude::*;
use registry_core::contract::Dtype;

use crate::common::{read, safetensors};

/// Every element type: the name in the format, the one in contracts, the size in bits.
pub(crate) const DTYPES: [(&str, Dtype, usize); 22] = [
    ("BOOL", Dtype::Bool, 8),
    ("F4", Dtype::F4E2M1, 4),
    ("F6_E2M3", Dtype::F6E2M3, 6),
    ("F6_E3M2", Dtype::F6E3M2, 6),
    ("U8", Dtype::U8, 8),
    ("I8", Dtype::I8, 8),
    ("F8_E5M2", Dtype::F8E5M2, 8),
    ("F8_E4M3", Dtype::F8E4M3Fn, 8),
    ("F8_E8M0", Dtype::F8E8M0, 8),
    ("F8_E4M3FNUZ", Dtype::F8E4M3Fnuz, 8),
    ("F8_E5M2FNUZ", Dtype::F8E5M2Fnuz, 8),
    ("I16", Dtype::I16, 16),
    ("U16", Dtype::U16, 16),
    ("F16", Dtype::F16, 16),
    ("BF16", Dtype::Bf16, 16),
    ("I32", Dtype::I32, 32),
    ("U32", Dtype::U32, 32),
    ("F32", Dtype::F32, 32),
    ("C64", Dtype::C64, 64),
    ("F64", Dtype::F64, 64),
    ("I64", Dtype::I64, 64),
    ("U64", Dtype::U64, 64),
];

/// Whether both readers say the same; where ours is stricter, for the documented reasons only.
pub(crate) fn agree(bytes: &[u8]) -> Result<bool, TestCaseError> {
    let ours = read(&[("m.safetensors", bytes.to_vec())]);
    let theirs = safetensors::SafeTensors::deserialize(bytes);
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => {
            let table: BTreeSet<_> = theirs
                .iter()
                .map(|(name, view)| {
                    let dtype = view.dtype().to_string();
                    let known = DTYPES.iter().find(|(theirs, _, _)| *theirs == dtype).unwrap().1;
                    (name.to_owned(), known, view.shape().iter().map(|size| u64::try_from(*size).unwrap()).collect())
                })
                .collect();
            let tensors = ours.artifact.weights.tensors;
            let ours: BTreeSet<(String, Dtype, Vec<u64>)> =
                tensors.into_iter().map(|(name, tensor)| (name, tensor.dtype, tensor.shape)).collect();
            prop_assert_eq!(ours, table);
            Ok(true)
        }
        (Err(_), Err(_)) => Ok(false),
        (Err(error), Ok(_)) => {
            let text = error.to_string();
            let documented = ["a second time", "at most 1000 sizes", "fits into memory"];
            let documented = documented.iter().any(|difference| text.contains(difference));
            prop_assert!(documented || bytes[8] != b'{', "refused by ours alone: {}", text);
            Ok(false)
        }
        (Ok(_), Err(error)) => Err(TestCaseError::fail(format!("accepted by ours alone: {error}"))),
    }
}

pub(crate) fn same(header: &str, data: usize) -> bool {
    agree(&safetensors(header, data)).unwrap_or_else(|error| panic!("{header}: {error}"))
}
