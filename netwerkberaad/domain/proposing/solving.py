"""Proposing a week: the best choices for the open moments by what counts most, the same on every machine."""

from collections import Counter
from functools import partial

from ortools.sat.python import cp_model

from netwerkberaad.domain.proposing.model import Model
from netwerkberaad.domain.proposing.question import Choice
from netwerkberaad.domain.proposing.rules import Proposal, worth

# Not seconds but the solver's own count of its work, so that a slow machine gives the same answer: four to eight
# seconds on two ordinary cores. Each wish gets what the ones before it left, and something always.
MOST_WORK, SOMETHING = 4.0, 0.1


def propose(question, *, work=MOST_WORK):
    """Fills the open moments of this question as well as can be (Proposal).

    First as many floors met as possible, then as many moments covered, then the smallest highest share, then as much
    as possible what people offered, then as few other names as possible. Nothing that stands is changed. The same
    question always gets the same answer, whatever the machine: the solver works alone and counts its work."""
    model = Model(question)
    wishes = (_floors_met, _moments_covered, _smallest_highest_share, _liked, _as_before)
    found, is_best = best_of(model.cp, [partial(wish, model) for wish in wishes], work=work)
    choices = tuple(Choice(*chosen) for chosen in model.choices_in(found)) if found else ()
    return Proposal(choices, worth(question, choices), is_best)


def best_of(cp, wishes, *, work):
    """Solves for the first wish, then for the next among what is as good, and so on: (reader of the last solution, None
    when there is none; whether all of it was proven).

    A wish is asked with what was found so far and says (an expression to make as large as can be, the most that it
    can ever be): a solver that knows this need not prove it."""
    reader, proven = None, True
    for wish in wishes:
        asked, most = wish(reader)
        if isinstance(asked, int):
            continue
        cp.maximize(asked)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        solver.parameters.max_deterministic_time = max(SOMETHING, work)
        status = solver.solve(cp, _Enough(most))
        work -= solver.response_proto.deterministic_time
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return reader, reader is None and status == cp_model.INFEASIBLE
        proven = proven and (status == cp_model.OPTIMAL or round(solver.objective_value) == most)
        reader = solver.value
        cp.add(asked >= round(solver.objective_value))
        _go_on_from(cp, solver)
    return reader, proven


class _Enough(cp_model.CpSolverSolutionCallback):
    """Stops the search at the most that there can be."""

    def __init__(self, most):
        super().__init__()
        self._most = most

    def on_solution_callback(self):
        if round(self.objective_value) >= self._most:
            self.stop_search()


def _go_on_from(cp, solver):
    """The next wish begins with what was found for this one."""
    hint, found = cp.proto.solution_hint, solver.response_proto.solution
    cp.clear_hints()
    hint.vars.extend(range(len(found)))
    hint.values.extend(found)


def _floors_met(model, found):
    return sum(model.met), len(model.met)


def _moments_covered(model, found):
    return sum(model.covered), len(model.covered)


def _smallest_highest_share(model, found):
    """The fewest shifts for the busiest of those who help: never fewer than when all did as much as fits them."""
    question = model.question
    fixed = Counter(moment.person for _, moment in question.shown if moment.person is not None)
    theirs = {}
    for (_, who), chosen in model.does.items():
        theirs.setdefault(who, []).append(chosen)
    helping = (set(fixed) | set(theirs)) - question.household
    highest = model.cp.new_int_var(0, len(question.moments), "highest")
    for who in sorted(helping):
        model.cp.add(highest >= sum(theirs.get(who, ())) + fixed[who])
    done = sum(fixed[who] + sum(found(chosen) for chosen in theirs.get(who, ())) for who in helping)
    room = {helper.id: helper.most - helper.roles for helper in question.helpers if helper.most is not None}
    most_of = {who: min(fixed[who] + len(theirs.get(who, ())), max(fixed[who], room.get(who, done))) for who in helping}
    even = max([0, *(fixed[who] for who in helping)])
    while sum(min(even, most) for most in most_of.values()) < done:
        even += 1
    return -highest, -even


def _liked(model, found):
    moments = model.question.moments
    liked = [chosen for (index, who), chosen in model.does.items() if who in moments[index].likes]
    return sum(liked), len(model.covered)


def _as_before(model, found):
    before = [(index, moment.earlier) for index, moment in model.question.shown if moment.earlier is not None]
    kept = [model.does[name] for name in before if name in model.does]
    return sum(kept), len(kept)
