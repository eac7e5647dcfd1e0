"""The watch: a listener hears of every commit, of this process or another, never before it is true, never too late."""

import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing

import pytest

from netwerkberaad import database
from netwerkberaad import watch as watching
from netwerkberaad.database import one_go
from netwerkberaad.domain import changes
from netwerkberaad.domain.circle import Person
from netwerkberaad.watch import Watch
from tests import cast
from tests.real_server import until

LONG = 20  # seconds that no test waits, unless something is lost
ELSEWHERE = """
import sqlite3, sys, time
path, person, times = sys.argv[1:]
con = sqlite3.connect(path, timeout=15)
for number in range(int(times)):
    with con:
        con.execute("UPDATE person SET relation = ? WHERE id = ?", (f"elders {number}", person))
    print(time.monotonic())
"""


@pytest.fixture
def ours(db, now):
    return cast.family(now)


@pytest.fixture
def watch(monkeypatch):
    fresh = Watch()
    monkeypatch.setattr(database, "after_commit", [fresh.poke])
    yield fresh
    fresh.poke()
    until(lambda: fresh._looking is None, "the watch goes on while nobody listens")


def commit(person, words):
    with one_go():
        Person.update(relation=words).where(Person.id == person.id).execute()


def elsewhere(person, times=1):
    """A second process that commits so often."""
    told = [sys.executable, "-c", ELSEWHERE, database.db.database, str(person.id), str(times)]
    return subprocess.Popen(told, stdout=subprocess.PIPE, text=True)


def in_a_thread(act):
    """Runs in a thread with its own connection, closed at the end. Its outcome is in the list that comes back."""
    outcome = []

    def run():
        try:
            outcome.append(act())
        finally:
            database.db.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread, outcome


def test_a_commit_of_this_process_is_heard_without_looking_round(ours, watch, monkeypatch):
    monkeypatch.setattr(watching, "EVERY", 60)
    seen = changes.number_of(ours.circle)
    with watch.listening(ours.circle.id) as next_number:
        until(lambda: None not in watch._heard().values())
        listener, heard = in_a_thread(lambda: next_number(seen, LONG))
        begun = time.monotonic()
        commit(ours.wendy, "buurvrouw")
        listener.join()
    assert heard == [changes.number_of(ours.circle)] == [seen + 1]
    assert time.monotonic() - begun < LONG / 4


def test_a_commit_of_another_process_is_heard_soon(ours, watch):
    seen = changes.number_of(ours.circle)
    with watch.listening(ours.circle.id) as next_number:
        other = elsewhere(ours.wendy)
        assert next_number(seen, LONG) == seen + 1
        heard = time.monotonic()
        told, _ = other.communicate()
    assert heard - float(told) < 1


def test_whoever_comes_late_hears_what_was_missed(ours, watch):
    seen = changes.number_of(ours.circle)
    commit(ours.wendy, "buurvrouw")
    with watch.listening(ours.circle.id) as next_number:
        assert next_number(seen, LONG) == seen + 1
    with watch.listening(ours.circle.id) as next_number:
        assert next_number(seen, LONG) == seen + 1


def test_a_second_listener_hears_it_at_once_too(ours, watch):
    seen = changes.number_of(ours.circle)
    commit(ours.wendy, "buurvrouw")
    with watch.listening(ours.circle.id) as first, watch.listening(ours.circle.id) as second:
        assert first(seen, LONG) == second(seen, LONG) == seen + 1
        assert second(seen + 1, 0) == seen + 1


def test_what_was_rolled_back_is_never_heard(ours, watch):
    seen = changes.number_of(ours.circle)

    def begin_and_fail():
        with one_go():
            commit(ours.wendy, "toch niet")
            watch.poke()
            assert next_number(seen, 0.1) == seen
            raise ZeroDivisionError

    with watch.listening(ours.circle.id) as next_number:
        with pytest.raises(ZeroDivisionError):
            begin_and_fail()
        assert next_number(seen, 0.1) == seen


def test_nobody_is_told_before_the_outermost_commit(ours, monkeypatch):
    told = []
    monkeypatch.setattr(database, "after_commit", [lambda: told.append(database.db.in_transaction())])
    with one_go():
        commit(ours.wendy, "buurvrouw")
        assert told == []
    assert told == [False]


def test_another_family_s_change_wakes_nobody_here(ours, now, watch):
    theirs = cast.strangers(now, ours.team)
    seen = changes.number_of(ours.circle)
    with watch.listening(ours.circle.id) as next_number:
        commit(theirs.wendy, "buurvrouw")
        assert next_number(seen, 0.1) == seen


def test_every_commit_is_heard_in_order_true_and_none_is_lost(ours, watch):
    """A hundred from four threads and twenty-five from another process, and three who listen."""
    seen = changes.number_of(ours.circle)
    last = seen + 125

    def listen():
        numbers = [seen]
        with watch.listening(ours.circle.id) as next_number:
            while numbers[-1] < last:
                number = next_number(numbers[-1], LONG)
                assert number > numbers[-1], "somebody waited in vain"
                assert changes.number_of(ours.circle) >= number, "told before it was true"
                numbers.append(number)
        return numbers

    listeners = [in_a_thread(listen) for _ in range(3)]
    other = elsewhere(ours.wendy, times=25)
    people = (ours.wendy, ours.karim, ours.jesse, ours.tjeerd)
    writers = [in_a_thread(lambda p=person: [commit(p, f"keer {n}") for n in range(25)]) for person in people]
    for thread, _ in (*writers, *listeners):
        thread.join()
    other.communicate()
    assert [numbers[-1] for _, (numbers,) in listeners] == [last] * 3


def test_it_looks_only_while_somebody_listens(ours, watch):
    assert watch._looking is None
    with watch.listening(ours.circle.id):
        looking = watch._looking
        assert looking.is_alive()
    looking.join(LONG)
    assert not looking.is_alive()


def test_copied_into_another_process_it_looks_for_itself(ours, watch):
    watch._looking = threading.Thread()  # what is left of it after a fork: a thread that runs elsewhere
    seen = changes.number_of(ours.circle)
    commit(ours.wendy, "buurvrouw")
    with watch.listening(ours.circle.id) as next_number:
        assert next_number(seen, LONG) == seen + 1


def test_on_another_file_the_same_circle_is_another_one(ours, watch, tmp_path, empty_database, now):
    with watch.listening(ours.circle.id) as of_the_first:
        high = of_the_first(0, LONG)
        (tmp_path / "other.db").write_bytes(empty_database.read_bytes())
        database.open_database(f"sqlite:///{tmp_path / 'other.db'}")
        other = cast.family(now)
        Person.update(relation="").where(Person.circle == other.circle).execute()
        database.db.execute_sql("UPDATE change SET number = 3")
        assert other.circle.id == ours.circle.id
        with watch.listening(other.circle.id) as next_number:
            assert next_number(0, LONG) == 3 < high
    database.shut()


def test_a_database_that_cannot_be_read_for_a_moment_is_read_later(ours, watch, monkeypatch):
    tries, follow = [], watch._follow

    def stumble(path):
        tries.append(path)
        if len(tries) == 1:
            raise sqlite3.OperationalError("disk I/O error")
        follow(path)

    monkeypatch.setattr(watch, "_follow", stumble)
    monkeypatch.setattr(watching.time, "sleep", lambda seconds: None)
    with watch.listening(ours.circle.id) as next_number:
        assert next_number(0, LONG) == changes.number_of(ours.circle)
    assert len(tries) == 2


def test_it_keeps_nobody_from_writing(ours, watch):
    """It reads outside a transaction: the log can be folded back into the file while it looks."""
    with watch.listening(ours.circle.id) as next_number:
        next_number(0, LONG)
        commit(ours.wendy, "buurvrouw")
        database.shut()
        with closing(sqlite3.connect(database.db.database)) as other:
            busy, _, _ = other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert busy == 0
