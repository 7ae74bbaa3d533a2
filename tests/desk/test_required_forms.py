"""The upper level's forms on the desk: the catalogue, a form filled and taken away, who may, and the to-do list."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from taizhang.ledgers.models import FormSent
from tests import cast

FORMS = "/forms/"
FORM = "hollow_houses"


def test_the_office_sees_who_asks_until_when_and_what_is_asked_for_twice(served):
    status, page = served.visitor("office").get(FORMS)
    told = page.decode()
    assert status == 200
    for words in (
        "空心房整治和土地复垦情况季报表",
        "市自然资源部门（示例）",
        "期末后5个工作日",
        "没有依据",
        "一数多报",
        "增减挂钩复垦土地（全镇，本期）",
        f'href="/forms/{served.mark}/{FORM}/"',
    ):
        assert words in told


def test_a_form_is_filled_compared_and_downloaded(served):
    office = served.visitor("office")
    status, page = office.get(f"/forms/{served.mark}/{FORM}/")
    assert status == 200
    assert "表里的公式重算以后和台账一致" in page.decode()
    status, content = office.get(f"/forms/{served.mark}/{FORM}/form.xlsx")
    assert status == 200
    assert load_workbook(BytesIO(content), data_only=True)["季报"]["C9"].value == 310


def test_a_form_that_is_not_there_is_a_page_with_a_sentence(served):
    status, page = served.visitor("office").get(f"/forms/{served.mark}/nothing/")
    assert status == 400
    assert "没有叫“nothing”的报表" in page.decode()


@pytest.mark.parametrize("username", ["clerk", "officer", "leader", "county", "outsider"])
def test_who_does_not_close_the_town_does_not_fill_its_forms(visit, username):
    visitor = visit(username)
    assert visitor.get(FORMS).status_code == 403
    assert "上级报表" not in visitor.get("/todo/").content.decode()


def test_what_has_been_sent_leaves_the_list(visit, acting, monkeypatch, tmp_path):
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path))
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "a.toml").write_text(
        '报表 = "摸底表"\n报送 = "一次"\n期限 = "2018-04-15"', encoding="utf-8"
    )
    assert "摸底表" in visit("office").get("/todo/").content.decode()
    acting("office")
    FormSent.objects.create(
        number="1", place_id=cast.TOWN, form="摸底表", period="2018-04", sent_on="2018-04-10"
    )
    assert "摸底表" not in visit("office").get("/todo/").content.decode()


def test_a_mapping_that_cannot_be_read_is_told_on_the_page(visit, office, monkeypatch, tmp_path):
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path))
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "a.toml").write_text(
        '报表 = "甲"\n[填]\nB2 = "没有这样的数"', encoding="utf-8"
    )
    assert "没有叫“没有这样的数”的指标" in visit("office").get(FORMS).content.decode()
