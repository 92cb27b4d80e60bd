from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.affected_file import AffectedFile


T = TypeVar("T", bound="FsckReport")


@_attrs_define
class FsckReport:
    """Whether the rows of the registry and its bytes say the same.

    Attributes:
        affected (list[AffectedFile]): The files of versions that these blobs are for. Publishing the same files again
            repairs them.
        checked_blobs (int): The number of recorded blobs that were looked up. Example: 12.
        checked_versions (int): The number of versions whose files were looked up. Example: 9.
        clean (bool): Whether every recorded byte is there. Example: True.
        leftovers (list[str]): What lies in staging and belongs to no upload: a sweep removes it when it is old.
        missing (list[str]): Recorded blobs without bytes, and versions that name a blob that is not recorded.
        open_uploads (int): The number of uploads in parts that are not complete.
        orphans (list[str]): Objects that no row records: waste, such as an upload that was never finished. They do no
            harm.
        unreadable (list[str]): Blobs that the store cannot read although it answers, such as those on a broken sector
            of a disk.
        wrong_digest (list[str]): Blobs with other bytes than recorded; only a deep check reads them. Once found they
            stay here, and are asked for
            again, until they were sent again or a deep check finds them sound.
        wrong_size (list[str]): Blobs of another size than recorded.
    """

    affected: list[AffectedFile]
    checked_blobs: int
    checked_versions: int
    clean: bool
    leftovers: list[str]
    missing: list[str]
    open_uploads: int
    orphans: list[str]
    unreadable: list[str]
    wrong_digest: list[str]
    wrong_size: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        affected = []
        for affected_item_data in self.affected:
            affected_item = affected_item_data.to_dict()
            affected.append(affected_item)

        checked_blobs = self.checked_blobs

        checked_versions = self.checked_versions

        clean = self.clean

        leftovers = self.leftovers

        missing = self.missing

        open_uploads = self.open_uploads

        orphans = self.orphans

        unreadable = self.unreadable

        wrong_digest = self.wrong_digest

        wrong_size = self.wrong_size

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "affected": affected,
                "checked_blobs": checked_blobs,
                "checked_versions": checked_versions,
                "clean": clean,
                "leftovers": leftovers,
                "missing": missing,
                "open_uploads": open_uploads,
                "orphans": orphans,
                "unreadable": unreadable,
                "wrong_digest": wrong_digest,
                "wrong_size": wrong_size,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.affected_file import AffectedFile

        d = dict(src_dict)
        affected = []
        _affected = d.pop("affected")
        for affected_item_data in _affected:
            affected_item = AffectedFile.from_dict(affected_item_data)

            affected.append(affected_item)

        checked_blobs = d.pop("checked_blobs")

        checked_versions = d.pop("checked_versions")

        clean = d.pop("clean")

        leftovers = cast(list[str], d.pop("leftovers"))

        missing = cast(list[str], d.pop("missing"))

        open_uploads = d.pop("open_uploads")

        orphans = cast(list[str], d.pop("orphans"))

        unreadable = cast(list[str], d.pop("unreadable"))

        wrong_digest = cast(list[str], d.pop("wrong_digest"))

        wrong_size = cast(list[str], d.pop("wrong_size"))

        fsck_report = cls(
            affected=affected,
            checked_blobs=checked_blobs,
            checked_versions=checked_versions,
            clean=clean,
            leftovers=leftovers,
            missing=missing,
            open_uploads=open_uploads,
            orphans=orphans,
            unreadable=unreadable,
            wrong_digest=wrong_digest,
            wrong_size=wrong_size,
        )

        fsck_report.additional_properties = d
        return fsck_report

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
