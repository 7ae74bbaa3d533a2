"""Relations that no cue introduces: what fits is consistent, what one digit explains is asked about, the rest is left alone."""

import re
from pathlib import Path

import pytest

from taizhang.checks.checking import check
from taizhang.checks.reading.plain_text import report_of

# A passage, the numbers of a relation in it that holds, and the passage with one of them wrong.
FITS = [
    ("现有桥梁214座，其中大桥12座、中桥67座、小桥135座。", "214座 12座 67座 135座", "小桥153座"),
    ("受理信访件42件，其中来信7件、来访35件。按期办结39件，办结率92.9%，未办结3件正在办理。", "42件 39件 3件", "未办结4件"),
    ("县里下达改厕任务820户，已完工697户，完成率85%；已验收612户，剩余123户10月底完工。", "820户 697户 123户", "剩余132户"),
    ("建档立卡户412户，已脱贫389户，未脱贫23户。", "412户 389户 23户", "未脱贫32户"),
    ("拆除乱搭乱建146处、8760平方米，平均每处60平方米。", "146处 8760平方米 60平方米", "8670平方米"),
    ("临时救助1582人次，发放救助金237.3万元，人均1500元。", "1582人次 237.3万元 1500元", "人均1050元"),
    ("参加医保26.3万人，应参保27.1万人，参保率97%。", "97% 26.3万人 27.1万人", "参保率79%"),
    ("完成造林1240公顷，为年度计划1200公顷的103.3%。", "103.3% 1240公顷 1200公顷", "公顷的113.3%"),
    ("设县级河长12名、乡级河长86名、村级河长219名，合计317名。", "317名 12名 86名 219名", "合计371名"),
    ("企业比上年净增3户，全年新增6户，退出3户。", "6户 3户 3户", "净增4户"),
    ("减贫12.7万人，贫困人口由70.0万人减少到57.3万人。", "70.0万人 57.3万人 12.7万人", "减贫17.2万人"),
    ("一季度培训3834人次，二季度培训1949人次，上半年合计培训5783人次。", "5783人次 3834人次 1949人次", "合计培训6783人次"),
]  # fmt: skip
LEFT_ALONE = [
    "养猪户505户，年出栏育肥猪3467头，年末存栏3886头；养牛户505户，年出栏牛286头，年末存栏1996头。",
    "肉类总产量3.46万吨，其中猪肉1.83万吨，牛肉0.61万吨，禽肉0.94万吨。",
    "新增城镇就业4216人，其中失业人员再就业1180人、就业困难人员就业462人，城镇登记失业率3.1%。",
    "排查隐患93处，当场整改71处，限期整改22处，已全部整改到位，整改率100%。",
    "办理结婚登记1432对，离婚登记867对，登记合格率100%。",
    "产值1.2亿元，带动农户1.1万户，户均增收2300元。",
    "上级补助268452万元，债务转贷21600万元，上年结余13275万元。",
    "全镇耕地68421亩，人均耕地3.8亩，按类型分，水田9860亩，旱田57214亩，菜地1347亩。",
]


def checked(text):
    return check(report_of(Path("报告.txt"), text))


def told(found, holds):
    return [
        sorted(found.claims[i].text for i in one.claims)
        for one in found.relations
        if one.holds is holds
    ]


@pytest.mark.parametrize(("text", "numbers", "wrong"), FITS)
def test_what_fits_is_consistent(text, numbers, wrong):
    found = checked(text)
    assert sorted(numbers.split()) in told(found, True)
    assert found.remarks == []


@pytest.mark.parametrize(("text", "numbers", "wrong"), FITS)
def test_what_one_digit_explains_is_asked_about(text, numbers, wrong):
    word = re.match(r"\D*", wrong)[0]
    right = re.search(rf"{word}[\d.]+", text)[0] if word else "8760平方米"
    number = re.match(r"\D*[\d.]+", wrong)[0] if word else wrong
    changed = text.replace(right, number, 1)
    assert changed != text
    assert checked(changed).remarks, changed


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_may_be_true_is_left_alone(text):
    assert [one.message for one in checked(text).remarks] == []
