"""The text of a plan that is read back and signed: its canonical form, its fingerprint, and each person's own part."""

import hashlib
import json

from netwerkberaad.database import tidy

FORMAT = 1
SHIFT_PARTS = ("person", "stand_in", "companion")


def contents_of(picture, *, so_far=False, still_open=()):
    """What the sheet says, as plain values: no floats, no moments, dates as "2026-10-12".

    so_far: somebody has to leave, or the evening ends, before all is agreed; `still_open` are the sentences that say
    what is not settled. `ask` on a shift: the parts whose person was not asked yet when this was read."""
    content = {
        "format": FORMAT,
        "circle": picture.circle,
        "so_far": so_far,
        "still_open": list(still_open),
        "wishes": [{"words": words, "person": person} for words, person in picture.wishes],
        "shifts": [_shift(shift) for shift in sorted(picture.shifts, key=_in_the_week)],
        "agreements": [
            {"id": a.id, "person": a.person, "what": a.what, "days": a.days, "starts": a.starts}
            for a in sorted(picture.agreements, key=lambda a: (a.days, a.starts, a.id))
        ],
        "roles": dict(picture.roles),
        "start": _date(picture.start),
        "weeks": picture.weeks,
        "end": _date(picture.end),
        "review": {
            "day": _date(picture.review_day),
            "time": picture.review_time,
            "place": picture.review_place,
        },
        "retry_within_days": picture.retry_within_days,
        "log": {
            "members": picture.members_read_log,
            "facilitator": picture.facilitator_reads_log,
            "week": picture.facilitator_sees_week,
        },
        "plan_b": {
            "triggers": list(picture.triggers),
            "steps": [{"person": person, "action": action} for person, action in picture.steps],
        },
    }
    return {**content, "people": {str(who): picture.name(who) for who in sorted(_mentioned(content))}}


def canonical(content):
    """The one way to write these contents down: sorted keys, Unicode NFC, no floats, no spaces between."""
    return json.dumps(_plain(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(text):
    """SHA-256 of the text in UTF-8: 64 hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def read(text):
    """The contents of a text that `canonical` wrote."""
    return json.loads(text)


def say_the_same(one, other):
    """True when two contents differ in nothing that people agreed.

    Whom to ask still does not count, nor, in a whole plan, what was still open when it was read."""
    return canonical(_as_agreed(one)) == canonical(_as_agreed(other))


def own_part(content, person):
    """What this person carries in these contents, as a set of plain tuples: shifts, roles, promises, steps of plan B.

    Somebody is asked again only when this changed. A shift counts with who it is done with: for whoever does it the
    companion, for a stand-in or companion the person they stand beside."""
    carried = {("role", role) for role, who in content["roles"].items() if who == person}
    carried |= {
        ("agreement", a["what"], a["days"], a["starts"]) for a in content["agreements"] if a["person"] == person
    }
    carried |= {("plan_b", step["action"]) for step in content["plan_b"]["steps"] if step["person"] == person}
    for shift in content["shifts"]:
        for part in SHIFT_PARTS:
            if shift[part] == person:
                beside = shift["companion"] if part == "person" else shift["person"]
                carried.add(("shift", part, shift["what"], *_when(shift), beside))
    return carried


def carriers(content):
    """Everybody who carries something in these contents."""
    found = {who for who in content["roles"].values() if who}
    found |= {a["person"] for a in content["agreements"]}
    found |= {step["person"] for step in content["plan_b"]["steps"] if step["person"]}
    return found | {shift[part] for shift in content["shifts"] for part in SHIFT_PARTS if shift[part]}


def _shift(shift):
    return {
        "id": shift.id,
        "what": shift.what,
        "days": shift.days,
        "starts": shift.starts,
        "minutes": shift.minutes,
        "repeat": shift.repeat,
        "first_day": _date(shift.first_day),
        "person": shift.person,
        "stand_in": shift.stand_in,
        "companion": shift.companion,
        "cancel_with": shift.cancel_with,
        "promise": shift.promise,
        "ask": [part for part in SHIFT_PARTS if getattr(shift, part) and part not in shift.said],
    }


def _in_the_week(shift):
    return (shift.days[:1], shift.starts, shift.days, shift.id)


def _when(shift):
    return tuple(shift[key] for key in ("days", "starts", "minutes", "repeat", "first_day"))


def _date(day):
    return day.isoformat() if day else None


def _mentioned(content):
    wishers = {wish["person"] for wish in content["wishes"] if wish["person"]}
    return carriers(content) | wishers | {shift["cancel_with"] for shift in content["shifts"] if shift["cancel_with"]}


def _as_agreed(content):
    shifts = [{**shift, "ask": [], "promise": ""} for shift in content["shifts"]]
    return {**content, "shifts": shifts, "still_open": content["still_open"] if content["so_far"] else []}


def _plain(value):
    if isinstance(value, str):
        return tidy(tidy(value))  # what stood around a control character may only now melt into one letter
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if value is None or isinstance(value, bool | int):
        return value
    raise TypeError(f"the text of a plan has no place for {type(value).__name__}")
