"""How each question is answered on one's own phone: its form, the verb that keeps it, what stands beside it."""

from dataclasses import dataclass

from wtforms import HiddenField

from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.discovering import naming
from netwerkberaad.domain.evening import answers, numbers, offering, offers, on_phones
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.saying import together
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import day_parts
from netwerkberaad.web.forms import Form, line, words

ON_THE_SCREEN = "Het staat op het scherm."
ONLY_YOURS = "Bewaard. Dit zie alleen jij."
CAPACITIES = {str(number): str(number) for number in range(7)} | {"7": "7 of meer"}


class WordsForm(Form):
    words = words("Jouw antwoord", most=500)


class NamesForm(Form):
    name = line("Naam", most=200)


class NumberForm(Form):
    """rest: «Ik geef geen cijfer» was pressed instead."""

    number = line("Jouw cijfer", most=5)
    rest = line("Geen cijfer", most=5)


class KnowsForm(Form):
    """knows: yes, or question. Who has a question need not say which. seen: the version of the story on this phone."""

    knows = line("Antwoord", most=20)
    words = line("Wat wil je vragen?", most=300)
    seen = HiddenField()


class OfferForm(Form):
    """card: one of offers.CARDS was tapped; rest: «Nu even niet»."""

    words = line("Of typ iets anders", most=200)
    card = line("Kaart", most=80)
    rest = line("Nu even niet", most=5)


class CapacityForm(Form):
    number = line("Keer per week", most=2)


class StaminaForm(Form):
    stamina = line("Hoe lang", most=20)


class HelperForm(Form):
    about = line("Wie helpt jou?", most=20)
    words = line("Of typ een naam", most=80)


class ChangeForm(Form):
    """Somebody says otherwise what they said; `seen` is the version they looked at."""

    words = words("Jouw woorden", most=500)
    seen = HiddenField()


class OwnForm(Form):
    """own: what is taken back, such as "antwoord/12"."""

    own = line("Wat jij zei", most=40)


def say(person, evening, *, code, words, now):
    insist(words, refusals.NoWords("Typ eerst wat je wilt zeggen."))
    said = answers.say(evening.circle, code, words, person=person, now=now)
    return "Bewaard. Eerst horen we wat goed gaat." if said.state == "parked" else ON_THE_SCREEN


def suggest(person, evening, *, code, name, now):
    named = naming.name_each(evening.circle, name, question=code, now=now)
    return f"Je noemde {together(each.name for each in named)}. Het gezin zegt eerst ja."


def rate(person, evening, *, code, number, rest, now):
    if rest:
        numbers.pass_by(evening.circle, person=person, now=now)
        return "Je geeft geen cijfer. Dat mag."
    typed = number or ""
    insist(typed.isdecimal() and len(typed) < 3, refusals.NoNumber)
    numbers.rate(evening.circle, int(typed), person=person, now=now)
    return f"Jouw cijfer is een {int(typed)}."


def know(person, evening, *, code, knows, words, seen, now):
    """Nobody knows a story that was told anew while their phone was away: they are asked again."""
    situation = answers.situation_of(evening.circle)
    insist(situation, refusals.NoStory("Er staat nog geen verhaal. Wacht nog even.", field=""))
    insist(seen == str(situation.number), refusals.ChangedMeanwhile)
    question = (words or "Ik heb een vraag.") if knows == "question" else ""
    answers.note_who_knows(situation, person, question=question, now=now)
    return "Goed dat je het vraagt. Zeg het ook hardop." if question else "Fijn. Jij weet wat er speelt."


def offer(person, evening, *, code, words, card, rest, now):
    if rest:
        offering.not_now(evening.circle, person=person, question=code, now=now)
        return "Nu even niet. Dat mag."
    insist(card or words, refusals.NoOffer("Typ wat je wilt doen. Of kies «Nu even niet»."))
    offering.offer(evening.circle, card or words, person=person, question=code, now=now)
    return "Fijn. Dat staat erbij."


def draw_the_line(person, evening, *, code, words, now):
    carrying.set_boundary(person, words, how="own", now=now)
    return ONLY_YOURS


def tell_capacity(person, evening, *, code, number, now):
    insist(number in CAPACITIES, refusals.NotThatOften("Tik op een getal."))
    carrying.tell(person, max_per_week=int(number), how="own", now=now)
    return ONLY_YOURS


def tell_stamina(person, evening, *, code, stamina, now):
    carrying.tell(person, stamina=stamina or "", how="own", now=now)
    return ONLY_YOURS


def name_helper(person, evening, *, code, about, words, now):
    helper = circle.person_in(evening.circle, about) if about else None
    insist(helper or words, refusals.NoHelper("Kies wie jou helpt. Of typ een naam."))
    insist(helper != person, refusals.HelpsThemselves)
    answers.say(evening.circle, code, "" if helper else words, person=person, about=helper, now=now)
    return "Dat staat erbij."


@dataclass(frozen=True)
class Own:
    """One thing this person said: its key, its words, a note in words, and whether the words can be changed."""

    key: str
    words: str
    note: str = ""
    changes: bool = True


def own_words(person, evening, code):
    said = on_phones.own_answers(person, code, evening)
    waits = "Komt zo op het scherm."
    return {
        "own": [
            Own(
                f"antwoord/{one.id}",
                one.words or (one.about.name if one.about else ""),
                note=waits if one.state == "parked" else "",
                changes=bool(one.words),
            )
            for one in said
        ]
    }


def own_helper(person, evening, code):
    everybody = circle.people_on_the_wall(evening.circle) if on_phones.sees_others(person) else []
    helping = [p for p in everybody if not p.is_professional and not p.is_child and p != person]
    return {**own_words(person, evening, code), "people": helping}


def suggested(person, evening, code):
    return {"names": on_phones.suggested_in(evening.circle) if on_phones.sees_others(person) else []}


def own_number(person, evening, code):
    mine = numbers.on_own_phone(evening, person)
    return {"number": mine.number, "passed": mine.answered and mine.number is None, "waits": mine.waits}


def story(person, evening, code):
    situation = answers.situation_of(evening.circle)
    return {"situation": situation, "known": situation and on_phones.own_knowing(person, situation)}


def own_offers(person, evening, code):
    made = on_phones.own_offers(person)
    said = {one.what for one in made}
    return {
        "own": [Own(f"aanbod/{one.id}", one.what or "Nu even niet", changes=bool(one.what)) for one in made],
        "cards": [card for card in offers.CARDS if card not in said],
        "rests": any(one.kind == "not_now" for one in made),
    }


def own_boundaries(person, evening, code):
    drawn = carrying.boundaries_of(person)
    return {"own": [Own(f"grens/{one.id}", one.what, changes=False) for one in drawn]}


def own_carrying(person, evening, code):
    told = carrying.carrying_of(person)
    return {
        "carrying": told,
        "capacities": CAPACITIES,
        "staminas": carrying.STAMINAS,
        "cannot_words": day_parts.in_words(told.cannot.split() if told else []),
    }


@dataclass(frozen=True)
class Asked:
    """How a question is answered on a phone: the form, the verb, the template of its field and of what this person
    said, and what stands beside it. A verb returns the sentence that is told."""

    form: type = WordsForm
    keep: object = say
    part: str = "words"
    beside: object = own_words
    mine: str = "words"


ASKED = {
    "1.3": Asked(),
    "1.6": Asked(),
    "2.10": Asked(NamesForm, suggest, "names", suggested, "names"),
    "3.1": Asked(),
    "3.2": Asked(),
    "3.3": Asked(NumberForm, rate, "number", own_number, "number"),
    "3.7": Asked(KnowsForm, know, "knows", story, "knows"),
    "4.3": Asked(OfferForm, offer, "offer", own_offers),
    "4.4": Asked(WordsForm, draw_the_line, "words", own_boundaries),
    "4.6": Asked(CapacityForm, tell_capacity, "capacity", own_carrying, "capacity"),
    "4.7": Asked(StaminaForm, tell_stamina, "stamina", own_carrying, "stamina"),
    "4.8": Asked(HelperForm, name_helper, "helper", own_helper),
}


def keep(person, evening, *, code, now, **typed):
    """Lets this person answer: the verb of the question keeps it. Returns the sentence that tells so."""
    with on_phones.answering(person, code, evening):
        return ASKED[code].keep(person, evening, code=code, now=now, **typed)


def found_own(person, kind, number):
    """What this person said, by its kind and number, and the words of it."""
    if kind == "aanbod":
        made = on_phones.own_offer(person, number)
        return made, made.what
    said = on_phones.own_answer(person, number)
    return said, said.words


def say_otherwise(person, evening, *, kind, number, words, seen):
    """This person says otherwise what they said themselves."""
    insist(words, refusals.NoWords("Typ eerst wat je wilt zeggen."))
    found, _ = found_own(person, kind, number)
    with on_phones.answering(person, found.question, evening):
        if kind == "aanbod":
            offering.correct(found, words, seen=seen)
        else:
            answers.correct(found, words, seen=seen, person=person)


def take_back(person, evening, *, own, now):
    """This person takes back what they said themselves."""
    kind, _, number = (own or "").partition("/")
    insist(number.isdecimal() and len(number) < 19, refusals.Stranger)
    if kind == "grens":
        carrying.take_back_boundary(person, int(number), now=now)
        return
    found, _ = found_own(person, kind, int(number))
    with on_phones.answering(person, found.question, evening):
        (offering if kind == "aanbod" else answers).take_back(found, now=now)
