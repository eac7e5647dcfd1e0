"""When something falls: repetition, the clock change, midnight and week 53."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerkberaad.domain.week import spoken_time, when
from netwerkberaad.domain.week.when import AMSTERDAM, When

DAY = dt.timedelta(days=1)
some_dates = st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31))
some_days = st.sets(st.sampled_from("0123456"), min_size=1).map(lambda days: "".join(sorted(days)))
some_times = st.times().map(lambda time: f"{time:%H:%M}")


def slowly(falls, first, last):
    """Every date by itself, by counting on from the first week, the way one would on a paper calendar."""
    begin = falls.first_day
    if falls.repeat == "once":
        return [begin] if first <= begin <= last else []
    found = []
    for name in falls.days:
        day = first if begin is None or falls.repeat != "fortnightly" else begin - DAY * begin.weekday()
        while day.weekday() != int(name):
            day += DAY
        step = 14 if falls.repeat == "fortnightly" else 7
        while day <= last:
            week = int(day.strftime("%V"))
            right_week = {"odd": week % 2 == 1, "even": week % 2 == 0}.get(falls.repeat, True)
            if day >= first and right_week and (begin is None or day >= begin):
                found.append(day)
            day += DAY * step
    return sorted(found)


@given(
    days=some_days,
    repeat=st.sampled_from(list(when.REPEATS)),
    first_day=some_dates,
    begins_later=st.booleans(),
    first=some_dates,
    length=st.integers(0, 120),
)
def test_dates_are_those_of_a_paper_calendar(days, repeat, first_day, begins_later, first, length):
    needs_a_first_day = repeat in ("once", "fortnightly")
    falls = When(days, repeat, first_day if begins_later or needs_a_first_day else None, "17:30")
    last = first + DAY * length
    assert when.dates(falls, first, last) == slowly(falls, first, last)


@given(day=some_dates, starts=some_times, minutes=st.integers(1, when.LONGEST))
def test_a_shift_begins_no_earlier_than_said_and_never_ends_before_it_begins(day, starts, minutes):
    begin, end = when.span(When("0", starts=starts, minutes=minutes), day)
    said = dt.datetime.combine(day, dt.time.fromisoformat(starts))
    assert begin.tzinfo is AMSTERDAM
    assert dt.timedelta(0) <= begin.replace(tzinfo=None) - said <= dt.timedelta(hours=1)
    assert dt.timedelta(0) < end.astimezone(dt.UTC) - begin.astimezone(dt.UTC) <= dt.timedelta(hours=13)
    if when.exists(day, starts):
        assert begin.replace(tzinfo=None) == said


def test_two_odd_weeks_follow_each_other_around_week_53():
    thursdays = When("3", "odd", starts="19:30")
    assert when.dates(thursdays, dt.date(2026, 12, 14), dt.date(2027, 1, 24)) == [
        dt.date(2026, 12, 17),
        dt.date(2026, 12, 31),
        dt.date(2027, 1, 7),
        dt.date(2027, 1, 21),
    ]
    assert when.dates(When("3", "even", starts="19:30"), dt.date(2026, 12, 20), dt.date(2027, 1, 17)) == [
        dt.date(2026, 12, 24),
        dt.date(2027, 1, 14),
    ]


def test_every_14_days_walks_on_through_week_53():
    tuesdays = When("1", "fortnightly", dt.date(2026, 12, 15), "17:30")
    assert when.dates(tuesdays, dt.date(2026, 12, 1), dt.date(2027, 1, 31)) == [
        dt.date(2026, 12, 15),
        dt.date(2026, 12, 29),
        dt.date(2027, 1, 12),
        dt.date(2027, 1, 26),
    ]


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        pytest.param(dt.date(2026, 10, 24), 15, id="summer time"),
        pytest.param(dt.date(2026, 10, 25), 16, id="the day it ends"),
        pytest.param(dt.date(2026, 3, 28), 16, id="winter time"),
        pytest.param(dt.date(2026, 3, 29), 15, id="the day summer time begins"),
    ],
)
def test_half_past_five_stays_half_past_five_across_the_clock_change(day, utc):
    begin, _ = when.span(When("5", starts="17:30"), day)
    assert (begin.hour, begin.minute) == (17, 30)
    assert begin.astimezone(dt.UTC).hour == utc


@pytest.mark.parametrize("night", [dt.date(2026, 3, 29), dt.date(2027, 3, 28)], ids=str)
def test_a_time_that_the_clock_skips_becomes_the_next_one(night):
    assert not when.exists(night, "02:30")
    assert when.exists(night, "03:00")
    assert when.exists(night - DAY, "02:30")
    begin, end = when.span(When("6", starts="02:30", minutes=60), night)
    assert (f"{begin:%H:%M}", f"{end:%H:%M}") == ("03:00", "03:30")


def test_a_shift_within_the_skipped_hour_still_takes_its_minutes():
    begin, end = when.span(When("6", starts="02:10", minutes=20), dt.date(2026, 3, 29))
    assert (f"{begin:%H:%M}", f"{end:%H:%M}") == ("03:00", "03:20")


def test_sleeping_over_ends_at_the_time_on_the_clock_in_both_nights():
    night = When("5", starts="21:00", minutes=11 * 60)
    for saturday, hours in ((dt.date(2026, 10, 24), 12), (dt.date(2026, 3, 28), 10), (dt.date(2026, 6, 6), 11)):
        begin, end = when.span(night, saturday)
        assert f"{end:%d %H:%M}" == f"{saturday + DAY:%d} 08:00"
        assert end.astimezone(dt.UTC) - begin.astimezone(dt.UTC) == dt.timedelta(hours=hours)


@pytest.mark.parametrize(
    ("starts", "ends", "minutes"),
    [("17:30", "18:30", 60), ("22:00", "07:00", 540), ("09:00", "08:59", 1439), ("09:00", "09:00", 1440)],
)
def test_an_end_before_the_start_is_the_next_day(starts, ends, minutes):
    assert when.minutes_between(starts, ends) == minutes
    assert when.ends_at(When("0", starts=starts, minutes=minutes)) == ends


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("17:30", "17:30"),
        ("17.30", "17:30"),
        (" 8:05 ", "08:05"),
        ("1730", "17:30"),
        ("17 uur", "17:00"),
        ("17u30", "17:30"),
        ("17:30:00", "17:30"),
        ("24:00", None),
        ("12:60", None),
        ("3.30", "03:30"),
        ("-1:00", None),
    ],
)
def test_times_as_people_type_them(typed, read):
    assert spoken_time.read_time(typed) == read
    assert not spoken_time.is_spoken(typed) or read is None


@pytest.mark.parametrize(
    ("said", "read"),
    [
        pytest.param("half acht", "07:30", id="from seven as said"),
        pytest.param("half zeven", "18:30", id="before seven in the evening"),
        pytest.param("half zes", "17:30", id="half is before the hour"),
        pytest.param("kwart over acht", "08:15", id="a quarter past"),
        pytest.param("kwart voor zes", "17:45", id="a quarter to"),
        pytest.param("acht uur", "08:00", id="a whole hour"),
        pytest.param("8", "08:00", id="a bare number"),
        pytest.param("3 uur", "15:00", id="a small number is the afternoon"),
        pytest.param("half 8", "07:30", id="half and a number"),
        pytest.param("half een", "12:30", id="just after noon"),
        pytest.param("twaalf uur", "12:00", id="noon"),
        pytest.param("vijf voor half acht", "07:25", id="minutes beside the half hour"),
        pytest.param("tien minuten over drie", "15:10", id="minutes past"),
        pytest.param("Om half zes", "17:30", id="om, capital"),
        pytest.param("half zes 's avonds", "17:30", id="evening"),
        pytest.param("half acht ’s avonds", "19:30", id="evening after seven"),
        pytest.param("half zes 's ochtends", "05:30", id="early morning"),
        pytest.param("8 uur 's avonds", "20:00", id="number in the evening"),
        pytest.param("twaalf uur 's middags", "12:00", id="noon named"),
        pytest.param("twaalf uur 's nachts", "00:00", id="midnight"),
        pytest.param("half een 's nachts", "00:30", id="after midnight"),
        pytest.param("elf uur 's nachts", "23:00", id="late at night"),
        pytest.param("half dertien", None, id="no such half"),
        pytest.param("zaterdagavond", None, id="a day is no time"),
        pytest.param("'s avonds", None, id="a part of the day is no time"),
        pytest.param("over acht", None, id="past without minutes"),
        pytest.param("half", None, id="half of nothing"),
        pytest.param("25", None, id="no such hour"),
        pytest.param("", None, id="nothing"),
        pytest.param("²", None, id="no digit"),
    ],
)
def test_times_as_people_say_them(said, read):
    assert spoken_time.read_time(said) == read
    assert spoken_time.is_spoken(said)


@given(typed=st.text(max_size=40))
def test_whatever_is_typed_is_a_time_of_the_day_or_none(typed):
    read = spoken_time.read_time(typed)
    assert read is None or dt.time.fromisoformat(read)


@pytest.mark.parametrize(
    ("falls", "words"),
    [
        (When("03", starts="17:30"), "elke maandag en donderdag, half zes (17.30 uur)"),
        (When("0123456", starts="08:10"), "elke dag, 08.10 uur"),
        (
            When("1", "fortnightly", dt.date(2026, 10, 13), "14:15"),
            "om de week op dinsdag, vanaf 13 oktober, kwart over twee (14.15 uur)",
        ),
        (When("024", "odd", starts="18:00"), "in de oneven weken op maandag, woensdag en vrijdag, 18.00 uur"),
        (When("0123456", "even", starts="23:45"), "in de even weken elke dag, kwart voor twaalf (23.45 uur)"),
        (When("6", "once", dt.date(2026, 10, 18), "16:00"), "eenmalig: zondag 18 oktober, 16.00 uur"),
        (
            When("6", first_day=dt.date(2026, 11, 1), starts="12:30"),
            "elke zondag, vanaf 1 november, half een (12.30 uur)",
        ),
    ],
)
def test_when_in_words(falls, words):
    assert when.in_words(falls) == words
