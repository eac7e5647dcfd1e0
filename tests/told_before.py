"""A story with which many tests begin is told once: after that, the database it left behind is put in its place."""

import itertools
import pickle
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from shutil import rmtree
from types import SimpleNamespace

from netwerkberaad.database import Record, db, shut

_as_put_down = {}  # the path of a database: (what its file looked like, the stories that stand in it)
_directories = itertools.count()


@contextmanager
def fresh_directory(root, image):
    """A directory of one test with a database in it; gone when the test is."""
    path = root / str(next(_directories))
    path.mkdir()
    _put(path / "netwerkberaad.db", image, ())
    yield path
    _as_put_down.clear()
    rmtree(path)


def told_once(tell):
    """The story that `tell` writes down. In the same words, after the same stories and nothing else, its database is
    copied from the first time; what it returns is everybody's own copy too, and so is what it was told about."""
    before = {}

    @wraps(tell)
    def told(*args, **kwargs):
        path = Path(db.database)
        in_the_middle = db.in_transaction() or db._state.ctx  # of a transaction, or of a connection_context
        stories = None if in_the_middle else _only_told(path)
        if stories is None:
            return tell(*args, **kwargs)
        stories = (*stories, (tell.__qualname__, repr((args, kwargs))))
        if stories not in before:
            returned = tell(*args, **kwargs)
            before[stories] = db.connection().serialize(), pickle.dumps((args, returned))
            shut()
        image, kept = before[stories]
        _put(path, image, stories)
        args_then, returned = pickle.loads(kept)
        for arg, then in zip(args, args_then, strict=True):
            if isinstance(arg, SimpleNamespace | Record):
                vars(arg).update(vars(then))
        return returned

    return told


def _put(path, image, stories):
    path.write_bytes(image)
    _as_put_down[path] = _looks(path), stories


def _only_told(path):
    """The stories that stand in this database, or None when anything else was written into it."""
    if path not in _as_put_down:
        return None
    shut()  # what was written comes into the file, unless somebody else still has it open
    looks, stories = _as_put_down[path]
    is_open = path.with_name(f"{path.name}-shm").exists()
    return None if is_open or _looks(path) != looks else stories


def _looks(path):
    there = path.stat()
    return there.st_size, there.st_mtime_ns, there.st_ino
