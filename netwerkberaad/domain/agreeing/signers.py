"""Who still has to answer what was read back: at the table one by one, at home by link, nobody skipped in silence."""

from dataclasses import dataclass

from netwerkberaad.domain.agreeing.plan_changes import changed_for
from netwerkberaad.domain.agreeing.plan_text import carriers, own_part
from netwerkberaad.domain.agreeing.signing import PlanVersion, Signature

HERE, GONE_HOME, ELSEWHERE = "here", "gone_home", "elsewhere"


@dataclass(frozen=True)
class Signer:
    """One place under the sheet. where: here, gone_home or elsewhere; answer: the Signature that stands, if any.

    changed: why an earlier answer no longer covers this text, in sentences; child: under 12, may sign, never has to."""

    person: int
    name: str
    where: str
    answer: Signature | None = None
    changed: tuple = ()
    child: bool = False

    @property
    def must_answer_now(self):
        return self.where == HERE and self.answer is None and not self.child


def signatures_of(circle):
    """Every answer ever given in this circle, the oldest first."""
    return list(
        Signature.select(Signature, PlanVersion.id, PlanVersion.number)
        .join(PlanVersion)
        .where(PlanVersion.circle == circle)
        .order_by(Signature.id)
    )


def signers(picture, versions, signatures):
    """The places under the last of these versions, in order of joining: who is here, who went home, who carries
    something and was not here. An answer to an earlier version still stands for whoever's own part is the same."""
    contents = {version.id: version.content for version in versions if version.is_intact}
    now = versions[-1]
    content = contents[now.id]
    given = {}
    for signature in signatures:
        given.setdefault(signature.person_id, []).append(signature)
    places = []
    for number in sorted(picture.present | picture.left | carriers(content)):
        somebody = picture.people.get(number)
        if somebody is None or somebody.is_professional:
            continue
        answer, last = _standing(number, content, now.id, contents, given.get(number, []))
        changed = changed_for(contents[last.plan_version_id], content, number) if last and not answer else ()
        where = HERE if number in picture.present else GONE_HOME if number in picture.left else ELSEWHERE
        places.append(Signer(number, somebody.name, where, answer, tuple(changed), somebody.is_child))
    return places


def _standing(person, content, now, contents, given):
    """(the answer that stands for this text or None, the last answer this person gave that can be read)."""
    last = next((signature for signature in reversed(given) if signature.plan_version_id in contents), None)
    if last is None or last.plan_version_id == now:
        return last, last
    mine = own_part(content, person)
    same = mine == own_part(contents[last.plan_version_id], person)
    freed = last.choice == "not_now" and not mine
    return (last, last) if same or freed else (None, last)
