"""What a sentence states: each construct of numbers in administrative prose, as a table of sentences and their claims."""

from decimal import Decimal

import pytest

from taizhang.checks.scanning import scan


def claims(text: str) -> list[tuple[str, object, str]]:
    """The claims as text, value (a range as its two ends) and unit."""
    told = []
    for claim in scan(text):
        if claim.is_stated:
            low, high = claim.amount.low, claim.amount.high
            told.append((claim.text, low if low == high else (low, high), claim.unit))
    return told


def d(text: str) -> Decimal:
    return Decimal(text)


SENTENCES = {
    # plain
    "拆除空心房310栋。": [("310栋", d("310"), "栋")],
    "共199,800㎡": [("199,800㎡", d("199800"), "㎡")],
    "全境面积27.26平方公里": [("27.26平方公里", d("27.26"), "平方公里")],
    "下辖3个社区、4个村": [("3个", d("3"), "个"), ("4个", d("4"), "个")],
    "总人口15944户38943人": [("15944户", d("15944"), "户"), ("38943人", d("38943"), "人")],
    # scales
    "完成投资4.3亿元": [("4.3亿元", d("430000000"), "元")],
    "总产值12762万元": [("12762万元", d("127620000"), "元")],
    "出栏22.838千只": [("22.838千只", d("22838"), "只")],
    "用电1.36亿千瓦时": [("1.36亿千瓦时", d("136000000"), "千瓦时")],
    "投资二十万亿元": [("二十万亿元", d("20000000000000"), "元")],
    "补贴25万6千元": [("25万6千元", d("256000"), "元")],
    "变电站110千伏": [("110千伏", d("110"), "千伏")],
    # Chinese digits
    "发放三十余户": [("三十余户", d("30"), "户")],
    "建成两座水电站": [("两座", d("2"), "座")],
    "减少一点五亿元": [("一点五亿元", d("150000000"), "元")],
    "走访三四十户": [("三四十户", (d("30"), d("40")), "户")],
    "消除了唯一一户的隐患": [("一户", d("1"), "户")],
    # hedges are told by approx, not by the span
    "约500万元": [("500万元", d("5000000"), "元")],
    "标语80多条": [("80多条", d("80"), "条")],
    "3亿多农村人口": [("3亿多", d("300000000"), "人")],
    "提高2个多百分点": [("2个多百分点", d("2"), "个多百分点")],
    # ranges
    "海拔320～937米": [("320～937米", (d("320"), d("937")), "米")],
    "增产63%～68%": [("63%～68%", (d("63"), d("68")), "%")],
    "亩产400至450公斤": [("400至450公斤", (d("400"), d("450")), "公斤")],
    # shares
    "占28%": [("28%", d("28"), "%")],
    "达到百分之三十五点二": [("百分之三十五点二", d("35.2"), "%")],
    "自然增长率-1.2‰": [("-1.2‰", d("-1.2"), "‰")],
    "七成以上农户": [("七成", d("70"), "%")],
    "收入比为1.90:1": [("1.90:1", d("1.90"), "")],
    "固定资产投资翻两番": [("翻两番", d("4"), "倍")],
    # per unit
    "工资130元/日": [("130元/日", d("130"), "元/日")],
    "PM2.5浓度34微克/立方米": [("34微克/立方米", d("34"), "微克/立方米")],
    # none
    "全年未发生一起事故": [("一起", d("0"), "起")],
    "特护期间无一人上访": [("一人", d("0"), "人")],
    # full-width digits, spaces, thousands
    "耕地４７００亩": [("４７００亩", d("4700"), "亩")],
    "面积1 768.5千公顷": [("1 768.5千公顷", d("1768500"), "公顷")],
    "入库 320 万元": [("320 万元", d("3200000"), "元")],
    # dates, ordinals, codes and set phrases are none
    "2018年3月26日": [],
    "2016年—2020年": [],
    "2018年一季度以来": [],
    "1—9月": [],
    "上午9:30召开": [],
    "第十二届第一次会议": [],
    "1、加强领导。（2）抓落实。": [],
    "湘政发〔2018〕5号": [],
    "电话0730-3721234": [],
    "国道G107": [],
    "国家5A级景区": [],
    "“三个三”和“五有三到场”": [],
    "打好三大攻坚战": [],
    "“十四五”期间": [],
    "党的十九大和十九届四中全会": [],
    "一户一宅，一抓到底": [],
    "统一规划，进一步完善": [],
    "百家争鸣，千方百计，万人计划": [],
    "镇村组三级干部大会": [],
    "第一产业": [],
    "三次产业": [],
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_states_these_amounts_and_no_others(sentence):
    assert claims(sentence) == SENTENCES[sentence]


HEDGED = {
    "约500户": "about",
    "近500户": "under",
    "500余户": "over",
    "500户以上": "at_least",
    "超过500户": "at_least",
    "不足500户": "under",
    "不超过500户": "at_most",
    "500户左右": "about",
    "500户": "exact",
    "400至500户": "range",
}


@pytest.mark.parametrize("words", HEDGED)
def test_words_around_a_number_say_how_exact_it_is(words):
    (claim,) = [one for one in scan(f"全镇{words}。") if one.is_stated]
    assert claim.approx == HEDGED[words]
    low, high = claim.interval()
    assert low <= 500 <= high or words.startswith("4")


def test_offsets_are_those_of_the_text_as_it_was_given():
    text = "全镇（２０１８年）拆除３１０栋，\n占 28 ％。"
    for claim in scan(text):
        assert text[claim.start : claim.end] == claim.text


def test_a_number_keeps_the_precision_it_was_written_with():
    (claim,) = [one for one in scan("面积4.70万亩") if one.is_stated]
    assert claim.interval() == (Decimal("46950"), Decimal("47050"))
