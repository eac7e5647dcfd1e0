"""A time as people say or type it («half acht», «kwart over zes 's avonds», «19.30»), read by the clock."""

import re

from netwerkberaad.domain.saying import HOURS

_NUMBERS = {word: number or 12 for number, word in enumerate(HOURS)} | {"één": 1, "kwart": 15, "twintig": 20}
_PART = re.compile(r"(?:^|\s)(?:in de |['’]?s[\s-]*)?(ochtend|morgen|middag|avond|nacht)s?$")
_CLOCK = re.compile(r"(\d{1,2})\s*[:.u]\s*(\d{2})(?::\d{2})?|(\d{2})(\d{2})|(0\d)")
_SAID = re.compile(r"(?:(\w+)(?: (?:minuut|minuten))? (over|voor) )?(half )?(\w+)")


def read_time(typed):
    """What was said or typed as "HH:MM"; None when there is no such time.

    Minutes in digits (17.30, 8u30, 1930) are the clock itself. A spoken time has twelve hours («half acht», «8»,
    «3 uur»): with a part of the day it lies in that part. Without one, from one o'clock to just before seven means
    the afternoon or the evening (half zes = 17.30), and seven to half past twelve is as said (half acht = 07.30)."""
    words = " ".join(typed.casefold().split())
    part = _PART.search(words)
    words = re.sub(r"^om |^rond ", "", words[: part.start()] if part else words)
    words = re.sub(r"(?<=\d)\s*u(?:ur)?$|\s+uur$", "", words)
    clock = _CLOCK.fullmatch(words)
    minutes = _by_the_clock(clock) if clock else _as_said(words, bool(part))
    if minutes is None:
        return None
    if part and minutes < 13 * 60:
        minutes = _in(part[1], minutes)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def is_spoken(typed):
    """True when it was no plain clock time, so that it helps to say which time was understood."""
    words = re.sub(r"\s*u(?:ur)?$", "", typed.strip().casefold())
    return _CLOCK.fullmatch(words) is None and not re.fullmatch(r"1[3-9]|2[0-3]|0", words)


def _by_the_clock(clock):
    hour, minute = int(clock[1] or clock[3] or clock[5]), int(clock[2] or clock[4] or 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _as_said(words, has_part):
    said = _SAID.fullmatch(words)
    hour = said and _number(said[4])
    if hour is None or hour > 23:
        return None
    if hour > 12 or hour == 0:
        return None if said[2] or said[3] else hour * 60
    beside = _number(said[1]) if said[2] else 0
    if beside is None or beside > 29:
        return None
    minutes = hour * 60 - 30 * bool(said[3]) + (-beside if said[2] == "voor" else beside)
    minutes = minutes + 720 if minutes < 60 else minutes
    return minutes if has_part or not 60 <= minutes < 7 * 60 else minutes + 720


def _number(word):
    return int(word) if re.fullmatch(r"[0-9]{1,2}", word) else _NUMBERS.get(word)


def _in(part, minutes):
    """The moment of a twelve-hour clock (1.00 to 12.59) in this part of the day."""
    noon = minutes >= 12 * 60
    if part == "middag":
        return minutes if noon or minutes >= 11 * 60 else minutes + 720
    if part == "avond":
        return minutes - 720 if noon else minutes + 720
    if part == "nacht":
        return minutes - 720 if noon else minutes + 720 * (minutes >= 10 * 60)
    return minutes
