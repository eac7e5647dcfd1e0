"""Who may be asked for what: what people offered, and what keeps them from it, read once for a circle."""

from netwerkberaad.domain.evening import offers
from netwerkberaad.domain.proposing import reading
from netwerkberaad.domain.proposing.question import Moment
from netwerkberaad.domain.taking_part.carrying import Boundary, Carrying
from netwerkberaad.domain.week import day_parts, roster
from netwerkberaad.domain.week.carrying_load import OR_MORE

LIGHT = 120  # minutes: what somebody of 12 to 17 can be asked for, by day


class Willing:
    """Who offered help, and what each of them may be asked for.

    Whoever offered something may be asked for anything that is open: it stays a question. Whoever only does something
    already is asked for that same task, whoever only counts for a floor for its turns. «Nu even niet», said last, is an
    answer: then nobody asks. Whoever only offered «alleen …» is asked for that and nothing else. What somebody would
    rather not do leaves them out; where no word of it is understood, they are asked for what they offered themselves
    and nothing else.

    resting: the ids of who said not long ago that it is too much: nobody asks them for more."""

    def __init__(self, circle, people, shifts, said, rules, resting=frozenset()):
        self.rules, self.people, self.offered, not_now = rules, people, {}, set()
        self.names = frozenset(word for one in people.values() for word in reading.words_of(one.name))
        at_home = [one for one in people.values() if one.ring == 0 and not one.is_adult]
        self.kids = frozenset(word for one in at_home for word in reading.words_of(one.name))
        for offer in offers.offers_of(circle):
            if offer.kind == "can":
                self.offered.setdefault(offer.person_id, []).append(offer.what)
                not_now.discard(offer.person_id)
            else:
                not_now.add(offer.person_id)
        self.does = {}
        for shift in roster.going_on(shifts):
            if roster.state_of(shift, said) == "accepted":
                self.does.setdefault(shift.person_id, set()).add(shift.task_id)
        counting = {who for rule in rules for who in rule.trusted}
        known = set(self.offered) | set(self.does) | counting
        self.who = tuple(
            one.id for one in people.values() if may_be_asked(one) and self._is_known(one.id, known, not_now | resting)
        )
        self.carries = {row.person_id: row for row in Carrying.select().where(Carrying.person.in_(self.who))}
        self.boundaries = {}
        standing = (Boundary.circle == circle, Boundary.taken_back_at.is_null())
        for who, what in Boundary.select(Boundary.person, Boundary.what).where(*standing).tuples():
            self.boundaries.setdefault(who, []).append(what)

    def most(self, who):
        most = self.carries[who].max_per_week if who in self.carries else None
        return None if most == OR_MORE else most

    def not_alone(self, tag):
        """Who may do this kind of task only with a companion."""
        floors = (rule for rule in self.rules if rule.kind == "companion" and rule.tag == tag)
        return frozenset(rule.person for rule in floors if rule.person in self.people)

    def moment(self, task, day, starts, *, minutes, companion=None, stand_in=None, **fields):
        pieces = day_parts.touched(day, starts, minutes)
        rules = [rule for rule in self.rules if rule.tag == task.tag and str(day) in rule.days]
        never = {rule.person for rule in rules if rule.kind == "never_task"} | {stand_in}
        counted = {who for rule in rules if rule.kind == "coverage" for who in rule.trusted}
        covers = any(rule.kind == "coverage" for rule in rules)
        free = [who for who in self.who if who not in never and not pieces & self._cannot(who)]
        likes = {who for who in free if self._likes(who, task.what, day, pieces)}
        kept = {who: self._kept_from(who, task, pieces) for who in free}
        asked = {who for who in free if self._is_asked(who, task, counted) and self._has_room(who, task, day, pieces)}
        may = {who for who in asked if kept[who] != reading.ALWAYS and (kept[who] is not None or who in likes)}
        light = not covers and minutes <= LIGHT and not any(piece[1] == "a" for piece in pieces)
        hour, minute = map(int, starts.split(":"))
        able = {who for who in may if self.people[who].is_adult or (light and who in likes)}
        able -= set() if companion else {who for who in able if kept[who] == reading.ONLY_ALONE}
        not_alone = self.not_alone(task.tag)
        able -= not_alone if companion and not self._is_adult(companion) else set()
        return Moment(
            task=task.id,
            tag=task.tag,
            day=day,
            starts=hour * 60 + minute,
            minutes=minutes,
            companion=companion,
            able=frozenset(able),
            likes=frozenset(likes & able),
            not_alone=not_alone,
            beside=frozenset(who for who in may if self.people[who].is_adult) - not_alone,
            **fields,
        )

    def _is_known(self, who, known, resting):
        return who in known and who not in resting

    def _is_asked(self, who, task, counted):
        return who in self.offered or task.id in self.does.get(who, ()) or who in counted

    def _has_room(self, who, task, day, pieces):
        """Whether what they offered leaves room to ask for this; not when all of it is «alleen» something else."""
        said = {"pieces": pieces, "names": self.names, "kids": self.kids}
        offered = self.offered.get(who, ())
        doing = not offered or task.id in self.does.get(who, ())
        return doing or any(reading.leaves_room(offer, task.what, day, **said) for offer in offered)

    def _is_adult(self, who):
        return who in self.people and self.people[who].is_adult

    def _cannot(self, who):
        return frozenset(self.carries[who].cannot.split()) if who in self.carries else frozenset()

    def _likes(self, who, what, day, pieces):
        said = {"pieces": pieces, "names": self.names, "kids": self.kids}
        return any(reading.offers_this(offer, what, day, **said) for offer in self.offered.get(who, ()))

    def _kept_from(self, who, task, pieces):
        """The strictest of what this person would rather not do, beside this task; None: not understood. What an offer
        says not to do counts as well, where it is understood."""
        said = {"pieces": pieces, "names": self.names, "kids": self.kids}
        found = [reading.keeps_from(words, task.what, task.tag, **said) for words in self.boundaries.get(who, ())]
        not_offered = (words for offer in self.offered.get(who, ()) for words in reading.not_offered(offer))
        found += [reading.keeps_from(words, task.what, task.tag, **said) or "" for words in not_offered]
        strict = (reading.ALWAYS, None, reading.ONLY_ALONE)
        return next((kind for kind in strict if kind in found), "")


class Anybody(Willing):
    """Who may be asked to stand in for one date: everybody in the circle, whether they offered something or not. What
    they would rather not do, when they cannot, «Nu even niet», «alleen» something else and what was agreed keep them
    from it all the same."""

    def _is_known(self, who, known, resting):
        return who not in resting

    def _is_asked(self, who, task, counted):
        return True


def may_be_asked(person):
    """Whom the program may ask at all: not the family in the middle, children under 12, professionals, nor whoever sees
    only their own tasks or was only suggested."""
    at_home = person.household or person.ring == 0
    return not (at_home or person.is_child or person.is_professional) and (
        person.visibility == "circle" and person.status != "suggested"
    )
