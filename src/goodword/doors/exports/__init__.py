"""Exports: any list as CSV, Excel or Parquet, with what the reader may see of it and nothing else."""
