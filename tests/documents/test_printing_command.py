"""`taizhang print`: a paper of one record, found by its number within the acting post's reach."""

import docx
import pytest
from click.testing import CliRunner

from taizhang.commands.printing import print_command
from taizhang.core.finding import Refusal
from taizhang.lines.housing.tests.records import approval, saved
from tests import cast
from tests.documents.printed import fields


@pytest.fixture
def record(office):
    return saved(approval())


def run(*arguments, user="office"):
    return CliRunner().invoke(
        print_command, [*map(str, arguments)], obj=user, catch_exceptions=False
    )


def test_a_paper_is_written_where_one_says(record, tmp_path):
    path = tmp_path / "许可证.docx"
    done = run("housing.permit", "JF1", "-o", path)
    assert f"《乡村建设规划许可证数据表》已写到{path}" in done.output
    assert fields(docx.Document(path))["建设单位（个人）"] == "贾新居"


def test_without_a_name_it_gets_the_title_and_the_number(record, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("建房审批结果公示", "JF1")
    assert (tmp_path / "建房审批结果公示_JF1.docx").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("housing.permitt", "JF1"), "没有叫“housing.permitt”的文书，相近的有housing.permit"),
        (("housing.permit", "JF9"), "您的管辖范围里没有编号为“JF9”的建房审批"),
    ],
)
def test_what_is_not_there_is_refused(record, arguments, said):
    with pytest.raises(Refusal, match=said):
        run(*arguments)


def test_what_is_not_yet_decided_is_refused_with_the_missing_date(office):
    saved(approval(approved_on=None, authority="", document_no=""))
    with pytest.raises(Refusal, match="建房审批JF1还没有填“批准日期”"):
        run("housing.permit", "JF1")


def test_another_village_does_not_print_it(record, tmp_path):
    done = run("housing.permit", "JF1", "-o", tmp_path / "own.docx", user="clerk")
    assert "已写到" in done.output
    with pytest.raises(Refusal, match="您的管辖范围里没有编号为“JF1”"):
        run("housing.permit", "JF1", user="other_clerk")


def test_of_two_towns_with_the_same_number_the_post_decides(record, acting, tmp_path):
    acting("outsider")
    saved(approval(place_id=cast.OTHER_VILLAGE, householder="钱乙丑"))
    run("housing.permit", "JF1", "-o", tmp_path / "one.docx", user="outsider")
    assert fields(docx.Document(tmp_path / "one.docx"))["建设单位（个人）"] == "钱乙丑"
    with pytest.raises(Refusal, match="在几个乡镇都有"):
        run("housing.approval_notice", "JF1", user="county")


def test_who_sees_numbers_masked_prints_what_is_masked_only(record, tmp_path):
    run("housing.approval_notice", "JF1", "-o", tmp_path / "notice.docx", user="county")
    assert fields(docx.Document(tmp_path / "notice.docx"))["身份证号"] == "430682********1002"
    with pytest.raises(Refusal, match="只由登记台账的岗位打印"):
        run("housing.permit", "JF1", user="county")


def test_the_papers_of_a_ledger_are_listed(db):
    assert "housing.permit  《乡村建设规划许可证数据表》  建房审批" in run("--list").output
    assert "公示用，号码打码" in run("--list", "建房审批").output
    assert run("--list", "housing.unit").output == "《套房》没有可以打印的文书。\n"
    with pytest.raises(Refusal, match="没有叫“房子”的台账"):
        run("--list", "房子")


def test_a_call_without_a_number_is_a_wrong_call(db):
    done = run("housing.permit")
    assert done.exit_code == 2
