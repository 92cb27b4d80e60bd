//! The three questions that must be answered while somebody waits, each beside a yardstick of the same run:
//!
//! * the differ beside reading the same two signatures as JSON, and beside a plain `==` of them;
//! * the judge beside the plain differences that it needs;
//! * the index beside a scan from the newest version down with the `semver` crate.

use std::collections::BTreeMap;
use std::hint::black_box;

use divan::Bencher;
use jiff::Timestamp;
use registry_core::compat::{Judge, Policy};
use registry_core::contract::field::Kind;
use registry_core::contract::signature::Binding;
use registry_core::contract::{Contract, Dim, Dtype, Field, Signature};
use registry_core::digest::Digest;
use registry_core::model::{Candidate, Published, VersionId, VersionedModel};
use registry_core::resolve::{IndexEntry, ResolveOptions, VersionIndex, resolve};
use registry_core::selector::Selector;
use registry_core::state::VersionState;
use registry_core::version::Version;
use semver::VersionReq;

const TENSORS: u32 = 1000;
const PREDECESSORS: u64 = 1000;

fn main() {
    divan::main();
}

/// Half inputs, half outputs, with a common batch.
fn signature(tensors: u32) -> Signature {
    let field = |dims: [Dim; 4], position: u32| Field::tensor(Dtype::F32, dims).at(position);
    let dims = || [Dim::symbol("N"), Dim::fixed(3), Dim::symbol("H"), Dim::fixed(224)];
    let half = |prefix: &str| -> BTreeMap<String, Field> {
        (0..tensors / 2).map(|index| (format!("{prefix}.{index}"), field(dims(), index))).collect()
    };
    Signature { inputs: half("input"), outputs: half("output"), ..Signature::default() }
}

/// A few differences: another dtype, an input added, another dimension, an output gone.
fn changed(mut signature: Signature) -> Signature {
    let optional = Field { optional: true, ..Field::tensor(Dtype::U8, [Dim::any()]) };
    signature.inputs.insert("mask".to_owned(), optional);
    signature.inputs.insert("input.7".to_owned(), Field::tensor(Dtype::F64, [Dim::symbol("N"), Dim::fixed(3)]));
    signature.outputs.insert("output.9".to_owned(), Field::tensor(Dtype::F32, [Dim::symbol("N"), Dim::fixed(4)]));
    signature.outputs.remove("output.10");
    signature
}

/// Every tensor at another place, with another dtype.
fn retyped(signature: &Signature) -> Signature {
    let mut copy = signature.clone();
    for field in copy.inputs.values_mut().chain(copy.outputs.values_mut()) {
        field.position = field.position.map(|position| TENSORS - position);
        if let Kind::Tensor { dtype, .. } = &mut field.kind {
            *dtype = Dtype::String;
        }
    }
    copy
}

mod a_diff_of_1000_tensors {
    use super::{Bencher, Binding, Contract, Signature, TENSORS, black_box, changed, retyped, signature};

    #[divan::bench]
    fn diff(bencher: Bencher<'_, '_>) {
        let old = signature(TENSORS);
        let new = changed(old.clone());
        bencher.bench_local(|| Signature::diff(black_box(&old), black_box(&new)));
    }

    /// Every tensor has another place and another dtype: the most that there can be to tell.
    #[divan::bench]
    fn diff_by_position(bencher: Bencher<'_, '_>) {
        let old = Signature { binding: Some(Binding::Position), ..signature(TENSORS) };
        let new = retyped(&old);
        bencher.bench_local(|| Signature::diff(black_box(&old), black_box(&new)));
    }

    #[divan::bench]
    fn yardstick_parse_both(bencher: Bencher<'_, '_>) {
        let old = signature(TENSORS);
        let texts = [old.clone(), changed(old)].map(|signature| serde_json::to_string(&signature).unwrap_or_default());
        bencher.bench_local(|| black_box(&texts).each_ref().map(|text| serde_json::from_str::<Signature>(text).ok()));
    }

    #[divan::bench]
    fn yardstick_equal(bencher: Bencher<'_, '_>) {
        let old = signature(TENSORS);
        let same = old.clone();
        bencher.bench_local(|| black_box(&old) == black_box(&same));
    }
}

fn publish(version: &str, contract: Signature) -> Option<Published<Signature>> {
    let model = VersionedModel::new(VersionId::new(version), version, contract, Timestamp::UNIX_EPOCH).ok()?;
    Some(Published::new(model))
}

/// A line of distinct contracts of 12 tensors: every version adds an optional input.
fn line() -> (Vec<Published<Signature>>, Candidate<Signature>) {
    let contract = |minor: u64| {
        let mut signature = signature(12);
        let field = Field { default: Some(minor.into()), optional: true, ..Field::tensor(Dtype::F32, []) };
        signature.inputs.insert("threshold".to_owned(), field);
        signature
    };
    let versions = (0..PREDECESSORS).filter_map(|minor| publish(&format!("1.{minor}.0"), contract(minor))).collect();
    let contract = contract(PREDECESSORS);
    (versions, Candidate { contract, facts: None, content_digest: None, manifest_digest: None })
}

mod a_publish_after_1000_contracts {
    use super::{
        Bencher, Candidate, Contract, Judge, PREDECESSORS, Policy, Signature, TENSORS, Version, black_box, line,
        publish, retyped, signature,
    };

    #[divan::bench]
    fn judge(bencher: Bencher<'_, '_>) {
        let (versions, candidate) = line();
        let policy = Policy::default();
        let Ok(asked) = Version::new(1, PREDECESSORS, 0) else { return };
        bencher.bench_local(|| Judge::new(black_box(&versions), &candidate, &policy).verdict(&asked));
    }

    /// A change of every tensor that stood already: each is looked up among those that stood.
    #[divan::bench]
    fn judge_what_stood(bencher: Bencher<'_, '_>) {
        let (old, policy) = (signature(TENSORS), Policy::default());
        let new = retyped(&old);
        let versions: Vec<_> = [("1.0.0", old), ("1.1.0", new.clone())]
            .into_iter()
            .filter_map(|(version, of)| publish(version, of))
            .collect();
        let contract = Signature { license: Some("MIT".to_owned()), ..new };
        let candidate = Candidate { contract, facts: None, content_digest: None, manifest_digest: None };
        let Ok(asked) = Version::new(1, 1, 1) else { return };
        bencher.bench_local(|| Judge::new(black_box(&versions), &candidate, &policy).accepts(&asked));
    }

    #[divan::bench]
    fn yardstick_plain_diffs(bencher: Bencher<'_, '_>) {
        let (versions, candidate) = line();
        bencher.bench_local(|| {
            let differences = black_box(&versions)
                .iter()
                .map(|published| Signature::diff(&published.model.payload, &candidate.contract).len());
            differences.sum::<usize>()
        });
    }
}

/// 100 lines of 100 versions.
fn versions() -> Vec<Version> {
    let numbers =
        (1..=100).flat_map(|major| (0..10).flat_map(move |minor| (0..10).map(move |patch| (major, minor, patch))));
    numbers.filter_map(|(major, minor, patch)| Version::new(major, minor, patch).ok()).collect()
}

mod a_range_over_10000_versions {
    use super::{
        BTreeMap, Bencher, Digest, IndexEntry, ResolveOptions, Selector, Version, VersionIndex, VersionReq,
        VersionState, black_box, resolve, versions,
    };

    #[divan::bench]
    fn index(bencher: Bencher<'_, '_>) {
        let entry = |version: Version| IndexEntry {
            digest: Digest::of(version.to_string().as_bytes()),
            version,
            state: VersionState::Active,
            ordinal: 1,
            reason: None,
        };
        let index = VersionIndex::new(versions().into_iter().map(entry).collect(), BTreeMap::new());
        let Ok(selector) = "^1.2".parse::<Selector>() else { return };
        bencher.bench_local(|| resolve(black_box(&index), black_box(&selector), ResolveOptions::default()));
    }

    #[divan::bench]
    fn yardstick_scan(bencher: Bencher<'_, '_>) {
        let versions = versions();
        let Ok(requirement) = VersionReq::parse("^1.2") else { return };
        bencher.bench_local(|| {
            let mut newest_first = black_box(&versions).iter().rev();
            newest_first.find(|version| requirement.matches(version.as_semver())).cloned()
        });
    }
}
