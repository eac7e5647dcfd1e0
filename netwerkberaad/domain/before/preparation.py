"""Before the evening: what we won't talk about, who is afraid of whom, and how somebody can be reached."""

from dataclasses import dataclass

import peewee

from netwerkberaad.database import Moment, Record, Words, prepared, tidy
from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.circle import Circle, Person
from netwerkberaad.domain.refusals import insist

LANGUAGES = {
    "nl": "Nederlands",
    "en": "Engels",
    "ar": "Arabisch",
    "tr": "Turks",
    "pl": "Pools",
    "uk": "Oekraïens",
    "ti": "Tigrinya",
    "other": "een andere taal",
}
NOTIFY = {
    "normal": "Nee, gewone berichten zijn goed",
    "discreet": "Misschien. Stuur alleen neutrale berichten",
    "none": "Ja. Stuur niets, spreek mij of gebruik papier",
}
JOINS = {
    "room": "Gewoon aan tafel",
    "message": "Met een bericht dat we voorlezen",
    "phone": "Aan de telefoon",
    "apart": "In een apart gesprek",
}


class OffLimitsTopic(Record):
    """«Waar wil je het niet over hebben?» (0.1). Only when `may_show` may others read the topic."""

    circle = peewee.ForeignKeyField(Circle, backref="off_limits")
    owner = peewee.ForeignKeyField(Person, backref="off_limits")
    topic = Words()
    may_show = peewee.BooleanField(default=False)
    said_at = Moment()


class SafetyNote(Record):
    """«Is er iemand bij wie jij of je kind bang is?» (0.2): for the facilitator and the teller only.

    An empty `words` is the answer «nee». `joins` (JOINS): how the teller takes part instead."""

    circle = peewee.ForeignKeyField(Circle, backref="safety_notes")
    teller = peewee.ForeignKeyField(Person, backref="safety_notes")
    words = Words(default="")
    joins = peewee.CharField(default="room")
    said_at = Moment()


class Informed(Record):
    """«Weten alle ouders met gezag hiervan?»: when this was said, per circle."""

    circle = peewee.ForeignKeyField(Circle, unique=True, backref="informed")
    at = Moment()


class ReadBy(Record):
    """«Kan iemand anders jouw berichten lezen?» (0.3): the question was answered; the answer is Person.notify."""

    person = peewee.ForeignKeyField(Person, unique=True, backref="read_by")
    at = Moment()


@dataclass(frozen=True)
class HeldBack:
    """One thing that holds back inviting: a sentence for the facilitator, whose page closes it and which question."""

    sentence: str
    person: int | None = None
    question: str = ""


def what_holds_back_inviting(adults, *, asked_fear, asked_messages, informed):
    """What must be known before anybody is invited (never before a first talk). `adults` are those in the centre, as
    (id, name); asked_fear and asked_messages are the ids of who answered 0.2 and 0.3."""
    held = [] if adults else [HeldBack("Zet eerst een ouder of verzorger in het midden.")]
    for number, name in adults:
        if number not in asked_fear:
            held.append(HeldBack(f"Vraag {name} alleen: is er iemand bij wie jij of je kind bang is?", number, "0.2"))
        if number not in asked_messages:
            held.append(HeldBack(f"Vraag {name}: kan iemand anders jouw berichten lezen?", number, "0.3"))
    if not informed:
        held.append(HeldBack("Vraag of alle ouders met gezag hiervan weten.", None, "informed"))
    return held


def set_off_limits(owner, topic, may_show=False, *, now):
    """This person does not want to talk about it (0.1). Others read it only when `may_show`."""
    topic = tidy(topic or "")
    insist(topic, refusals.NoTopic)
    return OffLimitsTopic.create(circle=owner.circle_id, owner=owner, topic=topic, may_show=may_show, said_at=now)


def may_be_talked_about(owner, topic_id):
    """The owner takes a topic off their list. Taking it off twice is taking it off once."""
    OffLimitsTopic.delete().where(OffLimitsTopic.id == topic_id, OffLimitsTopic.owner == owner).execute()


def let_show(owner, topic_id, may_show):
    """The owner says whether others may read the topic («Hier praten we niet over»)."""
    OffLimitsTopic.update(may_show=may_show).where(
        OffLimitsTopic.id == topic_id, OffLimitsTopic.owner == owner
    ).execute()


def tell_fear(teller, afraid, words="", joins="room", apart_from=None, *, seen=None, now):
    """The answer to 0.2, in the place of an earlier one. `afraid`: "yes" or "no".

    apart_from: somebody with a contact ban. They keep counting, but see nothing but their own shifts."""
    words = tidy(words or "")
    insist(afraid in ("yes", "no"), refusals.NoAnswerYet(field="afraid"))
    insist(afraid == "no" or words, refusals.AfraidOfWhom)
    insist(afraid == "yes" or not words, refusals.NoButWords)
    circle.change_person(teller, seen=seen)
    SafetyNote.delete().where(SafetyNote.teller == teller).execute()
    if apart_from is not None and afraid == "yes":
        circle.change_person(apart_from, visibility="own_tasks_only")
    return SafetyNote.create(
        circle=teller.circle_id, teller=teller, words=words, joins=joins if afraid == "yes" else "room", said_at=now
    )


def tell_who_reads(person, notify, *, seen=None, now):
    """The answer to 0.3: which messages this person may get."""
    insist(notify in NOTIFY, refusals.NoAnswerYet(field="notify"))
    changed = circle.change_person(person, seen=seen, notify=notify)
    ReadBy.insert(person=person, at=now).on_conflict(conflict_target=[ReadBy.person], update={ReadBy.at: now}).execute()
    return changed


def choose_language(person, language, interpreter=False, *, seen=None):
    """Which language somebody likes best, and whether an interpreter comes (0.4)."""
    insist(language in LANGUAGES, refusals.NoAnswerYet(field="language"))
    return circle.change_person(person, seen=seen, language=language, interpreter=interpreter)


def choose_supporter(child, supporter, *, seen=None):
    """Who may sit beside this child (0.5): an adult, or nobody (None)."""
    insist(supporter is None or supporter.is_adult, refusals.NotAChild)
    return circle.change_person(child, seen=seen, supporter=supporter)


def parents_know(ours, *, now):
    """All parents with authority know of this."""
    Informed.insert(circle=ours, at=now).on_conflict_ignore().execute()


def parents_do_not_know_yet(ours):
    """It was said too early: somebody with authority still has to be told."""
    Informed.delete().where(Informed.circle == ours).execute()


def topics_of(owner):
    """What this person does not want to talk about: for themselves and the facilitator."""
    return list(OffLimitsTopic.select().where(OffLimitsTopic.owner == owner).order_by(OffLimitsTopic.id))


def shown_topics(ours):
    """«Hier praten we niet over»: only what its owner lets everybody read."""
    return _shown_topics(ours.id)


@prepared
def _shown_topics(ours):
    return (
        OffLimitsTopic.select()
        .where(OffLimitsTopic.circle == ours, OffLimitsTopic.may_show)
        .order_by(OffLimitsTopic.id)
    )


def note_of(teller):
    """What this person answered to 0.2, or None when it was not asked yet."""
    return SafetyNote.get_or_none(SafetyNote.teller == teller)


def asked_messages(people):
    """The ids of the people who answered 0.3."""
    return {person_id for (person_id,) in ReadBy.select(ReadBy.person).where(ReadBy.person.in_(people)).tuples()}


def asked_fear(people):
    """The ids of the people who answered 0.2; never what they answered."""
    return {
        teller_id for (teller_id,) in SafetyNote.select(SafetyNote.teller).where(SafetyNote.teller.in_(people)).tuples()
    }


def with_topics(people):
    """The ids of the people who have named something off limits (0.1)."""
    return {
        owner_id
        for (owner_id,) in OffLimitsTopic.select(OffLimitsTopic.owner).where(OffLimitsTopic.owner.in_(people)).tuples()
    }


def informed_in(circles):
    """The ids of the circles in which all parents with authority know of this."""
    return {circle_id for (circle_id,) in Informed.select(Informed.circle).where(Informed.circle.in_(circles)).tuples()}


def centre_of(people):
    """Those who stand in the centre, adults first: to them the questions are put, each apart."""
    return sorted((person for person in people if person.ring == 0), key=lambda person: not person.is_adult)


def held_back(people_by_circle):
    """What holds back inviting in each of these circles ({circle id: its people}), in three questions to the
    database however many families there are."""
    adults = {
        circle_id: [(person.id, person.name) for person in centre_of(people) if person.is_adult]
        for circle_id, people in people_by_circle.items()
    }
    everybody = [number for asked in adults.values() for number, _ in asked]
    fear, messages, informed = asked_fear(everybody), asked_messages(everybody), informed_in(list(adults))
    return {
        circle_id: what_holds_back_inviting(
            asked, asked_fear=fear, asked_messages=messages, informed=circle_id in informed
        )
        for circle_id, asked in adults.items()
    }
