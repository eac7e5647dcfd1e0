"""What somebody can and wants to do; «Nu even niet» is an answer too."""

import peewee

from netwerkberaad.database import Moment, Record, Words, prepared
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


@prepared
def offers_of(circle):
    """Everything that was offered, «Nu even niet» too, oldest first, with who said it."""
    return (
        Offer.select(Offer, Person)
        .join(Person)
        .where(Offer.circle == circle, Offer.taken_back_at.is_null())
        .order_by(Offer.id)
    )


def silent(people, offers):
    """Who of these people offered nothing and did not say «Nu even niet».

    The family in the middle (ring 0) need not help itself; children under 12 and professionals need not either."""
    answered = {offer.person_id for offer in offers}
    asked = [p for p in people if p.ring > 0 and not p.is_child and not p.is_professional]
    return [p for p in asked if p.id not in answered]
