"""Whoever should not be alone (R3): their turn is open again, and counts for nothing, while no adult goes along."""

from dataclasses import replace

from netwerkberaad.domain.safety.checking import ALONE, DONE, STANDS, has_company, holds


def reopened(plan, rules):
    """The same plan, in which a turn of whoever should not do it alone is open again (`alone`) while no adult goes
    along (R3): it counts for nothing. What was done was done."""
    asking = [rule for rule in rules if rule.kind == "companion"]
    if not asking:
        return plan

    def open_again(turn):
        return turn.state in STANDS - DONE and is_alone(asking, plan.people, turn)

    turns = (replace(turn, state=ALONE) if open_again(turn) else turn for turn in plan.turns)
    return replace(plan, turns=tuple(turns))


def is_alone(rules, people, turn):
    """Whether one of these rules asks that somebody goes along on this turn, and no adult does."""
    asked = (rule for rule in rules if rule.kind == "companion" and (rule.person, rule.tag) == (turn.person, turn.tag))
    return any(holds(rule, turn.day) for rule in asked) and not has_company(people, turn)
