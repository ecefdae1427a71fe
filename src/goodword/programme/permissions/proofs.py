"""The files of proofs: in a private folder of the workspace, each named after its bytes and kept once."""

import hashlib
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from goodword.kit.durable import settle, sync_folder
from goodword.kit.errors import GoodwordError

MOST_BYTES = 10_000_000
"""The largest file that is taken as a proof."""

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class ProofFile:
    """A file that somebody hands in as a proof.

    Attributes:
        name: what it is called.
        content: its bytes.
    """

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Names it in the folder, and shows when a byte of it changes."""
        return hashlib.sha256(self.content).hexdigest()


def refuse_file(file: ProofFile) -> GoodwordError | None:
    """Refuse a file that is empty or too large."""
    if not file.content:
        return GoodwordError("proof-empty", _("The file is empty."), _("Choose the file that shows what they said."))
    if len(file.content) > MOST_BYTES:
        return proof_too_large()
    return None


def proof_too_large() -> GoodwordError:
    """The error of a file that is larger than any proof."""
    return GoodwordError(
        "proof-too-large",
        _("The file is larger than %(most)s MB.") % {"most": MOST_BYTES // 1_000_000},
        _("Save it smaller, or write down where it is instead."),
    )


class ProofStore:
    """The folder of proofs."""

    def __init__(self, folder: Path) -> None:
        """Nothing is made before the first file comes."""
        self.folder = folder

    def keep(self, file: ProofFile) -> None:
        """Keep a file, readable by its owner only; the same bytes are kept once."""
        final = self.folder / file.sha256
        if final.exists():
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self.folder / f".{secrets.token_hex(12)}"
        draft.touch(mode=0o600)
        draft.write_bytes(file.content)
        settle(draft, final)

    def read(self, sha256: str) -> bytes:
        """The bytes of a file.

        Raises:
            GoodwordError: it is not there any more (code `proof-gone`), or not what it was (`proof-changed`).
        """
        try:
            content = (self.folder / sha256).read_bytes()
        except FileNotFoundError as error:
            raise GoodwordError(
                "proof-gone",
                _("The file of this proof is not in the workspace any more."),
                _("Look for it in a backup; its SHA-256 is %(sha256)s.") % {"sha256": sha256},
            ) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise GoodwordError(
                "proof-changed",
                _("The file of this proof is not the one that was handed in."),
                _("Look for it in a backup; its SHA-256 is %(sha256)s.") % {"sha256": sha256},
            )
        return content

    def remove(self, sha256: str) -> None:
        """Remove a file, where somebody is erased; no other proof may need it."""
        (self.folder / sha256).unlink(missing_ok=True)
        if self.folder.is_dir():
            sync_folder(self.folder)
