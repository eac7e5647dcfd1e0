"""Who is away for a while. Plain CREATE TABLE: no other table is built again."""

from peewee import DateField, ForeignKeyField, Model
from peewee import DateTimeField as Moment

from netwerkberaad.domain import changes


def up(migrator, db):
    class Circle(Model):
        class Meta:
            database = db
            table_name = "circle"

    class Person(Model):
        class Meta:
            database = db
            table_name = "person"

    class Away(Model):
        circle = ForeignKeyField(Circle)
        person = ForeignKeyField(Person)
        first = DateField()
        last = DateField()
        at = Moment()
        taken_back_at = Moment(null=True)

        class Meta:
            database = db
            table_name = "away"

    db.create_tables([Away])
    changes.publish(db)


def down(migrator, db):
    migrator.migrate(migrator.drop_table("away"))
