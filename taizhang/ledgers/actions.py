"""Every write to a ledger that is not an import: one function, one transaction, its history inside."""

import hashlib
import os
import threading
from datetime import date

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.db.models import QuerySet

from taizhang.core.finding import Finding, Refusal
from taizhang.core.home import attachments_folder
from taizhang.ledgers.derived import work_out, work_out_after
from taizhang.ledgers.history import because
from taizhang.ledgers.models import Attachment
from taizhang.ledgers.pictures import refuse_unlike
from taizhang.ledgers.record import Record
from taizhang.ledgers.rules import Rule, RulesBroken, broken_rules, rules
from taizhang.ledgers.workflow import Step, workflow
from taizhang.people.models import Role


def save_record(record: Record, reason: str = "") -> list[Finding]:
    """Save a record if every blocking rule holds; returns the questions to ask. Raises Refusal, saving nothing."""
    try:
        with transaction.atomic(), because(reason):
            record.full_clean()
            work_out(record)
            record.save()
            work_out_after(type(record))
            return checked(record)
    except ValidationError as wrong:
        raise Refusal(sentence(record, wrong)) from wrong
    except IntegrityError as wrong:
        raise Refusal(database_sentence(record, wrong)) from wrong
    except ProgrammingError as wrong:
        raise Refusal(not_yours(record, wrong)) from wrong


def checked(record: Record) -> list[Finding]:
    """The questions a saved record raises; a broken blocking rule is a Refusal, so that the transaction goes back."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # deferred checks speak now
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    findings = [
        finding for _, finding in broken_rules(type(record)._default_manager.filter(pk=record.pk))
    ]
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        raise RulesBroken(errors)
    return findings


def sentence(record: Record, wrong: ValidationError) -> str:
    told = []
    for name, messages in wrong.message_dict.items():
        field = next((f for f in record._meta.concrete_fields if f.name == name), None)
        told.append((f"{field.verbose_name}：" if field else "") + "".join(messages))
    return "；".join(told)


def database_sentence(record: Record, wrong: Exception) -> str:
    """A constraint's own sentence: our triggers raise in Chinese, a ledger's constraints bring theirs."""
    diagnostic = getattr(wrong.__cause__, "diag", None)
    message = (diagnostic and diagnostic.message_primary) or str(wrong)
    if any("一" <= letter <= "鿿" for letter in message):
        return str(message)
    violated = diagnostic.constraint_name if diagnostic else ""
    own = (one for one in record._meta.constraints if one.name == violated)
    if told := next((one.violation_error_message for one in own), None):
        return str(told)
    return f"与已有的记录冲突（{violated or message}），请核对编号和引用的记录。"


def not_yours(record: Record, wrong: Exception) -> str:
    if "row-level security" in str(wrong):
        return f"您的岗位不能登记或修改{record.place}的{record._meta.verbose_name}，请交由该村或有权限的岗位办理。"
    raise wrong


def take_step(record: Record, step: Step, on: date, role: Role, note: str = "") -> list[Finding]:
    """Date a step of the workflow. Refused where it is not next, not this role's to take, lacks its note or
    its paper, or goes on without what a rule wants first.
    """
    flow = workflow(type(record))
    if flow is None or step not in [open_step for open_step, _ in flow.open_steps(record)]:
        raise Refusal(f"{record} 现在不能办“{step.title}”，请先看它办到了哪一步。")
    if role not in step.by:
        raise Refusal(f"“{step.title}”由{'、'.join(str(Role(one).label) for one in step.by)}办理。")
    if step.note and not note:
        raise Refusal(f"办“{step.title}”要写明意见。")
    if step.paper and not scans(record, step.paper).exists():
        raise Refusal(
            f"办“{step.title}”之前，请把签字盖章的《{step.paper}》扫描后附在这条记录上，附件里选明是这份文书。"
        )
    with transaction.atomic():
        standing = bars_to_steps(record)
        setattr(record, step.on, on)
        findings = save_record(record, f"{step.title}：{note}" if note else step.title)
        if raised := [one for rule, one in bars_to_steps(record).items() if rule not in standing]:
            raise RulesBroken(raised)
    return findings


def bars_to_steps(record: Record) -> dict[Rule, Finding]:
    """The rules that bar a step on the desk, though an import passes them with a question."""
    itself = type(record)._default_manager.filter(pk=record.pk)
    barring = [rule for rule in rules(type(record)) if rule.at_steps]
    return {rule: rule.finding(found) for rule in barring for found in rule.broken_in(itself)}


def scans(record: Record, paper: str) -> "QuerySet[Attachment]":
    """The scans of a signed paper that are kept with a record."""
    return Attachment.objects.filter(
        ledger=record.ledger_name(), record=record.pk, kind=Attachment.Kind.SCAN, paper=paper
    )


def attach(
    record: Record,
    upload: UploadedFile,
    kind: str,
    taken_on: date | None = None,
    note: str = "",
    paper: str = "",
) -> Attachment:
    """Keep a photo or scan under its SHA-256; the same file attached twice is one attachment, unless it turns out
    to be a signed paper: then it is that paper as well.

    Refused where a photo is no picture that opens, or a scan neither that nor a PDF.
    """
    content, name = b"".join(upload.chunks()), os.path.basename(upload.name or "")
    refuse_unlike(kind, name, content)
    digest = hashlib.sha256(content).hexdigest()
    keep_file(content, digest)
    same = Attachment.objects.filter(ledger=record.ledger_name(), record=record.pk, sha256=digest)
    found = same.filter(paper=paper).first() if paper else same.first()
    return found or Attachment.objects.create(
        ledger=record.ledger_name(),
        record=record.pk,
        place=record.place_id,
        kind=kind,
        name=name or digest,
        sha256=digest,
        size=len(content),
        taken_on=taken_on,
        note=note,
        paper=paper,
    )


def keep_file(content: bytes, digest: str) -> None:
    """Write once: under a temporary name first, so that a file under its digest is always whole."""
    final = attachments_folder() / digest[:2] / digest
    if final.exists():
        return
    final.parent.mkdir(exist_ok=True)
    temporary = final.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(final)


def open_attachment(attachment: Attachment) -> bytes:
    """The file's bytes, refused where they are gone or no longer match their SHA-256."""
    path = attachments_folder() / attachment.sha256[:2] / attachment.sha256
    if not path.exists():
        raise Refusal(f"附件“{attachment.name}”的文件不在了，请从备份恢复 attachments 文件夹。")
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != attachment.sha256:
        raise Refusal(f"附件“{attachment.name}”的文件被改动过（SHA-256 不符），请从备份恢复。")
    return content
