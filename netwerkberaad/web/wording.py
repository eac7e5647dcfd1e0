"""Days, times and counts in words, as people say them (Dutch, Europe/Amsterdam)."""

from babel.dates import format_date
from flask_babel import Babel

from netwerkberaad.domain.saying import clock_said, together
from netwerkberaad.domain.week.when import DAYS, MONTHS, listed
from netwerkberaad.web.clock import AMSTERDAM

NUMBERS = ("geen", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def furnish(app):
    app.config.setdefault("BABEL_DEFAULT_LOCALE", "nl")
    app.config.setdefault("BABEL_DEFAULT_TIMEZONE", "Europe/Amsterdam")
    Babel(app)
    # Dutch is the source language: there is no catalogue to look a sentence up in, so we don't.
    app.jinja_env.install_null_translations(newstyle=True)
    said = (
        day_words,
        days_words,
        dates_words,
        time_words,
        clock_time,
        moment_words,
        count_words,
        number_words,
        together,
    )
    for word in said:
        app.jinja_env.filters[word.__name__] = word


def day_words(day):
    """A date as people say it: «woensdag 14 oktober»."""
    return format_date(day, "EEEE d MMMM", locale="nl")


def days_words(days):
    """Weekday digits in words: "0246" → «maandag, woensdag, vrijdag en zondag», all seven → «elke dag»."""
    return "elke dag" if days == "0123456" else listed(days)


def clock_time(starts):
    """A local time as we write it: "17:30" → «17.30»."""
    return starts.replace(":", ".")


def dates_words(dates):
    """Dates in order, a line for each day of the week: «maandag 12, 19 en 26 oktober, 2 november»."""
    weekdays = {}
    for day in dates:
        weekdays.setdefault(DAYS[day.weekday()], {}).setdefault(MONTHS[day.month - 1], []).append(str(day.day))
    return [
        f"{weekday} {', '.join(f'{together(days)} {month}' for month, days in months.items())}"
        for weekday, months in weekdays.items()
    ]


def time_words(starts):
    """A local time as people say it: "17:30" → «half zes», "18:00" → «zes uur», "14:15" → «kwart over twee»."""
    return clock_said(starts) or f"{clock_time(starts)} uur"


def moment_words(moment):
    """A moment as people say it: «woensdag 14 oktober, 18.00 uur», in Amsterdam."""
    local = moment.astimezone(AMSTERDAM)
    return f"{day_words(local.date())}, {local:%H.%M} uur"


def number_words(number):
    """A small number in words: 3 → «drie»; larger ones in digits."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def count_words(number, one, many):
    """A count with its noun: «1 mens», «11 mensen»."""
    return f"{number} {one if number == 1 else many}"


def greeting(now):
    """«Goedemorgen», «Goedemiddag» or «Goedenavond» for this moment in Amsterdam."""
    hour = now.astimezone(AMSTERDAM).hour
    return "Goedemorgen" if 5 <= hour < 12 else "Goedemiddag" if 12 <= hour < 18 else "Goedenavond"
