"""Whatever a line of work declares is explained to the officer in docs/lines/<line>.md or docs/lines/<line>-*.md."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from taizhang.indicators.indicator import definitions
from taizhang.ledgers.registry import declarations, ledgers, title
from taizhang.ledgers.rules import Rule

DOCS = Path(__file__).parents[1] / "docs" / "lines"
LINES = [name.rpartition(".")[2] for name in settings.LINES]


def pages(line: str, folder: Path) -> list[Path]:
    """The line's own page, and those of its topics."""
    return [*folder.glob(f"{line}.md"), *sorted(folder.glob(f"{line}-*.md"))]


def declared(line: str) -> dict[str, list[str]]:
    """The titles of a line's ledgers, rules and indicators."""
    own = f"{line}."
    rules = declarations("rules", Rule)
    return {
        "台账": [title(model) for model in ledgers() if model._meta.app_label == line],
        "规则": [rule.title for name, rule in rules.items() if name.startswith(own)],
        "指标": [one.title for name, one in definitions().items() if name.startswith(own)],
    }


def unexplained(line: str, folder: Path = DOCS) -> list[str]:
    """Every title that no page of the line names."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages(line, folder))
    return [
        f"{kind}“{one}”"
        for kind, titles in declared(line).items()
        for one in titles
        if one not in text
    ]


@pytest.mark.parametrize("line", LINES)
def test_every_ledger_rule_and_indicator_is_explained_to_the_officer(line):
    missing = unexplained(line)
    assert not missing, f"docs/lines/{line}*.md 还没有写到：" + "、".join(missing)


@pytest.mark.parametrize("line", LINES)
def test_the_pages_of_a_line_begin_with_its_name_and_are_not_a_list_of_titles(line):
    found = pages(line, DOCS)
    assert found, f"写一篇 docs/lines/{line}.md"
    for page in found:
        text = page.read_text(encoding="utf-8")
        assert text.startswith("# "), f"{page.name} 第一行写标题"
        named = sum(len(one) for titles in declared(line).values() for one in titles if one in text)
        assert len(text) > 2 * named, f"{page.name} 只列了名称，没有写怎么办"


def test_a_line_without_pages_has_everything_left_to_explain(tmp_path):
    line = LINES[0]
    everything = sum(map(len, declared(line).values()))
    assert len(unexplained(line, tmp_path)) == everything > 0
    ledger, *_ = declared(line)["台账"]
    (tmp_path / f"{line}-topic.md").write_text(f"# {ledger}", encoding="utf-8")
    assert f"台账“{ledger}”" not in unexplained(line, tmp_path)
    (tmp_path / "another-line.md").write_text("\n".join(declared(line)["规则"]), encoding="utf-8")
    assert len(unexplained(line, tmp_path)) >= len(declared(line)["规则"])
    rest = [one for titles in declared(line).values() for one in titles]
    (tmp_path / f"{line}.md").write_text("\n".join(rest), encoding="utf-8")
    assert unexplained(line, tmp_path) == []


def test_every_line_is_asked():
    labels = {model._meta.app_label for model in ledgers()} - {"ledgers"}
    assert labels <= set(LINES)
    assert all(apps.get_app_config(line).verbose_name for line in LINES)
