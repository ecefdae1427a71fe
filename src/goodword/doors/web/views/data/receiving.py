"""Files on their way in: from the wire to a private folder of the workspace, chunk by chunk, never whole in memory."""

from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from goodword.doors.web.policies import principal_behind
from goodword.kit.durable import settle
from goodword.kit.errors import GoodwordError
from goodword.programme.team.roles import Right
from goodword.runs.intake.uploads import Receiving
from goodword.runs.workspace import open_workspace

MEGABYTE = 1_000_000
MOST_BYTES = 2_000 * MEGABYTE
"""The largest file that is taken."""

MOST_WORKBOOK_BYTES = 100 * MEGABYTE
"""The largest workbook: unlike text, it is read whole, and unpacks to many times its size."""

MOST_FILES = 50
"""How many files one upload may have."""

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


class SpooledFile(UploadedFile):  # type: ignore[type-arg]  # generic in the stubs only
    """A file that came in: where it lies, or why it was not taken."""

    def __init__(
        self, name: str, place: Path | None, receiving: Receiving | None, refusal: GoodwordError | None
    ) -> None:
        """Keep where it lies."""
        super().__init__(name=name)
        self.place = place
        self.receiving = receiving
        self.refusal = refusal

    def close(self) -> None:
        """Called when the request is over: what did not become an upload by then goes."""
        if self.receiving is not None:
            self.receiving.abandon()


class SpoolHandler(FileUploadHandler):
    """Writes files of those who may load data into the workspace; files of anybody else are passed over."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        """Nothing is made before the first file begins."""
        super().__init__(request)
        self._receiving: Receiving | None = None
        self._count = 0
        self._written = 0
        self._place: Path | None = None
        self._draft: IO[bytes] | None = None
        self._refusal: GoodwordError | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        """Make room for a file, or pass it over."""
        super().new_file(*args, **kwargs)
        principal = principal_behind(self.request) if self.request is not None else None
        if principal is None or not principal.may(Right.LOAD_DATA):
            raise SkipFile
        if self._receiving is None:
            self._receiving = Receiving(open_workspace(settings.WORKSPACE))
        self._count += 1
        self._written, self._refusal, self._draft, self._place = 0, None, None, None
        if self._count > MOST_FILES:
            self._refusal = _too_many()
            return
        self._place = self._receiving.place_for(self.file_name or "")
        self._draft = _draft_of(self._place).open("wb")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002  # Django hands it over
        """Write a piece down. Once a file is refused, the rest of it is read and forgotten."""
        if self._draft is None or self._place is None:
            return
        self._written += len(raw_data)
        most = MOST_WORKBOOK_BYTES if self._place.suffix.lower() in WORKBOOKS else MOST_BYTES
        if self._written > most:
            self._refuse(_too_large(self._place.name, most))
            return
        try:
            self._draft.write(raw_data)
        except OSError as error:
            self._refuse(_no_room(self._place.name, error))

    def file_complete(self, file_size: int) -> SpooledFile | None:  # noqa: ARG002  # Django hands it over
        """Make the file durable under its name."""
        if self._draft is not None and self._place is not None:
            try:
                self._draft.close()
                settle(_draft_of(self._place), self._place)
            except OSError as error:
                self._refuse(_no_room(self._place.name, error))
        self._draft = None
        return SpooledFile(self.file_name or "", self._place, self._receiving, self._refusal)

    def upload_interrupted(self) -> None:
        """Forget everything: the browser went away."""
        if self._receiving is not None:
            self._receiving.abandon()

    def _refuse(self, refusal: GoodwordError) -> None:
        if self._draft is not None and self._place is not None and self._receiving is not None:
            self._draft.close()
            _draft_of(self._place).unlink(missing_ok=True)
            self._receiving.drop(self._place)
        self._draft, self._place, self._refusal = None, None, refusal


def _draft_of(place: Path) -> Path:
    return place.with_name(f".{place.name}.tmp")


def _too_large(name: str, most: int) -> GoodwordError:
    return GoodwordError(
        "file-too-large",
        _("%(file)s is larger than %(most)s MB.") % {"file": name, "most": f"{most // MEGABYTE:,}"},
        _("Save it as CSV or Parquet, split it, or load it on the console with goodword load, which has no limit."),
    )


def _too_many() -> GoodwordError:
    return GoodwordError(
        "too-many-files",
        _("One upload takes at most %(most)s files.") % {"most": MOST_FILES},
        _("Load the others afterwards."),
    )


def _no_room(name: str, error: OSError) -> GoodwordError:
    return GoodwordError(
        "no-room",
        _("%(file)s could not be written: %(why)s.") % {"file": name, "why": error.strerror or str(error)},
        _("Make room on the disk of the workspace, then upload it again."),
    )
