"""Reading names of other things: a place by its name or code, a record of another ledger by its number."""

from collections.abc import Iterable
from typing import Any

from taizhang.ledgers.excel.cells import NULL, CellError, Reader, nearest, one_of, shown
from taizhang.ledgers.excel.places import by_name
from taizhang.ledgers.excel.scope import Scope
from taizhang.ledgers.record import Record
from taizhang.people.models import Place


class PlaceReader(Reader):
    """A place by its name, by its parent's name and its own, or by its code. A merged one is refused."""

    def __init__(self, scope: Scope, blank: str | None = NULL) -> None:
        super().__init__(blank)
        self.scope = scope
        self.known: dict[str, list[Place]] = {}

    def learn(self, values: Iterable[Any]) -> None:
        """Read the catalogue of places once."""
        if not self.known:
            self.known = by_name(Place.objects.select_related("successor"))

    def read_value(self, value: Any) -> str:
        text = shown(value)
        found = self.known.get(text, [])
        in_use = [place for place in found if self.in_use(place, text)]
        mine = [place for place in in_use if place.is_within(self.scope.reach)]
        if len(mine) == 1:
            return mine[0].code
        raise self.refusal(text, found, in_use, mine)

    def in_use(self, place: Place, text: str) -> bool:
        """Records of a place that has merged keep it; they name it by its code, as our own exports do."""
        settled = place.code == text and text in self.scope.settled
        return settled or place.is_valid_on(self.scope.today)

    def refusal(
        self, text: str, found: list[Place], in_use: list[Place], mine: list[Place]
    ) -> CellError:
        if not found:
            hint = nearest(text, self.current_names()) or "，请核对名称或地区代码。"
            return CellError(f"没有“{text}”这个地方{hint}", "没有这个地方")
        if not in_use:
            return CellError(merged(found[0]), "地方已经撤并")
        if not mine:
            return CellError(
                f"“{text}”不在您的填报范围内，请交由那里的岗位导入，或核对地名。", "不在填报范围"
            )
        codes = one_of(f"{place.name} {place.code}" for place in mine)
        return CellError(f"叫“{text}”的地方不止一个，请改填地区代码（{codes}）。", "地名有重复")

    def current_names(self) -> list[str]:
        places = {
            place.name
            for found in self.known.values()
            for place in found
            if place.is_valid_on(self.scope.today)
        }
        return sorted(places)


def merged(place: Place) -> str:
    if place.valid_to is None:
        return f"“{place.name}”到 {place.valid_from} 才启用，请核对地名。"
    into = (
        f"并入{place.successor.name}，请改填“{place.successor.name}”"
        if place.successor
        else "撤销，请改填现在的地方"
    )
    return f"“{place.name}”已于 {place.valid_to} {into}。"


class RecordReader(Reader):
    """A record of another ledger by its 编号, as far as the acting post may see it."""

    def __init__(self, target: type[Record], blank: str | None = NULL) -> None:
        super().__init__(blank)
        self.target = target
        self.title = str(target._meta.verbose_name)
        self.known: dict[str, list[int]] = {}

    def learn(self, values: Iterable[Any]) -> None:
        """Look these numbers up in one query."""
        wanted = {shown(value) for value in values} - set(self.known)
        self.known |= {number: [] for number in wanted}
        found = self.target._default_manager.filter(number__in=wanted).values_list("number", "pk")
        for number, key in found:
            self.known[number].append(key)

    def read_value(self, value: Any) -> str:
        number = shown(value)
        found = self.known.get(number, [])
        if len(found) == 1:
            return str(found[0])
        if found:
            raise CellError(
                f"编号“{number}”的{self.title}在几个乡镇都有，请分乡镇导入。", "引用的编号有重复"
            )
        raise CellError(
            f"没有编号“{number}”的{self.title}，请先登记它，或改成已有的编号。",
            f"没有引用的{self.title}",
        )
