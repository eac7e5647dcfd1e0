"""What a typed name tells by itself."""

import pytest

from netwerkberaad.domain.discovering import hearing


@pytest.mark.parametrize(
    ("typed", "name", "relation", "group"),
    [
        ("oma Riet", "Oma Riet", "oma", "F"),
        ("Oma", "Oma", "oma", "F"),
        ("tante esra", "Tante esra", "tante", "F"),
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
