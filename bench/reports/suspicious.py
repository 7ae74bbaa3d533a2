"""Passages that are true though a hasty reader would object: nobody may be alarmed by them."""

from decimal import Decimal
from fractions import Fraction

from bench.reports.county import forced
from bench.reports.gold import Number, Passage, Sheet, over
from bench.reports.township import VILLAGES


def comparable_prices(sheet: Sheet) -> Passage:
    a = Decimal(sheet.draw(15000, 30000, "前")) / 100
    before, now = (
        sheet.amount(a * 10**8, "元", 2, "亿"),
        sheet.amount(a * sheet.draw(109, 114, "名") / 100 * 10**8, "元", 2, "亿"),
    )
    real = sheet.amount(Decimal(sheet.draw(40, 70, "实")) / 10, "%", 1)
    return sheet.passage(f"服务业增加值由{before}增加到{now}，按可比价格计算，同比增长{real}。")


def yearly_average(sheet: Sheet) -> Passage:
    a = sheet.draw(30, 90, "前")
    before, now = (
        sheet.amount(a * 10**8, "元", 1, "亿"),
        sheet.amount(a * sheet.draw(16, 21, "倍") * 10**7, "元", 1, "亿"),
    )
    rate = sheet.amount(Decimal(sheet.draw(95, 140, "均")) / 10, "%", 1)
    return sheet.passage(f"工业总产值从{before}增加到{now}，年均增长{rate}，翻开高质量发展新篇章。")


def incomplete(sheet: Sheet) -> Passage:
    a, b = sheet.draw(3, 9, "柑"), sheet.draw(3, 9, "茶")
    total, one, two = (
        sheet.amount(value * 1000, "亩", 1, "万")
        for value in (a + b + sheet.draw(4, 9, "他"), a, b)
    )
    sheet.link("part_whole", one, total)
    sheet.link("part_whole", two, total)
    word = sheet.choose(("其中", "主要有"), "word")
    return sheet.passage(f"发展特色经济作物{total}，{word}柑橘{one}、茶叶{two}等。")


def rounded(sheet: Sheet) -> Passage:
    raw = [sheet.draw(1000, 9000, f"元{n}") for n in range(3)]
    total, parts = (
        sheet.amount(sum(raw) * 10**4, "元", 1, "亿"),
        [sheet.amount(value * 10**4, "元", 1, "亿") for value in raw],
    )
    sheet.link("sum", total, *parts)
    return sheet.passage(
        f"争取上级资金{total}，其中农业农村{parts[0]}、水利{parts[1]}、交通{parts[2]}。"
    )


def by_village(sheet: Sheet) -> Passage:
    names = sheet.some(VILLAGES, 2, "村")
    each = [
        (
            sheet.amount(sheet.draw(800, 3000, f"耕{n}"), "亩"),
            sheet.amount(sheet.draw(600, 3000, f"人{n}"), "人"),
        )
        for n in range(2)
    ]
    told = [
        f"{name}总人口{people}，耕地面积{land}，民风淳朴。"
        for name, (land, people) in zip(names, each, strict=True)
    ]
    return sheet.passage("\n".join(told))


def plan_and_result(sheet: Sheet) -> Passage:
    a = sheet.draw(80, 400, "划")
    plan, done = sheet.amount(a, "座"), sheet.amount(a - sheet.draw(5, 40, "差"), "座")
    word = sheet.choose(("计划", "年初拟"), "word")
    return sheet.passage(
        f"全镇{word}改造户厕{plan}，截至目前全镇已改造户厕{done}，进度居全县前列。"
    )


def two_years(sheet: Sheet) -> Passage:
    a = sheet.draw(9000, 20000, "前")
    before, now = sheet.amount(a, "人"), sheet.amount(a - sheet.draw(50, 900, "少"), "人")
    return sheet.passage(
        f"2016年末全镇农村劳动力{before}。2017年末全镇农村劳动力{now}，人口外流趋势有所减缓。"
    )


def hedged(sheet: Sheet) -> Passage:
    total, one, two = (sheet.amount(value * 10**4, "人次", 0, "万") for value in (6, 4, 3))
    word = sheet.choose(("约", "近"), "word")
    return sheet.passage(
        f"全年接待游客{word}{total}，其中省外游客{word}{one}、省内游客{word}{two}，实现旅游收入{sheet.put(over(sheet.draw(3, 9, '钱') * 100, '元', '多', '万'))}。"
    )


def forced_shares(sheet: Sheet) -> Passage:
    mix = [
        sheet.put(share)
        for share in forced([Decimal(sheet.draw(20, 45, f"产{n}")) for n in range(3)])
    ]
    sheet.link("shares", *mix)
    return sheet.passage(f"三次产业投资占比为{'∶'.join(map(str, mix))}。")


def not_quite_hundred(sheet: Sheet) -> Passage:
    third = [
        sheet.put(Number(Decimal("33.3"), "", "33.3", "ratio", Decimal("0.1"))) for _ in range(3)
    ]
    sheet.link("shares", *third)
    return sheet.passage(f"三次产业就业结构为{':'.join(map(str, third))}，三产齐头并进。")


def overlapping(sheet: Sheet) -> Passage:
    a = sheet.draw(40, 90, "职")
    total, party, women = (
        sheet.amount(a, "人"),
        sheet.amount(a * 6 // 10, "人"),
        sheet.amount(a * 7 // 10, "人"),
    )
    sheet.link("part_whole", party, total)
    sheet.link("part_whole", women, total)
    return sheet.passage(
        f"中心卫生院现有职工{total}，其中党员{party}，女职工{women}，是一支敢打硬仗的队伍。"
    )


def above_plan(sheet: Sheet) -> Passage:
    share, more = (
        sheet.amount(Decimal(sheet.draw(1005, 1400, "占")) / 10, "%", 1),
        sheet.amount(sheet.draw(102, 180, "率"), "%"),
    )
    return sheet.passage(f"全年造林任务完成率{share}，签约额同比增长{more}，均超额完成。")


def visits(sheet: Sheet) -> Passage:
    a = sheet.draw(300, 900, "人")
    heads, times = sheet.amount(a, "人"), sheet.amount(a * 3 + 7, "人次")
    return sheet.passage(f"志愿服务队伍共{heads}，其中开展志愿服务{times}，服务时长大幅增加。")


def other_unit(sheet: Sheet) -> Passage:
    hectares = sheet.draw(200, 900, "顷")
    one, two = (
        sheet.amount(hectares, "公顷"),
        sheet.amount(hectares * 15 / Decimal(10000) * 10**4, "亩", 2, "万"),
    )
    sheet.link("repeat", one, two)
    return sheet.passage(f"全镇水面总面积{one}。全镇水面面积折合{two}，水产养殖历史悠久。")


def stock_and_flow(sheet: Sheet) -> Passage:
    a = sheet.draw(3000, 9000, "出")
    out, stock = sheet.amount(a, "头"), sheet.amount(a + sheet.draw(100, 900, "存"), "头")
    return sheet.passage(f"全年生猪出栏{out}，年末生猪存栏{stock}，产销两旺。")


def two_definitions(sheet: Sheet) -> Passage:
    a = sheet.draw(12000, 30000, "户籍")
    one, two = sheet.amount(a, "人"), sheet.amount(a - sheet.draw(900, 4000, "少"), "人")
    return sheet.passage(f"全镇户籍劳动力{one}，全镇常住劳动力{two}，外出务工人员较多。")


def cumulated(sheet: Sheet) -> Passage:
    a, b = sheet.draw(20, 60, "本"), sheet.draw(100, 400, "前")
    now, ever = sheet.amount(a, "公里"), sheet.amount(a + b, "公里")
    return sheet.passage(f"全年新建农村公路{now}，累计建成农村公路{ever}，实现组组通硬化路。")


def carried_over(sheet: Sheet) -> Passage:
    a = sheet.draw(20, 60, "收")
    taken, closed = sheet.amount(a, "件"), sheet.amount(a + sheet.draw(2, 6, "旧"), "件")
    return sheet.passage(
        f"全年新收各类矛盾纠纷{taken}，连同上年结转共调解成功{closed}，调解成功率位居全县第一。"
    )


def goals(sheet: Sheet) -> Passage:
    a = Decimal(sheet.draw(60, 80, "标")) / 10
    goal, real = (
        sheet.amount(a, "%", 1),
        sheet.amount(a + Decimal(sheet.draw(3, 9, "超")) / 10, "%", 1),
    )
    return sheet.passage(f"全年规模工业增加值增长目标{goal}以上，实际增长{real}，好于预期。")


def growth_rounded(sheet: Sheet) -> Passage:
    a, c = sheet.draw(110, 190, "前"), sheet.draw(11, 40, "增")
    before, now = (
        sheet.amount(a * 10**7, "元", 1, "亿"),
        sheet.amount((a + c) * 10**7, "元", 1, "亿"),
    )
    exact = Fraction(a + c, 1) + Fraction(sheet.draw(-4, 4, "零"), 10)
    rate = sheet.rate(exact - a, a)
    sheet.link("growth", before, now, rate)
    return sheet.passage(f"固定资产投资由{before}增加到{now}，增长{rate}。")


def among_farmers(sheet: Sheet) -> Passage:
    h = sheet.draw(100, 400, "户")
    homes, persons = sheet.amount(h, "户"), sheet.amount(h * 3 + 11, "人")
    return sheet.passage(f"易地搬迁安置{homes}，其中搬迁群众{persons}，全部实现拎包入住。")


def examples_of_many(sheet: Sheet) -> Passage:
    many = sheet.amount(sheet.draw(6, 18, "项"), "项")
    return sheet.passage(
        f"先后出台人才引进、科技创新、金融支持等{many}惠企措施，营商环境持续优化。"
    )


PASSAGES = (
    comparable_prices,
    yearly_average,
    incomplete,
    rounded,
    by_village,
    plan_and_result,
    two_years,
    hedged,
    forced_shares,
    not_quite_hundred,
    overlapping,
    above_plan,
    visits,
    other_unit,
    stock_and_flow,
    two_definitions,
    cumulated,
    carried_over,
    goals,
    growth_rounded,
    among_farmers,
    examples_of_many,
)
