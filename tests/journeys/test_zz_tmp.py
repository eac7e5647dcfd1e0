import os
from tests.journeys.conftest import ON_A_PHONE
from tests.journeys.evening import Evening, on_omas_phone, up_to_the_signatures
from tests.journeys.hands import Dragging

SIZE = os.environ.get("SHOTS", "1280x800")


def test_shots(server, open_browser):
    w, h = map(int, SIZE.split("x"))
    os.makedirs(f"/tmp/shots/{SIZE}", exist_ok=True)
    n = iter(range(1000))
    evening = Evening(server, open_browser(viewport={"width": w, "height": h}), Dragging)
    evening.look = lambda page: page.screenshot(path=f"/tmp/shots/{SIZE}/{next(n):03}.png")
    up_to_the_signatures(evening)
    evening.read_it_aloud()
    for name in ("Sanne", "Oma Trees", "Fatima"):
        evening.sign(name)
    evening.sign("Joris", "Ja, maar …", "Niet in de vakantie")
    evening.close_the_plan()
    on_omas_phone(evening, open_browser(**ON_A_PHONE))
