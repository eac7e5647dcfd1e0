"""The plan as one sheet: the family's wishes first, then who does what, then how we do it, line by line."""

from dataclasses import dataclass

from netwerkberaad.domain.agreeing.plan_changes import review_words
from netwerkberaad.domain.agreeing.plan_words import date_words, named_shift, weeks_words, when_words

SHORT_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
STEP_TERMS = ("Dan eerst", "Lukt dat niet?")
OWN_ROLES = {
    "contact_person": "Jij bent het aanspreekpunt.",
    "deputy": "Jij vervangt het aanspreekpunt.",
    "cancel_with": "Bij jou melden anderen zich af.",
    "cancel_deputy": "Jij neemt de afmeldingen over als het moet.",
}


@dataclass(frozen=True)
class Line:
    """One line to read aloud: what it is about, what it says, and what may be said more softly."""

    term: str
    words: str
    more: str = ""


@dataclass(frozen=True)
class Sheet:
    """wishes in the family's own words; parts: [(heading, [Line])]; still_open: sentences."""

    wishes: tuple
    parts: tuple
    still_open: tuple = ()
    so_far: bool = False


def sheet_of(content, *, signed=frozenset()):
    """The sheet of these contents (see plan_text.contents_of). `signed`: who said yes since to what they still had to
    be asked when it was read."""
    names = _Names(content["people"])
    parts = [
        ("Elke week", _week(content["shifts"], names, signed)),
        ("Dit spreken we ook af", [_promise(a, names) for a in content["agreements"]]),
        ("Zo doen we het", list(_ways(content, names))),
    ]
    return Sheet(
        tuple(wish["words"] for wish in content["wishes"]),
        tuple((heading, lines) for heading, lines in parts if lines),
        tuple(content["still_open"]),
        content["so_far"],
    )


def own_lines(content, person):
    """What one person says yes to when they sign, as sentences: their shifts, roles, promises and steps of plan B."""
    names = _Names(content["people"])
    lines = [sentence for role, sentence in OWN_ROLES.items() if content["roles"].get(role) == person]
    for shift in content["shifts"]:
        if shift["person"] == person:
            beside = f", samen met {names[shift['companion']]}" if shift["companion"] else ""
            lines.append(f"{named_shift(shift)}{beside}.")
        if shift["companion"] == person:
            lines.append(f"{named_shift(shift)}, samen met {names[shift['person']]}.")
        if shift["stand_in"] == person:
            lines.append(f"{named_shift(shift)}, als {names[shift['person']]} niet kan.")
    for agreement in content["agreements"]:
        if agreement["person"] == person:
            when = when_words(agreement["days"], agreement["starts"])
            lines.append(f"{when[:1].upper()}{when[1:]}: {agreement['what']}.")
    return lines + [f"Plan B: {s['action']}." for s in content["plan_b"]["steps"] if s["person"] == person]


class _Names(dict):
    """Names by person number; «nog open» for nobody."""

    def __init__(self, people):
        super().__init__({int(who): name for who, name in people.items()})

    def __missing__(self, who):
        return "nog open"


def _week(shifts, names, signed):
    """One line for each task at one time: who on which days. Shifts come in the order of the week."""
    together = {}
    for shift in shifts:
        same = (shift["what"], shift["starts"], shift["repeat"], shift["first_day"])
        together.setdefault(same, []).append(shift)
    return [_task(group, names, signed) for group in together.values()]


def _task(group, names, signed):
    first = group[0]
    days = "".join(sorted({day for shift in group for day in shift["days"]}))
    term = when_words(days, first["starts"], first["repeat"], first["first_day"])
    who = _by_day([(_who(shift, names, signed), shift["days"]) for shift in group])
    stand_ins = _by_day(
        [
            (names[shift["stand_in"]] + _asked(shift, "stand_in", signed), shift["days"])
            for shift in group
            if shift["stand_in"]
        ],
        alone=len(group) == 1,
    )
    more = [f"Invaller: {stand_ins}."] if stand_ins else []
    more += [f"Afmelden bij {names[first['cancel_with']]}."] if first["cancel_with"] else []
    return Line(term, f"{first['what']}: {who}", " ".join(more))


def _by_day(said, alone=None):
    """«Hanneke (ma do), Tjeerd (wo)»: everybody once, with their days; without days when there is nothing to divide."""
    per_name = {}
    for name, days in said:
        per_name[name] = "".join(sorted({*per_name.get(name, ""), *days}))
    alone = len(per_name) == 1 if alone is None else alone
    return ", ".join(name if alone else f"{name} ({_short(days)})" for name, days in per_name.items())


def _who(shift, names, signed):
    said = names[shift["person"]] + _asked(shift, "person", signed)
    if shift["companion"]:
        said += f" samen met {names[shift['companion']]}" + _asked(shift, "companion", signed)
    return said


def _asked(shift, part, signed):
    return " (nog vragen)" if part in shift["ask"] and shift[part] not in signed else ""


def _short(days):
    return " ".join(SHORT_DAYS[int(day)] for day in days)


def _promise(agreement, names):
    return Line(when_words(agreement["days"], agreement["starts"]), f"{names[agreement['person']]} {agreement['what']}")


def _ways(content, names):
    roles, plan_b, log = content["roles"], content["plan_b"], content["log"]
    yield Line("Aanspreekpunt", _first_and_then(roles["contact_person"], roles["deputy"], names))
    told = _first_and_then(roles["cancel_with"], roles["cancel_deputy"], names)
    yield Line("Kun je niet?", f"Meld het bij {told}" if roles["cancel_with"] else told)
    if plan_b["triggers"]:
        yield Line("Plan B nodig?", ". Of: ".join(trigger.rstrip(".") for trigger in plan_b["triggers"]))
    for number, step in enumerate(plan_b["steps"]):
        who = names[step["person"]] if step["person"] else "nog niemand"
        yield Line(STEP_TERMS[min(number, 1)], f"{who}: {step['action']}")
    if content["end"]:
        yield Line("Wij doen dit", f"{weeks_words(content['weeks'])}, tot en met {date_words(content['end'])}")
    if content["review"]["day"]:
        yield Line("We kijken terug", review_words(content["review"]))
    days = content["retry_within_days"]
    yield Line("Loopt het niet?", f"Binnen {'één dag' if days == 1 else f'{days} dagen'} zitten we weer bij elkaar")
    readers = [
        name for name, reads in (("de kring", log["members"]), ("de gespreksleider", log["facilitator"])) if reads
    ]
    also = "De gespreksleider blijft de kring en de week zien." if log["week"] else ""
    yield Line("Het logboek", f"gelezen door {' en '.join(readers)}" if readers else "leest niemand mee", also)


def _first_and_then(first, then, names):
    return f"{names[first]}, en anders {names[then]}" if then else names[first]
