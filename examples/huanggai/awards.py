"""Award money for both sites: one invented standard, a list a site, every household paid, one of them at the second try."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from fiction import TOWN, Row
from sites import SITES, SitePlan, homes
from stdnum import luhn

PROJECT = "集中建房奖补"
STANDARD = Decimal(15000)  # invented: what the real town paid is not published
BANK = "临湘农商行黄盖支行"
RETURNED = 120  # the household whose first payment came back


def standards() -> Iterator[Row]:
    yield {
        "编号": "JBBZ1",
        "村（社区）": TOWN,
        "奖补项目": PROJECT,
        "依据文件及文号": "临办发〔2017〕示例3号（虚构）",
        "标准金额（元）": STANDARD,
        "计奖单位": "元/户",
        "发放条件": "竣工",
        "起用日期": date(2017, 1, 1),
        "备注": "虚构的标准，只作示例",
    }


def households(plan: SitePlan) -> int:
    return plan.single + 2 * plan.double


def batches() -> Iterator[Row]:
    for n, plan in enumerate(SITES, 1):
        yield {
            "编号": f"JBPC{n}",
            "村（社区）": TOWN,
            "奖补项目": PROJECT,
            "造册日期": date(2018, 3, 9),
            "部门审核日期": date(2018, 3, 12),
            "审核部门": "镇国土所、镇财政所",
            "公示起始日期": date(2018, 3, 12),
            "公示截止日期": date(2018, 3, 19),
            "公示期按": "自然日",
            "公示地点": f"{plan.name}公开栏、镇政务公开栏",
            "公示撤下日期": date(2018, 3, 20),
            "审定日期": date(2018, 3, 20),
            "审定人或会议": "镇长办公会",
            "审定户数": households(plan),
            "审定金额（元）": STANDARD * households(plan),
            "送银行日期": date(2018, 3, 20),
            "对账日期": date(2018, 3, 23),
        }


def card(n: int) -> str:
    """An invented bank card with a valid check digit."""
    stem = f"62000000{n:010d}"
    return stem + luhn.calc_check_digit(stem)


def awards() -> Iterator[Row]:
    for n, home in enumerate(homes(), 1):
        yield {
            "编号": f"JB{n:03d}",
            "村（社区）": home.site.name,
            "奖补批次": f"JBPC{SITES.index(home.site) + 1}",
            "奖补标准": "JBBZ1",
            "户主姓名": home.householder.name,
            "户主身份证号": home.householder.id_number,
            "分房入住": f"FF{n:03d}",
            "奖补数量": Decimal(1),
            "应发金额（元）": STANDARD,
            "收款户名": home.householder.name,
            "收款账号": card(n + 1000 * (n == RETURNED)),
            "开户银行": BANK,
        }


def payments() -> Iterator[Row]:
    """The first file to the bank, with its answer filled in."""
    for n, award in enumerate(awards(), 1):
        sent = payment(award, 1, date(2018, 3, 20))
        if n == RETURNED:
            old = {"收款账号": card(n), "退票日期": date(2018, 3, 21), "退票原因": "账户已销户"}
            yield sent | old
        else:
            yield sent | {"到账日期": date(2018, 3, 21)}


def repayments() -> Iterator[Row]:
    """The second file: what came back, to the household's new account."""
    award = next(row for n, row in enumerate(awards(), 1) if n == RETURNED)
    again = {"补发哪一笔": f"{award['编号']}-1", "到账日期": date(2018, 3, 23)}
    yield payment(award, 2, date(2018, 3, 22)) | again


def payment(award: Row, n: int, sent_on: date) -> Row:
    """One sending of a household's money, the bank's answer still to come."""
    return {
        "编号": f"{award['编号']}-{n}",
        "村（社区）": award["村（社区）"],
        "奖补对象": award["编号"],
        "第几笔": 1,
        "收款户名": award["收款户名"],
        "收款账号": award["收款账号"],
        "开户银行": award["开户银行"],
        "金额（元）": award["应发金额（元）"],
        "银行批次号": f"{award['奖补批次']}-{sent_on:%Y%m%d}",
        "送银行日期": sent_on,
    }


def objections() -> Iterator[Row]:
    yield {
        "编号": "JBYY1",
        "村（社区）": TOWN,
        "奖补批次": "JBPC1",
        "奖补对象": "JB007",
        "提出日期": date(2018, 3, 14),
        "异议内容": "反映这一户的旧房没有拆",
        "处理日期": date(2018, 3, 16),
        "处理结果": "不成立",
        "核实情况和答复": "到场核实，旧房已于3月6日拆除，已当面答复",
    }


def statements() -> Iterator[Row]:
    for n, plan in enumerate(SITES, 1):
        yield {
            "编号": f"JBDZ{n}",
            "村（社区）": TOWN,
            "奖补批次": f"JBPC{n}",
            "截至日期": date(2018, 3, 23),
            "累计到账金额（元）": STANDARD * households(plan),
            "累计到账笔数": households(plan),
            "出具单位": "镇财政所",
            "对账单号": f"示例对账{n}号",
        }
