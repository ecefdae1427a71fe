"""Every place of a workspace beside the programme database and the lake's records, and what of people is in it.

A test compares this with what a workspace says is its own: whoever makes another file or folder declares it here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from goodword.programme.personal import Subject
from goodword.runs.listening.answers import answers_about, erase_answers
from goodword.runs.listening.resting import erase_heard
from goodword.runs.rights import files
from goodword.runs.workspace import Workspace

type Show = Callable[[Workspace, Subject], Iterable[dict[str, Any]]]
type Erase = Callable[[Workspace, Subject], int]


@dataclass(frozen=True, slots=True)
class Place:
    """A file or folder of a workspace.

    Attributes:
        name: as the workspace has it in `.goodwordignore`.
        about: what of people is in it, or why nothing is.
        show: what it holds about somebody; None where nothing has to be shown.
        erase: takes them out, and says how many pieces that were; None where nothing has to be taken out, or where
            another step does it.
    """

    name: str
    about: str
    show: Show | None = None
    erase: Erase | None = None


PLACES: tuple[Place, ...] = (
    Place("goodword.toml", "Settings; no people."),
    Place("*.sqlite3*", "The programme database; its models are declared beside their apps."),
    Place("lake", "Records as they arrived; rows of undone imports, too. Written anew by a step of its own."),
    Place("derived", "What was computed from the lake; removed by a step of its own."),
    Place("rejected", "Rows that could not be taken, as they arrived.", files.rejected_about, files.erase_rejected),
    Place("uploads", "Files that wait to be loaded.", files.uploads_about, files.erase_uploads),
    Place("maps", "What somebody said about files of a kind.", erase=files.erase_maps),
    Place("takeouts", "Exports of everything held about somebody.", files.takeouts_about, files.erase_takeouts),
    Place("answers", "What a server thought of their words: numbers under keyed hashes.", answers_about, erase_answers),
    Place(
        "heard",
        "Sentences of texts in the lake, and what they are; shown with their records. Those of no text there go.",
        erase=erase_heard,
    ),
    Place("models", "Numbers of listeners that learnt from labels: weights of hashed parts of words, no words."),
    Place("spending.json", "How much was asked of that server each day; no people."),
    Place("sample", "The files of the sample company.", erase=files.erase_sample),
    Place("proofs", "Files that prove permissions.", files.proofs_about, files.erase_proofs),
    Place("erasures", "Proofs of erasures: keyed hashes and counts."),
    Place("erased.json", "Keyed hashes of those who were erased, for backups of before."),
    Place("suppressed.json", "Keyed hashes of those who may not be asked, and their key, for backups of before."),
    Place("erasing", "Who is being erased, for as long as that lasts; in no backup."),
    Place(
        "backups", "Archives of before hold everything of their day. They are not written anew: a restore erases first."
    ),
    Place("secret.key*", "The key that signs sessions."),
    Place("suppression.key", "The key of the hashes that know somebody again."),
    Place("*.lock", "Empty files."),
    Place("*.sock", "Where a console reaches whoever serves; nothing rests there."),
    Place("last-backup.json", "Where the newest backup is."),
    Place("came-from.json", "Where the backup lies that this was restored from."),
    Place("restored.json", "That this is a copy; names the account of the machine that made it."),
    Place("released.json", "That a copy was released; names the account of the machine."),
)
"""Every place, in the order in which an erasure goes over them."""
