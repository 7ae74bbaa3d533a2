"""What was put up: slogans, banners, boards, adverts."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import each
from taizhang.lines.directives.models import Publicity

KIND = Publicity.Kind


def put_up(title: str, unit: str, told: str, *kinds: str) -> Indicator:
    return Indicator(
        title,
        unit,
        counts=[
            each(
                Publicity, on="put_up_on", amount="pieces", where=Q(kind__in=kinds), item="subject"
            )
        ],
        definition=f"{told}，按设置日期计数量，按宣传主题分；后来撤除的也计，同一处换新的另计。",
    )


slogans = put_up("悬挂标语", "条", "本期张贴、悬挂、刷写的标语和横幅", KIND.SLOGAN, KIND.BANNER)
boards = put_up("制作展板", "块", "本期设置的展板、宣传栏", KIND.BOARD)
adverts = put_up("设置户外广告", "处", "本期设置的户外广告", KIND.ADVERT)
