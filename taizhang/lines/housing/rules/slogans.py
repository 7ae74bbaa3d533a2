"""What is asked of local slogans: where they come from, and what they stand for."""

from django.db.models import Exists, F, OuterRef, Q

from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.slogans import Slogan, SloganItem

slogan_has_a_source = Rule(
    "口号要有来源文件",
    Slogan,
    Q(source=""),
    "“{phrase}”没有填来源文件；请问发文单位要到文件，填上名称和文号。没有来源的口号不要自己编要点。",
    ask=True,
)
sure_slogan_has_a_source = Rule(
    "已核实的要有来源",
    Slogan,
    Q(source="", is_sure=True),
    "“{phrase}”填了已核实，却没有来源文件；请填上文件名称和文号，或把“已核实”改成“否”。",
)
slogan_has_items = Rule(
    "口号要有要点",
    Slogan,
    ~Exists(SloganItem.objects.filter(slogan=OuterRef("pk"))),
    "“{phrase}”还没有登记要点，到场记录单上只能印出口号；请照来源文件逐条登记到“口号要点”。",
    ask=True,
)
slogan_ends_after_it_begins = Rule(
    "口号停用晚于起用",
    Slogan,
    Q(until__lte=F("since")),
    "停用日期 {until} 不晚于起用日期 {since}，请核对这两个日期。",
)
