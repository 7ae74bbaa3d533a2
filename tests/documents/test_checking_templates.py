"""`manage.py check` finds a template that cannot hold before anybody compiles."""

from taizhang.documents.checks import templates_hold


def messages():
    return [error.msg for error in templates_hold(None)]


def test_the_templates_that_come_with_the_product_hold():
    assert messages() == []


def test_a_figure_that_does_not_exist_is_named_with_its_file_and_line(template):
    template("housing/summary.md", '## 建房\n\n{{ figure("housing.site") }}\n')
    [message] = messages()
    assert "templates/housing/summary.md第3行：没有代号为“housing.site”的指标" in message
    assert "housing.sites" in message


def test_figures_asked_for_by_value_and_places_are_checked_too(template):
    template(
        "land/summary.md",
        '{% if value("a.b") %}{% for p in places("c.d") %}{% endfor %}{% endif %}',
    )
    assert [name for message in messages() for name in ("a.b", "c.d") if name in message] == [
        "a.b",
        "c.d",
    ]


def test_a_word_that_does_not_exist_is_named(template):
    template("summary.md", "{{ perid }}")
    [message] = messages()
    assert "没有“perid”这个词" in message
    assert "period" in message


def test_a_template_that_cannot_be_read_is_named(template):
    template("summary.md", "一\n{{ period")
    [message] = messages()
    assert "summary.md第2行的写法有误" in message


def test_an_office_may_add_a_part_that_no_line_has(template):
    template("land/problems.md", '{{ figure("land.nothing") }}')
    assert "land/problems.md" in messages()[0]
