"""The plan on a member's phone: which version they see, who answered, and their own «Doe je mee?»."""

from wtforms import HiddenField, RadioField, SelectChoice

from netwerkberaad.domain.after import anyway
from netwerkberaad.domain.agreeing import signing
from netwerkberaad.domain.agreeing.plan_picture import picture_of
from netwerkberaad.domain.agreeing.plan_sheet import own_lines, sheet_of
from netwerkberaad.domain.agreeing.signers import signatures_of, signers
from netwerkberaad.web import clock
from netwerkberaad.web.after import phone
from netwerkberaad.web.forms import Form, line, words

LAST = object()


class SignForm(Form):
    """seen: the number of the version that was read; strokes: what was drawn, as JSON, when there is
    script; sticker: only a child is asked for one."""

    seen = HiddenField()
    strokes = HiddenField()
    choice = RadioField(
        "Doe je mee?",
        choices=[SelectChoice(*choice) for choice in signing.CHOICES.items()],
        validate_choice=False,
    )
    remark = words("Ja, maar … wat wil je erbij zeggen?", most=300)
    name = line("Typ je naam", most=60)
    sticker = RadioField(
        "Of kies een plaatje",
        choices=[SelectChoice(*sticker) for sticker in signing.STICKERS.items()],
        validate_choice=False,
    )


def shown(person, wanted, form):
    """What the page needs: the version with the number `wanted` (LAST: what was read last), else the one that
    waits for this person's answer, else the plan that is closed, else what was read last. `mine`: their place
    under the last one; `form`: an answer that was refused."""
    versions = signing.versions_of(person.circle_id)
    closings = signing.closings_of(person.circle_id)
    if not versions:
        return {"version": None, "versions": [], "form": None}
    picture, signatures = picture_of(person.circle, today=clock.today()), signatures_of(person.circle_id)
    last = versions[-1]
    mine = next((place for place in _places(picture, versions, signatures) if place.person == person.id), None)
    asks = mine if mine and mine.answer is None else None
    usual = last if asks else next((v for v in reversed(versions) if v.id in closings), last)
    version = last if wanted is LAST else next((v for v in versions if str(v.number) == wanted), usual)
    if form and form.status == 409:
        form.seen.data = last.number
    places = _places(picture, [v for v in versions if v.number <= version.number], signatures)
    signed = {place.person for place in places if place.answer and place.answer.choice != "not_now"}
    return {
        "version": version,
        "versions": versions,
        "sheet": sheet_of(version.content, signed=signed) if version.is_intact else None,
        "places": places,
        "closed_at": closings.get(version.id),
        "provisional_at": phone.plan_here().provisional_at,
        "mine": mine,
        "asks": asks if version == last else None,
        "is_more": bool(asks) and anyway.signing_is_more(person, now=clock.now()),
        "own": own_lines(version.content, person.id) if version.is_intact else [],
        "form": form or SignForm(formdata=None, seen=last.number),
        "refused": form,
        "choices": signing.CHOICES,
        "drawing": signing.drawing_of,
    }


def _places(picture, versions, signatures):
    return signers(picture, versions, signatures) if versions[-1].is_intact else []
