"""The papers of a draw: its public notices, the list to be signed on the spot, and the paper that goes into the envelope."""

from datetime import date

from taizhang.core.draw import commitment, grouped
from taizhang.documents.files import word_bytes
from taizhang.documents.model import Byline, Document, Paragraph, Text, Title
from taizhang.documents.papers import Paper
from taizhang.documents.writing import word
from taizhang.lines.housing.models.draws import Draw


def entitled(draw):
    """The list as it is published: in the order of the numbers, without those struck off."""
    return draw.entitlements.filter(struck_on__isnull=True).order_by("number")


def dwellings(draw):
    return (
        draw.units.filter(struck_on__isnull=True)
        .select_related("unit__building")
        .order_by("unit__number")
    )


def given(draw):
    return draw.allocations.select_related("unit__building").order_by("number")


draw_rule_notice = Paper("分房抽签规则公告", Draw, public=True)
draw_list_notice = Paper(
    "分房资格名单公告",
    Draw,
    when="list_published_on",
    public=True,
    lists={"名单": entitled, "房源": dwellings},
    mask_names=("entitlement.householder",),
)
draw_commitment_notice = Paper("分房抽签承诺公告", Draw, when="committed_on", public=True)
draw_signature_list = Paper("分房抽签现场签字表", Draw, when="drawn_on", lists={"结果": given})
draw_result_notice = Paper(
    "分房抽签结果公告",
    Draw,
    when="drawn_on",
    public=True,
    lists={"结果": given},
    mask_names=("allocation.householder",),
)


def sealed_paper(draw: Draw, secret: str, on: date) -> bytes:
    """The paper with the secret, to be printed once, sealed in an envelope and opened at the meeting."""
    lines = (
        f"抽签编号：{draw.number}",
        f"抽签名称：{draw.title}",
        f"密数：{grouped(secret)}",
        "密数由 28 个字母和数字组成，没有 0、O、1、I；横线只为便于念读，不算在内。",
        f"承诺摘要（每 8 位空一格，核对时不算）：{in_eights(commitment(secret))}",
        f"名单摘要（同上）：{in_eights(draw.list_digest)}",
        "本页打印一份，当众装入信封，由经办人和监督人在封口签名、盖章，交监督人保管。"
        "信封到抽签会上、公开数报出以后才能拆开；会前拆开或遗失的，这次抽签作废重抽。",
        "打印后请立即删除电脑里的这个文件。系统里只存承诺摘要，不存密数，丢了谁也找不回。",
        "封口签名：经办人＿＿＿＿＿＿　监督人＿＿＿＿＿＿　日期＿＿＿＿＿＿",
    )
    blocks = (
        Title((Text("分房抽签密数（密封）"),)),
        Byline((Text(f"{on.year}年{on.month}月{on.day}日"),)),
        *(Paragraph((Text(line),)) for line in lines),
    )
    return word_bytes(word(Document("分房抽签密数", "", on, blocks=blocks)))


def in_eights(digest: str) -> str:
    """A digest that a line can break in, for people to compare."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
