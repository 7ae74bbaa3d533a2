"""What the county states must be what the ledger says: the period stays open until they agree."""

from django.db.models import F, Q

from taizhang.ledgers.rules import Rule
from taizhang.lines.land.models import CountyStatement
from taizhang.lines.land.rules.days import LINKAGE

statement_agrees = Rule(
    "与县局对账相符",
    CountyStatement,
    ~Q(stated_area=CountyStatement.in_ledger()),
    "截至 {stated_on}，“{project}”的{subject}，县局是 {stated_area} 亩，台账是 {ledger_area} 亩，台账{difference}；"
    "请查出是哪一笔漏记、重记或记错了日期，改正后再封存。",
    basis=LINKAGE,
    at_closing=True,
)
stated_after_approval = Rule(
    "对账不早于项目批准",
    CountyStatement,
    Q(stated_on__lt=F("project__approved_on")),
    "对账日期 {stated_on} 早于“{project}”的批准日期，请核对。",
)
