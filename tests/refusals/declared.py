"""Made-up declarations of what is refused, one and more for each subject: the checks must find them."""

from django.db import models
from django.test.utils import isolate_apps

from taizhang.documents.papers import Paper
from taizhang.documents.refused_checks import (
    by_person,
    closed_unanswered,
    in_words,
    linked,
    located,
)
from taizhang.documents.said import Said, of_indicator, of_ledger, of_rule, of_workflow
from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import each
from taizhang.ledgers.fields import NumberOfField
from taizhang.ledgers.record import Record
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.workflow import Step, Workflow
from taizhang.lines.duty.models import Visit


def fields(**declared):
    """What is said by a ledger of the line that deals with petitions, with these fields."""
    with isolate_apps("taizhang.lines.duty"):
        made = made_up("duty", "接访办理", **declared)
    return list(of_ledger(made))


def made_up(line, called, **declared):
    """A ledger that is in no catalogue."""

    class Meta(Record.Meta):
        app_label = line
        verbose_name = called
        constraints = ()

    return type("MadeUp", (Record,), {"__module__": __name__, "Meta": Meta, **declared})


def links(line, **declared):
    with isolate_apps("taizhang.lines.duty", "taizhang.lines.housing"):
        return list(linked([made_up(line, "示例台账", **declared)]))


def steps(*declared):
    return Workflow(Visit, tuple(declared))


def title(text):
    return list(in_words([Said("示例", text)]))


def words(declared):
    return list(in_words(declared))


def text(**more):
    return models.CharField(max_length=40, **more)


ENTERED = Step("登记", "entered", on="on")
UNANSWERED = steps(ENTERED, Step("办结", "closed", on="on", after=("entered",)))
BY_NAME = Indicator("来访按人", "批次", counts=[each(Visit, on="on", item="visitor")])

# Each is found by nobody's good will: the number of the refusal that must speak, and the declaration.
FORBIDDEN = [
    ("P1", "a ledger of control plans", lambda: words(of_ledger(control_plan()))),
    ("P1", "a step that fetches back", lambda: words(of_workflow(steps(Step("劝返", "fetched", on="on"))))),
    ("P1", "an officer set to watch", lambda: words(fields(minder=text(verbose_name="盯防责任人")))),
    ("P2", "a mark on a person", lambda: words(fields(key_person=models.BooleanField("特护人员")))),
    ("P2", "whereabouts", lambda: words(fields(seen_at=text(verbose_name="活动轨迹")))),
    ("P2", "a telephone located", lambda: words(fields(phone_location=text(verbose_name="所在地")))),
    ("P2", "a choice that is a watch-list", lambda: words(fields(kind=text(verbose_name="类别", choices=[("a", "重点人员")])))),
    ("P2", "coordinates", lambda: places(longitude=models.FloatField("经度"))),
    ("P3", "the number of an allowance", lambda: links("duty", low=text(verbose_name="低保证号"))),
    ("P3", "a mark on an applicant", lambda: links("housing", up=models.BooleanField("有信访记录"))),
    ("P3", "a number of a petition", lambda: links("housing", no=NumberOfField("编号二", ledger="petitions.petition"))),
    ("P3", "a number of a household", lambda: links("duty", no=NumberOfField("编号二", ledger="housing.household"))),
    ("P3", "a rule that stops an allowance", lambda: words(of_rule("x", rule("因上访停发低保的，请核对。")))),
    ("P4", "a paper to the accused", lambda: title(Paper("举报材料转交被举报人通知", Visit).title)),
    ("P5", "a case closed unanswered", lambda: list(closed_unanswered([UNANSWERED]))),
    ("P5", "a registration refused", lambda: words(of_workflow(steps(Step("不予登记", "dropped", on="on"))))),
    ("P6", "a figure of nobody going up", lambda: words(of_indicator("x", figure("零上访村")))),
    ("P6", "a ranking of villages", lambda: words(of_indicator("x", figure("各村信访排名")))),
    ("P6", "a target of the old kind", lambda: title("确保不出现一起进京赴省和越级上访事件")),
    ("P7", "a promise as a condition", lambda: title("本人自愿签订息诉罢访承诺书")),
    ("P7", "a deposit", lambda: words(fields(paid=text(verbose_name="信访保证金")))),
    ("P8", "a figure by name", lambda: list(by_person({"duty.by_name": BY_NAME}))),
    ("P8", "names on the wall", lambda: title("将信访人姓名公布如下")),
    ("P8", "an employer", lambda: words(fields(employer=text(verbose_name="来访人工作单位")))),
    ("P9", "a score", lambda: words(fields(petition_risk=models.IntegerField("得分")))),
    ("P9", "a grade", lambda: words(fields(grade=text(verbose_name="个人风险等级")))),
    ("P10", "a class", lambda: words(of_workflow(steps(Step("送法制学习班", "taught", on="on"))))),
    ("P10", "no leaving", lambda: words(fields(held=models.BooleanField("限制出行")))),
    ("traces", "a ranking by uploads", lambda: words(of_indicator("x", figure("各村上传照片排名")))),
    ("traces", "a quota of photographs", lambda: title("各村每周上传照片不少于20张")),
]  # fmt: skip


def control_plan():
    with isolate_apps("taizhang.lines.duty"):
        return made_up("duty", "管控方案")


def places(**declared):
    with isolate_apps("taizhang.lines.duty"):
        return list(located([made_up("duty", "接访办理", **declared)]))


def figure(called):
    return Indicator(called, "个", counts=[each(Visit, on="on")], definition="示例")


def rule(message):
    return Rule("示例", Visit, Visit._default_manager.none().query.where, message)  # never asked
