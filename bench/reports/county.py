"""Passages of a county's report: output, budget, enterprises, trade, towns. Every figure is true."""

from decimal import Decimal
from fractions import Fraction

from bench.reports.gold import Number, Passage, Sheet, spelled


def output(sheet: Sheet) -> Passage:
    each = [
        Decimal(sheet.draw(*bounds, f"产{n}")) / 100
        for n, bounds in enumerate(((2000, 6000), (5000, 12000), (5000, 14000)))
    ]
    total = sheet.amount(sum(each) * 10**8, "元", 2, "亿")
    parts = [sheet.amount(value * 10**8, "元", 2, "亿") for value in each]
    rates = [sheet.amount(Decimal(sheet.draw(25, 99, f"率{n}")) / 10, "%", 1) for n in range(4)]
    sheet.link("sum", total, *parts, tag="sum of sectors")
    mix = [sheet.put(share) for share in forced(each)]
    sheet.link("shares", *mix, tag="proportion")
    named = zip(("第一产业", "第二产业", "第三产业"), parts, rates[1:], strict=True)
    listed = "；".join(f"{name}增加值{part}，增长{rate}" for name, part, rate in named)
    ratio = ":".join(map(str, mix))
    return sheet.passage(
        f"全县地区生产总值{total}，按可比价格计算，比上年增长{rates[0]}。其中，{listed}。三次产业结构为{ratio}。"
    )


def forced(values: list[Decimal]) -> list[Number]:
    """Shares of one decimal that add up to 100 by the largest remainder, as bureaus print them."""
    total = Fraction(sum(values))
    exact = [Fraction(value) / total * 1000 for value in values]
    cut = [int(share) for share in exact]
    order = sorted(range(len(cut)), key=lambda at: cut[at] - exact[at])
    for at in order[: 1000 - sum(cut)]:
        cut[at] += 1
    shown = [Decimal(share) / 10 for share in cut]
    return [Number(share, "", f"{share:.1f}", "ratio", Decimal("0.1")) for share in shown]


def budget(sheet: Sheet) -> Passage:
    a, b = Decimal(sheet.draw(300, 1500, "税")) / 100, Decimal(sheet.draw(100, 900, "非税")) / 100
    total, tax, other = (sheet.amount(value * 10**8, "元", 2, "亿") for value in (a + b, a, b))
    share = sheet.rate(a, a + b)
    sheet.link("sum", total, tax, other, tag="sum of money")
    sheet.link("ratio", share, tax, total, tag="share of money")
    return sheet.passage(
        f"完成一般公共预算收入{total}，其中税收收入{tax}，非税收入{other}；税收收入占一般公共预算收入的{share}。"
    )


def livelihood(sheet: Sheet) -> Passage:
    a = Decimal(sheet.draw(1800, 6000, "支出")) / 100
    b = (a * sheet.draw(60, 85, "占") / 100).quantize(Decimal("0.01"))
    total, spent = (sheet.amount(value * 10**8, "元", 2, "亿") for value in (a, b))
    share = sheet.rate(b, a)
    sheet.link("ratio", share, spent, total, tag="share of money")
    tasks = sheet.put(spelled(10, "件"))
    return sheet.passage(
        f"全年一般公共预算支出{total}。坚持以人民为中心，民生支出{spent}，占一般公共预算支出的{share}，{tasks}民生实事全部办结。"
    )


def enterprises(sheet: Sheet) -> Passage:
    a, c = sheet.draw(40, 160, "原"), sheet.draw(6, 40, "增")
    before, now, more = (sheet.amount(value, "家") for value in (a, a + c, c))
    rate = sheet.rate(c, a)
    sheet.link("difference", before, now, more, tag="from, to, by")
    sheet.link("growth", before, now, rate, tag="growth from two values")
    words = (
        f"规模以上工业企业由{before}增至{now}，净增{more}，增长{rate}。",
        f"规模以上工业企业从上年的{before}增加到{now}，增加{more}，增长{rate}，发展后劲不断增强。",
    )
    return sheet.passage(sheet.choose(words, "words"))


def projects(sheet: Sheet) -> Passage:
    each = [sheet.draw(4, 40, f"个{n}") for n in range(3)]
    total = sheet.amount(sum(each), "个")
    parts = [sheet.amount(value, "个") for value in each]
    sheet.link("sum", total, *parts, tag="sum of three")
    money = sheet.amount(Decimal(sheet.draw(200, 9900, "资")) * 10**7, "元", 1, "亿")
    named = zip(("工业", "农业", "服务业"), parts, strict=True)
    listed = "，".join(f"{name}项目{part}" for name, part in named)
    return sheet.passage(
        f"新签约招商引资项目{total}，合同引资{money}，其中{listed}，开工率和履约率位居全市前列。"
    )


def towns(sheet: Sheet) -> Passage:
    a = Decimal(sheet.draw(380, 560, "原")) / 10
    c = Decimal(sheet.draw(4, 60, "升")) / 10
    before, now = sheet.amount(a, "%", 1), sheet.amount(a + c, "%", 1)
    points = sheet.amount(c, "百分点", 1)
    sheet.link("difference", before, now, points, tag="points")
    words = (
        f"常住人口城镇化率由{before}提高到{now}，提高{points}。",
        f"城镇化率从{before}上升到{now}，上升{points}，县城承载力进一步增强。",
    )
    return sheet.passage(sheet.choose(words, "words"))


def retail(sheet: Sheet) -> Passage:
    a, b = Decimal(sheet.draw(3000, 12000, "城")) / 100, Decimal(sheet.draw(1000, 6000, "乡")) / 100
    total, town, land = (sheet.amount(value * 10**8, "元", 2, "亿") for value in (a + b, a, b))
    rates = [sheet.amount(Decimal(sheet.draw(40, 140, f"率{n}")) / 10, "%", 1) for n in range(3)]
    sheet.link("sum", total, town, land, tag="sum without a cue")
    return sheet.passage(
        f"全年实现社会消费品零售总额{total}，增长{rates[0]}。按经营单位所在地分，城镇消费品零售额{town}，增长{rates[1]}；乡村消费品零售额{land}，增长{rates[2]}。"
    )


def area(sheet: Sheet) -> Passage:
    km = sheet.draw(300, 3500, "面积")
    one, two = sheet.amount(km, "平方公里"), sheet.amount(km * 1500, "亩", 2, "万")
    sheet.link("repeat", one, two, tag="the same in another unit")
    words = (
        f"全县总面积{one}（折合{two}），地处湘北平原，河网密布，是典型的农业大县。",
        f"全县总面积{one}，地处湘北平原，河网密布。据国土调查，全县总面积{two}，是典型的农业大县。",
    )
    return sheet.passage(sheet.choose(words, "words"))


def cars(sheet: Sheet) -> Passage:
    a = sheet.draw(80, 300, "车") * 100
    c = sheet.draw(10, a // 300, "增") * 100
    level, more = sheet.amount(a, "辆", 2, "万"), sheet.amount(c, "辆", 2, "万")
    sheet.link("part_whole", more, level, tag="rise below its level")
    return sheet.passage(
        f"年末全县民用汽车保有量{level}，比上年增加{more}，城区停车位紧张状况得到缓解。"
    )


def trade(sheet: Sheet) -> Passage:
    a, b = Decimal(sheet.draw(500, 4000, "出")) / 100, Decimal(sheet.draw(60, 490, "进")) / 100
    total, out, into, left = (
        sheet.amount(value * 10**8, "元", 2, "亿") for value in (a + b, a, b, a - b)
    )
    sheet.link("sum", total, out, into, tag="sum of money")
    sheet.link("difference", out, into, left, tag="net of trade")
    return sheet.passage(f"完成进出口总额{total}，其中出口{out}，进口{into}，贸易顺差{left}。")


def jobs(sheet: Sheet) -> Passage:
    a = sheet.draw(2000, 9000, "就业")
    b = sheet.draw(200, a // 4, "增")
    new, more, rate = sheet.amount(a, "人"), sheet.amount(b, "人"), sheet.rate(b, a - b)
    sheet.link("growth_by", new, more, rate, tag="growth with its change")
    return sheet.passage(
        f"城镇新增就业{new}，比上年增加{more}，增长{rate}；城镇登记失业率控制在{sheet.amount(Decimal(sheet.draw(25, 40, '失')) / 10, '%', 1)}以内。"
    )


def done(sheet: Sheet) -> Passage:
    a = Decimal(sheet.draw(200, 900, "计")) / 10
    b = (a * sheet.draw(70, 125, "完") / 100).quantize(Decimal("0.1"))
    plan, spent, share = (
        sheet.amount(a * 10**8, "元", 1, "亿"),
        sheet.amount(b * 10**8, "元", 1, "亿"),
        sheet.rate(b, a),
    )
    sheet.link("ratio", share, spent, plan, tag="share of a plan")
    return sheet.passage(
        f"重点项目年度计划投资{plan}，实际完成投资{spent}，占年度计划投资的{share}，投资拉动作用持续显现。"
    )


PASSAGES = (
    output,
    budget,
    livelihood,
    enterprises,
    projects,
    towns,
    retail,
    area,
    cars,
    trade,
    jobs,
    done,
)
