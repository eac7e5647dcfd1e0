"""Whose browser it is: words typed on one person's page are never taken as those of the next."""

# ruff: noqa: F811 — a fixture of another file and the argument that asks for it share their name
from netwerkberaad.domain.evening import answers, meeting
from tests.web.phones_inside import phone_inside, we_are_at  # noqa: F401


def sign_of(browser, address="/avond"):
    return browser.get(address).select_one("#live")["data-whose"]


def says(browser, words, typed_as):
    form = {"words": words, "csrf_token": browser.csrf()}
    return browser.client.post("/avond/antwoord/1.3", data=form, headers={"Typed-As": typed_as})


def test_each_phone_has_its_own_sign_and_keeps_it_with_the_pen(phone_inside, family, now):
    wendy, karim = phone_inside(family.wendy), phone_inside(family.karim)
    sign = sign_of(wendy)
    assert sign == sign_of(wendy)
    assert sign != sign_of(karim)
    meeting.Meeting.update(pen=family.wendy).where(meeting.Meeting.id == family.meeting.id).execute()
    assert sign_of(wendy, f"/avond/pen/{family.circle.id}/vraag/1.1") == sign


def test_the_desk_and_the_screen_have_signs_of_their_own(marije, phone_inside, family):
    marije.post(f"/kring/{family.circle.id}/scherm", follow=False)
    signs = [sign_of(marije, f"{door}/{family.circle.id}/vraag/1.3") for door in ("/kring", "/scherm")]
    assert [sign.split(".")[0] for sign in signs] == ["staff", "screen"]


def test_words_typed_on_the_page_of_another_are_not_taken(phone_inside, family, we_are_at):
    we_are_at("1.3")
    wendy, karim = phone_inside(family.wendy), phone_inside(family.karim)
    refused = says(karim, "Ze lachen samen", typed_as=sign_of(wendy))
    assert refused.status_code == 412
    assert "Er is niets verstuurd." in refused.text
    assert "Ze lachen samen" not in refused.text
    assert answers.answers_of(family.circle, "strength") == []
    assert says(karim, "Karim belt elke dag", typed_as=sign_of(karim)).status_code == 303
    assert [one.words for one in answers.answers_of(family.circle, "strength")] == ["Karim belt elke dag"]
