"""Arranging the week in the browser: every deed through its form, what is refused, and who is told."""

import datetime as dt

import pytest

from netwerkberaad.domain import circle, undo, yes
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.week import arranging, roster
from netwerkberaad.domain.week.roster import RegularShift, Task
from tests.web.week_cast import answers, errors, fresh

COOKING = "Koken"


def only_shift(family):
    (shift,) = roster.shifts_of(family.circle)
    return shift


def test_a_task_is_added_in_the_week_and_can_be_taken_back(marije, family, week):
    page = marije.submit(marije.get(week), "/taken", what="Zomaar bellen")
    assert [card.text for card in page.select(".task-card")] == ["Zomaar bellen"]
    assert page.select_one(".undo-bar p").text == "Zomaar bellen ligt erbij."
    undo.undo(family.circle, undo.last_deed(family.circle, "week").id, now=dt.datetime.now(dt.UTC))
    assert not marije.get(week).select(".task-card")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("", "Typ eerst wat er nodig is."), ("  ", "Typ eerst wat er nodig is."), ("x" * 10_000, "Dit is te lang: 10000")],
)
def test_a_task_without_words_or_with_too_many_is_asked_again(marije, week, typed, sentence):
    page = marije.submit(marije.get(week), "/taken", status=422, what=typed)
    assert sentence in page.select_one("#week-taken .field__error").text
    assert Task.select().count() == 0


@pytest.mark.parametrize("what", ["<script>alert(1)</script>", "O'Neil bellen", "🍕 eten", "طبخ"])
def test_whatever_people_call_a_task_is_shown_as_they_said_it(marije, week, what):
    page = marije.submit(marije.get(week), "/taken", what=what)
    assert page.select_one(".task-card").text == what


def test_without_dragging_task_day_person(marije, family, week, cooking):
    page = marije.get(marije.get(week).select_one(".task-card")["href"])
    page = marije.submit(page, "/vaste-beurten", days=["6"], starts="16.00", ends="18.30", person=family.oma_riet.id)
    shift = only_shift(family)
    assert (shift.person, shift.days, shift.starts, shift.minutes) == (family.oma_riet, "6", "16:00", 150)
    assert page.select_one(".undo-bar p").text == "Koken staat nu op zondag bij Oma Riet."
    row = page.select_one("#week-lijst .row")
    assert " ".join(row.get_text(" ").split()) == "Koken 16.00 – 18.30 uur Oma Riet moet nog ja zeggen"


def test_a_time_in_words_is_said_back(marije, family, shifts, cooking):
    page = marije.get(f"{shifts}/nieuw?taak={cooking.id}")
    said = {"days": ["6"], "starts": "half zes", "ends": "zeven uur 's avonds", "person": family.wendy.id}
    page = marije.submit(page, "/vaste-beurten", **said)
    assert (only_shift(family).starts, only_shift(family).minutes) == ("17:30", 90)
    assert page.select_one(".undo-bar p").text == "Koken staat nu op zondag bij Wendy. «Half zes» is 17.30 uur."


def test_a_wish_is_asked_who_what_day_and_time(marije, shifts, cooking):
    page = marije.get(f"{shifts}/nieuw?taak={cooking.id}")
    assert errors(marije.submit(page, "/vaste-beurten", status=422)) == ["Kies nog een dag."]
    page = marije.submit(page, "/vaste-beurten", status=422, days=["6"])
    assert errors(page) == ["Typ nog hoe laat. Bijvoorbeeld: 17.30."]
    page = marije.submit(page, "/vaste-beurten", status=422, starts="16:00")
    assert errors(page) == ["Kies nog wie dit doet."]
    assert [box["value"] for box in page.select("[name=days][checked]")] == ["6"]
    assert page.select_one("[name=starts]")["value"] == "16:00"
    assert RegularShift.select().count() == 0


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"starts": "25:00"}, "Typ een tijd, zoals 19.30 of half acht."),
        ({"starts": "straks"}, "Typ een tijd, zoals 19.30 of half acht."),
        ({"ends": "15:59"}, "Klopt dit? De beurt duurt dan meer dan 12 uur."),
        ({"repeat": "once", "first_day": "31-02-2026"}, "Typ de datum zo: 14-10-2026."),
        ({"repeat": "once", "first_day": "0001-01-01"}, "Kies een datum in deze tijd."),
        (
            {"repeat": "once", "first_day": "2027-03-28", "starts": "02:30"},
            "In deze nacht gaat de klok een uur vooruit. Deze tijd bestaat dan niet. Kies een andere tijd.",
        ),
        (
            {"repeat": "once", "first_day": "2026-10-13"},
            "Deze datum valt op een andere dag. Kies de dag of de datum anders.",
        ),
        ({"starts": "9" * 10_000}, "Dit is te lang: 10000 tekens. Het mogen er 40 zijn."),
    ],
)
def test_times_that_cannot_be_are_refused_in_words(marije, family, shifts, cooking, typed, sentence):
    page = marije.get(f"{shifts}/nieuw?taak={cooking.id}")
    said = {"days": ["6"], "starts": "16:00", "person": family.oma_riet.id, **typed}
    page = marije.submit(page, "/vaste-beurten", status=422, **said)
    assert sentence in errors(page)
    assert page.select_one(f"[name=person][value='{family.oma_riet.id}']").has_attr("checked")
    assert RegularShift.select().count() == 0


def test_dragging_a_card_onto_the_week_leaves_it_open(marije, family, shifts, cooking):
    dropped = {"task": cooking.id, "days": "4", "starts": "17:30", "repeat": "weekly", "open": "ja", "once": "a"}
    page = marije.post(shifts, dropped)
    assert only_shift(family).person is None
    assert answers(page)[0] == "Vrijdag half zes: nog niemand. Nog niemand voor gezelschap of zomaar bellen."


def test_a_double_click_counts_once(marije, family, shifts, cooking, on_sunday):
    dropped = {"task": cooking.id, "days": "4", "starts": "17:30", "open": "ja", "once": "the same"}
    marije.post(shifts, dropped)
    marije.post(shifts, dropped)
    assert len(roster.shifts_of(family.circle)) == 2
    pressed = {"seen": 1, "part": "person", "once": "again"}
    marije.post(f"{shifts}/{on_sunday.id}/liever-anders", pressed)
    page = marije.post(f"{shifts}/{on_sunday.id}/liever-anders", pressed)
    assert errors(page) == []


def test_what_is_left_open_on_purpose_is_said_so_and_can_be_undone(marije, family, shifts, cooking):
    said = {"task": cooking.id, "days": "4", "starts": "17:30", "repeat": "weekly", "open": "blijft", "once": "b"}
    page = marije.post(shifts, said)
    assert only_shift(family).still_open
    marije.submit(page, "/terugdraaien")
    assert roster.shifts_of(family.circle) == []


def test_a_name_dropped_on_a_block_is_a_proposal(marije, family, shifts, on_sunday):
    page = marije.post(f"{shifts}/{on_sunday.id}/persoon", {"seen": 1, "person": family.wendy.id})
    assert page.select_one(".undo-bar p").text == "Koken staat nu op zondag bij Wendy."
    assert answers(page)[1] == "Wendy."
    assert page.select_one(".week__answer .button").text == "Maak het rondje"


def test_a_professional_carries_no_shift_of_the_network(marije, family, shifts, on_sunday):
    ilse = circle.draw_person(family.circle, "Ilse", ring=4, group="Z")
    page = marije.post(f"{shifts}/{on_sunday.id}/persoon", {"seen": 1, "person": ilse.id}, status=422)
    assert "Kies nog wie dit doet." in page.text


@pytest.mark.parametrize("person", ["", "0", "999999", "onzin", "9" * 500])
def test_somebody_unknown_cannot_be_dropped(marije, shifts, on_sunday, person):
    page = marije.post(f"{shifts}/{on_sunday.id}/persoon", {"seen": 1, "person": person}, status=422)
    assert errors(page) == ["Kies nog wie dit doet."]


def test_moving_and_resizing(marije, shifts, on_sunday):
    dragged = {"seen": 1, "from_date": "2026-10-18", "to_date": "2026-10-15", "starts": "17:45"}
    page = marije.post(f"{shifts}/{on_sunday.id}/plek", dragged)
    assert page.select_one(".undo-bar p").text == "Koken staat nu op donderdag bij Oma Riet."
    page = marije.post(f"{shifts}/{on_sunday.id}/lengte", {"seen": 2, "ends": "19:00"})
    assert page.select_one(".undo-bar p").text == "Koken duurt nu tot 19.00 uur."
    shift = fresh(on_sunday)
    assert (shift.days, shift.starts, shift.minutes) == ("3", "17:45", 75)


@pytest.mark.parametrize("where", [{}, {"to_date": "2026-10-15"}, {"from_date": "gisteren", "to_date": "2026-10-15"}])
def test_a_move_without_a_day_is_refused(marije, shifts, on_sunday, where):
    page = marije.post(f"{shifts}/{on_sunday.id}/plek", {"seen": 1, "starts": "17:45", **where}, status=422)
    assert len(errors(page)) == 1
    assert fresh(on_sunday).version == 1


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("persoon", {"person": "5"}),
        ("plek", {"from_date": "2026-10-18", "to_date": "2026-10-15", "starts": "16:00"}),
        ("lengte", {"ends": "19:00"}),
        ("nog-open", {}),
        ("weg", {}),
        ("ja", {"part": "person"}),
        ("liever-anders", {"part": "person"}),
    ],
)
@pytest.mark.parametrize("seen", ["1", "", "onzin"])
def test_who_comes_second_is_told_and_changes_nothing(marije, family, shifts, on_sunday, now, deed, said, seen):
    arranging.give_to(on_sunday, seen=1, person=family.tjeerd, now=now)
    page = marije.post(f"{shifts}/{on_sunday.id}/{deed}", {"seen": seen, **said}, status=409)
    assert errors(page) == ["Iemand anders heeft dit net veranderd. Kijk hieronder hoe het nu is."]
    assert "Tjeerd" in page.text
    assert (fresh(on_sunday).person, fresh(on_sunday).version) == (family.tjeerd, 2)
    assert yes.said_in(family.circle) == {}


def test_a_stale_form_shows_what_it_is_now_and_keeps_what_was_typed(marije, family, shifts, on_sunday, now):
    page = marije.get(f"{shifts}/{on_sunday.id}")
    arranging.give_to(on_sunday, seen=1, person=family.tjeerd, now=now)
    page = marije.submit(page, f"/{on_sunday.id}", status=409, starts="15.30", person=family.wendy.id)
    assert [dd.text for dd in page.select(".both dd")] == ["16.00", "Tjeerd", "15.30", "Wendy"]
    assert page.select_one("[name=starts]")["value"] == "15.30"
    assert page.select_one("aside .card strong").text == "Tjeerd"
    marije.submit(page, f"/{on_sunday.id}")
    assert (fresh(on_sunday).person, fresh(on_sunday).starts) == (family.wendy, "15:30")


def test_the_form_of_a_shift_asks_everything_and_changes_it(marije, family, shifts, on_sunday):
    page = marije.get(f"{shifts}/{on_sunday.id}")
    assert page.select_one(".question__hint").text == "elke zondag, 16.00 uur"
    said = {"days": ["1"], "repeat": "fortnightly", "first_day": "2026-10-20", "stand_in": family.wendy.id}
    marije.submit(page, f"/{on_sunday.id}", companion=family.tjeerd.id, **said)
    page = marije.get(f"{shifts}/{on_sunday.id}")
    assert page.select_one(".question__hint").text == "om de week op dinsdag, vanaf 20 oktober, 16.00 uur"
    cards = [" ".join(card.p.text.split()) for card in page.select("aside .card")]
    assert cards == ["Oma Riet doet het", "Wendy valt in", "Tjeerd gaat mee"]
    same = marije.submit(page, f"/{on_sunday.id}", status=422, stand_in=family.oma_riet.id)
    assert errors(same) == ["Kies iemand anders. Deze persoon staat al bij deze beurt."]


def test_each_part_says_its_own_yes_aloud(marije, family, shifts, on_sunday, now):
    arranging.name_stand_in(on_sunday, seen=1, person=family.wendy, now=now)
    page = marije.get(f"{shifts}/{on_sunday.id}")
    buttons = [form.button.span.contents[0] for form in page.select("form[action*='/ja?']")]
    assert buttons == ["Oma Riet zegt ja", "Wendy zegt ja"]
    page = marije.submit(page, f"/{on_sunday.id}/ja")
    assert [tag.text for tag in page.select("aside .tag--good")] == ["Ja"]
    assert list(yes.said_in(family.circle).values()) == ["spoken"]
    assert roster.state_of(fresh(on_sunday), yes.said_in(family.circle)) == "accepted"


def test_nobody_says_yes_for_who_is_not_there(marije, family, shifts, on_sunday, now):
    meeting.leave(family.meeting, family.oma_riet, now=now)
    page = marije.get(f"{shifts}/{on_sunday.id}")
    assert not page.select("form[action*='/ja?']")
    assert page.select_one("aside .tag--warn").text == "Nog vragen"
    page = marije.post(f"{shifts}/{on_sunday.id}/ja", {"seen": 1, "part": "person"}, status=422)
    assert errors(page) == ["Deze persoon is er niet bij. Vraag het nog: niemand zegt ja voor een ander."]
    assert yes.said_in(family.circle) == {}


def test_rather_not_brings_the_block_back_to_open(marije, week, shifts, on_sunday):
    page = marije.submit(marije.get(f"{shifts}/{on_sunday.id}"), "/liever-anders")
    assert "Nog niemand." in page.select_one("aside").text
    assert "Zondag vier uur: nog niemand." in answers(marije.get(week))[0]


def test_left_open_on_purpose_reads_so(marije, week, shifts, on_sunday):
    page = marije.submit(marije.get(f"{shifts}/{on_sunday.id}"), "/nog-open")
    assert "Zondag vier uur: blijft nog open." in answers(page)[0]


def test_a_shift_leaves_the_week_and_its_task_is_a_card_again(marije, shifts, on_sunday):
    page = marije.submit(marije.get(f"{shifts}/{on_sunday.id}"), "/weg")
    assert [card.text for card in page.select(".task-cards .task-card")] == [COOKING]
    assert not page.select("#week-lijst .row")


def test_a_task_gets_other_words_and_disappears(marije, family, cooking, week):
    address = f"/kring/{family.circle.id}/taken/{cooking.id}"
    page = marije.submit(marije.get(address), f"/{cooking.id}", what="Samen koken", minutes="120", support=["P", "G"])
    task = Task.get_by_id(cooking.id)
    assert (task.what, task.minutes, task.support) == ("Samen koken", 120, "PG")
    assert [card.text for card in page.select(".task-card")] == ["Samen koken"]
    assert errors(marije.submit(marije.get(address), f"/{cooking.id}", status=422, what=" ")) == [
        "Typ eerst wat er nodig is."
    ]
    page = marije.submit(marije.get(address), "/weg")
    assert not page.select(".task-card")
    marije.get(address, status=404)
