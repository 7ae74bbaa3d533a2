"""What a template's figure reads as: exact or approximate, zero or missing, of this period or another."""

import pytest

from taizhang.core.finding import Refusal
from taizhang.documents.templates import environment, render
from taizhang.documents.vocabulary import Vocabulary
from tests import cast
from tests.documents.books import CUTOFF, DEMOLISHED, Books, answers, demolitions, first_quarter


@pytest.fixture
def said(template):
    """The text of a template over the small town's first quarter, and the remarks on it."""

    def render_it(text, source=None, issued=CUTOFF):
        vocabulary = Vocabulary(answers(source or Books(first_quarter())), issued)
        sandbox = environment(vocabulary.words())
        shown = vocabulary.marks.plain(render(sandbox, template("test.md", text)))
        return shown, vocabulary.remarks

    return render_it


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('{{ figure("hollow_houses.demolished") }}', "83栋"),
        ('{{ figure("hollow_houses.demolished", unit=False) }}', "83"),
        ('{{ figure("hollow_houses.demolished", style="about") }}', "80多栋"),
        ('{{ figure("hollow_houses.floor_area") }}', "9835.5㎡"),
        ('{{ figure("hollow_houses.demolished", place="430682113203") }}', "33栋"),
        ('{{ figure("hollow_houses.demolished", place="430682113001") }}', "0栋"),
        ('{{ figure("hollow_houses.demolished", show="stock") }}', "95栋"),
        ('{{ figure("hollow_houses.demolished", period="year_ago") }}', "12栋"),
        ('{{ figure("hollow_houses.demolished", period="2018-01") }}', "0栋"),
        ('{{ figure("hollow_houses.floor_area_per_house") }}', "118.5㎡/栋"),
        ('{{ figure("housing.sites") }}', "1个"),
        ('{{ figure("housing.sites", show="flow") }}', "0个"),
        ("{{ place }}{{ period }}，截至{{ cutoff }}", "黄盖镇2018年一季度，截至2018年3月26日"),
        ("{{ short }}第{{ number }}次，{{ issued }}", "7F3A-92C1第1次，2018年3月26日"),
    ],
)
def test_a_figure_reads(said, text, shown):
    assert said(text)[0] == shown


def test_zero_reads_as_zero_and_a_template_may_ask_for_it(said):
    text = '{% if value("housing.scattered_approvals") == 0 %}没有新批分散建房{% endif %}'
    assert said(text)[0] == "没有新批分散建房"
    assert said('{{ figure("housing.scattered_approvals") }}')[0] == "0户"


def test_missing_reads_as_a_gap_and_never_as_zero(said):
    nobody = Books([], silent=[cast.TOWN, *(place for place, *_ in cast.PLACES)])
    text = '{{ figure("housing.scattered_approvals") }}{% if value("housing.scattered_approvals") is none %}缺{% endif %}'
    assert said(text, nobody)[0] == "〔缺：批准分散建房〕缺"


def test_the_places_of_a_figure_are_as_exact_as_its_records(said):
    text = '{% for one in places("housing.sites") %}{{ one.name }}{{ figure("housing.sites", place=one) }}{% endfor %}'
    assert said(text)[0] == "广坪集中建房点1个"


def test_a_sentence_holds_until_its_day(said):
    text = '{% call until("2018-03-20") %}两会正在召开。{% endcall %}春耕开始。'
    assert said(text, issued=CUTOFF.replace(day=20)) == ("两会正在召开。春耕开始。", [])


def test_an_expired_sentence_is_left_out_with_a_remark(said):
    text = '{% call until("2018-03-20") %}两会正在召开。{% endcall %}春耕开始。'
    shown, remarks = said(text, issued=CUTOFF.replace(day=21))
    assert shown == "春耕开始。"
    assert remarks == [
        "有一句话只写到2018年3月20日有效，已略去：“两会正在召开。…”，请核对是否改写。"
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            '一\n二\n{{ figure("hollow_houses.demolish") }}',
            "模板test.md第3行：没有代号为“hollow_houses.demolish”的指标，相近的有hollow_houses.demolished",
        ),
        ("{{ figur }}", "模板test.md第1行：没有“figur”这个词"),
        ("{% if %}", "模板test.md第1行的写法有误"),
        ('{{ figure("housing.sites", style="loud") }}', "“loud”不能用"),
        ('{{ figure("housing.sites", period="去年") }}', "看不懂期间“去年”"),
        ('{% call until("三月") %}x{% endcall %}', "until里的“三月”不是日期"),
        ('{{ value("housing.scattered_approvals") / 0 }}', "模板test.md第1行：这一行算不出来"),
        ('{% include "nowhere.md" %}', "没有模板nowhere.md"),
        ("{{ ''.__class__.__mro__ }}", "模板test.md第1行"),
    ],
)
def test_a_wrong_template_is_refused_with_its_line(said, text, sentence):
    with pytest.raises(Refusal) as refusal:
        said(text)
    assert sentence in str(refusal.value)


def test_a_template_in_another_encoding_is_refused(said, template, tmp_path):
    template("gbk.md", "")
    (tmp_path / "templates" / "gbk.md").write_bytes("空心房".encode("gbk"))
    with pytest.raises(Refusal, match="不是UTF-8编码"):
        said('{% include "gbk.md" %}')


def test_many_figures_cost_few_questions():
    source = Books([*first_quarter(), *demolitions(cast.HUANGGAIHU, 2)])
    closed = answers(source)
    links = [closed.link(name) for name in source.definitions]
    links += [
        closed.link(DEMOLISHED, place=place)
        for place in (cast.GUANGPING, cast.HEXING, cast.TUANSHAN)
    ]
    assert all(closed.text(link) for link in links)
    assert source.asked <= 5
