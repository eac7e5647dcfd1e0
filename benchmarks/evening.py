"""A circle with forty people, and what is asked of it: naming somebody, and the pages that are opened most; and a
table with sixty phones."""

import datetime as dt
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from flask import Response

from netwerkberaad import create_app, database, settings
from netwerkberaad.domain import circle, teams
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.discovering import naming
from netwerkberaad.domain.evening import meeting, numbers, shared_screen
from netwerkberaad.domain.taking_part.joining import Guest
from netwerkberaad.web import doors, passes

NAMES = "Wendy Hanneke Tjeerd Olena Dennis Piotr Yusuf Esra Riet Jesse Karim Anna Bram Sofie Omar".split()  # noqa: SIM905
QUESTION = "3.3"
FRAGMENT = {"HX-Request": "true", "HX-Request-Type": "partial"}


def set_the_table(folder, *, people):
    """An app with one family, so many people around it, and a browser in which its facilitator is signed in."""
    app = create_app(settings.read({"NETWERKBERAAD_DATA": str(Path(folder))}), WTF_CSRF_ENABLED=False)
    database.bring_up_to_date()
    now = dt.datetime.now(dt.UTC)
    with database.one_go():
        marije = teams.begin_team("De Linde", "Marije", "marije@example.org", "een lang wachtwoord", now=now)
        marije.role = teams.FACILITATOR
        marije.save()
        ours = circle.begin(marije.team, marije, "Avond", now=now)
        circle.draw_person(ours, "Lotte", ring=0, group="G")
        meeting.begin_now(ours, today=now.date(), now=now)
        for number in range(people):
            naming.name_people(ours, f"{NAMES[number % len(NAMES)]} {number}", question="2.2", now=now)
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = f"{marije.id}.{marije.access_number}"
    return client, f"/kring/{ours.id}"


def pages(table):
    """[(what is asked, a function that asks it, a function that tidies up afterwards)] for the benchmark."""
    client, circle_path = table

    def ask(path, **kwargs):
        return lambda: client.get(circle_path + path, **kwargs)

    return [
        ("naming somebody, the fragment with 40 on the map", _naming(client, circle_path), _forget_the_last),
        ("the question of the circle, whole", ask("/onze-kring/2.2"), _nothing),
        ("the map and its list", ask("/kaart"), _nothing),
        ("the week", ask("/week"), _nothing),
        ("the plan so far", ask("/afspraken"), _nothing),
    ]


def _naming(client, circle_path):
    named = iter(range(10**9))

    def name():
        number = next(named)
        typed = {"name": f"Nieuw {number}", "once": str(number)}
        answer = client.post(f"{circle_path}/onze-kring/2.2", data=typed, headers=FRAGMENT)
        assert answer.status_code == 200, answer.status_code
        return answer

    return name


def _forget_the_last():
    """Forty people stay forty."""
    last = Person.select(Person.id).order_by(Person.id.desc()).limit(1)
    Person.delete().where(Person.id == last).execute()


def _nothing():
    pass


@dataclass
class Table:
    """An evening at the numbers (3.3), which are shown: the (address, pass) of its phones and of its shared screen."""

    watching: sqlite3.Connection
    phones: list
    screen: tuple

    def number(self):
        """How often something changed."""
        return self.watching.execute("SELECT number FROM change").fetchone()[0]

    def numbers(self):
        """The numbers of the picture that every screen must show."""
        shown = "SELECT shown_number FROM answer WHERE shown_number IS NOT NULL ORDER BY shown_number"
        return [number for (number,) in self.watching.execute(shown)]

    def waiting(self):
        """How many numbers the picture does not show yet."""
        return self.watching.execute("SELECT count(*) FROM answer WHERE number IS NOT shown_number").fetchone()[0]

    def answers_given(self):
        """How often somebody gave a number, or another one."""
        return self.watching.execute("SELECT sum(version) FROM answer").fetchone()[0] or 0


def sit_round_the_table(folder, *, people):
    """A family with so many guests, each with their own phone, and a shared screen."""
    app = create_app(settings.read({"NETWERKBERAAD_DATA": str(folder)}))
    database.bring_up_to_date()
    now = dt.datetime.now(dt.UTC)
    with database.one_go():
        team = teams.Team.create(name="De Linde")
        marije = teams.Staff.create(team=team, name="M", email="m@example.org", role=teams.FACILITATOR, invited_at=now)
        ours = circle.begin(team, marije, "Avond", now=now)
        circle.draw_person(ours, "Lotte", ring=0, group="G")
        evening = meeting.begin_now(ours, today=now.date(), now=now)
        guests = [_guest(ours, evening, f"{NAMES[number % len(NAMES)]} {number}", now) for number in range(people)]
        screen = shared_screen.open_screen(ours, marije, now=now)
        meeting.stand_at(evening, QUESTION)
        numbers.show(evening, now=now)
    wall = f"/scherm/{ours.id}/vraag/{QUESTION}", _pass(app, doors.SCREEN_PASS, screen.id)
    phones = [("/avond", _pass(app, doors.GUEST_PASS, guest.id)) for guest in guests]
    database.shut()
    return Table(sqlite3.connect(f"file:{folder}/netwerkberaad.db?mode=ro", uri=True), phones, wall)


def _guest(ours, evening, name, now):
    person = circle.draw_person(ours, name, ring=2, group="B")
    meeting.attend(evening, person, now=now)
    return Guest.create(meeting=evening, person=person, joined_at=now, confirmed_at=now, seen_at=now)


def _pass(app, name, content):
    with app.test_request_context():
        handed = passes.hand_out(Response(), name, content, path="/", minutes=600, keep=True)
    return handed.headers["Set-Cookie"].partition(";")[0]
