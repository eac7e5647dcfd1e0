"""What the pages about the circle ask of the database does not grow with the people in it."""

import pytest

from netwerkberaad.database import db
from netwerkberaad.domain import circle
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.discovering import naming


@pytest.fixture
def at(family):
    return lambda path: f"/kring/{family.circle.id}/{path}"


def queries(run):
    asked, execute = [], db.obj.execute_sql

    def counting(sql, *args, **kwargs):
        asked.append(sql)
        return execute(sql, *args, **kwargs)

    db.obj.execute_sql = counting
    try:
        run()
    finally:
        db.obj.execute_sql = execute
    return asked


@pytest.mark.parametrize(
    "path", ["onze-kring/2.1", "onze-kring/2.7", "onze-kring/2.8", "onze-kring/2.11", "kaart", "mensen/5"]
)
def test_a_page_asks_as_much_for_one_person_as_for_thirty(marije, family, at, now, path):
    few = queries(lambda: marije.get(at(path)))
    for number in range(24):
        naming.name_people(family.circle, f"Nieuw {number}", question="2.2", now=now)
    circle.Circle.update(inviting_ring=4).execute()
    many = queries(lambda: marije.get(at(path)))
    assert len(many) == len(few)


def test_a_name_asks_as_much_in_a_circle_of_one_as_of_thirty(marije, family, at, now):
    page = marije.get(at("onze-kring/2.1"))
    token = page.select_one("#vraag [name=csrf_token]")["value"]

    def typed(name):
        data, headers = {"name": name, "once": name, "csrf_token": token}, {"HX-Request": "true"}
        return lambda: marije.client.post(at("onze-kring/2.1"), data=data, headers=headers)

    few = queries(typed("Een"))
    for number in range(24):
        naming.name_people(family.circle, f"Nieuw {number}", question="2.2", now=now)
    assert len(queries(typed("Dertig"))) == len(few)
    assert Person.get(Person.name == "Dertig").place
