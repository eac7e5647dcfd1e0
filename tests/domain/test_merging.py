"""One person typed twice: everything moves to the first row, and nothing is lost or counted twice."""

import datetime as dt

import pytest

from netwerkberaad.domain import circle, refusals, undo, yes
from netwerkberaad.domain.after import consent, links
from netwerkberaad.domain.agreeing import plan, signing
from netwerkberaad.domain.before import preparation
from netwerkberaad.domain.discovering import card, merging, naming
from netwerkberaad.domain.evening import meeting, offers
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import roster
from tests import cast


@pytest.fixture
def family(db, now):
    family = cast.family(now)
    (family.double,) = naming.name_people(family.circle, "Wendy", question="2.7", now=now)
    return family


def merge(family, now, one=None, other=None):
    return merging.merge(one or family.wendy, other or family.double, now=now)


def test_everything_that_hangs_on_the_second_row_moves_to_the_first(family, now):
    keep, double, ours = family.wendy, family.double, family.circle
    said = {"circle": ours, "meeting": family.meeting, "said_at": now}
    agreed = {"what": "Belt", "days": "0", "starts": "19:00", "made_at": now}
    hung = [
        (consent.Consent.create(person=double, code="c1", how="own", given_at=now), "person"),
        (preparation.OffLimitsTopic.create(circle=ours, owner=double, topic="Geld", said_at=now), "owner"),
        (preparation.SafetyNote.create(circle=ours, teller=double, said_at=now), "teller"),
        (preparation.ReadBy.create(person=double, at=now), "person"),
        (meeting.Answer.create(question="1.3", kind="strength", person=double, **said), "person"),
        (meeting.Answer.create(question="4.8", kind="helper_of", about=double, **said), "about"),
        (offers.Offer.create(circle=ours, person=double, what="Koken", said_at=now), "person"),
        (yes.Yes.create(circle=ours, person=double, matter="m", promise="p", how="own", at=now), "person"),
        (plan.Agreement.create(circle=ours, person=double, **agreed), "person"),
        (plan.PlanBStep.create(circle=ours, person=double, action="Kijkt"), "person"),
        (links.Link.create(person=double, made_at=now), "person"),
        (plan.Plan.create(circle=ours, deputy=double), "deputy"),
    ]
    task = roster.Task.create(circle=ours, what="Koken", named_at=now, cancel_with=double)
    shift = roster.RegularShift.create(circle=ours, task=task, person=double, days="0", starts="17:30")
    circle.change_person(family.noor, supporter=double)
    stays = merge(family, now)
    assert stays.id == keep.id
    for row, field in [*hung, (task, "cancel_with"), (shift, "person")]:
        assert getattr(type(row).get_by_id(row.id), f"{field}_id") == keep.id, type(row).__name__
    assert circle.person_in(ours, family.noor.id).supporter_id == keep.id


def test_no_column_that_points_to_a_person_is_forgotten():
    pointing = {(key.model.__name__, key.name) for key in merging._all_that_hangs_on_people()}
    all_of_them = {(key.model.__name__, key.name) for key in circle.Person._meta.backrefs}
    assert all_of_them - pointing == {("Signature", "person")}


def test_the_second_row_only_points_to_the_first(family, now):
    merge(family, now)
    assert [p.name for p in circle.people_of(family.circle)].count("Wendy") == 1
    assert circle.Person.get_by_id(family.double.id).merged_into_id == family.wendy.id
    with pytest.raises(refusals.Stranger):
        circle.person_in(family.circle, family.double.id)


def test_what_is_known_of_both_is_known_of_the_one(family, now):
    double = circle.change_person(family.double, ring=2, support="P", relation="vriendin", phone="06", tie="strong")
    keep = circle.change_person(family.wendy, support="E")
    stays = merge(family, now, keep, double)
    assert (stays.ring, stays.group, stays.support, stays.relation) == (1, "V", "PE", "vriendin")
    assert (stays.influence, stays.tie, stays.phone) == (True, "strong", "06")
    assert stays.place == keep.place


def test_the_nearer_ring_stands_with_its_own_sector(family, now):
    keep = circle.change_person(family.wendy, ring=3)
    double = circle.change_person(family.double, ring=1, group="B")
    stays = merge(family, now, keep, double)
    assert (stays.ring, stays.group) == (1, "B")
    assert stays.place is not None


def test_the_more_careful_word_stands(family, now):
    keep = circle.change_person(family.wendy, invite="yes")
    double = circle.change_person(family.double, invite="not_now", visibility="own_tasks_only")
    stays = merge(family, now, keep, double)
    assert (stays.invite, stays.visibility) == ("not_now", "own_tasks_only")


def test_being_there_twice_is_being_there_once(family, now):
    meeting.Attendance.create(meeting=family.meeting, person=family.double, came_at=now)
    merge(family, now)
    there = meeting.at_the_table(family.meeting)
    assert [person.name for person in there].count("Wendy") == 1
    assert meeting.Attendance.select().where(meeting.Attendance.person == family.double).count() == 0


def test_a_consent_that_was_taken_back_stays_taken_back(family, now):
    later = now + dt.timedelta(minutes=5)
    consent.Consent.create(person=family.wendy, code="c3", how="own", given_at=now)
    consent.Consent.create(person=family.double, code="c3", how="own", given_at=now, withdrawn_at=later)
    merge(family, now)
    (only,) = consent.Consent.select().where(consent.Consent.code == "c3")
    assert (only.person_id, only.withdrawn_at) == (family.wendy.id, later)


def test_of_two_answers_about_how_often_and_when_not_the_careful_one_stays(family, now):
    first, second = family.people[-2:]
    carrying.tell(first, max_per_week=3, cannot=["0o"], how="own", now=now)
    carrying.tell(second, max_per_week=1, cannot=["1m"], how="own", now=now)
    merge(family, now, one=first, other=second)
    (kept,) = carrying.Carrying.select()
    assert (kept.max_per_week, kept.cannot) == (1, "0o 1m")


def test_nobody_stands_in_for_themselves(family, now):
    task = roster.Task.create(circle=family.circle, what="Koken", named_at=now)
    shift = roster.RegularShift.create(
        circle=family.circle, task=task, person=family.wendy, stand_in=family.double, days="0", starts="17:30"
    )
    ours = plan.Plan.create(circle=family.circle, contact_person=family.wendy, deputy=family.double)
    merge(family, now)
    shift, ours = roster.RegularShift.get_by_id(shift.id), plan.Plan.get_by_id(ours.id)
    assert (shift.person_id, shift.stand_in_id) == (family.wendy.id, None)
    assert (ours.contact_person_id, ours.deputy_id) == (family.wendy.id, None)


def test_one_of_two_links_ends(family, now):
    first, second = (links.Link.create(person=p, made_at=now) for p in (family.wendy, family.double))
    merge(family, now)
    assert links.Link.get_by_id(first.id).revoked_at is None
    assert links.Link.get_by_id(second.id).revoked_at == now


def sign(family, now, *people):
    version = signing.PlanVersion.create(circle=family.circle, number=1, text="{}", fingerprint="0" * 64, read_at=now)
    for person in people:
        signing.Signature.create(
            plan_version=version, person=person, choice="yes", how="typed", name=person.name, at=now
        )


def test_whoever_signed_is_the_one_who_stays(family, now):
    sign(family, now, family.double)
    stays = merge(family, now)
    assert stays.id == family.double.id
    assert stays.ring == 1
    assert signing.Signature.select().where(signing.Signature.person == stays).count() == 1


def test_two_who_both_signed_stay_two(family, now):
    sign(family, now, family.wendy, family.double)
    with pytest.raises(refusals.BothSigned):
        merge(family, now)


def test_nobody_merges_with_themselves_or_with_another_family(family, now):
    with pytest.raises(refusals.SamePerson):
        merge(family, now, family.wendy, family.wendy)
    others = cast.strangers(now, family.team)
    with pytest.raises(refusals.SamePerson):
        merge(family, now, family.wendy, others.wendy)


def test_merging_moves_nobody_else(family, now):
    before = {p.id: p.place for p in circle.people_of(family.circle) if p.id != family.double.id}
    merge(family, now)
    assert {p.id: p.place for p in circle.people_of(family.circle)} == before


def test_what_was_done_before_merging_can_no_longer_be_undone(family, now):
    merge(family, now)
    assert undo.last_deed(family.circle, card.ROOM) is None
