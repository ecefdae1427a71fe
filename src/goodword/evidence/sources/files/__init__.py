"""Files as sources: whatever the format, a file becomes sheets of text cells with the line each row stands on."""

from goodword.evidence.sources.files.opening import list_files, open_sheets
from goodword.evidence.sources.files.sheet import BATCH_ROWS, Broken, Rows, Sheet

__all__ = ["BATCH_ROWS", "Broken", "Rows", "Sheet", "list_files", "open_sheets"]
