"""Question 3.7 on one's own phone: whoever knows what is going on read exactly that."""

from netwerkberaad.domain.evening import answers
from tests.web.phones_inside import phone_inside, we_are_at

__all__ = ["phone_inside", "we_are_at"]


def test_nobody_knows_a_story_that_was_told_anew_before_they_read_it(phone_inside, family, we_are_at, now):
    answers.tell_situation(family.circle, "Lotte is op.", now=now)
    we_are_at("3.7")
    wendy = phone_inside(family.wendy)
    page = wendy.get("/avond")
    anew = answers.tell_situation(family.circle, "Lotte is op, en Karim ook.", now=now)
    page = wendy.submit(page, "/antwoord/3.7", 409, knows="yes")
    assert "Iemand anders heeft dit net veranderd. Kijk hieronder hoe het nu is." in page.text
    assert "Karim ook" in page.select_one("#story").text
    assert answers.who_knows(anew) == {}
    wendy.submit(page, "/antwoord/3.7", knows="yes")
    assert answers.who_knows(anew) == {family.wendy.id: ""}
