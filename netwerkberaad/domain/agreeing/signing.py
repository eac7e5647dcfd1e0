"""Signing: what was read back, its fingerprint, and each person's answer to it."""

import json

import peewee

from netwerkberaad.database import Moment, Record, Words, tidy
from netwerkberaad.domain import refusals, yes
from netwerkberaad.domain.agreeing import plan_text
from netwerkberaad.domain.agreeing.open_points import open_points
from netwerkberaad.domain.agreeing.plan_picture import ROLES
from netwerkberaad.domain.circle import Circle, Person
from netwerkberaad.domain.evening.meeting import at_the_table, present_meeting
from netwerkberaad.domain.refusals import insist

CHOICES = {"yes": "Ja, ik doe mee", "yes_but": "Ja, maar …", "not_now": "Nu niet"}
STICKERS = {"star": "Een ster", "heart": "Een hart", "sport": "Een bal"}
WIDE, HIGH, MOST_POINTS, LONGEST_DRAWING = 1000, 400, 6000, 200_000


class PlanVersion(Record):
    """One immutable row: the canonical text that was read back and signed (database triggers refuse any change).

    text: canonical JSON; fingerprint: SHA-256 of it, 64 hex digits. Anything that changes the text from outside
    makes the two disagree: `is_intact` is asked at every opening."""

    circle = peewee.ForeignKeyField(Circle, backref="plan_versions")
    number = peewee.IntegerField()
    text = Words()
    fingerprint = peewee.CharField()
    read_at = Moment()

    class Meta:
        indexes = ((("circle", "number"), True),)

    @property
    def is_intact(self):
        return plan_text.fingerprint(self.text) == self.fingerprint

    @property
    def content(self):
        return plan_text.read(self.text)


class Signature(Record):
    """One person's answer to one version. choice: CHOICES; how: typed, drawn, spoken, sticker.

    via: table (on the shared sheet), phone (at the table, on their own phone) or link (at home).
    A row is never changed: whoever thinks again before the closing makes a new one, and the newest counts.
    name: what was typed; for a sticker its name in STICKERS.
    strokes: the drawn signature as JSON: a list of strokes, each a list of [x, y] in 0..1000 by 0..400."""

    plan_version = peewee.ForeignKeyField(PlanVersion, backref="signatures")
    person = peewee.ForeignKeyField(Person, backref="signatures")
    choice = peewee.CharField()
    remark = Words(default="")
    how = peewee.CharField()
    via = peewee.CharField(default="table")
    name = Words(default="")
    strokes = Words(default="")
    at = Moment()

    class Meta:
        indexes = ((("plan_version", "person"), False),)


class Closing(Record):
    """The sheet is closed: from then on this version is our plan."""

    plan_version = peewee.ForeignKeyField(PlanVersion, unique=True, backref="closings")
    at = Moment()


def versions_of(circle):
    """Every version that was read back, the first one first."""
    return list(PlanVersion.select().where(PlanVersion.circle == circle).order_by(PlanVersion.number))


def closings_of(circle):
    """When versions were closed: {version id: moment}."""
    rows = Closing.select(Closing.plan_version, Closing.at).join(PlanVersion).where(PlanVersion.circle == circle)
    return {row.plan_version_id: row.at for row in rows}


def latest_of(circle):
    """The last version that was read back, or None."""
    return PlanVersion.select().where(PlanVersion.circle == circle).order_by(PlanVersion.number.desc()).first()


def read_this_evening(evening):
    """The version that was read back last, when that was on this evening; else None: an older plan says nothing yet."""
    version = latest_of(evening.circle_id)
    return version if version and evening.begun_at and version.read_at >= evening.begun_at else None


def stage_of(circle):
    """How far signing has come, in one word that changes with every reading and closing: "", "v2", "v2closed"."""
    last = PlanVersion.select(PlanVersion.number, Closing.id).join(Closing, peewee.JOIN.LEFT_OUTER)
    of_this_circle = last.where(PlanVersion.circle == circle).order_by(PlanVersion.number.desc())
    number, closed = of_this_circle.tuples().first() or (None, None)
    return "" if number is None else f"v{number}{'closed' if closed else ''}"


def our_plan(circle):
    """The version that is closed last, that the circle works with now; None before the first closing."""
    return (
        PlanVersion.select()
        .join(Closing)
        .where(PlanVersion.circle == circle)
        .order_by(PlanVersion.number.desc())
        .first()
    )


def read_back(picture, *, circle, now):
    """«Voorlezen»: fixes the text of the plan as a new version, unless the last one says the same.

    Refuses while something is still open."""
    insist(not open_points(picture), refusals.StillOpen)
    return fix(circle, plan_text.contents_of(picture), now=now)


def read_so_far(picture, *, circle, now):
    """Fixes what stands so far, for who leaves early or when the evening ends before all is agreed.

    It says itself what is still open; a plan cannot be closed on it."""
    points = [point.sentence for point in open_points(picture)]
    return fix(circle, plan_text.contents_of(picture, so_far=bool(points), still_open=points), now=now)


def fix(circle, content, *, now):
    """A version with these contents: the last one when it is intact and says the same, else a new one."""
    last = latest_of(circle)
    if last and last.is_intact and plan_text.say_the_same(last.content, content):
        return last
    text = plan_text.canonical(content)
    number = last.number + 1 if last else 1
    return PlanVersion.create(
        circle=circle, number=number, text=text, fingerprint=plan_text.fingerprint(text), read_at=now
    )


def sign(version, person, *, choice, remark="", name="", strokes="", spoken=False, sticker="", via="table", now):
    """One person's answer to what was read back: CHOICES, with words for «Ja, maar …».

    A yes carries a signature: drawn (strokes), typed (name), said aloud (spoken) or, for a child, a sticker.
    It is also the yes to everything this person carries in that text (R1). «Nu niet» needs nothing more.
    At the table only who is there signs (a telephone counts), on the sheet or on their own phone, where nothing is
    said aloud; by link anybody of the network does.
    Refuses an older version, a text that was changed, and, once the plan is closed, a second answer."""
    insist(version.is_intact, refusals.TextWasChanged)
    insist(latest_of(version.circle_id).id == version.id, refusals.NewerVersion)
    insist(person.circle_id == version.circle_id and not person.is_professional, refusals.NotASigner)
    insist(via == "link" or person in at_the_table(present_meeting(version.circle_id)), refusals.NotAtTheTable)
    closed = Closing.select().where(Closing.plan_version == version).exists()
    answered = Signature.select().where(Signature.plan_version == version, Signature.person == person).exists()
    insist(not (closed and answered), refusals.AlreadyClosed)
    insist(choice in CHOICES, refusals.NoChoice)
    remark, name = tidy(remark or ""), tidy(name or "")
    insist(choice != "yes_but" or remark, refusals.NoRemark)
    how, name, strokes = _by_hand(choice, person, name, strokes, sticker, spoken=spoken, via=via)
    signature = Signature.create(
        plan_version=version,
        person=person,
        choice=choice,
        remark=remark,
        how=how,
        via=via,
        name=name,
        strokes=strokes,
        at=now,
    )
    if choice != "not_now":
        _say_yes_to_own_part(version, person, now)
    return signature


def checked_strokes(drawn):
    """A drawn signature as we keep it: JSON of strokes of [x, y], whole numbers in 0..1000 by 0..400.

    "" when nothing was drawn; refuses what is no drawing."""
    if not drawn or drawn == "[]":
        return ""
    insist(len(drawn) <= LONGEST_DRAWING, refusals.StrokesUnreadable)
    try:
        strokes = json.loads(drawn)
        points = [[[_inside(x, WIDE), _inside(y, HIGH)] for x, y in stroke] for stroke in strokes if stroke]
    except (ValueError, TypeError, RecursionError):
        raise refusals.StrokesUnreadable from None
    insist(sum(map(len, points)) <= MOST_POINTS, refusals.StrokesUnreadable)
    return json.dumps(points, separators=(",", ":")) if points else ""


def drawing_of(signature):
    """The drawn signature for an SVG: (viewBox cut to what was drawn, the `points` of one polyline a stroke)."""
    strokes = json.loads(signature.strokes or "[]")
    points = [point for stroke in strokes for point in stroke] or [[0, 0]]
    (left, top), (right, bottom) = (tuple(map(pick, zip(*points, strict=True))) for pick in (min, max))
    box = f"{left - 12} {top - 12} {right - left + 24} {bottom - top + 24}"
    return box, [" ".join(f"{x},{y}" for x, y in (stroke if len(stroke) > 1 else stroke * 2)) for stroke in strokes]


def _by_hand(choice, person, name, strokes, sticker, *, spoken, via):
    strokes = checked_strokes(strokes)
    if strokes:
        return "drawn", name, strokes
    if person.is_child and sticker:
        insist(sticker in STICKERS, refusals.NoSignature)
        return "sticker", sticker, ""
    spoken = spoken and via == "table"
    if name and not spoken:
        return "typed", name, ""
    asks_for_it = refusals.NoSignature if via == "table" else refusals.NoSignature("Typ je naam, of teken.")
    insist(spoken or choice == "not_now", asks_for_it)
    return "spoken", name, ""


def _inside(number, most):
    if isinstance(number, bool) or not isinstance(number, int | float) or not -1 <= number <= most + 1:
        raise ValueError(number)
    return max(0, min(most, round(number)))


def _say_yes_to_own_part(version, person, now):
    content = version.content
    promises = [(f"plan/{role}", role) for role in ROLES if content["roles"].get(role) == person.id]
    for shift in content["shifts"]:
        promises += [
            (f"regular_shift/{shift['id']}/{part}", shift["promise"])
            for part in plan_text.SHIFT_PARTS
            if shift[part] == person.id
        ]
    said = yes.said_in(version.circle_id)
    for matter, promise in promises:
        if (person.id, matter, promise) not in said:
            yes.say_yes(version.circle_id, person, matter, promise, how="signed", now=now)
