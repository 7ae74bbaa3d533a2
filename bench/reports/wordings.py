"""Numbers as offices like to write them, which hang together with nothing: Chinese digits, 余 and 多, shares in words, full-width digits."""

from dataclasses import replace
from decimal import Decimal

from bench.reports.gold import Number, Passage, Sheet, amount, over, parted, spelled

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def in_words(sheet: Sheet) -> Passage:
    groups, cadres = (
        sheet.put(spelled(sheet.draw(11, 60, "组"), "个")),
        sheet.put(spelled(sheet.draw(11, 40, "干"), "名")),
    )
    return sheet.passage(
        f"组织{cadres}驻村干部深入{groups}村民小组，面对面宣讲政策，心贴心解决困难。"
    )


def and_more_in_words(sheet: Sheet) -> Passage:
    tens = sheet.draw(2, 9, "十") * 10
    homes = spelled(tens, "户")
    more = sheet.put(replace(homes, text=homes.text.replace("户", "余户"), step=Decimal(tens) / 5))
    return sheet.passage(f"春节前走访慰问困难群众{more}，送去党和政府的温暖。")


def and_more(sheet: Sheet) -> Passage:
    money = parted(sheet.draw(10, 90, "钱") * 100, "")
    value = money.value * 10**4
    many = sheet.put(Number(value, "元", f"{money.text}余万元", "money", value / 5))
    people = sheet.put(over(sheet.draw(2, 9, "人") * 1000, "人", "多"))
    return sheet.passage(f"整合各类涉农资金{many}，带动就近务工{people}，村级集体经济不断壮大。")


def third(sheet: Sheet) -> Passage:
    said, value = sheet.choose(
        (("三分之一", Decimal(1) / 3), ("四分之三", Decimal("0.75")), ("五分之二", Decimal("0.4"))),
        "part",
    )
    part = sheet.put(Number(value, "", said, "ratio"))
    return sheet.passage(f"目前已有{part}以上的农户加入合作社，抱团发展意识明显增强。")


def per_cent_in_words(sheet: Sheet) -> Passage:
    value = sheet.draw(71, 99, "百")
    share = sheet.put(
        Number(Decimal(value), "%", "百分之" + spelled(value, "").text, "percent", Decimal(1))
    )
    return sheet.passage(f"生活垃圾分类覆盖面超过{share}，村容村貌焕然一新。")


def full_width(sheet: Sheet) -> Passage:
    homes, flats = (
        amount(sheet.draw(100, 900, "户"), "户"),
        amount(sheet.draw(100, 900, "套"), "套"),
    )
    first, second = (
        sheet.put(replace(one, text=one.text.translate(FULL_WIDTH))) for one in (homes, flats)
    )
    return sheet.passage(f"完成危房改造{first}，分配公共租赁住房{second}，住房安全有保障。")


def hedged(sheet: Sheet) -> Passage:
    near, under = sheet.amount(sheet.draw(2, 9, "近") * 1000, "人"), sheet.amount(100, "户")
    return sheet.passage(f"现场观看群众近{near}，发放宣传资料不到{under}就已领完，反响热烈。")


def newly_built(sheet: Sheet) -> Passage:
    one, two = sheet.put(Number(Decimal(1), "所", "一所", "quantity")), sheet.put(spelled(2, "个"))
    return sheet.passage(f"新建{one}公办幼儿园、{two}集中供水点，群众急难愁盼问题得到解决。")


def per_each(sheet: Sheet) -> Passage:
    each = sheet.amount(sheet.draw(2, 9, "补") * 100, "元")
    more = sheet.put(over(sheet.draw(11, 39, "增") * 100, "元"))
    return sheet.passage(f"对连片种植大户每亩补助{each}，户均增收{more}，种粮积极性持续提高。")


def of_scale(sheet: Sheet) -> Passage:
    times = sheet.draw(11, 49, "次")
    many = sheet.put(
        Number(
            Decimal(times * 1000),
            "人次",
            f"{Decimal(times) / 10}万余人次",
            "quantity",
            Decimal(1000),
        )
    )
    rose = sheet.amount(Decimal(sheet.draw(11, 39, "倍")) / 10, "倍", 1)
    return sheet.passage(f"全年服务群众{many}，线上办件量是上年的{rose}，“最多跑一次”成为常态。")


def ranges(sheet: Sheet) -> Passage:
    low, wide = sheet.draw(2, 8, "低") * 100, sheet.draw(1, 4, "差") * 100
    dash = sheet.choose(("—", "-", "至", "～"), "dash")
    gain = sheet.put(spread(low, low + wide, "元", f"{low}{dash}{low + wide}元"))
    months = sheet.put(spread(3, 5, "个月", f"3{dash}5个月"))
    return sheet.passage(f"每亩可增收{gain}，工期压缩到{months}，农户种植积极性明显提高。")


def spread(low: int, high: int, unit: str, text: str) -> Number:
    """A number that is a range."""
    kind = "money" if unit == "元" else "quantity"
    return Number(Decimal(low), unit, text, kind, high=Decimal(high))


def none_at_all(sheet: Sheet) -> Passage:
    words = (
        ("全年未发生{}重大安全事故，社会大局和谐稳定。", "一起", "起"),
        ("换届期间无{}越级上访，风清气正。", "一人", "人"),
        ("汛期没有{}房屋倒塌，转移群众及时妥善安置。", "一间", "间"),
    )
    text, said, unit = sheet.choose(words, "words")
    none = sheet.put(Number(Decimal(0), unit, said, "quantity"))
    return sheet.passage(text.format(none))


PASSAGES = (
    ranges,
    none_at_all,
    in_words,
    and_more_in_words,
    and_more,
    third,
    per_cent_in_words,
    full_width,
    hedged,
    newly_built,
    per_each,
    of_scale,
)
