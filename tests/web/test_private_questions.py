"""What somebody can carry: asked on the wall, answered on the own phone, written down for whoever has none."""

# ruff: noqa: F811 — a fixture of meeting_cast and the argument that asks for it share their name
import pytest

from netwerkberaad.domain import circle, once, undo
from netwerkberaad.domain.evening import answers, meeting, questions
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.evening.shared_screen import Screen
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.taking_part.joining import Guest
from netwerkberaad.web.doors import GUEST_PASS, SCREEN_PASS
from tests.test_who_sees_what import with_pass
from tests.web.meeting_cast import at, go  # noqa: F401

SECRET = "Liever niet alleen met opa"
TYPED = {"4.4": {"words": SECRET}, "4.6": {"number": "3"}, "4.7": {"stamina": "quarter"}}


@pytest.fixture
def screen(app, browse, family, now):
    opened = Screen.create(circle=family.circle, opened_by=family.facilitator, opened_at=now)
    return with_pass(app, browse(), SCREEN_PASS, opened.id, "/scherm")


@pytest.fixture
def pen(app, browse, family, now):
    """Wendy's phone, that holds the pen."""
    phone = Guest.create(meeting=family.meeting, person=family.wendy, joined_at=now, confirmed_at=now, seen_at=now)
    Meeting.update(pen=family.wendy).where(Meeting.id == family.meeting.id).execute()
    return with_pass(app, browse(), GUEST_PASS, phone.id, "/avond")


def told_by(person):
    told = carrying.carrying_of(person)
    return [one.what for one in carrying.boundaries_of(person)], told and told.max_per_week, told and told.stamina


def nothing_told(family):
    return carrying.Boundary.select().count() == carrying.Carrying.select().count() == 0


@pytest.mark.parametrize("code", questions.PRIVATE)
def test_on_the_screen_stands_only_the_question_and_how_many_answered(screen, family, now, code):
    carrying.set_boundary(family.karim, SECRET, how="own", now=now)
    carrying.tell(family.karim, max_per_week=2, stamina="week", how="own", now=now)
    page = screen.get(f"/scherm/{family.circle.id}/vraag/{code}")
    assert page.h1.text == questions.QUESTIONS[code].sentence
    assert "Antwoord op je eigen telefoon. Dit komt niet op het scherm." in page.text
    assert page.select_one("#geantwoord").text == "1 antwoord"
    assert page.select_one("#geantwoord").has_attr("data-live")
    assert not page.select("main input:not([type=hidden]), main textarea, main details")
    assert "Geen telefoon? Zeg het straks zacht tegen de gespreksleider." in page.text


def test_the_screen_says_to_whom_it_is_said_softly_when_somebody_holds_the_pen(screen, pen, family):
    page = screen.get(f"/scherm/{family.circle.id}/vraag/4.4")
    assert "Geen telefoon? Zeg het straks zacht tegen wie de pen heeft." in page.text


@pytest.mark.parametrize("code", questions.PRIVATE)
@pytest.mark.parametrize("way", ["vraag/{}", "verder?from={}", "later-bewaard?from={}", "getypt"])
def test_nothing_private_can_be_typed_on_the_screen_or_comes_back_from_it(screen, family, code, way):
    typed = {**TYPED[code], "person": str(family.oma_riet.id), "go": "next", "place": code}
    screen.client.post(f"/scherm/{family.circle.id}/{way.format(code)}", data={**typed, "csrf_token": screen.csrf()})
    status = 403 if way.startswith(("vraag", "verder")) else 404
    response = screen.client.post(
        f"/scherm/{family.circle.id}/{way.format(code)}", data={**typed, "csrf_token": screen.csrf()}
    )
    assert response.status_code == status
    assert SECRET not in response.text
    assert nothing_told(family)
    assert meeting.Draft.select().count() == meeting.Answer.select().count() == 0


@pytest.mark.parametrize("code", questions.PRIVATE)
def test_the_facilitator_writes_it_down_for_whoever_has_no_phone_and_never_reads_it_back(marije, at, family, code):
    page = marije.submit(
        marije.get(at(f"vraag/{code}")), f"/vraag/{code}", person=str(family.oma_riet.id), **TYPED[code]
    )
    assert "Opgeschreven voor Oma Riet." in page.text
    assert not page.select(f"[value='{SECRET}'], [name=stamina][checked], [name=number][value]:not([value=''])")
    for again in (page, marije.get(at(f"vraag/{code}"))):
        assert SECRET not in again.text
    expected = {"4.4": ([SECRET], None, None), "4.6": ([], 3, ""), "4.7": ([], None, "quarter")}
    assert told_by(family.oma_riet) == expected[code]
    record = (carrying.Boundary if code == "4.4" else carrying.Carrying).get()
    assert record.how == "spoken"


def test_whoever_holds_the_pen_writes_it_down_too(pen, family):
    root = f"/avond/pen/{family.circle.id}"
    page = pen.submit(pen.get(f"{root}/vraag/4.6"), "/vraag/4.6", person=str(family.oma_riet.id), number="2")
    assert "Opgeschreven voor Oma Riet." in page.text
    assert told_by(family.oma_riet) == ([], 2, "")


def test_whoever_has_a_phone_connected_writes_for_themselves(marije, pen, at, family):
    page = marije.get(at("vraag/4.4"))
    offered = {int(radio["value"]) for radio in page.select("[name=person]")}
    assert family.wendy.id not in offered
    assert family.oma_riet.id in offered
    marije.post(at("vraag/4.4"), {"words": SECRET, "person": str(family.wendy.id)}, 422)
    assert nothing_told(family)


def test_when_everybody_has_a_phone_there_is_nothing_to_write(marije, at, family, now):
    for person in family.people:
        Guest.create(meeting=family.meeting, person=person, joined_at=now, seen_at=now)
    page = marije.get(at("vraag/4.4"))
    assert not page.select("details, form#vraag")
    assert page.select("form#verder")


def test_a_professional_and_a_child_are_not_asked_how_much_they_carry(marije, at, family, now):
    ilse = circle.draw_person(family.circle, "Ilse", ring=4, group="Z", part="professional")
    meeting.attend(family.meeting, ilse, now=now)
    page = marije.get(at("vraag/4.6"))
    names = {label.get_text(strip=True) for label in page.select("details .who__name")}
    assert {"Oma Riet", "Wendy"} <= names
    assert not names & {"Ilse", "Noor"}


@pytest.mark.parametrize(
    ("code", "typed", "sentence"),
    [
        ("4.4", {"words": SECRET}, "Kies nog wie dit zegt."),
        ("4.4", {"person": True}, "Typ eerst wat je liever niet doet."),
        ("4.6", {"person": True, "number": "22"}, "Typ een getal van 0 tot 21."),
        ("4.6", {"person": True, "number": "vaak"}, "Typ een getal van 0 tot 21."),
        ("4.6", {"person": True}, "Typ een getal van 0 tot 21."),
        ("4.7", {"person": True}, "Kies hoe lang je dit volhoudt."),
        ("4.7", {"person": True, "stamina": "eeuwig"}, "Kies hoe lang je dit volhoudt."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays_with_whoever_typed_it(
    marije, at, family, code, typed, sentence
):
    person = {"person": str(family.oma_riet.id)} if typed.get("person") else {}
    page = marije.post(at(f"vraag/{code}"), {**typed, **person}, 422)
    assert sentence in page.select_one(".error-summary").text
    assert page.select_one("details").has_attr("open")
    if typed.get("words"):
        assert page.select_one("#words")["value"] == SECRET
    assert nothing_told(family)


@pytest.mark.parametrize("code", questions.PRIVATE)
def test_verder_keeps_what_was_typed_and_every_other_way_lets_it_go(go, marije, at, family, code):
    riet = {"person": str(family.oma_riet.id)}
    for way in ("skip", "back", "later"):
        go(code, way, **TYPED[code], **riet)
        assert nothing_told(family)
        marije.submit(marije.get(at("bijeenkomst")), "/bijeenkomst") if way == "later" else None
    assert meeting.Draft.select().count() == 0
    go(code, "next", **TYPED[code], **riet)
    assert told_by(family.oma_riet) != ([], None, None)
    assert meeting.Draft.select().count() == 0
    assert meeting.present_meeting(family.circle).question == questions.after(code)


@pytest.mark.parametrize("code", questions.PRIVATE)
def test_verder_without_a_name_stays_and_keeps_no_draft(marije, at, code):
    page = marije.post(at(f"verder?from={code}"), {**TYPED[code], "go": "next"}, 422)
    assert "Kies nog wie dit zegt." in page.text
    assert meeting.Draft.select().count() == 0


@pytest.mark.parametrize("code", questions.PRIVATE)
def test_nothing_half_typed_is_kept_or_parked_or_undone(marije, at, family, code):
    marije.post(at("getypt"), {"place": code, "words": SECRET}, 404)
    marije.post(at(f"later-bewaard?from={code}"), {"words": SECRET}, 404)
    assert SECRET not in marije.response.text
    page = marije.get(at(f"vraag/{code}"))
    assert not page.select("[data-draft], [hx-post]")
    marije.submit(page, f"/vraag/{code}", person=str(family.oma_riet.id), **TYPED[code])
    assert undo.Deed.select().count() == meeting.Draft.select().count() == 0
    assert answers.answers_of(family.circle, "concern", state="parked") == []
    assert not [row.mark for row in once.Posted.select() if SECRET in row.mark]


def test_nothing_is_written_down_outside_a_meeting(marije, at, family, now):
    page = marije.get(at("vraag/4.6"))
    Meeting.update(begun_at=None).where(Meeting.id == family.meeting.id).execute()
    marije.submit(page, "/vraag/4.6", 422, person=str(family.oma_riet.id), number="2")
    assert nothing_told(family)


def test_the_questions_hold_nobody_back(go, marije):
    for code, following in (("4.4", "4.5"), ("4.6", "4.7"), ("4.7", "4.8")):
        go(code, "next")
        assert marije.response.request.path.endswith(f"/vraag/{following}")
