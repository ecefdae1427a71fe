"""Without PySpark this ring is left out: `pip install pyspark` and a Java bring it in."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("pyspark") else ["test_*.py"]
