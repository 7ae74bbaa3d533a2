"""The ledgers of hollow houses, one file a topic."""

from taizhang.lines.hollow_houses.models.dykes import Dyke
from taizhang.lines.hollow_houses.models.houses import HollowHouse
from taizhang.lines.hollow_houses.models.owners import CoOwner

__all__ = ["CoOwner", "Dyke", "HollowHouse"]
