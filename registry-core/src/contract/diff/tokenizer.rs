//! Compares tokenizers. Where callers send ids, the vocabulary is the alphabet of the input; where they send text, the
//! tokenizer is a matter of the model alone.

use serde_json::{Value, json};

use super::super::signature::{Tokenizer, Vocabulary};
use super::super::{Pointer, Signature};
use super::{Findings, facts};
use crate::canonical::value_of;
use crate::compat::{Difference, Rule};

/// Compares the tokenizers of two signatures.
pub(super) fn diff_tokenizer(old: &Signature, new: &Signature, findings: &mut Findings<'_>) {
    let path = Pointer::root().join("assets").join("tokenizer");
    match (&old.assets.tokenizer, &new.assets.tokenizer) {
        (None, None) => {}
        (Some(before), Some(after)) if before == after => {}
        (Some(before), Some(after)) if old.takes_text() => {
            let (before, after) = (summary(before), summary(after));
            findings.push(Difference::new(Rule::PreprocessInternalChanged, path, before, after));
        }
        (Some(before), Some(after)) => diff_ids(&path, before, after, findings),
        (before, after) => {
            let shown = (before.as_ref().map(summary), after.as_ref().map(summary));
            facts::diff_known(path, shown, findings);
        }
    }
}

/// Enough of a tokenizer to tell it from another one; token lists are long.
fn summary(tokenizer: &Tokenizer) -> Value {
    let digest = crate::canonical::digest(&value_of(tokenizer));
    format!("{}, {} ({digest})", tokenizer.kind, vocab_line(tokenizer)).into()
}

fn diff_ids(path: &Pointer, old: &Tokenizer, new: &Tokenizer, findings: &mut Findings<'_>) {
    if old.kind == new.kind {
        let pipelines = (old.pipeline.as_ref(), new.pipeline.as_ref());
        let changed = Some(Rule::TokenizerAlgorithmChanged);
        facts::diff_fact(|| path.join("pipeline"), pipelines, |_, _| changed, findings);
    } else {
        let difference =
            Difference::new(Rule::TokenizerAlgorithmChanged, path.join("kind"), old.kind.as_str(), new.kind.as_str());
        findings.push(difference);
    }
    diff_vocab(path, old, new, findings);
    if old.special_tokens != new.special_tokens {
        let (before, after) = (value_of(&old.special_tokens), value_of(&new.special_tokens));
        let rule = Rule::TokenizerSpecialTokensChanged;
        findings.push(Difference::new(rule, path.join("special_tokens"), before, after));
    }
    let templates = (old.chat_template.as_ref(), new.chat_template.as_ref());
    let changed = Some(Rule::TokenizerChatTemplateChanged);
    facts::diff_fact(|| path.join("chat_template"), templates, |_, _| changed, findings);
}

/// The trained vocabulary and the tokens added beside it: together they say what an id means.
fn diff_vocab(path: &Pointer, old: &Tokenizer, new: &Tokenizer, findings: &mut Findings<'_>) {
    let path = path.join("vocab");
    let size = |vocab: &Option<Vocabulary>| vocab.as_ref().map(|vocab| json!(vocab.size));
    let extends = match (&old.vocab, &new.vocab) {
        (Some(before), Some(after)) => after.extends(before),
        (before, after) => {
            facts::diff_known(path.clone(), (size(before), size(after)), findings);
            true
        }
    };
    let same_vocab = old.vocab.is_none() || new.vocab.is_none() || old.vocab == new.vocab;
    if same_vocab && old.added_tokens == new.added_tokens {
        return;
    }
    let rule = if extends && new.added_tokens.is_superset(&old.added_tokens) {
        Rule::TokenizerVocabAppended
    } else {
        Rule::TokenizerVocabChanged
    };
    findings.push(Difference::new(rule, path, vocab_line(old), vocab_line(new)));
}

/// Enough of a vocabulary to read it and to tell it from another one.
fn vocab_line(tokenizer: &Tokenizer) -> String {
    let added = crate::canonical::digest(&value_of(&tokenizer.added_tokens));
    let added = match tokenizer.added_tokens.len() {
        0 => String::new(),
        count => format!(" and {count} added ({added})"),
    };
    match &tokenizer.vocab {
        Some(vocab) => format!("{} tokens{added} ({})", vocab.size, vocab.sha256),
        None => format!("unknown tokens{added}"),
    }
}
