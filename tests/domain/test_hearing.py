"""What a typed name tells by itself."""

import pytest

from netwerkberaad.domain.discovering import hearing, naming
from tests import cast


@pytest.mark.parametrize(
    ("typed", "name", "relation", "group"),
    [
        ("oma Riet", "Oma Riet", "oma", "F"),
        ("Oma", "Oma", "oma", "F"),
        ("tante esra", "Tante Esra", "tante", "F"),
        ("oma truus", "Oma Truus", "oma", "F"),
        ("juf Anouk", "Juf Anouk", "juf", "K"),
        ("buurvrouw Hanneke", "Hanneke", "buurvrouw", "B"),
        ("de buurvrouw", "Buurvrouw", "buurvrouw", "B"),
        ("mijn zus Ans", "Ans", "zus", "F"),
        ("Wendy (vriendin)", "Wendy", "vriendin", "V"),
        ("Wendy (beste vriendin van Lotte)", "Wendy", "beste vriendin van Lotte", "V"),
        ("Hanneke buurvrouw", "Hanneke", "buurvrouw", "B"),
        ("Hanneke mijn buurvrouw", "Hanneke", "buurvrouw", "B"),
        ("Dennis van voetbal", "Dennis", "van voetbal", "K"),
        ("Fatima van de moskee", "Fatima", "van de moskee", "R"),
        ("Kees van hiernaast", "Kees", "van hiernaast", "B"),
        ("huisarts Bos", "Bos", "huisarts", "Z"),
        ("rik van voetbal", "Rik", "van voetbal", "K"),
        ("Olena mama van Daan", "Olena", "mama van Daan", "K"),
        ("Olena, de moeder van Daan", "Olena", "moeder van Daan", "K"),
        ("Kees broer van Lotte", "Kees", "broer van Lotte", "F"),
        ("Wendy vriendin van werk", "Wendy", "vriendin van werk", "V"),
        ("mama van Daan", "Mama van Daan", "", None),
        ("samira", "Samira", "", None),
        ("jan van der berg", "Jan van der Berg", "", None),
        ("anne-marie", "Anne-Marie", "", None),
        ("ijsbrand", "IJsbrand", "", None),
        ("McDonald", "McDonald", "", None),
        ("ნინო", "ნინო", "", None),
        ("Jan van Dijk", "Jan van Dijk", "", None),
        ("moeder van Noor", "Moeder van Noor", "", None),
        ("Wendy", "Wendy", "", None),
        ("O'Neil", "O'Neil", "", None),
        ("أحمد", "أحمد", "", None),
        ("👵", "👵", "", None),
        ("<script>alert(1)</script>", "<script>alert(1)</script>", "", None),
    ],
)
def test_the_words_tell_who_somebody_is(typed, name, relation, group):
    assert hearing.hear(typed) == (name, relation, group)


@pytest.mark.parametrize(
    ("typed", "ring"), [("Wendy", 1), ("oma Truus", 1), ("juf Anouk", 2), ("collega Ahmed", 2), ("huisarts Bos", 4)]
)
def test_a_colleague_or_teacher_with_whom_you_talk_does_not_stand_in_the_innermost_ring(db, now, typed, ring):
    (person,) = naming.name_people(cast.family(now).circle, typed, question="2.1", now=now)
    assert person.ring == ring


def test_eleven_in_a_row_look_different_and_professionals_share_the_quiet_colour(db, now):
    ours = cast.family(now).circle
    typed = ["Ans", "huisarts Bos", "Bep", "Cor", "psycholoog Li", "Dirk", "Els", "Fien", "Gijs", "Huub", "Ine"]
    people = [naming.name_people(ours, name, question="2.2", now=now)[0] for name in [*typed, "Joop", "Kees"]]
    assert {person.hue for person in people if person.ring == 4} == {12}
    around = [person.hue for person in people if person.ring != 4]
    assert sorted(around) == list(range(1, 12))
