"""Passages of a township's report: land, people, houses, inspections, roads. Every figure is true."""

from decimal import Decimal

from bench.reports.gold import Passage, Sheet, amount, over, parted, spelled

VILLAGES = ("柳湾村", "石桥村", "新塘村", "双泉村", "白鹤村", "枫林村", "长堤村", "渔潭村")


def land(sheet: Sheet) -> Passage:
    a, b = sheet.draw(900, 7000, "水田"), sheet.draw(400, 3000, "旱地")
    if sheet.draw(0, 1, "万"):
        paddy, dry = (sheet.amount(value * 100, "亩", 2, "万") for value in (a, b))
        total = sheet.amount(paddy.value + dry.value, "亩", 2, "万")
    else:
        paddy, dry, total = (sheet.amount(value, "亩") for value in (a, b, a + b))
    sheet.link("sum", total, paddy, dry, tag="sum of halves")
    words = (
        f"全镇耕地面积{total}，其中水田{paddy}、旱地{dry}。",
        f"我镇现有耕地{total}（水田{paddy}、旱地{dry}），人均耕地高于全县平均水平。",
        f"耕地总面积{total}，其中：水田{paddy}，旱地{dry}，土质肥沃，灌溉便利。",
    )
    return sheet.passage(sheet.choose(words, "words"))


def people(sheet: Sheet) -> Passage:
    m, f = sheet.draw(3000, 12000, "男"), sheet.draw(3000, 12000, "女")
    old = sheet.draw(1000, 4000, "老")
    homes = sheet.amount((m + f) // 3, "户")
    total, men, women = (sheet.amount(value, "人") for value in (m + f, m, f))
    elders, share = sheet.amount(old, "人"), sheet.rate(old, m + f, sheet.draw(1, 2, "位"))
    sheet.link("sum", total, men, women, tag="sum of halves")
    sheet.link("ratio", share, elders, total, tag="share")
    words = (
        f"全镇总人口{homes}{total}，其中男性{men}，女性{women}。老年人{elders}，占总人口的{share}。",
        f"年末全镇总人口{total}，户籍户数{homes}。按性别分，男性{men}、女性{women}；"
        f"老年人{elders}，占总人口的{share}。",
    )
    return sheet.passage(sheet.choose(words, "words"))


def party(sheet: Sheet) -> Passage:
    d = sheet.draw(300, 1200, "党员")
    w = sheet.draw(60, d // 2, "女")
    branches, members = sheet.amount(sheet.draw(12, 60, "支部"), "个"), sheet.amount(d, "名")
    women = sheet.amount(w, "名")
    sheet.link("part_whole", women, members, tag="part of a whole")
    where = sheet.choose(("镇党委", "全镇"), "where")
    return sheet.passage(
        f"{where}现有基层党支部{branches}，党员{members}，其中女党员{women}，全年组织集中学习培训，党员干部精神面貌焕然一新。"
    )


def houses(sheet: Sheet) -> Passage:
    names = sheet.some(VILLAGES, 3, "村")
    each = [sheet.draw(12, 160, f"栋{n}") for n in range(3)]
    total = sheet.amount(sum(each), "栋")
    parts = [sheet.amount(value, "栋") for value in each]
    sheet.link("sum", total, *parts, tag="sum of three")
    listed = "、".join(f"{name}{part}" for name, part in zip(names, parts, strict=True))
    verb = sheet.choose(("共拆除空心房", "累计拆除空心房", "全镇拆除危旧房"), "verb")
    return sheet.passage(f"{verb}{total}，其中{listed}，腾退土地全部登记造册。")


def reclaimed(sheet: Sheet) -> Passage:
    b = sheet.draw(60, 400, "用地")
    c = sheet.draw(21, 200, "净增")
    done, used, net = (sheet.amount(value, "亩") for value in (b + c, b, c))
    sheet.link("difference", done, used, net, tag="net")
    words = (
        f"复垦土地{done}，用于集中建房{used}，净增耕地{net}。",
        f"全年验收入库复垦耕地{done}，其中安排建设用地{used}，结余指标{net}。",
    )
    return sheet.passage(sheet.choose(words, "words"))


def inspected(sheet: Sheet) -> Passage:
    a = sheet.draw(30, 400, "隐患")
    b = a - sheet.draw(1, a // 5, "未改")
    found, mended, rate = sheet.amount(a, "处"), sheet.amount(b, "处"), sheet.rate(b, a)
    sheet.link("ratio", rate, mended, found, tag="rate")
    left = sheet.amount(a - b, "处")
    sheet.link("difference", found, mended, left, tag="left over")
    words = (
        f"开展安全生产大检查，排查隐患{found}，整改到位{mended}，整改率{rate}，剩余{left}正在限期整改。",
        f"对辖区企业、校园、加油站拉网式排查，共发现隐患{found}，已完成整改{mended}，整改率达到{rate}，剩余{left}已落实责任人。",
    )
    return sheet.passage(sheet.choose(words, "words"))


def letters(sheet: Sheet) -> Passage:
    a = sheet.draw(40, 300, "来信")
    b = a - sheet.draw(0, 9, "未结")
    c = sheet.draw(5, 60, "减少")
    taken, closed, rate = sheet.amount(a, "件"), sheet.amount(b, "件"), sheet.rate(b, a)
    fewer, down = sheet.amount(c, "件"), sheet.rate(c, a + c)
    sheet.link("ratio", rate, closed, taken, tag="rate of closing")
    sheet.link("growth_by", taken, fewer, down, tag="growth with its change", sign=-1)
    return sheet.passage(
        f"受理群众来信来访{taken}，比上年同期减少{fewer}，下降{down}。办结{closed}，办结率{rate}，全年未发生越级上访。"
    )


def poor(sheet: Sheet) -> Passage:
    h = sheet.draw(8, 60, "户")
    p = h * 2 + sheet.draw(1, 40, "人")
    homes, persons, again = sheet.amount(h, "户"), sheet.amount(p, "人"), sheet.amount(p, "人")
    sheet.link("repeat", persons, again, tag="pointing back")
    word = sheet.choose(("这", "上述"), "this")
    return sheet.passage(
        f"建档立卡未脱贫户{homes}、{persons}，已逐户制定帮扶措施，落实结对干部，确保{word}{again}年底前如期脱贫。"
    )


def villages(sheet: Sheet) -> Passage:
    count = sheet.draw(3, 7, "几个")
    names = sheet.some(VILLAGES, count, "村")
    number = sheet.put(spelled(count, "个") if sheet.draw(0, 1, "字") else amount(count, "个"))
    sheet.counted(number, count, "list before its count")
    listed = "、".join(names)
    spots = sheet.some(("柳湾", "石桥", "新塘", "双泉"), 2, "点")
    built = sheet.amount(2, "个")
    sheet.counted(built, 2, "list in brackets")
    return sheet.passage(
        f"我镇下辖{listed}等{number}行政村。按照规划，建成集中建房点{built}（{'、'.join(spots)}），配套设施同步完善。"
    )


def zones(sheet: Sheet) -> Passage:
    names = sheet.some(
        ("休闲采摘区", "生态养殖区", "水产养殖区", "花卉种植区", "农耕体验区"), 4, "区"
    )
    number = sheet.amount(4, "个")
    sheet.counted(number, 4, "list behind its count")
    spent = sheet.put(over(sheet.draw(2, 9, "钱") * 100, "元", "余", "万"))
    return sheet.passage(
        f"现代农业产业园投资{spent}，规划为{number}功能区：{'、'.join(names[:3])}和{names[3]}，已初具规模。"
    )


def lamps(sheet: Sheet) -> Passage:
    a, c = sheet.draw(60, 600, "原"), sheet.draw(20, 300, "增")
    before, now, more = (sheet.amount(value, "盏") for value in (a, a + c, c))
    sheet.link("difference", before, now, more, tag="from, to, by")
    length = sheet.amount(Decimal(sheet.draw(31, 290, "路")) / 10, "公里", 1)
    return sheet.passage(
        f"硬化村组道路{length}，太阳能路灯由{before}增加到{now}，增加{more}，群众出行条件明显改善。"
    )


def site(sheet: Sheet) -> Passage:
    w = sheet.draw(60, 200, "总")
    p = sheet.draw(20, w - 10, "期")
    whole, phase = sheet.amount(w, "亩"), sheet.amount(p, "亩")
    sheet.link("part_whole", phase, whole, tag="phase of a site")
    homes = sheet.put(parted(sheet.draw(1001, 1900, "平"), "平方米"))
    return sheet.passage(
        f"规划用地{whole}的{sheet.choose(VILLAGES, '村')}集中建房点全面启动，一期用地{phase}，公共服务中心建筑面积{homes}，正在装修。"
    )


def forest(sheet: Sheet) -> Passage:
    hectares = Decimal(sheet.draw(3000, 90000, "公顷")) / 100
    mu, same = sheet.amount(hectares * 15, "亩", 1), sheet.amount(hectares, "公顷", 2)
    sheet.link("repeat", mu, same, tag="the same in another unit")
    words = (
        f"全镇林地总面积{mu}（合{same}），森林防火责任落实到山头地块。",
        f"全镇林地面积{mu}，森林防火责任落实到山头地块。全镇林地面积{same}已全部纳入林长制管理。",
    )
    return sheet.passage(sheet.choose(words, "words"))


def again(sheet: Sheet) -> Passage:
    first = Decimal(sheet.draw(8000, 30000, "人"))
    one = sheet.amount(first, "人")
    two = (
        sheet.amount(first, "人", 2, "万") if sheet.draw(0, 1, "万") else sheet.amount(first, "人")
    )
    sheet.link("repeat", one, two, tag="the same again")
    return sheet.passage(
        f"全镇医保参保总人数{one}，基本实现应保尽保。\n镇卫生院服务能力不断提升，家庭医生签约服务扎实推进，全镇医保参保总人数{two}，待遇按时足额发放。"
    )


PASSAGES = (
    land,
    people,
    party,
    houses,
    reclaimed,
    inspected,
    letters,
    poor,
    villages,
    zones,
    lamps,
    site,
    forest,
    again,
)
