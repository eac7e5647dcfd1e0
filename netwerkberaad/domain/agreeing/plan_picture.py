"""The plan as it stands at this moment, as plain values: what is checked, read back and compared."""

import datetime as dt
from dataclasses import dataclass, field

from netwerkberaad.domain import yes
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.evening.meeting import Answer, attendance_of, present_meeting
from netwerkberaad.domain.evening.offers import offers_of
from netwerkberaad.domain.safety import week_of_floors
from netwerkberaad.domain.week import roster

ROLES = ("contact_person", "deputy", "cancel_with", "cancel_deputy")


@dataclass(frozen=True)
class Somebody:
    """Somebody of the circle, as far as the plan needs to know them."""

    id: int
    name: str
    is_adult: bool = True
    is_child: bool = False
    is_professional: bool = False
    household: bool = False


@dataclass(frozen=True)
class SeenShift:
    """One regular shift. `said`: the parts (person, stand_in, companion) whose person said yes to exactly this."""

    id: int
    what: str
    days: str = ""
    starts: str = ""
    minutes: int = 60
    repeat: str = "weekly"
    first_day: dt.date | None = None
    person: int | None = None
    stand_in: int | None = None
    companion: int | None = None
    cancel_with: int | None = None
    still_open: bool = False
    said: frozenset = frozenset()
    promise: str = ""


@dataclass(frozen=True)
class SeenAgreement:
    id: int
    person: int
    what: str
    days: str
    starts: str


@dataclass(frozen=True)
class Picture:
    """Everything the plan says, on the day `today`. People are numbers; `people` says who they are.

    loose_tasks: what is needed but stands nowhere in the week; roles: number by role, None while nobody is chosen;
    accepted: the roles whose person said yes; present: who is at the table or on the telephone now; resting: who said
    «Nu even niet»; floors_short: of each floor not met as planned in the first week, and not allowed, the days."""

    today: dt.date
    circle: int = 0
    people: dict = field(default_factory=dict)
    present: frozenset = frozenset()
    left: frozenset = frozenset()
    resting: frozenset = frozenset()
    loose_tasks: tuple = ()
    shifts: tuple = ()
    agreements: tuple = ()
    wishes: tuple = ()
    roles: dict = field(default_factory=dict)
    accepted: frozenset = frozenset()
    start: dt.date | None = None
    weeks: int = 6
    review_day: dt.date | None = None
    review_time: str = ""
    review_place: str = ""
    retry_within_days: int = 7
    members_read_log: bool = True
    facilitator_reads_log: bool = False
    facilitator_sees_week: bool = False
    triggers: tuple = ()
    steps: tuple = ()
    floors_short: tuple = ()

    @property
    def end(self):
        return self.start and self.start + dt.timedelta(weeks=self.weeks, days=-1)

    def name(self, person):
        return self.people[person].name


def picture_of(circle, *, today):
    """The plan of this circle as it stands now; as many questions to the database for one shift as for thirty."""
    kept, said = plan.plan_of(circle), yes.said_in(circle)
    stood = roster.shifts_of(circle)
    shifts = roster.going_on(stood)
    placed = {shift.task_id for shift in shifts}
    people = _everybody(circle)
    here, left = _who_came(circle, people)
    roles = {role: getattr(kept, f"{role}_id") for role in ROLES}
    return Picture(
        today=today,
        circle=circle.id,
        people={number: somebody for number, (somebody, _) in people.items()},
        present=here,
        left=left,
        resting=frozenset(offer.person_id for offer in offers_of(circle) if offer.kind == "not_now"),
        loose_tasks=tuple(task.what for task in roster.tasks_of(circle) if task.id not in placed),
        shifts=tuple(_seen(shift, said) for shift in shifts),
        agreements=tuple(
            SeenAgreement(a.id, a.person_id, a.what, a.days, a.starts) for a in plan.agreements_of(circle)
        ),
        wishes=_wishes(circle),
        roles=roles,
        accepted=frozenset(role for role, who in roles.items() if (who, f"plan/{role}", role) in said),
        start=kept.start,
        weeks=kept.weeks,
        review_day=kept.review_day,
        review_time=kept.review_time,
        review_place=kept.review_place,
        retry_within_days=kept.retry_within_days,
        members_read_log=kept.members_read_log,
        facilitator_reads_log=kept.facilitator_reads_log,
        facilitator_sees_week=kept.facilitator_sees_week,
        triggers=tuple(trigger.words for trigger in plan.triggers_of(circle)),
        steps=tuple((step.person_id, step.action) for step in plan.steps_of(circle)),
        floors_short=_floors_short(circle, stood, said, kept, today),
    )


def _floors_short(circle, shifts, said, kept, today):
    """Whatever must always hold and does not in the first week (G6): without the floor's words, as children read
    along."""
    known = week_of_floors.known_of(circle, shifts=shifts, said=said, ours=kept)
    found = known.findings(week_of_floors.gate_week(kept, today), today) if known else []
    short = week_of_floors.not_allowed(found, circle)
    return tuple(tuple(gap.day for gap in stands.planned.short if gap.day) for stands in short)


def _who_came(circle, people):
    """(who is at the table or on the telephone now, who was there and went home)."""
    came = attendance_of(present_meeting(circle))
    same = {number: merged_into or number for number, (_, merged_into) in people.items()}
    here = frozenset(same[number] for number, row in came.items() if row.left_at is None)
    return here, frozenset(same[number] for number in came) - here


def _everybody(circle):
    people = Person.select().where(Person.circle == circle)
    return {p.id: (_somebody(p), p.merged_into_id) for p in people}


def _somebody(p):
    return Somebody(p.id, p.name, p.is_adult, p.is_child, p.is_professional, p.household or p.ring == 0)


def _seen(shift, said):
    return SeenShift(
        id=shift.id,
        what=shift.task.what,
        days="".join(sorted(shift.days)),
        starts=shift.starts,
        minutes=shift.minutes,
        repeat=shift.repeat,
        # What goes on every week says the same as before: from when it does is nothing to sign again for.
        first_day=None if shift.follows and shift.repeat in ("weekly", "odd", "even") else shift.first_day,
        person=shift.person_id,
        stand_in=shift.stand_in_id,
        companion=shift.companion_id,
        cancel_with=shift.task.cancel_with_id,
        still_open=shift.still_open,
        said=frozenset(part for part in roster.PARTS if roster.answer_of(shift, part, said)),
        promise=roster.promise_of(shift),
    )


def _wishes(circle):
    said = (
        Answer.select(Answer.words, Answer.person)
        .where(Answer.circle == circle, Answer.kind == "wish", Answer.state == "said", Answer.words != "")
        .order_by(Answer.id)
    )
    return tuple(said.tuples())
