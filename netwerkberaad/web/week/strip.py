"""What must always hold, beside the week: the strip's answer, the marks above the days, and the open shapes."""

from netwerkberaad.domain.safety import open_shapes, week_of_floors
from netwerkberaad.web import clock


def beside(circle, week):
    """What the page of this week (week.Week) says of what must always hold; nothing when there is nothing."""
    known = week_of_floors.known_of(circle, shifts=week.shifts, said=week.said)
    today = clock.today()
    stood = known and week_of_floors.stood_in(circle, week.monday, today)
    found = known.findings(week.monday, today, week.told, stood) if known else []
    return {
        "floors": open_shapes.answers(found, today),
        "marks": open_shapes.marks(found, today),
        "shapes": open_shapes.shapes(found, week, today),
    }


def picked(args):
    """What a link to the form of a new shift has chosen already: a task, somebody, a day, a time."""
    return {
        "task": args.get("taak", type=int),
        "person": args.get("wie", type=int),
        "days": list(args.get("dag", "")[:7]),
        "starts": args.get("tijd", "")[:5].replace(":", "."),
    }
