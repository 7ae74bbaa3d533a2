"""What is refused is known by its words, and what an office may well say is not taken for it."""

import pytest

from taizhang.core.finding import Refusal
from taizhang.core.refused import asked_for, named, refuse, refuse_target, refused_in, subjects

ASKED = [
    ("P1", "对特护人员形成了一整套管控方案"),
    ("P1", "每名信访人由一名干部盯防"),
    ("P1", "进京劝返情况"),
    ("P1", "包保稳控责任表"),
    ("P2", "特护人员"),
    ("P2", "重点人员活动轨迹"),
    ("P2", "手机定位"),
    ("P2", "两会期间人员预警"),
    ("P3", "因上访停发低保"),
    ("P3", "有无上访"),
    ("P4", "举报材料转给被举报人"),
    ("P4", "被检举控告单位签收"),
    ("P5", "未答复先办结"),
    ("P5", "信访销号"),
    ("P6", "确保不出现一起进京赴省和越级上访事件"),
    ("P6", "零上访"),
    ("P6", "在特护期间，我镇无一人上访"),
    ("P6", "信访总量下降10%"),
    ("P6", "各村信访排名"),
    ("P7", "签订息诉罢访承诺书"),
    ("P8", "信访人名单公布"),
    ("P9", "个人风险等级"),
    ("P10", "法制学习班"),
    ("P10", "限制出行"),
    ("traces", "上传照片张数排名"),
    ("traces", "各村每周上传照片不少于20张"),
]
ALLOWED = [
    "突出抓好信访维稳工作",
    "信访按期办结率达到95%",
    "特护期",
    "当日无来访",
    "没有登记的来访",
    "不得阻止群众上访",
    "不得拦截信访人，也不列人员名单",
    "化解信访积案",
    "信访事项30日内办结",
    "来信来访当日登记",
    "无信访事项编号",
    "重点人群健康服务",
    "土地用途管控",
    "确保土地隐形交易得到控制",
    "确保不出现安全事故",
]


@pytest.mark.parametrize(("number", "text"), ASKED)
def test_what_is_asked_for_is_known_by_its_words(number, text):
    assert number in {one.number for one, _ in asked_for(text)}


@pytest.mark.parametrize("text", ALLOWED)
def test_what_an_office_may_say_is_left_alone(text):
    assert refused_in(text) is None


def test_every_subject_has_an_example_here():
    assert {number for number, _ in ASKED} == set(subjects())


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("P1", "petitions.stability_control"),
        ("P2", "petitions.watch_list"),
        ("P2", "phone_location"),
        ("P9", "petitioner.petition_risk"),
        ("traces", "desk:upload_ranking"),
    ],
)
def test_english_names_are_known_too(number, name):
    assert number in {one.number for one, _ in named(name)}


@pytest.mark.parametrize(
    "name", ["land.surface", "housing.place", "petitions.petition", "duty.visit"]
)
def test_names_that_only_look_alike_are_left_alone(name):
    assert not list(named(name))


def test_a_refusal_says_why_and_what_there_is_instead():
    with pytest.raises(Refusal) as refused:
        refuse("确保不出现越级上访")
    sentence = str(refused.value)
    assert "信访工作条例第三十九条" in sentence
    assert "按期办结率" in sentence
    assert "满意率" in sentence


def test_a_target_may_be_set_on_how_petitions_are_handled():
    refuse_target("信访事项按期办结率", "%")
    refuse_target("拆除空心房", "栋")


@pytest.mark.parametrize(("indicator", "unit"), [("信访登记", "件"), ("来访人次", "人次")])
def test_no_target_may_be_set_on_how_many_petitions_there_are(indicator, unit):
    with pytest.raises(Refusal, match="不能定目标值"):
        refuse_target(indicator, unit)
