//! The rule catalogue: every rule is a data file of its own, `rules/<id>.toml`, and a variant of [`Rule`].

use std::sync::LazyLock;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::rule::RuleSpec;

/// The version of the catalogue; a verdict names it.
pub const RULESET: &str = "1";

macro_rules! rules {
    ($($variant:ident = $id:literal),+ $(,)?) => {
        /// A rule of the catalogue. A difference carries exactly one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = concat!("`", $id, "`")] $variant,)+
        }

        impl Rule {
            /// Every rule, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The id, as it stands in JSON, policies and file names.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }

            /// The text of the data file.
            pub fn text(self) -> &'static str {
                match self {
                    $(Self::$variant => include_str!(concat!("rules/", $id, ".toml")),)+
                }
            }
        }
    };
}

rules! {
    InputAddedRequired = "input.added.required",
    InputAddedOptional = "input.added.optional",
    InputAddedNameReused = "input.added.name_reused",
    InputRemovedRequired = "input.removed.required",
    InputRemovedOptional = "input.removed.optional",
    InputRenamed = "input.renamed",
    InputAliasRemoved = "input.alias.removed",
    OutputAliasRemoved = "output.alias.removed",
    InputOrderChanged = "input.order.changed",
    InputBecameOptional = "input.became_optional",
    InputBecameRequired = "input.became_required",
    InputDefaultChanged = "input.default.changed",
    InputDefaultRemoved = "input.default.removed",
    InputDtypeWidened = "input.dtype.widened",
    InputDtypeNarrowed = "input.dtype.narrowed",
    InputDtypeNarrowedFloat = "input.dtype.narrowed_float",
    InputDtypeChanged = "input.dtype.changed",
    InputDimFixedToDynamic = "input.dim.fixed_to_dynamic",
    InputDimDynamicToFixed = "input.dim.dynamic_to_fixed",
    InputDimChanged = "input.dim.changed",
    InputDimBoundsWidened = "input.dim.bounds_widened",
    InputDimBoundsNarrowed = "input.dim.bounds_narrowed",
    InputRankChanged = "input.rank.changed",
    InputRankFixed = "input.rank.fixed",
    InputRankFreed = "input.rank.freed",
    InputDimSymbolLinked = "input.dim.symbol_linked",
    InputDimSymbolDeclared = "input.dim.symbol_declared",
    InputDimSymbolUnlinked = "input.dim.symbol_unlinked",
    OutputDimSymbolLinked = "output.dim.symbol_linked",
    OutputDimSymbolUnlinked = "output.dim.symbol_unlinked",
    InputNullableAdded = "input.nullable.added",
    InputNullableRemoved = "input.nullable.removed",
    InputEnumValueAdded = "input.enum.value_added",
    InputEnumValueRemoved = "input.enum.value_removed",
    InputSemanticsChanged = "input.semantics.changed",
    InputContentClosed = "input.content.closed",
    InputContentOpened = "input.content.opened",
    OutputAdded = "output.added",
    OutputAddedPositional = "output.added.positional",
    OutputRemoved = "output.removed",
    OutputRenamed = "output.renamed",
    OutputBecameOptional = "output.became_optional",
    OutputBecameRequired = "output.became_required",
    OutputDtypeNarrowed = "output.dtype.narrowed",
    OutputDtypeWidened = "output.dtype.widened",
    OutputDtypeWidenedFloat = "output.dtype.widened_float",
    OutputDtypeChanged = "output.dtype.changed",
    OutputDimFixedToDynamic = "output.dim.fixed_to_dynamic",
    OutputDimDynamicToFixed = "output.dim.dynamic_to_fixed",
    OutputDimChanged = "output.dim.changed",
    OutputRankChanged = "output.rank.changed",
    OutputRankFixed = "output.rank.fixed",
    OutputRankFreed = "output.rank.freed",
    OutputNullableAdded = "output.nullable.added",
    OutputNullableRemoved = "output.nullable.removed",
    OutputRangeWidened = "output.range.widened",
    OutputSemanticsChanged = "output.semantics.changed",
    OutputEmbeddingSpaceChanged = "output.embedding_space.changed",
    OutputOrderChanged = "output.order.changed",
    LabelsAppended = "labels.appended",
    LabelsRemoved = "labels.removed",
    LabelsReordered = "labels.reordered",
    LabelsRenamed = "labels.renamed",
    ParamAdded = "param.added",
    ParamRemoved = "param.removed",
    ParamTypeWidened = "param.type.widened",
    ParamTypeNarrowed = "param.type.narrowed",
    ParamTypeChanged = "param.type.changed",
    ParamRangeWidened = "param.range.widened",
    ParamRangeNarrowed = "param.range.narrowed",
    ParamDefaultChanged = "param.default.changed",
    StatefulChanged = "stateful.changed",
    BindingChanged = "binding.changed",
    BatchingMaxLowered = "batching.max_lowered",
    BatchingMaxRaised = "batching.max_raised",
    StreamingChanged = "streaming.changed",
    EntrypointAdded = "entrypoint.added",
    EntrypointRemoved = "entrypoint.removed",
    PreprocessInternalChanged = "preprocess.internal.changed",
    PreprocessExternalChanged = "preprocess.external.changed",
    ConsumptionChanged = "consumption.changed",
    TokenizerVocabAppended = "tokenizer.vocab.appended",
    TokenizerVocabChanged = "tokenizer.vocab.changed",
    TokenizerAlgorithmChanged = "tokenizer.algorithm.changed",
    TokenizerSpecialTokensChanged = "tokenizer.special_tokens.changed",
    TokenizerChatTemplateChanged = "tokenizer.chat_template.changed",
    PostprocessChanged = "postprocess.changed",
    ContextLengthRaised = "context_length.raised",
    ContextLengthLowered = "context_length.lowered",
    WeightsChanged = "weights.changed",
    WeightsDtypeChanged = "weights.dtype.changed",
    WeightsTensorAdded = "weights.tensor.added",
    WeightsTensorRemoved = "weights.tensor.removed",
    WeightsTensorShapeChanged = "weights.tensor.shape_changed",
    WeightsTensorDtypeChanged = "weights.tensor.dtype_changed",
    ArchitectureChanged = "architecture.changed",
    TrainingDataChanged = "training_data.changed",
    EvalMetricRegressed = "eval.metric.regressed",
    BehaviourShiftedInPatch = "behaviour.shifted_in_patch",
    ArtifactFormatChanged = "artifact.format.changed",
    ArtifactRepacked = "artifact.repacked",
    OnnxOpsetRaised = "onnx.opset.raised",
    OnnxIrRaised = "onnx.ir.raised",
    RuntimeMinRaised = "runtime.min.raised",
    OnnxCustomDomainAdded = "onnx.custom_domain.added",
    RuntimeFrameworkChanged = "runtime.framework.changed",
    RuntimeAcceleratorRequired = "runtime.accelerator.required",
    ResourceMemoryRaised = "resource.memory.raised",
    LicenseMoreRestrictive = "license.more_restrictive",
    LicenseMorePermissive = "license.more_permissive",
    LicenseChanged = "license.changed",
    DeprecatedMarked = "deprecated.marked",
    FactDeclared = "fact.declared",
    FactWithdrawn = "fact.withdrawn",
    NothingChanged = "nothing.changed",
    VersionNotSemver = "version.not_semver",
    VersionExists = "version.exists",
    VersionTooSmall = "version.too_small",
    VersionBackportConflict = "version.backport_conflict",
    VersionNotNext = "version.not_next",
    VersionPreAfterRelease = "version.pre_after_release",
    VersionMajorUnneeded = "version.major_unneeded",
}

static CATALOGUE: LazyLock<Vec<RuleSpec>> = LazyLock::new(|| Rule::ALL.iter().map(|rule| load(*rule)).collect());

#[expect(clippy::panic, reason = "the files are part of the program, and a test loads every one of them")]
fn load(rule: Rule) -> RuleSpec {
    RuleSpec::parse(rule.id(), rule.text()).unwrap_or_else(|error| panic!("{error}"))
}

impl Rule {
    /// The rule with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }

    /// What the data file says.
    #[expect(
        clippy::indexing_slicing,
        clippy::as_conversions,
        reason = "the catalogue has an entry for every variant, in order"
    )]
    pub fn spec(self) -> &'static RuleSpec {
        &CATALOGUE[self as usize]
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        Self::from_id(&id).ok_or_else(|| D::Error::custom(format!("there is no rule `{id}` in ruleset {RULESET}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_loaded_by_its_rule() {
        for &rule in Rule::ALL {
            assert_eq!(rule.spec().id, rule.id());
            assert_eq!(Rule::from_id(rule.id()), Some(rule));
        }
    }

    #[test]
    fn every_file_in_the_folder_is_a_rule() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/compat/rules");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        files.sort();
        let mut ids: Vec<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
        ids.sort_unstable();
        assert_eq!(files, ids);
    }
}
