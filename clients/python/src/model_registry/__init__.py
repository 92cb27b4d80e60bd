"""Publish, resolve and pull models of a registry that refuses a version number that lies.

>>> from model_registry import Registry
>>> with Registry("https://registry.example", token) as registry:  # doctest: +SKIP
...     registry.resolve("acme/fraud@^2.1").version
"""

from .aio import AsyncRegistry
from .calls import About, Facts
from .core.models import ChannelRevision, Promotion, Resolution, RollbackDone, Verdict, Version
from .errors import (
    Conflict,
    Forbidden,
    Gone,
    IntegrityError,
    InvalidRequest,
    NotFound,
    PromotionRefused,
    PublishRefused,
    RateLimited,
    RegistryError,
    StaleRevision,
    Unauthenticated,
    Unavailable,
    UnexpectedAnswer,
    VersionExists,
    Violation,
)
from .onnx import load_onnx
from .pull import Pulled
from .registry import Registry
from .report import report
from .version import __version__

__all__ = [
    "About",
    "AsyncRegistry",
    "ChannelRevision",
    "Conflict",
    "Facts",
    "Forbidden",
    "Gone",
    "IntegrityError",
    "InvalidRequest",
    "NotFound",
    "Promotion",
    "PromotionRefused",
    "PublishRefused",
    "Pulled",
    "RateLimited",
    "Registry",
    "RegistryError",
    "Resolution",
    "RollbackDone",
    "StaleRevision",
    "Unauthenticated",
    "Unavailable",
    "UnexpectedAnswer",
    "Verdict",
    "Version",
    "VersionExists",
    "Violation",
    "__version__",
    "load_onnx",
    "report",
]
