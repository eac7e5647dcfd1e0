"""What is tapped about single dates on somebody's own phone, and when such a date is, in words."""

from wtforms import BooleanField, SelectChoice, SelectField

from netwerkberaad.domain.after import still_going
from netwerkberaad.domain.week import done, when
from netwerkberaad.web import wording
from netwerkberaad.web.forms import Form, line


class CannotForm(Form):
    reason = line("Waarom kun je niet?", most=200)


class WentForm(Form):
    went = SelectField(
        "Is het gelukt?",
        choices=[SelectChoice(done.DONE, "Gedaan"), SelectChoice(done.MISSED, "Niet doorgegaan")],
    )


class StandInForm(Form):
    answer = SelectField(
        "Kun je invallen?",
        choices=[SelectChoice("ja", "Ik val in"), SelectChoice("toch", "Toch ja"), SelectChoice("nee", "Kan niet")],
    )


class StillGoingForm(Form):
    answer = SelectField("Gaat het nog?", choices=[SelectChoice(*one) for one in still_going.ANSWERS.items()])
    shared = BooleanField("Ons aanspreekpunt mag dit weten")


def forms():
    """The empty forms of the first page, each sent from more than one place there."""
    return {
        "went": WentForm(formdata=None),
        "stand_in": StandInForm(formdata=None),
        "still_going": StillGoingForm(formdata=None),
        "plain": Form(formdata=None),
    }


def soon(one, now):
    """When it is, as people say it: «Vandaag, half zes», «Nu, tot half zeven», «Donderdag, kwart over
    twee»."""
    local = now.astimezone(when.AMSTERDAM)
    if one.begins <= local < one.ends:
        return f"Nu, tot {wording.time_words(f'{one.ends:%H:%M}')}"
    away = (one.day - local.date()).days
    day = {0: "vandaag", 1: "morgen"}.get(away) or (
        when.DAYS[one.day.weekday()] if away < 7 else wording.day_words(one.day)
    )
    return f"{day.capitalize()}, {wording.time_words(f'{one.begins:%H:%M}')}"


def near(day, today, short=False):
    """A date among others: «vandaag», «morgen», «dinsdag 13 oktober»; short: «di 13 oktober»."""
    weekday, date = when.DAYS[day.weekday()], when.date_in_words(day)
    words = f"{weekday[:2] if short else weekday} {date}"
    return {0: "vandaag", 1: "morgen"}.get((day - today).days, words)
