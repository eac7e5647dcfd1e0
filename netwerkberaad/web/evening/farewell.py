"""The last page of an evening: the family's wishes, the first thing that happens, and when everybody meets again."""

from flask import g, render_template

from netwerkberaad.domain import yes
from netwerkberaad.domain.agreeing import signing
from netwerkberaad.domain.agreeing.plan import plan_of
from netwerkberaad.domain.circle import people_of
from netwerkberaad.domain.evening import answers
from netwerkberaad.domain.safety.company import company_of
from netwerkberaad.domain.week import roster, when
from netwerkberaad.domain.week.shift import told_in
from netwerkberaad.domain.week.week import blocks
from netwerkberaad.web import clock
from netwerkberaad.web.doors import whoever_looks

SOON = when.A_DAY * 14


def page(evening):
    """Wishes and the day to look back are the family's story and agreements, which the table reads before and after
    the end alike; who does what stands in the week, which is only shown while the family lets us look."""
    kept = plan_of(g.circle)
    return render_template(
        "meeting/ended.html",
        over=evening.state == "ended",
        has_plan=signing.our_plan(g.circle) is not None,
        wishes=answers.answers_of(g.circle, "wish"),
        first=_first_thing(kept) if whoever_looks(g.viewer, g.circle) else None,
        today=clock.today(),
        tomorrow=clock.today() + when.A_DAY,
        plan=kept,
    )


def _first_thing(kept):
    """The first turn that somebody said yes to, in the coming two weeks; None when there is none."""
    if kept.start is None:
        return None
    begin = max(clock.today(), kept.start)
    shifts, lacks_company = roster.shifts_of(g.circle), company_of(g.circle).is_missing
    span = begin, min(begin + SOON, kept.end)
    told = told_in(g.circle, *span)
    coming = blocks(shifts, yes.said_in(g.circle), *span, told, people_of(g.circle), lacks_company)
    agreed = (block for block in coming if block.state in ("accepted", "taken_over"))
    return next((block for block in agreed if block.span[0] > clock.now()), None)
