"""A mapping that does not fit its form is refused with its line or cell; nothing is filled."""

import pytest

from taizhang.core.finding import Refusal
from taizhang.documents.forms.mapping import read_mapping
from taizhang.documents.forms.overlapping import overlaps
from taizhang.documents.forms.proposing import propose
from taizhang.indicators.indicator import definitions
from tests.documents.forms.sheets import MAPPING, filled, make_form, write_mapping


@pytest.fixture
def form(tmp_path):
    return make_form(tmp_path / "季报.xlsx")


WRONG = {
    "[填]\nB2 = 拆除空心房": "第2行看不懂",
    '[填]\n第六格 = "拆除空心房"': "“第六格”不是格子",
    '[填]\nXFE1 = "拆除空心房"': "“XFE1”不是格子",
    '[填]\nB1 = "拆除空心房"': "季报!B1在合并的格子里，请写左上角的A1",
    '[填]\nB9 = "拆除空心房"': "季报!B9是上级的公式，不能覆盖",
    '[填]\nA9 = "拆除空心房"': "季报!A9里已经写着“合计”，不是填数的格子",
    '[填]\nG30 = "拆除空心房"': "季报!G30是上级锁定的格子",
    '[核对]\nB5 = "拆除空心房"': "季报!B5不是公式，没有可核对的",
    '[填]\nB5 = "拆除空心房"\n[[逐村]]\n行 = "5-8"\n村名在 = "A"\nB = "拆除空心房"': "季报!B5填了两次",
    '[[逐村]]\n行 = "八行"\nB = "拆除空心房"': '行写成 行 = "7-10"',
    '[[逐村]]\n行 = "5-8"': "没有一列",
    '[[逐村]]\n行 = "5-8"\n列B = "拆除空心房"': "“列B”不认识",
    '[[逐条]]\n行 = "5-8"\nB = "编号"': "没有写台账",
    '[逐村]\n行 = "5-8"': "两层方括号",
    '填表 = "x"\n[填]\nB2 = "年"': "“填表”不认识",
    '报送 = "每旬"': "报送写成每月、每季度",
    '期限 = "尽快"': "期限“尽快”看不懂",
    '报送 = "一次"\n期限 = "期末后3日"': "只报一次的写日期",
    '起用 = "一月"': "起用、停用写成日期",
    '要表单位 = "局"': "只登记了目录，还没有对照",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_mapping_is_refused_in_a_sentence(form, closed, text):
    with pytest.raises(Refusal) as refused:
        filled(form, closed, text)
    assert WRONG[text] in str(refused.value)


def test_a_mapping_of_another_encoding_is_refused(form):
    path = form.with_suffix(".toml")
    path.write_bytes('报表 = "季报"'.encode("gb18030"))
    with pytest.raises(Refusal, match="不是UTF-8编码"):
        read_mapping(path)


def test_keys_may_be_written_with_or_without_quotation_marks(form):
    path = write_mapping(form, '"报表" = "甲"\n[填]\n"B2" = "年"\n季报!D2 = "年"')
    mapping = read_mapping(path)
    assert mapping.title == "甲"
    assert [str(spot) for spot in mapping.spots("填")] == ["B2", "D2"]


def test_what_two_forms_ask_for_twice_is_told_with_the_cells(tmp_path):
    texts = {
        "甲": '报表 = "甲表"\n[核对]\nB9 = "拆除空心房"\n[[逐村]]\n行 = "5-8"\nB = "拆除空心房"',
        "乙": '报表 = "乙表"\n[填]\nC3 = "拆除空心房，保留0位"\nC4 = "拆除空心房，上年同期"',
        "丙": '报表 = "丙表"\n[[逐村]]\n行 = "2-5"\nD = "拆除空心房"',
    }
    forms = []
    for name, text in texts.items():
        path = tmp_path / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        forms.append(read_mapping(path))
    assert [str(one) for one in overlaps(forms, definitions())] == [
        "拆除空心房（全镇，本期）：《甲表》B9、《乙表》C3",
        "拆除空心房（各村，本期）：《甲表》B5:B8、《丙表》D2:D5",
    ]


def test_a_proposed_mapping_finds_heads_that_name_indicators(office, tmp_path, closed):
    form = make_form(
        tmp_path / "季报.xlsx", A2="填报单位", B3="拆除空心房（栋）", D4="拆除建筑面积"
    )
    target = tmp_path / "猜.toml"
    assert propose(form, target, definitions())
    text = target.read_text(encoding="utf-8")
    for line in (
        'B2 = "填报单位"',
        'B = "拆除空心房"',
        'C = "拆除空心房，上年同期"',
        'D = "拆除建筑面积"',
    ):
        assert line in text
    assert '行 = "5-8"\n村名在 = "A"' in text
    with pytest.raises(Refusal, match="已经有了，不覆盖"):
        propose(form, target, definitions())
    read_mapping(target)


def test_the_mapping_of_the_tests_itself_is_right(form, closed):
    assert filled(form, closed, MAPPING).cells == 14
