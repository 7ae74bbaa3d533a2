"""Where a hollow house lies, and how far from the dyke."""

from typing import Any

from django.db import models
from django.utils.functional import SimpleLazyObject

from taizhang.core.coordinates import CGCS2000
from taizhang.ledgers.fields import QuantityField
from taizhang.lines.hollow_houses.models.coordinates import System, degrees, misplaced_point
from taizhang.lines.hollow_houses.models.surveys import SurveyedHouse


class PositionedHouse(SurveyedHouse):
    """Its distance to the dyke is worked out wherever its coordinates are known, and typed only where they are not."""

    class Found(models.TextChoices):
        RTK = "rtk", "RTK测量"
        RECEIVER = "receiver", "手持GPS"
        TIANDITU = "tianditu", "天地图"
        AMAP = "amap", "高德或腾讯地图"
        BAIDU = "baidu", "百度地图"
        DRAWING = "drawing", "图上量取"

    longitude = degrees("经度", help_text="小数的度，如 113.553267；不是度分秒，也不是米。")
    latitude = degrees("纬度", help_text="小数的度，如 29.701542。")
    system = models.CharField(
        "坐标系",
        max_length=10,
        choices=System,
        blank=True,
        help_text="RTK、手持GPS、天地图是 CGCS2000；高德、腾讯地图是 GCJ-02；百度地图是 BD-09。",
    )
    found_by = models.CharField("坐标来源", max_length=10, choices=Found, blank=True)
    taped_distance = QuantityField(
        "实地丈量距离",
        unit="m",
        decimal_places=1,
        null=True,
        blank=True,
        help_text="用皮尺或测距仪量的到堤线的距离；用来核对坐标。",
    )
    distance_to_dyke = QuantityField(
        "距大堤距离",
        unit="m",
        decimal_places=1,
        null=True,
        blank=True,
        help_text="填了经纬度和坐标系、镇里登记了大堤的，保存时按坐标算出来；没有坐标的照实填。",
    )
    in_strip = models.BooleanField("在大堤整治带内", null=True, editable=False)
    claimed_in_strip = models.BooleanField(
        "列入大堤整治",
        null=True,
        blank=True,
        help_text="整治方案或上报材料里算不算大堤沿线的房屋。",
    )

    class Meta(SurveyedHouse.Meta):
        abstract = True

    def values(self) -> dict[str, Any]:
        """With what its position looks like where it lies outside the local area."""
        return super().values() | {"misplaced": SimpleLazyObject(self.misplaced)}

    def misplaced(self) -> str:
        if self.longitude is None or self.latitude is None:
            return ""
        return misplaced_point(self.longitude, self.latitude, self.system or CGCS2000)
