"""A form saves by the ledger's rules: what they refuse stands at its field, what they ask is told afterwards."""

import pytest
from django.contrib.messages import get_messages

from taizhang.ledgers.models import History
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.lines.land.models import Project
from tests import cast
from tests.desk.conftest import HOUSE, HOUSES

ADD = f"{HOUSES}add/"


def filled(**changes: str) -> dict[str, str]:
    return {"number": "GP-9", "place": cast.GUANGPING, **HOUSE, "note": "", **changes}


def errors(answer) -> dict[str, list[str]]:
    return {name: list(texts) for name, texts in answer.context["adminform"].form.errors.items()}


def told(answer) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def test_a_good_form_becomes_a_record_with_its_history(visit, acting):
    answer = visit("clerk").post(ADD, filled())
    assert answer.status_code == 302
    acting("office")
    house = HollowHouse.objects.get(number="GP-9")
    row = History.objects.get(record=house.pk, ledger="hollow_houses.hollow_house")
    assert row.actor == "甄广平（广坪村委会文书）"


def test_a_broken_rule_stands_at_the_field_it_is_about_and_saves_nothing(visit, acting):
    answer = visit("clerk").post(
        ADD, filled(agreement_on="2018-03-05", agreement_no="XY", demolished_on="2018-03-01")
    )
    assert answer.status_code == 200
    assert "早于" in errors(answer)["demolished_on"][0]
    acting("office")
    assert not HollowHouse.objects.exists()
    assert not History.objects.filter(ledger="hollow_houses.hollow_house").exists()


def test_a_question_does_not_bar_the_way_but_is_asked(visit):
    answer = visit("clerk").post(ADD, filled(floor_area="640.00", base_area="300"))
    assert answer.status_code == 302
    assert any(word.startswith("请核实：") and "640" in word for word in told(answer))


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("id_number", "430682195306281003", "校验位"),
        ("surveyed_on", "2018-02-30", "日期"),
        ("floor_area", "", "必填"),
        ("category", "", "必填"),
        ("place", cast.HEXING, "选"),
        ("place", cast.MERGED, "选"),
    ],
)
def test_a_wrong_value_is_named_at_its_field(visit, field, value, word):
    answer = visit("clerk").post(ADD, filled(**{field: value}))
    assert word in errors(answer)[field][0]


def test_nothing_is_chosen_for_a_person(visit):
    form = visit("clerk").get(ADD).content.decode()
    assert '<option value="idle" selected' not in form
    assert '<option value="" selected>请选择</option>' in form


def test_a_number_that_is_taken_is_refused_in_a_sentence(visit, houses):
    answer = visit("clerk").post(ADD, filled(number="HX-1"))
    assert "已有这个编号" in str(errors(answer))


def test_what_the_database_alone_knows_is_refused_in_its_words(visit, acting):
    acting("office")
    project = Project.objects.create(
        number="XM-1",
        place_id=cast.TOWN,
        name="一期",
        document_no="示例1号",
        approved_area=300,
        approved_on="2016-10-18",
        ends_on="2019-10-18",
    )
    movement = {
        "number": "ZB-1",
        "place": cast.TOWN,
        "project": project.pk,
        "kind": "plan",
        "area": "10",
        "moved_on": "2017-01-01",
        "site_number": "JD-1",
        "document_no": "示例2号",
        "note": "",
    }
    answer = visit("office").post("/land/quotamovement/add/", movement)
    assert answer.status_code == 200
    assert "亩" in str(errors(answer))


def test_a_change_wants_a_reason_and_its_history_shows_before_and_after(visit, houses):
    client, page = visit("clerk"), f"{HOUSES}{houses['clerk'].pk}/change/"
    answer = client.post(page, filled(number="GP-1", storeys="2"))
    assert errors(answer) == {"reason": ["修改已有的记录要写明原因。"]}
    answer = client.post(page, filled(number="GP-1", storeys="2", reason="漏数了一层"))
    assert answer.status_code == 302
    shown = client.get(page).content.decode()
    assert "漏数了一层" in shown
    assert "1 → <b>2</b>" in shown


def test_a_refused_change_shows_beside_the_form_what_is_true(visit, houses):
    page = f"{HOUSES}{houses['clerk'].pk}/change/"
    answer = visit("clerk").post(
        page, filled(number="GP-1", demolished_on="2018-03-01", reason="拆了")
    )
    assert "demolished_on" in errors(answer)
    done = [line.step.title for line in answer.context["steps"] if line.on]
    assert done == ["摸底"]


def test_pressing_save_without_a_change_wants_no_reason_and_leaves_no_history(
    visit, houses, acting
):
    house = houses["clerk"]
    answer = visit("clerk").post(f"{HOUSES}{house.pk}/change/", filled(number="GP-1"))
    assert answer.status_code == 302
    acting("office")
    assert History.objects.filter(record=house.pk, ledger=house.ledger_name()).count() == 1


def test_a_village_that_was_merged_keeps_its_old_records_editable(visit, acting):
    acting("office")
    house = HollowHouse.objects.create(number="JH-1", place_id=cast.MERGED, **HOUSE)
    answer = visit("office").post(
        f"{HOUSES}{house.pk}/change/",
        filled(number="JH-1", place=cast.MERGED, storeys="2", reason="漏数了一层"),
    )
    assert answer.status_code == 302


def test_another_villages_record_is_not_there(visit, houses):
    theirs = houses["other_clerk"].pk
    assert visit("clerk").post(f"{HOUSES}{theirs}/change/", filled(reason="x")).status_code == 302
    page = visit("clerk").get(f"{HOUSES}{theirs}/change/", follow=True)
    assert "HX-1" not in page.content.decode()


@pytest.mark.parametrize("username", ["town_leader", "county"])
def test_those_who_only_read_can_neither_add_nor_change(visit, houses, username):
    client = visit(username)
    assert client.post(ADD, filled()).status_code == 403
    page = f"{HOUSES}{houses['clerk'].pk}/change/"
    assert client.post(page, filled(number="GP-1", storeys="2", reason="x")).status_code == 403
    assert client.get(page).status_code == 200


def test_nothing_can_be_deleted(visit, houses):
    house = houses["clerk"]
    for username in ("clerk", "office", "administrator"):
        client = visit(username)
        assert client.get(f"{HOUSES}{house.pk}/delete/").status_code == 403
        answer = client.post(HOUSES, {"action": "delete_selected", "_selected_action": [house.pk]})
        assert answer.status_code in (200, 302, 403)
    assert "GP-1" in visit("clerk").get(HOUSES).content.decode()


def shown(client, page: str) -> dict[str, str]:
    """The form as its page has it, hidden fields included."""
    form = client.get(page).context["adminform"].form
    values = {name: form.initial.get(name, form.fields[name].initial) for name in form.fields}
    return {name: "" if value is None else str(value) for name, value in values.items()}


def test_two_who_change_a_record_at_once_do_not_write_over_each_other(visit, houses, acting):
    page = f"{HOUSES}{houses['clerk'].pk}/change/"
    clerk, colleague = visit("clerk"), visit("clerk")
    hers, his = shown(clerk, page), shown(colleague, page)
    changed = colleague.post(page, {**his, "storeys": "2", "reason": "复核"})
    assert changed.status_code == 302, errors(changed)
    answer = clerk.post(page, {**hers, "note": "有人住", "reason": "补记"})
    assert answer.status_code == 200
    assert "又有了改动，所以没有保存" in answer.content.decode()
    acting("office")
    house = HollowHouse.objects.get(pk=houses["clerk"].pk)
    assert (house.storeys, house.note) == (2, "")
    again = {**shown(clerk, page), "note": "有人住", "reason": "补记"}
    answer = clerk.post(page, again)
    assert answer.status_code == 302, errors(answer)
    acting("office")
    house.refresh_from_db()
    assert (house.storeys, house.note) == (2, "有人住")


def test_saving_twice_from_the_same_page_after_an_error_works(visit, houses):
    page = f"{HOUSES}{houses['clerk'].pk}/change/"
    client = visit("clerk")
    said = {**shown(client, page), "storeys": "2"}
    assert client.post(page, said).status_code == 200  # without a reason
    assert client.post(page, {**said, "reason": "漏数"}).status_code == 302


def test_what_a_page_knows_of_its_record_is_not_shown(visit, houses):
    page = visit("clerk").get(f"{HOUSES}{houses['clerk'].pk}/change/").content.decode()
    assert 'type="hidden" name="seen"' in page
    assert "Seen" not in page
