"""What must always hold: floors, whose turns count for them, and what their setters allowed."""

from peewee import BooleanField, CharField, DateField, ForeignKeyField, IntegerField, Model
from peewee import DateTimeField as Moment
from peewee import TextField as Words

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

    class FloorRequirement(Model):
        circle = ForeignKeyField(Circle)
        kind = CharField()
        set_by = ForeignKeyField(Person)
        organisation = Words()
        reason = Words()
        words = Words()
        tag = CharField(default="")
        days = CharField(default="0123456")
        min_per_day = IntegerField(default=1)
        min_people = IntegerField(default=1)
        max_share = IntegerField(default=100)
        person = ForeignKeyField(Person, null=True)
        count_professionals = BooleanField(default=False)
        first_day = DateField(null=True)
        last_day = DateField(null=True)
        set_at = Moment()
        ended_at = Moment(null=True)
        why_ended = Words(default="")
        version = IntegerField(default=1)

        class Meta:
            database = db
            table_name = "floor_requirement"

    class Trusted(Model):
        floor = ForeignKeyField(FloorRequirement)
        person = ForeignKeyField(Person)
        family_at = Moment(null=True)
        setter_at = Moment(null=True)

        class Meta:
            database = db
            table_name = "trusted"
            indexes = ((("floor", "person"), True),)

    class FloorAllowed(Model):
        floor = ForeignKeyField(FloorRequirement)
        reason = Words()
        covers = CharField()
        at = Moment()

        class Meta:
            database = db
            table_name = "floor_allowed"

    db.create_tables([FloorRequirement, Trusted, FloorAllowed])
    changes.publish(db)


def down(migrator, db):
    for table in ("floor_allowed", "trusted", "floor_requirement"):
        migrator.migrate(migrator.drop_table(table))
