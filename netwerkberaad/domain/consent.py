"""Consent inside the circle: five separate yeses, none given beforehand, each one revocable."""

import peewee

from netwerkberaad.database import Moment, Record
from netwerkberaad.domain.circle import Person

CONSENTS = {
    "c1": "Mijn naam mag op de kaart",
    "c2": "Het aanspreekpunt mag mijn nummer zien",
    "c3": "De kring mag mijn nummer zien",
    "c4": "Stuur mij berichten (sms of mail)",
    "c5": "Bewaar wat ik schrijf tot we terugkijken",
}


class Consent(Record):
    """One consent of one person. how: own (on their phone) or spoken (said aloud at the table)."""

    person = peewee.ForeignKeyField(Person, backref="consents")
    code = peewee.CharField()
    how = peewee.CharField()
    given_at = Moment()
    withdrawn_at = Moment(null=True)

    class Meta:
        indexes = ((("person", "code"), True),)
