"""Taking part: phones at the table, private time, what somebody can carry, and the number that live screens follow."""

from peewee import *
from peewee import DateTimeField as Moment
from peewee import TextField as Words

def up(migrator, db):
    class Circle(Model):
        class Meta:
            database = db
            table_name = 'circle'

    class Meeting(Model):
        class Meta:
            database = db
            table_name = 'meeting'

    class Person(Model):
        class Meta:
            database = db
            table_name = 'person'

    class Staff(Model):
        class Meta:
            database = db
            table_name = 'staff'

    class Boundary(Model):
        circle = ForeignKeyField(Circle)
        person = ForeignKeyField(Person)
        what = Words()
        how = CharField(default='own')
        said_at = Moment()
        taken_back_at = Moment(null=True)
        version = IntegerField(default=1)
        class Meta:
            database = db
            table_name = 'boundary'
    db.create_tables([Boundary])

    class Carrying(Model):
        person = ForeignKeyField(Person, unique=True)
        max_per_week = IntegerField(null=True)
        stamina = CharField(default='')
        how = CharField(default='own')
        said_at = Moment()
        class Meta:
            database = db
            table_name = 'carrying'
    db.create_tables([Carrying])

    class Change(Model):
        circle = ForeignKeyField(Circle, unique=True)
        number = IntegerField(default=0)
        class Meta:
            database = db
            table_name = 'change'
    db.create_tables([Change])

    class Guest(Model):
        meeting = ForeignKeyField(Meeting)
        person = ForeignKeyField(Person, null=True)
        chosen = ForeignKeyField(Person, null=True)
        name = Words(default='')
        relation = Words(default='')
        works = BooleanField(default=False)
        consents = CharField(default='')
        ticket = CharField(default='')
        joined_at = Moment()
        confirmed_at = Moment(null=True)
        refused_at = Moment(null=True)
        left_at = Moment(null=True)
        here = BooleanField(default=True)
        seen_at = Moment()
        class Meta:
            database = db
            table_name = 'guest'
    db.create_tables([Guest])

    class Note(Model):
        meeting = ForeignKeyField(Meeting)
        staff = ForeignKeyField(Staff)
        words = Words()
        at = Moment()
        class Meta:
            database = db
            table_name = 'note'
    db.create_tables([Note])

    class PrivateTime(Model):
        meeting = ForeignKeyField(Meeting)
        kind = CharField(default='private')
        began_at = Moment()
        ended_at = Moment(null=True)
        class Meta:
            database = db
            table_name = 'private_time'
    db.create_tables([PrivateTime])

    class WrongCode(Model):
        address = CharField(index=True)
        at = Moment(index=True)
        class Meta:
            database = db
            table_name = 'wrong_code'
    db.create_tables([WrongCode])

    migrator.migrate(migrator.add_column('meeting', 'code', CharField(index=True, default='')))
    migrator.migrate(migrator.add_column('meeting', 'code_made_at', Moment(null=True)))
    migrator.migrate(migrator.add_column('meeting', 'pen_id', ForeignKeyField(Person, field=Person.id, null=True)))
    migrator.migrate(migrator.add_column('meeting', 'private_since', Moment(null=True)))
    migrator.migrate(migrator.add_column('meeting', 'numbers_shown_at', Moment(null=True)))
    migrator.migrate(migrator.add_column('screen', 'dark_at', Moment(null=True)))


def down(migrator, db):
    migrator.migrate(migrator.drop_index('meeting', 'meeting_pen_id'))
    migrator.migrate(migrator.drop_index('meeting', 'meeting_code'))
    migrator.migrate(migrator.drop_column('screen', 'dark_at'))
    migrator.migrate(migrator.drop_column('meeting', 'numbers_shown_at'))
    migrator.migrate(migrator.drop_column('meeting', 'private_since'))
    migrator.migrate(migrator.drop_column('meeting', 'pen_id'))
    migrator.migrate(migrator.drop_column('meeting', 'code_made_at'))
    migrator.migrate(migrator.drop_column('meeting', 'code'))
    migrator.migrate(migrator.drop_table('wrong_code'))
    migrator.migrate(migrator.drop_table('private_time'))
    migrator.migrate(migrator.drop_table('note'))
    migrator.migrate(migrator.drop_table('guest'))
    migrator.migrate(migrator.drop_table('change'))
    migrator.migrate(migrator.drop_table('carrying'))
    migrator.migrate(migrator.drop_table('boundary'))
