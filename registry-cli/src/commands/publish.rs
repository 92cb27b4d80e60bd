//! `registry publish`: check, upload, publish.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use registry_core::compat::{Rule, Verdict};
use registry_core::reference::Reference;
use registry_core::version::{Line, Version};
use registry_formats::Extraction;
use serde_json::{Value, json};

use super::list::text;
use crate::args::{BumpChoice, Format, Number, Publish};
use crate::client::context::Target;
use crate::client::problem::refusal;
use crate::client::reference::path_of;
use crate::client::{Answer, Client};
use crate::error::CliError;
use crate::files::Bundle;
use crate::hashing::{Content, content_of};
use crate::output::{FINE, Output, notice, styled};
use crate::report::{self, Question};

/// The status of an answer that made something.
const CREATED: u16 = 201;

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
        let extraction = bundle.read(true)?;
        for remark in &extraction.notices {
            notice(remark);
        }
        let contents = bundle.files.iter().map(|(_, path)| content_of(path)).collect::<Result<_, _>>()?;
        Ok(Self { model, bundle, extraction, contents })
    }

    /// Asks the server for the verdict on the contract, without sending the files.
    pub(super) fn check(&self, client: &Client, number: &Number) -> Result<Verdict, CliError> {
        let mut body = json!({
            "contract": self.extraction.signature,
            "artifact": self.extraction.artifact,
            "evaluation": self.extraction.artifact.evaluation,
            "files": self.listed(),
        });
        self.tokens_into(&mut body);
        number_into(number, &mut body);
        client.post(&format!("{}/compatibility-checks", path_of(&self.model)), &body)?.read("verdict")
    }

    /// Only with its tokens can a longer vocabulary show that it extends the one before.
    fn tokens_into(&self, body: &mut Value) {
        let tokenizer = self.extraction.signature.assets.tokenizer.as_ref();
        let tokens = tokenizer.and_then(|tokenizer| tokenizer.vocab.as_ref()).and_then(|vocab| vocab.tokens.as_ref());
        if let (Some(tokens), Some(vocab)) = (tokens, body.pointer_mut("/contract/assets/tokenizer/vocab")) {
            vocab["tokens"] = json!(tokens);
        }
    }

    /// Every file: its name in the model, its path, and what it holds.
    fn files(&self) -> impl Iterator<Item = (&str, &Path, Content)> {
        let files = self.bundle.files.iter().zip(&self.contents);
        files.map(|((name, path), content)| (name.as_str(), path.as_path(), *content))
    }

    /// Path, digest and size of every file, as the server takes them.
    fn listed(&self) -> Vec<Value> {
        let describe = |(name, _, content): (&str, &Path, Content)| json!({"path": name, "sha256": content.sha256.to_hex(), "size": content.size});
        self.files().map(describe).collect()
    }

    fn upload(&self, client: &Client, line: Line) -> Result<(), CliError> {
        let uploads = format!("{}/uploads", path_of(&self.model));
        for (_, path, content) in self.files() {
            let body = json!({"sha256": content.sha256.to_hex(), "size": content.size, "line": line});
            client.send_file(&uploads, &client.post(&uploads, &body)?, path, content)?;
        }
        Ok(())
    }

    fn publish(&self, client: &Client, args: &Publish, line: Line) -> Result<Answer, CliError> {
        let mut body = json!({"files": self.listed(), "upload_line": line});
        number_into(&args.number, &mut body);
        if let Some(project) = &self.bundle.project {
            body["declared"] = registry_core::canonical::value_of(&project.declared);
            body["lineage"] = registry_core::canonical::value_of(&project.lineage);
            body["evaluation"] = registry_core::canonical::value_of(&project.evaluation);
        }
        if let Some(description) = &args.description {
            body["description"] = description.as_str().into();
        }
        client.post(&format!("{}/versions", path_of(&self.model)), &body)
    }
}

fn number_into(number: &Number, body: &mut Value) {
    if let Some(version) = &number.version {
        body["version"] = version.to_string().into();
        return;
    }
    let bump = match number.bump {
        None | Some(BumpChoice::Auto) => "auto",
        Some(BumpChoice::Major) => "major",
        Some(BumpChoice::Minor) => "minor",
        Some(BumpChoice::Patch) => "patch",
    };
    body["bump"] = bump.into();
    if let Some(line) = number.line {
        body["line"] = line.to_string().into();
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

fn show(answer: &Answer, args: &Publish, out: &mut Output) -> Result<(), CliError> {
    let version = &answer.value;
    if args.output == Format::Json {
        return out.json(version);
    }
    let name = format!("{}/{}@{}", text(version, "namespace"), text(version, "model"), text(version, "version"));
    let verb = if answer.status == CREATED { "published:" } else { "there already:" };
    let since = match (text(version, "base").as_str(), text(version, "required_bump")) {
        ("", _) => String::new(),
        (base, bump) => format!(", a {bump} change since {base}"),
    };
    let state = match text(version, "state").as_str() {
        "active" => String::new(),
        state => format!(" ({state})"),
    };
    out.line(format!("{} {name}{state}{since}", styled(FINE, verb)))?;
    out.line(format!("  digest  {}", text(version, "digest")))?;
    out.line(format!("  line    {0}, stored under lines/{0}", text(version, "line")))
}
