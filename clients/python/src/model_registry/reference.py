"""References: `namespace/model` or `namespace/model@SELECTOR`; and the lines of version numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:[-+][0-9A-Za-z.+-]+)?")


@dataclass(frozen=True)
class Reference:
    """A model, and perhaps which of its versions is asked for."""

    namespace: str
    model: str
    selector: str | None = None

    @classmethod
    def parse(cls, text: str) -> Reference:
        """Reads `namespace/model@selector`; the server knows what a good name and a good selector are.

        Raises:
            ValueError: If there is not exactly one `/` before the selector.
        """
        path, at, selector = text.partition("@")
        namespace, _, model = path.partition("/")
        if not namespace or not model or "/" in model or (at and not selector):
            raise ValueError(f"`{text}` is not a reference; write `namespace/model` or `namespace/model@1.4.0`")
        return cls(namespace, model, selector if at else None)

    @classmethod
    def of_model(cls, text: str) -> Reference:
        """Reads `namespace/model`.

        Raises:
            ValueError: If the text is no such reference, or names a version.
        """
        reference = cls.parse(text)
        if reference.selector is not None:
            raise ValueError(f"`{text}` names a version; write `{reference.namespace}/{reference.model}`")
        return reference

    @classmethod
    def of_version(cls, text: str) -> tuple[Reference, str]:
        """Reads `namespace/model@1.2.3`, with exactly one version.

        Raises:
            ValueError: If the text names no exact version.
        """
        reference = cls.parse(text)
        if reference.selector is None or not _VERSION.fullmatch(reference.selector):
            name = f"{reference.namespace}/{reference.model}"
            raise ValueError(f"`{text}` does not name one version; write `{name}@1.2.3`")
        return reference, reference.selector


def line_of(version: str) -> str:
    """The compatibility line of a version: its leading number that is not 0, with what stands before it.

    Raises:
        ValueError: If the text is no version.
    """
    match = _VERSION.fullmatch(version)
    if match is None:
        raise ValueError(f"`{version}` is not a version; write it like `1.4.0`")
    major, minor, patch = match.groups()
    if major != "0":
        return str(major)
    return f"0.{minor}" if minor != "0" else f"0.0.{patch}"
