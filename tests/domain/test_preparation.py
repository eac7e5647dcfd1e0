"""Before the evening: what holds back inviting, and who keeps what to themselves."""

import pytest

from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.before import preparation
from netwerkberaad.domain.before.preparation import HeldBack, what_holds_back_inviting
from tests import cast

LOTTE, KARIM = (1, "Lotte"), (2, "Karim")
FEAR = HeldBack("Vraag Lotte alleen: is er iemand bij wie jij of je kind bang is?", 1, "0.2")
MESSAGES = HeldBack("Vraag Lotte: kan iemand anders jouw berichten lezen?", 1, "0.3")
PARENTS = HeldBack("Vraag of alle ouders met gezag hiervan weten.", None, "informed")


@pytest.mark.parametrize(
    ("adults", "fear", "messages", "informed", "held"),
    [
        pytest.param([LOTTE], {1}, {1}, True, [], id="everything was asked"),
        pytest.param([LOTTE], set(), {1}, True, [FEAR], id="0.2 has no answer"),
        pytest.param([LOTTE], {1}, set(), True, [MESSAGES], id="0.3 has no answer"),
        pytest.param([LOTTE], {1}, {1}, False, [PARENTS], id="a parent with authority may not know"),
        pytest.param([LOTTE], set(), set(), False, [FEAR, MESSAGES, PARENTS], id="nothing was asked"),
        pytest.param([LOTTE, KARIM], {2}, {1, 2}, True, [FEAR], id="each adult answers for themselves"),
        pytest.param(
            [], set(), set(), True, [HeldBack("Zet eerst een ouder of verzorger in het midden.")], id="nobody to ask"
        ),
    ],
)
def test_what_holds_back_inviting_is_said_in_one_sentence_each(adults, fear, messages, informed, held):
    assert what_holds_back_inviting(adults, asked_fear=fear, asked_messages=messages, informed=informed) == held


@pytest.fixture
def family(db, now):
    return cast.family(now)


def test_no_is_an_answer_to_who_is_feared(family, now):
    preparation.tell_fear(family.lotte, "no", now=now)
    assert preparation.asked_fear([family.lotte]) == {family.lotte.id}
    assert preparation.note_of(family.lotte).words == ""


def test_a_new_answer_takes_the_place_of_the_old_one(family, now):
    preparation.tell_fear(family.lotte, "yes", "Voor Karim, als hij drinkt.", "phone", now=now)
    lotte = circle.person_in(family.circle, family.lotte.id)
    preparation.tell_fear(lotte, "no", now=now)
    assert [note.words for note in preparation.SafetyNote.select()] == [""]


@pytest.mark.parametrize(
    ("afraid", "words", "refusal"),
    [
        pytest.param(None, "", refusals.NoAnswerYet, id="neither yes nor no"),
        pytest.param("yes", "  ", refusals.AfraidOfWhom, id="yes without a word"),
        pytest.param("no", "Voor Karim", refusals.NoButWords, id="no, but words"),
    ],
)
def test_an_unclear_answer_about_fear_is_asked_again_and_not_kept(family, now, afraid, words, refusal):
    with pytest.raises(refusal):
        preparation.tell_fear(family.lotte, afraid, words, now=now)
    assert preparation.note_of(family.lotte) is None


def test_whoever_has_a_contact_ban_keeps_counting_but_sees_only_their_own_shifts(family, now):
    preparation.tell_fear(family.lotte, "yes", "Voor Karim.", "apart", family.karim, now=now)
    karim = circle.person_in(family.circle, family.karim.id)
    assert (karim.visibility, karim.ring) == ("own_tasks_only", 1)
    assert preparation.note_of(family.lotte).joins == "apart"


def test_who_reads_the_messages_decides_how_somebody_is_written_to(family, now):
    preparation.tell_who_reads(family.lotte, "discreet", now=now)
    assert circle.person_in(family.circle, family.lotte.id).notify == "discreet"
    assert preparation.asked_messages([family.lotte, family.noor]) == {family.lotte.id}


def test_a_topic_is_shown_only_while_its_owner_lets_others_read_it(family, now):
    kept = preparation.set_off_limits(family.lotte, "De schulden", now=now)
    shown = preparation.set_off_limits(family.lotte, "De scheiding", True, now=now)
    assert preparation.shown_topics(family.circle) == [shown]
    preparation.let_show(family.lotte, kept.id, True)
    assert preparation.shown_topics(family.circle) == [kept, shown]


def test_only_the_owner_changes_what_is_off_limits(family, now):
    topic = preparation.set_off_limits(family.lotte, "De schulden", now=now)
    preparation.let_show(family.wendy, topic.id, True)
    preparation.may_be_talked_about(family.wendy, topic.id)
    assert [(t.topic, t.may_show) for t in preparation.topics_of(family.lotte)] == [("De schulden", False)]


def test_a_child_chooses_an_adult_to_sit_beside_them(family):
    child = preparation.choose_supporter(family.noor, family.wendy)
    assert child.supporter_id == family.wendy.id
    with pytest.raises(refusals.NotAChild):
        preparation.choose_supporter(child, family.jesse)


def test_that_the_parents_know_can_be_taken_back(family, now):
    preparation.parents_know(family.circle, now=now)
    preparation.parents_know(family.circle, now=now)
    assert preparation.informed_in([family.circle]) == {family.circle.id}
    preparation.parents_do_not_know_yet(family.circle)
    assert preparation.informed_in([family.circle]) == set()


def test_a_stale_answer_is_refused(family, now):
    circle.change_person(family.lotte, relation="moeder")
    with pytest.raises(refusals.ChangedMeanwhile):
        preparation.tell_who_reads(family.lotte, "none", seen=family.lotte.version, now=now)
