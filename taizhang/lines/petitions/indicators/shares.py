"""What stands in the place of a ranking: answered in time, settled in time."""

from taizhang.indicators.indicator import Ratio
from taizhang.lines.petitions.indicators.answered import (
    answered_in_time,
    first_closed,
    informed_in_time,
    rated,
    satisfied,
    settled_once,
    to_answer,
    to_inform,
)

inform_share = Ratio(
    "及时受理率",
    "%",
    of=informed_in_time,
    to=to_inform,
    definition="按期告知 ÷ 应告知，都按告知期限届满日计；没有届满的不计，逾期没有告知的算在分母里。",
)
answer_share = Ratio(
    "按期办结率",
    "%",
    of=answered_in_time,
    to=to_answer,
    definition="按期答复 ÷ 应办结，都按办理期限届满日计；没有届满的不计，逾期没有答复的算在分母里。",
)
settled_share = Ratio(
    "一次性化解率",
    "%",
    of=settled_once,
    to=first_closed,
    definition="初次信访一次化解 ÷ 初次信访办结，都按办结日期计；以后再来的会使它降低。",
)
satisfaction_share = Ratio(
    "信访人满意率",
    "%",
    of=satisfied,
    to=rated,
    definition="满意和基本满意 ÷ 作了评价的，按评价日期计；没有评价的不计。",
)
