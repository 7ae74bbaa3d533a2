"""Petitions of the first quarter: a dozen invented ones in every state, none of them anybody's, and who answered for them."""

from collections.abc import Iterator
from datetime import date

from fiction import TOWN, Row, person

CLASSES = {
    "01": "城乡建设",
    "02": "农村农业",
    "03": "劳动和社会保障",
    "04": "教育文体",
    "05": "国土资源",
    "06": "民政",
    "07": "卫生计生",
    "08": "交通能源",
    "09": "组织人事",
    "10": "纪检监察",
    "99": "其他",
}
DEPUTY, CHAIR, SECRETARY = "孙丙寅", "蒋丁丑", "陈壬申"
PETITIONERS = 1500  # of the sixty-year cycle, none of whom is in another ledger


def day(text: str) -> date:
    month, number = text.split(".")
    return date(2018, int(month), int(number))


def classes() -> Iterator[Row]:
    """The list in use: names from a county's monthly report, codes of our own."""
    for number, name in CLASSES.items():
        yield {
            "编号": number,
            "村（社区）": TOWN,
            "分类名称": name,
            "分类依据": "县级月报常用分类，代码自编；全国分类代码表没有查到，请按上级目录改",
        }


def case(
    n: int, who: int, came: str, channel: str, about: str, village: str, matter: str, **more: object
) -> Row:
    """One petition; `who` is the petitioner, so that the same one may come again."""
    one = person(PETITIONERS + who)
    return {
        "编号": f"XF2018{n:03d}",
        "村（社区）": TOWN,
        "收到日期": day(came),
        "登记日期": day(came),
        "登记机关": "黄盖镇信访接待室",
        "登记人": "朱癸酉",
        "信访形式": channel,
        "匿名": "否",
        "信访人类别": "公民",
        "信访人姓名": one.name,
        "身份证号": one.id_number,
        "电话": f"1380000{who:04d}",
        "住址": village,
        "人数": 1,
        "信访目的": "求决",
        "内容分类": about,
        "问题发生地": village,
        "反映事项": matter,
        **more,
    }


def told(decided: str, on: str, way: str = "书面") -> Row:
    return {"告知日期": day(on), "告知方式": way} | (
        {"受理日期": day(decided), "信访事项类别": "申诉求决类", "申诉求决办理途径": "信访程序"}
        if decided
        else {}
    )


def answered(on: str, result: str, request: str, facts: str, opinion: str, basis: str) -> Row:
    return {
        "诉求": request,
        "处理意见日期": day(on),
        "处理意见文号": f"黄信访意〔2018〕{on}号",
        "处理结果": result,
        "事实和理由": facts,
        "处理意见": opinion,
        "依据": basis,
    }


UNIT = {"承办单位": "黄盖国土所", "承办人": "钱乙丑"}


def petitions() -> Iterator[Row]:
    """From the new year on: settled, served, extended, guided, forwarded, merged, withdrawn, and still under way."""
    yield from before_the_festival()
    yield from after_the_festival()
    yield from of_march()


def before_the_festival() -> Iterator[Row]:
    yield case(
        1, 1, "1.5", "来访", "02", "合兴村", "承包田水渠被占", **told("1.8", "1.9"), **UNIT,
        **answered("2.6", "支持", "恢复水渠", "现场查看，邻田堆土占了渠面两米。", "三月一日前清除堆土、恢复水渠。", "农村土地承包法；水法第三十七条"),
        送达日期=day("2.7"), 送达方式="当面送达", 意见落实日期=day("2.27"), 信访人评价="满意", 评价日期=day("2.28"),
        办结日期=day("3.12"), 归档日期=day("3.20"), 档号="2018-XF-001",
    )  # fmt: skip
    yield case(
        2, 2, "1.12", "来信", "03", "黄盖湖村", "养老保险缴费年限",
        **told("", "1.18"), 信访事项类别="申诉求决类", 申诉求决办理途径="行政程序",
        引导日期=day("1.17"), 引导去向="临湘市人力资源和社会保障局核定缴费年限", 办结日期=day("1.19"),
    )  # fmt: skip
    yield case(
        3, 3, "1.22", "上级转交", "01", "团山社区", "街道排水沟堵塞", 来源层级="县（市、区）",
        **{"转送（交办）文号": "临信转〔2018〕示例3号"}, **told("1.29", "1.30"), **UNIT | {"承办单位": "黄盖镇村镇建设站", "承办人": "褚乙亥"},
        **answered("3.9", "支持", "疏通排水沟", "经查看，两处沉沙井淤满，雨天积水。", "四月底前清淤并加盖板，由社区每月检查。", "城镇排水与污水处理条例"),
        送达日期=day("3.12"), 送达方式="当面送达",
    )  # fmt: skip
    yield case(
        4, 4, "2.8", "来访", "05", "广坪村", "宅基地界址", 人数=6, 代表人数=3,
        **told("2.11", "2.11"), **UNIT, 调解和解日期=day("3.8"), 信访人评价="基本满意", 评价日期=day("3.8"),
        办结日期=day("3.9"),
    )  # fmt: skip


def after_the_festival() -> Iterator[Row]:
    yield case(
        5, 5, "2.22", "来访", "02", "黄盖湖村", "鱼塘承包合同到期", **told("2.26", "2.26"), **UNIT,
        诉求="延长承包期",
    )  # fmt: skip
    yield case(
        6, 5, "3.7", "网上", "02", "黄盖湖村", "鱼塘承包合同到期", **told("", "3.8", "网上"),
        信访事项类别="申诉求决类", 申诉求决办理途径="信访程序", 并入原件日期=day("3.8"), 办结日期=day("3.8"),
    )  # fmt: skip
    yield case(
        7, 6, "2.24", "来电", "08", "合兴村", "通村公路路肩塌陷", **told("3.2", "3.2", "电话"),
        承办单位="合兴村村民委员会", **{"交办到村（社区）": "合兴村", "交办日期": day("2.26")},
    )  # fmt: skip
    yield case(
        8, 7, "3.1", "来信", "06", "团山社区", "临时救助申请没有答复", **told("3.5", "3.6"),
        承办单位="黄盖镇民政办", 承办人="卫丙子",
        **answered("3.19", "解释说明", "尽快发放临时救助", "申请表三月十日才补齐，按规定二十个工作日审批。", "已在审批，最迟四月十日答复，请补交就医票据。", "社会救助暂行办法"),
        送达日期=day("3.20"), 送达方式="邮寄送达",
    )  # fmt: skip


def of_march() -> Iterator[Row]:
    yield case(
        9, 8, "3.5", "来访", "01", "广坪村", "集中建房点路灯", 信访目的="意见建议", 信访事项类别="建议意见类",
        告知日期=day("3.5"), 告知方式="当面", 受理日期=day("3.5"), 承办单位="黄盖镇村镇建设站", 建议采纳日期=day("3.16"),
        承办人="褚乙亥",
    )  # fmt: skip
    yield case(
        10, 9, "3.9", "来信", "99", "黄盖湖村", "湖区夜间采砂噪声", **told("", "3.14"),
        信访事项类别="申诉求决类", 申诉求决办理途径="申请查处或履行职责", 转送日期=day("3.13"), 转送去向="临湘市水务局", 办结日期=day("3.15"),
    )  # fmt: skip
    yield case(
        11, 10, "3.14", "来访", "04", "合兴村", "学生接送车站点", **told("3.16", "3.16"),
        承办单位="黄盖镇中心学校", 撤回日期=day("3.21"), 撤回方式="站点已经恢复，本人书面撤回", 办结日期=day("3.22"),
    )  # fmt: skip
    yield case(
        12, 11, "3.20", "来信", "02", "广坪村", "稻虾田排水影响邻田", 匿名="是", 信访人姓名=None, 身份证号=None,
        电话=None, 住址=None, 信访人类别=None,
    )  # fmt: skip
    yield case(13, 12, "3.22", "来电", "07", "团山社区", "村卫生室药品不全")
    yield case(
        14, 13, "1.8", "来访", "05", "团山社区", "征地青苗补偿", **told("1.10", "1.10"), **UNIT,
        申请延期日期=day("3.5"), 延期理由="要等县里核定地类", 延期批准人=DEPUTY, 批准延期日期=day("3.7"),
        延长到=day("4.10"), 告知延期日期=day("3.8"), 诉求="按水田标准补足差额",
    )  # fmt: skip


LEADERS = (
    (1, DEPUTY, "副镇长", "1.8"),
    (3, CHAIR, "人大主席", "1.29"),
    (4, DEPUTY, "副镇长", "2.11"),
    (5, DEPUTY, "副镇长", "2.26"),
    (7, CHAIR, "人大主席", "2.26"),
    (8, SECRETARY, "党委副书记", "3.5"),
    (9, CHAIR, "人大主席", "3.5"),
    (11, SECRETARY, "党委副书记", "3.16"),
    (14, SECRETARY, "党委副书记", "1.10"),
)


def leaders() -> Iterator[Row]:
    """One leader a case at a time; one case changed hands."""
    for n, leader, title, since in LEADERS:
        yield led(n, leader, title, since)
    yield led(14, DEPUTY, "副镇长", "3.1") | {"交接原因": "分工调整，国土事项由分管副镇长负责"}


def led(n: int, leader: str, title: str, since: str) -> Row:
    return {
        "编号": f"BA2018{n:03d}-{since}",
        "村（社区）": TOWN,
        "信访事项编号": f"XF2018{n:03d}",
        "负责领导姓名": leader,
        "职务": title,
        "起始日期": day(since),
    }


def members() -> Iterator[Row]:
    for n, name, post in (
        (1, "钱乙丑", "黄盖国土所专干"),
        (3, "褚乙亥", "村镇建设站站长"),
        (4, "钱乙丑", "黄盖国土所专干"),
        (4, "赵甲子", "广坪村文书"),
        (14, "钱乙丑", "黄盖国土所专干"),
    ):
        yield {
            "编号": f"ZB2018{n:03d}-{name}",
            "村（社区）": TOWN,
            "信访事项编号": f"XF2018{n:03d}",
            "成员姓名": name,
            "单位和职务": post,
            "参加日期": day({1: "1.8", 3: "1.29", 4: "2.11", 14: "1.10"}[n]),
        }


FOLLOWED = (
    (1, "1.15", "调查核实", "现场丈量水渠，拍照存档", "钱乙丑"),
    (1, "2.27", "落实处理意见", "堆土已清，水渠通水", "钱乙丑"),
    (3, "2.2", "调查核实", "开井查看两处沉沙井", "褚乙亥"),
    (4, "2.23", "上门听取意见", "分别听取两户意见", DEPUTY),
    (4, "3.8", "会商研究", "在村部调解，达成协议", "冯丁丑"),
    (5, "3.6", "会商研究", "与村里核对承包合同原件", DEPUTY),
    (7, "3.9", "调查核实", "村里报来塌陷处照片和长度", "合兴村文书"),
    (8, "3.14", "政策解释", "逐项说明要补的材料", "卫丙子"),
    (11, "3.19", "会商研究", "与学校、车队商定恢复站点", SECRETARY),
    (14, "2.28", "调查核实", "到县里核对地类图斑", "钱乙丑"),
)


def follow_ups() -> Iterator[Row]:
    for turn, (n, on, kind, done, by) in enumerate(FOLLOWED, 1):
        yield {
            "编号": f"GJ2018{turn:03d}",
            "村（社区）": TOWN,
            "信访事项编号": f"XF2018{n:03d}",
            "跟进日期": day(on),
            "跟进方式": kind,
            "做了什么": done,
            "经办人": by,
        }


def mediations() -> Iterator[Row]:
    yield {
        "编号": "TJ2018001",
        "村（社区）": TOWN,
        "信访事项编号": "XF2018004",
        "调解种类": "人民调解",
        "调解组织": "黄盖镇人民调解委员会",
        "调解员": "冯丁丑、卫丙子",
        "各方当事人": "两户相邻村民（姓名见卷内）",
        "争议事项": "两户宅基地之间的滴水界",
        "启动方式": "当事人申请",
        "开始日期": day("2.23"),
        "一方明确拒绝": "否",
        "达成协议日期": day("3.8"),
        "协议形式": "书面协议",
        "协议编号": "（2018）黄人调字第示例4号",
        "争议的主要事实": "两户屋檐相距一米二，后建的一户雨水流向前屋。",
        "协议内容": "后建户装雨槽引水入沟，界址按原墙基不变。",
        "履行方式和期限": "四月十日前装好雨槽",
    }


def joint_petitioners() -> Iterator[Row]:
    for turn in (1, 2):
        one = person(PETITIONERS + 20 + turn)
        yield {
            "编号": f"GT2018{turn:03d}",
            "村（社区）": TOWN,
            "信访事项编号": "XF2018004",
            "姓名": one.name,
            "身份证号": one.id_number,
            "是代表": "是",
        }
