"""What somebody can and wants to do; «Nu even niet» is an answer too."""

import peewee

from netwerkberaad.database import Moment, Record, Words
from netwerkberaad.domain.circle import Circle, Person

CARDS = (
    "Boodschappen",
    "Koken",
    "Samen op bezoek",
    "Bellen",
    "Klusje",
    "Meerijden",
    "Verhaaltje via de telefoon",
)


class Offer(Record):
    """«Dit kan ik doen» (4.3, 4.5, 5.4). kind: can, or not_now («Nu even niet»)."""

    circle = peewee.ForeignKeyField(Circle, backref="offers")
    person = peewee.ForeignKeyField(Person, backref="offers")
    kind = peewee.CharField(default="can")
    what = Words(default="")
    question = peewee.CharField(default="4.3")
    said_at = Moment()
    taken_back_at = Moment(null=True)
    version = peewee.IntegerField(default=1)


def offers_of(circle):
    """Everything that was offered, «Nu even niet» too, oldest first, with who said it."""
    return list(
        Offer.select(Offer, Person)
        .join(Person)
        .where(Offer.circle == circle, Offer.taken_back_at.is_null())
        .order_by(Offer.id)
    )


def resting(offers):
    """The people who said «Nu even niet» and offered nothing: they are asked «Wat kan … wél?» (4.5)."""
    busy = {offer.person_id for offer in offers if offer.kind == "can"}
    people = {offer.person_id: offer.person for offer in offers if offer.person_id not in busy}
    return list(people.values())


def silent(people, offers):
    """Who of these people offered nothing and did not say «Nu even niet»: children and visitors need not."""
    answered = {offer.person_id for offer in offers}
    return [p for p in people if p.id not in answered and not p.is_child and not p.is_professional]
