"""Rows without 其中, points between rates, growth against a named base, shares of one whole: what is told, asked, and left alone."""

from pathlib import Path

import pytest

from taizhang.checks.checking import check
from taizhang.checks.reading.plain_text import report_of


def told(text, holds):
    """The relations of a text, each as the set of its numbers."""
    checked = check(report_of(Path("报告.txt"), text))
    claims = checked.claims
    return {
        frozenset(claims[i].text for i in one.claims)
        for one in checked.relations
        if one.holds is holds
    }


# A sentence, and the numbers of it that belong together; in the second of each two one of them is wrong.
CASES = [
    ("投入资金186万元，县级120万元，镇级42万元，村级24万元。", "186万元 120万元 42万元 24万元", True),
    ("投入资金186万元，县级120万元，镇级12万元，村级24万元，新建3处。", "186万元 120万元 12万元 24万元", False),
    ("改造危房2360户，C级1528户、D级832户。", "2360户 1528户 832户", True),
    ("改造危房2360户，C级1528户、D级823户。", "2360户 1528户 823户", False),
    ("合格率95.4%，上季度为93.1%，提高2.3个百分点。", "95.4% 93.1% 2.3个百分点", True),
    ("合格率95.4%，上季度为93.1%，提高3.2个百分点。", "95.4% 93.1% 3.2个百分点", False),
    ("支出31.4亿元，上年同期支出32.3亿元，下降2.8%。", "32.3亿元 31.4亿元 2.8%", True),
    ("支出31.4亿元，上年同期支出32.3亿元，下降8.2%。", "32.3亿元 31.4亿元 8.2%", False),
    ("新改建公路86.4公里，去年为72.0公里，增加14.4公里。", "86.4公里 72.0公里 14.4公里", True),
    ("新改建公路86.4公里，去年为72.0公里，增加41.4公里。", "86.4公里 72.0公里 41.4公里", False),
    ("贫困户12846户。\n因病5138户，占40.0%；因残2184户，占17.0%；缺技术3212户，占25.0%。", "25.0% 3212户 12846户", True),
    ("贫困户12846户。\n因病5138户，占40.0%；因残2184户，占17.0%；缺技术3212户，占23.0%。", "23.0% 3212户 12846户", False),
    ("参加抽查的网站746家，合格712家，不合格的34家。对上述34家网站限期整改。", "34家", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "numbers", "holds"), CASES)
def test_numbers_that_belong_together_are_told(text, numbers, holds):
    assert frozenset(numbers.split()) in told(text, holds)


# True, though something near it does not add up.
LEFT_ALONE = [
    "税收6.41亿元，非税收入3.45亿元，共9.86亿元，全年预算数为13.2亿元。",
    "收入完成9.86亿元，全年预算数为13.2亿元。税收收入6.41亿元，非税收入3.45亿元。",
    "一产用电18.6亿千瓦时，二产912.4亿千瓦时，三产241.7亿千瓦时，居民生活213.5亿千瓦时。",
    "贫困户12846户，已脱贫9367户，今年脱贫2215户，剩余1264户。",
    "进出口总额2186.4亿元，去年同期为2011.4亿元。出口1403.8亿元，进口782.6亿元，贸易顺差621.2亿元。",
    "去年为72.0公里，增加14.4公里，增长20%。",
    "幼儿园112所，公办园56所，普惠性民办园48所，普惠率达92.9%。",
    "12个村中，收入较高的5个，一般的4个，较低的还有3个。",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_may_be_true_is_left_alone(text):
    assert told(text, False) == set()
