"""Makes the example town's Excel ledgers: invented houses and people whose totals are the published ones.

    python examples/huanggai/build.py [FOLDER]

Published, at the cut-off of 2018-03-26: two sites of 130 and 100 亩, first phases of 70 and 50; 66 and 59 buildings,
88 and 85 households; 310 hollow houses, 199,800 ㎡ of plots; 300 亩 reclaimed. Everything else is made up around that.
"""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from unicodedata import east_asian_width

import agreements
import awards
import clearance
import directives
import duty
import dykes
import enforcement
import follow_up
import petitions
import plans
import problems
import register
import required_forms
import sites
import targets
import works
import xlsxwriter
from fiction import TOWN, Row

VILLAGES = ("广坪村", "合兴村", "黄盖湖村", "团山社区")
WITHOUT_SITES = ("合兴村", "团山社区")
OF_SITES = "集中建房点 建房期次 楼栋 套房 分房入住 建房审批 建房点用地 配套设施 建房点资金 施工合同 农户 家庭成员 宅基地登记"
# The draw of 9 March was by lots on paper; the rest has not happened yet.
OF_NOBODY = "建房订金 工程进度 分房抽签 分房资格 竣工验收"
NOTHING: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(OF_SITES.split(), WITHOUT_SITES),
    **dict.fromkeys(OF_NOBODY.split(), VILLAGES),
    "到场记录": ("合兴村", "黄盖湖村", "团山社区"),
    "违法建房": ("广坪村", "黄盖湖村", "团山社区"),
    "听证记录": (TOWN,),
}
WIDEST = 40  # characters of a column


def zero_returns() -> Iterator[Row]:
    """A village's word that a ledger has nothing makes the town's figures complete."""
    n = 0
    for ledger, villages in NOTHING.items():
        for village in villages:
            n += 1
            yield {
                "编号": f"LBG{n:03d}",
                "村（社区）": village,
                "台账": ledger,
                "期间": "2018Q1",
                "上报日期": date(2018, 3, 26),
            }


WORKBOOKS: dict[str, tuple[str, Callable[[], Iterator[Row]]]] = {
    "sites.xlsx": ("集中建房点台账", sites.sites),
    "phases.xlsx": ("集中建房点分期台账", sites.phases),
    "buildings.xlsx": ("集中建房点楼栋台账", sites.buildings),
    "units.xlsx": ("集中建房点套房台账", sites.units),
    "allocations.xlsx": ("集中建房点分房入住台账", sites.allocations),
    "approvals.xlsx": ("村民建房审批台账", sites.approvals),
    "dykes.xlsx": ("大堤台账", dykes.dykes),
    "hollow_houses.xlsx": ("空心房整治台账", clearance.hollow_houses),
    "co_owners.xlsx": (
        "空心房共有人台账",
        lambda: agreements.co_owners(clearance.hollow_houses()),
    ),
    "projects.xlsx": ("增减挂钩项目台账", clearance.projects),
    "reclaimed_lots.xlsx": ("增减挂钩复垦地块台账", clearance.reclaimed_lots),
    "quota_movements.xlsx": ("用地指标变动台账", clearance.quota_movements),
    "county_statements.xlsx": ("县局对账台账", clearance.county_statements),
    "project_money.xlsx": ("增减挂钩资金台账", clearance.project_money),
    "households.xlsx": ("农户台账", register.households),
    "members.xlsx": ("家庭成员台账", register.members),
    "homesteads.xlsx": ("宅基地登记台账", register.homesteads),
    "plans.xlsx": ("规划台账", works.plans),
    "site_land.xlsx": ("建房点用地台账", works.site_land),
    "contracts.xlsx": ("施工合同台账", works.contracts),
    "funding.xlsx": ("建房点资金台账", works.funding),
    "facilities.xlsx": ("配套设施台账", works.facilities),
    "patrols.xlsx": ("控建巡查台账", enforcement.patrols),
    "violations.xlsx": ("违法建房台账", enforcement.violations),
    "visits.xlsx": ("到场记录台账", enforcement.visits),
    "award_standards.xlsx": ("奖补标准台账", awards.standards),
    "award_batches.xlsx": ("奖补批次台账", awards.batches),
    "awards.xlsx": ("奖补对象台账", awards.awards),
    "award_payments.xlsx": ("奖补发放台账", awards.payments),
    "award_repayments.xlsx": ("奖补补发台账", awards.repayments),
    "award_objections.xlsx": ("奖补异议台账", awards.objections),
    "award_statements.xlsx": ("奖补对账单台账", awards.statements),
    "relay_units.xlsx": ("单位名册", directives.units),
    "meetings.xlsx": ("会议台账", directives.meetings),
    "town_meetings.xlsx": ("镇传达会议台账", directives.town_meetings),
    "relays.xlsx": ("各单位传达会议台账", directives.relays),
    "assemblies.xlsx": ("村民代表会议组成台账", directives.assemblies),
    "attendees.xlsx": ("会议签到台账", directives.attendees),
    "tasks.xlsx": ("督办事项台账", follow_up.tasks),
    "progress.xlsx": ("办理进展台账", follow_up.progress),
    "urgings.xlsx": ("催办台账", follow_up.urgings),
    "extensions.xlsx": ("延期申请台账", follow_up.extensions),
    "groups.xlsx": ("领导小组台账", follow_up.groups),
    "group_members.xlsx": ("领导小组成员台账", follow_up.members),
    "cadences.xlsx": ("例会制度台账", directives.cadences),
    "sessions.xlsx": ("例会期次台账", directives.sessions),
    "publicity.xlsx": ("宣传品台账", follow_up.publicity),
    "target_boards.xlsx": ("目标板台账", targets.boards),
    "targets.xlsx": ("目标台账", targets.targets),
    "target_judgements.xlsx": ("目标评议台账", targets.judgements),
    "problem_categories.xlsx": ("问题类别台账", problems.categories),
    "problems.xlsx": ("问题清单", problems.problems),
    "problem_progress.xlsx": ("问题进展台账", problems.progress),
    "work_plans.xlsx": ("工作计划台账", plans.plans),
    "plan_items.xlsx": ("计划事项台账", plans.items),
    "petition_classes.xlsx": ("信访内容分类", petitions.classes),
    "petitions.xlsx": ("信访事项台账", petitions.petitions),
    "joint_petitioners.xlsx": ("共同信访人台账", petitions.joint_petitioners),
    "case_leaders.xlsx": ("信访事项负责领导台账", petitions.leaders),
    "team_members.xlsx": ("信访工作专班台账", petitions.members),
    "follow_ups.xlsx": ("信访事项跟进台账", petitions.follow_ups),
    "mediations.xlsx": ("信访事项调解台账", petitions.mediations),
    "special_periods.xlsx": ("特护期台账", duty.special_periods),
    "rosters.xlsx": ("坐班表台账", duty.rosters),
    "roster_days.xlsx": ("坐班安排台账", duty.roster_days),
    "duty_logs.xlsx": ("坐班日志台账", duty.logs),
    "duty_visits.xlsx": ("接访登记台账", duty.visits),
    "zero_returns.xlsx": ("零报告登记表", zero_returns),
}


def heads(rows: list[Row]) -> list[str]:
    """Every column that any row fills, in the order of first use; the remarks last, as offices have them."""
    found = list(dict.fromkeys(head for row in rows for head in row))
    return [head for head in found if head != "备注"] + ["备注"]


def width(text: str) -> int:
    """How wide Excel shows a text: a Chinese character takes the room of two."""
    return sum(2 if east_asian_width(letter) in "WFA" else 1 for letter in text)


def write(file: Path, title: str, rows: list[Row]) -> None:
    """A workbook as an office keeps it: a title across the top, heads below it, one row a record."""
    with xlsxwriter.Workbook(file) as book:
        book.set_properties({"title": title, "created": datetime(2018, 4, 20, tzinfo=UTC)})
        sheet = book.add_worksheet("台账")
        shown = heads(rows)
        big = book.add_format(
            {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"}
        )
        sheet.merge_range(0, 0, 0, len(shown) - 1, title, big)
        sheet.set_row(0, 30)
        head = book.add_format(
            {"bold": True, "border": 1, "align": "center", "text_wrap": True, "bg_color": "#DDEBF7"}
        )
        sheet.write_row(1, 0, shown, head)
        sheet.freeze_panes(2, 2)
        styles = {kind: book.add_format({"border": 1, **style}) for kind, style in STYLES.items()}
        for column, name in enumerate(shown):
            fill_column(sheet, column, [name, *(row.get(name) for row in rows)], styles)


STYLES: dict[type, dict[str, str]] = {
    date: {"num_format": "yyyy-mm-dd"},
    Decimal: {"num_format": "0.00"},
    int: {"num_format": "0"},
    str: {"num_format": "@"},
    type(None): {},
}


def fill_column(
    sheet: xlsxwriter.worksheet.Worksheet,
    column: int,
    cells: list[object],
    styles: dict[type, object],
) -> None:
    widest = max(width(str(cell)) for cell in cells if cell is not None)
    sheet.set_column(column, column, min(widest, WIDEST) + 2)
    for row, cell in enumerate(cells[1:], 2):
        sheet.write(row, column, cell, styles[type(cell)])


def main(folder: Path) -> None:
    for file, (title, rows) in WORKBOOKS.items():
        write(folder / file, f"{TOWN}{title}", list(rows()))
    required_forms.write(folder / "forms")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent)
