"""Files that prove a permission, on their way in: small, held in memory, and of those only who may record them."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopFutureHandlers

from goodword.doors.web.policies import principal_behind
from goodword.programme.permissions.proofs import MOST_BYTES
from goodword.programme.team.roles import Right
from goodword.runs.intake.uploads import harmless_name

FIELD = "file"
ADDRESS_PART = "/permissions/"


class ProofHandler(FileUploadHandler):
    """Takes the one file of a form that records a permission; leaves every other form's files to who comes next.

    One byte more than a proof may have is kept, by which the action sees that it is too large.
    """

    def __init__(self, request: Any = None) -> None:  # noqa: ANN401  # Django's signature
        """Nothing is held before the file begins."""
        super().__init__(request)
        self._pieces: list[bytes] = []
        self._length = 0
        self._taking = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        """Take the file, pass it over, or leave it to who comes next."""
        super().new_file(*args, **kwargs)
        self._taking = self.field_name == FIELD and self.request is not None and ADDRESS_PART in self.request.path
        if not self._taking:
            return
        principal = principal_behind(self.request) if self.request is not None else None
        if principal is None or not principal.may(Right.RECORD_GRANTS):
            raise SkipFile
        self._pieces, self._length = [], 0
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:  # noqa: ARG002  # Django hands it over
        """Hold a piece, as long as a proof may be."""
        if not self._taking:
            return raw_data
        kept = raw_data[: MOST_BYTES + 1 - self._length]
        self._pieces.append(kept)
        self._length += len(kept)
        return None

    def file_complete(self, file_size: int) -> SimpleUploadedFile | None:  # noqa: ARG002  # Django hands it over
        """Hand the file over."""
        if not self._taking:
            return None
        self._taking = False
        return SimpleUploadedFile(harmless_name(self.file_name or ""), b"".join(self._pieces))
