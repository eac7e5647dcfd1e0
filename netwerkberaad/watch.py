"""The watch of one process: tells its open streams that a circle has changed, whichever process changed it.

SQLite has no way to call us, so one thread looks at the file's own counter (PRAGMA data_version, some microseconds)
every 10 ms, and at once after a commit of this process. It only runs while somebody listens. For PostgreSQL this
file is the only one that changes: `_follow` becomes LISTEN, and the triggers of domain/changes.py add a NOTIFY."""

import queue
import sqlite3
import threading
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from netwerkberaad import database

EVERY = 0.01


class _Followed:
    """One circle that somebody in this process listens to. number: None until it was read; ears: a queue for each
    listener, so that fifty who are woken at once do not wait for each other."""

    def __init__(self):
        self.number, self.ears = None, set()


class Watch:
    """The numbers of the circles that somebody in this process listens to."""

    def __init__(self):
        self._lock = threading.Lock()
        self._poked = threading.Event()
        self._followed = {}
        self._looking = None

    @contextmanager
    def listening(self, circle):
        """While inside, the number of this circle (its id) is followed. Yields `next_number(seen, seconds)`: waits
        until the number is higher than `seen` or the seconds have gone by, and returns the highest that is known."""
        place = database.db.database, circle  # circle 7 of another file is another circle
        ear = queue.SimpleQueue()
        with self._lock:
            followed = self._followed.setdefault(place, _Followed())
            followed.ears.add(ear)
            if self._looking is None or not self._looking.is_alive():  # after a fork it is another's
                self._looking = threading.Thread(target=self._look, name="watch", daemon=True)
                self._looking.start()
        self.poke()

        def next_number(seen, seconds):
            end = time.monotonic() + seconds
            while (followed.number or 0) <= seen and (left := end - time.monotonic()) > 0:
                with suppress(queue.Empty):
                    ear.get(timeout=left)
            return max(seen, followed.number or 0)

        try:
            yield next_number
        finally:
            with self._lock:
                followed.ears.remove(ear)
                if not followed.ears:
                    del self._followed[place]

    def poke(self):
        """Something was committed here: look now."""
        self._poked.set()

    def _look(self):
        """Until nobody listens any more. A database that cannot be read now is tried again."""
        while self._heard():
            try:
                self._follow(database.db.database)
            except sqlite3.Error:
                time.sleep(1)

    def _follow(self, path):
        """Looks at this file, as long as it is the one that the house works with."""
        address = f"{Path(path).absolute().as_uri()}?mode=rw"
        with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as looking:
            seen = None
            while path == database.db.database and (heard := self._heard()):
                present = looking.execute("PRAGMA data_version").fetchone()
                if present != seen or None in heard.values():
                    seen = present
                    self._tell(path, _numbers(looking, [circle for where, circle in heard if where == path]))
                self._poked.wait(EVERY)
                self._poked.clear()

    def _heard(self):
        """What is listened to, with the numbers that are known. When that is nothing, this was the last look."""
        with self._lock:
            if not self._followed:
                self._looking = None
            return {place: followed.number for place, followed in self._followed.items()}

    def _tell(self, path, numbers):
        """Wakes who listens to a circle of which the number went up."""
        with self._lock:
            for circle, number in numbers.items():
                followed = self._followed.get((path, circle))
                if followed and (followed.number is None or number > followed.number):
                    followed.number = number
                    for ear in followed.ears:
                        ear.put(number)


def _numbers(looking, circles):
    marks = ", ".join("?" * len(circles))
    rows = looking.execute(f"SELECT circle_id, number FROM change WHERE circle_id IN ({marks})", circles)
    return dict.fromkeys(circles, 0) | dict(rows)


watch = Watch()
database.after_commit.append(watch.poke)
