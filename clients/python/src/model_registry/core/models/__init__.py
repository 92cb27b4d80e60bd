"""Contains all the data models used in inputs/outputs"""

from .affected_file import AffectedFile
from .bump import Bump
from .change import Change
from .channel import Channel
from .channel_compat import ChannelCompat
from .channel_list import ChannelList
from .channel_policy import ChannelPolicy
from .channel_revision import ChannelRevision
from .channel_revision_list import ChannelRevisionList
from .clear import Clear
from .compatibility_check import CompatibilityCheck
from .compatibility_check_artifact import CompatibilityCheckArtifact
from .compatibility_check_contract import CompatibilityCheckContract
from .compatibility_check_declared import CompatibilityCheckDeclared
from .compatibility_check_evaluation import CompatibilityCheckEvaluation
from .event import Event
from .event_data import EventData
from .event_list import EventList
from .fallback_reason import FallbackReason
from .file import File
from .file_list import FileList
from .file_ref import FileRef
from .fsck_report import FsckReport
from .get_openapi_30_response_200 import GetOpenapi30Response200
from .get_openapi_response_200 import GetOpenapiResponse200
from .get_version_contract_response_200 import GetVersionContractResponse200
from .get_version_manifest_response_200 import GetVersionManifestResponse200
from .health import Health
from .impact import Impact
from .limits import Limits
from .me import Me
from .member import Member
from .member_list import MemberList
from .member_set import MemberSet
from .membership import Membership
from .meta import Meta
from .model import Model
from .model_create import ModelCreate
from .model_create_labels import ModelCreateLabels
from .model_labels import ModelLabels
from .model_list import ModelList
from .model_update import ModelUpdate
from .model_update_labels import ModelUpdateLabels
from .namespace import Namespace
from .namespace_create import NamespaceCreate
from .namespace_list import NamespaceList
from .namespace_update import NamespaceUpdate
from .nothing import Nothing
from .part_link import PartLink
from .part_link_headers import PartLinkHeaders
from .part_links import PartLinks
from .part_links_create import PartLinksCreate
from .part_sent import PartSent
from .part_summary import PartSummary
from .part_wanted import PartWanted
from .parts_sent import PartsSent
from .policy import Policy
from .policy_compat import PolicyCompat
from .policy_compat_rules import PolicyCompatRules
from .policy_files import PolicyFiles
from .policy_override import PolicyOverride
from .policy_ref import PolicyRef
from .policy_resolve import PolicyResolve
from .principal import Principal
from .principal_create import PrincipalCreate
from .principal_list import PrincipalList
from .principal_update import PrincipalUpdate
from .problem import Problem
from .problem_details import ProblemDetails
from .problem_fault import ProblemFault
from .problem_kind import ProblemKind
from .promote import Promote
from .promotion import Promotion
from .resolution import Resolution
from .resolution_warning import ResolutionWarning
from .rollback import Rollback
from .rollback_done import RollbackDone
from .rollback_plan import RollbackPlan
from .scope import Scope
from .search_hit import SearchHit
from .search_hit_list import SearchHitList
from .skipped_target import SkippedTarget
from .state_change import StateChange
from .token import Token
from .token_create import TokenCreate
from .token_list import TokenList
from .unsafe_file import UnsafeFile
from .upload import Upload
from .upload_create import UploadCreate
from .upload_state import UploadState
from .verdict import Verdict
from .version import Version
from .version_create import VersionCreate
from .version_create_declared import VersionCreateDeclared
from .version_create_evaluation import VersionCreateEvaluation
from .version_create_labels import VersionCreateLabels
from .version_create_lineage import VersionCreateLineage
from .version_labels import VersionLabels
from .version_list import VersionList
from .version_update import VersionUpdate
from .version_update_labels import VersionUpdateLabels
from .why import Why

__all__ = (
    "AffectedFile",
    "Bump",
    "Change",
    "Channel",
    "ChannelCompat",
    "ChannelList",
    "ChannelPolicy",
    "ChannelRevision",
    "ChannelRevisionList",
    "Clear",
    "CompatibilityCheck",
    "CompatibilityCheckArtifact",
    "CompatibilityCheckContract",
    "CompatibilityCheckDeclared",
    "CompatibilityCheckEvaluation",
    "Event",
    "EventData",
    "EventList",
    "FallbackReason",
    "File",
    "FileList",
    "FileRef",
    "FsckReport",
    "GetOpenapi30Response200",
    "GetOpenapiResponse200",
    "GetVersionContractResponse200",
    "GetVersionManifestResponse200",
    "Health",
    "Impact",
    "Limits",
    "Me",
    "Member",
    "MemberList",
    "MemberSet",
    "Membership",
    "Meta",
    "Model",
    "ModelCreate",
    "ModelCreateLabels",
    "ModelLabels",
    "ModelList",
    "ModelUpdate",
    "ModelUpdateLabels",
    "Namespace",
    "NamespaceCreate",
    "NamespaceList",
    "NamespaceUpdate",
    "Nothing",
    "PartLink",
    "PartLinkHeaders",
    "PartLinks",
    "PartLinksCreate",
    "PartSent",
    "PartsSent",
    "PartSummary",
    "PartWanted",
    "Policy",
    "PolicyCompat",
    "PolicyCompatRules",
    "PolicyFiles",
    "PolicyOverride",
    "PolicyRef",
    "PolicyResolve",
    "Principal",
    "PrincipalCreate",
    "PrincipalList",
    "PrincipalUpdate",
    "Problem",
    "ProblemDetails",
    "ProblemFault",
    "ProblemKind",
    "Promote",
    "Promotion",
    "Resolution",
    "ResolutionWarning",
    "Rollback",
    "RollbackDone",
    "RollbackPlan",
    "Scope",
    "SearchHit",
    "SearchHitList",
    "SkippedTarget",
    "StateChange",
    "Token",
    "TokenCreate",
    "TokenList",
    "UnsafeFile",
    "Upload",
    "UploadCreate",
    "UploadState",
    "Verdict",
    "Version",
    "VersionCreate",
    "VersionCreateDeclared",
    "VersionCreateEvaluation",
    "VersionCreateLabels",
    "VersionCreateLineage",
    "VersionLabels",
    "VersionList",
    "VersionUpdate",
    "VersionUpdateLabels",
    "Why",
)
