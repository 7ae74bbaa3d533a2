"""How far a target has come is what another line's ledger says, of its own span and no other."""

from datetime import date

from taizhang.lines.hollow_houses.tests.houses import house
from taizhang.lines.targets.documents import aim_of, so_far
from taizhang.lines.targets.tests.boards import MEASURED, board, saved, target
from taizhang.snapshots.progress import latest, standings

TODAY = date(2018, 3, 26)


def test_progress_is_what_the_ledgers_say_today(office):
    aimed = saved(target(saved(board()), **MEASURED | {"target": "2", "standard": ""}))
    agreed = {"agreement_no": "XY", "agreement_on": date(2017, 12, 28)}
    house("KX-1", **agreed, demolished_on=date(2018, 2, 1)).save()
    house("KX-2", **agreed, demolished_on=date(2017, 12, 30)).save()  # not this year's
    [now] = standings(aimed, TODAY)
    assert (now.figure.value, now.verdict, now.cutoff) == (1, "尚未达到目标", TODAY)
    house("KX-3", **agreed, demolished_on=date(2018, 3, 1)).save()
    assert latest(aimed, TODAY).verdict == "已达到目标"
    assert so_far(aimed) == "截至2018年12月31日，未封存：2栋，已达到目标"
    assert aim_of(aimed) == "拆除空心房不低于2栋"
