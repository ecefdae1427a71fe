"""The lake on this machine: DuckDB over Parquet files that a manifest lists."""

from goodword.evidence.lake.local.lake import LocalLake
from goodword.evidence.lake.local.session import prepare

__all__ = ["LocalLake", "prepare"]
