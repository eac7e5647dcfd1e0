"""Who sees what: the table of sharing.py, cell by cell where a page exists, with data planted that could leak."""

import itertools

import pytest

from netwerkberaad.domain import circle, sharing, teams
from netwerkberaad.domain.after import links
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.before import preparation
from netwerkberaad.domain.evening import answers, meeting, shared_screen
from netwerkberaad.domain.evening.questions import QUESTIONS
from netwerkberaad.domain.safety import floors
from netwerkberaad.domain.sharing import Right, may
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.taking_part.joining import Guest
from netwerkberaad.domain.week import roster
from netwerkberaad.web import passes
from netwerkberaad.web.doors import GUEST_PASS, MEMBER_PASS, SCREEN_PASS
from tests import cast
from tests.conftest import signed_in

# What must never reach an audience whose cell is empty: matter → sentences planted in the family's data.
PRIVATE = {
    "safety_note": ["Lotte is bang voor de broer van Karim", "Noor schrikt als er hard gepraat wordt"],
    "off_limits": ["De schulden bij de woningbouw", "Waarom Noor niet meer zwemt"],
    "reach": ["0687654321", "riet@example.net", "0612345678", "wendy.thuis@example.org"],
    "carrying": [
        "Niet alleen met de kinderen thuis",
        "Geen geld meer lenen aan Karim",
        "Liever niet bij Lotte slapen",
        "Autorijden durf ik niet",
        "Niet als Karim er ook is",
        "Geen nachten meer wakker",
        "Ik til niemand meer",
        "Niet op zondagochtend",
        "Geen hond in mijn huis",
        "Niet bellen met de school",
        "Ik wil niet weer de boeman zijn",
        "Niemand in mijn eigen keuken",
    ],
}
SHARED = {
    "name": ["Hanneke"],
    "story": ["Lotte slaapt slecht en is op"],
    "strengths": ["Noor lacht weer op school"],
    "roster": ["Soep koken voor iedereen"],
    "agreements": ["Praat niet met Lotte aan de deur"],
    "shown_topic": ["De scheiding van twee jaar geleden"],
    "floors": ["Noor is nooit alleen thuis"],
}
PLANTED = PRIVATE | SHARED
EVERYTHING = [sentence for sentences in PRIVATE.values() for sentence in sentences]
OWN = {"member": {"0612345678", "wendy.thuis@example.org", "Niemand in mijn eigen keuken"}}


@pytest.fixture
def told(family, now):
    """The family with private things in every corner."""
    bang, schrikt = PRIVATE["safety_note"]
    preparation.tell_fear(family.lotte, "yes", bang, "apart", now=now)
    preparation.tell_fear(family.noor, "yes", schrikt, now=now)
    for owner, topic in zip((family.lotte, family.noor), PRIVATE["off_limits"], strict=True):
        preparation.set_off_limits(owner, topic, now=now)
    preparation.set_off_limits(family.lotte, *SHARED["shown_topic"], True, now=now)
    other_phone, other_email, phone, email = PRIVATE["reach"]
    circle.change_person(family.wendy, phone=phone, email=email, notify="discreet")
    circle.change_person(family.oma_riet, phone=other_phone, email=other_email)
    task = roster.need(family.circle, *SHARED["roster"], now=now)
    roster.RegularShift.create(circle=family.circle, task=task, person=family.hanneke, days="1", starts="17:30")
    plan.plan_to_change(family.circle)
    plan.Agreement.create(
        circle=family.circle, person=family.karim, what=SHARED["agreements"][0], days="2", starts="18:30", made_at=now
    )
    answers.tell_situation(family.circle, *SHARED["story"], now=now)
    answers.say(family.circle, "1.3", *SHARED["strengths"], person=family.wendy, now=now)
    own_words, others = PRIVATE["carrying"][-1], PRIVATE["carrying"][:-1]
    carrying.set_boundary(family.wendy, own_words, how="own", now=now)
    for person, what in zip(itertools.cycle((family.karim, family.oma_riet, family.lotte)), others, strict=False):
        carrying.set_boundary(person, what, how="spoken", now=now)
    ilse = circle.draw_person(family.circle, "Ilse", ring=4, group="Z", part="professional", may_set_floor=True)
    rule = {"min_people": 1, "set_by": ilse, "organisation": "Jeugdzorg", "reason": "Ze is negen."}
    floors.set_floor(family.circle, "min_people", words=SHARED["floors"][0], **rule, now=now)
    links.make(family.wendy, now=now)
    return family


def test_twenty_private_sentences_are_planted(told):
    assert len(set(EVERYTHING)) == 20


@pytest.fixture
def screen(app, browse, told, now):
    return with_screen(app, browse, told, now)


def with_screen(app, browse, told, now):
    """A browser with the limited pass of this circle's shared screen and nothing else."""
    opened = shared_screen.Screen.create(circle=told.circle, opened_by=told.facilitator, opened_at=now)
    return with_pass(app, browse(), SCREEN_PASS, opened.id, "/scherm")


def with_phone(app, browse, told, person, now):
    """Somebody's own phone at the table, let in this evening."""
    phone = Guest.create(meeting=told.meeting, person=person, joined_at=now, confirmed_at=now, seen_at=now)
    return with_pass(app, browse(), GUEST_PASS, phone.id, "/avond")


def with_the_pen(app, browse, told, now):
    meeting.Meeting.update(pen=told.tjeerd).where(meeting.Meeting.id == told.meeting.id).execute()
    return with_phone(app, browse, told, told.tjeerd, now)


def a_professional_s_phone(app, browse, told, now):
    ilse = circle.draw_person(told.circle, "Ilse", ring=4, group="Z", part="professional")
    return with_phone(app, browse, told, ilse, now)


def with_pass(app, browser, name, content, path, minutes=60):
    with app.test_request_context():
        response = passes.hand_out(app.response_class(), name, content, path=path, minutes=minutes, keep=False)
    value = response.headers["Set-Cookie"].split(";")[0].partition("=")[2]
    browser.client.set_cookie(name, value, path=path)
    return browser


def pages(app, told, *roots):
    """Every address below these roots that can be asked for, filled in for this family."""
    with app.test_request_context():
        adapter = app.url_map.bind("localhost")
        for rule in app.url_map.iter_rules():
            if "GET" not in rule.methods or not rule.rule.startswith(roots):
                continue
            for filled in _filled_in(rule, told):
                yield adapter.build(rule.endpoint, filled)


def _filled_in(rule, told):
    """Each way to fill in this rule: every question, some people, the one circle."""
    known = {
        "circle_id": [told.circle.id],
        "person_id": [told.lotte.id, told.noor.id, told.wendy.id, told.oma_riet.id],
        "other_id": [told.tjeerd.id],
        "code": list(QUESTIONS),
    }
    names = sorted(rule.arguments)
    choices = [known.get(name) or sorted(getattr(rule._converters[name], "items", ())) or [1] for name in names]
    return [dict(zip(names, chosen, strict=True)) for chosen in itertools.product(*choices)]


def leaked(body):
    text = body.decode("utf-8", "replace")
    return [sentence for sentence in EVERYTHING if sentence in text]


def test_nothing_private_is_in_any_byte_for_the_shared_screen(app, screen, told):
    opened = 0
    for address in pages(app, told, "/scherm/"):
        for headers in ({}, {"HX-Request": "true", "HX-Request-Type": "partial"}):
            response = screen.client.get(address, headers=headers)
            assert response.status_code < 500, (address, response.status_code)
            assert leaked(response.data) == [], address
            opened += response.status_code == 200
    assert opened > 20


def test_the_facilitators_table_pages_can_be_mirrored_too(app, marije, told):
    """Assume the laptop is the beamer: only the desk's own pages hold what is private."""
    for address in pages(app, told, "/kring/<"):
        if "/links/" not in address:
            assert leaked(marije.client.get(address).data) == [], address


def test_nothing_private_is_in_any_byte_for_whoever_holds_the_pen(app, browse, told, now):
    pen, opened = with_the_pen(app, browse, told, now), 0
    for address in pages(app, told, "/avond"):
        response = pen.client.get(address)
        assert leaked(response.data) == [], address
        opened += response.status_code == 200
    assert opened > 20


def other_facilitator(app, browse, told, now):
    who = teams.Staff.create(team=told.team, name="A", email="a@example.org", role="facilitator", invited_at=now)
    return signed_in(browse(), who)


def team_admin(app, browse, told, now):
    who = teams.Staff.create(team=told.team, name="B", email="b@example.org", role="team_admin", invited_at=now)
    return signed_in(browse(), who)


def somebody_elses_screen(app, browse, told, now):
    theirs = cast.strangers(now, told.team)
    opened = shared_screen.Screen.create(circle=theirs.circle, opened_by=theirs.facilitator, opened_at=now)
    return with_pass(app, browse(), SCREEN_PASS, opened.id, "/scherm")


def member(app, browse, told, now):
    link = links.Link.get(links.Link.person == told.wendy)
    return with_pass(app, browse(), MEMBER_PASS, [link.id, link.renewal, True], "/mijn")


def nobody(app, browse, told, now):
    return browse()


@pytest.mark.parametrize("who", [other_facilitator, team_admin, somebody_elses_screen, member, nobody])
def test_a_stranger_gets_no_page_of_this_family(app, browse, told, now, who):
    browser, asked = who(app, browse, told, now), 0
    for address in pages(app, told, "/kring/<", "/kringen/<", "/scherm/<"):
        response = browser.client.get(address)
        sent_away = response.status_code == 302 and response.location.startswith("/inloggen")
        assert sent_away or response.status_code in (401, 403, 404), (address, response.status_code)
        assert told.circle.title not in response.text, address
        asked += 1
    assert asked > 60


@pytest.mark.parametrize("who", [other_facilitator, team_admin])
def test_signed_in_strangers_learn_nothing_of_what_exists(app, browse, told, now, who):
    browser = who(app, browse, told, now)
    for address in pages(app, told, "/kring/<", "/kringen/<"):
        assert browser.client.get(address).status_code in (403, 404), address


def found_on(app, browser, told, *roots):
    """Which planted sentences stand on any page below these roots that opens for this browser."""
    texts = [browser.client.get(address).text for address in pages(app, told, *roots)]
    return {sentence for planted in PLANTED.values() for sentence in planted if any(sentence in text for text in texts)}


AUDIENCES = {
    "screen": lambda app, browse, told, now: (with_screen(app, browse, told, now), ("/scherm/",)),
    "member": lambda app, browse, told, now: (member(app, browse, told, now), ("/mijn",)),
    "guest": lambda app, browse, told, now: (with_phone(app, browse, told, told.jesse, now), ("/avond",)),
    "professional": lambda app, browse, told, now: (a_professional_s_phone(app, browse, told, now), ("/avond",)),
    "facilitator": lambda app, browse, told, now: (signed_in(browse(), told.facilitator), ("/kringen/<", "/kring/<")),
    "team_admin": lambda app, browse, told, now: (team_admin(app, browse, told, now), ("/",)),
}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_cell_of_the_table_holds_on_the_pages(app, browse, told, now, audience):
    """Whoever has no right to a matter finds nothing of it on any page; who may only see their own, only that."""
    browser, roots = AUDIENCES[audience](app, browse, told, now)
    found = found_on(app, browser, told, *roots)
    for matter, planted in PLANTED.items():
        right = may(audience, matter)
        if not right & (Right.READ | Right.EDIT | Right.BEAMER) or Right.CONSENT in right:
            allowed = OWN.get(audience, set()) if Right.OWN in right else set()
            assert found & set(planted) <= allowed, (audience, matter)
        elif audience in ("screen", "facilitator"):
            assert set(planted) <= found, (audience, matter)


def test_the_facilitator_reads_what_was_prepared_on_its_own_page_only(app, marije, told):
    holding = {address for address in pages(app, told, "/kringen") if leaked(marije.client.get(address).data)}
    room = f"/kringen/{told.circle.id}/voorbereiden"
    assert holding == {f"{room}/{person.id}/{code}" for person in (told.lotte, told.noor) for code in ("0.1", "0.2")}


def test_after_the_evening_the_screen_and_the_desk_are_closed(app, screen, marije, told, now):
    meeting.end(told.meeting, now=now)
    for address in pages(app, told, "/scherm/<"):
        assert SHARED["roster"][0] not in screen.client.get(address).text, address
    for address in pages(app, told, "/kringen/<"):
        text = marije.client.get(address).text
        assert SHARED["name"][0] not in text, address
        assert leaked(text.encode()) == [], address


def test_what_we_say_we_share_is_what_the_table_says(marije, told):
    page = marije.get(f"/kringen/{told.circle.id}/wat-delen-we")
    shown = [" ".join(section.h2.text.split()) for section in page.select("main section")]
    assert shown == [matter.title for matter, _, _ in sharing.told()]
    assert leaked(page.encode()) == []
