"""Private time (besloten tijd): professionals leave, the network keeps the pen, and only the family ends it (R2)."""

import peewee

from netwerkberaad.database import Moment, Record, change
from netwerkberaad.domain import refusals
from netwerkberaad.domain.evening import shared_screen
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.taking_part.pen import hand_pen, let_go
from netwerkberaad.domain.teams import ADMIN, FACILITATOR


class PrivateTime(Record):
    """That the family talked alone, or chose not to. kind: private, or stay («Blijf er maar bij»)."""

    meeting = peewee.ForeignKeyField(Meeting, backref="private_times")
    kind = peewee.CharField(default="private")
    began_at = Moment()
    ended_at = Moment(null=True)


def is_on(evening):
    """True while the family talks alone. A pause, a lost connection or a restart does not end it; nor does time."""
    return bool(evening and evening.private_since and evening.ended_at is None)


def shuts_out(evening, audience, person=None):
    """True while the family talks alone: for whoever is there for their work, through whatever door; and for the
    shared screen while a phone holds the pen (a professional's laptop may be the beamer): it shows the question only.

    audience: that of sharing.Viewer; person: whose phone it is, None for the desk and the shared screen."""
    if not is_on(evening):
        return False
    at_work = audience in (FACILITATOR, ADMIN) or (person is not None and person.is_professional)
    return at_work or (audience == "screen" and evening.pen_id is not None)


def is_left_behind(evening, *, now):
    """The family went home without a word: no phone and no screen of that evening has a pass any more, so nobody of
    them could end it. Then the desk may open a screen again or close the evening; private time itself goes on."""
    return is_on(evening) and now - evening.private_since > shared_screen.AN_EVENING


def is_settled(evening):
    """This evening the family chose already: they talk or talked alone, or said «Blijf er maar bij»."""
    return PrivateTime.select().where(PrivateTime.meeting == evening).exists()


def begin(evening, *, pen=None, screen=None, now):
    """«Besloten tijd begint»: professionals are shut out until the family says that they are done.

    pen: who writes on their own phone, refused like hand_pen; None: the laptop with the shared screen.
    screen: the one it was begun on. It stays, or else the newest does; every other one closes.
    Beginning twice is beginning once. Refuses when no meeting is going on, and without a pen and a screen."""
    if is_on(evening):
        return evening
    insist(evening and evening.state == "going_on", refusals.NotYoursToArrange)
    screens = shared_screen.open_now(evening.circle_id, now=now)
    insist(pen or screens, refusals.NoScreenOpen)
    evening = hand_pen(evening, pen) if pen else evening
    PrivateTime.create(meeting=evening, began_at=now)
    shared_screen.close_all_but(screen or next(iter(screens), None), evening.circle_id, now=now)
    return _changed(evening, pen=pen, private_since=now)


def family_says_stay(evening, *, now):
    """«Blijf er maar bij»: the family wants the others to stay. It is remembered that they were asked."""
    insist(evening and evening.state == "going_on" and not is_on(evening), refusals.NotYoursToArrange)
    PrivateTime.create(meeting=evening, kind="stay", began_at=now, ended_at=now)


def end(evening, *, now):
    """«Wij zijn klaar. Kom maar terug.» Said by the family only: the doors see to that. The pen stays with whoever
    is still here. Ending twice is ending once."""
    if not evening.private_since:
        return evening
    PrivateTime.update(ended_at=now).where(PrivateTime.meeting == evening, PrivateTime.ended_at.is_null()).execute()
    ended = _changed(evening, private_since=None)
    let_go(ended, now=now)
    return Meeting.get_by_id(ended.id)


def _changed(evening, **fields):
    changed = change(evening, **fields)
    insist(changed, refusals.ChangedMeanwhile)
    return changed
