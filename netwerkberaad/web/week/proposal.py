"""«Stel een week voor»: what the program proposes and why, looked at first; what the table picks comes in the week."""

from dataclasses import dataclass

from flask import g, redirect, render_template, request
from wtforms import SelectMultipleField

from netwerkberaad.domain import changes, yes
from netwerkberaad.domain.circle import people_of
from netwerkberaad.domain.proposing import gathering, placing, reasons, rules
from netwerkberaad.domain.safety.checking import days_of
from netwerkberaad.domain.safety.company import Company
from netwerkberaad.domain.safety.floor_words import first_sentence
from netwerkberaad.domain.week import when
from netwerkberaad.domain.week.shift import told_in
from netwerkberaad.domain.week.week import blocks
from netwerkberaad.web import clock, turns
from netwerkberaad.web.doors import here, open_to, whoever_arranges
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room
from netwerkberaad.web.week.seen import monday_seen, since_seen

HOW_OFTEN = {
    "fortnightly": "om de week",
    "odd": "in de oneven weken",
    "even": "in de even weken",
    "once": "één keer",
}
room = Room("proposal", __name__, frame="screen")


class PickForm(Form):
    """picked: of which choices the name comes in the week (placing.key_of)."""

    picked = SelectMultipleField("Welke namen?", validate_choice=False)


@dataclass(frozen=True)
class Proposed:
    """What the page shows. change, lacks: sentences that say what would make it possible, when what must always hold
    cannot be met; is_smallest: nothing smaller would; comes_along: it asks for people who are not there yet."""

    gathered: gathering.Gathered
    proposal: rules.Proposal
    because: dict
    change: tuple = ()
    lacks: tuple = ()
    is_smallest: bool = True
    comes_along: bool = False

    @property
    def moments(self):
        return self.gathered.question.moments

    @property
    def somebody_does(self):
        """Somebody does something in the week already."""
        return any(moment.person for moment in self.moments)

    @property
    def by_day(self):
        """[(weekday, its choices in order of time)]."""
        order = sorted(
            self.proposal.choices, key=lambda one: (self.moments[one.moment].day, self.moments[one.moment].starts)
        )
        days = sorted({self.moments[choice.moment].day for choice in order})
        return [(when.DAYS[day], [one for one in order if self.moments[one.moment].day == day]) for day in days]

    def key(self, choice):
        return placing.key_of(self.gathered, choice)

    def still_open(self, picked=None):
        """The moments for which nobody was found, or is picked (keys), in the order of the week."""
        chosen = {one.moment for one in self.proposal.choices if picked is None or self.key(one) in picked}
        left = [m for number, m in self.gathered.question.shown if m.is_open and number not in chosen]
        return sorted(left, key=lambda moment: (moment.day, moment.starts))

    @property
    def is_asked(self):
        """Something is open, or somebody lacks a companion."""
        return any(m.is_open or m.lacks_companion for _, m in self.gathered.question.shown)

    def floors(self, picked=None):
        """[(what must always hold in this week in one sentence, whether the week would meet it)] with all of these
        choices, or only those that are picked (their keys)."""
        question = self.gathered.question
        choices = [one for one in self.proposal.choices if picked is None or self.key(one) in picked]
        met, plan = set(question.floors_met(choices)), question.plan_with()
        holds = [n for n, rule in enumerate(question.floors) if days_of(rule, plan, question.monday)]
        return [(first_sentence(self.gathered.floors[n].words), n in met) for n in holds]


@room.get("/week/voorstel")
@open_to(whoever_arranges)
def look():
    """The proposal; with `met` in the address, as it is with only these names picked."""
    return _page(_proposed(), picked=set(request.args.getlist("picked")) if "met" in request.args else None)


@room.post("/week/voorstel")
@open_to(whoever_arranges)
def pick():
    proposed, form = _proposed(), PickForm()

    def put(picked, now):
        found, since = proposed.gathered, since_seen()
        return placing.place(g.circle, found, proposed.proposal, picked or [], since=since, now=now)

    if form.accepts(put, now=clock.now()):
        return redirect(here("roster.week", vanaf=monday_seen()), 303)
    return _page(proposed, form)


def _page(proposed, form=None, picked=None):
    form, monday = form or PickForm(formdata=None), monday_seen()
    everybody = {person.id: person for person in people_of(g.circle)}
    page = render_template(
        "proposal/week.html",
        proposed=proposed,
        people=everybody,
        days=when.DAYS,
        how_often=HOW_OFTEN,
        monday=monday,
        has_begun=monday < clock.today(),
        only_now=_only_now(proposed.gathered, monday, everybody.values()),
        form=form,
        picked=set(form.picked.data or ()) if form.errors else picked,
    )
    return page, form.status if form.errors else 200


def _only_now(gathered, monday, people):
    """The dates of this week alone on which somebody cannot (week.Block): a proposal is for every week."""
    last = monday + 6 * when.A_DAY
    told = told_in(g.circle, monday, last)
    if not told.cancelled:
        return []
    shifts, company = gathered.shifts.values(), Company(gathered.question.floors, gathered.question.people)
    found = blocks(shifts, yes.said_in(g.circle), monday, last, told, people, company.is_missing)
    return [block for block in found if block.absent and block.state == "open"]


def _proposed():
    """The proposal for the week that is looked at, made once for everybody at the table while nothing changes."""
    circle, monday, now = g.circle, monday_seen(), clock.now().astimezone(when.AMSTERDAM)
    at = now.date(), f"{now:%H:%M}"[:4] + "0"  # made anew every ten minutes: what began is not to come any more
    with turns.others_first():
        return changes.alike(circle.id, ("a week", monday, *at), lambda: _propose(circle, monday, *at))


def _propose(circle, monday, today, at):
    # A solver is large, and on many an evening nobody asks for it: it is only brought in when somebody does.
    from netwerkberaad.domain.proposing import smallest_change, solving

    found = gathering.gathered(circle, monday, today=today, clock=at)
    question, proposal = found.question, solving.propose(found.question)
    smallest, lacks = None, ()
    if proposal.worth.floors < len(question.floors):
        missing = smallest_change.missing(question)
        lacks = tuple(reasons.missing_in_words(found, missing))
        smallest = None if missing else smallest_change.smallest_change(question)
        lacks += () if lacks or smallest else ("In deze week lukt dat niet meer. Kijk naar de week erna.",)
    change = tuple(reasons.change_in_words(found, smallest)) if smallest else ()
    is_smallest = smallest is None or smallest.is_smallest
    comes_along = bool(smallest and smallest.extra)
    return Proposed(found, proposal, reasons.because(found, proposal), change, lacks, is_smallest, comes_along)
