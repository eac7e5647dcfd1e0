"""Private time at every door: while the family talks alone, whatever is not in these lists is shut (R2)."""

from dataclasses import dataclass

from flask import g, redirect, render_template, request, url_for

from netwerkberaad.domain.evening import meeting, questions
from netwerkberaad.domain.taking_part import pen, private_time
from netwerkberaad.web import clock

FOLLOWING = {("live.stream", "GET"), ("live.i_am_here", "POST")}
# «Scherm dicht» is everybody's, and the remote keeps its notes.
DARK = {("screen.dark", "GET"), ("screen.darken", "POST"), ("screen.lighten", "POST")}
REMOTE = {
    ("remote.now", "GET"),
    ("remote.darken", "POST"),
    ("remote.lighten", "POST"),
    ("remote.note", "POST"),
    ("remote.take_note_away", "POST"),
}

# The desk: who is there, how to join, steps 1 and 3 to read back, «Scherm dicht», and nothing else.
AT_THE_DESK = {
    ("private_time.private", "GET"),
    ("meeting.present", "GET"),
    ("meeting.there", "GET"),
    ("meeting.question", "GET"),
    ("screen.join", "GET"),
    ("screen.blank", "GET"),
}
STEPS_TO_READ_BACK = (1, 3)
# The shared screen while a phone holds the pen: the bare question, joining, who gets the pen, and «Wij zijn klaar».
ON_THE_SCREEN = {
    ("private_time.private", "GET"),
    ("private_time.ready", "GET"),
    ("private_time.end", "POST"),
    ("pen.table", "GET"),
    ("pen.hand", "POST"),
    ("screen.join", "GET"),
    ("screen.blank", "GET"),
}
# Of these only while the phone with the pen is away: the wall stands beside the facilitator's own laptop.
WHEN_NOBODY_WRITES = {
    ("private_time.ready", "GET"),
    ("private_time.end", "POST"),
    ("pen.table", "GET"),
    ("pen.hand", "POST"),
}
# A professional's own phone waits; a professional's link shows what is theirs.
ON_A_PHONE = {("following.now", "GET"), ("going.leave", "POST"), ("going.home", "POST"), ("going.goodbye", "GET")}
WITH_A_LINK = {
    ("member.home", "GET"),
    ("member.own_phone", "POST"),
    ("member.details", "GET"),
    ("member.keep_details", "POST"),
    ("member.leave", "POST"),
}
# The family on the desk: nobody's name, as some may come to the map while they talk. What we share may be read.
OF_THE_FAMILY = {("shared", "GET")}
ON_THE_DESK = ("family", "preparation")
# When nobody of that evening can end it any more: a new screen for the family, or the end of the evening.
LEFT_BEHIND = {("screen.open_it", "POST"), ("meeting.end", "POST")}


@dataclass(frozen=True)
class Door:
    """What stays open through a door, and the frame of the calm page that stands before the rest."""

    open: set
    frame: str


DOORS = {
    "table": Door(AT_THE_DESK | REMOTE | DARK | FOLLOWING, "screen"),
    "screen": Door(ON_THE_SCREEN | DARK | FOLLOWING, "screen"),
    "phone": Door(ON_A_PHONE | FOLLOWING, "phone"),
    "pen": Door(set(), "plain"),
    "member": Door(WITH_A_LINK, "plain"),
    "family": Door(OF_THE_FAMILY, "desk"),
    "preparation": Door(set(), "desk"),
}


def kept_shut(root, typed):
    """None when this visitor may go on. Else what they get instead: a calm page (403), or on the shared screen the
    way to the bare question. `typed` () → what they had typed, to show it back. Leaves the meeting in g.evening."""
    g.evening = evening = _evening(root)
    if evening is None or not private_time.shuts_out(evening, g.viewer.audience, g.viewer.person):
        return None
    room = request.endpoint.removeprefix(f"{root}.") if root != "member" else request.endpoint
    asked = (room, "GET" if request.method == "HEAD" else request.method)
    left_alone = root == "screen" and asked in WHEN_NOBODY_WRITES and pen.writes_now(evening)
    if asked in DOORS[root].open and _may_be_read_back(room) and not left_alone:
        return None
    if root == "table" and asked in LEFT_BEHIND and private_time.is_left_behind(evening, now=clock.now()):
        return None
    if root == "screen" and asked[1] == "GET":
        return redirect(url_for("screen.private_time.private"))
    g.room_frame, g.hushed = DOORS[root].frame, is_somebodys_own() or root == "preparation"
    return calm_page(evening, typed()), 403


def calm_page(evening, typed=()):
    """«Het gezin praat nu samen»: what everybody else sees, without a word of what is said."""
    return render_template(
        "doors/private.html",
        typed=typed,
        on_a_phone=request.blueprints[-1] not in ("table", "screen", *ON_THE_DESK),
        on_the_desk=request.blueprints[-1] in ON_THE_DESK,
        writes=g.viewer.audience == "screen",
        left_behind=g.door == "table" and private_time.is_left_behind(evening, now=clock.now()),
    )


def told_to_us(people, evening):
    """Of these people those who came in, when this visitor is shut out: whom the family names meanwhile is theirs."""
    if not private_time.shuts_out(evening, g.viewer.audience, g.viewer.person):
        return people
    came_in = meeting.attendance_of(evening)
    return [person for person in people if person.id in came_in]


def is_somebodys_own():
    """What is typed in this form is private to one person: a page that says no never reads it back at the table."""
    codes = {(request.view_args or {}).get("code"), request.args.get("from")}
    return not codes.isdisjoint(questions.NEVER_WAITING)


def _evening(root):
    """The meeting as this visitor's door sees it; None where private time shuts nothing."""
    viewer = g.viewer
    if viewer is None or root not in DOORS:
        return None
    if viewer.guest:
        return viewer.guest.meeting
    if root == "member":
        return meeting.present_meeting(viewer.person.circle_id) if viewer.person.is_professional else None
    return meeting.present_meeting(g.circle)


def _may_be_read_back(room):
    """A question of the desk's list is of step 1 or 3; the circle and what comes after belong to the family now."""
    code = (request.view_args or {}).get("code")
    if room != "meeting.question" or code not in questions.QUESTIONS:
        return True
    return questions.QUESTIONS[code].step in STEPS_TO_READ_BACK
