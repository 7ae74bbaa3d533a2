"""On the page of a record: the papers it prints, the scan that a step waits for, and which paper a scan is of."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.desk import record_page, record_papers
from taizhang.ledgers.models import Attachment
from taizhang.ledgers.workflow import workflow
from taizhang.lines.housing.models import Approval
from taizhang.lines.housing.tests.records import approval, saved
from tests.documents.printed import everything, fields
from tests.pictures import picture

PERMIT, NOTICE = "housing.permit", "housing.approval_notice"


@pytest.fixture
def record(office):
    return saved(approval())


def page(visitor, record):
    return visitor.get(f"/housing/approval/{record.pk}/change/").content.decode()


def paper(record, name):
    return f"/record/housing.approval/{record.pk}/{name}.docx"


def attach(visitor, record, **said):
    upload = SimpleUploadedFile(said.pop("name", "批准书.png"), said.pop("content", picture()))
    return visitor.post(
        f"/record/housing.approval/{record.pk}/attach/",
        {"upload": upload, "kind": "scan"} | said,
    )


def told(answer) -> str:
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def test_a_paper_is_a_download(visit, record):
    officer = visit("officer")
    assert paper(record, PERMIT) in page(officer, record)
    answer = officer.get(paper(record, PERMIT))
    assert answer["Content-Disposition"].startswith("attachment")
    assert fields(docx.Document(BytesIO(answer.content)))["身份证号"] == record.id_number


def test_one_that_waits_for_a_date_says_which(visit, office):
    record = saved(approval(approved_on=None, authority="", document_no=""))
    officer = visit("officer")
    shown = page(officer, record)
    assert "乡村建设规划许可证数据表<small>填了“批准日期”才能打印" in shown
    assert paper(record, PERMIT) not in shown
    answer = officer.get(paper(record, PERMIT))
    assert answer.status_code == 400
    assert "还没有填“批准日期”" in answer.content.decode()


def test_who_sees_numbers_masked_prints_only_what_is_masked(visit, record):
    county = visit("county")
    shown = page(county, record)
    assert paper(record, NOTICE) in shown
    assert paper(record, PERMIT) not in shown
    assert county.get(paper(record, PERMIT)).status_code == 403
    answer = county.get(paper(record, NOTICE))
    assert record.id_number not in everything(docx.Document(BytesIO(answer.content)))


def test_papers_out_of_reach_or_of_nothing_are_not_there(visit, record):
    assert visit("other_clerk").get(paper(record, PERMIT)).status_code == 404
    assert visit("petition_officer").get(paper(record, PERMIT)).status_code == 403
    assert visit("administrator").get(paper(record, NOTICE)).status_code == 403
    assert visit("officer").get(paper(record, "housing.nothing")).status_code == 404


@pytest.fixture
def signed(monkeypatch):
    """For this test, approving waits for the scan of a signed paper."""
    flow = workflow(Approval)
    steps = [replace(s, paper="批准书") if s.state == "approved" else s for s in flow.steps]
    changed = replace(flow, steps=tuple(steps))
    for module in (record_page, record_papers):
        monkeypatch.setattr(module, "workflow", lambda model: changed)


def test_a_step_that_waits_for_a_scan_says_so_until_it_is_there(visit, office, signed):
    record = saved(approval(approved_on=None, authority="", document_no=""))
    officer = visit("officer")
    shown = page(officer, record)
    assert "办“批准”之前，先把签字盖章的《批准书》扫描" in shown
    assert "办理“批准”" not in shown
    assert '<option value="批准书">' in shown
    assert '<option value="乡村建设规划许可证数据表">' in shown
    assert "附件已保存" in told(attach(officer, record, paper="批准书"))
    shown = page(officer, record)
    assert "先把签字盖章的" not in shown
    assert "办理“批准”" in shown


def test_a_scan_says_which_paper_it_is_of(visit, record, acting):
    officer = visit("officer")
    attach(officer, record, paper="乡村建设规划许可证数据表", taken_on="2016-12-09")
    acting("office")
    assert Attachment.objects.get().paper == "乡村建设规划许可证数据表"


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ({"paper": "收据"}, "是哪份文书"),
        ({"paper": "乡村建设规划许可证数据表", "kind": "photo"}, "要传签字盖章后的扫描件"),
        (
            {"content": b"PK\x03\x04 word/document.xml", "name": "批准书.docx"},
            "是Word文档，不能当扫描件",
        ),
    ],
)
def test_a_scan_that_is_none_or_of_nothing_is_refused(visit, record, acting, said, word):
    assert word in told(attach(visit("officer"), record, **said))
    acting("office")
    assert not Attachment.objects.exists()
