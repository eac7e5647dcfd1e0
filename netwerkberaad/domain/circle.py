"""The circle (kring): the family in the middle, its people, how near they are and who they are to the family."""

import peewee

from netwerkberaad.database import Moment, Record, Words, change, prepared, tidy
from netwerkberaad.domain import refusals
from netwerkberaad.domain.drawing import network_map
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.teams import Staff, Team

RINGS = network_map.RING_NAMES
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
TIES = {
    "strong": "geeft veel steun",
    "ordinary": "gewoon contact",
    "weak": "weinig contact",
    "lost": "lang niet gezien",
}
INVITES = {"yes": "Ja", "later": "Later", "not_now": "Nu niet"}
PROFESSIONALS_RING, PROFESSIONALS_GROUP = 4, "Z"
HUES, QUIET_HUE, LONGEST_NAME = 11, 12, 60
_NEAR = {0: "in het midden", 1: "heel dichtbij", 2: "dichtbij", 3: "verder weg", 4: "bij de hulpverleners"}
_BESIDE = {
    "G": "bij familie",
    "F": "bij familie",
    "V": "bij vrienden",
    "B": "in de buurt",
    "K": "van school, werk of club",
    "R": "van het geloof",
}


class Circle(Record):
    """One family's circle. `title` is neutral and in the family's own words.

    `homes` says in words where a child with two homes lives («bij Lotte en bij Karim»).
    `inviting_ring`: inviting has come as far as this ring (R12); the next opens after «Ja, verder»."""

    team = peewee.ForeignKeyField(Team, backref="circles")
    facilitator = peewee.ForeignKeyField(Staff, backref="circles")
    title = Words()
    homes = Words(default="")
    people_joined = peewee.IntegerField(default=0)
    sample = peewee.BooleanField(default=False)
    inviting_ring = peewee.IntegerField(default=1)
    begun_at = Moment()
    version = peewee.IntegerField(default=1)


class Person(Record):
    """Somebody who counts. Never deleted but by their own request; a typing error can be undone.

    ring        0 the family in the middle, 1 to 3 from near to far, 4 professionals
    group       letter of the Dutch ecogram (GROUPS); support: letters of SUPPORT, e.g. "PE"
    age         in years, None for adults
    hue         1 to 11 by order of joining, 12 for professionals; x, y: place on the map sheet, or None
    tie         how the line is drawn (TIES); gives_back: the family means something to them (2.9)
    notify      normal, discreet or none (no phone)
    visibility  circle, or own_tasks_only: sees only their own shifts
    status      named (on the map), suggested (waits for the family's yes), member (has said yes), guest (at the
                table this evening, and has not said that their name may stand on the map)
    merged_into the same person typed earlier: this row then only points there
    told_apart  somebody with the same name stands in the circle, and the table said: another person
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
    told_apart = peewee.BooleanField(default=False)
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
    def place(self):
        """Where they stand on the map sheet, or None."""
        return None if self.x is None else (self.x, self.y)

    @property
    def is_adult(self):
        return self.age is None or self.age >= 18

    @property
    def is_child(self):
        return self.age is not None and self.age < 12

    @property
    def is_professional(self):
        return self.part != "network"


_NOT_ON_THE_WALL = frozenset(
    ("phone", "email", "notify", "visibility", "language", "interpreter", "lives", "job", "may_set_floor")
)


def on_the_wall(person=Person):
    """The columns of a person (or of an alias of Person) that the whole room may see: how to reach somebody, and what
    was asked of them apart, is not even fetched."""
    return [getattr(person, name) for name in Person._meta.fields if name not in _NOT_ON_THE_WALL]


def begin(team, facilitator, title, *, now):
    """A facilitator begins a circle with nothing but its title."""
    title = tidy(title or "")
    insist(title, refusals.NoTitle)
    return Circle.create(team=team, facilitator=facilitator, title=title, begun_at=now)


def draw_person(circle, name, **what_we_know):
    """Somebody is named: they get the next colour and a place in the circle. Two Annas are two people."""
    person = Person(circle=circle, name=_name(name), **what_we_know)
    _keep_professionals_apart(person)
    one_more = Circle.update(people_joined=Circle.people_joined + 1).where(Circle.id == circle.id)
    person.joined = next(iter(one_more.returning(Circle.people_joined).execute())).people_joined
    others = _others(person)
    person.hue = QUIET_HUE if person.ring == PROFESSIONALS_RING else _next_hue(others)
    person.x, person.y = _found_place(person, others)
    person.save(force_insert=True)
    return person


def change_person(person, *, seen=None, near=None, **fields):
    """Says something else about a person: relation, group, support, ring … Refuses when somebody else was first.

    Whoever gets another ring or sector, or a name that no longer fits, gets a new place; nobody else moves.
    `near` is the spot (x, y) on the map sheet where somebody was put down by hand."""
    if "name" in fields:
        fields["name"] = _name(fields["name"])
    wanted = as_if(person, **fields)
    if near or _needs_another_place(person, wanted):
        wanted.x, wanted.y = _found_place(wanted, near=near or (wanted.ring == person.ring and person.place))
    fields |= {field: getattr(wanted, field) for field in ("ring", "group", "part", "x", "y")}
    changed = change(person, seen, **fields)
    insist(changed, refusals.ChangedMeanwhile)
    return changed


def as_if(person, **fields):
    """This person with other fields, as they would be; changes nothing."""
    wanted = Person(**{**person.__data__, **fields})
    _keep_professionals_apart(wanted, before=person)
    return wanted


def where_words(person):
    """Where somebody stands, as people say it: «heel dichtbij, bij vrienden»."""
    if person.ring in (0, PROFESSIONALS_RING):
        return _NEAR[person.ring]
    return f"{_NEAR[person.ring]}, {_BESIDE.get(person.group, _BESIDE['F'])}"


def stand_again(circle, came_back=None):
    """Whoever waits for a place on the map gets one where there is room now; nobody else moves.

    `came_back` is the number of somebody whose place may have been taken since."""
    for person in people_of(circle):
        waits = person.ring and person.place is None
        if waits or (person.id == came_back and person.place and not _still_fits(person)):
            x, y = _found_place(person)
            Person.update(x=x, y=y).where(Person.id == person.id).execute()


def _next_hue(others):
    """Each in the network gets the colour after the last one's: who came shortly after each other look different."""
    return next((hue for *_, hue in reversed(others) if hue <= HUES), 0) % HUES + 1


def _name(typed):
    name = " ".join(tidy(typed or "").split())
    insist(name, refusals.NoName)
    insist(len(name) <= LONGEST_NAME, refusals.NameTooLong)
    return name


def _keep_professionals_apart(person, before=None):
    """The outer ring is that of the professionals, and theirs alone: whichever of the two was said decides."""
    ring_was_said = before is None or person.ring != before.ring
    if person.ring == PROFESSIONALS_RING and (ring_was_said or person.group == PROFESSIONALS_GROUP):
        person.group = PROFESSIONALS_GROUP
    elif person.ring == PROFESSIONALS_RING:
        person.ring = 3
    elif person.group == PROFESSIONALS_GROUP and before is not None and before.group == PROFESSIONALS_GROUP:
        person.group = "K"
    elif person.group == PROFESSIONALS_GROUP:
        person.ring = PROFESSIONALS_RING
    if person.ring == PROFESSIONALS_RING and person.part == "network":
        person.part = "professional"
    elif person.ring != PROFESSIONALS_RING and before is not None and person.part == "professional":
        person.part = "network"


def _needs_another_place(before, wanted):
    sectors = network_map.sector_of(before.group), network_map.sector_of(wanted.group)
    if before.ring != wanted.ring or (wanted.ring and sectors[0] != sectors[1]):
        return True
    return before.name != wanted.name and before.place is not None and not _still_fits(wanted)


def _found_place(person, others=None, *, near=None):
    """(x, y) beside everybody who stands on the map already; (None, None) in the middle and where there is no room."""
    if person.ring == 0:
        return None, None
    sector = network_map.sector_of(person.group)
    standing = _standing(_others(person) if others is None else others)
    return network_map.find_place(person.name, person.ring, sector, standing, near=near or None) or (None, None)


def _still_fits(person):
    return network_map.still_fits(person.name, person.place, _standing(_others(person)))


def _standing(others):
    """Those of the others who stand on the map."""
    return [network_map.Standing(name, (x, y)) for name, x, y, _ in others if x is not None]


def _others(person):
    """Everybody else in the circle in order of joining, as (name, x, y, hue)."""
    return _all_but(person.circle_id, person.id or 0)


@prepared
def _all_but(circle, person):
    here = _in_the_circle(circle).select(Person.name, Person.x, Person.y, Person.hue)
    return here.where(Person.id != person).order_by(Person.joined).tuples()


@prepared
def people_of(circle):
    """Everybody in the circle in order of joining: named, suggested or member, also professionals."""
    return _in_the_circle(circle).order_by(Person.joined)


@prepared
def people_on_the_wall(circle):
    """The same people without the guests, with only what the whole room may see of them."""
    return _in_the_circle(circle).select(*on_the_wall()).where(Person.status != "guest").order_by(Person.joined)


def person_in(circle, person_id):
    """The person of this circle with that number. Raises Stranger when there is none."""
    found = str(person_id).isdecimal() and len(str(person_id)) < 19 and _with_number(circle, int(person_id))
    insist(found, refusals.Stranger)
    return found[0]


@prepared
def _with_number(circle, person_id):
    return _in_the_circle(circle).where(Person.id == person_id)


def _in_the_circle(circle):
    return Person.select().where(Person.circle == circle, Person.taken_back_at.is_null(), Person.merged_into.is_null())
