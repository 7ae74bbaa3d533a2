"""P1 to P10 and the ranking by traces: the whole product declares none of it, and whoever does is told so."""

import re
from pathlib import Path

import pytest
from django.core.checks.registry import registry

from taizhang.core.refused import asked_for, subjects
from taizhang.desk.refused_checks import addresses, nothing_refused_has_a_page, texts
from taizhang.documents import refused_checks
from taizhang.documents.refused_checks import (
    nothing_refused_is_declared,
    nothing_refused_is_worded,
)
from taizhang.documents.said import everything_declared, everything_worded
from taizhang.ledgers.registry import ledgers
from taizhang.urls import urlpatterns
from tests.refusals.declared import FORBIDDEN

PAGE = (Path(__file__).parents[2] / "docs" / "refusals.md").read_text(encoding="utf-8")
CHECKS = (nothing_refused_is_declared, nothing_refused_is_worded, nothing_refused_has_a_page)


@pytest.fixture(scope="module")
def objections():
    """What `manage.py check` says of the whole product."""
    return [one.msg for check in CHECKS for one in check(None)]


def test_manage_py_check_asks_all_of_this():
    assert set(CHECKS) <= registry.registered_checks


@pytest.mark.parametrize("number", subjects())
def test_the_product_has_no_field_no_page_and_no_figure_for_it(objections, number):
    assert [one for one in objections if f"（{number}）" in one] == []


@pytest.mark.parametrize(("number", "declaration"), [(n, d) for n, _, d in FORBIDDEN], ids=[f"{n} {t}" for n, t, _ in FORBIDDEN])  # fmt: skip
def test_a_declaration_that_asks_for_it_is_found(number, declaration):
    found = [one for one in declaration() if f"（{number}）" in one]
    assert found, "nothing objected"
    assert subjects()[number].instead in found[0]
    assert "docs/refusals.md" in found[0]


def test_every_subject_has_a_made_up_declaration():
    assert {number for number, *_ in FORBIDDEN} == set(subjects())


def test_all_that_is_declared_is_looked_at():
    """A check that looked at nothing would find nothing."""
    said = {one.where.split(" ")[0] for one in everything_declared()}
    assert said == {"台账", "规则", "指标", "标准", "文书", "清单"}
    told = {one.where for one in everything_declared()}
    for model in ledgers():
        assert f"台账 {model.ledger_name()}" in told
    assert any("papers" in one.where for one in everything_worded())
    assert any("summary.md" in one.where for one in everything_worded())
    assert any(one.name.startswith("todo ") for one in addresses(urlpatterns))
    assert any("待办" in one.text for one in texts())


def test_an_objection_is_an_error_of_the_check(monkeypatch):
    declared = [*everything_declared()]
    declared[0] = type(declared[0])("台账 made.up", "特护人员", "made.up")
    monkeypatch.setattr(refused_checks, "everything_declared", lambda: iter(declared))
    (found,) = nothing_refused_is_declared(None)
    assert found.is_serious()
    assert "made.up" in found.msg


def test_an_offices_own_template_is_held_to_it_too(monkeypatch, tmp_path):
    monkeypatch.setattr("taizhang.documents.templates.templates_folder", lambda: tmp_path)
    own = tmp_path / "duty" / "summary.md"
    own.parent.mkdir()
    own.write_text("## 领导坐班\n\n- 特护期内我镇无一人上访。\n", encoding="utf-8")
    (found,) = nothing_refused_is_worded(None)
    assert "第3行" in found.msg
    assert "（P6）" in found.msg


def test_the_page_tells_of_every_subject_in_both_languages():
    for number in subjects():
        rows = re.findall(rf"^\| {number} \|.*$", PAGE, re.M)
        assert len(rows) == (2 if number.startswith("P") else 0), number
    assert "no petitions ledger yet" not in PAGE
    assert "还没有信访台账" not in PAGE
    assert "按录入条数" in PAGE


def test_what_is_offered_asks_for_nothing_refused():
    for one in subjects().values():
        assert list(asked_for(one.instead)) == []
