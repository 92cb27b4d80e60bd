from enum import Enum


class UploadState(str, Enum):
    COMPLETE = "complete"
    PENDING = "pending"
    UPLOADING = "uploading"
    VERIFYING = "verifying"

    @classmethod
    def _missing_(cls, value: object) -> "UploadState | None":
        """A newer server may know more values; one of those stays what it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
