"""On the phones at the table: what each question says there, who answers it there, and what they said themselves."""

from contextlib import contextmanager
from dataclasses import dataclass

import peewee

from netwerkberaad.database import prepared
from netwerkberaad.domain import refusals
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.evening.answers import OF_THE_EVENING
from netwerkberaad.domain.evening.meeting import Answer, Knows, Meeting
from netwerkberaad.domain.evening.offers import Offer
from netwerkberaad.domain.evening.questions import QUESTIONS
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.saying import together
from netwerkberaad.domain.taking_part import private_time

# Per question its sentence on a phone (none: the sentence of the screen) and, indented, the hint.
AS_SAID = """
1.1 Fijn dat je er bent, [naam].
    Straks kun je hier antwoorden. Kijk nu op het scherm.
1.2
    We praten hier samen over. Kijk op het scherm.
1.3
    Klein is ook goed.
1.4
    Het gezin vertelt. Luister maar mee.
1.5
    Het gezin vertelt. Luister maar mee.
1.6
    Schrijf het hier. Een tekening op papier mag ook.

2.1
    Zeg een naam hardop. Dan komt die op de kaart.
2.2
    Zeg een naam hardop. Dan komt die op de kaart.
2.3
    Zeg een naam hardop. Dan komt die op de kaart.
2.4
    Zeg een naam hardop. Dan komt die op de kaart.
2.5
    Zeg een naam hardop. Dan komt die op de kaart.
2.6
    Zeg een naam hardop. Dan komt die op de kaart.
2.7
    We praten hier samen over. Kijk op het scherm.
2.8
    Vertel het aan wie naast je zit. Niks zeggen mag ook.
2.9
    We praten hier samen over. Kijk op het scherm.
2.10
    Het gezin zegt eerst ja. Dan pas vragen we iemand.
2.11
    Alleen de ouders kiezen dit. Luister maar mee.

3.1
    Klein is ook goed.
3.2
    Eén zorg per keer. Je mag er meer sturen.
3.3
    Er is geen fout cijfer. Niemand ziet welk cijfer van jou is.
3.4
    We praten hier samen over. Kijk op het scherm.
3.5
    Eén kleine stap is genoeg. Zeg het hardop.
3.6
    We praten hier samen over. Kijk op het scherm.
3.7
    Een vraag hebben is ook een goed antwoord.

4.1
    Zeg het hardop. Dan schrijft iemand het op.
4.2
    Zeg het hardop. Dan schrijft iemand het op.
4.3
    Tik op wat bij je past.
4.4
    Dan vragen we dat niet aan jou.
4.5 Iedereen kan iets. Wat kan wél?
    We praten hier samen over. Kijk op het scherm.
4.6
    Tel alles bij elkaar. Nul mag ook.
4.7
    Wees eerlijk voor jezelf. Kort is ook goed.
4.8
    Wie helpt, mag ook hulp krijgen.
4.9
    We praten hier samen over. Kijk op het scherm.

5.1
    We maken samen de week.
5.2
    Zeg het hardop. Zo hoeft niemand het alleen te doen.
5.3
    We kiezen dit samen.
5.4
    Zeg hardop wat jij wilt doen. Klein is ook goed.
5.5
    We praten hier samen over.
5.6
    Zeg het hardop als jij iets kunt doen.
5.7
    We praten hier samen over.

6.1
    We kiezen dit samen.
6.2
    We kiezen dit samen.
6.3
    We kiezen dit samen.
6.4
    We kiezen dit samen.
6.5
    We kiezen dit samen.
6.6
    We praten hier samen over.
6.7
    We praten hier samen over.
6.8
    We kiezen dit samen.
6.9
    Luister eerst naar het voorlezen.
"""
PARENTS_SPEAK = "Jullie vertellen. Wij luisteren."
LISTEN = "Luister maar mee."
FOR_THE_NETWORK = "Deze vraag is voor het gezin en de kring."
FOR_GROWN_UPS = "Deze vraag is voor grote mensen. Jij hoeft niets."

ANSWERED = ("1.3", "1.6", "2.10", "3.1", "3.2", "3.3", "3.7", "4.3", "4.4", "4.6", "4.7", "4.8")
# What professionals add is facts, their own number and their own help (R2).
ALSO_PROFESSIONALS = ("3.2", "3.3", "4.3")
# Children under 12 carry no task: nobody asks them how much they can carry.
NOT_FOR_CHILDREN = ("4.6", "4.7")


@dataclass(frozen=True)
class Said:
    """What a phone says about a question to whoever holds it: a sentence and a hint."""

    sentence: str
    hint: str


def said_to(person, code, evening, *, children=()):
    """What the phone of this person says about a question. `children` are the family's own, for what is theirs."""
    asked, (sentence, hint) = QUESTIONS[code], _SAID[code]
    if asked.tag == "K" and not is_child_of_the_family(person):
        who = together(child.name for child in children) or "de kinderen"
        return Said(f"Deze vraag is voor {who}.", LISTEN)
    if asked.asks == "parent" and is_parent(person):
        hint = PARENTS_SPEAK
    elif code in ANSWERED and person.is_child and code in NOT_FOR_CHILDREN:
        hint = FOR_GROWN_UPS
    elif code in ANSWERED and person.is_professional and code not in ALSO_PROFESSIONALS:
        hint = FOR_THE_NETWORK
    return Said((sentence or asked.sentence).replace("[naam]", person.name), hint)


def is_child_of_the_family(person):
    return person.ring == 0 and not person.is_adult


def is_parent(person):
    return person.ring == 0 and person.is_adult


def sees_others(person):
    """False for whoever sees only what is their own: not who else is there either."""
    return person.visibility != "own_tasks_only"


def state_for(person, evening):
    """What this phone shows: waiting (not let in yet), planned, paused, alone (the family talks alone, and this is a
    professional), or asked: the question of this moment."""
    if person is None:
        return "waiting"
    if evening.state != "going_on":
        return evening.state
    return "alone" if is_shut(person, evening) else "asked"


def is_shut(person, evening):
    """True for a professional while the family talks alone (R2)."""
    return private_time.is_on(evening) and person.is_professional


def may_answer(person, code, evening):
    """Whether this person answers this question on their own phone, also late: the table may have gone on."""
    if code not in ANSWERED or evening.state not in ("going_on", "paused") or is_shut(person, evening):
        return False
    if person.is_professional:
        return code in ALSO_PROFESSIONALS
    if QUESTIONS[code].tag == "K":
        return is_child_of_the_family(person)
    return not (person.is_child and code in NOT_FOR_CHILDREN)


@contextmanager
def answering(person, code, evening):
    """Inside, this person answers on their own phone. Refuses whoever may not, as the evening stands now.

    An answer that comes late, out of a phone that was offline, does not end the pause of the others."""
    evening = Meeting.get_by_id(evening.id)
    insist(may_answer(person, code, evening), refusals.NotYourQuestion)
    yield
    if evening.paused_at:
        Meeting.update(paused_at=evening.paused_at).where(Meeting.id == evening.id).execute()


def children_of(circle):
    """The children of the family in the middle, in order of joining."""
    return list(
        Person.select(Person.id, Person.name)
        .where(Person.circle == circle, Person.ring == 0, Person.age < 18)
        .where(Person.taken_back_at.is_null(), Person.merged_into.is_null())
        .order_by(Person.joined)
    )


def suggested_in(circle):
    """Who was suggested and waits for the family's yes (2.10), in order of joining."""
    return list(
        Person.select(Person.id, Person.name)
        .where(Person.circle == circle, Person.status == "suggested")
        .where(Person.taken_back_at.is_null(), Person.merged_into.is_null())
        .order_by(Person.joined)
    )


def own_answers(person, code, evening):
    """What this person said themselves to a question of this kind, waiting worries too, oldest first."""
    kind = QUESTIONS[code].kind
    said = _own_answers(person.id, kind)
    return [one for one in said if kind not in OF_THE_EVENING or one.meeting_id == evening.id]


@prepared
def _own_answers(person, kind):
    about = Person.alias()
    return (
        Answer.select(Answer, about)
        .join(about, peewee.JOIN.LEFT_OUTER, on=(Answer.about == about.id), attr="about")
        .where(Answer.person == person, Answer.kind == kind, Answer.state != "taken_back")
        .order_by(Answer.id)
    )


def own_answer(person, number):
    """What this person said, by its number. Raises Stranger for what somebody else said, and for a 0-10 number:
    that changes by giving another."""
    own = (Answer.id == number, Answer.person == person, Answer.state != "taken_back", Answer.kind != "scale_rating")
    found = Answer.get_or_none(*own)
    insist(found, refusals.Stranger)
    return found


def own_offers(person):
    """What this person offered themselves, «Nu even niet» too, oldest first."""
    return list(Offer.select().where(Offer.person == person, Offer.taken_back_at.is_null()).order_by(Offer.id))


def own_offer(person, number):
    """What this person offered, by its number. Raises Stranger for what somebody else offered."""
    found = Offer.get_or_none(Offer.id == number, Offer.person == person, Offer.taken_back_at.is_null())
    insist(found, refusals.Stranger)
    return found


def own_knowing(person, situation):
    """What this person answered to 3.7 about this version: a row with their question, None before they did."""
    return Knows.get_or_none(Knows.person == person, Knows.situation == situation)


def _read(text):
    known, code = {}, ""
    for line in filter(None, text.splitlines()):
        if line.startswith(" "):
            known[code] = (known[code][0], line.strip())
        else:
            code, _, sentence = line.partition(" ")
            known[code] = (sentence, "")
    return known


_SAID = _read(AS_SAID)
