"""Company (R3): a date of whoever should not be alone is open again while no adult goes along."""

from dataclasses import dataclass, field

from netwerkberaad.domain.circle import people_of
from netwerkberaad.domain.safety import alone, checking, floors
from netwerkberaad.domain.safety.week_of_floors import rule_of, seen


@dataclass(frozen=True)
class Company:
    """rules: checking.Floor, of which those about company matter; people: {person id: checking.Somebody}."""

    rules: tuple = ()
    people: dict = field(default_factory=dict)

    def is_missing(self, one):
        """Whether this date (shift.Shift) does not go on like this: somebody said yes to it who should not be alone,
        and no adult who said yes goes along."""
        turn = checking.Turn(one.day, one.regular.task.tag, one.person, one.state, one.companion)
        return one.stands and alone.is_alone(self.rules, self.people, turn)


def company_of(circle):
    """What is asked about company in this circle: one question to the database when nothing is."""
    asked = [rule_of(floor) for floor in floors.floors_of(circle) if floor.kind == "companion"]
    return Company(tuple(asked), {one.id: seen(one) for one in people_of(circle)} if asked else {})
