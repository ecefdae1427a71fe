"""A sample company: a synthetic customer base as exports of several tools, with the truth about it."""

from goodword.sample.company import TODAY, SampleSummary, write_sample

__all__ = ["TODAY", "SampleSummary", "write_sample"]
