"""What was agreed on with the households whose hollow houses went: one invented sum a house, and who else had a say."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from fiction import Row, choose, person, working_day

HOUSE_PRICE = Decimal(9800)


def agreed_on(n: int, rest: Row) -> Row:
    """What was agreed on and paid: one sum a house, paid between the signing and the demolition."""
    if "协议日期" not in rest:
        return {}
    agreed = {
        "同意文书": "拆除退出协议",
        "见证人": person(n * 4 // 5 + 700).name,
        "再申请宅基地": choose(("不再申请", "已分配集中建房点住房"), "reapply", n),
        "补偿标准文件": "黄政办〔2017〕示例3号",
        "补偿计量": "按栋",
        "补偿单价（元）": HOUSE_PRICE,
        "补偿数量": Decimal(1),
        "补偿金额（元）": HOUSE_PRICE,
    }
    if "拆除日期" not in rest:
        return agreed
    handed_over = working_day(rest["协议日期"], rest["拆除日期"], "handed over", n)
    return agreed | {
        "补偿付清日期": working_day(rest["协议日期"], handed_over, "paid", n),
        "已付补偿（元）": HOUSE_PRICE,
        "付款凭证号": f"BC{n:03d}",
        "腾空交房日期": handed_over,
    }


def co_owners(houses: Iterable[Row]) -> Iterator[Row]:
    """Every twelfth house has a co-owner, who signed on the day of the agreement."""
    for row in houses:
        n = int(str(row["编号"])[2:])
        if n % 12 == 0:
            brother = person(n * 4 // 5 + 900)
            yield {
                "编号": f"GY{n:03d}",
                "村（社区）": row["村（社区）"],
                "空心房": row["编号"],
                "共有人姓名": brother.name,
                "共有人身份证号": brother.id_number,
                "与户主关系": "兄弟",
                "同意签字日期": row.get("协议日期"),
            }
