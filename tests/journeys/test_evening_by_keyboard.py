"""The same evening with nothing but the keyboard, and the focus always there to be seen."""

from tests.journeys.conftest import ON_A_PHONE
from tests.journeys.evening import Evening, on_omas_phone, up_to_the_signatures
from tests.journeys.hands import Keying


def test_a_new_family_comes_from_a_blank_table_to_a_signed_plan_by_keys_alone(server, open_browser):
    evening = Evening(server, open_browser(), Keying)
    up_to_the_signatures(evening)
    evening.read_it_aloud()
    for name in ("Sanne", "Oma Trees"):
        evening.sign(name)
    evening.sign("Fatima", "Ja, maar …", "Niet in het weekend")
    evening.sign("Joris")
    evening.close_the_plan()
    on_omas_phone(evening, open_browser(**ON_A_PHONE))
