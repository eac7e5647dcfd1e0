"""One evening of a new family, from signing in to a member's phone, in the order in which it goes."""

from tests.journeys.agreeing import Agreeing
from tests.journeys.talking import MEAL, Talking


class Evening(Talking, Agreeing):
    """The facilitator's desk, the shared screen beside it, and at last a phone at home."""


def up_to_the_signatures(evening):
    """Everything that comes before the plan is read aloud."""
    evening.sign_in()
    evening.begin_a_family()
    evening.open_the_shared_screen()
    evening.arrive_one_by_one()
    evening.agree_on_the_evening()
    evening.tell_the_story()
    evening.wish()
    evening.name_people()
    evening.put_bilal_further_away()
    evening.go_through_the_circle()
    evening.look_at_how_it_goes()
    evening.offer_help()
    evening.divide_the_week()
    evening.everybody_says_yes()
    evening.choose_who_is_there_for_whom()
    evening.agree_how_long()
    evening.think_of_plan_b()


def on_omas_phone(evening, phone):
    """Oma Trees gets her link, everybody goes home, and there she opens it."""
    address = evening.hand_out_a_link("Oma Trees")
    evening.end_the_evening()
    evening.open_on_a_phone(phone, address)
    evening.see_what_to_do_this_week("Woensdag, half zes", MEAL)
