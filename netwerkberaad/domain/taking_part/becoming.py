"""Becoming a member: a guest of this evening stays reachable after it, and their name goes on the map (6.9)."""

from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.after import consent
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.refusals import insist

ON_THE_MAP = "c1"


def is_member(person):
    return person.status == "member"


def become_member(person, *, phone, email, no_phone, consents, now):
    """A guest, or somebody the family had named, gives their name for the map (c1) and a way to reach them: a number,
    a mail address, or «Ik heb geen telefoon» (notify none: paper, and what is said aloud).

    Whoever is a member already changes what they gave, and may take any consent back. Whom the family has not said
    yes to yet keeps waiting for that. Refuses without c1, without a way, and with a number from who has no phone."""
    insist(is_member(person) or ON_THE_MAP in consents, refusals.NameStaysOffTheMap)
    insist(phone or email or no_phone, refusals.NoWayToReachYou)
    insist(not (phone and no_phone), refusals.PhoneOrNoPhone)
    consent.give_details(person, phone=phone or "", email=email or "", consents=consents, how="own", now=now)
    Person.update(notify=_notified(person, phone or email)).where(Person.id == person.id).execute()
    _joins(person)


def write_down(person, *, phone, email, consents, now):
    """What somebody says aloud is written down for them; None leaves a number or address as it was. Nothing is
    insisted on, but with their name for the map (c1) and a way to reach them, whoever is not there for their work is
    a member from now on."""
    consent.give_details(person, phone=phone, email=email, consents=consents, how="spoken", now=now)
    known = Person.get_by_id(person.id)
    reached = known.phone or known.email or known.notify == "none"
    if ON_THE_MAP in consents and reached and not known.is_professional:
        _joins(known)


def _joins(person):
    status = person.status if person.status == "suggested" else "member"
    Person.update(status=status).where(Person.id == person.id).execute()
    circle.stand_again(person.circle_id)


def _notified(person, reachable):
    """What was asked of them apart (0.3) stands; whoever has a way after all gets messages that tell nothing."""
    if not reachable:
        return "none"
    return "discreet" if person.notify == "none" else person.notify
