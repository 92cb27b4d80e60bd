//! What `diff` and `check` share: read two models, judge them, print the verdict.

use std::path::Path;

use jiff::Timestamp;
use registry_core::compat::{Judge, Policy, PolicyLayer, Verdict, compare};
use registry_core::contract::Signature;
use registry_core::model::{Candidate, Published, VersionId, VersionedModel};
use registry_core::version::Version;

use crate::args::{Judgement, ReportFormat};
use crate::error::CliError;
use crate::output::{Output, notice};
use crate::report::Question;
use crate::{files, github, parse, report};

/// The numbers of the old and of the new model.
pub(super) struct Numbers {
    pub(super) from: Version,
    pub(super) to: Version,
}

/// Judges the new model against the old one, and prints the verdict.
pub(super) fn judge(
    (old, new): (&Path, &Path),
    numbers: Option<Numbers>,
    (judgement, question): (&Judgement, Question),
    out: &mut Output,
) -> Result<Verdict, CliError> {
    let policy = policy(judgement)?;
    let (old_model, new_model) = (read(old, judgement)?, read(new, judgement)?);
    let verdict = match numbers {
        None => compare(&old_model, &new_model, &policy),
        Some(Numbers { from, to }) => Judge::new(&[published(from, old_model)], &new_model, &policy).verdict(&to),
    };
    match judgement.output {
        ReportFormat::Table => report::print(&verdict, question, out)?,
        ReportFormat::Json => out.json(&verdict)?,
        ReportFormat::Github => github::print(&verdict, new, out)?,
    }
    Ok(verdict)
}

fn read(path: &Path, judgement: &Judgement) -> Result<Candidate<Signature>, CliError> {
    let extraction = files::read_model(&[path.to_owned()], !judgement.skip_weights)?;
    for remark in &extraction.notices {
        notice(remark);
    }
    Ok(files::candidate(extraction))
}

fn published(version: Version, model: Candidate<Signature>) -> Published<Signature> {
    let Candidate { contract, facts, content_digest, manifest_digest } = model;
    let id = VersionId::new(version.to_string());
    // A file has no time of publication, and no rule asks for it.
    let model = VersionedModel { id, version, payload: contract, created_at: Timestamp::UNIX_EPOCH };
    Published { facts, content_digest, manifest_digest, ..Published::new(model) }
}

/// The policy file, with the options of the command line as one more layer inside it.
fn policy(judgement: &Judgement) -> Result<Policy, CliError> {
    let file = judgement.policy.as_deref().map(read_layer).transpose()?.unwrap_or_default();
    let mut options = PolicyLayer::default();
    options.compat.profile = judgement.profile;
    options.compat.consumption = judgement.consumption;
    Ok(Policy::effective(&[&file, &options], now()))
}

fn read_layer(path: &Path) -> Result<PolicyLayer, CliError> {
    let layer: PolicyLayer = parse::toml(path, &files::read_text(path)?, "a policy")?;
    layer.check().map_err(|source| CliError::Policy { path: path.to_owned(), source })?;
    Ok(layer)
}

#[expect(clippy::disallowed_methods, reason = "the one place where the command line looks at the clock")]
pub(super) fn now() -> Timestamp {
    Timestamp::now()
}
