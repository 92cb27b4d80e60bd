#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///A file of a version whose bytes are missing or damaged.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct AffectedFile {
        ///The blob that is missing or damaged.
        pub blob: ::std::string::String,
        ///The path of the file in the version.
        pub path: ::std::string::String,
        ///The version.
        pub version: ::std::string::String,
    }
    impl AffectedFile {
        pub fn builder() -> builder::AffectedFile {
            Default::default()
        }
    }
    ///How a number rises that the registry chooses.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum Bump {
        #[serde(rename = "auto")]
        Auto,
        #[serde(rename = "major")]
        Major,
        #[serde(rename = "minor")]
        Minor,
        #[serde(rename = "patch")]
        Patch,
    }
    impl ::std::fmt::Display for Bump {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Auto => f.write_str("auto"),
                Self::Major => f.write_str("major"),
                Self::Minor => f.write_str("minor"),
                Self::Patch => f.write_str("patch"),
            }
        }
    }
    impl ::std::str::FromStr for Bump {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "auto" => Ok(Self::Auto),
                "major" => Ok(Self::Major),
                "minor" => Ok(Self::Minor),
                "patch" => Ok(Self::Patch),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for Bump {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for Bump {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///One judged change.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Change {
        ///The version it was compared with.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub against: ::std::option::Option<::std::string::String>,
        ///Whether consumers must change.
        pub consumer_change: ::std::string::String,
        ///What the publisher can do.
        pub fix: ::std::string::String,
        ///What the rule does under the policy: `allow`, `warn` or `deny`.
        pub level: ::std::string::String,
        ///What happened.
        pub message: ::std::string::String,
        ///What stands there now; absent when nothing does.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub new: ::std::option::Option<::serde_json::Value>,
        ///What stood there; absent when nothing did.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub old: ::std::option::Option<::serde_json::Value>,
        ///The place in the canonical contract, as a JSON Pointer.
        pub path: ::std::string::String,
        ///Whether this change alone refuses the requested number.
        pub refuses: bool,
        ///The bump that the change requires.
        pub required_bump: ::std::string::String,
        ///Whether the model must be trained again.
        pub retraining: ::std::string::String,
        ///The rule.
        pub rule: ::std::string::String,
        ///Whether the new fact was `read` or `declared`.
        pub source: ::std::string::String,
        ///Why it matters.
        pub why: ::std::string::String,
        ///A call or an answer that worked and no longer does.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub witness: ::std::option::Option<::serde_json::Value>,
    }
    impl Change {
        pub fn builder() -> builder::Change {
            Default::default()
        }
    }
    ///A pointer inside one model, with a history.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Channel {
        ///The digest of the manifest of the version.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub digest: ::std::option::Option<::std::string::String>,
        ///The name, unique in the model.
        pub name: ::std::string::String,
        pub policy: ChannelPolicy,
        ///Why it was moved.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
        ///The number of the last revision, 0 before the first one. It is the entity tag of the channel.
        pub revision: u64,
        ///The present state of the version.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<::std::string::String>,
        ///When it was last moved.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub updated_at: ::std::option::Option<::jiff::Timestamp>,
        ///Who moved it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub updated_by: ::std::option::Option<::std::string::String>,
        ///The version served; absent when the channel is empty.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub version: ::std::option::Option<::std::string::String>,
    }
    impl Channel {
        pub fn builder() -> builder::Channel {
            Default::default()
        }
    }
    ///What a move of a channel means for those who consume it; recorded with the move.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ChannelCompat {
        ///Whether consumers must change.
        pub consumer_change: ::std::string::String,
        ///What consumers of the version before lose, one sentence each.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub lost: ::std::vec::Vec<::std::string::String>,
        ///The digest of the policy that this was judged by.
        pub policy_digest: ::std::string::String,
        ///The semantic class of the changes from the version before to the version after.
        pub required_bump: ::std::string::String,
        ///Whether the model must be trained again.
        pub retraining: ::std::string::String,
    }
    impl ChannelCompat {
        pub fn builder() -> builder::ChannelCompat {
            Default::default()
        }
    }
    ///A page of channels, by name.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ChannelList {
        ///The channels.
        pub items: ::std::vec::Vec<Channel>,
        ///What to send as `page_token` for the next page; absent on the last one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page_token: ::std::option::Option<::std::string::String>,
    }
    impl ChannelList {
        pub fn builder() -> builder::ChannelList {
            Default::default()
        }
    }
    ///What a channel accepts. A `PUT` replaces all of it; what is left out gets its default.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ChannelPolicy {
        ///Whether a major step needs no `allow_major` in the request.
        #[serde(default)]
        pub allow_major: bool,
        ///The only versions that the channel may be moved to.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub constraint: ::std::option::Option<::std::string::String>,
        ///The largest step of a promotion, up or down: `patch`, `minor` or `major`.
        #[serde(default = "defaults::channel_policy_largest_step")]
        pub largest_step: ::std::string::String,
        /**Those of the promoters who may move the channel, beside the admins of the namespace, at least one; absent when every
promoter may.*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub promoters: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///Whether a change must say with `If-Match` which revision it saw.
        #[serde(default)]
        pub require_if_match: bool,
    }
    impl ::std::default::Default for ChannelPolicy {
        fn default() -> Self {
            Self {
                allow_major: Default::default(),
                constraint: Default::default(),
                largest_step: defaults::channel_policy_largest_step(),
                promoters: Default::default(),
                require_if_match: Default::default(),
            }
        }
    }
    impl ChannelPolicy {
        pub fn builder() -> builder::ChannelPolicy {
            Default::default()
        }
    }
    ///One line of the history of a channel.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ChannelRevision {
        ///Who moved the channel.
        pub actor: ::std::string::String,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub compat: ::std::option::Option<ChannelCompat>,
        ///When.
        pub created_at: ::jiff::Timestamp,
        ///Whether the version rose (`forward`) or fell (`backward`).
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub direction: ::std::option::Option<::std::string::String>,
        ///What was done: `promote`, `rollback`, `clear` or `import`.
        pub kind: ::std::string::String,
        ///Why.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
        ///The revision that a rollback went back to.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub restored_seq: ::std::option::Option<u64>,
        ///The place in the history: 1, 2, 3… without gaps.
        pub seq: u64,
        ///Below which revision the next rollback looks for its target.
        pub undo_depth_seq: u64,
        ///The version served from here on; absent after a clear.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub version: ::std::option::Option<::std::string::String>,
    }
    impl ChannelRevision {
        pub fn builder() -> builder::ChannelRevision {
            Default::default()
        }
    }
    ///A page of the history of a channel, newest first.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ChannelRevisionList {
        ///The revisions.
        pub items: ::std::vec::Vec<ChannelRevision>,
        ///What to send as `page_token` for the next page; absent on the last one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page_token: ::std::option::Option<::std::string::String>,
    }
    impl ChannelRevisionList {
        pub fn builder() -> builder::ChannelRevisionList {
            Default::default()
        }
    }
    ///Why a channel is emptied.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Clear {
        ///Why.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
    }
    impl Clear {
        pub fn builder() -> builder::Clear {
            Default::default()
        }
    }
    ///A contract to judge: of uploaded files, or as it is given.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CompatibilityCheck {
        ///The facts beside the contract.
        #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
        pub artifact: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub bump: ::std::option::Option<Bump>,
        ///The contract, as a client has read it.
        #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
        pub contract: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        ///What no file says.
        #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
        pub declared: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        ///Reports of an evaluation.
        #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
        pub evaluation: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        /**The files. Without `contract` they must be uploaded, and the server reads the contract out of them; with it they
only tell whether anything changed at all.*/
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub files: ::std::vec::Vec<FileRef>,
        ///The line in which the number rises; the highest without it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub line: ::std::option::Option<::std::string::String>,
        ///The number that the contract would get; without it, `bump` decides.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub version: ::std::option::Option<::std::string::String>,
    }
    impl CompatibilityCheck {
        pub fn builder() -> builder::CompatibilityCheck {
            Default::default()
        }
    }
    ///Something that happened in a namespace, in the form of CloudEvents 1.0.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Event {
        ///Who did what to which resource, before and after; `seq` is the place in the log of the namespace.
        pub data: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        ///The type of `data`: `application/json`.
        pub datacontenttype: ::std::string::String,
        ///The identifier, unique in the registry.
        pub id: ::std::string::String,
        ///The namespace, as a path of this server.
        pub source: ::std::string::String,
        ///The version of CloudEvents: `1.0`.
        pub specversion: ::std::string::String,
        ///What it happened to: `NAMESPACE`, `NAMESPACE/MODEL` or `NAMESPACE/MODEL@VERSION`.
        pub subject: ::std::string::String,
        ///When it was committed.
        pub time: ::jiff::Timestamp,
        ///What happened.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }
    impl Event {
        pub fn builder() -> builder::Event {
            Default::default()
        }
    }
    ///A page of events, oldest first.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct EventList {
        ///The events.
        pub items: ::std::vec::Vec<Event>,
        ///What to send as `page_token` for the next page; absent when there is nothing newer yet.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page_token: ::std::option::Option<::std::string::String>,
    }
    impl EventList {
        pub fn builder() -> builder::EventList {
            Default::default()
        }
    }
    ///Why the version asked for is not served.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct FallbackReason {
        ///The code that the problem would have had.
        pub code: ::std::string::String,
        ///The reason in words.
        pub detail: ::std::string::String,
    }
    impl FallbackReason {
        pub fn builder() -> builder::FallbackReason {
            Default::default()
        }
    }
    ///One file of a version.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct File {
        ///The media type.
        pub media_type: ::std::string::String,
        ///The path inside the version.
        pub path: ::std::string::String,
        ///The SHA-256 of the bytes.
        pub sha256: ::std::string::String,
        ///The number of bytes.
        pub size: u64,
    }
    impl File {
        pub fn builder() -> builder::File {
            Default::default()
        }
    }
    ///The files of a version, by path.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct FileList {
        ///The files.
        pub items: ::std::vec::Vec<File>,
    }
    impl FileList {
        pub fn builder() -> builder::FileList {
            Default::default()
        }
    }
    ///An uploaded file, and where it lies inside the version.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct FileRef {
        ///The media type; by the extension of the path when it is absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub media_type: ::std::option::Option<::std::string::String>,
        ///The path inside the version: relative, with forward slashes.
        pub path: ::std::string::String,
        ///The SHA-256 of the bytes.
        pub sha256: ::std::string::String,
        ///The number of bytes.
        pub size: u64,
    }
    impl FileRef {
        pub fn builder() -> builder::FileRef {
            Default::default()
        }
    }
    ///Whether the rows of the registry and its bytes say the same.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct FsckReport {
        ///The files of versions that these blobs are for. Publishing the same files again repairs them.
        pub affected: ::std::vec::Vec<AffectedFile>,
        ///The number of recorded blobs that were looked up.
        pub checked_blobs: u64,
        ///The number of versions whose files were looked up.
        pub checked_versions: u64,
        ///Whether every recorded byte is there.
        pub clean: bool,
        ///What lies in staging and belongs to no upload: a sweep removes it when it is old.
        pub leftovers: ::std::vec::Vec<::std::string::String>,
        ///Recorded blobs without bytes, and versions that name a blob that is not recorded.
        pub missing: ::std::vec::Vec<::std::string::String>,
        ///The number of uploads in parts that are not complete.
        pub open_uploads: u64,
        ///Objects that no row records: waste, such as an upload that was never finished. They do no harm.
        pub orphans: ::std::vec::Vec<::std::string::String>,
        ///Blobs that the store cannot read although it answers, such as those on a broken sector of a disk.
        pub unreadable: ::std::vec::Vec<::std::string::String>,
        /**Blobs with other bytes than recorded; only a deep check reads them. Once found they stay here, and are asked for
again, until they were sent again or a deep check finds them sound.*/
        pub wrong_digest: ::std::vec::Vec<::std::string::String>,
        ///Blobs of another size than recorded.
        pub wrong_size: ::std::vec::Vec<::std::string::String>,
    }
    impl FsckReport {
        pub fn builder() -> builder::FsckReport {
            Default::default()
        }
    }
    ///Whether the server runs, or can work.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Health {
        ///`ok` or `ready`.
        pub status: ::std::string::String,
    }
    impl Health {
        pub fn builder() -> builder::Health {
            Default::default()
        }
    }
    ///What the verdict said when a version was published.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Impact {
        ///The version that it was compared with.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub base: ::std::option::Option<::std::string::String>,
        ///Whether consumers must change.
        pub consumer_change: ::std::string::String,
        ///The semantic class of what changed since.
        pub required_bump: ::std::string::String,
        ///Whether the model must be trained again.
        pub retraining: ::std::string::String,
    }
    impl Impact {
        pub fn builder() -> builder::Impact {
            Default::default()
        }
    }
    ///The limits of a server.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Limits {
        ///The largest file.
        pub max_file_bytes: u64,
        ///The most files of a version.
        pub max_files: u64,
        ///The largest page of a list.
        pub max_page_size: u32,
        ///The largest file that is sent at once; a larger one goes in parts.
        pub max_upload_bytes: u64,
    }
    impl Limits {
        pub fn builder() -> builder::Limits {
            Default::default()
        }
    }
    ///Whoever asks.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Me {
        ///Whether they administer the registry as a whole.
        pub administrator: bool,
        ///Where they are a member, by namespace.
        pub memberships: ::std::vec::Vec<Membership>,
        pub principal: Principal,
        pub token: Token,
    }
    impl Me {
        pub fn builder() -> builder::Me {
            Default::default()
        }
    }
    ///A member of a namespace.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Member {
        ///When they became one.
        pub created_at: ::jiff::Timestamp,
        ///Who.
        pub principal: ::std::string::String,
        ///`reader`, `publisher`, `promoter`, `admin`.
        pub roles: ::std::vec::Vec<::std::string::String>,
    }
    impl Member {
        pub fn builder() -> builder::Member {
            Default::default()
        }
    }
    ///A page of members, by name.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct MemberList {
        ///The members.
        pub items: ::std::vec::Vec<Member>,
        ///What to send as `page_token` for the next page; absent on the last one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page_token: ::std::option::Option<::std::string::String>,
    }
    impl MemberList {
        pub fn builder() -> builder::MemberList {
            Default::default()
        }
    }
    ///The roles that a member is to have, in place of those that they have.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct MemberSet {
        ///`reader`, `publisher`, `promoter`, `admin`; at least one.
        pub roles: ::std::vec::Vec<::std::string::String>,
    }
    impl MemberSet {
        pub fn builder() -> builder::MemberSet {
            Default::default()
        }
    }
    ///The roles of a principal in one namespace.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Membership {
        ///The namespace.
        pub namespace: ::std::string::String,
        ///`reader`, `publisher`, `promoter`, `admin`.
        pub roles: ::std::vec::Vec<::std::string::String>,
    }
    impl Membership {
        pub fn builder() -> builder::Membership {
            Default::default()
        }
    }
    ///The server.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Meta {
        ///The version of the API.
        pub api: ::std::string::String,
        ///The version of the code that reads contracts out of files.
        pub extractor: ::std::string::String,
        ///What it is built of and can do.
        pub features: ::std::vec::Vec<::std::string::String>,
        pub limits: Limits,
        ///The version of the rule catalogue.
        pub ruleset: ::std::string::String,
        ///`registry`.
        pub server: ::std::string::String,
        ///Its version.
        pub version: ::std::string::String,
    }
    impl Meta {
        pub fn builder() -> builder::Meta {
            Default::default()
        }
    }
    ///A model: what its versions are versions of.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Model {
        ///When it was archived: it takes no new versions since.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub archived_at: ::std::option::Option<::jiff::Timestamp>,
        ///When it was made.
        pub created_at: ::jiff::Timestamp,
        ///What people should know about it.
        pub description: ::std::string::String,
        ///Free-form labels.
        pub labels: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
        ///The highest stable version that is served; only where one model is asked for.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub latest: ::std::option::Option<::std::string::String>,
        ///Its name.
        pub name: ::std::string::String,
        ///The namespace.
        pub namespace: ::std::string::String,
        ///Rises with every change of the model, its versions or its channels; also the `ETag`.
        pub revision: u64,
        ///The number of its versions, whatever their state; only where one model is asked for.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub versions: ::std::option::Option<u64>,
    }
    impl Model {
        pub fn builder() -> builder::Model {
            Default::default()
        }
    }
    ///A model to make.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ModelCreate {
        ///What people should know about it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///Free-form labels.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        pub labels: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
        ///Its name: `[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?`.
        pub name: ::std::string::String,
    }
    impl ModelCreate {
        pub fn builder() -> builder::ModelCreate {
            Default::default()
        }
    }
    ///A page of models, by name.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ModelList {
        ///The models.
        pub items: ::std::vec::Vec<Model>,
        ///What to send as `page_token` for the next page; absent on the last one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page_token: ::std::option::Option<::std::string::String>,
    }
    impl ModelList {
        pub fn builder() -> builder::ModelList {
            Default::default()
        }
    }
    ///What is to change of a model; what is absent stays.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct ModelUpdate {
        ///What people should know about it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///Free-form labels; these replace all of them.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        pub labels: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
    }
    impl ModelUpdate {
        pub fn builder() -> builder::ModelUpdate {
            Default::default()
        }
    }
    ///A namespace: what belongs to one team.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Namespace {
        ///When it was made.
        pub created_at: ::jiff::Timestamp,
        ///What people should know about it.
        pub description: ::std::string::String,
        ///Its name.
        pub name: ::std::string::String,
        ///Whether only its members may know of it.
        pub private: bool,
        ///The most bytes that its files may take; absent when there is no limit.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub quota_bytes: ::std::option::Option<u64>,
        ///Rises with every change of the namespace itself; also the `ETag`.
        pub revision: u64,
    }
    impl Namespace {
        pub fn builder() -> builder::Namespace {
            Default::default()
        }
    }
    ///A namespace to make.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct NamespaceCreate {
        ///What people should know about it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///Its name: `[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?`.
        pub name: ::std::string::String,
        ///Whether only its members may know of it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub private: ::std::option::Option<bool>,
    }
    impl NamespaceCreate {
        pub fn builder() -> builder::NamespaceCreate {
            Default::default()
        }
    }
    ///A page of namespaces, by name.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct NamespaceList {
        ///The namespaces.
        pub items: ::std::vec::Vec<Namespace>,
        ///What to send as `page_token` for the next page; absent on the last one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page_token: ::std::option::Option<::std::string::String>,
    }
    impl NamespaceList {
        pub fn builder() -> builder::NamespaceList {
            Default::default()
        }
    }
    ///What is to change of a namespace; what is absent stays.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct NamespaceUpdate {
        ///What people should know about it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///Whether only its members may know of it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub private: ::std::option::Option<bool>,
        ///The most bytes that its files may take; 0 is no limit. For administrators of the registry.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub quota_bytes: ::std::option::Option<u64>,
    }
    impl NamespaceUpdate {
        pub fn builder() -> builder::NamespaceUpdate {
            Default::default()
        }
    }
    ///The body of a request that needs none; it may be left out.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    #[serde(deny_unknown_fields)]
    pub struct Nothing {}
    impl Nothing {
        pub fn builder() -> builder::Nothing {
            Default::default()
        }
    }
    ///Where to send one part.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PartLink {
        ///The headers to send with them, without which the store refuses.
        pub headers: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
        ///The number of the part.
        pub number: u32,
        ///Where to `PUT` its bytes. A secret as long as it is valid.
        pub url: ::std::string::String,
    }
    impl PartLink {
        pub fn builder() -> builder::PartLink {
            Default::default()
        }
    }
    ///Where to send parts.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PartLinks {
        ///One link a part. Each may be used for five minutes.
        pub parts: ::std::vec::Vec<PartLink>,
    }
    impl PartLinks {
        pub fn builder() -> builder::PartLinks {
            Default::default()
        }
    }
    ///Parts to be sent to the object store itself.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PartLinksCreate {
        ///The parts; at most 100.
        pub parts: ::std::vec::Vec<PartWanted>,
    }
    impl PartLinksCreate {
        pub fn builder() -> builder::PartLinksCreate {
            Default::default()
        }
    }
    ///A part that was sent.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PartSent {
        ///The `ETag` that the store answered.
        pub etag: ::std::string::String,
        ///The number, from 1 on.
        pub number: u32,
        ///The SHA-256 of its bytes.
        pub sha256: ::std::string::String,
    }
    impl PartSent {
        pub fn builder() -> builder::PartSent {
            Default::default()
        }
    }
    ///A part whose bytes are stored.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PartSummary {
        ///The number, from 1 on.
        pub number: u32,
        ///The SHA-256 of the bytes.
        pub sha256: ::std::string::String,
        ///The size in bytes.
        pub size: u64,
    }
    impl PartSummary {
        pub fn builder() -> builder::PartSummary {
            Default::default()
        }
    }
    ///A part to be sent.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PartWanted {
        ///The number, from 1 on.
        pub number: u32,
        ///The SHA-256 of its bytes, which the store compares.
        pub sha256: ::std::string::String,
    }
    impl PartWanted {
        pub fn builder() -> builder::PartWanted {
            Default::default()
        }
    }
    ///Parts that were sent to the object store itself.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PartsSent {
        ///The parts; at most 100.
        pub parts: ::std::vec::Vec<PartSent>,
    }
    impl PartsSent {
        pub fn builder() -> builder::PartsSent {
            Default::default()
        }
    }
    ///What a namespace or a model decides otherwise than the catalogue of rules.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Policy {
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub compat: ::std::option::Option<PolicyCompat>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub files: ::std::option::Option<PolicyFiles>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub resolve: ::std::option::Option<PolicyResolve>,
    }
    impl Policy {
        pub fn builder() -> builder::Policy {
            Default::default()
        }
    }
    ///How versions are judged.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct PolicyCompat {
        ///How consumers use the model, where its contract does not say: `endpoint` or `artifact`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub consumption: ::std::option::Option<::std::string::String>,
        ///Whether the contract is enforced: `semver` or `none`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub mode: ::std::option::Option<::std::string::String>,
        ///How requests reach the model: `serving-json` or `serving-tensor`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub profile: ::std::option::Option<::std::string::String>,
        ///Overrides by the id of the rule.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        pub rules: ::std::collections::BTreeMap<::std::string::String, PolicyOverride>,
    }
    impl PolicyCompat {
        pub fn builder() -> builder::PolicyCompat {
            Default::default()
        }
    }
    ///What files versions may have.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct PolicyFiles {
        ///Whether versions with unsafe files, as pickles are, are published and marked; without it they are refused.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub allow_pickle: ::std::option::Option<bool>,
        ///Whether more specific layers may no longer decide otherwise.
        #[serde(default)]
        pub locked: bool,
    }
    impl PolicyFiles {
        pub fn builder() -> builder::PolicyFiles {
            Default::default()
        }
    }
    ///What a layer says of one rule, and why.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PolicyOverride {
        ///Who decided it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub author: ::std::option::Option<::std::string::String>,
        ///The first day (UTC) on which the override no longer holds; absent means never.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub expires: ::std::option::Option<::jiff::civil::Date>,
        ///The level instead of the catalogue's: `allow`, `warn` or `deny`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub level: ::std::option::Option<::std::string::String>,
        ///Whether more specific layers may no longer decide otherwise.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub locked: ::std::option::Option<bool>,
        ///Why.
        pub reason: ::std::string::String,
        ///The bump instead of the catalogue's: `none`, `patch`, `minor` or `major`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub required: ::std::option::Option<::std::string::String>,
    }
    impl PolicyOverride {
        pub fn builder() -> builder::PolicyOverride {
            Default::default()
        }
    }
    ///The policy that a verdict was judged by.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PolicyRef {
        ///The digest of the effective policy.
        pub digest: ::std::string::String,
        ///Its profile.
        pub profile: ::std::string::String,
        ///The version of the rule catalogue.
        pub ruleset: ::std::string::String,
    }
    impl PolicyRef {
        pub fn builder() -> builder::PolicyRef {
            Default::default()
        }
    }
    ///How requests are resolved.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct PolicyResolve {
        ///What is served when the asked-for version is not: `error` or `latest`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub fallback: ::std::option::Option<::std::string::String>,
    }
    impl PolicyResolve {
        pub fn builder() -> builder::PolicyResolve {
            Default::default()
        }
    }
    ///Somebody, or a program, that may be given roles.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Principal {
        ///When it was made.
        pub created_at: ::jiff::Timestamp,
        ///Who made it.
        pub created_by: ::std::string::String,
        ///What people should know about it.
        pub description: ::std::string::String,
        ///Since when its tokens open nothing.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub disabled_at: ::std::option::Option<::jiff::Timestamp>,
        ///`user` for a person, `service` for a program.
        pub kind: ::std::string::String,
        ///Its name.
        pub name: ::std::string::String,
    }
    impl Principal {
        pub fn builder() -> builder::Principal {
            Default::default()
        }
    }
    ///A principal to make.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PrincipalCreate {
        ///What people should know about it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///`user` for a person, `service` for a program.
        pub kind: ::std::string::String,
        ///Its name: `[a-z0-9]([a-z0-9._@-]{0,62}[a-z0-9])?`. It is never given to another one.
        pub name: ::std::string::String,
    }
    impl PrincipalCreate {
        pub fn builder() -> builder::PrincipalCreate {
            Default::default()
        }
    }
    ///A page of principals, by name.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PrincipalList {
        ///The principals.
        pub items: ::std::vec::Vec<Principal>,
        ///What to send as `page_token` for the next page; absent on the last one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page_token: ::std::option::Option<::std::string::String>,
    }
    impl PrincipalList {
        pub fn builder() -> builder::PrincipalList {
            Default::default()
        }
    }
    ///What is to change of a principal; what is absent stays.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct PrincipalUpdate {
        ///What people should know about it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///Whether its tokens open nothing.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub disabled: ::std::option::Option<bool>,
    }
    impl PrincipalUpdate {
        pub fn builder() -> builder::PrincipalUpdate {
            Default::default()
        }
    }
    ///Why a request failed: RFC 9457, with a stable `code` that programs branch on.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Problem {
        ///The stable name of the kind of problem.
        pub code: ::std::string::String,
        ///What was wrong, where, and what to do about it.
        pub detail: ::std::string::String,
        ///What else a program needs to react, by name.
        #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
        pub details: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        ///Single faults, where there can be several.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub errors: ::std::vec::Vec<ProblemFault>,
        ///The path of the request.
        pub instance: ::std::string::String,
        ///The id of the request, as in the log of the server.
        pub request_id: ::std::string::String,
        ///The status of the answer.
        pub status: u32,
        ///One line about the kind of problem.
        pub title: ::std::string::String,
        ///Where the kind of problem is described.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub verdict: ::std::option::Option<Verdict>,
        ///The changes that refuse a version number.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub violations: ::std::vec::Vec<Change>,
    }
    impl Problem {
        pub fn builder() -> builder::Problem {
            Default::default()
        }
    }
    ///A place in the request with what is wrong there.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ProblemFault {
        ///What to do about it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub hint: ::std::option::Option<::std::string::String>,
        ///A JSON Pointer into the body, or the name of a parameter.
        pub place: ::std::string::String,
        ///What is wrong.
        pub reason: ::std::string::String,
    }
    impl ProblemFault {
        pub fn builder() -> builder::ProblemFault {
            Default::default()
        }
    }
    ///What a kind of problem means.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ProblemKind {
        ///The stable name of the kind of problem.
        pub code: ::std::string::String,
        ///The status that it comes with.
        pub status: u32,
        ///One line about the kind of problem.
        pub title: ::std::string::String,
        ///Where this description is.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }
    impl ProblemKind {
        pub fn builder() -> builder::ProblemKind {
            Default::default()
        }
    }
    ///Which version a channel is to serve.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Promote {
        ///Whether a major step is meant.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub allow_major: ::std::option::Option<bool>,
        ///Why.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
        ///The exact version.
        pub version: ::std::string::String,
    }
    impl Promote {
        pub fn builder() -> builder::Promote {
            Default::default()
        }
    }
    ///What a promotion or a clear did, or with `dry_run` would do.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Promotion {
        ///The semantic class of the changes from the version before.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub bump: ::std::option::Option<::std::string::String>,
        ///Whether the channel moved; `false` when it served that already.
        pub changed: bool,
        pub channel: Channel,
        ///Whether consumers must change.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub consumer_change: ::std::option::Option<::std::string::String>,
        ///Whether the version rose (`forward`) or fell (`backward`).
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub direction: ::std::option::Option<::std::string::String>,
        ///The version served before.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub from_version: ::std::option::Option<::std::string::String>,
        ///Whether the model had to be trained again.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub retraining: ::std::option::Option<::std::string::String>,
        ///The number of the last revision.
        pub revision: u64,
        ///The version served now; absent after a clear.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub to_version: ::std::option::Option<::std::string::String>,
    }
    impl Promotion {
        pub fn builder() -> builder::Promotion {
            Default::default()
        }
    }
    ///The one version that answers a selector.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Resolution {
        ///The revision of the channel that was asked for.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub channel_revision: ::std::option::Option<u64>,
        ///The digest of its manifest.
        pub digest: ::std::string::String,
        ///Whether this is the latest version and not the one asked for.
        pub fallback: bool,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub fallback_reason: ::std::option::Option<FallbackReason>,
        ///The files of the version.
        pub files: ::std::vec::Vec<File>,
        ///The model.
        pub model: ::std::string::String,
        ///The namespace.
        pub namespace: ::std::string::String,
        ///Its state.
        pub state: ::std::string::String,
        ///The version.
        pub version: ::std::string::String,
        ///What a consumer should know about the version.
        pub warnings: ::std::vec::Vec<ResolutionWarning>,
        pub why: Why,
    }
    impl Resolution {
        pub fn builder() -> builder::Resolution {
            Default::default()
        }
    }
    ///What a consumer should know about the version it gets.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ResolutionWarning {
        ///`deprecated`, `yanked`, or `unsafe`: something in its files runs code when it is loaded, or cannot be looked into.
        pub code: ::std::string::String,
        ///What its author said, or what is unsafe.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
    }
    impl ResolutionWarning {
        pub fn builder() -> builder::ResolutionWarning {
            Default::default()
        }
    }
    ///Why a channel is rolled back, and where to.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Rollback {
        ///The version that the caller was shown; refused when another one would be served.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub expected_version: ::std::option::Option<::std::string::String>,
        ///What is wrong with the version served; never empty.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
        ///Whether to refuse when the nearest target is not eligible, instead of passing it over.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub strict: ::std::option::Option<bool>,
        ///A revision of the channel, instead of a version.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub to_revision: ::std::option::Option<u64>,
        ///A version that the channel has served; without it the nearest eligible one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub to_version: ::std::option::Option<::std::string::String>,
    }
    impl Rollback {
        pub fn builder() -> builder::Rollback {
            Default::default()
        }
    }
    ///What a rollback did, or with `dry_run` would do.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct RollbackDone {
        pub channel: Channel,
        ///The version served before; absent when the channel was empty.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub from_version: ::std::option::Option<::std::string::String>,
        ///What consumers of the version before lose, one sentence each.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub lost: ::std::vec::Vec<::std::string::String>,
        ///The revision that was gone back to.
        pub restored_seq: u64,
        ///The number of the new revision.
        pub revision: u64,
        ///The nearer targets that were passed over, nearest first.
        pub skipped: ::std::vec::Vec<SkippedTarget>,
        ///The version served now.
        pub to_version: ::std::string::String,
    }
    impl RollbackDone {
        pub fn builder() -> builder::RollbackDone {
            Default::default()
        }
    }
    ///Where a rollback would lead now.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct RollbackPlan {
        ///The name of the channel.
        pub channel: ::std::string::String,
        ///The version served now; absent when the channel is empty.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub from_version: ::std::option::Option<::std::string::String>,
        ///What consumers of the version served now would lose, one sentence each.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub lost: ::std::vec::Vec<::std::string::String>,
        ///The revision that would be gone back to.
        pub restored_seq: u64,
        ///The revision that the plan was made on: send it as `If-Match`.
        pub revision: u64,
        ///The nearer targets that would be passed over, nearest first.
        pub skipped: ::std::vec::Vec<SkippedTarget>,
        ///The version that would be served: send it as `expected_version`.
        pub to_version: ::std::string::String,
    }
    impl RollbackPlan {
        pub fn builder() -> builder::RollbackPlan {
            Default::default()
        }
    }
    ///One thing that a token may do. A token may do what one of its scopes allows, and what its principal may do.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Scope {
        ///`read`, `publish`, `promote`, `admin`. Each of them allows reading, too; `admin` allows everything.
        pub actions: ::std::vec::Vec<::std::string::String>,
        ///A pattern of the channels that may be moved.
        #[serde(default = "defaults::scope_channel")]
        pub channel: ::std::string::String,
        ///A pattern of models.
        #[serde(default = "defaults::scope_model")]
        pub model: ::std::string::String,
        ///A pattern of namespaces, where `*` stands for any characters.
        #[serde(default = "defaults::scope_namespace")]
        pub namespace: ::std::string::String,
    }
    impl Scope {
        pub fn builder() -> builder::Scope {
            Default::default()
        }
    }
    ///A model that was found.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SearchHit {
        ///What people should know about it.
        pub description: ::std::string::String,
        ///The highest stable version that is served without being asked for by name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub latest: ::std::option::Option<::std::string::String>,
        ///The name of the model.
        pub name: ::std::string::String,
        ///The namespace.
        pub namespace: ::std::string::String,
    }
    impl SearchHit {
        pub fn builder() -> builder::SearchHit {
            Default::default()
        }
    }
    ///A page of models, by namespace and name.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SearchHitList {
        ///The models.
        pub items: ::std::vec::Vec<SearchHit>,
        ///What to send as `page_token` for the next page; absent on the last one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page_token: ::std::option::Option<::std::string::String>,
    }
    impl SearchHitList {
        pub fn builder() -> builder::SearchHitList {
            Default::default()
        }
    }
    ///A target of a rollback that was passed over.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SkippedTarget {
        ///Why it may not be served: a state, `version-not-found`, `outside-constraint`, `blobs-missing` or `rejected`.
        pub reason: ::std::string::String,
        ///The revision in which the version was promoted.
        pub seq: u64,
        ///The version.
        pub version: ::std::string::String,
    }
    impl SkippedTarget {
        pub fn builder() -> builder::SkippedTarget {
            Default::default()
        }
    }
    ///Why the state of a version changes.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct StateChange {
        ///The reason; yank, deprecate and disable need one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
    }
    impl StateChange {
        pub fn builder() -> builder::StateChange {
            Default::default()
        }
    }
    ///A token, without its secret.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Token {
        ///When it was made.
        pub created_at: ::jiff::Timestamp,
        ///Who made it.
        pub created_by: ::std::string::String,
        ///What it is for.
        pub description: ::std::string::String,
        ///When it ends; absent for the first token of a registry, which does not.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub expires_at: ::std::option::Option<::jiff::Timestamp>,
        ///Its identifier, which is no secret.
        pub id: ::std::string::String,
        ///When it was last used, to the minute.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub last_used_at: ::std::option::Option<::jiff::Timestamp>,
        ///Who it stands for.
        pub principal: ::std::string::String,
        ///When it was revoked.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub revoked_at: ::std::option::Option<::jiff::Timestamp>,
        ///What it is limited to; absent when it may do all that its principal may.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub scopes: ::std::option::Option<::std::vec::Vec<Scope>>,
        /**The secret, in the answer to the request that made it and never again. A retry of that request is answered without:
revoke that token then, and make another one.*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub secret: ::std::option::Option<::std::string::String>,
    }
    impl Token {
        pub fn builder() -> builder::Token {
            Default::default()
        }
    }
    ///A token to make.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct TokenCreate {
        ///What it is for.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///For how many days it is good.
        #[serde(default = "defaults::default_u64::<u32, 90>")]
        pub expires_in_days: u32,
        ///What it is limited to, at most 32 of them; absent when it may do all that its principal may.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub scopes: ::std::option::Option<::std::vec::Vec<Scope>>,
    }
    impl ::std::default::Default for TokenCreate {
        fn default() -> Self {
            Self {
                description: Default::default(),
                expires_in_days: defaults::default_u64::<u32, 90>(),
                scopes: Default::default(),
            }
        }
    }
    impl TokenCreate {
        pub fn builder() -> builder::TokenCreate {
            Default::default()
        }
    }
    ///A page of tokens, the oldest first.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct TokenList {
        ///The tokens.
        pub items: ::std::vec::Vec<Token>,
        ///What to send as `page_token` for the next page; absent on the last one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page_token: ::std::option::Option<::std::string::String>,
    }
    impl TokenList {
        pub fn builder() -> builder::TokenList {
            Default::default()
        }
    }
    ///Something unsafe in a file of a version.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct UnsafeFile {
        ///What to publish instead.
        pub alternative: ::std::string::String,
        ///For pickles, what loading it imports; the first 32 at most.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub imports: ::std::vec::Vec<::std::string::String>,
        ///`pickle`, `numpy-objects`, `keras-lambda`, `tensorflow-file-op`, or `opaque`: it cannot be looked into.
        pub kind: ::std::string::String,
        ///The path of the file in the version and, behind each `!`, the path inside that file.
        pub path: ::std::string::String,
        ///What was found, in words.
        pub reason: ::std::string::String,
    }
    impl UnsafeFile {
        pub fn builder() -> builder::UnsafeFile {
            Default::default()
        }
    }
    ///A file on its way into the registry.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Upload {
        ///When the parts that are there may be removed, unless another comes.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub expires_at: ::std::option::Option<::jiff::Timestamp>,
        ///The identifier.
        pub id: ::std::string::String,
        ///The compatibility line whose storage path takes the bytes.
        pub line: ::std::string::String,
        ///How many parts there are; they are numbered from 1 on.
        pub part_count: u32,
        ///Whether parts may go to the object store itself, by `part-links`.
        pub part_links: bool,
        ///The size of every part but the last, in bytes, for sending it in parts.
        pub part_size: u64,
        ///The parts that are there, by number.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub parts: ::std::vec::Vec<PartSummary>,
        ///What the parts were together when they were last refused; then they are gone, and the upload begins anew.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub refused_sha256: ::std::option::Option<::std::string::String>,
        ///The SHA-256 of the bytes.
        pub sha256: ::std::string::String,
        ///The number of bytes.
        pub size: u64,
        pub state: UploadState,
        ///Where to `PUT` all bytes at once; absent when they are too many for that.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub url: ::std::option::Option<::std::string::String>,
    }
    impl Upload {
        pub fn builder() -> builder::Upload {
            Default::default()
        }
    }
    ///A file to send.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct UploadCreate {
        ///The compatibility line of the version to be published; its storage path takes the bytes.
        pub line: ::std::string::String,
        ///The SHA-256 of the bytes: 64 hexadecimal digits.
        pub sha256: ::std::string::String,
        ///The number of bytes.
        pub size: u64,
    }
    impl UploadCreate {
        pub fn builder() -> builder::UploadCreate {
            Default::default()
        }
    }
    ///Whether the bytes are there.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum UploadState {
        #[serde(rename = "pending")]
        Pending,
        #[serde(rename = "uploading")]
        Uploading,
        #[serde(rename = "verifying")]
        Verifying,
        #[serde(rename = "complete")]
        Complete,
    }
    impl ::std::fmt::Display for UploadState {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Pending => f.write_str("pending"),
                Self::Uploading => f.write_str("uploading"),
                Self::Verifying => f.write_str("verifying"),
                Self::Complete => f.write_str("complete"),
            }
        }
    }
    impl ::std::str::FromStr for UploadState {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "pending" => Ok(Self::Pending),
                "uploading" => Ok(Self::Uploading),
                "verifying" => Ok(Self::Verifying),
                "complete" => Ok(Self::Complete),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for UploadState {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for UploadState {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///What the rules say of a contract, compared with the live versions of its line.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Verdict {
        ///Whether the requested number is honest; absent when none was requested.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub accepted: ::std::option::Option<bool>,
        ///The nearest lower live stable version, in any line.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub base: ::std::option::Option<::std::string::String>,
        ///The changes: what refuses first, then by bump.
        pub changes: ::std::vec::Vec<Change>,
        ///How many changes there were, when the list was cut.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub changes_total: ::std::option::Option<u64>,
        ///Every version that the contract was compared with, highest first.
        pub compared_with: ::std::vec::Vec<::std::string::String>,
        ///Whether consumers must change: `none`, `optional` or `required`.
        pub consumer_change: ::std::string::String,
        pub policy: PolicyRef,
        ///The number that was asked for.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub requested: ::std::option::Option<::std::string::String>,
        ///The semantic class of what changed: `none`, `patch`, `minor` or `major`.
        pub required_bump: ::std::string::String,
        ///Whether the model must be trained again: `none`, `advised` or `required`.
        pub retraining: ::std::string::String,
        ///The lowest number at which the same contract is accepted.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub smallest_acceptable: ::std::option::Option<::std::string::String>,
    }
    impl Verdict {
        pub fn builder() -> builder::Verdict {
            Default::default()
        }
    }
    ///One published state of a model.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Version {
        ///The channels that the change of state touched; only in answers to changes of state.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub affected_channels: ::std::vec::Vec<::std::string::String>,
        ///The version that it was compared with.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub base: ::std::option::Option<::std::string::String>,
        ///The channels that serve it.
        pub channels: ::std::vec::Vec<::std::string::String>,
        ///Whether consumers must change.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub consumer_change: ::std::option::Option<::std::string::String>,
        ///The digest of files and contract, without lineage.
        pub content_digest: ::std::string::String,
        ///The digest of the contract.
        pub contract_digest: ::std::string::String,
        ///When it was published.
        pub created_at: ::jiff::Timestamp,
        ///Who published it.
        pub created_by: ::std::string::String,
        ///What people should know about it.
        pub description: ::std::string::String,
        ///The digest of the manifest: it names the version and all that it is made of.
        pub digest: ::std::string::String,
        ///The files, by path; only where one version is asked for.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub files: ::std::vec::Vec<File>,
        ///Free-form labels.
        pub labels: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
        ///The compatibility line, which has a storage path of its own.
        pub line: ::std::string::String,
        ///The model.
        pub model: ::std::string::String,
        ///The namespace.
        pub namespace: ::std::string::String,
        ///The place among the versions of the model: 1, 2, 3…
        pub ordinal: u64,
        ///The semantic class of what changed since.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub required_bump: ::std::option::Option<::std::string::String>,
        ///Whether the model must be trained again.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub retraining: ::std::option::Option<::std::string::String>,
        ///`active`, `deprecated`, `yanked`, `disabled` or `deleted`.
        pub state: ::std::string::String,
        ///Why it has that state.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state_reason: ::std::option::Option<::std::string::String>,
        ///What is unsafe in its files; absent when nothing is. Only a namespace whose policy allows it has such versions.
        #[serde(
            rename = "unsafe",
            default,
            skip_serializing_if = "::std::vec::Vec::is_empty"
        )]
        pub unsafe_: ::std::vec::Vec<UnsafeFile>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub verdict: ::std::option::Option<Verdict>,
        ///The number.
        pub version: ::std::string::String,
    }
    impl Version {
        pub fn builder() -> builder::Version {
            Default::default()
        }
    }
    ///A version to publish.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct VersionCreate {
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub bump: ::std::option::Option<Bump>,
        ///What no file says.
        #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
        pub declared: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        ///What people should know about it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///Reports of an evaluation; no part of the digest.
        #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
        pub evaluation: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        ///The files, which must be uploaded already.
        pub files: ::std::vec::Vec<FileRef>,
        ///Free-form labels.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        pub labels: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
        ///The line in which the number rises; the highest without it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub line: ::std::option::Option<::std::string::String>,
        ///Where the version comes from.
        #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
        pub lineage: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        ///The line that the files were uploaded to, when the number does not say it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub upload_line: ::std::option::Option<::std::string::String>,
        ///The number; without it, `bump` decides.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub version: ::std::option::Option<::std::string::String>,
    }
    impl VersionCreate {
        pub fn builder() -> builder::VersionCreate {
            Default::default()
        }
    }
    ///A page of versions, newest first.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct VersionList {
        ///The versions.
        pub items: ::std::vec::Vec<Version>,
        ///What to send as `page_token` for the next page; absent on the last one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page_token: ::std::option::Option<::std::string::String>,
    }
    impl VersionList {
        pub fn builder() -> builder::VersionList {
            Default::default()
        }
    }
    ///What is to change of a version; what is absent stays.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct VersionUpdate {
        ///What people should know about it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///Free-form labels; these replace all of them.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        pub labels: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
    }
    impl VersionUpdate {
        pub fn builder() -> builder::VersionUpdate {
            Default::default()
        }
    }
    ///How a version was chosen.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Why {
        ///How many versions there were to choose from.
        pub candidates: u64,
        ///`digest`, `exact`, `range`, `latest` or `channel`.
        pub kind: ::std::string::String,
        ///The selector, in its canonical spelling.
        pub selector: ::std::string::String,
    }
    impl Why {
        pub fn builder() -> builder::Why {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        #[derive(Clone, Debug)]
        pub struct AffectedFile {
            blob: ::std::result::Result<::std::string::String, ::std::string::String>,
            path: ::std::result::Result<::std::string::String, ::std::string::String>,
            version: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for AffectedFile {
            fn default() -> Self {
                Self {
                    blob: Err("no value supplied for blob".to_string()),
                    path: Err("no value supplied for path".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl AffectedFile {
            pub fn blob<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.blob = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for blob: {e}")
                    });
                self
            }
            pub fn path<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.path = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for path: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AffectedFile> for super::AffectedFile {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AffectedFile,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    blob: value.blob?,
                    path: value.path?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::AffectedFile> for AffectedFile {
            fn from(value: super::AffectedFile) -> Self {
                Self {
                    blob: Ok(value.blob),
                    path: Ok(value.path),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Change {
            against: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            consumer_change: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            fix: ::std::result::Result<::std::string::String, ::std::string::String>,
            level: ::std::result::Result<::std::string::String, ::std::string::String>,
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
            new: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            old: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            path: ::std::result::Result<::std::string::String, ::std::string::String>,
            refuses: ::std::result::Result<bool, ::std::string::String>,
            required_bump: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            retraining: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            rule: ::std::result::Result<::std::string::String, ::std::string::String>,
            source: ::std::result::Result<::std::string::String, ::std::string::String>,
            why: ::std::result::Result<::std::string::String, ::std::string::String>,
            witness: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Change {
            fn default() -> Self {
                Self {
                    against: Ok(Default::default()),
                    consumer_change: Err(
                        "no value supplied for consumer_change".to_string(),
                    ),
                    fix: Err("no value supplied for fix".to_string()),
                    level: Err("no value supplied for level".to_string()),
                    message: Err("no value supplied for message".to_string()),
                    new: Ok(Default::default()),
                    old: Ok(Default::default()),
                    path: Err("no value supplied for path".to_string()),
                    refuses: Err("no value supplied for refuses".to_string()),
                    required_bump: Err(
                        "no value supplied for required_bump".to_string(),
                    ),
                    retraining: Err("no value supplied for retraining".to_string()),
                    rule: Err("no value supplied for rule".to_string()),
                    source: Err("no value supplied for source".to_string()),
                    why: Err("no value supplied for why".to_string()),
                    witness: Ok(Default::default()),
                }
            }
        }
        impl Change {
            pub fn against<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.against = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for against: {e}")
                    });
                self
            }
            pub fn consumer_change<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.consumer_change = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for consumer_change: {e}"
                        )
                    });
                self
            }
            pub fn fix<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.fix = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for fix: {e}")
                    });
                self
            }
            pub fn level<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.level = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for level: {e}")
                    });
                self
            }
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            pub fn new<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::serde_json::Value>>,
                T::Error: ::std::fmt::Display,
            {
                self.new = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for new: {e}")
                    });
                self
            }
            pub fn old<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::serde_json::Value>>,
                T::Error: ::std::fmt::Display,
            {
                self.old = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for old: {e}")
                    });
                self
            }
            pub fn path<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.path = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for path: {e}")
                    });
                self
            }
            pub fn refuses<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.refuses = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for refuses: {e}")
                    });
                self
            }
            pub fn required_bump<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.required_bump = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for required_bump: {e}")
                    });
                self
            }
            pub fn retraining<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.retraining = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for retraining: {e}")
                    });
                self
            }
            pub fn rule<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.rule = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for rule: {e}")
                    });
                self
            }
            pub fn source<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.source = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for source: {e}")
                    });
                self
            }
            pub fn why<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.why = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for why: {e}")
                    });
                self
            }
            pub fn witness<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::serde_json::Value>>,
                T::Error: ::std::fmt::Display,
            {
                self.witness = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for witness: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Change> for super::Change {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Change,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    against: value.against?,
                    consumer_change: value.consumer_change?,
                    fix: value.fix?,
                    level: value.level?,
                    message: value.message?,
                    new: value.new?,
                    old: value.old?,
                    path: value.path?,
                    refuses: value.refuses?,
                    required_bump: value.required_bump?,
                    retraining: value.retraining?,
                    rule: value.rule?,
                    source: value.source?,
                    why: value.why?,
                    witness: value.witness?,
                })
            }
        }
        impl ::std::convert::From<super::Change> for Change {
            fn from(value: super::Change) -> Self {
                Self {
                    against: Ok(value.against),
                    consumer_change: Ok(value.consumer_change),
                    fix: Ok(value.fix),
                    level: Ok(value.level),
                    message: Ok(value.message),
                    new: Ok(value.new),
                    old: Ok(value.old),
                    path: Ok(value.path),
                    refuses: Ok(value.refuses),
                    required_bump: Ok(value.required_bump),
                    retraining: Ok(value.retraining),
                    rule: Ok(value.rule),
                    source: Ok(value.source),
                    why: Ok(value.why),
                    witness: Ok(value.witness),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Channel {
            digest: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            policy: ::std::result::Result<super::ChannelPolicy, ::std::string::String>,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            revision: ::std::result::Result<u64, ::std::string::String>,
            state: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            updated_at: ::std::result::Result<
                ::std::option::Option<::jiff::Timestamp>,
                ::std::string::String,
            >,
            updated_by: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            version: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Channel {
            fn default() -> Self {
                Self {
                    digest: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                    policy: Err("no value supplied for policy".to_string()),
                    reason: Ok(Default::default()),
                    revision: Err("no value supplied for revision".to_string()),
                    state: Ok(Default::default()),
                    updated_at: Ok(Default::default()),
                    updated_by: Ok(Default::default()),
                    version: Ok(Default::default()),
                }
            }
        }
        impl Channel {
            pub fn digest<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.digest = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for digest: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn policy<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::ChannelPolicy>,
                T::Error: ::std::fmt::Display,
            {
                self.policy = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for policy: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
            pub fn revision<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.revision = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for revision: {e}")
                    });
                self
            }
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.state = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for state: {e}")
                    });
                self
            }
            pub fn updated_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::jiff::Timestamp>>,
                T::Error: ::std::fmt::Display,
            {
                self.updated_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for updated_at: {e}")
                    });
                self
            }
            pub fn updated_by<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.updated_by = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for updated_by: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Channel> for super::Channel {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Channel,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    digest: value.digest?,
                    name: value.name?,
                    policy: value.policy?,
                    reason: value.reason?,
                    revision: value.revision?,
                    state: value.state?,
                    updated_at: value.updated_at?,
                    updated_by: value.updated_by?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::Channel> for Channel {
            fn from(value: super::Channel) -> Self {
                Self {
                    digest: Ok(value.digest),
                    name: Ok(value.name),
                    policy: Ok(value.policy),
                    reason: Ok(value.reason),
                    revision: Ok(value.revision),
                    state: Ok(value.state),
                    updated_at: Ok(value.updated_at),
                    updated_by: Ok(value.updated_by),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ChannelCompat {
            consumer_change: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            lost: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            policy_digest: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            required_bump: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            retraining: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ChannelCompat {
            fn default() -> Self {
                Self {
                    consumer_change: Err(
                        "no value supplied for consumer_change".to_string(),
                    ),
                    lost: Ok(Default::default()),
                    policy_digest: Err(
                        "no value supplied for policy_digest".to_string(),
                    ),
                    required_bump: Err(
                        "no value supplied for required_bump".to_string(),
                    ),
                    retraining: Err("no value supplied for retraining".to_string()),
                }
            }
        }
        impl ChannelCompat {
            pub fn consumer_change<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.consumer_change = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for consumer_change: {e}"
                        )
                    });
                self
            }
            pub fn lost<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.lost = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for lost: {e}")
                    });
                self
            }
            pub fn policy_digest<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.policy_digest = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for policy_digest: {e}")
                    });
                self
            }
            pub fn required_bump<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.required_bump = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for required_bump: {e}")
                    });
                self
            }
            pub fn retraining<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.retraining = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for retraining: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ChannelCompat> for super::ChannelCompat {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChannelCompat,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    consumer_change: value.consumer_change?,
                    lost: value.lost?,
                    policy_digest: value.policy_digest?,
                    required_bump: value.required_bump?,
                    retraining: value.retraining?,
                })
            }
        }
        impl ::std::convert::From<super::ChannelCompat> for ChannelCompat {
            fn from(value: super::ChannelCompat) -> Self {
                Self {
                    consumer_change: Ok(value.consumer_change),
                    lost: Ok(value.lost),
                    policy_digest: Ok(value.policy_digest),
                    required_bump: Ok(value.required_bump),
                    retraining: Ok(value.retraining),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ChannelList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Channel>,
                ::std::string::String,
            >,
            next_page_token: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ChannelList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page_token: Ok(Default::default()),
                }
            }
        }
        impl ChannelList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Channel>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page_token = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for next_page_token: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ChannelList> for super::ChannelList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChannelList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page_token: value.next_page_token?,
                })
            }
        }
        impl ::std::convert::From<super::ChannelList> for ChannelList {
            fn from(value: super::ChannelList) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page_token: Ok(value.next_page_token),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ChannelPolicy {
            allow_major: ::std::result::Result<bool, ::std::string::String>,
            constraint: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            largest_step: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            promoters: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            require_if_match: ::std::result::Result<bool, ::std::string::String>,
        }
        impl ::std::default::Default for ChannelPolicy {
            fn default() -> Self {
                Self {
                    allow_major: Ok(Default::default()),
                    constraint: Ok(Default::default()),
                    largest_step: Ok(super::defaults::channel_policy_largest_step()),
                    promoters: Ok(Default::default()),
                    require_if_match: Ok(Default::default()),
                }
            }
        }
        impl ChannelPolicy {
            pub fn allow_major<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.allow_major = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for allow_major: {e}")
                    });
                self
            }
            pub fn constraint<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.constraint = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for constraint: {e}")
                    });
                self
            }
            pub fn largest_step<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.largest_step = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for largest_step: {e}")
                    });
                self
            }
            pub fn promoters<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.promoters = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for promoters: {e}")
                    });
                self
            }
            pub fn require_if_match<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.require_if_match = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for require_if_match: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ChannelPolicy> for super::ChannelPolicy {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChannelPolicy,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    allow_major: value.allow_major?,
                    constraint: value.constraint?,
                    largest_step: value.largest_step?,
                    promoters: value.promoters?,
                    require_if_match: value.require_if_match?,
                })
            }
        }
        impl ::std::convert::From<super::ChannelPolicy> for ChannelPolicy {
            fn from(value: super::ChannelPolicy) -> Self {
                Self {
                    allow_major: Ok(value.allow_major),
                    constraint: Ok(value.constraint),
                    largest_step: Ok(value.largest_step),
                    promoters: Ok(value.promoters),
                    require_if_match: Ok(value.require_if_match),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ChannelRevision {
            actor: ::std::result::Result<::std::string::String, ::std::string::String>,
            compat: ::std::result::Result<
                ::std::option::Option<super::ChannelCompat>,
                ::std::string::String,
            >,
            created_at: ::std::result::Result<::jiff::Timestamp, ::std::string::String>,
            direction: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            kind: ::std::result::Result<::std::string::String, ::std::string::String>,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            restored_seq: ::std::result::Result<
                ::std::option::Option<u64>,
                ::std::string::String,
            >,
            seq: ::std::result::Result<u64, ::std::string::String>,
            undo_depth_seq: ::std::result::Result<u64, ::std::string::String>,
            version: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ChannelRevision {
            fn default() -> Self {
                Self {
                    actor: Err("no value supplied for actor".to_string()),
                    compat: Ok(Default::default()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    direction: Ok(Default::default()),
                    kind: Err("no value supplied for kind".to_string()),
                    reason: Ok(Default::default()),
                    restored_seq: Ok(Default::default()),
                    seq: Err("no value supplied for seq".to_string()),
                    undo_depth_seq: Err(
                        "no value supplied for undo_depth_seq".to_string(),
                    ),
                    version: Ok(Default::default()),
                }
            }
        }
        impl ChannelRevision {
            pub fn actor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.actor = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for actor: {e}")
                    });
                self
            }
            pub fn compat<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::ChannelCompat>>,
                T::Error: ::std::fmt::Display,
            {
                self.compat = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for compat: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::jiff::Timestamp>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn direction<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.direction = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for direction: {e}")
                    });
                self
            }
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
            pub fn restored_seq<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<u64>>,
                T::Error: ::std::fmt::Display,
            {
                self.restored_seq = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for restored_seq: {e}")
                    });
                self
            }
            pub fn seq<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.seq = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for seq: {e}")
                    });
                self
            }
            pub fn undo_depth_seq<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.undo_depth_seq = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for undo_depth_seq: {e}"
                        )
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ChannelRevision> for super::ChannelRevision {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChannelRevision,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    actor: value.actor?,
                    compat: value.compat?,
                    created_at: value.created_at?,
                    direction: value.direction?,
                    kind: value.kind?,
                    reason: value.reason?,
                    restored_seq: value.restored_seq?,
                    seq: value.seq?,
                    undo_depth_seq: value.undo_depth_seq?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::ChannelRevision> for ChannelRevision {
            fn from(value: super::ChannelRevision) -> Self {
                Self {
                    actor: Ok(value.actor),
                    compat: Ok(value.compat),
                    created_at: Ok(value.created_at),
                    direction: Ok(value.direction),
                    kind: Ok(value.kind),
                    reason: Ok(value.reason),
                    restored_seq: Ok(value.restored_seq),
                    seq: Ok(value.seq),
                    undo_depth_seq: Ok(value.undo_depth_seq),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ChannelRevisionList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::ChannelRevision>,
                ::std::string::String,
            >,
            next_page_token: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ChannelRevisionList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page_token: Ok(Default::default()),
                }
            }
        }
        impl ChannelRevisionList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ChannelRevision>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page_token = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for next_page_token: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ChannelRevisionList>
        for super::ChannelRevisionList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChannelRevisionList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page_token: value.next_page_token?,
                })
            }
        }
        impl ::std::convert::From<super::ChannelRevisionList> for ChannelRevisionList {
            fn from(value: super::ChannelRevisionList) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page_token: Ok(value.next_page_token),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Clear {
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Clear {
            fn default() -> Self {
                Self {
                    reason: Ok(Default::default()),
                }
            }
        }
        impl Clear {
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Clear> for super::Clear {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Clear,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { reason: value.reason? })
            }
        }
        impl ::std::convert::From<super::Clear> for Clear {
            fn from(value: super::Clear) -> Self {
                Self { reason: Ok(value.reason) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct CompatibilityCheck {
            artifact: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
            bump: ::std::result::Result<
                ::std::option::Option<super::Bump>,
                ::std::string::String,
            >,
            contract: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
            declared: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
            evaluation: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
            files: ::std::result::Result<
                ::std::vec::Vec<super::FileRef>,
                ::std::string::String,
            >,
            line: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            version: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for CompatibilityCheck {
            fn default() -> Self {
                Self {
                    artifact: Ok(Default::default()),
                    bump: Ok(Default::default()),
                    contract: Ok(Default::default()),
                    declared: Ok(Default::default()),
                    evaluation: Ok(Default::default()),
                    files: Ok(Default::default()),
                    line: Ok(Default::default()),
                    version: Ok(Default::default()),
                }
            }
        }
        impl CompatibilityCheck {
            pub fn artifact<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.artifact = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for artifact: {e}")
                    });
                self
            }
            pub fn bump<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::Bump>>,
                T::Error: ::std::fmt::Display,
            {
                self.bump = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for bump: {e}")
                    });
                self
            }
            pub fn contract<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.contract = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for contract: {e}")
                    });
                self
            }
            pub fn declared<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.declared = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for declared: {e}")
                    });
                self
            }
            pub fn evaluation<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.evaluation = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for evaluation: {e}")
                    });
                self
            }
            pub fn files<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::FileRef>>,
                T::Error: ::std::fmt::Display,
            {
                self.files = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for files: {e}")
                    });
                self
            }
            pub fn line<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.line = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for line: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<CompatibilityCheck> for super::CompatibilityCheck {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CompatibilityCheck,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    artifact: value.artifact?,
                    bump: value.bump?,
                    contract: value.contract?,
                    declared: value.declared?,
                    evaluation: value.evaluation?,
                    files: value.files?,
                    line: value.line?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::CompatibilityCheck> for CompatibilityCheck {
            fn from(value: super::CompatibilityCheck) -> Self {
                Self {
                    artifact: Ok(value.artifact),
                    bump: Ok(value.bump),
                    contract: Ok(value.contract),
                    declared: Ok(value.declared),
                    evaluation: Ok(value.evaluation),
                    files: Ok(value.files),
                    line: Ok(value.line),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Event {
            data: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
            datacontenttype: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            source: ::std::result::Result<::std::string::String, ::std::string::String>,
            specversion: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            subject: ::std::result::Result<::std::string::String, ::std::string::String>,
            time: ::std::result::Result<::jiff::Timestamp, ::std::string::String>,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Event {
            fn default() -> Self {
                Self {
                    data: Err("no value supplied for data".to_string()),
                    datacontenttype: Err(
                        "no value supplied for datacontenttype".to_string(),
                    ),
                    id: Err("no value supplied for id".to_string()),
                    source: Err("no value supplied for source".to_string()),
                    specversion: Err("no value supplied for specversion".to_string()),
                    subject: Err("no value supplied for subject".to_string()),
                    time: Err("no value supplied for time".to_string()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }
        impl Event {
            pub fn data<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.data = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for data: {e}")
                    });
                self
            }
            pub fn datacontenttype<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.datacontenttype = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for datacontenttype: {e}"
                        )
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn source<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.source = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for source: {e}")
                    });
                self
            }
            pub fn specversion<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.specversion = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for specversion: {e}")
                    });
                self
            }
            pub fn subject<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.subject = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for subject: {e}")
                    });
                self
            }
            pub fn time<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::jiff::Timestamp>,
                T::Error: ::std::fmt::Display,
            {
                self.time = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for time: {e}")
                    });
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Event> for super::Event {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Event,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    data: value.data?,
                    datacontenttype: value.datacontenttype?,
                    id: value.id?,
                    source: value.source?,
                    specversion: value.specversion?,
                    subject: value.subject?,
                    time: value.time?,
                    type_: value.type_?,
                })
            }
        }
        impl ::std::convert::From<super::Event> for Event {
            fn from(value: super::Event) -> Self {
                Self {
                    data: Ok(value.data),
                    datacontenttype: Ok(value.datacontenttype),
                    id: Ok(value.id),
                    source: Ok(value.source),
                    specversion: Ok(value.specversion),
                    subject: Ok(value.subject),
                    time: Ok(value.time),
                    type_: Ok(value.type_),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct EventList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Event>,
                ::std::string::String,
            >,
            next_page_token: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for EventList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page_token: Ok(Default::default()),
                }
            }
        }
        impl EventList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Event>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page_token = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for next_page_token: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<EventList> for super::EventList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: EventList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page_token: value.next_page_token?,
                })
            }
        }
        impl ::std::convert::From<super::EventList> for EventList {
            fn from(value: super::EventList) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page_token: Ok(value.next_page_token),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct FallbackReason {
            code: ::std::result::Result<::std::string::String, ::std::string::String>,
            detail: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for FallbackReason {
            fn default() -> Self {
                Self {
                    code: Err("no value supplied for code".to_string()),
                    detail: Err("no value supplied for detail".to_string()),
                }
            }
        }
        impl FallbackReason {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            pub fn detail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.detail = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for detail: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<FallbackReason> for super::FallbackReason {
            type Error = super::error::ConversionError;
            fn try_from(
                value: FallbackReason,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    detail: value.detail?,
                })
            }
        }
        impl ::std::convert::From<super::FallbackReason> for FallbackReason {
            fn from(value: super::FallbackReason) -> Self {
                Self {
                    code: Ok(value.code),
                    detail: Ok(value.detail),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct File {
            media_type: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            path: ::std::result::Result<::std::string::String, ::std::string::String>,
            sha256: ::std::result::Result<::std::string::String, ::std::string::String>,
            size: ::std::result::Result<u64, ::std::string::String>,
        }
        impl ::std::default::Default for File {
            fn default() -> Self {
                Self {
                    media_type: Err("no value supplied for media_type".to_string()),
                    path: Err("no value supplied for path".to_string()),
                    sha256: Err("no value supplied for sha256".to_string()),
                    size: Err("no value supplied for size".to_string()),
                }
            }
        }
        impl File {
            pub fn media_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.media_type = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for media_type: {e}")
                    });
                self
            }
            pub fn path<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.path = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for path: {e}")
                    });
                self
            }
            pub fn sha256<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.sha256 = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sha256: {e}")
                    });
                self
            }
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<File> for super::File {
            type Error = super::error::ConversionError;
            fn try_from(
                value: File,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    media_type: value.media_type?,
                    path: value.path?,
                    sha256: value.sha256?,
                    size: value.size?,
                })
            }
        }
        impl ::std::convert::From<super::File> for File {
            fn from(value: super::File) -> Self {
                Self {
                    media_type: Ok(value.media_type),
                    path: Ok(value.path),
                    sha256: Ok(value.sha256),
                    size: Ok(value.size),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct FileList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::File>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for FileList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                }
            }
        }
        impl FileList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::File>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<FileList> for super::FileList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: FileList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items? })
            }
        }
        impl ::std::convert::From<super::FileList> for FileList {
            fn from(value: super::FileList) -> Self {
                Self { items: Ok(value.items) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct FileRef {
            media_type: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            path: ::std::result::Result<::std::string::String, ::std::string::String>,
            sha256: ::std::result::Result<::std::string::String, ::std::string::String>,
            size: ::std::result::Result<u64, ::std::string::String>,
        }
        impl ::std::default::Default for FileRef {
            fn default() -> Self {
                Self {
                    media_type: Ok(Default::default()),
                    path: Err("no value supplied for path".to_string()),
                    sha256: Err("no value supplied for sha256".to_string()),
                    size: Err("no value supplied for size".to_string()),
                }
            }
        }
        impl FileRef {
            pub fn media_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.media_type = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for media_type: {e}")
                    });
                self
            }
            pub fn path<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.path = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for path: {e}")
                    });
                self
            }
            pub fn sha256<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.sha256 = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sha256: {e}")
                    });
                self
            }
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<FileRef> for super::FileRef {
            type Error = super::error::ConversionError;
            fn try_from(
                value: FileRef,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    media_type: value.media_type?,
                    path: value.path?,
                    sha256: value.sha256?,
                    size: value.size?,
                })
            }
        }
        impl ::std::convert::From<super::FileRef> for FileRef {
            fn from(value: super::FileRef) -> Self {
                Self {
                    media_type: Ok(value.media_type),
                    path: Ok(value.path),
                    sha256: Ok(value.sha256),
                    size: Ok(value.size),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct FsckReport {
            affected: ::std::result::Result<
                ::std::vec::Vec<super::AffectedFile>,
                ::std::string::String,
            >,
            checked_blobs: ::std::result::Result<u64, ::std::string::String>,
            checked_versions: ::std::result::Result<u64, ::std::string::String>,
            clean: ::std::result::Result<bool, ::std::string::String>,
            leftovers: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            missing: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            open_uploads: ::std::result::Result<u64, ::std::string::String>,
            orphans: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            unreadable: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            wrong_digest: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            wrong_size: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for FsckReport {
            fn default() -> Self {
                Self {
                    affected: Err("no value supplied for affected".to_string()),
                    checked_blobs: Err(
                        "no value supplied for checked_blobs".to_string(),
                    ),
                    checked_versions: Err(
                        "no value supplied for checked_versions".to_string(),
                    ),
                    clean: Err("no value supplied for clean".to_string()),
                    leftovers: Err("no value supplied for leftovers".to_string()),
                    missing: Err("no value supplied for missing".to_string()),
                    open_uploads: Err("no value supplied for open_uploads".to_string()),
                    orphans: Err("no value supplied for orphans".to_string()),
                    unreadable: Err("no value supplied for unreadable".to_string()),
                    wrong_digest: Err("no value supplied for wrong_digest".to_string()),
                    wrong_size: Err("no value supplied for wrong_size".to_string()),
                }
            }
        }
        impl FsckReport {
            pub fn affected<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::AffectedFile>>,
                T::Error: ::std::fmt::Display,
            {
                self.affected = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for affected: {e}")
                    });
                self
            }
            pub fn checked_blobs<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.checked_blobs = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for checked_blobs: {e}")
                    });
                self
            }
            pub fn checked_versions<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.checked_versions = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for checked_versions: {e}"
                        )
                    });
                self
            }
            pub fn clean<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.clean = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for clean: {e}")
                    });
                self
            }
            pub fn leftovers<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.leftovers = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for leftovers: {e}")
                    });
                self
            }
            pub fn missing<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.missing = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for missing: {e}")
                    });
                self
            }
            pub fn open_uploads<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.open_uploads = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for open_uploads: {e}")
                    });
                self
            }
            pub fn orphans<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.orphans = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for orphans: {e}")
                    });
                self
            }
            pub fn unreadable<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.unreadable = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for unreadable: {e}")
                    });
                self
            }
            pub fn wrong_digest<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.wrong_digest = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for wrong_digest: {e}")
                    });
                self
            }
            pub fn wrong_size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.wrong_size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for wrong_size: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<FsckReport> for super::FsckReport {
            type Error = super::error::ConversionError;
            fn try_from(
                value: FsckReport,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    affected: value.affected?,
                    checked_blobs: value.checked_blobs?,
                    checked_versions: value.checked_versions?,
                    clean: value.clean?,
                    leftovers: value.leftovers?,
                    missing: value.missing?,
                    open_uploads: value.open_uploads?,
                    orphans: value.orphans?,
                    unreadable: value.unreadable?,
                    wrong_digest: value.wrong_digest?,
                    wrong_size: value.wrong_size?,
                })
            }
        }
        impl ::std::convert::From<super::FsckReport> for FsckReport {
            fn from(value: super::FsckReport) -> Self {
                Self {
                    affected: Ok(value.affected),
                    checked_blobs: Ok(value.checked_blobs),
                    checked_versions: Ok(value.checked_versions),
                    clean: Ok(value.clean),
                    leftovers: Ok(value.leftovers),
                    missing: Ok(value.missing),
                    open_uploads: Ok(value.open_uploads),
                    orphans: Ok(value.orphans),
                    unreadable: Ok(value.unreadable),
                    wrong_digest: Ok(value.wrong_digest),
                    wrong_size: Ok(value.wrong_size),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Health {
            status: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Health {
            fn default() -> Self {
                Self {
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl Health {
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Health> for super::Health {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Health,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { status: value.status? })
            }
        }
        impl ::std::convert::From<super::Health> for Health {
            fn from(value: super::Health) -> Self {
                Self { status: Ok(value.status) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Impact {
            base: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            consumer_change: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            required_bump: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            retraining: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Impact {
            fn default() -> Self {
                Self {
                    base: Ok(Default::default()),
                    consumer_change: Err(
                        "no value supplied for consumer_change".to_string(),
                    ),
                    required_bump: Err(
                        "no value supplied for required_bump".to_string(),
                    ),
                    retraining: Err("no value supplied for retraining".to_string()),
                }
            }
        }
        impl Impact {
            pub fn base<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.base = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for base: {e}")
                    });
                self
            }
            pub fn consumer_change<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.consumer_change = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for consumer_change: {e}"
                        )
                    });
                self
            }
            pub fn required_bump<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.required_bump = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for required_bump: {e}")
                    });
                self
            }
            pub fn retraining<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.retraining = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for retraining: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Impact> for super::Impact {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Impact,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    base: value.base?,
                    consumer_change: value.consumer_change?,
                    required_bump: value.required_bump?,
                    retraining: value.retraining?,
                })
            }
        }
        impl ::std::convert::From<super::Impact> for Impact {
            fn from(value: super::Impact) -> Self {
                Self {
                    base: Ok(value.base),
                    consumer_change: Ok(value.consumer_change),
                    required_bump: Ok(value.required_bump),
                    retraining: Ok(value.retraining),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Limits {
            max_file_bytes: ::std::result::Result<u64, ::std::string::String>,
            max_files: ::std::result::Result<u64, ::std::string::String>,
            max_page_size: ::std::result::Result<u32, ::std::string::String>,
            max_upload_bytes: ::std::result::Result<u64, ::std::string::String>,
        }
        impl ::std::default::Default for Limits {
            fn default() -> Self {
                Self {
                    max_file_bytes: Err(
                        "no value supplied for max_file_bytes".to_string(),
                    ),
                    max_files: Err("no value supplied for max_files".to_string()),
                    max_page_size: Err(
                        "no value supplied for max_page_size".to_string(),
                    ),
                    max_upload_bytes: Err(
                        "no value supplied for max_upload_bytes".to_string(),
                    ),
                }
            }
        }
        impl Limits {
            pub fn max_file_bytes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.max_file_bytes = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for max_file_bytes: {e}"
                        )
                    });
                self
            }
            pub fn max_files<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.max_files = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for max_files: {e}")
                    });
                self
            }
            pub fn max_page_size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u32>,
                T::Error: ::std::fmt::Display,
            {
                self.max_page_size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for max_page_size: {e}")
                    });
                self
            }
            pub fn max_upload_bytes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.max_upload_bytes = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for max_upload_bytes: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Limits> for super::Limits {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Limits,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    max_file_bytes: value.max_file_bytes?,
                    max_files: value.max_files?,
                    max_page_size: value.max_page_size?,
                    max_upload_bytes: value.max_upload_bytes?,
                })
            }
        }
        impl ::std::convert::From<super::Limits> for Limits {
            fn from(value: super::Limits) -> Self {
                Self {
                    max_file_bytes: Ok(value.max_file_bytes),
                    max_files: Ok(value.max_files),
                    max_page_size: Ok(value.max_page_size),
                    max_upload_bytes: Ok(value.max_upload_bytes),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Me {
            administrator: ::std::result::Result<bool, ::std::string::String>,
            memberships: ::std::result::Result<
                ::std::vec::Vec<super::Membership>,
                ::std::string::String,
            >,
            principal: ::std::result::Result<super::Principal, ::std::string::String>,
            token: ::std::result::Result<super::Token, ::std::string::String>,
        }
        impl ::std::default::Default for Me {
            fn default() -> Self {
                Self {
                    administrator: Err(
                        "no value supplied for administrator".to_string(),
                    ),
                    memberships: Err("no value supplied for memberships".to_string()),
                    principal: Err("no value supplied for principal".to_string()),
                    token: Err("no value supplied for token".to_string()),
                }
            }
        }
        impl Me {
            pub fn administrator<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.administrator = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for administrator: {e}")
                    });
                self
            }
            pub fn memberships<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Membership>>,
                T::Error: ::std::fmt::Display,
            {
                self.memberships = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for memberships: {e}")
                    });
                self
            }
            pub fn principal<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Principal>,
                T::Error: ::std::fmt::Display,
            {
                self.principal = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for principal: {e}")
                    });
                self
            }
            pub fn token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Token>,
                T::Error: ::std::fmt::Display,
            {
                self.token = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for token: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Me> for super::Me {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Me,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    administrator: value.administrator?,
                    memberships: value.memberships?,
                    principal: value.principal?,
                    token: value.token?,
                })
            }
        }
        impl ::std::convert::From<super::Me> for Me {
            fn from(value: super::Me) -> Self {
                Self {
                    administrator: Ok(value.administrator),
                    memberships: Ok(value.memberships),
                    principal: Ok(value.principal),
                    token: Ok(value.token),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Member {
            created_at: ::std::result::Result<::jiff::Timestamp, ::std::string::String>,
            principal: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            roles: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Member {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    principal: Err("no value supplied for principal".to_string()),
                    roles: Err("no value supplied for roles".to_string()),
                }
            }
        }
        impl Member {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::jiff::Timestamp>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn principal<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.principal = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for principal: {e}")
                    });
                self
            }
            pub fn roles<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.roles = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for roles: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Member> for super::Member {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Member,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    principal: value.principal?,
                    roles: value.roles?,
                })
            }
        }
        impl ::std::convert::From<super::Member> for Member {
            fn from(value: super::Member) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    principal: Ok(value.principal),
                    roles: Ok(value.roles),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct MemberList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Member>,
                ::std::string::String,
            >,
            next_page_token: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for MemberList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page_token: Ok(Default::default()),
                }
            }
        }
        impl MemberList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Member>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page_token = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for next_page_token: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<MemberList> for super::MemberList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: MemberList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page_token: value.next_page_token?,
                })
            }
        }
        impl ::std::convert::From<super::MemberList> for MemberList {
            fn from(value: super::MemberList) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page_token: Ok(value.next_page_token),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct MemberSet {
            roles: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for MemberSet {
            fn default() -> Self {
                Self {
                    roles: Err("no value supplied for roles".to_string()),
                }
            }
        }
        impl MemberSet {
            pub fn roles<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.roles = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for roles: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<MemberSet> for super::MemberSet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: MemberSet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { roles: value.roles? })
            }
        }
        impl ::std::convert::From<super::MemberSet> for MemberSet {
            fn from(value: super::MemberSet) -> Self {
                Self { roles: Ok(value.roles) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Membership {
            namespace: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            roles: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Membership {
            fn default() -> Self {
                Self {
                    namespace: Err("no value supplied for namespace".to_string()),
                    roles: Err("no value supplied for roles".to_string()),
                }
            }
        }
        impl Membership {
            pub fn namespace<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.namespace = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for namespace: {e}")
                    });
                self
            }
            pub fn roles<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.roles = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for roles: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Membership> for super::Membership {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Membership,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    namespace: value.namespace?,
                    roles: value.roles?,
                })
            }
        }
        impl ::std::convert::From<super::Membership> for Membership {
            fn from(value: super::Membership) -> Self {
                Self {
                    namespace: Ok(value.namespace),
                    roles: Ok(value.roles),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Meta {
            api: ::std::result::Result<::std::string::String, ::std::string::String>,
            extractor: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            features: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            limits: ::std::result::Result<super::Limits, ::std::string::String>,
            ruleset: ::std::result::Result<::std::string::String, ::std::string::String>,
            server: ::std::result::Result<::std::string::String, ::std::string::String>,
            version: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Meta {
            fn default() -> Self {
                Self {
                    api: Err("no value supplied for api".to_string()),
                    extractor: Err("no value supplied for extractor".to_string()),
                    features: Err("no value supplied for features".to_string()),
                    limits: Err("no value supplied for limits".to_string()),
                    ruleset: Err("no value supplied for ruleset".to_string()),
                    server: Err("no value supplied for server".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl Meta {
            pub fn api<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.api = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for api: {e}")
                    });
                self
            }
            pub fn extractor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.extractor = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for extractor: {e}")
                    });
                self
            }
            pub fn features<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.features = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for features: {e}")
                    });
                self
            }
            pub fn limits<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Limits>,
                T::Error: ::std::fmt::Display,
            {
                self.limits = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for limits: {e}")
                    });
                self
            }
            pub fn ruleset<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.ruleset = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for ruleset: {e}")
                    });
                self
            }
            pub fn server<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.server = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for server: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Meta> for super::Meta {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Meta,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    api: value.api?,
                    extractor: value.extractor?,
                    features: value.features?,
                    limits: value.limits?,
                    ruleset: value.ruleset?,
                    server: value.server?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::Meta> for Meta {
            fn from(value: super::Meta) -> Self {
                Self {
                    api: Ok(value.api),
                    extractor: Ok(value.extractor),
                    features: Ok(value.features),
                    limits: Ok(value.limits),
                    ruleset: Ok(value.ruleset),
                    server: Ok(value.server),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Model {
            archived_at: ::std::result::Result<
                ::std::option::Option<::jiff::Timestamp>,
                ::std::string::String,
            >,
            created_at: ::std::result::Result<::jiff::Timestamp, ::std::string::String>,
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            labels: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                ::std::string::String,
            >,
            latest: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            namespace: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            revision: ::std::result::Result<u64, ::std::string::String>,
            versions: ::std::result::Result<
                ::std::option::Option<u64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Model {
            fn default() -> Self {
                Self {
                    archived_at: Ok(Default::default()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    description: Err("no value supplied for description".to_string()),
                    labels: Err("no value supplied for labels".to_string()),
                    latest: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                    namespace: Err("no value supplied for namespace".to_string()),
                    revision: Err("no value supplied for revision".to_string()),
                    versions: Ok(Default::default()),
                }
            }
        }
        impl Model {
            pub fn archived_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::jiff::Timestamp>>,
                T::Error: ::std::fmt::Display,
            {
                self.archived_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for archived_at: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::jiff::Timestamp>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            pub fn latest<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.latest = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for latest: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn namespace<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.namespace = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for namespace: {e}")
                    });
                self
            }
            pub fn revision<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.revision = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for revision: {e}")
                    });
                self
            }
            pub fn versions<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<u64>>,
                T::Error: ::std::fmt::Display,
            {
                self.versions = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for versions: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Model> for super::Model {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Model,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    archived_at: value.archived_at?,
                    created_at: value.created_at?,
                    description: value.description?,
                    labels: value.labels?,
                    latest: value.latest?,
                    name: value.name?,
                    namespace: value.namespace?,
                    revision: value.revision?,
                    versions: value.versions?,
                })
            }
        }
        impl ::std::convert::From<super::Model> for Model {
            fn from(value: super::Model) -> Self {
                Self {
                    archived_at: Ok(value.archived_at),
                    created_at: Ok(value.created_at),
                    description: Ok(value.description),
                    labels: Ok(value.labels),
                    latest: Ok(value.latest),
                    name: Ok(value.name),
                    namespace: Ok(value.namespace),
                    revision: Ok(value.revision),
                    versions: Ok(value.versions),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ModelCreate {
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            labels: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for ModelCreate {
            fn default() -> Self {
                Self {
                    description: Ok(Default::default()),
                    labels: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl ModelCreate {
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ModelCreate> for super::ModelCreate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ModelCreate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    labels: value.labels?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::ModelCreate> for ModelCreate {
            fn from(value: super::ModelCreate) -> Self {
                Self {
                    description: Ok(value.description),
                    labels: Ok(value.labels),
                    name: Ok(value.name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ModelList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Model>,
                ::std::string::String,
            >,
            next_page_token: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ModelList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page_token: Ok(Default::default()),
                }
            }
        }
        impl ModelList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Model>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page_token = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for next_page_token: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ModelList> for super::ModelList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ModelList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page_token: value.next_page_token?,
                })
            }
        }
        impl ::std::convert::From<super::ModelList> for ModelList {
            fn from(value: super::ModelList) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page_token: Ok(value.next_page_token),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ModelUpdate {
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            labels: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ModelUpdate {
            fn default() -> Self {
                Self {
                    description: Ok(Default::default()),
                    labels: Ok(Default::default()),
                }
            }
        }
        impl ModelUpdate {
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ModelUpdate> for super::ModelUpdate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ModelUpdate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    labels: value.labels?,
                })
            }
        }
        impl ::std::convert::From<super::ModelUpdate> for ModelUpdate {
            fn from(value: super::ModelUpdate) -> Self {
                Self {
                    description: Ok(value.description),
                    labels: Ok(value.labels),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Namespace {
            created_at: ::std::result::Result<::jiff::Timestamp, ::std::string::String>,
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            private: ::std::result::Result<bool, ::std::string::String>,
            quota_bytes: ::std::result::Result<
                ::std::option::Option<u64>,
                ::std::string::String,
            >,
            revision: ::std::result::Result<u64, ::std::string::String>,
        }
        impl ::std::default::Default for Namespace {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    description: Err("no value supplied for description".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    private: Err("no value supplied for private".to_string()),
                    quota_bytes: Ok(Default::default()),
                    revision: Err("no value supplied for revision".to_string()),
                }
            }
        }
        impl Namespace {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::jiff::Timestamp>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn private<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.private = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for private: {e}")
                    });
                self
            }
            pub fn quota_bytes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<u64>>,
                T::Error: ::std::fmt::Display,
            {
                self.quota_bytes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for quota_bytes: {e}")
                    });
                self
            }
            pub fn revision<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.revision = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for revision: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Namespace> for super::Namespace {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Namespace,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    description: value.description?,
                    name: value.name?,
                    private: value.private?,
                    quota_bytes: value.quota_bytes?,
                    revision: value.revision?,
                })
            }
        }
        impl ::std::convert::From<super::Namespace> for Namespace {
            fn from(value: super::Namespace) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    description: Ok(value.description),
                    name: Ok(value.name),
                    private: Ok(value.private),
                    quota_bytes: Ok(value.quota_bytes),
                    revision: Ok(value.revision),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NamespaceCreate {
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            private: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for NamespaceCreate {
            fn default() -> Self {
                Self {
                    description: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                    private: Ok(Default::default()),
                }
            }
        }
        impl NamespaceCreate {
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn private<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.private = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for private: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<NamespaceCreate> for super::NamespaceCreate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NamespaceCreate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    name: value.name?,
                    private: value.private?,
                })
            }
        }
        impl ::std::convert::From<super::NamespaceCreate> for NamespaceCreate {
            fn from(value: super::NamespaceCreate) -> Self {
                Self {
                    description: Ok(value.description),
                    name: Ok(value.name),
                    private: Ok(value.private),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NamespaceList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Namespace>,
                ::std::string::String,
            >,
            next_page_token: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for NamespaceList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page_token: Ok(Default::default()),
                }
            }
        }
        impl NamespaceList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Namespace>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page_token = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for next_page_token: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<NamespaceList> for super::NamespaceList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NamespaceList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page_token: value.next_page_token?,
                })
            }
        }
        impl ::std::convert::From<super::NamespaceList> for NamespaceList {
            fn from(value: super::NamespaceList) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page_token: Ok(value.next_page_token),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NamespaceUpdate {
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            private: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            quota_bytes: ::std::result::Result<
                ::std::option::Option<u64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for NamespaceUpdate {
            fn default() -> Self {
                Self {
                    description: Ok(Default::default()),
                    private: Ok(Default::default()),
                    quota_bytes: Ok(Default::default()),
                }
            }
        }
        impl NamespaceUpdate {
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn private<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.private = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for private: {e}")
                    });
                self
            }
            pub fn quota_bytes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<u64>>,
                T::Error: ::std::fmt::Display,
            {
                self.quota_bytes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for quota_bytes: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<NamespaceUpdate> for super::NamespaceUpdate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NamespaceUpdate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    private: value.private?,
                    quota_bytes: value.quota_bytes?,
                })
            }
        }
        impl ::std::convert::From<super::NamespaceUpdate> for NamespaceUpdate {
            fn from(value: super::NamespaceUpdate) -> Self {
                Self {
                    description: Ok(value.description),
                    private: Ok(value.private),
                    quota_bytes: Ok(value.quota_bytes),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Nothing {}
        impl ::std::default::Default for Nothing {
            fn default() -> Self {
                Self {}
            }
        }
        impl Nothing {}
        impl ::std::convert::TryFrom<Nothing> for super::Nothing {
            type Error = super::error::ConversionError;
            fn try_from(
                _value: Nothing,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {})
            }
        }
        impl ::std::convert::From<super::Nothing> for Nothing {
            fn from(_value: super::Nothing) -> Self {
                Self {}
            }
        }
        #[derive(Clone, Debug)]
        pub struct PartLink {
            headers: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                ::std::string::String,
            >,
            number: ::std::result::Result<u32, ::std::string::String>,
            url: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for PartLink {
            fn default() -> Self {
                Self {
                    headers: Err("no value supplied for headers".to_string()),
                    number: Err("no value supplied for number".to_string()),
                    url: Err("no value supplied for url".to_string()),
                }
            }
        }
        impl PartLink {
            pub fn headers<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.headers = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for headers: {e}")
                    });
                self
            }
            pub fn number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u32>,
                T::Error: ::std::fmt::Display,
            {
                self.number = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for number: {e}")
                    });
                self
            }
            pub fn url<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.url = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for url: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PartLink> for super::PartLink {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PartLink,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    headers: value.headers?,
                    number: value.number?,
                    url: value.url?,
                })
            }
        }
        impl ::std::convert::From<super::PartLink> for PartLink {
            fn from(value: super::PartLink) -> Self {
                Self {
                    headers: Ok(value.headers),
                    number: Ok(value.number),
                    url: Ok(value.url),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PartLinks {
            parts: ::std::result::Result<
                ::std::vec::Vec<super::PartLink>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for PartLinks {
            fn default() -> Self {
                Self {
                    parts: Err("no value supplied for parts".to_string()),
                }
            }
        }
        impl PartLinks {
            pub fn parts<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::PartLink>>,
                T::Error: ::std::fmt::Display,
            {
                self.parts = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for parts: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PartLinks> for super::PartLinks {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PartLinks,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { parts: value.parts? })
            }
        }
        impl ::std::convert::From<super::PartLinks> for PartLinks {
            fn from(value: super::PartLinks) -> Self {
                Self { parts: Ok(value.parts) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PartLinksCreate {
            parts: ::std::result::Result<
                ::std::vec::Vec<super::PartWanted>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for PartLinksCreate {
            fn default() -> Self {
                Self {
                    parts: Err("no value supplied for parts".to_string()),
                }
            }
        }
        impl PartLinksCreate {
            pub fn parts<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::PartWanted>>,
                T::Error: ::std::fmt::Display,
            {
                self.parts = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for parts: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PartLinksCreate> for super::PartLinksCreate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PartLinksCreate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { parts: value.parts? })
            }
        }
        impl ::std::convert::From<super::PartLinksCreate> for PartLinksCreate {
            fn from(value: super::PartLinksCreate) -> Self {
                Self { parts: Ok(value.parts) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PartSent {
            etag: ::std::result::Result<::std::string::String, ::std::string::String>,
            number: ::std::result::Result<u32, ::std::string::String>,
            sha256: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for PartSent {
            fn default() -> Self {
                Self {
                    etag: Err("no value supplied for etag".to_string()),
                    number: Err("no value supplied for number".to_string()),
                    sha256: Err("no value supplied for sha256".to_string()),
                }
            }
        }
        impl PartSent {
            pub fn etag<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.etag = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for etag: {e}")
                    });
                self
            }
            pub fn number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u32>,
                T::Error: ::std::fmt::Display,
            {
                self.number = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for number: {e}")
                    });
                self
            }
            pub fn sha256<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.sha256 = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sha256: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PartSent> for super::PartSent {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PartSent,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    etag: value.etag?,
                    number: value.number?,
                    sha256: value.sha256?,
                })
            }
        }
        impl ::std::convert::From<super::PartSent> for PartSent {
            fn from(value: super::PartSent) -> Self {
                Self {
                    etag: Ok(value.etag),
                    number: Ok(value.number),
                    sha256: Ok(value.sha256),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PartSummary {
            number: ::std::result::Result<u32, ::std::string::String>,
            sha256: ::std::result::Result<::std::string::String, ::std::string::String>,
            size: ::std::result::Result<u64, ::std::string::String>,
        }
        impl ::std::default::Default for PartSummary {
            fn default() -> Self {
                Self {
                    number: Err("no value supplied for number".to_string()),
                    sha256: Err("no value supplied for sha256".to_string()),
                    size: Err("no value supplied for size".to_string()),
                }
            }
        }
        impl PartSummary {
            pub fn number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u32>,
                T::Error: ::std::fmt::Display,
            {
                self.number = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for number: {e}")
                    });
                self
            }
            pub fn sha256<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.sha256 = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sha256: {e}")
                    });
                self
            }
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PartSummary> for super::PartSummary {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PartSummary,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    number: value.number?,
                    sha256: value.sha256?,
                    size: value.size?,
                })
            }
        }
        impl ::std::convert::From<super::PartSummary> for PartSummary {
            fn from(value: super::PartSummary) -> Self {
                Self {
                    number: Ok(value.number),
                    sha256: Ok(value.sha256),
                    size: Ok(value.size),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PartWanted {
            number: ::std::result::Result<u32, ::std::string::String>,
            sha256: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for PartWanted {
            fn default() -> Self {
                Self {
                    number: Err("no value supplied for number".to_string()),
                    sha256: Err("no value supplied for sha256".to_string()),
                }
            }
        }
        impl PartWanted {
            pub fn number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u32>,
                T::Error: ::std::fmt::Display,
            {
                self.number = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for number: {e}")
                    });
                self
            }
            pub fn sha256<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.sha256 = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sha256: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PartWanted> for super::PartWanted {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PartWanted,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    number: value.number?,
                    sha256: value.sha256?,
                })
            }
        }
        impl ::std::convert::From<super::PartWanted> for PartWanted {
            fn from(value: super::PartWanted) -> Self {
                Self {
                    number: Ok(value.number),
                    sha256: Ok(value.sha256),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PartsSent {
            parts: ::std::result::Result<
                ::std::vec::Vec<super::PartSent>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for PartsSent {
            fn default() -> Self {
                Self {
                    parts: Err("no value supplied for parts".to_string()),
                }
            }
        }
        impl PartsSent {
            pub fn parts<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::PartSent>>,
                T::Error: ::std::fmt::Display,
            {
                self.parts = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for parts: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PartsSent> for super::PartsSent {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PartsSent,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { parts: value.parts? })
            }
        }
        impl ::std::convert::From<super::PartsSent> for PartsSent {
            fn from(value: super::PartsSent) -> Self {
                Self { parts: Ok(value.parts) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Policy {
            compat: ::std::result::Result<
                ::std::option::Option<super::PolicyCompat>,
                ::std::string::String,
            >,
            files: ::std::result::Result<
                ::std::option::Option<super::PolicyFiles>,
                ::std::string::String,
            >,
            resolve: ::std::result::Result<
                ::std::option::Option<super::PolicyResolve>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Policy {
            fn default() -> Self {
                Self {
                    compat: Ok(Default::default()),
                    files: Ok(Default::default()),
                    resolve: Ok(Default::default()),
                }
            }
        }
        impl Policy {
            pub fn compat<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::PolicyCompat>>,
                T::Error: ::std::fmt::Display,
            {
                self.compat = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for compat: {e}")
                    });
                self
            }
            pub fn files<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::PolicyFiles>>,
                T::Error: ::std::fmt::Display,
            {
                self.files = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for files: {e}")
                    });
                self
            }
            pub fn resolve<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::PolicyResolve>>,
                T::Error: ::std::fmt::Display,
            {
                self.resolve = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resolve: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Policy> for super::Policy {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Policy,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    compat: value.compat?,
                    files: value.files?,
                    resolve: value.resolve?,
                })
            }
        }
        impl ::std::convert::From<super::Policy> for Policy {
            fn from(value: super::Policy) -> Self {
                Self {
                    compat: Ok(value.compat),
                    files: Ok(value.files),
                    resolve: Ok(value.resolve),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PolicyCompat {
            consumption: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            mode: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            profile: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            rules: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    super::PolicyOverride,
                >,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for PolicyCompat {
            fn default() -> Self {
                Self {
                    consumption: Ok(Default::default()),
                    mode: Ok(Default::default()),
                    profile: Ok(Default::default()),
                    rules: Ok(Default::default()),
                }
            }
        }
        impl PolicyCompat {
            pub fn consumption<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.consumption = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for consumption: {e}")
                    });
                self
            }
            pub fn mode<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.mode = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for mode: {e}")
                    });
                self
            }
            pub fn profile<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.profile = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for profile: {e}")
                    });
                self
            }
            pub fn rules<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        super::PolicyOverride,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.rules = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for rules: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PolicyCompat> for super::PolicyCompat {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PolicyCompat,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    consumption: value.consumption?,
                    mode: value.mode?,
                    profile: value.profile?,
                    rules: value.rules?,
                })
            }
        }
        impl ::std::convert::From<super::PolicyCompat> for PolicyCompat {
            fn from(value: super::PolicyCompat) -> Self {
                Self {
                    consumption: Ok(value.consumption),
                    mode: Ok(value.mode),
                    profile: Ok(value.profile),
                    rules: Ok(value.rules),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PolicyFiles {
            allow_pickle: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            locked: ::std::result::Result<bool, ::std::string::String>,
        }
        impl ::std::default::Default for PolicyFiles {
            fn default() -> Self {
                Self {
                    allow_pickle: Ok(Default::default()),
                    locked: Ok(Default::default()),
                }
            }
        }
        impl PolicyFiles {
            pub fn allow_pickle<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.allow_pickle = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for allow_pickle: {e}")
                    });
                self
            }
            pub fn locked<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.locked = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for locked: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PolicyFiles> for super::PolicyFiles {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PolicyFiles,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    allow_pickle: value.allow_pickle?,
                    locked: value.locked?,
                })
            }
        }
        impl ::std::convert::From<super::PolicyFiles> for PolicyFiles {
            fn from(value: super::PolicyFiles) -> Self {
                Self {
                    allow_pickle: Ok(value.allow_pickle),
                    locked: Ok(value.locked),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PolicyOverride {
            author: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            expires: ::std::result::Result<
                ::std::option::Option<::jiff::civil::Date>,
                ::std::string::String,
            >,
            level: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            locked: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            reason: ::std::result::Result<::std::string::String, ::std::string::String>,
            required: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for PolicyOverride {
            fn default() -> Self {
                Self {
                    author: Ok(Default::default()),
                    expires: Ok(Default::default()),
                    level: Ok(Default::default()),
                    locked: Ok(Default::default()),
                    reason: Err("no value supplied for reason".to_string()),
                    required: Ok(Default::default()),
                }
            }
        }
        impl PolicyOverride {
            pub fn author<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.author = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for author: {e}")
                    });
                self
            }
            pub fn expires<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::jiff::civil::Date>>,
                T::Error: ::std::fmt::Display,
            {
                self.expires = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for expires: {e}")
                    });
                self
            }
            pub fn level<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.level = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for level: {e}")
                    });
                self
            }
            pub fn locked<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.locked = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for locked: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
            pub fn required<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.required = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for required: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PolicyOverride> for super::PolicyOverride {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PolicyOverride,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    author: value.author?,
                    expires: value.expires?,
                    level: value.level?,
                    locked: value.locked?,
                    reason: value.reason?,
                    required: value.required?,
                })
            }
        }
        impl ::std::convert::From<super::PolicyOverride> for PolicyOverride {
            fn from(value: super::PolicyOverride) -> Self {
                Self {
                    author: Ok(value.author),
                    expires: Ok(value.expires),
                    level: Ok(value.level),
                    locked: Ok(value.locked),
                    reason: Ok(value.reason),
                    required: Ok(value.required),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PolicyRef {
            digest: ::std::result::Result<::std::string::String, ::std::string::String>,
            profile: ::std::result::Result<::std::string::String, ::std::string::String>,
            ruleset: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for PolicyRef {
            fn default() -> Self {
                Self {
                    digest: Err("no value supplied for digest".to_string()),
                    profile: Err("no value supplied for profile".to_string()),
                    ruleset: Err("no value supplied for ruleset".to_string()),
                }
            }
        }
        impl PolicyRef {
            pub fn digest<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.digest = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for digest: {e}")
                    });
                self
            }
            pub fn profile<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.profile = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for profile: {e}")
                    });
                self
            }
            pub fn ruleset<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.ruleset = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for ruleset: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PolicyRef> for super::PolicyRef {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PolicyRef,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    digest: value.digest?,
                    profile: value.profile?,
                    ruleset: value.ruleset?,
                })
            }
        }
        impl ::std::convert::From<super::PolicyRef> for PolicyRef {
            fn from(value: super::PolicyRef) -> Self {
                Self {
                    digest: Ok(value.digest),
                    profile: Ok(value.profile),
                    ruleset: Ok(value.ruleset),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PolicyResolve {
            fallback: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for PolicyResolve {
            fn default() -> Self {
                Self {
                    fallback: Ok(Default::default()),
                }
            }
        }
        impl PolicyResolve {
            pub fn fallback<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.fallback = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for fallback: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PolicyResolve> for super::PolicyResolve {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PolicyResolve,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { fallback: value.fallback? })
            }
        }
        impl ::std::convert::From<super::PolicyResolve> for PolicyResolve {
            fn from(value: super::PolicyResolve) -> Self {
                Self {
                    fallback: Ok(value.fallback),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Principal {
            created_at: ::std::result::Result<::jiff::Timestamp, ::std::string::String>,
            created_by: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            disabled_at: ::std::result::Result<
                ::std::option::Option<::jiff::Timestamp>,
                ::std::string::String,
            >,
            kind: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Principal {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    created_by: Err("no value supplied for created_by".to_string()),
                    description: Err("no value supplied for description".to_string()),
                    disabled_at: Ok(Default::default()),
                    kind: Err("no value supplied for kind".to_string()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl Principal {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::jiff::Timestamp>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn created_by<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.created_by = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_by: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn disabled_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::jiff::Timestamp>>,
                T::Error: ::std::fmt::Display,
            {
                self.disabled_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for disabled_at: {e}")
                    });
                self
            }
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Principal> for super::Principal {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Principal,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    created_by: value.created_by?,
                    description: value.description?,
                    disabled_at: value.disabled_at?,
                    kind: value.kind?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::Principal> for Principal {
            fn from(value: super::Principal) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    created_by: Ok(value.created_by),
                    description: Ok(value.description),
                    disabled_at: Ok(value.disabled_at),
                    kind: Ok(value.kind),
                    name: Ok(value.name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PrincipalCreate {
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            kind: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for PrincipalCreate {
            fn default() -> Self {
                Self {
                    description: Ok(Default::default()),
                    kind: Err("no value supplied for kind".to_string()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl PrincipalCreate {
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PrincipalCreate> for super::PrincipalCreate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PrincipalCreate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    kind: value.kind?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::PrincipalCreate> for PrincipalCreate {
            fn from(value: super::PrincipalCreate) -> Self {
                Self {
                    description: Ok(value.description),
                    kind: Ok(value.kind),
                    name: Ok(value.name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PrincipalList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Principal>,
                ::std::string::String,
            >,
            next_page_token: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for PrincipalList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page_token: Ok(Default::default()),
                }
            }
        }
        impl PrincipalList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Principal>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page_token = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for next_page_token: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PrincipalList> for super::PrincipalList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PrincipalList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page_token: value.next_page_token?,
                })
            }
        }
        impl ::std::convert::From<super::PrincipalList> for PrincipalList {
            fn from(value: super::PrincipalList) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page_token: Ok(value.next_page_token),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PrincipalUpdate {
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            disabled: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for PrincipalUpdate {
            fn default() -> Self {
                Self {
                    description: Ok(Default::default()),
                    disabled: Ok(Default::default()),
                }
            }
        }
        impl PrincipalUpdate {
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn disabled<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.disabled = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for disabled: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PrincipalUpdate> for super::PrincipalUpdate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PrincipalUpdate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    disabled: value.disabled?,
                })
            }
        }
        impl ::std::convert::From<super::PrincipalUpdate> for PrincipalUpdate {
            fn from(value: super::PrincipalUpdate) -> Self {
                Self {
                    description: Ok(value.description),
                    disabled: Ok(value.disabled),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Problem {
            code: ::std::result::Result<::std::string::String, ::std::string::String>,
            detail: ::std::result::Result<::std::string::String, ::std::string::String>,
            details: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
            errors: ::std::result::Result<
                ::std::vec::Vec<super::ProblemFault>,
                ::std::string::String,
            >,
            instance: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            request_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            status: ::std::result::Result<u32, ::std::string::String>,
            title: ::std::result::Result<::std::string::String, ::std::string::String>,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
            verdict: ::std::result::Result<
                ::std::option::Option<super::Verdict>,
                ::std::string::String,
            >,
            violations: ::std::result::Result<
                ::std::vec::Vec<super::Change>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Problem {
            fn default() -> Self {
                Self {
                    code: Err("no value supplied for code".to_string()),
                    detail: Err("no value supplied for detail".to_string()),
                    details: Ok(Default::default()),
                    errors: Ok(Default::default()),
                    instance: Err("no value supplied for instance".to_string()),
                    request_id: Err("no value supplied for request_id".to_string()),
                    status: Err("no value supplied for status".to_string()),
                    title: Err("no value supplied for title".to_string()),
                    type_: Err("no value supplied for type_".to_string()),
                    verdict: Ok(Default::default()),
                    violations: Ok(Default::default()),
                }
            }
        }
        impl Problem {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            pub fn detail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.detail = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for detail: {e}")
                    });
                self
            }
            pub fn details<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.details = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for details: {e}")
                    });
                self
            }
            pub fn errors<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ProblemFault>>,
                T::Error: ::std::fmt::Display,
            {
                self.errors = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for errors: {e}")
                    });
                self
            }
            pub fn instance<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.instance = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for instance: {e}")
                    });
                self
            }
            pub fn request_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.request_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for request_id: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u32>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
            pub fn verdict<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::Verdict>>,
                T::Error: ::std::fmt::Display,
            {
                self.verdict = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for verdict: {e}")
                    });
                self
            }
            pub fn violations<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Change>>,
                T::Error: ::std::fmt::Display,
            {
                self.violations = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for violations: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Problem> for super::Problem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Problem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    detail: value.detail?,
                    details: value.details?,
                    errors: value.errors?,
                    instance: value.instance?,
                    request_id: value.request_id?,
                    status: value.status?,
                    title: value.title?,
                    type_: value.type_?,
                    verdict: value.verdict?,
                    violations: value.violations?,
                })
            }
        }
        impl ::std::convert::From<super::Problem> for Problem {
            fn from(value: super::Problem) -> Self {
                Self {
                    code: Ok(value.code),
                    detail: Ok(value.detail),
                    details: Ok(value.details),
                    errors: Ok(value.errors),
                    instance: Ok(value.instance),
                    request_id: Ok(value.request_id),
                    status: Ok(value.status),
                    title: Ok(value.title),
                    type_: Ok(value.type_),
                    verdict: Ok(value.verdict),
                    violations: Ok(value.violations),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ProblemFault {
            hint: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            place: ::std::result::Result<::std::string::String, ::std::string::String>,
            reason: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for ProblemFault {
            fn default() -> Self {
                Self {
                    hint: Ok(Default::default()),
                    place: Err("no value supplied for place".to_string()),
                    reason: Err("no value supplied for reason".to_string()),
                }
            }
        }
        impl ProblemFault {
            pub fn hint<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.hint = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for hint: {e}")
                    });
                self
            }
            pub fn place<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.place = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for place: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ProblemFault> for super::ProblemFault {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ProblemFault,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    hint: value.hint?,
                    place: value.place?,
                    reason: value.reason?,
                })
            }
        }
        impl ::std::convert::From<super::ProblemFault> for ProblemFault {
            fn from(value: super::ProblemFault) -> Self {
                Self {
                    hint: Ok(value.hint),
                    place: Ok(value.place),
                    reason: Ok(value.reason),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ProblemKind {
            code: ::std::result::Result<::std::string::String, ::std::string::String>,
            status: ::std::result::Result<u32, ::std::string::String>,
            title: ::std::result::Result<::std::string::String, ::std::string::String>,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for ProblemKind {
            fn default() -> Self {
                Self {
                    code: Err("no value supplied for code".to_string()),
                    status: Err("no value supplied for status".to_string()),
                    title: Err("no value supplied for title".to_string()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }
        impl ProblemKind {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u32>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ProblemKind> for super::ProblemKind {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ProblemKind,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    status: value.status?,
                    title: value.title?,
                    type_: value.type_?,
                })
            }
        }
        impl ::std::convert::From<super::ProblemKind> for ProblemKind {
            fn from(value: super::ProblemKind) -> Self {
                Self {
                    code: Ok(value.code),
                    status: Ok(value.status),
                    title: Ok(value.title),
                    type_: Ok(value.type_),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Promote {
            allow_major: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            version: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Promote {
            fn default() -> Self {
                Self {
                    allow_major: Ok(Default::default()),
                    reason: Ok(Default::default()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl Promote {
            pub fn allow_major<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.allow_major = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for allow_major: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Promote> for super::Promote {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Promote,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    allow_major: value.allow_major?,
                    reason: value.reason?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::Promote> for Promote {
            fn from(value: super::Promote) -> Self {
                Self {
                    allow_major: Ok(value.allow_major),
                    reason: Ok(value.reason),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Promotion {
            bump: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            changed: ::std::result::Result<bool, ::std::string::String>,
            channel: ::std::result::Result<super::Channel, ::std::string::String>,
            consumer_change: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            direction: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            from_version: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            retraining: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            revision: ::std::result::Result<u64, ::std::string::String>,
            to_version: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Promotion {
            fn default() -> Self {
                Self {
                    bump: Ok(Default::default()),
                    changed: Err("no value supplied for changed".to_string()),
                    channel: Err("no value supplied for channel".to_string()),
                    consumer_change: Ok(Default::default()),
                    direction: Ok(Default::default()),
                    from_version: Ok(Default::default()),
                    retraining: Ok(Default::default()),
                    revision: Err("no value supplied for revision".to_string()),
                    to_version: Ok(Default::default()),
                }
            }
        }
        impl Promotion {
            pub fn bump<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.bump = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for bump: {e}")
                    });
                self
            }
            pub fn changed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.changed = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for changed: {e}")
                    });
                self
            }
            pub fn channel<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Channel>,
                T::Error: ::std::fmt::Display,
            {
                self.channel = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for channel: {e}")
                    });
                self
            }
            pub fn consumer_change<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.consumer_change = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for consumer_change: {e}"
                        )
                    });
                self
            }
            pub fn direction<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.direction = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for direction: {e}")
                    });
                self
            }
            pub fn from_version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.from_version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for from_version: {e}")
                    });
                self
            }
            pub fn retraining<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.retraining = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for retraining: {e}")
                    });
                self
            }
            pub fn revision<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.revision = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for revision: {e}")
                    });
                self
            }
            pub fn to_version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.to_version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for to_version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Promotion> for super::Promotion {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Promotion,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    bump: value.bump?,
                    changed: value.changed?,
                    channel: value.channel?,
                    consumer_change: value.consumer_change?,
                    direction: value.direction?,
                    from_version: value.from_version?,
                    retraining: value.retraining?,
                    revision: value.revision?,
                    to_version: value.to_version?,
                })
            }
        }
        impl ::std::convert::From<super::Promotion> for Promotion {
            fn from(value: super::Promotion) -> Self {
                Self {
                    bump: Ok(value.bump),
                    changed: Ok(value.changed),
                    channel: Ok(value.channel),
                    consumer_change: Ok(value.consumer_change),
                    direction: Ok(value.direction),
                    from_version: Ok(value.from_version),
                    retraining: Ok(value.retraining),
                    revision: Ok(value.revision),
                    to_version: Ok(value.to_version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Resolution {
            channel_revision: ::std::result::Result<
                ::std::option::Option<u64>,
                ::std::string::String,
            >,
            digest: ::std::result::Result<::std::string::String, ::std::string::String>,
            fallback: ::std::result::Result<bool, ::std::string::String>,
            fallback_reason: ::std::result::Result<
                ::std::option::Option<super::FallbackReason>,
                ::std::string::String,
            >,
            files: ::std::result::Result<
                ::std::vec::Vec<super::File>,
                ::std::string::String,
            >,
            model: ::std::result::Result<::std::string::String, ::std::string::String>,
            namespace: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            state: ::std::result::Result<::std::string::String, ::std::string::String>,
            version: ::std::result::Result<::std::string::String, ::std::string::String>,
            warnings: ::std::result::Result<
                ::std::vec::Vec<super::ResolutionWarning>,
                ::std::string::String,
            >,
            why: ::std::result::Result<super::Why, ::std::string::String>,
        }
        impl ::std::default::Default for Resolution {
            fn default() -> Self {
                Self {
                    channel_revision: Ok(Default::default()),
                    digest: Err("no value supplied for digest".to_string()),
                    fallback: Err("no value supplied for fallback".to_string()),
                    fallback_reason: Ok(Default::default()),
                    files: Err("no value supplied for files".to_string()),
                    model: Err("no value supplied for model".to_string()),
                    namespace: Err("no value supplied for namespace".to_string()),
                    state: Err("no value supplied for state".to_string()),
                    version: Err("no value supplied for version".to_string()),
                    warnings: Err("no value supplied for warnings".to_string()),
                    why: Err("no value supplied for why".to_string()),
                }
            }
        }
        impl Resolution {
            pub fn channel_revision<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<u64>>,
                T::Error: ::std::fmt::Display,
            {
                self.channel_revision = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for channel_revision: {e}"
                        )
                    });
                self
            }
            pub fn digest<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.digest = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for digest: {e}")
                    });
                self
            }
            pub fn fallback<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.fallback = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for fallback: {e}")
                    });
                self
            }
            pub fn fallback_reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::FallbackReason>>,
                T::Error: ::std::fmt::Display,
            {
                self.fallback_reason = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for fallback_reason: {e}"
                        )
                    });
                self
            }
            pub fn files<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::File>>,
                T::Error: ::std::fmt::Display,
            {
                self.files = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for files: {e}")
                    });
                self
            }
            pub fn model<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.model = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for model: {e}")
                    });
                self
            }
            pub fn namespace<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.namespace = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for namespace: {e}")
                    });
                self
            }
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.state = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for state: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
            pub fn warnings<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ResolutionWarning>>,
                T::Error: ::std::fmt::Display,
            {
                self.warnings = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for warnings: {e}")
                    });
                self
            }
            pub fn why<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Why>,
                T::Error: ::std::fmt::Display,
            {
                self.why = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for why: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Resolution> for super::Resolution {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Resolution,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    channel_revision: value.channel_revision?,
                    digest: value.digest?,
                    fallback: value.fallback?,
                    fallback_reason: value.fallback_reason?,
                    files: value.files?,
                    model: value.model?,
                    namespace: value.namespace?,
                    state: value.state?,
                    version: value.version?,
                    warnings: value.warnings?,
                    why: value.why?,
                })
            }
        }
        impl ::std::convert::From<super::Resolution> for Resolution {
            fn from(value: super::Resolution) -> Self {
                Self {
                    channel_revision: Ok(value.channel_revision),
                    digest: Ok(value.digest),
                    fallback: Ok(value.fallback),
                    fallback_reason: Ok(value.fallback_reason),
                    files: Ok(value.files),
                    model: Ok(value.model),
                    namespace: Ok(value.namespace),
                    state: Ok(value.state),
                    version: Ok(value.version),
                    warnings: Ok(value.warnings),
                    why: Ok(value.why),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ResolutionWarning {
            code: ::std::result::Result<::std::string::String, ::std::string::String>,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ResolutionWarning {
            fn default() -> Self {
                Self {
                    code: Err("no value supplied for code".to_string()),
                    reason: Ok(Default::default()),
                }
            }
        }
        impl ResolutionWarning {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ResolutionWarning> for super::ResolutionWarning {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ResolutionWarning,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    reason: value.reason?,
                })
            }
        }
        impl ::std::convert::From<super::ResolutionWarning> for ResolutionWarning {
            fn from(value: super::ResolutionWarning) -> Self {
                Self {
                    code: Ok(value.code),
                    reason: Ok(value.reason),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Rollback {
            expected_version: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            strict: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            to_revision: ::std::result::Result<
                ::std::option::Option<u64>,
                ::std::string::String,
            >,
            to_version: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Rollback {
            fn default() -> Self {
                Self {
                    expected_version: Ok(Default::default()),
                    reason: Ok(Default::default()),
                    strict: Ok(Default::default()),
                    to_revision: Ok(Default::default()),
                    to_version: Ok(Default::default()),
                }
            }
        }
        impl Rollback {
            pub fn expected_version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.expected_version = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for expected_version: {e}"
                        )
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
            pub fn strict<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.strict = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for strict: {e}")
                    });
                self
            }
            pub fn to_revision<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<u64>>,
                T::Error: ::std::fmt::Display,
            {
                self.to_revision = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for to_revision: {e}")
                    });
                self
            }
            pub fn to_version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.to_version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for to_version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Rollback> for super::Rollback {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Rollback,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    expected_version: value.expected_version?,
                    reason: value.reason?,
                    strict: value.strict?,
                    to_revision: value.to_revision?,
                    to_version: value.to_version?,
                })
            }
        }
        impl ::std::convert::From<super::Rollback> for Rollback {
            fn from(value: super::Rollback) -> Self {
                Self {
                    expected_version: Ok(value.expected_version),
                    reason: Ok(value.reason),
                    strict: Ok(value.strict),
                    to_revision: Ok(value.to_revision),
                    to_version: Ok(value.to_version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct RollbackDone {
            channel: ::std::result::Result<super::Channel, ::std::string::String>,
            from_version: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            lost: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            restored_seq: ::std::result::Result<u64, ::std::string::String>,
            revision: ::std::result::Result<u64, ::std::string::String>,
            skipped: ::std::result::Result<
                ::std::vec::Vec<super::SkippedTarget>,
                ::std::string::String,
            >,
            to_version: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for RollbackDone {
            fn default() -> Self {
                Self {
                    channel: Err("no value supplied for channel".to_string()),
                    from_version: Ok(Default::default()),
                    lost: Ok(Default::default()),
                    restored_seq: Err("no value supplied for restored_seq".to_string()),
                    revision: Err("no value supplied for revision".to_string()),
                    skipped: Err("no value supplied for skipped".to_string()),
                    to_version: Err("no value supplied for to_version".to_string()),
                }
            }
        }
        impl RollbackDone {
            pub fn channel<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Channel>,
                T::Error: ::std::fmt::Display,
            {
                self.channel = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for channel: {e}")
                    });
                self
            }
            pub fn from_version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.from_version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for from_version: {e}")
                    });
                self
            }
            pub fn lost<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.lost = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for lost: {e}")
                    });
                self
            }
            pub fn restored_seq<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.restored_seq = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for restored_seq: {e}")
                    });
                self
            }
            pub fn revision<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.revision = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for revision: {e}")
                    });
                self
            }
            pub fn skipped<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::SkippedTarget>>,
                T::Error: ::std::fmt::Display,
            {
                self.skipped = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for skipped: {e}")
                    });
                self
            }
            pub fn to_version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.to_version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for to_version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<RollbackDone> for super::RollbackDone {
            type Error = super::error::ConversionError;
            fn try_from(
                value: RollbackDone,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    channel: value.channel?,
                    from_version: value.from_version?,
                    lost: value.lost?,
                    restored_seq: value.restored_seq?,
                    revision: value.revision?,
                    skipped: value.skipped?,
                    to_version: value.to_version?,
                })
            }
        }
        impl ::std::convert::From<super::RollbackDone> for RollbackDone {
            fn from(value: super::RollbackDone) -> Self {
                Self {
                    channel: Ok(value.channel),
                    from_version: Ok(value.from_version),
                    lost: Ok(value.lost),
                    restored_seq: Ok(value.restored_seq),
                    revision: Ok(value.revision),
                    skipped: Ok(value.skipped),
                    to_version: Ok(value.to_version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct RollbackPlan {
            channel: ::std::result::Result<::std::string::String, ::std::string::String>,
            from_version: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            lost: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            restored_seq: ::std::result::Result<u64, ::std::string::String>,
            revision: ::std::result::Result<u64, ::std::string::String>,
            skipped: ::std::result::Result<
                ::std::vec::Vec<super::SkippedTarget>,
                ::std::string::String,
            >,
            to_version: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for RollbackPlan {
            fn default() -> Self {
                Self {
                    channel: Err("no value supplied for channel".to_string()),
                    from_version: Ok(Default::default()),
                    lost: Ok(Default::default()),
                    restored_seq: Err("no value supplied for restored_seq".to_string()),
                    revision: Err("no value supplied for revision".to_string()),
                    skipped: Err("no value supplied for skipped".to_string()),
                    to_version: Err("no value supplied for to_version".to_string()),
                }
            }
        }
        impl RollbackPlan {
            pub fn channel<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.channel = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for channel: {e}")
                    });
                self
            }
            pub fn from_version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.from_version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for from_version: {e}")
                    });
                self
            }
            pub fn lost<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.lost = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for lost: {e}")
                    });
                self
            }
            pub fn restored_seq<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.restored_seq = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for restored_seq: {e}")
                    });
                self
            }
            pub fn revision<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.revision = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for revision: {e}")
                    });
                self
            }
            pub fn skipped<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::SkippedTarget>>,
                T::Error: ::std::fmt::Display,
            {
                self.skipped = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for skipped: {e}")
                    });
                self
            }
            pub fn to_version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.to_version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for to_version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<RollbackPlan> for super::RollbackPlan {
            type Error = super::error::ConversionError;
            fn try_from(
                value: RollbackPlan,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    channel: value.channel?,
                    from_version: value.from_version?,
                    lost: value.lost?,
                    restored_seq: value.restored_seq?,
                    revision: value.revision?,
                    skipped: value.skipped?,
                    to_version: value.to_version?,
                })
            }
        }
        impl ::std::convert::From<super::RollbackPlan> for RollbackPlan {
            fn from(value: super::RollbackPlan) -> Self {
                Self {
                    channel: Ok(value.channel),
                    from_version: Ok(value.from_version),
                    lost: Ok(value.lost),
                    restored_seq: Ok(value.restored_seq),
                    revision: Ok(value.revision),
                    skipped: Ok(value.skipped),
                    to_version: Ok(value.to_version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Scope {
            actions: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            channel: ::std::result::Result<::std::string::String, ::std::string::String>,
            model: ::std::result::Result<::std::string::String, ::std::string::String>,
            namespace: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Scope {
            fn default() -> Self {
                Self {
                    actions: Err("no value supplied for actions".to_string()),
                    channel: Ok(super::defaults::scope_channel()),
                    model: Ok(super::defaults::scope_model()),
                    namespace: Ok(super::defaults::scope_namespace()),
                }
            }
        }
        impl Scope {
            pub fn actions<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.actions = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for actions: {e}")
                    });
                self
            }
            pub fn channel<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.channel = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for channel: {e}")
                    });
                self
            }
            pub fn model<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.model = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for model: {e}")
                    });
                self
            }
            pub fn namespace<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.namespace = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for namespace: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Scope> for super::Scope {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Scope,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    actions: value.actions?,
                    channel: value.channel?,
                    model: value.model?,
                    namespace: value.namespace?,
                })
            }
        }
        impl ::std::convert::From<super::Scope> for Scope {
            fn from(value: super::Scope) -> Self {
                Self {
                    actions: Ok(value.actions),
                    channel: Ok(value.channel),
                    model: Ok(value.model),
                    namespace: Ok(value.namespace),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SearchHit {
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            latest: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            namespace: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SearchHit {
            fn default() -> Self {
                Self {
                    description: Err("no value supplied for description".to_string()),
                    latest: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                    namespace: Err("no value supplied for namespace".to_string()),
                }
            }
        }
        impl SearchHit {
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn latest<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.latest = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for latest: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn namespace<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.namespace = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for namespace: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SearchHit> for super::SearchHit {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SearchHit,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    latest: value.latest?,
                    name: value.name?,
                    namespace: value.namespace?,
                })
            }
        }
        impl ::std::convert::From<super::SearchHit> for SearchHit {
            fn from(value: super::SearchHit) -> Self {
                Self {
                    description: Ok(value.description),
                    latest: Ok(value.latest),
                    name: Ok(value.name),
                    namespace: Ok(value.namespace),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SearchHitList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::SearchHit>,
                ::std::string::String,
            >,
            next_page_token: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SearchHitList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page_token: Ok(Default::default()),
                }
            }
        }
        impl SearchHitList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::SearchHit>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page_token = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for next_page_token: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SearchHitList> for super::SearchHitList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SearchHitList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page_token: value.next_page_token?,
                })
            }
        }
        impl ::std::convert::From<super::SearchHitList> for SearchHitList {
            fn from(value: super::SearchHitList) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page_token: Ok(value.next_page_token),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SkippedTarget {
            reason: ::std::result::Result<::std::string::String, ::std::string::String>,
            seq: ::std::result::Result<u64, ::std::string::String>,
            version: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for SkippedTarget {
            fn default() -> Self {
                Self {
                    reason: Err("no value supplied for reason".to_string()),
                    seq: Err("no value supplied for seq".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl SkippedTarget {
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
            pub fn seq<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.seq = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for seq: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SkippedTarget> for super::SkippedTarget {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SkippedTarget,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    reason: value.reason?,
                    seq: value.seq?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::SkippedTarget> for SkippedTarget {
            fn from(value: super::SkippedTarget) -> Self {
                Self {
                    reason: Ok(value.reason),
                    seq: Ok(value.seq),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct StateChange {
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for StateChange {
            fn default() -> Self {
                Self {
                    reason: Ok(Default::default()),
                }
            }
        }
        impl StateChange {
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<StateChange> for super::StateChange {
            type Error = super::error::ConversionError;
            fn try_from(
                value: StateChange,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { reason: value.reason? })
            }
        }
        impl ::std::convert::From<super::StateChange> for StateChange {
            fn from(value: super::StateChange) -> Self {
                Self { reason: Ok(value.reason) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Token {
            created_at: ::std::result::Result<::jiff::Timestamp, ::std::string::String>,
            created_by: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            expires_at: ::std::result::Result<
                ::std::option::Option<::jiff::Timestamp>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            last_used_at: ::std::result::Result<
                ::std::option::Option<::jiff::Timestamp>,
                ::std::string::String,
            >,
            principal: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            revoked_at: ::std::result::Result<
                ::std::option::Option<::jiff::Timestamp>,
                ::std::string::String,
            >,
            scopes: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::Scope>>,
                ::std::string::String,
            >,
            secret: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Token {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    created_by: Err("no value supplied for created_by".to_string()),
                    description: Err("no value supplied for description".to_string()),
                    expires_at: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    last_used_at: Ok(Default::default()),
                    principal: Err("no value supplied for principal".to_string()),
                    revoked_at: Ok(Default::default()),
                    scopes: Ok(Default::default()),
                    secret: Ok(Default::default()),
                }
            }
        }
        impl Token {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::jiff::Timestamp>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn created_by<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.created_by = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_by: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn expires_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::jiff::Timestamp>>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for expires_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn last_used_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::jiff::Timestamp>>,
                T::Error: ::std::fmt::Display,
            {
                self.last_used_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for last_used_at: {e}")
                    });
                self
            }
            pub fn principal<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.principal = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for principal: {e}")
                    });
                self
            }
            pub fn revoked_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::jiff::Timestamp>>,
                T::Error: ::std::fmt::Display,
            {
                self.revoked_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for revoked_at: {e}")
                    });
                self
            }
            pub fn scopes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<super::Scope>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.scopes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scopes: {e}")
                    });
                self
            }
            pub fn secret<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.secret = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for secret: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Token> for super::Token {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Token,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    created_by: value.created_by?,
                    description: value.description?,
                    expires_at: value.expires_at?,
                    id: value.id?,
                    last_used_at: value.last_used_at?,
                    principal: value.principal?,
                    revoked_at: value.revoked_at?,
                    scopes: value.scopes?,
                    secret: value.secret?,
                })
            }
        }
        impl ::std::convert::From<super::Token> for Token {
            fn from(value: super::Token) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    created_by: Ok(value.created_by),
                    description: Ok(value.description),
                    expires_at: Ok(value.expires_at),
                    id: Ok(value.id),
                    last_used_at: Ok(value.last_used_at),
                    principal: Ok(value.principal),
                    revoked_at: Ok(value.revoked_at),
                    scopes: Ok(value.scopes),
                    secret: Ok(value.secret),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TokenCreate {
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            expires_in_days: ::std::result::Result<u32, ::std::string::String>,
            scopes: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::Scope>>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TokenCreate {
            fn default() -> Self {
                Self {
                    description: Ok(Default::default()),
                    expires_in_days: Ok(super::defaults::default_u64::<u32, 90>()),
                    scopes: Ok(Default::default()),
                }
            }
        }
        impl TokenCreate {
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn expires_in_days<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u32>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_in_days = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for expires_in_days: {e}"
                        )
                    });
                self
            }
            pub fn scopes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<super::Scope>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.scopes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scopes: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<TokenCreate> for super::TokenCreate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TokenCreate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    expires_in_days: value.expires_in_days?,
                    scopes: value.scopes?,
                })
            }
        }
        impl ::std::convert::From<super::TokenCreate> for TokenCreate {
            fn from(value: super::TokenCreate) -> Self {
                Self {
                    description: Ok(value.description),
                    expires_in_days: Ok(value.expires_in_days),
                    scopes: Ok(value.scopes),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TokenList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Token>,
                ::std::string::String,
            >,
            next_page_token: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TokenList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page_token: Ok(Default::default()),
                }
            }
        }
        impl TokenList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Token>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page_token = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for next_page_token: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<TokenList> for super::TokenList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TokenList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page_token: value.next_page_token?,
                })
            }
        }
        impl ::std::convert::From<super::TokenList> for TokenList {
            fn from(value: super::TokenList) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page_token: Ok(value.next_page_token),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct UnsafeFile {
            alternative: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            imports: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            kind: ::std::result::Result<::std::string::String, ::std::string::String>,
            path: ::std::result::Result<::std::string::String, ::std::string::String>,
            reason: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for UnsafeFile {
            fn default() -> Self {
                Self {
                    alternative: Err("no value supplied for alternative".to_string()),
                    imports: Ok(Default::default()),
                    kind: Err("no value supplied for kind".to_string()),
                    path: Err("no value supplied for path".to_string()),
                    reason: Err("no value supplied for reason".to_string()),
                }
            }
        }
        impl UnsafeFile {
            pub fn alternative<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.alternative = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for alternative: {e}")
                    });
                self
            }
            pub fn imports<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.imports = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for imports: {e}")
                    });
                self
            }
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
            pub fn path<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.path = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for path: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<UnsafeFile> for super::UnsafeFile {
            type Error = super::error::ConversionError;
            fn try_from(
                value: UnsafeFile,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    alternative: value.alternative?,
                    imports: value.imports?,
                    kind: value.kind?,
                    path: value.path?,
                    reason: value.reason?,
                })
            }
        }
        impl ::std::convert::From<super::UnsafeFile> for UnsafeFile {
            fn from(value: super::UnsafeFile) -> Self {
                Self {
                    alternative: Ok(value.alternative),
                    imports: Ok(value.imports),
                    kind: Ok(value.kind),
                    path: Ok(value.path),
                    reason: Ok(value.reason),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Upload {
            expires_at: ::std::result::Result<
                ::std::option::Option<::jiff::Timestamp>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            line: ::std::result::Result<::std::string::String, ::std::string::String>,
            part_count: ::std::result::Result<u32, ::std::string::String>,
            part_links: ::std::result::Result<bool, ::std::string::String>,
            part_size: ::std::result::Result<u64, ::std::string::String>,
            parts: ::std::result::Result<
                ::std::vec::Vec<super::PartSummary>,
                ::std::string::String,
            >,
            refused_sha256: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            sha256: ::std::result::Result<::std::string::String, ::std::string::String>,
            size: ::std::result::Result<u64, ::std::string::String>,
            state: ::std::result::Result<super::UploadState, ::std::string::String>,
            url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Upload {
            fn default() -> Self {
                Self {
                    expires_at: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    line: Err("no value supplied for line".to_string()),
                    part_count: Err("no value supplied for part_count".to_string()),
                    part_links: Err("no value supplied for part_links".to_string()),
                    part_size: Err("no value supplied for part_size".to_string()),
                    parts: Ok(Default::default()),
                    refused_sha256: Ok(Default::default()),
                    sha256: Err("no value supplied for sha256".to_string()),
                    size: Err("no value supplied for size".to_string()),
                    state: Err("no value supplied for state".to_string()),
                    url: Ok(Default::default()),
                }
            }
        }
        impl Upload {
            pub fn expires_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::jiff::Timestamp>>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for expires_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn line<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.line = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for line: {e}")
                    });
                self
            }
            pub fn part_count<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u32>,
                T::Error: ::std::fmt::Display,
            {
                self.part_count = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for part_count: {e}")
                    });
                self
            }
            pub fn part_links<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.part_links = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for part_links: {e}")
                    });
                self
            }
            pub fn part_size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.part_size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for part_size: {e}")
                    });
                self
            }
            pub fn parts<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::PartSummary>>,
                T::Error: ::std::fmt::Display,
            {
                self.parts = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for parts: {e}")
                    });
                self
            }
            pub fn refused_sha256<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.refused_sha256 = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for refused_sha256: {e}"
                        )
                    });
                self
            }
            pub fn sha256<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.sha256 = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sha256: {e}")
                    });
                self
            }
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::UploadState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for state: {e}")
                    });
                self
            }
            pub fn url<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.url = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for url: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Upload> for super::Upload {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Upload,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    expires_at: value.expires_at?,
                    id: value.id?,
                    line: value.line?,
                    part_count: value.part_count?,
                    part_links: value.part_links?,
                    part_size: value.part_size?,
                    parts: value.parts?,
                    refused_sha256: value.refused_sha256?,
                    sha256: value.sha256?,
                    size: value.size?,
                    state: value.state?,
                    url: value.url?,
                })
            }
        }
        impl ::std::convert::From<super::Upload> for Upload {
            fn from(value: super::Upload) -> Self {
                Self {
                    expires_at: Ok(value.expires_at),
                    id: Ok(value.id),
                    line: Ok(value.line),
                    part_count: Ok(value.part_count),
                    part_links: Ok(value.part_links),
                    part_size: Ok(value.part_size),
                    parts: Ok(value.parts),
                    refused_sha256: Ok(value.refused_sha256),
                    sha256: Ok(value.sha256),
                    size: Ok(value.size),
                    state: Ok(value.state),
                    url: Ok(value.url),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct UploadCreate {
            line: ::std::result::Result<::std::string::String, ::std::string::String>,
            sha256: ::std::result::Result<::std::string::String, ::std::string::String>,
            size: ::std::result::Result<u64, ::std::string::String>,
        }
        impl ::std::default::Default for UploadCreate {
            fn default() -> Self {
                Self {
                    line: Err("no value supplied for line".to_string()),
                    sha256: Err("no value supplied for sha256".to_string()),
                    size: Err("no value supplied for size".to_string()),
                }
            }
        }
        impl UploadCreate {
            pub fn line<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.line = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for line: {e}")
                    });
                self
            }
            pub fn sha256<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.sha256 = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sha256: {e}")
                    });
                self
            }
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<UploadCreate> for super::UploadCreate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: UploadCreate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    line: value.line?,
                    sha256: value.sha256?,
                    size: value.size?,
                })
            }
        }
        impl ::std::convert::From<super::UploadCreate> for UploadCreate {
            fn from(value: super::UploadCreate) -> Self {
                Self {
                    line: Ok(value.line),
                    sha256: Ok(value.sha256),
                    size: Ok(value.size),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Verdict {
            accepted: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            base: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            changes: ::std::result::Result<
                ::std::vec::Vec<super::Change>,
                ::std::string::String,
            >,
            changes_total: ::std::result::Result<
                ::std::option::Option<u64>,
                ::std::string::String,
            >,
            compared_with: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            consumer_change: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            policy: ::std::result::Result<super::PolicyRef, ::std::string::String>,
            requested: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            required_bump: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            retraining: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            smallest_acceptable: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Verdict {
            fn default() -> Self {
                Self {
                    accepted: Ok(Default::default()),
                    base: Ok(Default::default()),
                    changes: Err("no value supplied for changes".to_string()),
                    changes_total: Ok(Default::default()),
                    compared_with: Err(
                        "no value supplied for compared_with".to_string(),
                    ),
                    consumer_change: Err(
                        "no value supplied for consumer_change".to_string(),
                    ),
                    policy: Err("no value supplied for policy".to_string()),
                    requested: Ok(Default::default()),
                    required_bump: Err(
                        "no value supplied for required_bump".to_string(),
                    ),
                    retraining: Err("no value supplied for retraining".to_string()),
                    smallest_acceptable: Ok(Default::default()),
                }
            }
        }
        impl Verdict {
            pub fn accepted<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.accepted = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for accepted: {e}")
                    });
                self
            }
            pub fn base<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.base = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for base: {e}")
                    });
                self
            }
            pub fn changes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Change>>,
                T::Error: ::std::fmt::Display,
            {
                self.changes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for changes: {e}")
                    });
                self
            }
            pub fn changes_total<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<u64>>,
                T::Error: ::std::fmt::Display,
            {
                self.changes_total = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for changes_total: {e}")
                    });
                self
            }
            pub fn compared_with<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.compared_with = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for compared_with: {e}")
                    });
                self
            }
            pub fn consumer_change<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.consumer_change = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for consumer_change: {e}"
                        )
                    });
                self
            }
            pub fn policy<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::PolicyRef>,
                T::Error: ::std::fmt::Display,
            {
                self.policy = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for policy: {e}")
                    });
                self
            }
            pub fn requested<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.requested = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for requested: {e}")
                    });
                self
            }
            pub fn required_bump<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.required_bump = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for required_bump: {e}")
                    });
                self
            }
            pub fn retraining<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.retraining = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for retraining: {e}")
                    });
                self
            }
            pub fn smallest_acceptable<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.smallest_acceptable = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for smallest_acceptable: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Verdict> for super::Verdict {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Verdict,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    accepted: value.accepted?,
                    base: value.base?,
                    changes: value.changes?,
                    changes_total: value.changes_total?,
                    compared_with: value.compared_with?,
                    consumer_change: value.consumer_change?,
                    policy: value.policy?,
                    requested: value.requested?,
                    required_bump: value.required_bump?,
                    retraining: value.retraining?,
                    smallest_acceptable: value.smallest_acceptable?,
                })
            }
        }
        impl ::std::convert::From<super::Verdict> for Verdict {
            fn from(value: super::Verdict) -> Self {
                Self {
                    accepted: Ok(value.accepted),
                    base: Ok(value.base),
                    changes: Ok(value.changes),
                    changes_total: Ok(value.changes_total),
                    compared_with: Ok(value.compared_with),
                    consumer_change: Ok(value.consumer_change),
                    policy: Ok(value.policy),
                    requested: Ok(value.requested),
                    required_bump: Ok(value.required_bump),
                    retraining: Ok(value.retraining),
                    smallest_acceptable: Ok(value.smallest_acceptable),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Version {
            affected_channels: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            base: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            channels: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            consumer_change: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            content_digest: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            contract_digest: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            created_at: ::std::result::Result<::jiff::Timestamp, ::std::string::String>,
            created_by: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            digest: ::std::result::Result<::std::string::String, ::std::string::String>,
            files: ::std::result::Result<
                ::std::vec::Vec<super::File>,
                ::std::string::String,
            >,
            labels: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                ::std::string::String,
            >,
            line: ::std::result::Result<::std::string::String, ::std::string::String>,
            model: ::std::result::Result<::std::string::String, ::std::string::String>,
            namespace: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            ordinal: ::std::result::Result<u64, ::std::string::String>,
            required_bump: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            retraining: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            state: ::std::result::Result<::std::string::String, ::std::string::String>,
            state_reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            unsafe_: ::std::result::Result<
                ::std::vec::Vec<super::UnsafeFile>,
                ::std::string::String,
            >,
            verdict: ::std::result::Result<
                ::std::option::Option<super::Verdict>,
                ::std::string::String,
            >,
            version: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Version {
            fn default() -> Self {
                Self {
                    affected_channels: Ok(Default::default()),
                    base: Ok(Default::default()),
                    channels: Err("no value supplied for channels".to_string()),
                    consumer_change: Ok(Default::default()),
                    content_digest: Err(
                        "no value supplied for content_digest".to_string(),
                    ),
                    contract_digest: Err(
                        "no value supplied for contract_digest".to_string(),
                    ),
                    created_at: Err("no value supplied for created_at".to_string()),
                    created_by: Err("no value supplied for created_by".to_string()),
                    description: Err("no value supplied for description".to_string()),
                    digest: Err("no value supplied for digest".to_string()),
                    files: Ok(Default::default()),
                    labels: Err("no value supplied for labels".to_string()),
                    line: Err("no value supplied for line".to_string()),
                    model: Err("no value supplied for model".to_string()),
                    namespace: Err("no value supplied for namespace".to_string()),
                    ordinal: Err("no value supplied for ordinal".to_string()),
                    required_bump: Ok(Default::default()),
                    retraining: Ok(Default::default()),
                    state: Err("no value supplied for state".to_string()),
                    state_reason: Ok(Default::default()),
                    unsafe_: Ok(Default::default()),
                    verdict: Ok(Default::default()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl Version {
            pub fn affected_channels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.affected_channels = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for affected_channels: {e}"
                        )
                    });
                self
            }
            pub fn base<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.base = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for base: {e}")
                    });
                self
            }
            pub fn channels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.channels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for channels: {e}")
                    });
                self
            }
            pub fn consumer_change<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.consumer_change = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for consumer_change: {e}"
                        )
                    });
                self
            }
            pub fn content_digest<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.content_digest = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for content_digest: {e}"
                        )
                    });
                self
            }
            pub fn contract_digest<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.contract_digest = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for contract_digest: {e}"
                        )
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::jiff::Timestamp>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn created_by<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.created_by = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_by: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn digest<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.digest = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for digest: {e}")
                    });
                self
            }
            pub fn files<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::File>>,
                T::Error: ::std::fmt::Display,
            {
                self.files = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for files: {e}")
                    });
                self
            }
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            pub fn line<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.line = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for line: {e}")
                    });
                self
            }
            pub fn model<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.model = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for model: {e}")
                    });
                self
            }
            pub fn namespace<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.namespace = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for namespace: {e}")
                    });
                self
            }
            pub fn ordinal<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.ordinal = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for ordinal: {e}")
                    });
                self
            }
            pub fn required_bump<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.required_bump = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for required_bump: {e}")
                    });
                self
            }
            pub fn retraining<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.retraining = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for retraining: {e}")
                    });
                self
            }
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.state = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for state: {e}")
                    });
                self
            }
            pub fn state_reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.state_reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for state_reason: {e}")
                    });
                self
            }
            pub fn unsafe_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::UnsafeFile>>,
                T::Error: ::std::fmt::Display,
            {
                self.unsafe_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for unsafe_: {e}")
                    });
                self
            }
            pub fn verdict<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::Verdict>>,
                T::Error: ::std::fmt::Display,
            {
                self.verdict = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for verdict: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Version> for super::Version {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Version,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    affected_channels: value.affected_channels?,
                    base: value.base?,
                    channels: value.channels?,
                    consumer_change: value.consumer_change?,
                    content_digest: value.content_digest?,
                    contract_digest: value.contract_digest?,
                    created_at: value.created_at?,
                    created_by: value.created_by?,
                    description: value.description?,
                    digest: value.digest?,
                    files: value.files?,
                    labels: value.labels?,
                    line: value.line?,
                    model: value.model?,
                    namespace: value.namespace?,
                    ordinal: value.ordinal?,
                    required_bump: value.required_bump?,
                    retraining: value.retraining?,
                    state: value.state?,
                    state_reason: value.state_reason?,
                    unsafe_: value.unsafe_?,
                    verdict: value.verdict?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::Version> for Version {
            fn from(value: super::Version) -> Self {
                Self {
                    affected_channels: Ok(value.affected_channels),
                    base: Ok(value.base),
                    channels: Ok(value.channels),
                    consumer_change: Ok(value.consumer_change),
                    content_digest: Ok(value.content_digest),
                    contract_digest: Ok(value.contract_digest),
                    created_at: Ok(value.created_at),
                    created_by: Ok(value.created_by),
                    description: Ok(value.description),
                    digest: Ok(value.digest),
                    files: Ok(value.files),
                    labels: Ok(value.labels),
                    line: Ok(value.line),
                    model: Ok(value.model),
                    namespace: Ok(value.namespace),
                    ordinal: Ok(value.ordinal),
                    required_bump: Ok(value.required_bump),
                    retraining: Ok(value.retraining),
                    state: Ok(value.state),
                    state_reason: Ok(value.state_reason),
                    unsafe_: Ok(value.unsafe_),
                    verdict: Ok(value.verdict),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VersionCreate {
            bump: ::std::result::Result<
                ::std::option::Option<super::Bump>,
                ::std::string::String,
            >,
            declared: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            evaluation: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
            files: ::std::result::Result<
                ::std::vec::Vec<super::FileRef>,
                ::std::string::String,
            >,
            labels: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                ::std::string::String,
            >,
            line: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            lineage: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
            upload_line: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            version: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VersionCreate {
            fn default() -> Self {
                Self {
                    bump: Ok(Default::default()),
                    declared: Ok(Default::default()),
                    description: Ok(Default::default()),
                    evaluation: Ok(Default::default()),
                    files: Err("no value supplied for files".to_string()),
                    labels: Ok(Default::default()),
                    line: Ok(Default::default()),
                    lineage: Ok(Default::default()),
                    upload_line: Ok(Default::default()),
                    version: Ok(Default::default()),
                }
            }
        }
        impl VersionCreate {
            pub fn bump<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::Bump>>,
                T::Error: ::std::fmt::Display,
            {
                self.bump = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for bump: {e}")
                    });
                self
            }
            pub fn declared<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.declared = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for declared: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn evaluation<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.evaluation = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for evaluation: {e}")
                    });
                self
            }
            pub fn files<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::FileRef>>,
                T::Error: ::std::fmt::Display,
            {
                self.files = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for files: {e}")
                    });
                self
            }
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            pub fn line<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.line = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for line: {e}")
                    });
                self
            }
            pub fn lineage<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.lineage = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for lineage: {e}")
                    });
                self
            }
            pub fn upload_line<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.upload_line = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for upload_line: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VersionCreate> for super::VersionCreate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: VersionCreate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    bump: value.bump?,
                    declared: value.declared?,
                    description: value.description?,
                    evaluation: value.evaluation?,
                    files: value.files?,
                    labels: value.labels?,
                    line: value.line?,
                    lineage: value.lineage?,
                    upload_line: value.upload_line?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::VersionCreate> for VersionCreate {
            fn from(value: super::VersionCreate) -> Self {
                Self {
                    bump: Ok(value.bump),
                    declared: Ok(value.declared),
                    description: Ok(value.description),
                    evaluation: Ok(value.evaluation),
                    files: Ok(value.files),
                    labels: Ok(value.labels),
                    line: Ok(value.line),
                    lineage: Ok(value.lineage),
                    upload_line: Ok(value.upload_line),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VersionList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Version>,
                ::std::string::String,
            >,
            next_page_token: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VersionList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page_token: Ok(Default::default()),
                }
            }
        }
        impl VersionList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Version>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page_token = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for next_page_token: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VersionList> for super::VersionList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: VersionList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page_token: value.next_page_token?,
                })
            }
        }
        impl ::std::convert::From<super::VersionList> for VersionList {
            fn from(value: super::VersionList) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page_token: Ok(value.next_page_token),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VersionUpdate {
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            labels: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VersionUpdate {
            fn default() -> Self {
                Self {
                    description: Ok(Default::default()),
                    labels: Ok(Default::default()),
                }
            }
        }
        impl VersionUpdate {
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VersionUpdate> for super::VersionUpdate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: VersionUpdate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    labels: value.labels?,
                })
            }
        }
        impl ::std::convert::From<super::VersionUpdate> for VersionUpdate {
            fn from(value: super::VersionUpdate) -> Self {
                Self {
                    description: Ok(value.description),
                    labels: Ok(value.labels),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Why {
            candidates: ::std::result::Result<u64, ::std::string::String>,
            kind: ::std::result::Result<::std::string::String, ::std::string::String>,
            selector: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Why {
            fn default() -> Self {
                Self {
                    candidates: Err("no value supplied for candidates".to_string()),
                    kind: Err("no value supplied for kind".to_string()),
                    selector: Err("no value supplied for selector".to_string()),
                }
            }
        }
        impl Why {
            pub fn candidates<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.candidates = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for candidates: {e}")
                    });
                self
            }
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
            pub fn selector<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.selector = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for selector: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Why> for super::Why {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Why,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    candidates: value.candidates?,
                    kind: value.kind?,
                    selector: value.selector?,
                })
            }
        }
        impl ::std::convert::From<super::Why> for Why {
            fn from(value: super::Why) -> Self {
                Self {
                    candidates: Ok(value.candidates),
                    kind: Ok(value.kind),
                    selector: Ok(value.selector),
                }
            }
        }
    }
    /// Generation of default values for serde.
    pub mod defaults {
        pub(super) fn default_u64<T, const V: u64>() -> T
        where
            T: ::std::convert::TryFrom<u64>,
            <T as ::std::convert::TryFrom<u64>>::Error: ::std::fmt::Debug,
        {
            T::try_from(V).unwrap()
        }
        pub(super) fn channel_policy_largest_step() -> ::std::string::String {
            "major".to_string()
        }
        pub(super) fn scope_channel() -> ::std::string::String {
            "*".to_string()
        }
        pub(super) fn scope_model() -> ::std::string::String {
            "*".to_string()
        }
        pub(super) fn scope_namespace() -> ::std::string::String {
            "*".to_string()
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for Model registry

A model registry that refuses a version number that lies.

Version: 0.1.0*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Create a new client.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new(baseurl: &str) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        let client = {
            let dur = ::std::time::Duration::from_secs(15u64);
            reqwest::ClientBuilder::new().connect_timeout(dur).timeout(dur)
        };
        #[cfg(target_arch = "wasm32")]
        let client = reqwest::ClientBuilder::new();
        Self::new_with_client(baseurl, client.build().unwrap())
    }
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "0.1.0"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**Check the registry

Compares rows with bytes and bytes with rows, and names the versions that something is wrong with. It changes neither;
a deep check remembers which blobs are damaged, so that they are asked for when the same files are published again.

Needs an administrator of the registry, with a token that is not limited.

Sends a `POST` request to `/api/v1/admin/fsck`

Arguments:
- `deep`: Read every byte, and compare it with its digest.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.check_registry()
    .deep(deep)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn check_registry(&self) -> builder::CheckRegistry<'_> {
        builder::CheckRegistry::new(self)
    }
    /**List events

What happened in a namespace, oldest first, as CloudEvents 1.0. With `Accept: application/x-ndjson` one event a line.
`last` begins at its end. To follow the log, go on with `after` and the `seq` of the last event that you have seen.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/events`

Arguments:
- `after`: Only events after this `seq`.
- `last`: Only so many of the newest events.
- `namespace`: The namespace whose log is read.
- `page_size`: The most items of the page.
- `page_token`: The `next_page_token` of the page before.
```ignore
let response = client.list_events()
    .after(after)
    .last(last)
    .namespace(namespace)
    .page_size(page_size)
    .page_token(page_token)
    .send()
    .await;
```*/
    pub fn list_events(&self) -> builder::ListEvents<'_> {
        builder::ListEvents::new(self)
    }
    /**Show who asks

The principal, the token, and the roles in namespaces.

Needs a token.

Sends a `GET` request to `/api/v1/me`

```ignore
let response = client.get_me()
    .send()
    .await;
```*/
    pub fn get_me(&self) -> builder::GetMe<'_> {
        builder::GetMe::new(self)
    }
    /**List one's own tokens

The oldest first, without their secrets.

Needs a token.

Sends a `GET` request to `/api/v1/me/tokens`

Arguments:
- `page_size`: The most items of the page.
- `page_token`: The `next_page_token` of the page before.
```ignore
let response = client.list_my_tokens()
    .page_size(page_size)
    .page_token(page_token)
    .send()
    .await;
```*/
    pub fn list_my_tokens(&self) -> builder::ListMyTokens<'_> {
        builder::ListMyTokens::new(self)
    }
    /**Make a token for oneself

The token is in `secret` of this answer, and shown never again. A token that is limited makes no tokens.

Needs a token.

Sends a `POST` request to `/api/v1/me/tokens`

Arguments:
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.create_my_token()
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_my_token(&self) -> builder::CreateMyToken<'_> {
        builder::CreateMyToken::new(self)
    }
    /**Revoke a token of one's own

It opens nothing from then on, on any server a second later at most. A token that is limited revokes no other.

Needs a token.

Sends a `DELETE` request to `/api/v1/me/tokens/{token}`

Arguments:
- `token`: The identifier of the token.
```ignore
let response = client.revoke_my_token()
    .token(token)
    .send()
    .await;
```*/
    pub fn revoke_my_token(&self) -> builder::RevokeMyToken<'_> {
        builder::RevokeMyToken::new(self)
    }
    /**Describe the server

Its version, the version of its rules, its limits and its features.

Sends a `GET` request to `/api/v1/meta`

```ignore
let response = client.get_meta()
    .send()
    .await;
```*/
    pub fn get_meta(&self) -> builder::GetMeta<'_> {
        builder::GetMeta::new(self)
    }
    /**List namespaces

By name.

Sends a `GET` request to `/api/v1/namespaces`

Arguments:
- `page_size`: The most items of the page.
- `page_token`: The `next_page_token` of the page before.
```ignore
let response = client.list_namespaces()
    .page_size(page_size)
    .page_token(page_token)
    .send()
    .await;
```*/
    pub fn list_namespaces(&self) -> builder::ListNamespaces<'_> {
        builder::ListNamespaces::new(self)
    }
    /**Make a namespace

For administrators of the registry. A publish of theirs makes its namespace itself; this is for namespaces with a
description, or private ones, from the start.

Needs an administrator of the registry, with a token that is not limited.

Sends a `POST` request to `/api/v1/namespaces`

Arguments:
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.create_namespace()
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_namespace(&self) -> builder::CreateNamespace<'_> {
        builder::CreateNamespace::new(self)
    }
    /**Show a namespace

Its description and its revision, which is the `ETag`.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}`

Arguments:
- `namespace`: The namespace.
```ignore
let response = client.get_namespace()
    .namespace(namespace)
    .send()
    .await;
```*/
    pub fn get_namespace(&self) -> builder::GetNamespace<'_> {
        builder::GetNamespace::new(self)
    }
    /**Change a namespace

Its description, whether it is private, and its quota, which administrators of the registry set. Needs `If-Match` with the `ETag` of what was read.

Needs an admin of the namespace.

Sends a `PATCH` request to `/api/v1/namespaces/{namespace}`

Arguments:
- `namespace`: The namespace.
- `if_match`: The `ETag` of what was read.
- `body`
```ignore
let response = client.update_namespace()
    .namespace(namespace)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_namespace(&self) -> builder::UpdateNamespace<'_> {
        builder::UpdateNamespace::new(self)
    }
    /**List members

Who may do what in the namespace, by name. The members of the namespace `registry` look after the registry as a whole.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/members`

Arguments:
- `namespace`: The namespace.
- `page_size`: The most items of the page.
- `page_token`: The `next_page_token` of the page before.
```ignore
let response = client.list_members()
    .namespace(namespace)
    .page_size(page_size)
    .page_token(page_token)
    .send()
    .await;
```*/
    pub fn list_members(&self) -> builder::ListMembers<'_> {
        builder::ListMembers::new(self)
    }
    /**Give roles

Gives a principal these roles in the namespace, in place of those that it has.

Needs an admin of the namespace.

Sends a `PUT` request to `/api/v1/namespaces/{namespace}/members/{principal}`

Arguments:
- `namespace`: The namespace.
- `principal`: The principal.
- `body`
```ignore
let response = client.set_member()
    .namespace(namespace)
    .principal(principal)
    .body(body)
    .send()
    .await;
```*/
    pub fn set_member(&self) -> builder::SetMember<'_> {
        builder::SetMember::new(self)
    }
    /**Take all roles

The principal is no member of the namespace any longer. Answers who it was, without roles.

Needs an admin of the namespace.

Sends a `DELETE` request to `/api/v1/namespaces/{namespace}/members/{principal}`

Arguments:
- `namespace`: The namespace.
- `principal`: The principal.
```ignore
let response = client.remove_member()
    .namespace(namespace)
    .principal(principal)
    .send()
    .await;
```*/
    pub fn remove_member(&self) -> builder::RemoveMember<'_> {
        builder::RemoveMember::new(self)
    }
    /**List the models of a namespace

By name.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models`

Arguments:
- `namespace`: The namespace.
- `page_size`: The most items of the page.
- `page_token`: The `next_page_token` of the page before.
```ignore
let response = client.list_models()
    .namespace(namespace)
    .page_size(page_size)
    .page_token(page_token)
    .send()
    .await;
```*/
    pub fn list_models(&self) -> builder::ListModels<'_> {
        builder::ListModels::new(self)
    }
    /**Make a model

A publish makes its model itself; this is for models with a description or a policy from the start.

Needs a publisher of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models`

Arguments:
- `namespace`: The namespace.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.create_model()
    .namespace(namespace)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_model(&self) -> builder::CreateModel<'_> {
        builder::CreateModel::new(self)
    }
    /**Show a model

With its latest version and the number of its versions.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
```ignore
let response = client.get_model()
    .namespace(namespace)
    .model(model)
    .send()
    .await;
```*/
    pub fn get_model(&self) -> builder::GetModel<'_> {
        builder::GetModel::new(self)
    }
    /**Change a model

Its description and its labels. Needs `If-Match` with the `ETag` of what was read.

Needs a publisher of the namespace.

Sends a `PATCH` request to `/api/v1/namespaces/{namespace}/models/{model}`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `if_match`: The `ETag` of what was read.
- `body`
```ignore
let response = client.update_model()
    .namespace(namespace)
    .model(model)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_model(&self) -> builder::UpdateModel<'_> {
        builder::UpdateModel::new(self)
    }
    /**Archive a model

It takes no new versions from then on; what is published stays available.

Needs an admin of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/archive`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.archive_model()
    .namespace(namespace)
    .model(model)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn archive_model(&self) -> builder::ArchiveModel<'_> {
        builder::ArchiveModel::new(self)
    }
    /**List channels

All channels of a model by name, each with the version that it serves.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/channels`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `page_size`: The most items of the page.
- `page_token`: The `next_page_token` of the page before.
```ignore
let response = client.list_channels()
    .namespace(namespace)
    .model(model)
    .page_size(page_size)
    .page_token(page_token)
    .send()
    .await;
```*/
    pub fn list_channels(&self) -> builder::ListChannels<'_> {
        builder::ListChannels::new(self)
    }
    /**Show a channel

What the channel serves now, with its revision as entity tag; with `at`, what it served then. The state of the version
and the policy are always the present ones.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `channel`: The channel.
- `at`: Answer what the channel served at this time.
```ignore
let response = client.get_channel()
    .namespace(namespace)
    .model(model)
    .channel(channel)
    .at(at)
    .send()
    .await;
```*/
    pub fn get_channel(&self) -> builder::GetChannel<'_> {
        builder::GetChannel::new(self)
    }
    /**Set the policy of a channel

Replaces the policy, and makes the channel when it is not there. What the channel serves stays.

Needs an admin of the namespace.

Sends a `PUT` request to `/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `channel`: The channel.
- `if_match`: The entity tag of the channel that was read.
- `body`
```ignore
let response = client.set_channel_policy()
    .namespace(namespace)
    .model(model)
    .channel(channel)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn set_channel_policy(&self) -> builder::SetChannelPolicy<'_> {
        builder::SetChannelPolicy::new(self)
    }
    /**Clear a channel

Makes the channel serve nothing. Its history stays: a rollback restores the last version.

Needs a promoter of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/clear`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `channel`: The channel.
- `dry_run`: Answer what would happen, and change nothing.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `if_match`: The entity tag of the channel that was read.
- `body`
```ignore
let response = client.clear_channel()
    .namespace(namespace)
    .model(model)
    .channel(channel)
    .dry_run(dry_run)
    .idempotency_key(idempotency_key)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn clear_channel(&self) -> builder::ClearChannel<'_> {
        builder::ClearChannel::new(self)
    }
    /**Promote a version to a channel

Makes the channel serve the version, and makes the channel when it is not there. All gates are judged, and all that
fail are named; a version with `unsafe` files passes only for an admin of the namespace. Serving that version already is no error: `changed` is `false` then, and nothing is recorded.

Needs a promoter of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/promote`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `channel`: The channel.
- `dry_run`: Answer what would happen, and change nothing.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `if_match`: The entity tag of the channel that was read.
- `body`
```ignore
let response = client.promote_channel()
    .namespace(namespace)
    .model(model)
    .channel(channel)
    .dry_run(dry_run)
    .idempotency_key(idempotency_key)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn promote_channel(&self) -> builder::PromoteChannel<'_> {
        builder::PromoteChannel::new(self)
    }
    /**List the revisions of a channel

The whole history, newest first: who moved the channel from which version to which, when and why.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/revisions`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `channel`: The channel.
- `page_size`: The most items of the page.
- `page_token`: The `next_page_token` of the page before.
```ignore
let response = client.list_channel_revisions()
    .namespace(namespace)
    .model(model)
    .channel(channel)
    .page_size(page_size)
    .page_token(page_token)
    .send()
    .await;
```*/
    pub fn list_channel_revisions(&self) -> builder::ListChannelRevisions<'_> {
        builder::ListChannelRevisions::new(self)
    }
    /**Roll a channel back

Makes the channel serve the most recent earlier, different and still eligible version of its own history. Repeated, it
goes further back. It needs a reason, and `If-Match` or an `Idempotency-Key`: a bare retry could undo twice.

Needs a promoter of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `channel`: The channel.
- `dry_run`: Answer what would happen, and change nothing.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `if_match`: The entity tag of the channel that was read.
- `body`
```ignore
let response = client.rollback_channel()
    .namespace(namespace)
    .model(model)
    .channel(channel)
    .dry_run(dry_run)
    .idempotency_key(idempotency_key)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn rollback_channel(&self) -> builder::RollbackChannel<'_> {
        builder::RollbackChannel::new(self)
    }
    /**Show the target of a rollback

Where a rollback would lead now, decided as the rollback itself decides. Send the entity tag as `If-Match` and the
version as `expected_version` to get exactly this.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback-target`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `channel`: The channel.
- `strict`: Refuse when the nearest target is not eligible, instead of passing it over.
- `to_revision`: A revision of the channel, instead of a version.
- `to_version`: A version that the channel has served; without it the nearest eligible one.
```ignore
let response = client.get_rollback_target()
    .namespace(namespace)
    .model(model)
    .channel(channel)
    .strict(strict)
    .to_revision(to_revision)
    .to_version(to_version)
    .send()
    .await;
```*/
    pub fn get_rollback_target(&self) -> builder::GetRollbackTarget<'_> {
        builder::GetRollbackTarget::new(self)
    }
    /**Compare two versions

What changed from one published version to another, judged by the present policy.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/compare`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `base`: The older version: a number, a range, `latest`, a channel or a digest.
- `head`: The newer version.
```ignore
let response = client.compare_versions()
    .namespace(namespace)
    .model(model)
    .base(base)
    .head(head)
    .send()
    .await;
```*/
    pub fn compare_versions(&self) -> builder::CompareVersions<'_> {
        builder::CompareVersions::new(self)
    }
    /**Check a contract

Judges a contract as a publish would, and writes nothing. That it is incompatible is an answer, not an error. The model
need not exist. Without `version` and `bump` the smallest acceptable number is judged. Where the server reads the contract
itself, out of uploaded `files`, unsafe ones are refused as a publish refuses them: 422 `unsafe-format`.

Needs a reader, where the namespace is private.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/compatibility-checks`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.check_compatibility()
    .namespace(namespace)
    .model(model)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn check_compatibility(&self) -> builder::CheckCompatibility<'_> {
        builder::CheckCompatibility::new(self)
    }
    /**Show the policy of a model

What the model decides otherwise than its namespace and the catalogue of rules.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/policy`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
```ignore
let response = client.get_model_policy()
    .namespace(namespace)
    .model(model)
    .send()
    .await;
```*/
    pub fn get_model_policy(&self) -> builder::GetModelPolicy<'_> {
        builder::GetModelPolicy::new(self)
    }
    /**Set the policy of a model

Replaces all of it. Needs `If-Match` with the `ETag` of what was read.

Needs an admin of the namespace.

Sends a `PUT` request to `/api/v1/namespaces/{namespace}/models/{model}/policy`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `if_match`: The `ETag` of what was read.
- `body`
```ignore
let response = client.set_model_policy()
    .namespace(namespace)
    .model(model)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn set_model_policy(&self) -> builder::SetModelPolicy<'_> {
        builder::SetModelPolicy::new(self)
    }
    /**Resolve a selector

From a selector to one version, its digest and its files. The selector stands in `ref` or in the header
`X-Model-Version`. What is not there is 404, what is switched off or deleted 410; with a fallback both become `latest`,
marked as such. A channel that exists never falls back.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/resolve`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `fallback`: `latest` serves the latest version instead of one that is not there or not served; `error` does not. The policy of
the model decides without it.
- `prerelease`: `include` lets ranges see pre-releases.
- `ref_`: A number, a range, `latest`, a channel or a digest. Without it, and without the header, `latest`.
- `x_model_version`: The selector, instead of `ref`.
```ignore
let response = client.resolve_version()
    .namespace(namespace)
    .model(model)
    .fallback(fallback)
    .prerelease(prerelease)
    .ref_(ref_)
    .x_model_version(x_model_version)
    .send()
    .await;
```*/
    pub fn resolve_version(&self) -> builder::ResolveVersion<'_> {
        builder::ResolveVersion::new(self)
    }
    /**Restore a model

Opens an archived model for new versions again.

Needs an admin of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/restore`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.restore_model()
    .namespace(namespace)
    .model(model)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn restore_model(&self) -> builder::RestoreModel<'_> {
        builder::RestoreModel::new(self)
    }
    /**Announce a file

Says where to send the bytes: at once, or in parts, as larger files need. Where they are stored already in that line,
the answer is 200 and `complete`: there is nothing to send. The model need not exist yet.

Needs a publisher of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.create_upload()
    .namespace(namespace)
    .model(model)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_upload(&self) -> builder::CreateUpload<'_> {
        builder::CreateUpload::new(self)
    }
    /**Show an upload

How far it has come, and which parts of it are there: whoever was interrupted sends the others.

Needs a publisher of the namespace.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `upload`: The upload.
```ignore
let response = client.get_upload()
    .namespace(namespace)
    .model(model)
    .upload(upload)
    .send()
    .await;
```*/
    pub fn get_upload(&self) -> builder::GetUpload<'_> {
        builder::GetUpload::new(self)
    }
    /**Give an upload up

Removes the parts that are there. One that is complete stays as it is.

Needs a publisher of the namespace.

Sends a `DELETE` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `upload`: The upload.
```ignore
let response = client.abort_upload()
    .namespace(namespace)
    .model(model)
    .upload(upload)
    .send()
    .await;
```*/
    pub fn abort_upload(&self) -> builder::AbortUpload<'_> {
        builder::AbortUpload::new(self)
    }
    /**Complete an upload

When all parts are there the server reads the whole, compares it with the digest that was promised, and stores it. What
takes longer than a second goes on after the answer, which is 202 then: ask for the upload until it no longer says
`verifying`. Parts that are something else together are refused and dropped; the upload begins anew.

Needs a publisher of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/complete`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `upload`: The upload.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.complete_upload()
    .namespace(namespace)
    .model(model)
    .upload(upload)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn complete_upload(&self) -> builder::CompleteUpload<'_> {
        builder::CompleteUpload::new(self)
    }
    /**Send the bytes of an upload

The bytes are verified on their way: a wrong size or digest is refused, and nothing of it stays. Sending them again is
no error.

Needs a publisher of the namespace.

Sends a `PUT` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/content`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `upload`: The upload.
- `body`
```ignore
let response = client.send_upload()
    .namespace(namespace)
    .model(model)
    .upload(upload)
    .body(body)
    .send()
    .await;
```*/
    pub fn send_upload(&self) -> builder::SendUpload<'_> {
        builder::SendUpload::new(self)
    }
    /**Ask for links to send parts with

With a link a part goes to the object store itself, which compares it with its digest. Then record it, with the `ETag`
that the store answers. Only where the upload says `part_links`; a file that is complete has no more links.

Needs a publisher of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/part-links`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `upload`: The upload.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.create_upload_part_links()
    .namespace(namespace)
    .model(model)
    .upload(upload)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_upload_part_links(&self) -> builder::CreateUploadPartLinks<'_> {
        builder::CreateUploadPartLinks::new(self)
    }
    /**Record parts that went to the object store

With the `ETag` that the store has answered. Recording a part again is no error.

Needs a publisher of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `upload`: The upload.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.record_upload_parts()
    .namespace(namespace)
    .model(model)
    .upload(upload)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn record_upload_parts(&self) -> builder::RecordUploadParts<'_> {
        builder::RecordUploadParts::new(self)
    }
    /**Send a part of an upload

Parts may come in any order, several at a time and through any server. A part is verified on its way: a wrong size or
digest is refused, and nothing of it stays. A part that is sent again takes the place of the one before.

Needs a publisher of the namespace.

Sends a `PUT` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts/{number}`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `upload`: The upload.
- `number`: The number of the part, from 1 on.
- `content_digest`: The SHA-256 of the part, as RFC 9530 writes it.
- `body`
```ignore
let response = client.send_upload_part()
    .namespace(namespace)
    .model(model)
    .upload(upload)
    .number(number)
    .content_digest(content_digest)
    .body(body)
    .send()
    .await;
```*/
    pub fn send_upload_part(&self) -> builder::SendUploadPart<'_> {
        builder::SendUploadPart::new(self)
    }
    /**List versions

All versions of a model, the newest first, whatever their state.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/versions`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `page_size`: The most items of the page.
- `page_token`: The `next_page_token` of the page before.
- `state`: Only versions in this state: `active`, `deprecated`, `yanked`, `disabled` or `deleted`.
```ignore
let response = client.list_versions()
    .namespace(namespace)
    .model(model)
    .page_size(page_size)
    .page_token(page_token)
    .state(state)
    .send()
    .await;
```*/
    pub fn list_versions(&self) -> builder::ListVersions<'_> {
        builder::ListVersions::new(self)
    }
    /**Publish a version

The server reads the contract out of the uploaded files itself, compares it with the live versions, and refuses a
number that announces less than changed: 409 with the verdict. Files that run code when they are loaded, as pickles do
wherever they stand, or that cannot be looked into are refused: 422 `unsafe-format`, with each finding and what to
publish instead, unless the policy of the namespace has `files.allow_pickle`; then the version has them as `unsafe`.
Namespace and model are made when they are missing. The same number with the same content again is 200. With `dry_run` the answer is the one that a publish would get, with
200, and nothing is written.

Needs a publisher of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/versions`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `dry_run`: Answer what would happen, and change nothing.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.publish_version()
    .namespace(namespace)
    .model(model)
    .dry_run(dry_run)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn publish_version(&self) -> builder::PublishVersion<'_> {
        builder::PublishVersion::new(self)
    }
    /**Show a version

A version by number, range, `latest`, channel or digest. Named by number or digest it is shown in any state.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `version`: The selector.
```ignore
let response = client.get_version()
    .namespace(namespace)
    .model(model)
    .version(version)
    .send()
    .await;
```*/
    pub fn get_version(&self) -> builder::GetVersion<'_> {
        builder::GetVersion::new(self)
    }
    /**Delete a version

For good: a tombstone stays, and the number is never used again. Refused while a channel serves the version or may roll
back to it.

Needs an admin of the namespace.

Sends a `DELETE` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `version`: The number.
- `dry_run`: Answer what would happen, and change nothing.
- `reason`: The reason.
```ignore
let response = client.delete_version()
    .namespace(namespace)
    .model(model)
    .version(version)
    .dry_run(dry_run)
    .reason(reason)
    .send()
    .await;
```*/
    pub fn delete_version(&self) -> builder::DeleteVersion<'_> {
        builder::DeleteVersion::new(self)
    }
    /**Describe a version

Changes description and labels, which are no part of the version's digest.

Needs a publisher of the namespace.

Sends a `PATCH` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `version`: The number.
- `body`
```ignore
let response = client.update_version()
    .namespace(namespace)
    .model(model)
    .version(version)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_version(&self) -> builder::UpdateVersion<'_> {
        builder::UpdateVersion::new(self)
    }
    /**Get the contract of a version

What callers send and readers get, as it was read out of the files and declared.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/contract`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `version`: The selector.
```ignore
let response = client.get_version_contract()
    .namespace(namespace)
    .model(model)
    .version(version)
    .send()
    .await;
```*/
    pub fn get_version_contract(&self) -> builder::GetVersionContract<'_> {
        builder::GetVersionContract::new(self)
    }
    /**Deprecate a version

Advises against new use: it is served everywhere, with a warning.

Needs a publisher of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/deprecate`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `version`: The number.
- `dry_run`: Answer what would happen, and change nothing.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.deprecate_version()
    .namespace(namespace)
    .model(model)
    .version(version)
    .dry_run(dry_run)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn deprecate_version(&self) -> builder::DeprecateVersion<'_> {
        builder::DeprecateVersion::new(self)
    }
    /**Switch a version off

The emergency brake: nobody gets it, and channels that point at it answer 410. The answer names them.

Needs an admin of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/disable`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `version`: The number.
- `dry_run`: Answer what would happen, and change nothing.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.disable_version()
    .namespace(namespace)
    .model(model)
    .version(version)
    .dry_run(dry_run)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn disable_version(&self) -> builder::DisableVersion<'_> {
        builder::DisableVersion::new(self)
    }
    /**Switch a version on again

The version is what it was before: active, deprecated or yanked. Where it is live again, it is judged against the
live versions of its line, as a publish is; refused (`return-conflict`) where a number would lie.

Needs an admin of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/enable`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `version`: The number.
- `dry_run`: Answer what would happen, and change nothing.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.enable_version()
    .namespace(namespace)
    .model(model)
    .version(version)
    .dry_run(dry_run)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn enable_version(&self) -> builder::EnableVersion<'_> {
        builder::EnableVersion::new(self)
    }
    /**List the files of a version

By path, each with its size and digest.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `version`: The selector.
```ignore
let response = client.list_version_files()
    .namespace(namespace)
    .model(model)
    .version(version)
    .send()
    .await;
```*/
    pub fn list_version_files(&self) -> builder::ListVersionFiles<'_> {
        builder::ListVersionFiles::new(self)
    }
    /**Download a file

The bytes of a file of a version that is served. One `Range` is answered with 206; several get the whole file. The
entity tag is the SHA-256 of the whole file: whoever downloads should compare it with what arrived.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files/{path}`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `version`: The selector.
- `path`: The path of the file inside the version.
- `if_none_match`: Answer 304 if the file has this entity tag.
- `if_range`: Heed `Range` only if the file has this entity tag.
- `range`: The bytes to send.
```ignore
let response = client.download_file()
    .namespace(namespace)
    .model(model)
    .version(version)
    .path(path)
    .if_none_match(if_none_match)
    .if_range(if_range)
    .range(range)
    .send()
    .await;
```*/
    pub fn download_file(&self) -> builder::DownloadFile<'_> {
        builder::DownloadFile::new(self)
    }
    /**Get the manifest of a version

What the version is made of. The SHA-256 of its RFC 8785 form is the digest of the version.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/manifest`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `version`: The selector.
```ignore
let response = client.get_version_manifest()
    .namespace(namespace)
    .model(model)
    .version(version)
    .send()
    .await;
```*/
    pub fn get_version_manifest(&self) -> builder::GetVersionManifest<'_> {
        builder::GetVersionManifest::new(self)
    }
    /**Take a deprecation back

The version is served without a warning again.

Needs a publisher of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/undeprecate`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `version`: The number.
- `dry_run`: Answer what would happen, and change nothing.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.undeprecate_version()
    .namespace(namespace)
    .model(model)
    .version(version)
    .dry_run(dry_run)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn undeprecate_version(&self) -> builder::UndeprecateVersion<'_> {
        builder::UndeprecateVersion::new(self)
    }
    /**Take a yank back

The version is what it was before, active or deprecated, and ranges and `latest` see it again. It is judged against
the live versions of its line, as a publish is; refused (`return-conflict`) where a number would lie.

Needs a publisher of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/unyank`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `version`: The number.
- `dry_run`: Answer what would happen, and change nothing.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.unyank_version()
    .namespace(namespace)
    .model(model)
    .version(version)
    .dry_run(dry_run)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn unyank_version(&self) -> builder::UnyankVersion<'_> {
        builder::UnyankVersion::new(self)
    }
    /**Get the verdict of a version

The verdict that the version was accepted with.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/verdict`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `version`: The selector.
```ignore
let response = client.get_version_verdict()
    .namespace(namespace)
    .model(model)
    .version(version)
    .send()
    .await;
```*/
    pub fn get_version_verdict(&self) -> builder::GetVersionVerdict<'_> {
        builder::GetVersionVerdict::new(self)
    }
    /**Yank a version

Withdraws it: ranges and `latest` pass it over; who names it still gets it, with a warning. Refused while a channel
serves it, unless `force` or `rollback_channels` says what becomes of the channel.

Needs a publisher of the namespace.

Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/yank`

Arguments:
- `namespace`: The namespace.
- `model`: The model.
- `version`: The number.
- `dry_run`: Answer what would happen, and change nothing.
- `force`: Yank although channels serve the version; they keep serving it.
- `rollback_channels`: Roll back all channels that serve the version, in the same commit.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.yank_version()
    .namespace(namespace)
    .model(model)
    .version(version)
    .dry_run(dry_run)
    .force(force)
    .rollback_channels(rollback_channels)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn yank_version(&self) -> builder::YankVersion<'_> {
        builder::YankVersion::new(self)
    }
    /**Show the policy of a namespace

What the namespace decides otherwise than the catalogue of rules; it holds for all its models.

Needs a reader, where the namespace is private.

Sends a `GET` request to `/api/v1/namespaces/{namespace}/policy`

Arguments:
- `namespace`: The namespace.
```ignore
let response = client.get_namespace_policy()
    .namespace(namespace)
    .send()
    .await;
```*/
    pub fn get_namespace_policy(&self) -> builder::GetNamespacePolicy<'_> {
        builder::GetNamespacePolicy::new(self)
    }
    /**Set the policy of a namespace

Replaces all of it. Needs `If-Match` with the `ETag` of what was read.

Needs an admin of the namespace.

Sends a `PUT` request to `/api/v1/namespaces/{namespace}/policy`

Arguments:
- `namespace`: The namespace.
- `if_match`: The `ETag` of what was read.
- `body`
```ignore
let response = client.set_namespace_policy()
    .namespace(namespace)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn set_namespace_policy(&self) -> builder::SetNamespacePolicy<'_> {
        builder::SetNamespacePolicy::new(self)
    }
    /**List principals

By name.

Needs an administrator of the registry, with a token that is not limited.

Sends a `GET` request to `/api/v1/principals`

Arguments:
- `page_size`: The most items of the page.
- `page_token`: The `next_page_token` of the page before.
```ignore
let response = client.list_principals()
    .page_size(page_size)
    .page_token(page_token)
    .send()
    .await;
```*/
    pub fn list_principals(&self) -> builder::ListPrincipals<'_> {
        builder::ListPrincipals::new(self)
    }
    /**Make a principal

A user or a service account. It may do nothing yet: make it a member of a namespace, and make it a token.

Needs an administrator of the registry, with a token that is not limited.

Sends a `POST` request to `/api/v1/principals`

Arguments:
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.create_principal()
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_principal(&self) -> builder::CreatePrincipal<'_> {
        builder::CreatePrincipal::new(self)
    }
    /**Show a principal

What it is, and whether it is disabled.

Needs an administrator of the registry, with a token that is not limited.

Sends a `GET` request to `/api/v1/principals/{principal}`

Arguments:
- `principal`: The principal.
```ignore
let response = client.get_principal()
    .principal(principal)
    .send()
    .await;
```*/
    pub fn get_principal(&self) -> builder::GetPrincipal<'_> {
        builder::GetPrincipal::new(self)
    }
    /**Change a principal

Its description, and whether it is disabled: then its tokens open nothing, a second later at most.

Needs an administrator of the registry, with a token that is not limited.

Sends a `PATCH` request to `/api/v1/principals/{principal}`

Arguments:
- `principal`: The principal.
- `body`
```ignore
let response = client.update_principal()
    .principal(principal)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_principal(&self) -> builder::UpdatePrincipal<'_> {
        builder::UpdatePrincipal::new(self)
    }
    /**List the tokens of a principal

The oldest first, without their secrets.

Needs an administrator of the registry, with a token that is not limited.

Sends a `GET` request to `/api/v1/principals/{principal}/tokens`

Arguments:
- `principal`: The principal.
- `page_size`: The most items of the page.
- `page_token`: The `next_page_token` of the page before.
```ignore
let response = client.list_principal_tokens()
    .principal(principal)
    .page_size(page_size)
    .page_token(page_token)
    .send()
    .await;
```*/
    pub fn list_principal_tokens(&self) -> builder::ListPrincipalTokens<'_> {
        builder::ListPrincipalTokens::new(self)
    }
    /**Make a token for a principal

The token is in `secret` of this answer, and shown never again.

Needs an administrator of the registry, with a token that is not limited.

Sends a `POST` request to `/api/v1/principals/{principal}/tokens`

Arguments:
- `principal`: The principal.
- `idempotency_key`: Any text of the client's; the same request with the same key has its effect once in 24 hours.
- `body`
```ignore
let response = client.create_principal_token()
    .principal(principal)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_principal_token(&self) -> builder::CreatePrincipalToken<'_> {
        builder::CreatePrincipalToken::new(self)
    }
    /**Revoke a token of a principal

It opens nothing from then on, on any server a second later at most.

Needs an administrator of the registry, with a token that is not limited.

Sends a `DELETE` request to `/api/v1/principals/{principal}/tokens/{token}`

Arguments:
- `principal`: The principal.
- `token`: The identifier of the token.
```ignore
let response = client.revoke_principal_token()
    .principal(principal)
    .token(token)
    .send()
    .await;
```*/
    pub fn revoke_principal_token(&self) -> builder::RevokePrincipalToken<'_> {
        builder::RevokePrincipalToken::new(self)
    }
    /**Search models by name

Models whose name or namespace contains the text, by namespace and name.

Sends a `GET` request to `/api/v1/search`

Arguments:
- `page_size`: The most items of the page.
- `page_token`: The `next_page_token` of the page before.
- `q`: A part of the name of a model or of a namespace.
```ignore
let response = client.search_models()
    .page_size(page_size)
    .page_token(page_token)
    .q(q)
    .send()
    .await;
```*/
    pub fn search_models(&self) -> builder::SearchModels<'_> {
        builder::SearchModels::new(self)
    }
    /**Tell whether the server runs

Touches neither the database nor the blobs: a server that answers here need not be restarted.

Sends a `GET` request to `/healthz`

```ignore
let response = client.get_health()
    .send()
    .await;
```*/
    pub fn get_health(&self) -> builder::GetHealth<'_> {
        builder::GetHealth::new(self)
    }
    /**Show the metrics

Counts and durations of requests by method, route and status, as Prometheus text.

Sends a `GET` request to `/metrics`

```ignore
let response = client.get_metrics()
    .send()
    .await;
```*/
    pub fn get_metrics(&self) -> builder::GetMetrics<'_> {
        builder::GetMetrics::new(self)
    }
    /**Describe a kind of problem

Where the `type` of a problem leads.

Sends a `GET` request to `/problems/{code}`

Arguments:
- `code`: The stable name of a kind of problem.
```ignore
let response = client.get_problem_kind()
    .code(code)
    .send()
    .await;
```*/
    pub fn get_problem_kind(&self) -> builder::GetProblemKind<'_> {
        builder::GetProblemKind::new(self)
    }
    /**Tell whether the server can work

Asks the database and the blobs, and how much space is left. A server that is not ready should get no requests.

Sends a `GET` request to `/readyz`

```ignore
let response = client.get_readiness()
    .send()
    .await;
```*/
    pub fn get_readiness(&self) -> builder::GetReadiness<'_> {
        builder::GetReadiness::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::check_registry`]

[`Client::check_registry`]: super::Client::check_registry*/
    #[derive(Debug, Clone)]
    pub struct CheckRegistry<'a> {
        client: &'a super::Client,
        deep: Result<Option<bool>, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Nothing, String>,
    }
    impl<'a> CheckRegistry<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                deep: Ok(None),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn deep<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.deep = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for deep failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Nothing>,
            <V as std::convert::TryInto<types::Nothing>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Nothing` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Nothing) -> types::builder::Nothing,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/admin/fsck`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::FsckReport>, Error<types::Problem>> {
            let Self { client, deep, idempotency_key, body } = self;
            let deep = deep.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Nothing::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/api/v1/admin/fsck", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("deep", &deep))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "check_registry",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_events`]

[`Client::list_events`]: super::Client::list_events*/
    #[derive(Debug, Clone)]
    pub struct ListEvents<'a> {
        client: &'a super::Client,
        after: Result<Option<u64>, String>,
        last: Result<Option<u64>, String>,
        namespace: Result<::std::string::String, String>,
        page_size: Result<Option<u32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListEvents<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                after: Ok(None),
                last: Ok(None),
                namespace: Err("namespace was not initialized".to_string()),
                page_size: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn after<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u64>,
        {
            self.after = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u64` for after failed".to_string());
            self
        }
        pub fn last<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u64>,
        {
            self.last = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u64` for last failed".to_string());
            self
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u32>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u32` for page_size failed".to_string());
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/events`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::EventList>, Error<types::Problem>> {
            let Self { client, after, last, namespace, page_size, page_token } = self;
            let after = after.map_err(Error::InvalidRequest)?;
            let last = last.map_err(Error::InvalidRequest)?;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!("{}/api/v1/events", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("after", &after))
                .query(&progenitor_client::QueryParam::new("last", &last))
                .query(&progenitor_client::QueryParam::new("namespace", &namespace))
                .query(&progenitor_client::QueryParam::new("page_size", &page_size))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_events",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_me`]

[`Client::get_me`]: super::Client::get_me*/
    #[derive(Debug, Clone)]
    pub struct GetMe<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetMe<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/api/v1/me`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Me>, Error<types::Problem>> {
            let Self { client } = self;
            let url = format!("{}/api/v1/me", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_me",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_my_tokens`]

[`Client::list_my_tokens`]: super::Client::list_my_tokens*/
    #[derive(Debug, Clone)]
    pub struct ListMyTokens<'a> {
        client: &'a super::Client,
        page_size: Result<Option<u32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListMyTokens<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                page_size: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u32>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u32` for page_size failed".to_string());
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/me/tokens`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::TokenList>, Error<types::Problem>> {
            let Self { client, page_size, page_token } = self;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!("{}/api/v1/me/tokens", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page_size", &page_size))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_my_tokens",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_my_token`]

[`Client::create_my_token`]: super::Client::create_my_token*/
    #[derive(Debug, Clone)]
    pub struct CreateMyToken<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::TokenCreate, String>,
    }
    impl<'a> CreateMyToken<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TokenCreate>,
            <V as std::convert::TryInto<types::TokenCreate>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `TokenCreate` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::TokenCreate,
            ) -> types::builder::TokenCreate,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/me/tokens`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Token>, Error<types::Problem>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::TokenCreate::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/api/v1/me/tokens", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_my_token",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::revoke_my_token`]

[`Client::revoke_my_token`]: super::Client::revoke_my_token*/
    #[derive(Debug, Clone)]
    pub struct RevokeMyToken<'a> {
        client: &'a super::Client,
        token: Result<::std::string::String, String>,
    }
    impl<'a> RevokeMyToken<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                token: Err("token was not initialized".to_string()),
            }
        }
        pub fn token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.token = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/api/v1/me/tokens/{token}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Token>, Error<types::Problem>> {
            let Self { client, token } = self;
            let token = token.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/me/tokens/{}", client.baseurl, encode_path(& token
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "revoke_my_token",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_meta`]

[`Client::get_meta`]: super::Client::get_meta*/
    #[derive(Debug, Clone)]
    pub struct GetMeta<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetMeta<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/api/v1/meta`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Meta>, Error<types::Problem>> {
            let Self { client } = self;
            let url = format!("{}/api/v1/meta", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_meta",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_namespaces`]

[`Client::list_namespaces`]: super::Client::list_namespaces*/
    #[derive(Debug, Clone)]
    pub struct ListNamespaces<'a> {
        client: &'a super::Client,
        page_size: Result<Option<u32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListNamespaces<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                page_size: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u32>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u32` for page_size failed".to_string());
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::NamespaceList>, Error<types::Problem>> {
            let Self { client, page_size, page_token } = self;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!("{}/api/v1/namespaces", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page_size", &page_size))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_namespaces",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_namespace`]

[`Client::create_namespace`]: super::Client::create_namespace*/
    #[derive(Debug, Clone)]
    pub struct CreateNamespace<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::NamespaceCreate, String>,
    }
    impl<'a> CreateNamespace<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::NamespaceCreate>,
            <V as std::convert::TryInto<
                types::NamespaceCreate,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `NamespaceCreate` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::NamespaceCreate,
            ) -> types::builder::NamespaceCreate,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Namespace>, Error<types::Problem>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::NamespaceCreate::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/api/v1/namespaces", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_namespace",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_namespace`]

[`Client::get_namespace`]: super::Client::get_namespace*/
    #[derive(Debug, Clone)]
    pub struct GetNamespace<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
    }
    impl<'a> GetNamespace<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Namespace>, Error<types::Problem>> {
            let Self { client, namespace } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}", client.baseurl, encode_path(& namespace
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_namespace",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::update_namespace`]

[`Client::update_namespace`]: super::Client::update_namespace*/
    #[derive(Debug, Clone)]
    pub struct UpdateNamespace<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        if_match: Result<::std::string::String, String>,
        body: Result<types::builder::NamespaceUpdate, String>,
    }
    impl<'a> UpdateNamespace<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                if_match: Err("if_match was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::NamespaceUpdate>,
            <V as std::convert::TryInto<
                types::NamespaceUpdate,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `NamespaceUpdate` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::NamespaceUpdate,
            ) -> types::builder::NamespaceUpdate,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PATCH` request to `/api/v1/namespaces/{namespace}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Namespace>, Error<types::Problem>> {
            let Self { client, namespace, if_match, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::NamespaceUpdate::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}", client.baseurl, encode_path(& namespace
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            header_map.append("If-Match", if_match.to_string().try_into()?);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "update_namespace",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                412u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                428u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_members`]

[`Client::list_members`]: super::Client::list_members*/
    #[derive(Debug, Clone)]
    pub struct ListMembers<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        page_size: Result<Option<u32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListMembers<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                page_size: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u32>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u32` for page_size failed".to_string());
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/members`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::MemberList>, Error<types::Problem>> {
            let Self { client, namespace, page_size, page_token } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/members", client.baseurl, encode_path(&
                namespace.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page_size", &page_size))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_members",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::set_member`]

[`Client::set_member`]: super::Client::set_member*/
    #[derive(Debug, Clone)]
    pub struct SetMember<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        principal: Result<::std::string::String, String>,
        body: Result<types::builder::MemberSet, String>,
    }
    impl<'a> SetMember<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                principal: Err("principal was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn principal<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.principal = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for principal failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::MemberSet>,
            <V as std::convert::TryInto<types::MemberSet>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `MemberSet` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::MemberSet) -> types::builder::MemberSet,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PUT` request to `/api/v1/namespaces/{namespace}/members/{principal}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Member>, Error<types::Problem>> {
            let Self { client, namespace, principal, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let principal = principal.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::MemberSet::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/members/{}", client.baseurl, encode_path(&
                namespace.to_string()), encode_path(& principal.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "set_member",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::remove_member`]

[`Client::remove_member`]: super::Client::remove_member*/
    #[derive(Debug, Clone)]
    pub struct RemoveMember<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        principal: Result<::std::string::String, String>,
    }
    impl<'a> RemoveMember<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                principal: Err("principal was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn principal<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.principal = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for principal failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/api/v1/namespaces/{namespace}/members/{principal}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Member>, Error<types::Problem>> {
            let Self { client, namespace, principal } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let principal = principal.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/members/{}", client.baseurl, encode_path(&
                namespace.to_string()), encode_path(& principal.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "remove_member",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_models`]

[`Client::list_models`]: super::Client::list_models*/
    #[derive(Debug, Clone)]
    pub struct ListModels<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        page_size: Result<Option<u32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListModels<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                page_size: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u32>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u32` for page_size failed".to_string());
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ModelList>, Error<types::Problem>> {
            let Self { client, namespace, page_size, page_token } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models", client.baseurl, encode_path(& namespace
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page_size", &page_size))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_models",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_model`]

[`Client::create_model`]: super::Client::create_model*/
    #[derive(Debug, Clone)]
    pub struct CreateModel<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::ModelCreate, String>,
    }
    impl<'a> CreateModel<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ModelCreate>,
            <V as std::convert::TryInto<types::ModelCreate>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `ModelCreate` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::ModelCreate,
            ) -> types::builder::ModelCreate,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Model>, Error<types::Problem>> {
            let Self { client, namespace, idempotency_key, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::ModelCreate::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models", client.baseurl, encode_path(& namespace
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_model",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_model`]

[`Client::get_model`]: super::Client::get_model*/
    #[derive(Debug, Clone)]
    pub struct GetModel<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
    }
    impl<'a> GetModel<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Model>, Error<types::Problem>> {
            let Self { client, namespace, model } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}", client.baseurl, encode_path(&
                namespace.to_string()), encode_path(& model.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_model",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::update_model`]

[`Client::update_model`]: super::Client::update_model*/
    #[derive(Debug, Clone)]
    pub struct UpdateModel<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        if_match: Result<::std::string::String, String>,
        body: Result<types::builder::ModelUpdate, String>,
    }
    impl<'a> UpdateModel<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                if_match: Err("if_match was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ModelUpdate>,
            <V as std::convert::TryInto<types::ModelUpdate>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `ModelUpdate` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::ModelUpdate,
            ) -> types::builder::ModelUpdate,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PATCH` request to `/api/v1/namespaces/{namespace}/models/{model}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Model>, Error<types::Problem>> {
            let Self { client, namespace, model, if_match, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::ModelUpdate::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}", client.baseurl, encode_path(&
                namespace.to_string()), encode_path(& model.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            header_map.append("If-Match", if_match.to_string().try_into()?);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "update_model",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                412u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                428u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::archive_model`]

[`Client::archive_model`]: super::Client::archive_model*/
    #[derive(Debug, Clone)]
    pub struct ArchiveModel<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Nothing, String>,
    }
    impl<'a> ArchiveModel<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Nothing>,
            <V as std::convert::TryInto<types::Nothing>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Nothing` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Nothing) -> types::builder::Nothing,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/archive`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Model>, Error<types::Problem>> {
            let Self { client, namespace, model, idempotency_key, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Nothing::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/archive", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "archive_model",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_channels`]

[`Client::list_channels`]: super::Client::list_channels*/
    #[derive(Debug, Clone)]
    pub struct ListChannels<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        page_size: Result<Option<u32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListChannels<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                page_size: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u32>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u32` for page_size failed".to_string());
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/channels`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ChannelList>, Error<types::Problem>> {
            let Self { client, namespace, model, page_size, page_token } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/channels", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page_size", &page_size))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_channels",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_channel`]

[`Client::get_channel`]: super::Client::get_channel*/
    #[derive(Debug, Clone)]
    pub struct GetChannel<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        channel: Result<::std::string::String, String>,
        at: Result<Option<::jiff::Timestamp>, String>,
    }
    impl<'a> GetChannel<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                channel: Err("channel was not initialized".to_string()),
                at: Ok(None),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn channel<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.channel = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for channel failed"
                        .to_string()
                });
            self
        }
        pub fn at<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::jiff::Timestamp>,
        {
            self.at = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: jiff :: Timestamp` for at failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Channel>, Error<types::Problem>> {
            let Self { client, namespace, model, channel, at } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let channel = channel.map_err(Error::InvalidRequest)?;
            let at = at.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/channels/{}", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& channel.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("at", &at))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_channel",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::set_channel_policy`]

[`Client::set_channel_policy`]: super::Client::set_channel_policy*/
    #[derive(Debug, Clone)]
    pub struct SetChannelPolicy<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        channel: Result<::std::string::String, String>,
        if_match: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::ChannelPolicy, String>,
    }
    impl<'a> SetChannelPolicy<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                channel: Err("channel was not initialized".to_string()),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn channel<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.channel = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for channel failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ChannelPolicy>,
            <V as std::convert::TryInto<types::ChannelPolicy>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `ChannelPolicy` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::ChannelPolicy,
            ) -> types::builder::ChannelPolicy,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PUT` request to `/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Channel>, Error<types::Problem>> {
            let Self { client, namespace, model, channel, if_match, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let channel = channel.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::ChannelPolicy::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/channels/{}", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& channel.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "set_channel_policy",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::clear_channel`]

[`Client::clear_channel`]: super::Client::clear_channel*/
    #[derive(Debug, Clone)]
    pub struct ClearChannel<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        channel: Result<::std::string::String, String>,
        dry_run: Result<Option<bool>, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        if_match: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Clear, String>,
    }
    impl<'a> ClearChannel<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                channel: Err("channel was not initialized".to_string()),
                dry_run: Ok(None),
                idempotency_key: Ok(None),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn channel<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.channel = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for channel failed"
                        .to_string()
                });
            self
        }
        pub fn dry_run<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.dry_run = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for dry_run failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Clear>,
            <V as std::convert::TryInto<types::Clear>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Clear` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Clear) -> types::builder::Clear,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/clear`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Promotion>, Error<types::Problem>> {
            let Self {
                client,
                namespace,
                model,
                channel,
                dry_run,
                idempotency_key,
                if_match,
                body,
            } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let channel = channel.map_err(Error::InvalidRequest)?;
            let dry_run = dry_run.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Clear::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/channels/{}/clear", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& channel.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("dry_run", &dry_run))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "clear_channel",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::promote_channel`]

[`Client::promote_channel`]: super::Client::promote_channel*/
    #[derive(Debug, Clone)]
    pub struct PromoteChannel<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        channel: Result<::std::string::String, String>,
        dry_run: Result<Option<bool>, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        if_match: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Promote, String>,
    }
    impl<'a> PromoteChannel<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                channel: Err("channel was not initialized".to_string()),
                dry_run: Ok(None),
                idempotency_key: Ok(None),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn channel<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.channel = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for channel failed"
                        .to_string()
                });
            self
        }
        pub fn dry_run<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.dry_run = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for dry_run failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Promote>,
            <V as std::convert::TryInto<types::Promote>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Promote` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Promote) -> types::builder::Promote,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/promote`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Promotion>, Error<types::Problem>> {
            let Self {
                client,
                namespace,
                model,
                channel,
                dry_run,
                idempotency_key,
                if_match,
                body,
            } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let channel = channel.map_err(Error::InvalidRequest)?;
            let dry_run = dry_run.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Promote::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/channels/{}/promote", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& channel.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("dry_run", &dry_run))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "promote_channel",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_channel_revisions`]

[`Client::list_channel_revisions`]: super::Client::list_channel_revisions*/
    #[derive(Debug, Clone)]
    pub struct ListChannelRevisions<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        channel: Result<::std::string::String, String>,
        page_size: Result<Option<u32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListChannelRevisions<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                channel: Err("channel was not initialized".to_string()),
                page_size: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn channel<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.channel = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for channel failed"
                        .to_string()
                });
            self
        }
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u32>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u32` for page_size failed".to_string());
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/revisions`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ChannelRevisionList>, Error<types::Problem>> {
            let Self { client, namespace, model, channel, page_size, page_token } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let channel = channel.map_err(Error::InvalidRequest)?;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/channels/{}/revisions", client
                .baseurl, encode_path(& namespace.to_string()), encode_path(& model
                .to_string()), encode_path(& channel.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page_size", &page_size))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_channel_revisions",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::rollback_channel`]

[`Client::rollback_channel`]: super::Client::rollback_channel*/
    #[derive(Debug, Clone)]
    pub struct RollbackChannel<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        channel: Result<::std::string::String, String>,
        dry_run: Result<Option<bool>, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        if_match: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Rollback, String>,
    }
    impl<'a> RollbackChannel<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                channel: Err("channel was not initialized".to_string()),
                dry_run: Ok(None),
                idempotency_key: Ok(None),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn channel<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.channel = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for channel failed"
                        .to_string()
                });
            self
        }
        pub fn dry_run<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.dry_run = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for dry_run failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Rollback>,
            <V as std::convert::TryInto<types::Rollback>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Rollback` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Rollback) -> types::builder::Rollback,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::RollbackDone>, Error<types::Problem>> {
            let Self {
                client,
                namespace,
                model,
                channel,
                dry_run,
                idempotency_key,
                if_match,
                body,
            } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let channel = channel.map_err(Error::InvalidRequest)?;
            let dry_run = dry_run.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Rollback::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/channels/{}/rollback", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& channel.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("dry_run", &dry_run))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "rollback_channel",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_rollback_target`]

[`Client::get_rollback_target`]: super::Client::get_rollback_target*/
    #[derive(Debug, Clone)]
    pub struct GetRollbackTarget<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        channel: Result<::std::string::String, String>,
        strict: Result<Option<bool>, String>,
        to_revision: Result<Option<u64>, String>,
        to_version: Result<Option<::std::string::String>, String>,
    }
    impl<'a> GetRollbackTarget<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                channel: Err("channel was not initialized".to_string()),
                strict: Ok(None),
                to_revision: Ok(None),
                to_version: Ok(None),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn channel<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.channel = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for channel failed"
                        .to_string()
                });
            self
        }
        pub fn strict<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.strict = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for strict failed".to_string());
            self
        }
        pub fn to_revision<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u64>,
        {
            self.to_revision = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u64` for to_revision failed".to_string());
            self
        }
        pub fn to_version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.to_version = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for to_version failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback-target`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::RollbackPlan>, Error<types::Problem>> {
            let Self {
                client,
                namespace,
                model,
                channel,
                strict,
                to_revision,
                to_version,
            } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let channel = channel.map_err(Error::InvalidRequest)?;
            let strict = strict.map_err(Error::InvalidRequest)?;
            let to_revision = to_revision.map_err(Error::InvalidRequest)?;
            let to_version = to_version.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/channels/{}/rollback-target", client
                .baseurl, encode_path(& namespace.to_string()), encode_path(& model
                .to_string()), encode_path(& channel.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("strict", &strict))
                .query(&progenitor_client::QueryParam::new("to_revision", &to_revision))
                .query(&progenitor_client::QueryParam::new("to_version", &to_version))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_rollback_target",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::compare_versions`]

[`Client::compare_versions`]: super::Client::compare_versions*/
    #[derive(Debug, Clone)]
    pub struct CompareVersions<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        base: Result<::std::string::String, String>,
        head: Result<::std::string::String, String>,
    }
    impl<'a> CompareVersions<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                base: Err("base was not initialized".to_string()),
                head: Err("head was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn base<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.base = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for base failed"
                        .to_string()
                });
            self
        }
        pub fn head<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.head = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for head failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/compare`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Verdict>, Error<types::Problem>> {
            let Self { client, namespace, model, base, head } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let base = base.map_err(Error::InvalidRequest)?;
            let head = head.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/compare", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("base", &base))
                .query(&progenitor_client::QueryParam::new("head", &head))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "compare_versions",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::check_compatibility`]

[`Client::check_compatibility`]: super::Client::check_compatibility*/
    #[derive(Debug, Clone)]
    pub struct CheckCompatibility<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::CompatibilityCheck, String>,
    }
    impl<'a> CheckCompatibility<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CompatibilityCheck>,
            <V as std::convert::TryInto<
                types::CompatibilityCheck,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `CompatibilityCheck` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::CompatibilityCheck,
            ) -> types::builder::CompatibilityCheck,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/compatibility-checks`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Verdict>, Error<types::Problem>> {
            let Self { client, namespace, model, idempotency_key, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::CompatibilityCheck::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/compatibility-checks", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "check_compatibility",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_model_policy`]

[`Client::get_model_policy`]: super::Client::get_model_policy*/
    #[derive(Debug, Clone)]
    pub struct GetModelPolicy<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
    }
    impl<'a> GetModelPolicy<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/policy`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Policy>, Error<types::Problem>> {
            let Self { client, namespace, model } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/policy", client.baseurl, encode_path(&
                namespace.to_string()), encode_path(& model.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_model_policy",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::set_model_policy`]

[`Client::set_model_policy`]: super::Client::set_model_policy*/
    #[derive(Debug, Clone)]
    pub struct SetModelPolicy<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        if_match: Result<::std::string::String, String>,
        body: Result<types::builder::Policy, String>,
    }
    impl<'a> SetModelPolicy<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                if_match: Err("if_match was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Policy>,
            <V as std::convert::TryInto<types::Policy>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Policy` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Policy) -> types::builder::Policy,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PUT` request to `/api/v1/namespaces/{namespace}/models/{model}/policy`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Policy>, Error<types::Problem>> {
            let Self { client, namespace, model, if_match, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Policy::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/policy", client.baseurl, encode_path(&
                namespace.to_string()), encode_path(& model.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            header_map.append("If-Match", if_match.to_string().try_into()?);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "set_model_policy",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                412u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                428u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::resolve_version`]

[`Client::resolve_version`]: super::Client::resolve_version*/
    #[derive(Debug, Clone)]
    pub struct ResolveVersion<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        fallback: Result<Option<::std::string::String>, String>,
        prerelease: Result<Option<::std::string::String>, String>,
        ref_: Result<Option<::std::string::String>, String>,
        x_model_version: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ResolveVersion<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                fallback: Ok(None),
                prerelease: Ok(None),
                ref_: Ok(None),
                x_model_version: Ok(None),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn fallback<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.fallback = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for fallback failed"
                        .to_string()
                });
            self
        }
        pub fn prerelease<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.prerelease = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for prerelease failed"
                        .to_string()
                });
            self
        }
        pub fn ref_<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.ref_ = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for ref_ failed"
                        .to_string()
                });
            self
        }
        pub fn x_model_version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.x_model_version = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for x_model_version failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/resolve`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Resolution>, Error<types::Problem>> {
            let Self {
                client,
                namespace,
                model,
                fallback,
                prerelease,
                ref_,
                x_model_version,
            } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let fallback = fallback.map_err(Error::InvalidRequest)?;
            let prerelease = prerelease.map_err(Error::InvalidRequest)?;
            let ref_ = ref_.map_err(Error::InvalidRequest)?;
            let x_model_version = x_model_version.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/resolve", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = x_model_version {
                header_map.append("X-Model-Version", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("fallback", &fallback))
                .query(&progenitor_client::QueryParam::new("prerelease", &prerelease))
                .query(&progenitor_client::QueryParam::new("ref", &ref_))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "resolve_version",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::restore_model`]

[`Client::restore_model`]: super::Client::restore_model*/
    #[derive(Debug, Clone)]
    pub struct RestoreModel<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Nothing, String>,
    }
    impl<'a> RestoreModel<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Nothing>,
            <V as std::convert::TryInto<types::Nothing>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Nothing` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Nothing) -> types::builder::Nothing,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/restore`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Model>, Error<types::Problem>> {
            let Self { client, namespace, model, idempotency_key, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Nothing::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/restore", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "restore_model",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_upload`]

[`Client::create_upload`]: super::Client::create_upload*/
    #[derive(Debug, Clone)]
    pub struct CreateUpload<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::UploadCreate, String>,
    }
    impl<'a> CreateUpload<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::UploadCreate>,
            <V as std::convert::TryInto<types::UploadCreate>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `UploadCreate` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::UploadCreate,
            ) -> types::builder::UploadCreate,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Upload>, Error<types::Problem>> {
            let Self { client, namespace, model, idempotency_key, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::UploadCreate::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/uploads", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_upload",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                201u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_upload`]

[`Client::get_upload`]: super::Client::get_upload*/
    #[derive(Debug, Clone)]
    pub struct GetUpload<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        upload: Result<::std::string::String, String>,
    }
    impl<'a> GetUpload<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                upload: Err("upload was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn upload<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.upload = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for upload failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Upload>, Error<types::Problem>> {
            let Self { client, namespace, model, upload } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let upload = upload.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/uploads/{}", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& upload.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_upload",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::abort_upload`]

[`Client::abort_upload`]: super::Client::abort_upload*/
    #[derive(Debug, Clone)]
    pub struct AbortUpload<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        upload: Result<::std::string::String, String>,
    }
    impl<'a> AbortUpload<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                upload: Err("upload was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn upload<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.upload = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for upload failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::Problem>> {
            let Self { client, namespace, model, upload } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let upload = upload.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/uploads/{}", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& upload.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "abort_upload",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::complete_upload`]

[`Client::complete_upload`]: super::Client::complete_upload*/
    #[derive(Debug, Clone)]
    pub struct CompleteUpload<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        upload: Result<::std::string::String, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Nothing, String>,
    }
    impl<'a> CompleteUpload<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                upload: Err("upload was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn upload<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.upload = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for upload failed"
                        .to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Nothing>,
            <V as std::convert::TryInto<types::Nothing>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Nothing` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Nothing) -> types::builder::Nothing,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/complete`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Upload>, Error<types::Problem>> {
            let Self { client, namespace, model, upload, idempotency_key, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let upload = upload.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Nothing::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/uploads/{}/complete", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& upload.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "complete_upload",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                202u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::send_upload`]

[`Client::send_upload`]: super::Client::send_upload*/
    #[derive(Debug)]
    pub struct SendUpload<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        upload: Result<::std::string::String, String>,
        body: Result<reqwest::Body, String>,
    }
    impl<'a> SendUpload<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                upload: Err("upload was not initialized".to_string()),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn upload<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.upload = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for upload failed"
                        .to_string()
                });
            self
        }
        pub fn body<B>(mut self, value: B) -> Self
        where
            B: std::convert::TryInto<reqwest::Body>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `reqwest::Body` for body failed".to_string()
                });
            self
        }
        ///Sends a `PUT` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/content`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Upload>, Error<types::Problem>> {
            let Self { client, namespace, model, upload, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let upload = upload.map_err(Error::InvalidRequest)?;
            let body = body.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/uploads/{}/content", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& upload.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .header(
                    ::reqwest::header::CONTENT_TYPE,
                    ::reqwest::header::HeaderValue::from_static(
                        "application/octet-stream",
                    ),
                )
                .body(body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "send_upload",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_upload_part_links`]

[`Client::create_upload_part_links`]: super::Client::create_upload_part_links*/
    #[derive(Debug, Clone)]
    pub struct CreateUploadPartLinks<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        upload: Result<::std::string::String, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::PartLinksCreate, String>,
    }
    impl<'a> CreateUploadPartLinks<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                upload: Err("upload was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn upload<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.upload = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for upload failed"
                        .to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::PartLinksCreate>,
            <V as std::convert::TryInto<
                types::PartLinksCreate,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `PartLinksCreate` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::PartLinksCreate,
            ) -> types::builder::PartLinksCreate,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/part-links`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::PartLinks>, Error<types::Problem>> {
            let Self { client, namespace, model, upload, idempotency_key, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let upload = upload.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::PartLinksCreate::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/uploads/{}/part-links", client
                .baseurl, encode_path(& namespace.to_string()), encode_path(& model
                .to_string()), encode_path(& upload.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_upload_part_links",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::record_upload_parts`]

[`Client::record_upload_parts`]: super::Client::record_upload_parts*/
    #[derive(Debug, Clone)]
    pub struct RecordUploadParts<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        upload: Result<::std::string::String, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::PartsSent, String>,
    }
    impl<'a> RecordUploadParts<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                upload: Err("upload was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn upload<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.upload = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for upload failed"
                        .to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::PartsSent>,
            <V as std::convert::TryInto<types::PartsSent>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `PartsSent` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::PartsSent) -> types::builder::PartsSent,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Upload>, Error<types::Problem>> {
            let Self { client, namespace, model, upload, idempotency_key, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let upload = upload.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::PartsSent::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/uploads/{}/parts", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& upload.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "record_upload_parts",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::send_upload_part`]

[`Client::send_upload_part`]: super::Client::send_upload_part*/
    #[derive(Debug)]
    pub struct SendUploadPart<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        upload: Result<::std::string::String, String>,
        number: Result<u32, String>,
        content_digest: Result<::std::string::String, String>,
        body: Result<reqwest::Body, String>,
    }
    impl<'a> SendUploadPart<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                upload: Err("upload was not initialized".to_string()),
                number: Err("number was not initialized".to_string()),
                content_digest: Err("content_digest was not initialized".to_string()),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn upload<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.upload = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for upload failed"
                        .to_string()
                });
            self
        }
        pub fn number<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u32>,
        {
            self.number = value
                .try_into()
                .map_err(|_| "conversion to `u32` for number failed".to_string());
            self
        }
        pub fn content_digest<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.content_digest = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for content_digest failed"
                        .to_string()
                });
            self
        }
        pub fn body<B>(mut self, value: B) -> Self
        where
            B: std::convert::TryInto<reqwest::Body>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `reqwest::Body` for body failed".to_string()
                });
            self
        }
        ///Sends a `PUT` request to `/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts/{number}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::PartSummary>, Error<types::Problem>> {
            let Self {
                client,
                namespace,
                model,
                upload,
                number,
                content_digest,
                body,
            } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let upload = upload.map_err(Error::InvalidRequest)?;
            let number = number.map_err(Error::InvalidRequest)?;
            let content_digest = content_digest.map_err(Error::InvalidRequest)?;
            let body = body.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/uploads/{}/parts/{}", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& upload.to_string()), encode_path(& number.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            header_map.append("Content-Digest", content_digest.to_string().try_into()?);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .header(
                    ::reqwest::header::CONTENT_TYPE,
                    ::reqwest::header::HeaderValue::from_static(
                        "application/octet-stream",
                    ),
                )
                .body(body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "send_upload_part",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_versions`]

[`Client::list_versions`]: super::Client::list_versions*/
    #[derive(Debug, Clone)]
    pub struct ListVersions<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        page_size: Result<Option<u32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
        state: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListVersions<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                page_size: Ok(None),
                page_token: Ok(None),
                state: Ok(None),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u32>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u32` for page_size failed".to_string());
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        pub fn state<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.state = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for state failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/versions`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::VersionList>, Error<types::Problem>> {
            let Self { client, namespace, model, page_size, page_token, state } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let state = state.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page_size", &page_size))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .query(&progenitor_client::QueryParam::new("state", &state))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_versions",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::publish_version`]

[`Client::publish_version`]: super::Client::publish_version*/
    #[derive(Debug, Clone)]
    pub struct PublishVersion<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        dry_run: Result<Option<bool>, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::VersionCreate, String>,
    }
    impl<'a> PublishVersion<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                dry_run: Ok(None),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn dry_run<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.dry_run = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for dry_run failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::VersionCreate>,
            <V as std::convert::TryInto<types::VersionCreate>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `VersionCreate` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::VersionCreate,
            ) -> types::builder::VersionCreate,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/versions`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Version>, Error<types::Problem>> {
            let Self { client, namespace, model, dry_run, idempotency_key, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let dry_run = dry_run.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::VersionCreate::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("dry_run", &dry_run))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "publish_version",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                201u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_version`]

[`Client::get_version`]: super::Client::get_version*/
    #[derive(Debug, Clone)]
    pub struct GetVersion<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        version: Result<::std::string::String, String>,
    }
    impl<'a> GetVersion<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                version: Err("version was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.version = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for version failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Version>, Error<types::Problem>> {
            let Self { client, namespace, model, version } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let version = version.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions/{}", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& version.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_version",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::delete_version`]

[`Client::delete_version`]: super::Client::delete_version*/
    #[derive(Debug, Clone)]
    pub struct DeleteVersion<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        version: Result<::std::string::String, String>,
        dry_run: Result<Option<bool>, String>,
        reason: Result<Option<::std::string::String>, String>,
    }
    impl<'a> DeleteVersion<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                version: Err("version was not initialized".to_string()),
                dry_run: Ok(None),
                reason: Ok(None),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.version = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for version failed"
                        .to_string()
                });
            self
        }
        pub fn dry_run<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.dry_run = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for dry_run failed".to_string());
            self
        }
        pub fn reason<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.reason = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for reason failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Version>, Error<types::Problem>> {
            let Self { client, namespace, model, version, dry_run, reason } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let version = version.map_err(Error::InvalidRequest)?;
            let dry_run = dry_run.map_err(Error::InvalidRequest)?;
            let reason = reason.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions/{}", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& version.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("dry_run", &dry_run))
                .query(&progenitor_client::QueryParam::new("reason", &reason))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "delete_version",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::update_version`]

[`Client::update_version`]: super::Client::update_version*/
    #[derive(Debug, Clone)]
    pub struct UpdateVersion<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        version: Result<::std::string::String, String>,
        body: Result<types::builder::VersionUpdate, String>,
    }
    impl<'a> UpdateVersion<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                version: Err("version was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.version = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for version failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::VersionUpdate>,
            <V as std::convert::TryInto<types::VersionUpdate>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `VersionUpdate` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::VersionUpdate,
            ) -> types::builder::VersionUpdate,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PATCH` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Version>, Error<types::Problem>> {
            let Self { client, namespace, model, version, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let version = version.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::VersionUpdate::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions/{}", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& version.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "update_version",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_version_contract`]

[`Client::get_version_contract`]: super::Client::get_version_contract*/
    #[derive(Debug, Clone)]
    pub struct GetVersionContract<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        version: Result<::std::string::String, String>,
    }
    impl<'a> GetVersionContract<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                version: Err("version was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.version = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for version failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/contract`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
            Error<types::Problem>,
        > {
            let Self { client, namespace, model, version } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let version = version.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions/{}/contract", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& version.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_version_contract",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::deprecate_version`]

[`Client::deprecate_version`]: super::Client::deprecate_version*/
    #[derive(Debug, Clone)]
    pub struct DeprecateVersion<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        version: Result<::std::string::String, String>,
        dry_run: Result<Option<bool>, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::StateChange, String>,
    }
    impl<'a> DeprecateVersion<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                version: Err("version was not initialized".to_string()),
                dry_run: Ok(None),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.version = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for version failed"
                        .to_string()
                });
            self
        }
        pub fn dry_run<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.dry_run = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for dry_run failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StateChange>,
            <V as std::convert::TryInto<types::StateChange>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `StateChange` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::StateChange,
            ) -> types::builder::StateChange,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/deprecate`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Version>, Error<types::Problem>> {
            let Self {
                client,
                namespace,
                model,
                version,
                dry_run,
                idempotency_key,
                body,
            } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let version = version.map_err(Error::InvalidRequest)?;
            let dry_run = dry_run.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::StateChange::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions/{}/deprecate", client
                .baseurl, encode_path(& namespace.to_string()), encode_path(& model
                .to_string()), encode_path(& version.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("dry_run", &dry_run))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "deprecate_version",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::disable_version`]

[`Client::disable_version`]: super::Client::disable_version*/
    #[derive(Debug, Clone)]
    pub struct DisableVersion<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        version: Result<::std::string::String, String>,
        dry_run: Result<Option<bool>, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::StateChange, String>,
    }
    impl<'a> DisableVersion<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                version: Err("version was not initialized".to_string()),
                dry_run: Ok(None),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.version = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for version failed"
                        .to_string()
                });
            self
        }
        pub fn dry_run<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.dry_run = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for dry_run failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StateChange>,
            <V as std::convert::TryInto<types::StateChange>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `StateChange` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::StateChange,
            ) -> types::builder::StateChange,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/disable`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Version>, Error<types::Problem>> {
            let Self {
                client,
                namespace,
                model,
                version,
                dry_run,
                idempotency_key,
                body,
            } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let version = version.map_err(Error::InvalidRequest)?;
            let dry_run = dry_run.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::StateChange::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions/{}/disable", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& version.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("dry_run", &dry_run))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "disable_version",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::enable_version`]

[`Client::enable_version`]: super::Client::enable_version*/
    #[derive(Debug, Clone)]
    pub struct EnableVersion<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        version: Result<::std::string::String, String>,
        dry_run: Result<Option<bool>, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::StateChange, String>,
    }
    impl<'a> EnableVersion<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                version: Err("version was not initialized".to_string()),
                dry_run: Ok(None),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.version = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for version failed"
                        .to_string()
                });
            self
        }
        pub fn dry_run<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.dry_run = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for dry_run failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StateChange>,
            <V as std::convert::TryInto<types::StateChange>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `StateChange` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::StateChange,
            ) -> types::builder::StateChange,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/enable`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Version>, Error<types::Problem>> {
            let Self {
                client,
                namespace,
                model,
                version,
                dry_run,
                idempotency_key,
                body,
            } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let version = version.map_err(Error::InvalidRequest)?;
            let dry_run = dry_run.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::StateChange::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions/{}/enable", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& version.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("dry_run", &dry_run))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "enable_version",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_version_files`]

[`Client::list_version_files`]: super::Client::list_version_files*/
    #[derive(Debug, Clone)]
    pub struct ListVersionFiles<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        version: Result<::std::string::String, String>,
    }
    impl<'a> ListVersionFiles<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                version: Err("version was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.version = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for version failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::FileList>, Error<types::Problem>> {
            let Self { client, namespace, model, version } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let version = version.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions/{}/files", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& version.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_version_files",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::download_file`]

[`Client::download_file`]: super::Client::download_file*/
    #[derive(Debug, Clone)]
    pub struct DownloadFile<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        version: Result<::std::string::String, String>,
        path: Result<::std::string::String, String>,
        if_none_match: Result<Option<::std::string::String>, String>,
        if_range: Result<Option<::std::string::String>, String>,
        range: Result<Option<::std::string::String>, String>,
    }
    impl<'a> DownloadFile<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                version: Err("version was not initialized".to_string()),
                path: Err("path was not initialized".to_string()),
                if_none_match: Ok(None),
                if_range: Ok(None),
                range: Ok(None),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.version = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for version failed"
                        .to_string()
                });
            self
        }
        pub fn path<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.path = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for path failed"
                        .to_string()
                });
            self
        }
        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_none_match failed"
                        .to_string()
                });
            self
        }
        pub fn if_range<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_range = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_range failed"
                        .to_string()
                });
            self
        }
        pub fn range<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.range = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for range failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files/{path}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::Problem>> {
            let Self {
                client,
                namespace,
                model,
                version,
                path,
                if_none_match,
                if_range,
                range,
            } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let version = version.map_err(Error::InvalidRequest)?;
            let path = path.map_err(Error::InvalidRequest)?;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let if_range = if_range.map_err(Error::InvalidRequest)?;
            let range = range.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions/{}/files/{}", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& version.to_string()), encode_path(& path.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(4usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            if let Some(value) = if_range {
                header_map.append("If-Range", value.to_string().try_into()?);
            }
            if let Some(value) = range {
                header_map.append("Range", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.get(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "download_file",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::stream(response)),
                206u16 => Ok(ResponseValue::stream(response)),
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_version_manifest`]

[`Client::get_version_manifest`]: super::Client::get_version_manifest*/
    #[derive(Debug, Clone)]
    pub struct GetVersionManifest<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        version: Result<::std::string::String, String>,
    }
    impl<'a> GetVersionManifest<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                version: Err("version was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.version = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for version failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/manifest`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
            Error<types::Problem>,
        > {
            let Self { client, namespace, model, version } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let version = version.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions/{}/manifest", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& version.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_version_manifest",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::undeprecate_version`]

[`Client::undeprecate_version`]: super::Client::undeprecate_version*/
    #[derive(Debug, Clone)]
    pub struct UndeprecateVersion<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        version: Result<::std::string::String, String>,
        dry_run: Result<Option<bool>, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::StateChange, String>,
    }
    impl<'a> UndeprecateVersion<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                version: Err("version was not initialized".to_string()),
                dry_run: Ok(None),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.version = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for version failed"
                        .to_string()
                });
            self
        }
        pub fn dry_run<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.dry_run = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for dry_run failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StateChange>,
            <V as std::convert::TryInto<types::StateChange>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `StateChange` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::StateChange,
            ) -> types::builder::StateChange,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/undeprecate`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Version>, Error<types::Problem>> {
            let Self {
                client,
                namespace,
                model,
                version,
                dry_run,
                idempotency_key,
                body,
            } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let version = version.map_err(Error::InvalidRequest)?;
            let dry_run = dry_run.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::StateChange::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions/{}/undeprecate", client
                .baseurl, encode_path(& namespace.to_string()), encode_path(& model
                .to_string()), encode_path(& version.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("dry_run", &dry_run))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "undeprecate_version",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::unyank_version`]

[`Client::unyank_version`]: super::Client::unyank_version*/
    #[derive(Debug, Clone)]
    pub struct UnyankVersion<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        version: Result<::std::string::String, String>,
        dry_run: Result<Option<bool>, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::StateChange, String>,
    }
    impl<'a> UnyankVersion<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                version: Err("version was not initialized".to_string()),
                dry_run: Ok(None),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.version = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for version failed"
                        .to_string()
                });
            self
        }
        pub fn dry_run<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.dry_run = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for dry_run failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StateChange>,
            <V as std::convert::TryInto<types::StateChange>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `StateChange` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::StateChange,
            ) -> types::builder::StateChange,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/unyank`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Version>, Error<types::Problem>> {
            let Self {
                client,
                namespace,
                model,
                version,
                dry_run,
                idempotency_key,
                body,
            } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let version = version.map_err(Error::InvalidRequest)?;
            let dry_run = dry_run.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::StateChange::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions/{}/unyank", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& version.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("dry_run", &dry_run))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "unyank_version",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_version_verdict`]

[`Client::get_version_verdict`]: super::Client::get_version_verdict*/
    #[derive(Debug, Clone)]
    pub struct GetVersionVerdict<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        version: Result<::std::string::String, String>,
    }
    impl<'a> GetVersionVerdict<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                version: Err("version was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.version = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for version failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/verdict`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Verdict>, Error<types::Problem>> {
            let Self { client, namespace, model, version } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let version = version.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions/{}/verdict", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& version.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_version_verdict",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::yank_version`]

[`Client::yank_version`]: super::Client::yank_version*/
    #[derive(Debug, Clone)]
    pub struct YankVersion<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        model: Result<::std::string::String, String>,
        version: Result<::std::string::String, String>,
        dry_run: Result<Option<bool>, String>,
        force: Result<Option<bool>, String>,
        rollback_channels: Result<Option<bool>, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::StateChange, String>,
    }
    impl<'a> YankVersion<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                model: Err("model was not initialized".to_string()),
                version: Err("version was not initialized".to_string()),
                dry_run: Ok(None),
                force: Ok(None),
                rollback_channels: Ok(None),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn version<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.version = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for version failed"
                        .to_string()
                });
            self
        }
        pub fn dry_run<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.dry_run = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for dry_run failed".to_string());
            self
        }
        pub fn force<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.force = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for force failed".to_string());
            self
        }
        pub fn rollback_channels<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.rollback_channels = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `bool` for rollback_channels failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StateChange>,
            <V as std::convert::TryInto<types::StateChange>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `StateChange` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::StateChange,
            ) -> types::builder::StateChange,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/yank`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Version>, Error<types::Problem>> {
            let Self {
                client,
                namespace,
                model,
                version,
                dry_run,
                force,
                rollback_channels,
                idempotency_key,
                body,
            } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let model = model.map_err(Error::InvalidRequest)?;
            let version = version.map_err(Error::InvalidRequest)?;
            let dry_run = dry_run.map_err(Error::InvalidRequest)?;
            let force = force.map_err(Error::InvalidRequest)?;
            let rollback_channels = rollback_channels.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::StateChange::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/models/{}/versions/{}/yank", client.baseurl,
                encode_path(& namespace.to_string()), encode_path(& model.to_string()),
                encode_path(& version.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("dry_run", &dry_run))
                .query(&progenitor_client::QueryParam::new("force", &force))
                .query(
                    &progenitor_client::QueryParam::new(
                        "rollback_channels",
                        &rollback_channels,
                    ),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "yank_version",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_namespace_policy`]

[`Client::get_namespace_policy`]: super::Client::get_namespace_policy*/
    #[derive(Debug, Clone)]
    pub struct GetNamespacePolicy<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
    }
    impl<'a> GetNamespacePolicy<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/namespaces/{namespace}/policy`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Policy>, Error<types::Problem>> {
            let Self { client, namespace } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/policy", client.baseurl, encode_path(& namespace
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_namespace_policy",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::set_namespace_policy`]

[`Client::set_namespace_policy`]: super::Client::set_namespace_policy*/
    #[derive(Debug, Clone)]
    pub struct SetNamespacePolicy<'a> {
        client: &'a super::Client,
        namespace: Result<::std::string::String, String>,
        if_match: Result<::std::string::String, String>,
        body: Result<types::builder::Policy, String>,
    }
    impl<'a> SetNamespacePolicy<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                namespace: Err("namespace was not initialized".to_string()),
                if_match: Err("if_match was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn namespace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.namespace = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for namespace failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Policy>,
            <V as std::convert::TryInto<types::Policy>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Policy` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Policy) -> types::builder::Policy,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PUT` request to `/api/v1/namespaces/{namespace}/policy`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Policy>, Error<types::Problem>> {
            let Self { client, namespace, if_match, body } = self;
            let namespace = namespace.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Policy::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/namespaces/{}/policy", client.baseurl, encode_path(& namespace
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            header_map.append("If-Match", if_match.to_string().try_into()?);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "set_namespace_policy",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                412u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                428u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_principals`]

[`Client::list_principals`]: super::Client::list_principals*/
    #[derive(Debug, Clone)]
    pub struct ListPrincipals<'a> {
        client: &'a super::Client,
        page_size: Result<Option<u32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListPrincipals<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                page_size: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u32>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u32` for page_size failed".to_string());
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/principals`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::PrincipalList>, Error<types::Problem>> {
            let Self { client, page_size, page_token } = self;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!("{}/api/v1/principals", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page_size", &page_size))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_principals",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_principal`]

[`Client::create_principal`]: super::Client::create_principal*/
    #[derive(Debug, Clone)]
    pub struct CreatePrincipal<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::PrincipalCreate, String>,
    }
    impl<'a> CreatePrincipal<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::PrincipalCreate>,
            <V as std::convert::TryInto<
                types::PrincipalCreate,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `PrincipalCreate` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::PrincipalCreate,
            ) -> types::builder::PrincipalCreate,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/principals`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Principal>, Error<types::Problem>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::PrincipalCreate::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/api/v1/principals", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_principal",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_principal`]

[`Client::get_principal`]: super::Client::get_principal*/
    #[derive(Debug, Clone)]
    pub struct GetPrincipal<'a> {
        client: &'a super::Client,
        principal: Result<::std::string::String, String>,
    }
    impl<'a> GetPrincipal<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                principal: Err("principal was not initialized".to_string()),
            }
        }
        pub fn principal<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.principal = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for principal failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/principals/{principal}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Principal>, Error<types::Problem>> {
            let Self { client, principal } = self;
            let principal = principal.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/principals/{}", client.baseurl, encode_path(& principal
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_principal",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::update_principal`]

[`Client::update_principal`]: super::Client::update_principal*/
    #[derive(Debug, Clone)]
    pub struct UpdatePrincipal<'a> {
        client: &'a super::Client,
        principal: Result<::std::string::String, String>,
        body: Result<types::builder::PrincipalUpdate, String>,
    }
    impl<'a> UpdatePrincipal<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                principal: Err("principal was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn principal<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.principal = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for principal failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::PrincipalUpdate>,
            <V as std::convert::TryInto<
                types::PrincipalUpdate,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `PrincipalUpdate` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::PrincipalUpdate,
            ) -> types::builder::PrincipalUpdate,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PATCH` request to `/api/v1/principals/{principal}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Principal>, Error<types::Problem>> {
            let Self { client, principal, body } = self;
            let principal = principal.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::PrincipalUpdate::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/principals/{}", client.baseurl, encode_path(& principal
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "update_principal",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_principal_tokens`]

[`Client::list_principal_tokens`]: super::Client::list_principal_tokens*/
    #[derive(Debug, Clone)]
    pub struct ListPrincipalTokens<'a> {
        client: &'a super::Client,
        principal: Result<::std::string::String, String>,
        page_size: Result<Option<u32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListPrincipalTokens<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                principal: Err("principal was not initialized".to_string()),
                page_size: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn principal<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.principal = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for principal failed"
                        .to_string()
                });
            self
        }
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u32>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u32` for page_size failed".to_string());
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/principals/{principal}/tokens`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::TokenList>, Error<types::Problem>> {
            let Self { client, principal, page_size, page_token } = self;
            let principal = principal.map_err(Error::InvalidRequest)?;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/principals/{}/tokens", client.baseurl, encode_path(& principal
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page_size", &page_size))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_principal_tokens",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_principal_token`]

[`Client::create_principal_token`]: super::Client::create_principal_token*/
    #[derive(Debug, Clone)]
    pub struct CreatePrincipalToken<'a> {
        client: &'a super::Client,
        principal: Result<::std::string::String, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::TokenCreate, String>,
    }
    impl<'a> CreatePrincipalToken<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                principal: Err("principal was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn principal<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.principal = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for principal failed"
                        .to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TokenCreate>,
            <V as std::convert::TryInto<types::TokenCreate>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `TokenCreate` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::TokenCreate,
            ) -> types::builder::TokenCreate,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/v1/principals/{principal}/tokens`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Token>, Error<types::Problem>> {
            let Self { client, principal, idempotency_key, body } = self;
            let principal = principal.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::TokenCreate::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/principals/{}/tokens", client.baseurl, encode_path(& principal
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_principal_token",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::revoke_principal_token`]

[`Client::revoke_principal_token`]: super::Client::revoke_principal_token*/
    #[derive(Debug, Clone)]
    pub struct RevokePrincipalToken<'a> {
        client: &'a super::Client,
        principal: Result<::std::string::String, String>,
        token: Result<::std::string::String, String>,
    }
    impl<'a> RevokePrincipalToken<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                principal: Err("principal was not initialized".to_string()),
                token: Err("token was not initialized".to_string()),
            }
        }
        pub fn principal<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.principal = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for principal failed"
                        .to_string()
                });
            self
        }
        pub fn token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.token = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/api/v1/principals/{principal}/tokens/{token}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Token>, Error<types::Problem>> {
            let Self { client, principal, token } = self;
            let principal = principal.map_err(Error::InvalidRequest)?;
            let token = token.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/v1/principals/{}/tokens/{}", client.baseurl, encode_path(&
                principal.to_string()), encode_path(& token.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "revoke_principal_token",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::search_models`]

[`Client::search_models`]: super::Client::search_models*/
    #[derive(Debug, Clone)]
    pub struct SearchModels<'a> {
        client: &'a super::Client,
        page_size: Result<Option<u32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
        q: Result<::std::string::String, String>,
    }
    impl<'a> SearchModels<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                page_size: Ok(None),
                page_token: Ok(None),
                q: Err("q was not initialized".to_string()),
            }
        }
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u32>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u32` for page_size failed".to_string());
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        pub fn q<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.q = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for q failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/v1/search`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SearchHitList>, Error<types::Problem>> {
            let Self { client, page_size, page_token, q } = self;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let q = q.map_err(Error::InvalidRequest)?;
            let url = format!("{}/api/v1/search", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page_size", &page_size))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .query(&progenitor_client::QueryParam::new("q", &q))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "search_models",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_health`]

[`Client::get_health`]: super::Client::get_health*/
    #[derive(Debug, Clone)]
    pub struct GetHealth<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetHealth<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/healthz`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Health>, Error<types::Problem>> {
            let Self { client } = self;
            let url = format!("{}/healthz", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_health",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_metrics`]

[`Client::get_metrics`]: super::Client::get_metrics*/
    #[derive(Debug, Clone)]
    pub struct GetMetrics<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetMetrics<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/metrics`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::Problem>> {
            let Self { client } = self;
            let url = format!("{}/metrics", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client.client.get(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "get_metrics",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::stream(response)),
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_problem_kind`]

[`Client::get_problem_kind`]: super::Client::get_problem_kind*/
    #[derive(Debug, Clone)]
    pub struct GetProblemKind<'a> {
        client: &'a super::Client,
        code: Result<::std::string::String, String>,
    }
    impl<'a> GetProblemKind<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                code: Err("code was not initialized".to_string()),
            }
        }
        pub fn code<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.code = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for code failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/problems/{code}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ProblemKind>, Error<types::Problem>> {
            let Self { client, code } = self;
            let code = code.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/problems/{}", client.baseurl, encode_path(& code.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_problem_kind",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_readiness`]

[`Client::get_readiness`]: super::Client::get_readiness*/
    #[derive(Debug, Clone)]
    pub struct GetReadiness<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetReadiness<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/readyz`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Health>, Error<types::Problem>> {
            let Self { client } = self;
            let url = format!("{}/readyz", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_readiness",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
