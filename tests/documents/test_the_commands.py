"""The three commands over the example town: compile, verify, refresh, with their exit codes and sentences."""

import re

import pytest

from taizhang.documents.files import open_word, save_word
from taizhang.documents.reading import read_document


@pytest.fixture(scope="module")
def compiled(example, tmp_path_factory):
    """The example town's summary, compiled by the command."""
    path = tmp_path_factory.mktemp("compiled") / "总结.docx"
    done = example.run("compile", "summary", "2018Q1", "--issued", "2018-03-26", "-o", path)
    assert done.returncode == 0, done.stderr
    return path


def altered(path, folder, old, new):
    """A copy of the document in which somebody typed another number."""
    document = open_word(path)
    next(one for one in read_document(document).figures if one.text == old).say(new)
    target = folder / "改过.docx"
    save_word(document, target)
    return target


def one_sentence(done):
    """What the command said when it refused, which is one line and no traceback."""
    assert done.returncode == 1
    [line] = done.stderr.strip().splitlines()
    return line


def test_the_summary_has_the_published_figures(compiled):
    said = "\n".join(read_document(open_word(compiled)).lines)
    for figure in ("310栋", "199800㎡", "300亩", "230亩", "173户", "125栋", "70亩", "180亩"):
        assert figure in said
    assert "广坪集中建房点竣工66栋" in said
    assert "批准的分散建房为0户" in said
    assert "〔缺" not in said


def test_it_verifies(example, compiled):
    done = example.run("verify", compiled)
    assert done.returncode == 0, done.stderr
    assert "0个不一致" in done.stdout


def test_one_altered_number_is_exit_1_and_named(example, compiled, tmp_path):
    done = example.run("verify", altered(compiled, tmp_path, "310栋", "312栋"))
    assert done.returncode == 1
    assert "拆除空心房（黄盖镇，2018年一季度）：写的是“312栋”，应为“310栋”。" in done.stdout
    assert "1个不一致" in done.stdout


def test_compiling_again_gives_the_same_file(example, compiled, tmp_path):
    again = tmp_path / "again.docx"
    example.run("compile", "summary", "2018Q1", "--issued", "2018-03-26", "-o", again)
    assert again.read_bytes() == compiled.read_bytes()


def test_the_standard_numbering_is_an_option(example, tmp_path):
    path = tmp_path / "standard.docx"
    done = example.run("compile", "summary", "2018Q1", "--numbering", "standard", "-o", path)
    assert done.returncode == 0, done.stderr
    lines = read_document(open_word(path)).lines
    assert any(re.fullmatch("（.）规范村民建房", line) for line in lines)
    assert not any(line.startswith("1、") for line in lines)


def test_refreshing_sets_an_altered_number_right_and_leaves_the_prose(example, compiled, tmp_path):
    document = open_word(compiled)
    next(one for one in read_document(document).figures if one.text == "310栋").say("312栋")
    document.paragraphs[4].add_run("全镇上下克服了连续阴雨。")
    edited, refreshed = tmp_path / "edited.docx", tmp_path / "refreshed.docx"
    save_word(document, edited)
    done = example.run("refresh", edited, "--to", "2018Q1/1", "-o", refreshed)
    assert done.returncode == 0, done.stderr
    assert "“312栋”改为“310栋”（原文被手工改过）" in done.stdout
    assert "全镇上下克服了连续阴雨。" in "".join(read_document(open_word(refreshed)).lines)
    assert example.run("verify", refreshed).returncode == 0


def test_a_refreshed_document_is_put_beside_the_edited_one(example, compiled, tmp_path):
    edited = tmp_path / "总结.docx"
    edited.write_bytes(compiled.read_bytes())
    assert example.run("refresh", edited, "--to", "2018Q1").returncode == 0
    [beside] = set(tmp_path.glob("*.docx")) - {edited}
    assert beside.name.startswith("总结-2018Q1-")
    assert edited.read_bytes() == compiled.read_bytes()


def test_a_snapshot_is_verified_by_its_folder_and_by_its_short_code(example):
    folder = example.home / "snapshots" / "430682113" / "2018Q1" / "1"
    done = example.run("verify", folder)
    assert done.returncode == 0, done.stderr
    code = done.stdout.split("：")[0].removeprefix("封存号")
    assert example.run("verify", code).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["verify", "无.docx"], "没有找到文件"),
        (["verify", "."], "不是一次封存"),
        (["verify", "ABCD-0123"], "没有封存号为“ABCD-0123”的快照"),
        (["compile", "summary", "2018Q3"], "2018年三季度还没有封存"),
        (["compile", "summary", "上季度"], "看不懂期间“上季度”"),
        (["compile", "summary", "2018Q1", "--snapshot", "9"], "没有第9次封存"),
        (["refresh", "无.docx", "--to", "2018Q1"], "没有找到文件"),
    ],
)
def test_a_wrong_call_is_one_sentence_and_exit_1(example, arguments, sentence):
    assert sentence in one_sentence(example.run(*arguments))


@pytest.mark.parametrize(
    ("to", "sentence"),
    [
        ("2018Q1/第二次", "斜杠后要写第几次封存"),
        ("2018Q1/9", "没有第9次封存"),
        ("2018Q4", "还没有封存"),
    ],
)
def test_refreshing_to_a_snapshot_that_is_not_there_changes_nothing(
    example, compiled, tmp_path, to, sentence
):
    target = tmp_path / "new.docx"
    assert sentence in one_sentence(example.run("refresh", compiled, "--to", to, "-o", target))
    assert not target.exists()


def test_a_document_of_a_town_not_here_is_one_sentence(installation, compiled):
    assert "没有封存号为" in one_sentence(installation.run("verify", compiled))
