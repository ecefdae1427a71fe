"""The lake on this machine: DuckDB over Parquet files that a manifest lists."""

from goodword.evidence.lake.local.lake import LocalLake

__all__ = ["LocalLake"]
