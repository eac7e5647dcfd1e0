"""What must always hold, in words the family can read: the sentence of a rule, and why a day falls short."""

from netwerkberaad.domain.safety import checking
from netwerkberaad.domain.saying import together
from netwerkberaad.domain.week.when import DAYS, date_in_words, listed

STATUS = {
    checking.MET: "Gehaald",
    checking.AT_RISK: "Nog niet alle dagen",
    checking.NOT_MET: "Niet gehaald",
    checking.UNKNOWN: "Nog niet bekend",
}
KINDS = {
    "coverage": "Er komt vaak genoeg iemand",
    "companion": "Iemand doet iets niet alleen",
    "min_people": "Genoeg mensen weten wat er speelt",
    "never_task": "Een taak is niet voor iemand",
}
# Per kind of task (roster.Task.tag): its name, what one and what several people do, what somebody does not do alone,
# and what it is when it is not for somebody.
_TASKS = {
    "bezoek": (
        *("Langskomen en kijken", "komt er iemand kijken", "komen er {count} mensen kijken"),
        *("komt nooit alleen langs", "Langskomen is"),
    ),
    "met_kinderen": (
        *("Iets met de kinderen", "doet er iemand iets met {children}", "doen {count} mensen iets met {children}"),
        *("is niet alleen met {children}", "Iets doen met {children} is"),
    ),
    "contact": (
        *("Bellen of een bericht sturen", "belt of schrijft er iemand", "bellen of schrijven er {count} mensen"),
        *("belt of schrijft nooit alleen", "Bellen of schrijven is"),
    ),
    "thuis": (
        *("Iets in huis", "helpt er iemand in huis", "helpen er {count} mensen in huis"),
        *("helpt nooit alleen in huis", "Helpen in huis is"),
    ),
    "spel": (
        *("Samen iets leuks doen", "doet er iemand iets leuks", "doen er {count} mensen iets leuks"),
        *("doet nooit alleen iets leuks met {children}", "Iets leuks doen met {children} is"),
    ),
}
TAGS = {tag: said[0] for tag, said in _TASKS.items()}
_COUNTS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_ON = {"0123456": "Elke dag", "01234": "Op doordeweekse dagen", "56": "In het weekend"}
_SHARES = {50: "de helft", 34: "een derde", 33: "een derde", 25: "een kwart"}


def status(finding):
    """How it stands, in a few words; of a whole week it is people that are still missing, or turns, not days."""
    of_the_week = finding.short and not any(short.day for short in finding.short)
    if of_the_week and finding.short[0].why in ("no_turns", "too_much_by_one"):
        return "Niet om de beurt"
    return "Nog niet genoeg mensen" if of_the_week and finding.status == checking.AT_RISK else STATUS[finding.status]


def when_it_counts(rule, monday, first):
    """Of a rule (checking.Floor) that asks nothing of the week of this Monday: from when, or until when, it does.

    first: the first date after that week on which it asks something, None when there is none."""
    if first:
        return f"Telt vanaf {day_words(first)}"
    return f"Telde tot en met {day_words(rule.last)}" if rule.last and rule.last < monday else "Telt deze week niet"


def first_sentence(words):
    """The first sentence of what must always hold, without its full stop: enough to recognise it by."""
    return words.split(". ")[0].rstrip(".")


def built(rule, *, children=()):
    """The sentence that follows from this rule (floors.FloorRequirement, or anything with its fields).

    children: the names of the family's own; somebody who is not chosen yet is «…»."""
    return _BUILT[rule.kind](rule, together(children) or "de kinderen")


def _coverage(rule, children):
    _, one, several, *_ = _TASKS.get(rule.tag, ("", "is er iemand", "zijn er {count} mensen"))
    said = one if rule.min_per_day == 1 else several
    on = _ON.get("".join(sorted(set(rule.days)))) or f"Op {listed(rule.days) or '…'}"
    sentences = [f"{on} {said.format(count=_count(rule.min_per_day), children=children)}."]
    if rule.min_people > 1:
        sentences.append(f"Minstens {_count(rule.min_people)} mensen, om de beurt.")
    alone = rule.min_people == rule.min_per_day == 1
    sentences.append("Die weet precies wat er speelt." if alone else "Zij weten precies wat er speelt.")
    if rule.max_share < 100:
        sentences.append(f"Niemand doet meer dan {_share(rule)} van de dagen.")
    return " ".join([*sentences, *_also(rule)])


def _companion(rule, children):
    said = _TASKS[rule.tag][3] if rule.tag in _TASKS else "is niet alleen"
    return f"{_name(rule)} {said.format(children=children)}. Er is altijd een volwassene bij."


def _min_people(rule, children):
    who = "één mens weet" if rule.min_people == 1 else f"{_count(rule.min_people)} mensen weten"
    return " ".join([f"Minstens {who} precies wat er speelt.", *_also(rule)])


def _never_task(rule, children):
    said = _TASKS[rule.tag][4] if rule.tag in _TASKS else "Deze taak is"
    return f"{said.format(children=children)} niet voor {_name(rule)}. Wat {_name(rule)} wél doet, kiezen we samen."


_BUILT = {"coverage": _coverage, "companion": _companion, "min_people": _min_people, "never_task": _never_task}


def why(finding, rule, names, *, today):
    """Why this finding falls short, one sentence for each gap: «woensdag 14 oktober: nog niemand die weet wat er
    speelt». names: {person id: name}; nothing when it is met."""
    return [_gap(short, rule, names, today) for short in finding.short]


def day_words(day):
    """«woensdag 14 oktober»."""
    return f"{DAYS[day.weekday()]} {date_in_words(day)}"


def _gap(short, rule, names, today):
    past = short.day is not None and short.day < today
    said = _WHY[short.why](together(sorted(names.get(who, "iemand") for who in short.who)), short, rule, past)
    return f"{day_words(short.day)}: {said}" if short.day else f"{said[:1].upper()}{said[1:]}"


def _nobody(who, short, rule, past):
    return "niemand" if past else "nog niemand"


def _not_agreed(who, short, rule, past):
    return f"{'niet' if past else 'nog niet'} afgesproken dat {who} {_verb(short, 'meetelt', 'meetellen')}"


def _cannot_count(who, short, rule, past):
    return f"{who} {_verb(short, 'telt', 'tellen')} hierbij niet mee"


def _does_not_know(who, short, rule, past):
    return "niemand die wist wat er speelt" if past else "nog niemand die weet wat er speelt"


def _not_said_yes(who, short, rule, past):
    return f"{who} {_verb(short, 'zei', 'zeiden')} {'geen' if past else 'nog geen'} ja"


def _too_few(who, short, rule, past):
    missing = _count(max(1, rule.min_per_day - len(short.who)))
    return f"naast {who} {'was' if past else 'is'} er nog {missing} nodig"


def _not_confirmed(who, short, rule, past):
    return f"we weten nog niet of het gelukt is. Vraag het {who}"


def _alone(who, short, rule, past):
    return f"{who} {'had' if past else 'heeft nog'} niemand erbij"


def _not_this(who, short, rule, past):
    return f"dit was geen taak voor {who}" if past else f"dit is geen taak voor {who}, kies iemand anders"


def _no_turns(who, short, rule, past):
    if not short.who:
        return f"er komt nog niemand om de beurt. Er zijn er minstens {_count(rule.min_people)} nodig."
    return f"alleen {who} {_verb(short, 'komt', 'komen')}. Er zijn er minstens {_count(rule.min_people)} nodig."


def _too_much_by_one(who, short, rule, past):
    return f"{who} {_verb(short, 'doet', 'doen')} meer dan {_share(rule)} van de dagen. Verdeel het wat meer."


def _knows(many):
    return "weet" if many == 1 else "weten"


def _too_few_know(who, short, rule, past):
    ask = f"Vraag het {who}." if who else "Spreek samen af wie meetelt."
    know = f"{_count(short.many)} van de {_count(rule.min_people)} mensen {_knows(short.many)} wat er speelt"
    return f"{'nog niet genoeg mensen weten wat er speelt' if not short.many else know}. {ask}"


_WHY = {
    "nobody": _nobody,
    "not_agreed": _not_agreed,
    "cannot_count": _cannot_count,
    "does_not_know": _does_not_know,
    "not_said_yes": _not_said_yes,
    "too_few": _too_few,
    "not_confirmed": _not_confirmed,
    "alone": _alone,
    "not_this": _not_this,
    "no_turns": _no_turns,
    "too_much_by_one": _too_much_by_one,
    "too_few_know": _too_few_know,
}


def _also(rule):
    return ["Een hulpverlener telt ook mee."] if rule.count_professionals else []


def _name(rule):
    return rule.person.name if rule.person else "…"


def _share(rule):
    return _SHARES.get(rule.max_share) or f"{rule.max_share} procent"


def _count(number):
    return _COUNTS[number] if number < len(_COUNTS) else str(number)


def _verb(short, one, many):
    return one if len(short.who) == 1 else many
