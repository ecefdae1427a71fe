"""What of people stands in this app: of those who were erased, keyed hashes, and what no address can be read from."""

from goodword.programme.personal import Nobody

DECLARED = (
    Nobody("rights.Erasure", "A random word for somebody who was erased."),
    Nobody("rights.ErasedMark", "Keyed hashes: they know somebody again, and tell nobody who that is."),
    Nobody("rights.ErasureStep", "What an erasure has done, in numbers."),
    Nobody("rights.ErasureFinish", "That an erasure is finished."),
)
