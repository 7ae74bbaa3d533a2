"""The engines that every figure is tried on, and what a machine must have for each."""

import importlib.util
import os
import shutil

import pytest

ENGINES = ["postgresql", "duckdb", pytest.param("spark", marks=pytest.mark.spark)]


def needs_spark() -> None:
    """Skip, saying why, where Spark cannot run."""
    if importlib.util.find_spec("pyspark") is None:
        pytest.skip("pyspark is not installed: pip install 'taizhang[spark]'")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("no Java runtime: apt-get install openjdk-17-jre-headless")
