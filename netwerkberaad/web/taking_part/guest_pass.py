"""The pass of a phone at the table: shown at the table's own addresses and where one joins, and nowhere else."""

from netwerkberaad.domain.taking_part import joining
from netwerkberaad.web import passes
from netwerkberaad.web.doors import GUEST_PASS

PATHS = ("/avond", "/meedoen")
AN_EVENING = 16 * 60


def hand_out(response, guest):
    """This phone comes back as this guest, also after it was locked or the browser was closed, until the evening is
    over."""
    for path in PATHS:
        passes.hand_out(response, GUEST_PASS, guest.id, path=path, minutes=AN_EVENING, keep=True)
    return response


def take_back(response):
    for path in PATHS:
        passes.take_back(response, GUEST_PASS, path=path)
    return response


def number():
    """The number of the guest whose pass this browser shows here, also once the evening is over; or None."""
    return passes.shown(GUEST_PASS)


def guest():
    """The guest whose pass this browser shows here, or None."""
    return joining.guest_with(number())
