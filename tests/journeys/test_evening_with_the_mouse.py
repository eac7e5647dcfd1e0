"""A whole evening with the mouse: somebody is dragged on the map, a card and a name onto the week, a name is drawn."""

from tests.journeys.conftest import ON_A_PHONE
from tests.journeys.evening import Evening, on_omas_phone, up_to_the_signatures
from tests.journeys.hands import Dragging


def test_a_new_family_comes_from_a_blank_table_to_a_signed_plan_by_dragging(server, open_browser):
    evening = Evening(server, open_browser(), Dragging)
    up_to_the_signatures(evening)
    evening.read_it_aloud()
    for name in ("Sanne", "Oma Trees", "Fatima"):
        evening.sign(name)
    evening.sign("Joris", "Ja, maar …", "Niet in de vakantie")
    evening.close_the_plan()
    on_omas_phone(evening, open_browser(**ON_A_PHONE))
