"""What is told about single dates: who cannot, who takes over, how it went, and whether helping still goes well.

Plain CREATE TABLE: no other table is built again, so the triggers of what is published stay as they are."""

from peewee import BooleanField, CharField, DateField, ForeignKeyField, Model
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

    class RegularShift(Model):
        class Meta:
            database = db
            table_name = "regular_shift"

    class Cancellation(Model):
        circle = ForeignKeyField(Circle)
        shift = ForeignKeyField(RegularShift)
        day = DateField()
        part = CharField()
        promise = CharField()
        person = ForeignKeyField(Person)
        reason = Words(default="")
        how = CharField(default="own")
        at = Moment()
        taken_over_by = ForeignKeyField(Person, null=True)
        taken_over_at = Moment(null=True)
        via = CharField(default="")
        lapsed_at = Moment(null=True)
        taken_back_at = Moment(null=True)

        class Meta:
            database = db
            table_name = "cancellation"

    class Declined(Model):
        cancellation = ForeignKeyField(Cancellation)
        person = ForeignKeyField(Person)
        at = Moment()

        class Meta:
            database = db
            table_name = "declined"
            indexes = ((("cancellation", "person"), True),)

    class Done(Model):
        circle = ForeignKeyField(Circle)
        shift = ForeignKeyField(RegularShift)
        day = DateField()
        went = CharField()
        person = ForeignKeyField(Person)
        companion = ForeignKeyField(Person, null=True)
        told_by = ForeignKeyField(Person)
        at = Moment()

        class Meta:
            database = db
            table_name = "done"
            indexes = ((("shift", "day"), True),)

    class StillGoing(Model):
        person = ForeignKeyField(Person)
        answer = CharField()
        shared = BooleanField(default=False)
        at = Moment()

        class Meta:
            database = db
            table_name = "still_going"

    db.create_tables([Cancellation, Declined, Done, StillGoing])
    changes.publish(db)


def down(migrator, db):
    for table in ("still_going", "done", "declined", "cancellation"):
        migrator.migrate(migrator.drop_table(table))
