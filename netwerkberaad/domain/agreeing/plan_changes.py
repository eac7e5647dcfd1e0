"""What changed between two texts of the plan, in sentences that can be read aloud."""

from netwerkberaad.domain.agreeing.plan_words import ROLE_NAMES, date_words, named_shift, weeks_words, when_words

NOBODY = "niemand"


def what_changed(old, new):
    """The differences between two contents (see plan_text.contents_of) as Dutch sentences, the week first.

    Empty when people agreed the same in both; who still had to be asked is no change."""
    names, new = {**old["people"], **new["people"]}, _as_numbered(old, new)
    return [
        *_people_renamed(old, new),
        *_shifts(old, new, names),
        *_agreements(old, new, names),
        *_roles(old, new, names),
        *_dates(old, new),
        *_plan_b(old, new, names),
        *_readers(old, new),
        *(["De wensen zijn anders opgeschreven."] if old["wishes"] != new["wishes"] else []),
    ]


def changed_for(old, new, person):
    """What changed in what this person carries, as sentences."""
    new = _as_numbered(old, new)
    mine = {**old, **_only(old, new, person)}, {**new, **_only(new, old, person)}
    names = {**old["people"], **new["people"]}
    return [*_shifts(*mine, names), *_agreements(*mine, names), *_roles(*mine, names), *_plan_b(*mine, names)]


def _as_numbered(old, new):
    """The new text, in which a shift that goes on changed (another number, the same task at the same times) has the
    number it had in the old one."""
    before, after = _by_id(old["shifts"]), _by_id(new["shifts"])
    left = {_same(shift): key for key, shift in before.items() if key not in after}
    number = {key: key if key in before else left.pop(_same(shift), key) for key, shift in after.items()}
    shifts = [{**shift, "id": number[shift["id"]]} for shift in new["shifts"]]
    return {**new, "shifts": shifts}


def _same(shift):
    return tuple(shift[key] for key in ("what", "days", "starts", "repeat"))


def _only(content, other, person):
    """The things of this text that the person has a part in, in this text or in the other."""
    parts = ("person", "stand_in", "companion")
    carried = {s["id"] for side in (content, other) for s in side["shifts"] if person in [s[part] for part in parts]}
    promised = {a["id"] for side in (content, other) for a in side["agreements"] if a["person"] == person}
    roles = {role for side in (content, other) for role, who in side["roles"].items() if who == person}
    return {
        "shifts": [shift for shift in content["shifts"] if shift["id"] in carried],
        "agreements": [a for a in content["agreements"] if a["id"] in promised],
        "roles": {role: who for role, who in content["roles"].items() if role in roles},
        "plan_b": {"triggers": [], "steps": [s for s in content["plan_b"]["steps"] if s["person"] == person]},
    }


def _people_renamed(old, new):
    for who, name in new["people"].items():
        if who in old["people"] and old["people"][who] != name:
            yield f"Waar {old['people'][who]} stond, staat nu {name}."


def _shifts(old, new, names):
    before, after = _by_id(old["shifts"]), _by_id(new["shifts"])
    for key, shift in after.items():
        if key not in before:
            yield f"Nieuw. {named_shift(shift)}: {_who(shift['person'], names, 'nog open')}."
        else:
            yield from _one_shift(before[key], shift, names)
    for key, shift in before.items():
        if key not in after:
            yield f"Weg. {named_shift(shift)}."


def _one_shift(old, new, names):
    name = named_shift(new)
    if old["what"] != new["what"]:
        yield f"«{old['what']}» heet nu «{new['what']}»."
    if _when(old) != _when(new):
        yield f"«{new['what']}»: eerst {_when(old)}, nu {_when(new)}."
    elif old["minutes"] != new["minutes"]:
        yield f"{name}: duurt nu {new['minutes']} minuten."
    if old["person"] != new["person"]:
        yield f"{name}: eerst {_who(old['person'], names, 'nog open')}, nu {_who(new['person'], names, 'nog open')}."
    if old["stand_in"] != new["stand_in"]:
        yield f"{name}: invaller is nu {_who(new['stand_in'], names)}."
    if old["companion"] != new["companion"]:
        yield f"{name}: erbij is nu {_who(new['companion'], names)}."
    if old["cancel_with"] != new["cancel_with"]:
        yield f"{name}: afmelden gaat nu bij {_who(new['cancel_with'], names, 'wie dat altijd doet')}."


def _agreements(old, new, names):
    before, after = _by_id(old["agreements"]), _by_id(new["agreements"])
    for key, agreement in after.items():
        if key not in before:
            yield f"Nieuw. {_promise(agreement, names)}."
        elif _promise(agreement, names) != _promise(before[key], names):
            yield f"Eerst: {_promise(before[key], names)}. Nu: {_promise(agreement, names)}."
    for key, agreement in before.items():
        if key not in after:
            yield f"Weg. {_promise(agreement, names)}."


def _roles(old, new, names):
    for role, name in ROLE_NAMES.items():
        before, after = old["roles"].get(role), new["roles"].get(role)
        if before != after:
            yield f"{name[:1].upper()}{name[1:]}: eerst {_who(before, names)}, nu {_who(after, names)}."


def _dates(old, new):
    if (old["start"], old["weeks"]) != (new["start"], new["weeks"]) and new["end"]:
        yield f"Het plan duurt nu {weeks_words(new['weeks'])}, tot en met {date_words(new['end'])}."
    if old["review"] != new["review"] and new["review"]["day"]:
        yield f"We kijken nu terug op {review_words(new['review'])}."
    if old["retry_within_days"] != new["retry_within_days"]:
        yield f"Loopt het niet? Dan zitten we nu binnen {_days(new['retry_within_days'])} bij elkaar."


def _plan_b(old, new, names):
    before, after = old["plan_b"], new["plan_b"]
    for trigger in after["triggers"]:
        if trigger not in before["triggers"]:
            yield f"Plan B, nieuw teken: «{trigger}»."
    for trigger in before["triggers"]:
        if trigger not in after["triggers"]:
            yield f"Plan B, dit teken is weg: «{trigger}»."
    for step in after["steps"]:
        if step not in before["steps"]:
            yield f"Plan B, nieuw: {_who(step['person'], names, 'nog niemand')}, {step['action']}."
    for step in before["steps"]:
        if step not in after["steps"]:
            yield f"Plan B, weg: {_who(step['person'], names, 'nog niemand')}, {step['action']}."
    if before != after and not _new_words(before, after):
        yield "De volgorde van plan B is anders."


def _readers(old, new):
    if old["log"] != new["log"]:
        yield "Wie er meeleest, is veranderd."


def review_words(review):
    """«woensdag 18 november, 19.30, Buurthuis», from the review of a plan's text."""
    said = [date_words(review["day"]), review["time"].replace(":", "."), review["place"]]
    return ", ".join(filter(None, said))


def _by_id(things):
    return {thing["id"]: thing for thing in things}


def _when(shift):
    return when_words(shift["days"], shift["starts"], shift["repeat"], shift["first_day"])


def _promise(agreement, names):
    when = when_words(agreement["days"], agreement["starts"])
    return f"{_who(agreement['person'], names)} {agreement['what']} ({when})"


def _who(person, names, nobody=NOBODY):
    return names[str(person)] if person else nobody


def _days(days):
    return "één dag" if days == 1 else f"{days} dagen"


def _new_words(before, after):
    return sorted(map(str, before["steps"])) != sorted(map(str, after["steps"])) or sorted(
        before["triggers"]
    ) != sorted(after["triggers"])
