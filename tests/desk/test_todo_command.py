"""`taizhang todo` tells what the desk tells, for whoever prints it in the morning."""

import pytest
from click.testing import CliRunner

from taizhang.commands.main import taizhang
from tests import cast
from tests.desk.test_todo import LATE, apply, give


@pytest.fixture
def told(office):
    apply("SP-1", cast.GUANGPING, LATE, storeys=9)
    apply("SP-2", cast.HEXING, LATE)
    give("officer", cast.GUANGPING)

    def run(username: str, *options: str) -> str:
        done = CliRunner().invoke(taizhang, ["--user", username, "todo", *options])
        assert done.exit_code == 0, done.output
        return done.output

    return run


def test_ones_own_area_and_then_everything(told):
    mine = told("officer")
    assert "宋量土（国土所干事）" in mine
    assert "到期事项 1 件，其中已逾期 1 件" in mine
    assert "SP-1" in mine
    assert "SP-2" not in mine
    everything = told("officer", "--all")
    assert "到期事项 2 件" in everything
    assert "合兴村" in everything
    assert "（没有登记）" in everything


def test_what_the_rules_ask_is_in_it(told):
    assert "SP-1（广坪村，宋量土）" in told("office")
    assert "没有要核实的记录" in told("other_clerk")
