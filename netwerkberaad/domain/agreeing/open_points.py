"""What is still open before the plan can be read back and signed, and what only deserves a second look."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from netwerkberaad.domain.agreeing.plan_words import date_words, named_shift
from netwerkberaad.domain.saying import together
from netwerkberaad.domain.week import load
from netwerkberaad.domain.week.when import When, monday

FAR_AWAY = dt.timedelta(weeks=8)

ROLE_PAGES = {"contact_person": "6.1", "deputy": "6.2", "cancel_with": "5.3", "cancel_deputy": "5.3"}


@dataclass(frozen=True)
class OpenPoint:
    """One thing to settle. gate: G1 … G7; room and args: the page that settles it."""

    gate: str
    sentence: str
    room: str = "roster.week"
    args: dict = field(default_factory=dict)


def open_points(picture):
    """Every open point of this picture (a plan_picture.Picture), in the order of the gates. Empty: ready to read back.

    Absent people never hold anything up, and an open shift does not either once it is marked «Nog open» (R4)."""
    return [
        *_every_task_has_who_and_when(picture),
        *_somebody_takes_cancellations(picture),
        *_somebody_is_the_contact_person(picture),
        *_there_is_an_end_and_a_day_to_look_back(picture),
        *_plan_b_is_whole(picture),
        *_what_must_always_hold(picture),
        *_who_is_here_said_yes(picture),
    ]


def warnings(picture):
    """What deserves a second look and holds nothing up: sentences."""
    return [
        *_contact_roles_on_one_person(picture),
        *_large_share(picture),
        *_no_stand_in(picture),
        *_far_review(picture),
        *_nothing_to_do_yet(picture),
    ]


def _every_task_has_who_and_when(picture):
    if not (picture.shifts or picture.agreements or picture.loose_tasks):
        yield OpenPoint("G1", "Er staat nog niets in de week. Eén ding is genoeg om te beginnen.")
    for what in picture.loose_tasks:
        yield OpenPoint("G1", f"«{what}» staat nog niet in de week.")
    for shift in picture.shifts:
        if not shift.days and shift.repeat != "once":
            yield OpenPoint("G1", f"«{shift.what}» heeft nog geen dag.")
        elif not shift.starts:
            yield OpenPoint("G1", f"«{shift.what}» heeft nog geen tijd.")
        elif shift.person is None and not shift.still_open:
            yield OpenPoint("G1", f"{named_shift(shift)}: nog niemand. Kies wie, of «Laat nog open».")


def _somebody_takes_cancellations(picture):
    who, deputy = picture.roles.get("cancel_with"), picture.roles.get("cancel_deputy")
    if who is None:
        yield _role("G2", "cancel_with", "Kies nog bij wie je je afmeldt.")
    elif "cancel_with" not in picture.accepted:
        yield _role("G2", "cancel_with", f"{picture.name(who)} heeft nog geen ja gezegd op de afmeldingen.")
    if deputy is None:
        yield _role("G2", "cancel_deputy", "Kies nog wie de afmeldingen overneemt als de eerste niet kan.")
    elif deputy in picture.present and "cancel_deputy" not in picture.accepted:
        yield _role("G2", "cancel_deputy", f"{picture.name(deputy)} heeft nog geen ja gezegd op afmeldingen overnemen.")


def _somebody_is_the_contact_person(picture):
    who, deputy = picture.roles.get("contact_person"), picture.roles.get("deputy")
    if who is None:
        yield _role("G3", "contact_person", "Kies nog wie het aanspreekpunt is.")
    elif "contact_person" not in picture.accepted:
        yield _role("G3", "contact_person", f"{picture.name(who)} heeft nog geen ja gezegd op aanspreekpunt zijn.")
    if deputy is None:
        yield _role("G3", "deputy", "Kies nog wie het aanspreekpunt vervangt.")
    elif deputy in picture.present and "deputy" not in picture.accepted:
        yield _role("G3", "deputy", f"{picture.name(deputy)} heeft nog geen ja gezegd op vervangen.")


def _there_is_an_end_and_a_day_to_look_back(picture):
    if picture.end is None:
        yield _asked("G4", "6.4", "Spreek nog af hoe lang jullie dit plan volgen.")
    if picture.review_day is None or not picture.review_time:
        yield _asked("G4", "6.5", "Kies nog een dag en tijd om terug te kijken.")
    elif picture.end and picture.review_day > picture.end:
        yield _asked("G4", "6.5", "Het terugkijken valt na het einde van het plan. Kies een eerdere dag.")
    elif picture.start and picture.review_day < picture.start:
        yield _asked("G4", "6.5", "Het terugkijken valt voor het begin van het plan. Kies een latere dag.")


def _plan_b_is_whole(picture):
    if not picture.steps:
        yield _asked("G5", "6.6", "Plan B heeft nog geen stap. Wat doen jullie als het even niet lukt?")
    for person, action in picture.steps:
        if person is None:
            yield _asked("G5", "6.6", f"Plan B: kies nog wie dit doet: «{action}».")
    if not picture.triggers:
        yield _asked("G5", "6.7", "Spreek nog af hoe je merkt dat plan B nodig is.")


def _what_must_always_hold(picture):
    """Which days, not what: the sentence can come in the text of a plan that children read too."""
    runs = picture.start is not None and picture.start <= picture.today
    for days in dict.fromkeys(picture.floors_short):
        first = days[0] if days else None if runs else picture.start
        week = {"vanaf": monday(first).isoformat()} if first else {}
        named = [date_words(day) for day in days[:2]]
        if len(days) > 2:
            named.append("nog één dag" if len(days) == 3 else f"nog {len(days) - 2} dagen")
        at_all = "nog niet in de week die komt" if runs else "nog niet in de eerste week"
        when = f"nog niet op {together(named)}" if days else at_all
        yield OpenPoint("G6", f"Wat altijd moet, halen we {when}.", args=week)


def _who_is_here_said_yes(picture):
    waiting = Counter(
        getattr(shift, part)
        for shift in picture.shifts
        for part in ("person", "stand_in", "companion")
        if getattr(shift, part) in picture.present and part not in shift.said
    )
    for person, shifts in waiting.items():
        what = "één beurt" if shifts == 1 else f"{shifts} beurten"
        yield OpenPoint("G7", f"{picture.name(person)} heeft nog geen ja gezegd op {what}.")


def _contact_roles_on_one_person(picture):
    who = picture.roles.get("contact_person")
    if who and who == picture.roles.get("cancel_with"):
        yield f"{picture.name(who)} is aanspreekpunt én krijgt de afmeldingen. Dat is veel voor één mens."


def _large_share(picture):
    carried = [load.Carried(When(s.days, s.repeat, s.first_day, s.starts, s.minutes), s.person) for s in picture.shifts]
    household = [person for person, somebody in picture.people.items() if somebody.household]
    for share in load.shares(carried, monday(picture.start or picture.today), household=household):
        if share.is_much:
            yield f"{picture.name(share.person)} doet {share.shifts} van de {share.of} beurten. Verdeel het wat meer."


def _no_stand_in(picture):
    without = [shift for shift in picture.shifts if shift.person and not shift.stand_in]
    if len(without) == 1:
        yield f"{named_shift(without[0])}: nog geen invaller."
    elif without:
        yield f"{len(without)} beurten hebben nog geen invaller."


def _far_review(picture):
    if picture.review_day and picture.review_day - picture.today > FAR_AWAY:
        yield "Jullie kijken pas over meer dan acht weken terug. Eerder mag ook."


def _nothing_to_do_yet(picture):
    busy = {who for who in picture.roles.values() if who} | {a.person for a in picture.agreements}
    busy |= {who for who, _ in picture.steps if who}
    busy |= {who for shift in picture.shifts for who in (shift.person, shift.stand_in, shift.companion) if who}
    for person in sorted(picture.present - busy - picture.resting):
        somebody = picture.people[person]
        if somebody.is_adult and not somebody.is_professional and not somebody.household:
            yield f"{somebody.name} heeft nog niets. Past er iets kleins?"


def _role(gate, role, sentence):
    return _asked(gate, ROLE_PAGES[role], sentence)


def _asked(gate, code, sentence):
    return OpenPoint(gate, sentence, "plan.question", {"code": code})
