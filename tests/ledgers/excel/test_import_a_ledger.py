"""What an import does when nothing is wrong."""

from datetime import date
from decimal import Decimal

from taizhang.ledgers.excel.importing import import_workbook
from taizhang.lines.hollow_houses.models import HollowHouse
from tests.ledgers.excel.sheets import houses, write


def test_every_row_becomes_a_record_with_exact_values(office, tmp_path):
    result = import_workbook(HollowHouse, write(tmp_path / "a.xlsx", houses(3)))
    assert result.problems.in_order() == []
    assert (result.rows, result.new, result.changed, result.same) == (3, 3, 0, 0)
    assert result.written
    record = HollowHouse.objects.get(number="KX-0002")
    assert record.place.name == "广坪村"
    assert record.floor_area == Decimal("102.40")
    assert record.demolished_on == date(2018, 3, 5)
    assert record.heritage is False
    assert record.category == HollowHouse.Category.IDLE
