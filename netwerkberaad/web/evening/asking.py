"""How each question of steps 1, 3 and 4 is asked: its form, the verb that keeps it, what stands beside it."""

from dataclasses import dataclass

from flask import g
from wtforms import HiddenField, RadioField, SelectChoice, SelectField, SelectMultipleField

from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.discovering.hearing import hear
from netwerkberaad.domain.evening import answers, meeting, numbers, offering, offers
from netwerkberaad.domain.evening.questions import QUESTIONS
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import day_parts, roster
from netwerkberaad.web import clock, private_doors
from netwerkberaad.web.forms import Form, line, words


class TableForm(Form):
    """A form in which somebody at the table speaks. `people` are those who may be chosen: {id: Person}."""

    person = RadioField("Wie zegt dit?", validate_choice=False, default="")

    def __init__(self, people=(), **kwargs):
        super().__init__(**kwargs)
        self.people = {str(person.id): person for person in people}
        self.person.choices = [SelectChoice(id, person.name) for id, person in self.people.items()]

    def chosen(self, number):
        """The person with this number among those who may be chosen; None when nobody was."""
        insist(not number or number in self.people, refusals.NotThisCircle)
        return self.people.get(number)

    def arguments(self):
        return {**super().arguments(), "person": self.chosen(self.person.data)}


def counted(typed, refusal):
    """A number of one or two digits as it was typed; refuses anything else."""
    insist((typed or "").isdecimal() and len(typed) < 3, refusal)
    return int(typed)


class SaidForm(TableForm):
    """Something is said. A card is a sentence that is ready to be chosen; what was typed then stays."""

    words = line("Typ wat er gezegd wordt", most=500)
    card = line("Kaart", most=80)

    def arguments(self):
        said = super().arguments()
        card = said.pop("card")
        return {**said, "words": card or said["words"]}


class NewcomerForm(Form):
    name = line("Naam", most=60)
    relation = line("Hoe ken je dit gezin?", most=80)


class StoryForm(Form):
    words = words("Wat er speelt", most=500)
    seen = HiddenField()


class RatingForm(TableForm):
    """rest: «Ik geef geen cijfer» was pressed instead."""

    number = line("Cijfer van 0 tot 10", most=40)
    rest = line("Ik geef geen cijfer", most=5)

    def arguments(self):
        said = super().arguments()
        number = None if said["rest"] else counted(said["number"], refusals.NoNumber)
        return {**said, "number": number}


class BoundaryForm(TableForm):
    words = line("Wat doet deze persoon liever niet?", most=200)


class CapacityForm(TableForm):
    """Who only says when they cannot need not say how often. No part ticked: nothing was said about that."""

    number = line("Hoeveel keer per week?", most=40)
    cannot = SelectMultipleField("Wanneer niet?", choices=day_parts.PIECES, validate_choice=False)

    def arguments(self):
        said = super().arguments()
        number, cannot = said["number"], said["cannot"] or None
        said["number"] = None if cannot and not number else counted(number, refusals.NotThatOften)
        return {**said, "cannot": cannot}


class StaminaForm(TableForm):
    stamina = line("Hoe lang?", most=20)


class KnowsForm(TableForm):
    """knows: yes, or question. Who has a question need not say which."""

    knows = line("Antwoord", most=20)
    words = line("Welke vraag?", most=300)


class OfferForm(SaidForm):
    """rest: «Nu even niet» was pressed instead."""

    rest = line("Nu even niet", most=5)


class HelperForm(TableForm):
    about = SelectField("Wie helpt?", validate_choice=False, default="")
    words = line("Of typ een naam", most=80)

    def __init__(self, people=(), **kwargs):
        super().__init__(people, **kwargs)
        self.about.choices = [SelectChoice("", "Kies iemand"), *self.person.choices]

    def arguments(self):
        said = super().arguments()
        return {**said, "about": self.chosen(said["about"])}


def come_in(ours, name, relation, *, code, now):
    """Somebody new at the table: they stand in the circle and are there."""
    evening = meeting.going_on(ours, now=now)
    heard = hear(f"{name} ({relation})" if name and relation else name or "")
    person = circle.draw_person(ours, heard.name, relation=heard.relation, group=heard.group or "F", named_in=code)
    meeting.attend(evening, person, now=now)
    return person


def tell(ours, *, code, now, **told):
    return answers.tell_situation(ours, now=now, **told)


def rate(ours, *, code, number, person, rest, now):
    if rest:
        return numbers.pass_by(ours, person=person, how="spoken", now=now)
    return numbers.rate(ours, number, person=person, how="spoken", now=now)


def set_boundary(ours, *, code, words, person, now):
    """Said softly by somebody without a phone: written down for them, and not read back."""
    carrying.set_boundary(speaking(ours, person, now), words, how="spoken", now=now)


def tell_how_often(ours, *, code, number, cannot, person, now):
    carrying.tell(speaking(ours, person, now), max_per_week=number, cannot=cannot, how="spoken", now=now)


def tell_how_long(ours, *, code, stamina, person, now):
    carrying.tell(speaking(ours, person, now), stamina=stamina or "", how="spoken", now=now)


def speaking(ours, person, now):
    """Whoever says this at the table now. Refuses when nobody was chosen, and outside a meeting."""
    insist(person, refusals.NobodySaid)
    meeting.going_on(ours, now=now)
    return person


def know(ours, *, code, person, knows, words, now):
    insist(person, refusals.NobodySaid)
    situation = answers.situation_of(ours)
    insist(situation, refusals.NoStory("Er staat nog geen verhaal. Vertel dat eerst bij stap 1.", field=""))
    question = (words or "Ik heb een vraag.") if knows == "question" else ""
    answers.note_who_knows(situation, person, question=question, now=now)


def need(ours, *, code, words, person, now):
    return offering.need_aloud(ours, words, question=code, now=now)


def offer(ours, *, code, words, person, rest, now):
    if rest:
        return offering.not_now(ours, person=person, question=code, now=now)
    return offering.offer(ours, words, person=person, question=code, now=now)


def name_helper(ours, *, code, person, about, words, now):
    insist(person, refusals.NobodySaid)
    insist(about or words, refusals.NoHelper)
    insist(about != person, refusals.HelpsThemselves)
    return answers.say(ours, code, "" if about else words, person=person, about=about, now=now)


def say(ours, *, code, now, **said):
    return answers.say(ours, code, now=now, **said)


@dataclass(frozen=True)
class Asking:
    """How a question is asked: its form, the verb, the template of its field and of what stands beside it.

    chooses   who may be chosen: present, children, circle, or without_phone"""

    form: type = SaidForm
    keep: object = say
    part: str = "said"
    beside: str = "list"
    chooses: str = "present"


ASKINGS = {
    "1.1": Asking(NewcomerForm, come_in, "attendance", ""),
    "1.2": Asking(part="rules"),
    "1.3": Asking(),
    "1.4": Asking(StoryForm, tell, "story", "story"),
    "1.5": Asking(),
    "1.6": Asking(chooses="children"),
    "3.1": Asking(beside="columns"),
    "3.2": Asking(beside="columns"),
    "3.3": Asking(RatingForm, rate, "rating", "numbers"),
    "3.4": Asking(beside="numbers"),
    "3.5": Asking(beside="columns"),
    "3.7": Asking(KnowsForm, know, "knows", "story"),
    "4.1": Asking(keep=need, part="need", beside="tasks"),
    "4.2": Asking(beside="ideas"),
    "4.3": Asking(OfferForm, offer, "offer", "offers"),
    "4.4": Asking(BoundaryForm, set_boundary, "private", "", "without_phone"),
    "4.5": Asking(OfferForm, offer, "can", "offers", "circle"),
    "4.6": Asking(CapacityForm, tell_how_often, "private", "", "without_phone"),
    "4.7": Asking(StaminaForm, tell_how_long, "private", "", "without_phone"),
    "4.8": Asking(HelperForm, name_helper, "helper", "list", "circle"),
    "4.9": Asking(part="plain"),
}
KINDS = {"1.2": "ground_rule", "1.3": "strength", "1.5": "wish", "1.6": "wish", "4.8": "helper_of"}
KINDS["4.9"] = "professional_help_request"


def people_for(ours, evening, asking, code):
    """Who may be chosen on this page, in order of joining. What is private is written for nobody on the shared screen:
    only on the facilitator's desk, or on the phone of whoever holds the pen."""
    if asking.chooses == "present":
        return meeting.at_the_table(evening)
    if asking.chooses == "without_phone":
        return [] if g.door == "screen" else carrying.without_phone(evening, QUESTIONS[code].kind)
    everybody = private_doors.told_to_us(circle.people_of(ours), evening)
    if asking.chooses == "children":
        return [person for person in everybody if not person.is_adult]
    return [person for person in everybody if not person.is_professional and not person.is_child]


def standing_beside(ours, evening, code):
    """What the page of this question shows beside it, as lists that were read once."""
    beside = ASKINGS[code].beside
    if QUESTIONS[code].private:
        answered = carrying.how_many_answered(evening, QUESTIONS[code].kind)
        return {"answered": answered, "staminas": carrying.STAMINAS, "by_day": day_parts.BY_DAY}
    if beside == "list":
        return {"said": answers.answers_of(ours, KINDS[code])}
    if beside == "story":
        situation = answers.situation_of(ours)
        return {"situation": situation, "known": answers.who_knows(situation) if code == "3.7" else {}}
    if beside in ("columns", "numbers"):
        found = {kind: answers.answers_of(ours, kind) for kind in ("strength", "concern", "next_step")}
        waiting = answers.answers_of(ours, "concern", state="parked") if code == "3.2" else []
        progress = numbers.progress(evening) if beside == "numbers" else None
        return {**found, "progress": progress, "waiting": waiting}
    if beside in ("tasks", "ideas"):
        tasks = roster.tasks_of(ours)
        kind = "idea" if beside == "ideas" else "next_step"
        return {"tasks": tasks, "said": answers.answers_of(ours, kind), "made": {task.what for task in tasks}}
    if beside == "offers":
        offered = offers.offers_of(ours)
        return {
            "offers": [offer for offer in offered if offer.kind == "can"],
            "heard": {offer.person_id for offer in offered},
            "silent": offers.silent(meeting.at_the_table(evening), offered),
        }
    people = private_doors.told_to_us(circle.people_of(ours), evening)
    return {"people": people, "attendance": meeting.attendance_of(evening)}


def fresh_form(asking, people, **kwargs):
    """The form of a question for these people."""
    return asking.form(people=people, **kwargs) if issubclass(asking.form, TableForm) else asking.form(**kwargs)


def accepted(form, asking, ours, code):
    """Reads the form of a question and lets its verb keep the answer; then nothing waits there any more."""

    def keep(*args, **said):
        kept = asking.keep(*args, **said)
        typed_besides = form.words.data if "card" in form._fields and form.card.data else ""
        meeting.keep_draft(ours, code, typed_besides, now=clock.now())
        return kept

    return form.accepts(keep, ours, code=code, now=clock.now())
