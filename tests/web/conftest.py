"""Fixtures that several rooms share: a member's own phone, and a week at the table."""

from tests.web.on_phones import address, clock_says, later, link, our_plan, phone, shift  # noqa: F401
from tests.web.proposal_cast import open_week, proposal  # noqa: F401
from tests.web.week_cast import cooking, on_sunday, shifts, week  # noqa: F401
