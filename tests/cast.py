"""The cast: one small family with everybody's part, and a neighbour family that must stay out of sight."""

import datetime as dt
from functools import wraps
from types import SimpleNamespace

from netwerkberaad.database import one_go
from netwerkberaad.domain import circle, teams
from netwerkberaad.domain.evening import meeting
from tests.told_before import told_once


def in_one_go(tell):
    """Writes a whole story down in one transaction: a test waits for the disk once."""

    @wraps(tell)
    def told(*args, **kwargs):
        with one_go():
            return tell(*args, **kwargs)

    return told


FAMILY = {  # name: ring, group, age
    "Lotte": (0, "G", None),
    "Noor": (0, "G", 9),
    "Karim": (1, "G", None),
    "Oma Riet": (1, "F", None),
    "Wendy": (1, "V", None),
    "Hanneke": (2, "B", None),
    "Tjeerd": (2, "B", None),
    "Jesse": (2, "F", 17),
}


@told_once
@in_one_go
def family(now, *, title="Avond voor Noor en Sem", evening=True, team=None, email="marije@example.org"):
    """A circle, its facilitator, its people (as attributes: family.wendy, family.oma_riet) and a meeting going on."""
    team = team or teams.Team.create(name="Wijkteam De Linde")
    marije = teams.Staff.create(team=team, name="Marije", email=email, role=teams.FACILITATOR, invited_at=now)
    ours = circle.begin(team, marije, title, now=now)
    people = {
        name.lower().replace(" ", "_"): circle.draw_person(ours, name, ring=ring, group=group, age=age)
        for name, (ring, group, age) in FAMILY.items()
    }
    held = evening and meeting.begin(
        meeting.plan_meeting(ours, day=dt.date(2026, 10, 8), starts="19:00", place="Buurthuis"), now=now
    )
    if held:
        for person in people.values():
            meeting.Attendance.create(meeting=held, person=person, came_at=now)
    return SimpleNamespace(
        team=team, facilitator=marije, circle=ours, meeting=held, people=list(people.values()), **people
    )


def strangers(now, team):
    """Another family of the same team, with another facilitator and data that could leak."""
    return family(now, title="Het geheim van de buren", team=team, email="ander@example.org")
