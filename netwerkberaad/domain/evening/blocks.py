"""What still has to be said before the next step. Stopping, skipping a question and going back never are."""

from dataclasses import dataclass

from netwerkberaad.domain.evening import answers, meeting, offers
from netwerkberaad.domain.saying import together


@dataclass(frozen=True)
class Block:
    """One thing that holds back the next step: a Dutch sentence, and the question where it is mended."""

    sentence: str
    question: str


def what_holds_back(step, *, present=0, wishes=0, story_settled=False, strengths=0, concerns=0, silent=()):
    """What must be said before this step can be left for the next one.

    present, wishes, strengths, concerns: how many; story_settled: approved or «Liever niet opschrijven»;
    silent: the names of the others at the table (12 and older, never the family in the middle, nobody who comes
    for their work) with neither an offer nor «Nu even niet»."""
    holding = []
    if step == 1:
        if not present:
            holding.append(Block("Er is nog niemand aangetikt. Wie is er vanavond?", "1.1"))
        if not story_settled:
            holding.append(Block("Tik bij het verhaal op «Klopt» of «Liever niet opschrijven».", "1.4"))
        if not wishes:
            holding.append(Block("Er staat nog geen wens. Wat wensen jullie?", "1.5"))
    elif step == 3 and concerns and not strengths:
        holding.append(Block("Er staat wel een zorg, maar nog niets wat goed gaat.", "3.1"))
    elif step == 4 and silent:
        says = "zei" if len(silent) == 1 else "zeiden"
        holding.append(Block(f"{together(silent)} {says} nog niets. «Nu even niet» mag ook.", "4.3"))
    return holding


def before_leaving(circle, step):
    """What holds this circle back in this step, now."""
    evening = meeting.present_meeting(circle)
    if step == 1:
        return what_holds_back(
            1,
            present=sum(person.part != "facilitator" for person in meeting.at_the_table(evening)),
            wishes=len(answers.answers_of(circle, "wish")),
            story_settled=answers.is_settled(answers.situation_of(circle)),
        )
    if step == 3:
        strengths, concerns = (len(answers.answers_of(circle, kind)) for kind in ("strength", "concern"))
        return what_holds_back(3, strengths=strengths, concerns=concerns)
    if step == 4:
        waiting = offers.silent(meeting.at_the_table(evening), offers.offers_of(circle))
        return what_holds_back(4, silent=[person.name for person in waiting])
    return []
