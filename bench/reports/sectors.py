"""Passages of reports by one sector: schools, crops, relief, reservoirs, fields, roads. Every figure is true."""

from decimal import Decimal
from fractions import Fraction

from bench.reports.gold import Passage, Sheet, spelled


def schools(sheet: Sheet) -> Passage:
    names = ("小学", "初级中学", "九年一贯制学校", "普通高中", "特殊教育学校")
    each = [
        sheet.draw(*bounds, f"所{n}")
        for n, bounds in enumerate(((20, 60), (8, 20), (4, 15), (2, 6), (1, 2)))
    ]
    total, parts = sheet.amount(sum(each), "所"), [sheet.amount(value, "所") for value in each]
    sheet.link("sum", total, *parts, tag="sum of five")
    listed = "，".join(f"{name}{part}" for name, part in zip(names, parts, strict=True))
    return sheet.passage(f"全县共有各级各类学校{total}，其中{listed}。")


def pupils(sheet: Sheet) -> Passage:
    each = [sheet.draw(2000, 16000, f"人{n}") for n in range(3)]
    boarders = sheet.draw(1200, sum(each) // 3, "住校")
    total, parts = sheet.amount(sum(each), "人"), [sheet.amount(value, "人") for value in each]
    living, share = sheet.amount(boarders, "人"), sheet.rate(boarders, sum(each))
    sheet.link("sum", total, *parts, tag="sum of three")
    sheet.link("ratio", share, living, total, tag="share")
    return sheet.passage(
        f"全县在校学生{total}，其中小学{parts[0]}、初中{parts[1]}、高中{parts[2]}。住校学生{living}，占在校学生的{share}。"
    )


def crops(sheet: Sheet) -> Passage:
    mu = Decimal(sheet.draw(40, 900, "亩")) / 10
    each = Decimal(sheet.draw(3800, 5200, "产")) / 10
    land, output = sheet.amount(mu * 10**4, "亩", 1, "万"), mu * 10**4 * each / 1000
    whole = sheet.amount(output, "吨", 2, "万")
    yields = sheet.amount(each, "公斤", 1)
    crop = sheet.choose(("早稻", "油菜", "粮食", "玉米"), "crop")
    sheet.link("product", land, yields, whole, tag="yield", size=Fraction(1, 1000))
    words = (
        f"{crop}播种面积{land}，总产量{whole}，平均亩产{yields}。",
        f"全县{crop}种植面积{land}，实现总产量{whole}，亩产达到{yields}，再获丰收。",
    )
    return sheet.passage(sheet.choose(words, "words"))


def relief(sheet: Sheet) -> Passage:
    a, b = sheet.draw(800, 2500, "城"), sheet.draw(2600, 8000, "乡")
    total, town, land = (sheet.amount(value, "人") for value in (a + b, a, b))
    sheet.link("sum", total, town, land, tag="sum of halves")
    money = sheet.amount(sheet.draw(10000, 90000, "钱") * 1000, "元", 1, "万")
    return sheet.passage(
        f"共保障低保对象{total}，其中城镇低保对象{town}，农村低保对象{land}，累计发放救助资金{money}，做到应保尽保、应退尽退。"
    )


def reservoirs(sheet: Sheet) -> Passage:
    names = sheet.some(("东风", "双龙", "青山", "团结", "红旗"), 3, "库")
    each = [sheet.draw(120, 990, f"蓄{n}") for n in range(3)]
    parts = [sheet.amount(value * 10**4, "立方米", 0, "万") for value in each]
    total = sheet.amount(sum(each) * 10**4, "立方米", 0, "万")
    sheet.link("sum", total, *parts, tag="sum behind its parts")
    return sheet.passage(
        f"{'、'.join(names)}水库蓄水量分别为{parts[0]}、{parts[1]}和{parts[2]}，共计{total}，可满足春灌需要。"
    )


def fields(sheet: Sheet) -> Passage:
    each = [sheet.draw(20, 300, f"钱{n}") * 10 for n in range(3)]
    total, parts = (
        sheet.amount(sum(each) * 10**4, "元", 0, "万"),
        [sheet.amount(value * 10**4, "元", 0, "万") for value in each],
    )
    sheet.link("sum", total, *parts, tag="sum of money")
    land = sheet.amount(Decimal(sheet.draw(8, 60, "田")) * 1000, "亩", 1, "万")
    cue = sheet.choose(("其中", "包括"), "cue")
    return sheet.passage(
        f"建设高标准农田{land}，总投资{total}，{cue}中央财政资金{parts[0]}、省级财政资金{parts[1]}、县级配套资金{parts[2]}。"
    )


def grants(sheet: Sheet) -> Passage:
    homes = sheet.draw(120, 900, "户")
    each = sheet.draw(800, 6000, "元")
    money = Decimal(homes * each)
    count, total, per = (
        sheet.amount(homes, "户"),
        sheet.amount(money, "元", 2, "万"),
        sheet.amount(each, "元"),
    )
    sheet.link("product", count, per, total, tag="per household")
    return sheet.passage(
        f"兑现产业奖补资金{total}，惠及农户{count}，户均{per}，全部通过一卡通发放到户。"
    )


def accidents(sheet: Sheet) -> Passage:
    a = sheet.draw(6, 60, "起")
    c = sheet.draw(1, 15, "少")
    now, fewer, down = sheet.amount(a, "起"), sheet.amount(c, "起"), sheet.rate(c, a + c)
    sheet.link("growth_by", now, fewer, down, tag="growth with its change", sign=-1)
    return sheet.passage(
        f"全县共发生各类生产安全事故{now}，同比减少{fewer}，下降{down}，未发生较大以上事故，安全生产形势总体稳定。"
    )


def satisfied(sheet: Sheet) -> Passage:
    a = sheet.draw(25, 60, "问卷")
    b = a - sheet.draw(1, 6, "不")
    asked, glad, rate = sheet.amount(a, "户"), sheet.amount(b, "户"), sheet.rate(b, a)
    sheet.link("ratio", rate, glad, asked, tag="rate of few")
    return sheet.passage(
        f"随机回访农户{asked}，表示满意的{glad}，满意率{rate}，群众获得感不断增强。"
    )


def roads(sheet: Sheet) -> Passage:
    names = sheet.some(("新柳路", "石泉路", "环湖路", "长白路", "渔林路", "双鹤路"), 4, "路")
    count = sheet.put(spelled(4, "条"))
    sheet.counted(count, 4, "list before its count")
    money = sheet.amount(sheet.draw(11, 99, "钱") * 10**6, "元", 2, "亿")
    return sheet.passage(
        f"完成{'、'.join(names)}等{count}县乡道改造，完成投资{money}，农村公路条件明显改善。"
    )


def beds(sheet: Sheet) -> Passage:
    each = [sheet.draw(*bounds, f"个{n}") for n, bounds in enumerate(((3, 9), (10, 24), (80, 190)))]
    total, parts = sheet.amount(sum(each), "个"), [sheet.amount(value, "个") for value in each]
    sheet.link("sum", total, *parts, tag="sum of three")
    places = sheet.amount(sheet.draw(900, 3000, "床"), "张")
    return sheet.passage(
        f"年末共有医疗卫生机构{total}，其中医院{parts[0]}，乡镇卫生院{parts[1]}，村卫生室{parts[2]}；实有床位{places}。"
    )


def planted(sheet: Sheet) -> Passage:
    a = sheet.draw(400, 2000, "原")
    b = sheet.draw(60, a // 2, "退")
    before, now, less = (sheet.amount(value, "公顷") for value in (a, a - b, b))
    sheet.link("difference", before, now, less, tag="from, down to, by")
    return sheet.passage(
        f"珍珠养殖水面由{before}减少到{now}，减少{less}，水质达标断面比例稳步提高。"
    )


PASSAGES = (
    schools,
    pupils,
    crops,
    relief,
    reservoirs,
    fields,
    grants,
    accidents,
    satisfied,
    roads,
    beds,
    planted,
)
