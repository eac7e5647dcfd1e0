"""What somebody is asked to do, on their own phone: each question with its form, and what becomes of the answer."""

from wtforms import HiddenField, SelectChoice, SelectField

from netwerkberaad.domain.after import anyway, member
from netwerkberaad.domain.week import roster, when
from netwerkberaad.web.agreeing.plan_forms import as_number
from netwerkberaad.web.forms import Form

SAID = {
    "ja": "Fijn, dat staat.",
    "toch": "Fijn, dat staat.",
    "anders": "Goed dat je het zegt. Je staat er niet meer bij.",
}


class AnswerForm(Form):
    """shift: the number of a regular shift, "" for a role in the plan; promise: what the yes would cover."""

    shift = HiddenField(filters=[as_number])
    part = HiddenField()
    promise = HiddenField()
    answer = SelectField(
        "Doe je dit?",
        choices=[
            SelectChoice("ja", "Ja, dat doe ik"),
            SelectChoice("toch", "Toch ja"),
            SelectChoice("anders", "Liever anders"),
        ],
    )


def with_forms(asks):
    """[(member.Asked, the form that answers it)]."""
    return [
        (ask, AnswerForm(formdata=None, shift=ask.shift and ask.shift.id, part=ask.part, promise=ask.promise))
        for ask in asks
    ]


def beside_it(own):
    """What this person carries (carrying_load.OwnLoad, or None) and the form of its «Toch ja»: for their own phone."""
    form = own and AnswerForm(formdata=None, shift=None, part=anyway.LOAD, promise=own.promise)
    return {"carries": own, "carries_form": form}


def answered(person, *, answer, shift, part, promise, now):
    """«Ja, dat doe ik», «Toch ja» or «Liever anders», from the person themselves (R1)."""
    does = {"ja": anyway.say_yes, "toch": anyway.say_yes_anyway, "anders": member.rather_not}[answer]
    does(person, part, shift_id=shift, promise=promise, now=now)


def falls(regular):
    """Which days and what time a regular shift is, as far as that was said."""
    return when.in_words(roster.when_of(regular)) if regular.starts else ""
