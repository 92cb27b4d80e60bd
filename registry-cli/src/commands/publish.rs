//! `registry publish`: check, upload, publish.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use registry_client::ResponseValue;
use registry_client::reqwest::StatusCode;
use registry_client::types::{self, Bump, CompatibilityCheck, FileRef, UploadCreate, VersionCreate};
use registry_core::canonical::value_of;
use registry_core::compat::{Rule, Verdict};
use registry_core::reference::Reference;
use registry_core::version::{Line, Version};
use registry_formats::Extraction;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::args::{BumpChoice, Format, Number, Publish};
use crate::client::Client;
use crate::client::context::Target;
use crate::client::problem::{refusal, verdict_of};
use crate::client::reference::about;
use crate::error::CliError;
use crate::files::Bundle;
use crate::hashing::{Content, content_of};
use crate::output::{FINE, Output, notice, styled};
use crate::report::{self, Question};

pub(super) fn run(args: &Publish, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let paths = if args.files.is_empty() { vec![PathBuf::from(".")] } else { args.files.clone() };
    let submission = Submission::new(&paths, args.model.as_ref())?;
    let client = target.client()?;
    let verdict = submission.check(&client, &args.number)?;
    if args.dry_run {
        return show_plan(&verdict, args, out);
    }
    if is_hopeless(&verdict) {
        return refuse(&verdict, args, out);
    }
    let line = upload_line(&args.number, &verdict);
    submission.upload(&client, line)?;
    match submission.publish(&client, args, line) {
        Ok(answer) => {
            show(&answer, args, out)?;
            Ok(ExitCode::SUCCESS)
        }
        Err(CliError::Problem(problem)) => match problem.verdict() {
            Some(verdict) => refuse(&verdict, args, out),
            None => Err(CliError::Problem(problem)),
        },
        Err(error) => Err(error),
    }
}

/// What is to be published, and where.
pub(super) struct Submission {
    model: Reference,
    bundle: Bundle,
    extraction: Extraction,
    /// What each file of the bundle holds, in its order: read once, and meant from then on.
    contents: Vec<Content>,
}

impl Submission {
    /// Reads the contract of the files; nothing is sent yet.
    pub(super) fn new(paths: &[PathBuf], model: Option<&Reference>) -> Result<Self, CliError> {
        let bundle = Bundle::find(paths)?;
        let of_project = bundle.project.as_ref().and_then(|project| project.model.as_ref());
        let missing =
            || CliError::Argument("which model? Say --model NS/MODEL, or write it into registry.toml".to_owned());
        let model = model.or(of_project).cloned().ok_or_else(missing)?;
        if let Some(selector) = &model.selector {
            let message = format!("`{model}` names a version; write `--model {}/{}`", model.namespace, model.model);
            return Err(CliError::Argument(format!("{message}, and `--version {selector}` if you mean that number")));
        }
        bundle.refuse_secrets()?;
        bundle.warn_of_hazards()?;
        let extraction = bundle.read(true)?;
        for remark in &extraction.notices {
            notice(remark);
        }
        let contents = bundle.files.iter().map(|(_, path)| content_of(path)).collect::<Result<_, _>>()?;
        Ok(Self { model, bundle, extraction, contents })
    }

    /// Asks the server for the verdict on the contract, without sending the files.
    pub(super) fn check(&self, client: &Client, number: &Number) -> Result<Verdict, CliError> {
        let asked = Asked::from(number);
        let body = CompatibilityCheck {
            contract: self.contract(),
            artifact: members(&self.extraction.artifact),
            evaluation: members(&self.extraction.artifact.evaluation),
            declared: Map::new(),
            files: self.listed(),
            version: asked.version,
            bump: asked.bump,
            line: asked.line,
        };
        let verdict = client.post(async |api, key| {
            about!(api.check_compatibility(), self.model).idempotency_key(key).body(body.clone()).send().await
        })?;
        let unknown = |error| {
            format!(
                "the server's verdict is not one that this version of `registry` knows ({error}); is the server newer?"
            )
        };
        verdict_of(&verdict).map_err(|error| CliError::Answer(unknown(error)))
    }

    /// The contract. Only with its tokens can a longer vocabulary show that it extends the one before.
    fn contract(&self) -> Map<String, Value> {
        let mut contract = value_of(&self.extraction.signature);
        let tokenizer = self.extraction.signature.assets.tokenizer.as_ref();
        let tokens = tokenizer.and_then(|tokenizer| tokenizer.vocab.as_ref()).and_then(|vocab| vocab.tokens.as_ref());
        if let (Some(tokens), Some(vocab)) = (tokens, contract.pointer_mut("/assets/tokenizer/vocab")) {
            vocab["tokens"] = json!(tokens);
        }
        members(&contract)
    }

    /// Every file: its name in the model, its path, and what it holds.
    fn files(&self) -> impl Iterator<Item = (&str, &Path, Content)> {
        let files = self.bundle.files.iter().zip(&self.contents);
        files.map(|((name, path), content)| (name.as_str(), path.as_path(), *content))
    }

    /// Path, digest and size of every file, as the server takes them.
    fn listed(&self) -> Vec<FileRef> {
        let describe = |(name, _, content): (&str, &Path, Content)| FileRef {
            path: name.to_owned(),
            sha256: content.sha256.to_hex(),
            size: content.size,
            media_type: None,
        };
        self.files().map(describe).collect()
    }

    fn upload(&self, client: &Client, line: Line) -> Result<(), CliError> {
        for (_, path, content) in self.files() {
            let body = UploadCreate { sha256: content.sha256.to_hex(), size: content.size, line: line.to_string() };
            let announced = client.post(async |api, key| {
                about!(api.create_upload(), self.model).idempotency_key(key).body(body.clone()).send().await
            })?;
            client.send_file(&self.model, announced.into_inner(), path, content)?;
        }
        Ok(())
    }

    fn publish(&self, client: &Client, args: &Publish, line: Line) -> Result<ResponseValue<types::Version>, CliError> {
        let (asked, project) = (Asked::from(&args.number), self.bundle.project.as_ref());
        let body = VersionCreate {
            files: self.listed(),
            upload_line: Some(line.to_string()),
            version: asked.version,
            bump: asked.bump,
            line: asked.line,
            declared: project.map(|project| members(&project.declared)).unwrap_or_default(),
            lineage: project.map(|project| members(&project.lineage)).unwrap_or_default(),
            evaluation: project.map(|project| members(&project.evaluation)).unwrap_or_default(),
            description: args.description.clone(),
            labels: BTreeMap::new(),
        };
        client.post(async |api, key| {
            about!(api.publish_version(), self.model).idempotency_key(key).body(body.clone()).send().await
        })
    }
}

/// The number that is asked for, as the server takes it.
struct Asked {
    version: Option<String>,
    bump: Option<Bump>,
    line: Option<String>,
}

impl From<&Number> for Asked {
    fn from(number: &Number) -> Self {
        if let Some(version) = &number.version {
            return Self { version: Some(version.to_string()), bump: None, line: None };
        }
        let bump = match number.bump {
            None | Some(BumpChoice::Auto) => Bump::Auto,
            Some(BumpChoice::Major) => Bump::Major,
            Some(BumpChoice::Minor) => Bump::Minor,
            Some(BumpChoice::Patch) => Bump::Patch,
        };
        Self { version: None, bump: Some(bump), line: number.line.map(|line| line.to_string()) }
    }
}

/// The members of what is an object in JSON.
fn members(object: &impl Serialize) -> Map<String, Value> {
    match value_of(object) {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// Whether uploading the files cannot change the answer. A number that is taken may be this very publish again.
fn is_hopeless(verdict: &Verdict) -> bool {
    let small = verdict.fires(Rule::VersionTooSmall) || verdict.fires(Rule::VersionBackportConflict);
    verdict.accepted == Some(false) && small && !verdict.fires(Rule::VersionExists)
}

/// The line whose storage path gets the files: that of the number, or of the number that the server will choose.
fn upload_line(number: &Number, verdict: &Verdict) -> Line {
    let chosen = verdict.requested.as_deref().and_then(|requested| requested.parse::<Version>().ok());
    let number = number.version.clone().or(chosen).or_else(|| verdict.smallest_acceptable.clone());
    number.unwrap_or_else(Version::first).line()
}

fn refuse(verdict: &Verdict, args: &Publish, out: &mut Output) -> Result<ExitCode, CliError> {
    print_verdict(verdict, args, out)?;
    Ok(refusal(verdict).into())
}

/// What would come of it, by the contract and the digests that were read here: no byte of the files is sent.
fn show_plan(verdict: &Verdict, args: &Publish, out: &mut Output) -> Result<ExitCode, CliError> {
    notice("nothing is uploaded or published: the contract was read here, and judged by the server");
    if verdict.accepted != Some(true) {
        return refuse(verdict, args, out);
    }
    print_verdict(verdict, args, out)?;
    Ok(ExitCode::SUCCESS)
}

fn print_verdict(verdict: &Verdict, args: &Publish, out: &mut Output) -> Result<(), CliError> {
    match args.output {
        Format::Json => out.json(verdict),
        Format::Table => report::print(verdict, Question::May, out),
    }
}

fn show(published: &ResponseValue<types::Version>, args: &Publish, out: &mut Output) -> Result<(), CliError> {
    if args.output == Format::Json {
        return out.json(&json!(**published));
    }
    let name = format!("{}/{}@{}", published.namespace, published.model, published.version);
    let verb = if published.status() == StatusCode::CREATED { "published:" } else { "there already:" };
    let since = published.base.as_ref().map(|base| {
        let bump = published.required_bump.as_deref().map(super::list::change);
        bump.map_or_else(String::new, |change| format!(", {change} since {base}"))
    });
    let state = match published.state.as_str() {
        "active" => String::new(),
        state => format!(" ({state})"),
    };
    out.line(format!("{} {name}{state}{}", styled(FINE, verb), since.unwrap_or_default()))?;
    out.line(format!("  digest  {}", published.digest))?;
    out.line(format!("  line    {0}, stored under lines/{0}", published.line))
}
