"""The circle (kring): the family in the middle, its people, how near they are and who they are to the family."""

import peewee

from netwerkberaad.database import Moment, Record, Words, change, tidy
from netwerkberaad.domain import refusals
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.teams import Staff, Team

RINGS = {
    0: "In het midden",
    1: "Heel dichtbij",
    2: "Dichtbij",
    3: "Verder weg, wel belangrijk",
    4: "Hulpverleners",
}
GROUPS = {
    "G": "gezin",
    "F": "familie",
    "V": "vrienden",
    "B": "buurt",
    "K": "school, werk of club",
    "R": "geloof",
    "Z": "hulpverleners",
}
SUPPORT = {"P": "praktisch", "G": "gezelschap", "A": "advies", "E": "steun en een luisterend oor"}
TIES = {"strong": "geeft veel steun", "ordinary": "gewoon contact", "weak": "weinig contact", "lost": "lang niet gezien"}
INVITES = {"yes": "Ja", "later": "Later", "not_now": "Nu niet"}
HUES = 12


class Circle(Record):
    """One family's circle. `title` is neutral and in the family's own words.

    `homes` says in words where a child with two homes lives («bij Lotte en bij Karim»)."""

    team = peewee.ForeignKeyField(Team, backref="circles")
    facilitator = peewee.ForeignKeyField(Staff, backref="circles")
    title = Words()
    homes = Words(default="")
    people_joined = peewee.IntegerField(default=0)
    sample = peewee.BooleanField(default=False)
    begun_at = Moment()
    version = peewee.IntegerField(default=1)


class Person(Record):
    """Somebody who counts. Never deleted but by their own request; a typing error can be undone.

    ring        0 the family in the middle, 1 to 3 from near to far, 4 professionals
    group       letter of the Dutch ecogram (GROUPS); support: letters of SUPPORT, e.g. "PE"
    age         in years, None for adults
    hue         1 to 12, by order of joining; x, y: place on the map sheet, None when it is not drawn
    tie         how the line is drawn (TIES); gives_back: the family means something to them (2.9)
    notify      normal, discreet or none (no phone)
    visibility  circle, or own_tasks_only: sees only their own shifts
    status      named (on the map), suggested (waits for the family's yes), member (has said yes)
    merged_into the same person typed earlier: this row then only points there
    """

    circle = peewee.ForeignKeyField(Circle, backref="people")
    name = Words()
    relation = Words(default="")
    part = peewee.CharField(default="network")
    ring = peewee.IntegerField(default=2)
    group = peewee.CharField(default="F")
    support = peewee.CharField(default="")
    tie = peewee.CharField(default="ordinary")
    age = peewee.IntegerField(null=True)
    household = peewee.BooleanField(default=False)
    influence = peewee.BooleanField(default=False)
    cares = peewee.BooleanField(default=False)
    trusted_by_child = peewee.BooleanField(default=False)
    gives_back = peewee.BooleanField(default=False)
    invite = peewee.CharField(default="")
    status = peewee.CharField(default="named")
    supporter = peewee.ForeignKeyField("self", null=True, backref="supports")
    lives = peewee.CharField(default="")
    language = peewee.CharField(default="nl")
    interpreter = peewee.BooleanField(default=False)
    notify = peewee.CharField(default="normal")
    visibility = peewee.CharField(default="circle")
    phone = Words(default="")
    email = Words(default="")
    job = Words(default="")
    may_set_floor = peewee.BooleanField(default=False)
    hue = peewee.IntegerField()
    x = peewee.IntegerField(null=True)
    y = peewee.IntegerField(null=True)
    joined = peewee.IntegerField()
    named_in = peewee.CharField(default="")
    merged_into = peewee.ForeignKeyField("self", null=True, backref="merged")
    taken_back_at = Moment(null=True)
    version = peewee.IntegerField(default=1)

    class Meta:
        indexes = ((("circle", "joined"), True),)

    @property
    def initials(self):
        """Two characters that stand for the name: «OR» for Oma Riet, «We» for Wendy."""
        words = self.name.split()
        return (words[0][:1] + words[-1][:1]).upper() if len(words) > 1 else self.name[:2].capitalize()

    @property
    def is_adult(self):
        return self.age is None or self.age >= 18

    @property
    def is_child(self):
        return self.age is not None and self.age < 12

    @property
    def is_professional(self):
        return self.part != "network"


def begin(team, facilitator, title, *, now):
    """A facilitator begins a circle with nothing but its title."""
    title = tidy(title or "")
    insist(title, refusals.NoTitle)
    return Circle.create(team=team, facilitator=facilitator, title=title, begun_at=now)


def draw_person(circle, name, **what_we_know):
    """Somebody is named: they get the next colour and stand in the circle. Two Annas are two people."""
    name = tidy(name or "")
    insist(name, refusals.NoName)
    Circle.update(people_joined=Circle.people_joined + 1).where(Circle.id == circle.id).execute()
    joined = Circle.select(Circle.people_joined).where(Circle.id == circle.id).scalar()
    return Person.create(circle=circle, name=name, joined=joined, hue=(joined - 1) % HUES + 1, **what_we_know)


def change_person(person, *, seen=None, **fields):
    """Says something else about a person: relation, group, support, ring … Refuses when somebody else was first."""
    changed = change(person, seen, **fields)
    insist(changed, refusals.ChangedMeanwhile)
    return changed


def people_of(circle):
    """Everybody in the circle in order of joining: named, suggested or member, also professionals."""
    return list(
        Person.select()
        .where(Person.circle == circle, Person.taken_back_at.is_null(), Person.merged_into.is_null())
        .order_by(Person.joined)
    )


def person_in(circle, person_id):
    """The person of this circle with that number. Raises Stranger when there is none."""
    person = Person.get_or_none(
        Person.id == person_id, Person.circle == circle, Person.taken_back_at.is_null(), Person.merged_into.is_null()
    )
    if person is None:
        raise refusals.Stranger
    return person
