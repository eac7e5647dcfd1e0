"""«Ben je een tijd weg?»: what would open, on somebody's own phone and at the table, and nothing private in it."""

import re

import pytest

from netwerkberaad.domain.after import consent
from netwerkberaad.domain.agreeing import agreements, plan, plan_b
from netwerkberaad.domain.circle import change_person, draw_person
from netwerkberaad.domain.evening import meeting, offers
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import roster
from tests import floors_cast
from tests.test_who_sees_what import with_screen, with_the_pen
from tests.web.test_circle_queries import queries

PAGE = "/mijn/stel-dat"
THREE_WEEKS = f"{PAGE}?van=2026-10-12&tot=2026-11-01"
PRIVATE_WORDS = re.compile(
    r"draagkracht|grens|liever niet|kan niet op|past bij|te veel|vol(?:houd)|per week|niet bij Lotte", re.I
)


@pytest.fixture
def offered(family, now):
    """Hanneke, Karim and Jesse offered help."""
    for person, what in ((family.hanneke, "Even langskomen"), (family.karim, "Koken"), (family.tjeerd, "Bellen")):
        offers.Offer.create(circle=family.circle, person=person, what=what, said_at=now)


@pytest.fixture
def visit(shift, family, offered):
    return shift("Even langskomen", "1", "17:30", family.wendy, stand_in=family.tjeerd)


def cards(page):
    """[(what, dates, names who could take it)] of the page."""
    return [
        (
            card.h3.text,
            [item.text for item in card.select(".what-if__dates li")],
            [chip.text for chip in card.select(".chip__name")],
        )
        for card in page.select(".what-if__shift")
    ]


def errors(page):
    return [item.text for item in page.select(".error-summary li")]


def main(page):
    return " ".join(page.select_one("main").text.split())


def test_the_phone_shows_what_would_open_and_who_could_take_it(phone, family, visit):
    page = phone(family.wendy).get(THREE_WEEKS)
    assert cards(page) == [
        ("Even langskomen", ["dinsdag 13, 20 en 27 oktober, 17.30 uur"], ["Hanneke", "Karim"]),
    ]
    said = main(page)
    assert "Van maandag 12 oktober tot en met zondag 1 november" in said
    assert "Het gaat om 3 beurten." in said
    assert "Tjeerd zou invallen. We vragen dan eerst Tjeerd." in said
    assert "Fijn dat je het op tijd bekijkt." in said
    assert "Er verandert nog niets. Weet je het zeker? Meld je dan af. Dan vragen we wie er kan invallen" in said


def test_the_contact_person_is_called_with_one_tap(phone, family, visit, now):
    change_person(family.tjeerd, phone="0612345678")
    consent.choose(family.tjeerd, ["c3"], how="own", now=now)
    page = phone(family.wendy).get(f"{PAGE}?van=2026-10-12&duur=stop")
    assert "Bel Tjeerd als je het zeker weet." in main(page)
    assert page.select_one("a[href='tel:0612345678']").text == "Bel Tjeerd"


def test_the_home_page_leads_there_calmly(phone, family, visit):
    wendy = phone(family.wendy)
    (link,) = [a for a in wendy.get("/mijn").select("main a") if a.text == "Ben je een tijd weg?"]
    page = wendy.get(link["href"])
    assert page.select_one("[name=van]")["value"] == "2026-10-09"
    assert cards(page) == []
    assert errors(page) == []


@pytest.mark.parametrize(
    ("asked", "dates"),
    [
        ("van=2026-10-12&duur=1", ["dinsdag 13 oktober, 17.30 uur"]),
        ("van=2026-10-12&tot=2026-10-12&duur=2", ["dinsdag 13 en 20 oktober, 17.30 uur"]),
        ("duur=3", ["dinsdag 13, 20 en 27 oktober, 17.30 uur"]),
        ("van=2026-10-26&duur=stop", ["dinsdag 27 oktober, 3 en 10 november, 17.30 uur"]),
        ("van=12-10-2026&tot=14-10-2026", ["dinsdag 13 oktober, 17.30 uur"]),
    ],
    ids=["a week", "two weeks, whatever the last day", "three weeks from tomorrow", "for good", "typed dates"],
)
def test_how_long_is_one_tap(phone, family, visit, asked, dates):
    assert cards(phone(family.wendy).get(f"{PAGE}?{asked}"))[0][1] == dates


@pytest.mark.parametrize(
    ("van", "tot", "says"),
    [
        ("", "2026-10-20", "Kies nog vanaf welke dag."),
        ("2026-10-20", "", "Kies nog tot en met welke dag."),
        ("2026-10-20", "2026-10-12", "Deze dag ligt voor de eerste dag. Kies een latere dag."),
        ("2026-10-05", "2026-10-06", "Deze dagen zijn al voorbij. Kies een dag vanaf vandaag."),
        ("morgen", "2026-10-12", "Typ de datum zo: 14-10-2026."),
        ("2026-02-30", "2026-10-12", "Typ de datum zo: 14-10-2026."),
        (
            "2027-01-01",
            "2027-02-01",
            "Ons plan loopt van maandag 5 oktober tot en met zondag 15 november. Kies dagen daarin.",
        ),
    ],
)
def test_a_date_that_is_none_is_asked_again_and_what_was_typed_stays(phone, family, visit, van, tot, says):
    page = phone(family.wendy).get(f"{PAGE}?van={van}&tot={tot}", status=422)
    assert errors(page) == [says]
    assert [page.select_one(f"[name={name}]")["value"] for name in ("van", "tot")] == [van, tot]
    assert cards(page) == []


def test_nonsense_about_how_long_is_no_crash(phone, family, visit):
    phone(family.wendy).get(f"{PAGE}?van=2026-10-12&duur=eeuwig", status=422)
    phone(family.wendy).get(f"{PAGE}?van=0001-01-01&tot=9999-12-31", status=422)


@pytest.mark.parametrize(
    ("moment", "says"), [((2026, 11, 16, 12, 0), "Dit plan is voorbij"), (None, "nog geen begindatum")]
)
def test_before_there_is_a_plan_and_after_it_the_page_says_so(phone, family, visit, clock_says, moment, says):
    wendy = phone(family.wendy)
    if moment:
        clock_says(*moment)
    else:
        plan.Plan.update(start=None).execute()
    page = wendy.get(THREE_WEEKS)
    assert says in main(page)
    assert page.select("form[action='/mijn/stel-dat']") == []


def test_whoever_does_nothing_then_reads_that(phone, family, visit):
    assert "Je hebt dan geen beurten." in main(phone(family.karim).get(THREE_WEEKS))


def test_going_along_standing_in_and_roles_are_told(phone, family, shift, offered):
    shift("Samen koken", "6", "16:00", family.oma_riet, companion=family.wendy)
    shift("Boodschappen", "5", "10:00", family.karim, stand_in=family.wendy)
    said = main(phone(family.wendy).get(THREE_WEEKS))
    assert "Jij gaat mee met Oma Riet." in said
    assert "Jij valt in als Karim niet kan." in said
    assert "Wie niet kan, meldt het bij jou. Hanneke neemt het over." in said
    assert "Het gaat om 3 beurten." in said


def test_whoever_sees_only_their_own_reads_their_dates_and_nobody_s_name(phone, family, shift, offered):
    shift("Samen koken", "6", "16:00", family.oma_riet, companion=family.wendy, stand_in=family.karim)
    change_person(family.wendy, visibility="own_tasks_only")
    page = phone(family.wendy).get(THREE_WEEKS)
    assert cards(page) == [("Samen koken", ["zondag 18 en 25 oktober, 1 november, 16.00 uur"], [])]
    names = [person.name for person in family.people if person.id != family.wendy.id]
    assert [name for name in names if name in page.text] == []
    assert "Weet je het zeker? Meld je dan af." in main(page)


def test_floors_stand_in_their_own_words_for_whoever_may_read_them(phone, family, our_plan, offered, now):
    floors_cast.seat_ilse(family, now)
    floors_cast.everybody_knows(family, now)
    floors_cast.visits(family, now)
    floors_cast.come_by(family, now)
    page = phone(family.wendy).get(f"{PAGE}?van=2026-10-12&tot=2026-10-18")
    told = [card for card in cards(page) if card[0].startswith("Elke dag")]
    assert [dates for _, dates, _ in told] == [["Dinsdag 13 oktober: nog niemand.", "Vrijdag 16 oktober: nog niemand."]]
    change_person(family.wendy, visibility="own_tasks_only")
    assert "nog niemand" not in phone(family.wendy).get(f"{PAGE}?van=2026-10-12&tot=2026-10-18").text


def test_nobody_is_named_whom_something_private_keeps_from_it_and_nothing_says_why(phone, family, visit, now):
    def named():
        page = phone(family.wendy).get(THREE_WEEKS)
        return cards(page)[0][2], page.text

    carrying.set_boundary(family.karim, "Langskomen bij Lotte thuis", how="own", now=now)
    assert named()[0] == ["Hanneke"]
    carrying.tell(family.hanneke, max_per_week=0, how="own", now=now)
    names, text = named()
    assert names == []
    assert "Langskomen bij Lotte thuis" not in text
    assert PRIVATE_WORDS.findall(main(phone(family.wendy).get(THREE_WEEKS))) == []
    carrying.tell(family.hanneke, max_per_week=3, cannot=["1m", "1a"], how="own", now=now)
    assert named()[0] == []


def test_nothing_changes_by_looking(phone, family, visit):
    wendy = phone(family.wendy)
    before = (list(roster.RegularShift.select().dicts()), list(plan.Plan.select().dicts()))
    wendy.get(f"{PAGE}?duur=stop")
    assert before == (list(roster.RegularShift.select().dicts()), list(plan.Plan.select().dicts()))
    assert wendy.client.post(PAGE).status_code in (400, 405)


def test_at_the_table_everybody_reads_the_same(marije, family, visit):
    at = f"/kring/{family.circle.id}/mensen/{family.wendy.id}"
    (link,) = [a for a in marije.get(at).select("main a") if a.text == "Stel dat Wendy weg is"]
    assert link["href"] == f"{at}/stel-dat"
    page = marije.get(f"{link['href']}?van=2026-10-12&tot=2026-11-01")
    assert cards(page) == [
        ("Even langskomen", ["dinsdag 13, 20 en 27 oktober, 17.30 uur"], ["Hanneke", "Karim"]),
    ]
    assert "Dit doet Wendy." in main(page)
    assert "Tjeerd zou invallen. We vragen dan eerst Tjeerd." in main(page)
    assert PRIVATE_WORDS.findall(main(page)) == []
    assert errors(marije.get(f"{link['href']}?van=2026-10-12", status=422)) == ["Kies nog tot en met welke dag."]


def test_who_stands_in_the_centre_can_be_away_but_does_not_stop_with_it(marije, phone, family, shift, offered):
    shift("Voorlezen", "1", "19:00", family.lotte)
    at = f"/kring/{family.circle.id}/mensen/{family.lotte.id}/stel-dat"
    lotte = phone(family.lotte)
    for browser, where in ((marije, at), (lotte, PAGE)):
        taps = [button.text for button in browser.get(where).select("button[name=duur]")]
        assert taps == ["1 week", "2 weken", "3 weken"]
        assert cards(browser.get(f"{where}?van=2026-10-12&duur=2"))[0][1] == ["dinsdag 13 en 20 oktober, 19.00 uur"]
        browser.get(f"{where}?van=2026-10-12&duur=stop", status=422)
    assert "Stopt ermee" in marije.get(f"/kring/{family.circle.id}/mensen/{family.wendy.id}/stel-dat").text


def test_the_way_there_stands_on_the_card_of_who_helps_while_there_is_a_plan(marije, family, visit, clock_says):
    def ways(person):
        page = marije.get(f"/kring/{family.circle.id}/mensen/{person.id}")
        assert page.select("#meer a[href$=stel-dat]") == []
        return [a.text for a in page.select("main a[href$=stel-dat]")]

    assert ways(family.wendy) == ["Stel dat Wendy weg is"]
    assert ways(family.noor) == []
    clock_says(2026, 11, 16, 12, 0)
    assert ways(family.wendy) == []
    plan.Plan.update(start=None).execute()
    assert ways(family.wendy) == []


def test_what_they_do_in_plan_b_and_agreed_to_do_is_not_forgotten(marije, phone, family, visit, now):
    plan_b.add_step(family.circle, family.wendy.id, "komt dezelfde dag kijken", now=now)
    plan_b.add_step(family.circle, family.karim.id, "belt iedereen rond", now=now)
    agreements.agree(family.circle, family.wendy.id, "belt Lotte elke week", "6", "19.00", now=now)
    table = f"/kring/{family.circle.id}/mensen/{family.wendy.id}/stel-dat?duur=stop"
    for page in (phone(family.wendy).get(f"{PAGE}?duur=stop"), marije.get(table)):
        said = [" ".join(one.text.split()) for one in page.select(".what-if__roles li")]
        assert "Plan B: komt dezelfde dag kijken." in said
        assert "Afgesproken: Wendy belt Lotte elke week." in said
        assert "rond" not in " ".join(said)


def test_the_table_of_an_evening_that_is_over_is_shut(marije, family, visit, now):
    meeting.end(family.meeting, now=now)
    marije.get(f"/kring/{family.circle.id}/mensen/{family.wendy.id}/stel-dat", status=403)


def test_a_person_of_another_family_is_nobody_here(marije, family, strangers, our_plan):
    marije.get(f"/kring/{family.circle.id}/mensen/{strangers.wendy.id}/stel-dat?duur=1", status=404)


@pytest.mark.parametrize("where", ["phone", "table"])
def test_the_page_asks_as_much_for_one_shift_as_for_thirty(phone, marije, family, visit, shift, now, where):
    at = f"/kring/{family.circle.id}/mensen/{family.wendy.id}/stel-dat?duur=3"
    browser, at = (phone(family.wendy), f"{PAGE}?duur=3") if where == "phone" else (marije, at)
    shift("Koken", "2", "16:00", family.wendy, companion=family.karim)
    few = queries(lambda: browser.get(at))
    for number in range(24):
        one = draw_person(family.circle, f"Nieuw {number}", ring=2, group="B")
        offers.Offer.create(circle=family.circle, person=one, what="Langskomen", said_at=now)
        shift(f"Iets {number}", str(number % 7), "09:00", family.wendy, companion=one, stand_in=family.karim)
    assert len(queries(lambda: browser.get(at))) == len(few)


def test_the_fragment_is_the_page(phone, family, visit):
    wendy = phone(family.wendy)
    whole, part = wendy.get(THREE_WEEKS), wendy.get(THREE_WEEKS, fragment=True)
    assert part.select_one("#vooruit").text == whole.select_one("#vooruit").text


@pytest.mark.parametrize("door", ["scherm", "avond/pen"])
def test_the_wall_and_whoever_holds_the_pen_read_what_the_table_reads(app, browse, family, visit, now, door):
    opened = with_screen if door == "scherm" else with_the_pen
    browser = opened(app, browse, family, now)
    carrying.set_boundary(family.karim, "Langskomen bij Lotte thuis", how="own", now=now)
    page = browser.get(f"/{door}/{family.circle.id}/mensen/{family.wendy.id}/stel-dat?van=2026-10-12&duur=1")
    assert cards(page) == [("Even langskomen", ["dinsdag 13 oktober, 17.30 uur"], ["Hanneke"])]
    assert "Langskomen bij Lotte thuis" not in page.text
