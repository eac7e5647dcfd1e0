"""The family that `make run`, the tests, the README and the benchmarks all talk about, as it sat at the table.

It is loaded through the same functions that the pages use, with days counted from d0: the last Monday at least
fourteen days before today."""

import base64
import datetime as dt
import hashlib
import hmac
import tomllib
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

from flask import url_for

from netwerkberaad import sample_weeks
from netwerkberaad.database import one_go
from netwerkberaad.domain import circle, teams
from netwerkberaad.domain.after import anyway, links
from netwerkberaad.domain.agreeing import agreements, closing, plan_b, plan_dates, roles, signing
from netwerkberaad.domain.agreeing.plan import plan_of
from netwerkberaad.domain.agreeing.plan_picture import picture_of
from netwerkberaad.domain.before import beginning, preparation
from netwerkberaad.domain.circle import Circle, Person
from netwerkberaad.domain.evening import answers, meeting, numbers
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.safety import floors
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import arranging, carrying_load, roster
from netwerkberaad.domain.week.from_now_on import Since
from netwerkberaad.web import seal

STORY = tomllib.loads((Path(__file__).parent / "sample_family.toml").read_text())
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAYS = {"ma": "0", "di": "1", "wo": "2", "do": "3", "vr": "4", "za": "5", "zo": "6"}


class RealFamiliesHere(Exception):
    """There are families here and the sample is not one of them: practice accounts don't belong beside them."""


def load(present, *, today=None):
    """Loads the sample once and says where everything is, as plain values for JSON (see `netwerkberaad demo --json`).

    present: the settings; today: a local date (default: today). Loaded before: changes nothing, says the same."""
    ours = Circle.get_or_none(Circle.sample)
    if ours is None:
        if Circle.select().exists() or teams.Staff.select().exists():
            raise RealFamiliesHere("There are families or accounts here already: the sample stays out.")
        today = today or dt.datetime.now(AMSTERDAM).date()
        with one_go():
            evening = Evening(today, present.secret_key)
            ours = evening.play()
            sample_weeks.play(evening, STORY, today=today)
    return _where_to_look(ours, present.secret_key)


def first_monday(today):
    """d0: the last Monday at least fourteen days before today."""
    fortnight_ago = today - dt.timedelta(days=14)
    return fortnight_ago - dt.timedelta(days=fortnight_ago.weekday())


def password_of(email, secret):
    """The practice password of an account: different on every installation, the same every time here."""
    mark = hmac.new(secret.encode(), f"sample {email}".encode(), hashlib.sha256).digest()
    return "oefen-" + base64.b32encode(mark)[:10].decode().lower()


class Evening:
    """The sample's story, from the team's beginning to the closed plan. One use: Evening(today, secret).play()."""

    def __init__(self, today, secret):
        self.d0, self.secret = first_monday(today), secret
        self.evening = next(m for m in STORY["meetings"] if m["kind"] == "network")
        self.now = self.at(self.evening["day"], self.evening["starts"])

    def at(self, day, time):
        """The moment of a local time so many days after d0."""
        return dt.datetime.combine(self.date(day), dt.time.fromisoformat(time), AMSTERDAM).astimezone(dt.UTC)

    def date(self, day):
        return self.d0 + dt.timedelta(days=day)

    def play(self):
        self.begin()
        self.draw_everybody()
        self.meet()
        self.tell()
        self.say_what_must_always_hold()
        self.say_what_they_can_carry()
        self.divide_the_week()
        self.agree()
        self.sign()
        return self.circle

    def begin(self):
        team = teams.Team.create(name=STORY["team"])
        began = self.at(STORY["meetings"][0]["day"], "09:00")
        staff = [teams.invite(team, s["name"], s["email"], s["role"], now=began) for s in STORY["staff"]]
        for account in staff:
            teams.choose_password(account, password_of(account.email, self.secret))
        self.circle = circle.begin(team, staff[0], STORY["title"], now=began)
        children = [known["name"] for known in STORY["people"].values() if known.get("lives") == "two_homes"]
        homes = beginning.homes_sentence(children, "two_homes", *STORY["homes"])
        Circle.update(sample=True, homes=homes).where(Circle.id == self.circle.id).execute()
        self.circle = Circle.get_by_id(self.circle.id)

    def draw_everybody(self):
        self.people, supporters = {}, {}
        for key, known in STORY["people"].items():
            known = dict(known)
            supporters[key] = known.pop("supporter", None)
            self.people[key] = circle.draw_person(self.circle, known.pop("name"), **known)
        for key, supporter in supporters.items():
            if supporter:
                preparation.choose_supporter(self.people[key], self.people[supporter])
        for topic in STORY["off_limits"]:
            owner = self.people[topic["owner"]]
            preparation.set_off_limits(owner, topic["topic"], topic["may_show"], now=self.now)
        preparation.parents_know(self.circle, now=self.now)

    def meet(self):
        for told in STORY["meetings"]:
            begun = self.at(told["day"], told["starts"])
            planned = meeting.plan_meeting(
                self.circle,
                kind=told["kind"],
                day=self.date(told["day"]),
                starts=told["starts"],
                place=told.get("place", ""),
            )
            self.meeting = meeting.begin(planned, now=begun)
            for key in told["present"]:
                meeting.attend(self.meeting, self.people[key], now=begun)
            for key in told.get("by_phone", []):
                meeting.attend(self.meeting, self.people[key], how="phone", now=begun)
            if told is not self.evening:
                meeting.end(self.meeting, now=self.at(told["day"], told["ends"]))

    def tell(self):
        for key, wish in STORY["wishes"].items():
            code = "1.6" if self.people[key].is_child else "1.5"
            answers.say(self.circle, code, wish, person=self.people[key], now=self.now)
        situation = answers.tell_situation(self.circle, words=STORY["situation"], now=self.now)
        situation = answers.approve_situation(self.circle, seen=situation.number, now=self.now) or situation
        for number in self.evening["ratings"]:
            numbers.rate(self.circle, number, how="spoken", now=self.now)
        for key in STORY["knows_situation"]:
            answers.note_who_knows(situation, self.people[key], now=self.now)

    def say_what_must_always_hold(self):
        for told in STORY["floors"]:
            known = {**told, **{key: self.people[told[key]] for key in ("set_by", "person") if key in told}}
            trusted = [self.people[key].id for key in known.pop("trusted", [])]
            floor = floors.set_floor(self.circle, **known, now=self.now)
            for who, by in product(trusted, floors.SAID_BY):
                floors.say_who_counts(floor, who, by=by, now=self.now)

    def say_what_they_can_carry(self):
        """Everybody on their own phone; whoever has none says it softly."""
        for key, told in STORY["carrying"].items():
            carrying.tell(self.people[key], **told, how=self.how(key), now=self.now)
        for told in STORY["boundaries_private"]:
            who = told["who"]
            carrying.set_boundary(self.people[who], told["not"], how=self.how(who), now=self.now)

    def how(self, key):
        return "spoken" if self.people[key].notify == "none" else "own"

    def divide_the_week(self):
        for told in STORY["tasks"]:
            minutes = told.get("minutes", 60)
            task = roster.need(
                self.circle,
                told["what"],
                minutes=minutes,
                support=told["support"],
                tag=told["tag"],
                now=self.now,
            )
            for (person, stand_in, companion), days in _turns(told).items():
                shift = arranging.take_on(
                    self.circle,
                    task=task,
                    person=self.people[person],
                    stand_in=self.people.get(stand_in),
                    companion=self.people.get(companion),
                    days=days,
                    starts=told["starts"],
                    since=Since(self.d0),
                    now=self.now,
                )
                for part, key in (("person", person), ("stand_in", stand_in), ("companion", companion)):
                    if key:
                        roster.says_yes(shift, part, self.people[key], how="spoken", now=self.now)

    def agree(self):
        for role, key in STORY["roles"].items():
            roles.choose(self.circle, role, self.people[key].id, now=self.now)
            roles.accept(self.circle, role, self.people[key].id, now=self.now)
        told = STORY["plan"]
        plan_dates.follow_for(self.circle, told["weeks"], self.d0, now=self.now)
        review = self.date(told["review_day"])
        plan_dates.look_back_on(
            self.circle,
            review,
            told["review_time"],
            told["review_place"],
            today=self.date(self.evening["day"]),
            now=self.now,
        )
        plan_dates.meet_again_within(self.circle, told["retry_within_days"], now=self.now)
        plan_dates.let_read(self.circle, members=True, facilitator=False, week=True, now=self.now)
        for promise in STORY["agreements"]:
            who = self.people[promise["who"]].id
            agreements.agree(
                self.circle,
                who,
                promise["what"],
                promise["days"],
                promise["starts"],
                anyway=True,
                now=self.now,
            )
        for words in STORY["plan_b"]["triggers"]:
            plan_b.add_trigger(self.circle, words, now=self.now)
        for step in STORY["plan_b"]["steps"]:
            plan_b.add_step(self.circle, self.people[step["who"]].id, step["action"], now=self.now)
        for key in STORY["said_anyway"]:
            carrying_load.say_anyway(self.people[key], anyway.own_load_of(self.people[key], now=self.now), now=self.now)

    def sign(self):
        read = self.at(self.evening["day"], "20:45")
        today, told = self.date(self.evening["day"]), STORY["signatures"]
        for key in told["by_link_next_day"]:
            meeting.leave(self.meeting, self.people[key], now=read)
        version = signing.read_back(picture_of(self.circle, today=today), circle=self.circle, now=read)
        for key in told["yes"]:
            person = self.people[key]
            signing.sign(version, person, choice="yes", name=person.name, now=read)
        for key, remark in told["yes_but"].items():
            person = self.people[key]
            signing.sign(version, person, choice="yes_but", remark=remark, name=person.name, now=read)
        for key in told["sticker"]:
            signing.sign(version, self.people[key], choice="yes", sticker="sport", now=read)
        end = self.at(self.evening["day"], self.evening["ends"])
        closing.close(self.circle, seen=version.number, today=today, now=end)
        meeting.end(self.meeting, now=end)
        for person in self.people.values():
            if not person.is_child and person.part != "facilitator":
                links.hand_over(links.make(person, now=end) and person, now=end)
        for key in told["by_link_next_day"]:
            person, later = self.people[key], self.at(self.evening["day"] + 1, "12:00")
            signing.sign(version, person, choice="yes", name=person.name, via="link", now=later)


def _turns(told):
    """Who does a task with which stand-in and companion, on which weekdays: {(who, stand_in, companion): "03"}."""
    turns = {}
    for day, who in told["who"].items():
        key = (who, told.get("stand_in", {}).get(day), told.get("companion", {}).get(day))
        turns[key] = turns.get(key, "") + DAYS[day]
    return turns


def _where_to_look(ours, secret):
    evening = Meeting.select().where(Meeting.circle == ours).exists()
    table = {
        "meeting": "table.meeting.present",
        "map": "table.circle.map",
        "roster": "table.roster.week",
        "agreements": "table.plan.overview",
        "signing": "table.signing.sheet",
    }
    urls = {"desk": url_for("desk.circle", circle_id=ours.id)}
    urls |= {key: url_for(endpoint, circle_id=ours.id) for key, endpoint in table.items() if evening}
    staff = teams.Staff.select().where(teams.Staff.email << [s["email"] for s in STORY["staff"]])
    return {
        "staff": [
            {"name": s.name, "role": s.role, "email": s.email, "password": password_of(s.email, secret)} for s in staff
        ],
        "circles": [{"title": ours.title, "urls": urls}],
        "people": [
            {"name": link.person.name, "role": _role(link.person, plan_of(ours)), "link": seal.path_of(link)}
            for link in links.Link.select().join(Person).where(Person.circle == ours).order_by(Person.joined)
        ],
    }


def _role(person, plan):
    for role in ("contact_person", "cancel_with"):
        if getattr(plan, f"{role}_id") == person.id:
            return role
    if person.is_professional:
        return person.part
    return "parent" if person.household or person.ring == 0 else "member"
