"""The settings that link people on DuckDB, handed to Spark as they are: the same pairs, outcomes and weights."""

import os
import sys
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest
from pyspark.sql import SparkSession
from pyspark.sql.types import DoubleType
from splink import Linker
from splink.backends.spark import SparkAPI

from bench.linkage import made_up
from goodword.evidence.lake.local.linking import compare
from goodword.evidence.records.linkage import LINKABLE
from goodword.finding.identity.linkage.comparable import comparable
from goodword.finding.identity.linkage.model import REVIEW, Model, least_bits, model
from goodword.finding.identity.linkage.suggesting import suggestions
from tests.on_spark.similarity import jaro_winkler

pytestmark = [
    pytest.mark.engines,
    pytest.mark.filterwarnings("ignore"),  # its own, about versions to come
    pytest.mark.xdist_group("spark"),
]

PEOPLE = 400
EXACT = 1e-6


@pytest.fixture(scope="module")
def rows() -> pa.Table:
    """Made-up people, one in seven of them twice, and some whose names are written in other scripts."""
    names = (("Наталия", "Иванова"), ("Наталья", "Иванова"), ("太郎", "山田"), ("大郎", "山田"), ("Zoë", "Müller"))
    others = [
        {"person_id": f"s{n}", "given_name": given, "family_name": family, "email": f"s{n}@abroad.example"}
        for n, (given, family) in enumerate(names * 2)
    ]
    abroad = pa.Table.from_pylist(others, schema=LINKABLE.arrow())
    return comparable(pa.concat_tables([made_up(PEOPLE)[0], abroad]), ())


@pytest.fixture(scope="module")
def used(rows: pa.Table) -> Model:
    return model(rows)


@pytest.fixture(scope="module")
def on_duckdb(rows: pa.Table, used: Model) -> pa.Table:
    return compare(rows, used.settings(), least_bits=least_bits(rows.num_rows))


@pytest.fixture(scope="module")
def on_spark(rows: pa.Table, used: Model) -> Iterator[pa.Table]:
    """The same on a Spark of our own, of two threads, that listens on this machine only."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    asked = {"driver.host": "127.0.0.1", "driver.bindAddress": "127.0.0.1", "sql.shuffle.partitions": "2"}
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    for name, value in asked.items():
        builder = builder.config(f"spark.{name}", value)
    spark = builder.getOrCreate()
    spark.udf.register("jaro_winkler", jaro_winkler, DoubleType())
    api: Any = SparkAPI  # it declares no types
    engine = api(
        spark_session=spark,
        break_lineage_method="persist",
        num_partitions_on_repartition=2,
        register_udfs_automatically=False,
    )
    linker = Linker(engine.register(spark.createDataFrame(rows)), used.settings(), log_level=None)
    found = linker.inference.predict(threshold_match_weight=least_bits(rows.num_rows), warning_mode="never")
    yield found.as_spark_dataframe().toArrow()
    spark.stop()


def by_pair(pairs: pa.Table) -> dict[tuple[str, str], dict[str, Any]]:
    return {tuple(sorted((row["person_id_l"], row["person_id_r"]))): row for row in pairs.to_pylist()}


def test_both_compare_the_same_pairs(on_duckdb: pa.Table, on_spark: pa.Table) -> None:
    assert on_spark.num_rows == on_duckdb.num_rows > PEOPLE // 10
    assert by_pair(on_spark).keys() == by_pair(on_duckdb).keys()


def test_every_field_comes_out_the_same_with_the_same_weight(on_duckdb: pa.Table, on_spark: pa.Table) -> None:
    here, there = by_pair(on_duckdb), by_pair(on_spark)
    names = [name for name in on_duckdb.column_names if name == "match_weight" or name.startswith(("gamma_", "mw_"))]
    assert len(names) > len("pairs")
    for pair, row in here.items():
        for name in names:
            assert there[pair][name] == pytest.approx(row[name], abs=EXACT), (pair, name)


def test_so_the_same_people_are_suggested_as_likely(
    on_duckdb: pa.Table, on_spark: pa.Table, rows: pa.Table, used: Model
) -> None:
    here, there = (
        suggestions(pairs.select(on_duckdb.column_names), rows, used, least=REVIEW) for pairs in (on_duckdb, on_spark)
    )
    assert here.num_rows > 0
    assert there.to_pylist() == here.to_pylist()
