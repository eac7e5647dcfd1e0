"""Consent inside the circle: five separate yeses, none given beforehand, each one revocable."""

import peewee

from netwerkberaad.database import Moment, Record, tidy
from netwerkberaad.domain import refusals
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.refusals import insist

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


def given_by(person):
    """The codes of the consents that stand for this person now."""
    return {row.code for row in Consent.select(Consent.code).where(Consent.person == person, _stands())}


def given_in(circle):
    """Everybody's standing consents of a circle at once: {person id: {codes}}."""
    found = {}
    rows = Consent.select(Consent.person, Consent.code).join(Person).where(Person.circle == circle, _stands())
    for person, code in rows.tuples():
        found.setdefault(person, set()).add(code)
    return found


def choose(person, codes, *, how, now):
    """These consents stand from now on, and no others. What already stood keeps its date and how it was
    given. A guest who says that their name may stand on the map, stands there (c1)."""
    stood = given_by(person)
    wanted = set(codes) & set(CONSENTS)
    for code in wanted - stood:
        Consent.insert(person=person, code=code, how=how, given_at=now).on_conflict(
            conflict_target=[Consent.person, Consent.code],
            update={Consent.how: how, Consent.given_at: now, Consent.withdrawn_at: None},
        ).execute()
    Consent.update(withdrawn_at=now).where(Consent.person == person, Consent.code.in_(stood - wanted)).execute()
    if "c1" in wanted:
        Person.update(status="named").where(Person.id == person.id, Person.status == "guest").execute()


def give_details(person, *, phone, email, consents, how, now):
    """Where somebody can be reached and what may be done with it. None leaves a number or address as it was.

    Refuses a number that cannot be dialled. Not a change of the person on the map: nobody there is
    interrupted."""
    given = {name: tidy(text) for name, text in (("phone", phone), ("email", email)) if text is not None}
    insist(not given.get("phone") or _can_be_dialled(given["phone"]), refusals.NoPhoneNumber)
    insist(not given.get("email") or _can_be_mailed(given["email"]), refusals.NoEmailAddress)
    if given:
        Person.update(given).where(Person.id == person.id).execute()
    choose(person, consents, how=how, now=now)


def number_for(reader, owner, *, given, contact_person):
    """The owner's number as this reader may see it, or "".

    Everybody sees their own. c3 opens it to the circle, c2 to the contact person only. `given` is
    given_in(circle)."""
    theirs = given.get(owner.id, set())
    asked_of_contact = "c2" in theirs and contact_person is not None and reader.id == contact_person.id
    return owner.phone if reader.id == owner.id or "c3" in theirs or asked_of_contact else ""


def _stands():
    return Consent.withdrawn_at.is_null()


def _can_be_dialled(phone):
    digits = [c for c in phone if c.isdigit()]
    return 3 <= len(digits) <= 15 and all(c.isdigit() or c in "+-() ./" for c in phone)


def _can_be_mailed(email):
    name, at, place = email.rpartition("@")
    return bool(name and at and "." in place.strip(".") and not any(c.isspace() for c in email))
