"""What was put up for everybody to read: slogans, banners, boards, adverts."""

from django.db import models

from taizhang.ledgers.validators import AT_LEAST_ONE
from taizhang.lines.directives.models.common import EMPTY, LATER, OfficeRecord


class Publicity(OfficeRecord):
    """So many slogans or boards of one wording, put up at one spot on one day; photos are kept as attachments."""

    class Kind(models.TextChoices):
        SLOGAN = "slogan", "标语"
        BANNER = "banner", "横幅"
        BOARD = "board", "展板"
        ADVERT = "advert", "户外广告"
        LEAFLET = "leaflet", "宣传单"
        OTHER = "other", "其他"

    topic = "宣传"

    kind = models.CharField("宣传品类别", max_length=10, choices=Kind)
    subject = models.CharField("宣传主题", max_length=60)
    content = models.CharField("宣传内容", max_length=300)
    pieces = models.PositiveIntegerField("数量", validators=AT_LEAST_ONE)
    spot = models.CharField("设置位置", max_length=80, **EMPTY)
    put_up_on = models.DateField("设置日期")
    taken_down_on = models.DateField("撤除日期", **LATER)

    class Meta(OfficeRecord.Meta):
        verbose_name = verbose_name_plural = "宣传品"
