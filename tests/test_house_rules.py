"""The few house rules that no linter knows; each failure says what to do instead."""

import ast
import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from taizhang.commands.main import COMMANDS

ROOT = Path(__file__).parents[1]
PRODUCT = ["taizhang", "bench", "examples", "scripts"]
GENERATED = {"__pycache__", "migrations", "tests"}
BINARY = {".mo", ".png", ".pyc", ".xlsx"}

LONGEST_FILE = 300
LONGEST_FUNCTION = 40


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def product_files() -> list[Path]:
    everything = (path for folder in PRODUCT for path in sorted((ROOT / folder).rglob("*")))
    return [
        path
        for path in everything
        if path.is_file() and path.stat().st_size and not GENERATED & set(path.parts)
    ]


def python_files() -> list[Path]:
    tests = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "taizhang").rglob("tests/*.py")]
    return sorted({path for path in product_files() if path.suffix == ".py"} | set(tests))


def documents() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def map_of_files() -> dict[str, str]:
    """The map in CONTRIBUTING.md: a path, or a pattern for files alike, and what it is for."""
    text = (ROOT / "CONTRIBUTING.md").read_text()
    block = re.search(r"^## The map of the files$.*?^```text\n(.*?)^```$", text, re.S | re.M)
    assert block, "CONTRIBUTING.md has lost its heading 'The map of the files' or the list below"
    lines = [line for line in block[1].splitlines() if line.strip()]
    return {path: purpose for path, _, purpose in (line.partition(" ") for line in lines)}


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    nodes = ast.walk(ast.parse(path.read_text()))
    return [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def hits(pattern: str, paths: list[Path]) -> list[str]:
    return [
        f"{relative(path)}:{number}: {line.strip()}"
        for path in paths
        if path.suffix not in BINARY
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if re.search(pattern, line)
    ]


def test_no_file_is_longer_than_300_lines():
    long = [
        f"{relative(path)}: {lines} lines"
        for path in python_files()
        if (lines := len(path.read_text().splitlines())) > LONGEST_FILE
    ]
    assert not long, "Split it by what it is about."


def test_no_function_is_longer_than_40_lines():
    long = [
        f"{relative(path)}: {function.name} has {length(function)} lines"
        for path in python_files()
        for function in functions(path)
        if length(function) > LONGEST_FUNCTION
    ]
    assert not long, "Name the steps it takes."


def test_every_file_has_its_line_in_the_map():
    patterns = map_of_files()
    missing = [
        relative(path)
        for path in product_files()
        if not any(fnmatchcase(relative(path), pattern) for pattern in patterns)
    ]
    assert not missing, "Give it a line in the map of CONTRIBUTING.md."


def test_the_map_shows_nothing_that_is_gone():
    here = [relative(path) for path in product_files()]
    entries = map_of_files()
    gone = [entry for entry in entries if not any(fnmatchcase(path, entry) for path in here)]
    assert not gone, "Take its line out of the map of CONTRIBUTING.md."
    assert all(purpose.strip() for purpose in entries.values()), "Say what it is for."


def test_an_exception_to_a_lint_rule_names_the_rule_and_its_reason():
    bare = r"#\s*noqa(?!: [A-Z0-9, ]+ - \w)|#\s*type:\s*ignore(?!\[[a-z, -]+\])"
    elsewhere = [path for path in python_files() if path != Path(__file__)]
    assert not hits(bare, elsewhere), "Write  # noqa: CODE - why  or  # type: ignore[code]."


def test_no_file_knows_the_machine_it_was_written_on():
    files = [path for path in [*product_files(), *python_files()] if path != Path(__file__)]
    files += [*documents(), ROOT / "Makefile", ROOT / "pyproject.toml", ROOT / ".ci" / "run"]
    assert not hits(r"(?<![\w.])/(?:root|home|work|Users)/", files), "Take the path as a setting."


@pytest.mark.parametrize("name", ["base", "bench-check", "dev", "spark"])
def test_a_lock_file_has_a_hash_for_every_package_and_no_address_of_an_index(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    assert "://" not in text, "Write it with scripts/lock."
    packages = re.split(r"^(?=\w)", text, flags=re.M)[1:]
    assert len(packages) > 10
    assert not [entry.split()[0] for entry in packages if "--hash=sha256:" not in entry]


def test_the_lock_files_agree_with_one_another():
    base, dev, spark = (pins(name) for name in ("base", "dev", "spark"))
    assert base.items() <= dev.items(), "dev.txt includes base.txt: run scripts/lock."
    assert base.items() <= spark.items(), "spark.txt includes base.txt: run scripts/lock."
    assert "pyspark" in spark
    assert "pyspark" not in dev, "500 MB for whoever never asks for Spark."


def pins(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.M))


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"])
def test_every_make_target_that_a_document_names_exists(name):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    named = set(re.findall(r"\bmake ([a-z-]+)(?=[`\s])", code(ROOT / name)))
    assert named, f"{name} names no target"
    assert named <= targets


def test_every_command_that_a_document_names_exists():
    for path in documents():
        named = set(re.findall(r"\btaizhang ([a-z-]+)(?=[`\s])", code(path)))
        unknown = named - set(COMMANDS)
        assert not unknown, f"{relative(path)} names commands that do not exist: {unknown}"


def test_the_two_readmes_name_the_same_commands():
    english, chinese = (
        set(re.findall(r"\b(?:make|taizhang) [a-z-]+(?=[`\s])", code(ROOT / name)))
        for name in ("README.md", "README.zh-CN.md")
    )
    assert english == chinese


def code(path: Path) -> str:
    """The parts of a document that are meant to be typed: fenced blocks and `spans`."""
    text = path.read_text()
    fenced = re.findall(r"^```\w*\n(.*?)^```", text, re.S | re.M)
    spans = re.findall(r"`[^`\n]+`", re.sub(r"^```.*?^```", "", text, flags=re.S | re.M))
    return "\n".join(fenced + spans) + "\n"


def test_links_between_documents_lead_somewhere():
    broken = [
        f"{relative(path)}: {target}"
        for path in documents()
        for target in re.findall(r"\]\((?!\w+:)([^)#]+)[^)]*\)", path.read_text())
        if not (path.parent / target).exists()
    ]
    assert not broken
