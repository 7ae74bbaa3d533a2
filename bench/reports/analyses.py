"""Passages of statistical analyses: population, farming, deposits, structure, tables. Every figure is true."""

from decimal import Decimal

from bench.reports.county import forced
from bench.reports.gold import Number, Passage, Sheet
from bench.reports.township import VILLAGES


def residents(sheet: Sheet) -> Passage:
    a, b = Decimal(sheet.draw(900, 4000, "城")) / 100, Decimal(sheet.draw(900, 4000, "乡")) / 100
    total, town, land = (sheet.amount(value * 10**4, "人", 2, "万") for value in (a + b, a, b))
    share = sheet.rate(a, a + b, 2)
    sheet.link("sum", total, town, land, tag="sum of halves")
    sheet.link("ratio", share, town, total, tag="share of the whole")
    return sheet.passage(
        f"年末常住人口{total}，其中城镇常住人口{town}，乡村常住人口{land}。城镇常住人口占常住人口的{share}。"
    )


def births(sheet: Sheet) -> Passage:
    a = Decimal(sheet.draw(700, 1200, "生")) / 100
    b = Decimal(sheet.draw(400, 690, "死")) / 100
    born, died, grown = (sheet.amount(value, "‰", 2) for value in (a, b, a - b))
    sheet.link("difference", born, died, grown, tag="rates of population")
    return sheet.passage(
        f"全年人口出生率{born}，死亡率{died}，自然增长率{grown}，人口结构总体平稳。"
    )


def farming(sheet: Sheet) -> Passage:
    names = ("农业", "林业", "牧业", "渔业", "农林牧渔专业及辅助性活动")
    each = [
        Decimal(sheet.draw(*bounds, f"值{n}")) / 100
        for n, bounds in enumerate(((1500, 4000), (100, 400), (800, 2500), (300, 1500), (50, 200)))
    ]
    total, parts = (
        sheet.amount(sum(each) * 10**8, "元", 2, "亿"),
        [sheet.amount(value * 10**8, "元", 2, "亿") for value in each],
    )
    rates = [sheet.amount(Decimal(sheet.draw(15, 80, f"率{n}")) / 10, "%", 1) for n in range(6)]
    sheet.link("sum", total, *parts, tag="sum of five")
    named = zip(names, parts, rates[1:], strict=True)
    listed = "；".join(f"{name}产值{part}，增长{rate}" for name, part, rate in named)
    return sheet.passage(f"实现农林牧渔业总产值{total}，增长{rates[0]}。其中，{listed}。")


def grain(sheet: Sheet) -> Passage:
    each = [Decimal(sheet.draw(1000, 60000, f"顷{n}")) / 10 for n in range(3)]
    total, parts = (
        sheet.amount(sum(each), "公顷", 1),
        [sheet.amount(value, "公顷", 1) for value in each],
    )
    sheet.link("sum", total, *parts, tag="sum over sentences")
    return sheet.passage(
        f"全县粮食作物播种面积{total}。其中，玉米播种面积{parts[0]}；水稻播种面积{parts[1]}；大豆播种面积{parts[2]}。"
    )


def deposits(sheet: Sheet) -> Passage:
    a, c = Decimal(sheet.draw(8000, 30000, "原")) / 100, Decimal(sheet.draw(400, 3000, "增")) / 100
    level, more, rate = (
        sheet.amount((a + c) * 10**8, "元", 2, "亿"),
        sheet.amount(c * 10**8, "元", 2, "亿"),
        sheet.rate(c, a),
    )
    sheet.link("growth_by", level, more, rate, tag="growth with its change")
    return sheet.passage(f"年末金融机构各项存款余额{level}，比年初增加{more}，增长{rate}。")


def structure(sheet: Sheet) -> Passage:
    before = forced(
        [Decimal(sheet.draw(*b, f"前{n}")) for n, b in enumerate(((15, 25), (35, 45), (30, 50)))]
    )
    after = forced(
        [Decimal(sheet.draw(*b, f"后{n}")) for n, b in enumerate(((12, 22), (35, 45), (35, 55)))]
    )
    old, new = [sheet.put(one) for one in before], [sheet.put(one) for one in after]
    sheet.link("shares", *old, tag="proportion before")
    sheet.link("shares", *new, tag="proportion")
    return sheet.passage(
        f"三次产业结构由上年的{':'.join(map(str, old))}调整为{':'.join(map(str, new))}，结构持续优化。"
    )


def power(sheet: Sheet) -> Passage:
    a = Decimal(sheet.draw(600, 2500, "全")) / 100
    b = (a * sheet.draw(40, 75, "工") / 100).quantize(Decimal("0.01"))
    total, works, share = (
        sheet.amount(a * 10**8, "千瓦时", 2, "亿"),
        sheet.amount(b * 10**8, "千瓦时", 2, "亿"),
        sheet.rate(b, a),
    )
    sheet.link("ratio", share, works, total, tag="share")
    return sheet.passage(f"全社会用电量{total}，其中工业用电量{works}，占全社会用电量的{share}。")


def income(sheet: Sheet) -> Passage:
    a, c = sheet.draw(9000, 30000, "原"), sheet.draw(500, 2500, "增")
    before, now, rate = sheet.amount(a, "元"), sheet.amount(a + c, "元"), sheet.rate(c, a)
    more = sheet.amount(c, "元")
    sheet.link("difference", before, now, more, tag="from, to, by")
    sheet.link("growth", before, now, rate, tag="growth from two values")
    who = sheet.choose(("城镇居民", "农村居民"), "who")
    return sheet.passage(f"{who}人均可支配收入由{before}增加到{now}，增加{more}，增长{rate}。")


def phones(sheet: Sheet) -> Passage:
    a, b = Decimal(sheet.draw(2000, 6000, "移")) / 100, Decimal(sheet.draw(100, 600, "固")) / 100
    total, mobile, fixed = (sheet.amount(value * 10**4, "户", 2, "万") for value in (a + b, a, b))
    sheet.link("sum", total, mobile, fixed, tag="sum of two")
    return sheet.passage(
        f"年末电话用户总数{total}，其中移动电话用户{mobile}，固定电话用户{fixed}。"
    )


def bare(value: Decimal, unit: str, scale: int = 1) -> Number:
    """A cell of a table: its unit stands in the head."""
    step = Decimal(1).scaleb(int(value.as_tuple().exponent)) * scale
    kind = "money" if unit == "元" else "quantity"
    exact = unit == "户"
    return Number(value * scale, unit, f"{value}", kind, Decimal(0) if exact else step)


def table(sheet: Sheet) -> Passage:
    names = sheet.some(VILLAGES, 4, "村")
    columns = [("户", 1, 0), ("亩", 1, 1), ("元", 10**4, 2)]
    cells = {}
    for column, (unit, scale, places) in enumerate(columns):
        each = [
            Decimal(sheet.draw(2000, 90000, f"格{column}{n}")).scaleb(-places) for n in range(4)
        ]
        slots = [sheet.put(bare(value, unit, scale)) for value in (*each, sum(each))]
        sheet.link("sum", slots[-1], *slots[:-1], tag="table")
        cells |= {(row, column): slot for row, slot in enumerate(slots)}
    rows = [
        f"| {name} | {cells[row, 0]} | {cells[row, 1]} | {cells[row, 2]} |"
        for row, name in enumerate((*names, "合计"))
    ]
    head = "| 村 | 户数（户） | 耕地（亩） | 集体经营收入（万元） |\n|---|---|---|---|"
    return sheet.passage("各村基本情况如下：\n" + head + "\n" + "\n".join(rows))


def quarters(sheet: Sheet) -> Passage:
    each = [sheet.draw(300, 4000, f"季{n}") for n in range(2)]
    parts, total = [sheet.amount(value, "人次") for value in each], sheet.amount(sum(each), "人次")
    sheet.link("sum", total, *parts, tag="sum of quarters")
    return sheet.passage(
        f"一季度开展各类职业技能培训{parts[0]}，二季度开展{parts[1]}，上半年合计开展{total}。"
    )


PASSAGES = (
    residents,
    births,
    farming,
    grain,
    deposits,
    structure,
    power,
    income,
    phones,
    table,
    quarters,
)
