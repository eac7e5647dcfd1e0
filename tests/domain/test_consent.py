"""Consent: five separate yeses, and whose number who may see."""

import datetime as dt

import pytest

from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.after import consent
from tests import cast


@pytest.fixture
def family(db, now):
    return cast.family(now)


def test_nobody_has_given_any_consent_beforehand(family):
    assert [consent.given_by(person) for person in family.people] == [set()] * len(family.people)


def test_choosing_gives_and_withdraws(family, now):
    consent.choose(family.wendy, ["c1", "c3"], how="own", now=now)
    consent.choose(family.wendy, ["c3", "c4"], how="own", now=now)
    assert consent.given_by(family.wendy) == {"c3", "c4"}
    withdrawn = consent.Consent.get(consent.Consent.person == family.wendy, consent.Consent.code == "c1")
    assert withdrawn.withdrawn_at == now


def test_what_already_stood_keeps_how_and_when_it_was_given(family, now):
    consent.choose(family.wendy, ["c1"], how="spoken", now=now)
    consent.choose(family.wendy, ["c1", "c2"], how="own", now=now + dt.timedelta(days=1))
    kept = consent.Consent.get(consent.Consent.person == family.wendy, consent.Consent.code == "c1")
    assert (kept.how, kept.given_at) == ("spoken", now)


def test_a_withdrawn_consent_can_be_given_again(family, now):
    for codes in (["c1"], [], ["c1"]):
        consent.choose(family.wendy, codes, how="own", now=now)
    assert consent.given_by(family.wendy) == {"c1"}


def test_an_unknown_consent_is_none(family, now):
    consent.choose(family.wendy, ["c9"], how="own", now=now)
    assert consent.given_in(family.circle) == {}


@pytest.mark.parametrize(
    ("given", "reader", "sees"),
    [
        ([], "karim", ""),
        ([], "tjeerd", ""),
        ([], "wendy", "06 1111 2222"),
        (["c1", "c4", "c5"], "tjeerd", ""),
        (["c2"], "tjeerd", "06 1111 2222"),
        (["c2"], "karim", ""),
        (["c3"], "karim", "06 1111 2222"),
    ],
    ids=[
        *(
            "nobody without a yes",
            "not even the contact person",
            "always oneself",
            "other yeses do not count",
        ),
        *("c2: the contact person", "c2: nobody else", "c3: the circle"),
    ],
)
def test_consent_decides_who_sees_a_number(family, now, given, reader, sees):
    wendy = family.wendy
    consent.give_details(wendy, phone="06 1111 2222", email="", consents=given, how="own", now=now)
    wendy = circle.person_in(family.circle, wendy.id)
    shown = consent.number_for(
        getattr(family, reader), wendy, given=consent.given_in(family.circle), contact_person=family.tjeerd
    )
    assert shown == sees


@pytest.mark.parametrize("phone", ["bel maar", "06-1234567890123456", "12", "<b>06</b>"])
def test_a_number_that_cannot_be_dialled_is_refused(family, now, phone):
    with pytest.raises(refusals.NoPhoneNumber):
        consent.give_details(family.wendy, phone=phone, email="", consents=["c1"], how="own", now=now)
    assert consent.given_by(family.wendy) == set()


@pytest.mark.parametrize("email", ["wendy", "wendy@", "wendy@hier", "wen dy@hier.nl"])
def test_an_address_that_cannot_be_mailed_is_refused(family, now, email):
    with pytest.raises(refusals.NoEmailAddress):
        consent.give_details(family.wendy, phone="", email=email, consents=[], how="own", now=now)


def test_nothing_typed_on_the_desk_leaves_the_number_as_it_was(family, now):
    consent.give_details(family.wendy, phone="06 1111 2222", email="", consents=[], how="own", now=now)
    consent.give_details(family.wendy, phone=None, email=None, consents=["c3"], how="spoken", now=now)
    assert circle.person_in(family.circle, family.wendy.id).phone == "06 1111 2222"
