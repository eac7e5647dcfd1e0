"""The first tables: a frozen copy of the records as they were, made with peewee's pwmigrate."""

from peewee import *
from peewee import DateTimeField as Moment
from peewee import TextField as Words

def up(migrator, db):
    class Team(Model):
        name = Words()
        class Meta:
            database = db
            table_name = 'team'
    db.create_tables([Team])

    class Staff(Model):
        team = ForeignKeyField(Team)
        name = Words()
        email = Words(unique=True)
        role = CharField()
        password = CharField(null=True)
        access_number = IntegerField(default=0)
        invited_at = Moment()
        left_at = Moment(null=True)
        class Meta:
            database = db
            table_name = 'staff'
    db.create_tables([Staff])

    class Circle(Model):
        team = ForeignKeyField(Team)
        facilitator = ForeignKeyField(Staff)
        title = Words()
        homes = Words(default='')
        people_joined = IntegerField(default=0)
        sample = BooleanField(default=False)
        inviting_ring = IntegerField(default=1)
        begun_at = Moment()
        version = IntegerField(default=1)
        class Meta:
            database = db
            table_name = 'circle'
    db.create_tables([Circle])

    class Person(Model):
        circle = ForeignKeyField(Circle)
        name = Words()
        relation = Words(default='')
        part = CharField(default='network')
        ring = IntegerField(default=2)
        group = CharField(default='F')
        support = CharField(default='')
        tie = CharField(default='ordinary')
        age = IntegerField(null=True)
        household = BooleanField(default=False)
        influence = BooleanField(default=False)
        cares = BooleanField(default=False)
        trusted_by_child = BooleanField(default=False)
        gives_back = BooleanField(default=False)
        invite = CharField(default='')
        status = CharField(default='named')
        supporter = ForeignKeyField('self', null=True)
        lives = CharField(default='')
        language = CharField(default='nl')
        interpreter = BooleanField(default=False)
        notify = CharField(default='normal')
        visibility = CharField(default='circle')
        phone = Words(default='')
        email = Words(default='')
        job = Words(default='')
        may_set_floor = BooleanField(default=False)
        hue = IntegerField()
        x = IntegerField(null=True)
        y = IntegerField(null=True)
        joined = IntegerField()
        named_in = CharField(default='')
        told_apart = BooleanField(default=False)
        merged_into = ForeignKeyField('self', null=True)
        taken_back_at = Moment(null=True)
        version = IntegerField(default=1)
        class Meta:
            database = db
            table_name = 'person'
            indexes = ((('circle', 'joined'), True),)
    db.create_tables([Person])

    class Agreement(Model):
        circle = ForeignKeyField(Circle)
        person = ForeignKeyField(Person)
        what = Words()
        days = CharField()
        starts = CharField()
        made_at = Moment()
        taken_back_at = Moment(null=True)
        version = IntegerField(default=1)
        class Meta:
            database = db
            table_name = 'agreement'
    db.create_tables([Agreement])

    class Meeting(Model):
        circle = ForeignKeyField(Circle)
        kind = CharField(default='network')
        day = DateField()
        starts = CharField(default='')
        place = Words(default='')
        question = CharField(default='1.1')
        begun_at = Moment(null=True)
        paused_at = Moment(null=True)
        ended_at = Moment(null=True)
        version = IntegerField(default=1)
        class Meta:
            database = db
            table_name = 'meeting'
    db.create_tables([Meeting])

    class Answer(Model):
        circle = ForeignKeyField(Circle)
        meeting = ForeignKeyField(Meeting)
        question = CharField()
        kind = CharField()
        words = Words(default='')
        number = IntegerField(null=True)
        person = ForeignKeyField(Person, null=True)
        about = ForeignKeyField(Person, null=True)
        disputed = BooleanField(default=False)
        state = CharField(default='said')
        said_at = Moment()
        version = IntegerField(default=1)
        class Meta:
            database = db
            table_name = 'answer'
    db.create_tables([Answer])

    class Attendance(Model):
        meeting = ForeignKeyField(Meeting)
        person = ForeignKeyField(Person)
        how = CharField(default='room')
        came_at = Moment()
        left_at = Moment(null=True)
        class Meta:
            database = db
            table_name = 'attendance'
            indexes = ((('meeting', 'person'), True),)
    db.create_tables([Attendance])

    class PlanVersion(Model):
        circle = ForeignKeyField(Circle)
        number = IntegerField()
        text = Words()
        fingerprint = CharField()
        read_at = Moment()
        class Meta:
            database = db
            table_name = 'plan_version'
            indexes = ((('circle', 'number'), True),)
    db.create_tables([PlanVersion])

    class Closing(Model):
        plan_version = ForeignKeyField(PlanVersion, unique=True)
        at = Moment()
        class Meta:
            database = db
            table_name = 'closing'
    db.create_tables([Closing])

    class Consent(Model):
        person = ForeignKeyField(Person)
        code = CharField()
        how = CharField()
        given_at = Moment()
        withdrawn_at = Moment(null=True)
        class Meta:
            database = db
            table_name = 'consent'
            indexes = ((('person', 'code'), True),)
    db.create_tables([Consent])

    class Deed(Model):
        circle = ForeignKeyField(Circle)
        room = CharField()
        sentence = Words()
        table = CharField()
        row = IntegerField()
        before = Words()
        row_version = IntegerField()
        at = Moment()
        undone_at = Moment(null=True)
        class Meta:
            database = db
            table_name = 'deed'
    db.create_tables([Deed])

    class Draft(Model):
        circle = ForeignKeyField(Circle)
        place = CharField()
        words = Words()
        at = Moment()
        class Meta:
            database = db
            table_name = 'draft'
            indexes = ((('circle', 'place'), True),)
    db.create_tables([Draft])

    class Informed(Model):
        circle = ForeignKeyField(Circle, unique=True)
        at = Moment()
        class Meta:
            database = db
            table_name = 'informed'
    db.create_tables([Informed])

    class Situation(Model):
        circle = ForeignKeyField(Circle)
        number = IntegerField()
        words = Words(default='')
        not_written = BooleanField(default=False)
        approved_at = Moment(null=True)
        said_at = Moment()
        class Meta:
            database = db
            table_name = 'situation'
            indexes = ((('circle', 'number'), True),)
    db.create_tables([Situation])

    class Knows(Model):
        person = ForeignKeyField(Person)
        situation = ForeignKeyField(Situation)
        question = Words(default='')
        at = Moment()
        class Meta:
            database = db
            table_name = 'knows'
            indexes = ((('person', 'situation'), True),)
    db.create_tables([Knows])

    class Link(Model):
        person = ForeignKeyField(Person, unique=True)
        renewal = IntegerField(default=1)
        made_at = Moment()
        handed_at = Moment(null=True)
        opened_at = Moment(null=True)
        revoked_at = Moment(null=True)
        class Meta:
            database = db
            table_name = 'link'
    db.create_tables([Link])

    class Offer(Model):
        circle = ForeignKeyField(Circle)
        person = ForeignKeyField(Person)
        kind = CharField(default='can')
        what = Words(default='')
        question = CharField(default='4.3')
        said_at = Moment()
        taken_back_at = Moment(null=True)
        version = IntegerField(default=1)
        class Meta:
            database = db
            table_name = 'offer'
    db.create_tables([Offer])

    class OffLimitsTopic(Model):
        circle = ForeignKeyField(Circle)
        owner = ForeignKeyField(Person)
        topic = Words()
        may_show = BooleanField(default=False)
        said_at = Moment()
        class Meta:
            database = db
            table_name = 'off_limits_topic'
    db.create_tables([OffLimitsTopic])

    class Plan(Model):
        circle = ForeignKeyField(Circle, unique=True)
        start = DateField(null=True)
        weeks = IntegerField(default=6)
        review_day = DateField(null=True)
        review_time = CharField(default='')
        review_place = Words(default='')
        retry_within_days = IntegerField(default=7)
        contact_person = ForeignKeyField(Person, null=True)
        deputy = ForeignKeyField(Person, null=True)
        cancel_with = ForeignKeyField(Person, null=True)
        cancel_deputy = ForeignKeyField(Person, null=True)
        members_read_log = BooleanField(default=True)
        facilitator_reads_log = BooleanField(default=False)
        facilitator_sees_week = BooleanField(default=False)
        provisional_at = Moment(null=True)
        version = IntegerField(default=1)
        class Meta:
            database = db
            table_name = 'plan'
    db.create_tables([Plan])

    class PlanBStep(Model):
        circle = ForeignKeyField(Circle)
        person = ForeignKeyField(Person, null=True)
        action = Words()
        position = IntegerField(default=0)
        taken_back_at = Moment(null=True)
        version = IntegerField(default=1)
        class Meta:
            database = db
            table_name = 'plan_b_step'
    db.create_tables([PlanBStep])

    class Posted(Model):
        mark = CharField(unique=True)
        at = Moment()
        class Meta:
            database = db
            table_name = 'posted'
    db.create_tables([Posted])

    class ReadBy(Model):
        person = ForeignKeyField(Person, unique=True)
        at = Moment()
        class Meta:
            database = db
            table_name = 'read_by'
    db.create_tables([ReadBy])

    class Task(Model):
        circle = ForeignKeyField(Circle)
        what = Words()
        tag = CharField(default='')
        support = CharField(default='P')
        minutes = IntegerField(default=60)
        cancel_with = ForeignKeyField(Person, null=True)
        question = CharField(default='4.1')
        named_at = Moment()
        taken_back_at = Moment(null=True)
        version = IntegerField(default=1)
        class Meta:
            database = db
            table_name = 'task'
    db.create_tables([Task])

    class RegularShift(Model):
        circle = ForeignKeyField(Circle)
        task = ForeignKeyField(Task)
        person = ForeignKeyField(Person, null=True)
        stand_in = ForeignKeyField(Person, null=True)
        companion = ForeignKeyField(Person, null=True)
        days = CharField(default='')
        repeat = CharField(default='weekly')
        first_day = DateField(null=True)
        starts = CharField(default='')
        minutes = IntegerField(default=60)
        still_open = BooleanField(default=False)
        taken_back_at = Moment(null=True)
        version = IntegerField(default=1)
        class Meta:
            database = db
            table_name = 'regular_shift'
    db.create_tables([RegularShift])

    class SafetyNote(Model):
        circle = ForeignKeyField(Circle)
        teller = ForeignKeyField(Person)
        words = Words(default='')
        joins = CharField(default='room')
        said_at = Moment()
        class Meta:
            database = db
            table_name = 'safety_note'
    db.create_tables([SafetyNote])

    class Screen(Model):
        circle = ForeignKeyField(Circle)
        opened_by = ForeignKeyField(Staff)
        opened_at = Moment()
        closed_at = Moment(null=True)
        class Meta:
            database = db
            table_name = 'screen'
    db.create_tables([Screen])

    class Signature(Model):
        plan_version = ForeignKeyField(PlanVersion)
        person = ForeignKeyField(Person)
        choice = CharField()
        remark = Words(default='')
        how = CharField()
        via = CharField(default='table')
        name = Words(default='')
        strokes = Words(default='')
        at = Moment()
        class Meta:
            database = db
            table_name = 'signature'
            indexes = ((('plan_version', 'person'), False),)
    db.create_tables([Signature])

    class SignInAttempt(Model):
        account = CharField(index=True)
        address = CharField(index=True)
        at = Moment(index=True)
        class Meta:
            database = db
            table_name = 'sign_in_attempt'
    db.create_tables([SignInAttempt])

    class Trigger(Model):
        circle = ForeignKeyField(Circle)
        words = Words()
        position = IntegerField(default=0)
        taken_back_at = Moment(null=True)
        version = IntegerField(default=1)
        class Meta:
            database = db
            table_name = 'trigger'
    db.create_tables([Trigger])

    class Yes(Model):
        circle = ForeignKeyField(Circle)
        person = ForeignKeyField(Person)
        matter = CharField()
        promise = CharField()
        how = CharField()
        at = Moment()
        withdrawn_at = Moment(null=True)
        class Meta:
            database = db
            table_name = 'yes'
            indexes = ((('person', 'matter', 'promise'), True),)
    db.create_tables([Yes])


def down(migrator, db):
    migrator.migrate(migrator.drop_table('yes'))
    migrator.migrate(migrator.drop_table('trigger'))
    migrator.migrate(migrator.drop_table('sign_in_attempt'))
    migrator.migrate(migrator.drop_table('signature'))
    migrator.migrate(migrator.drop_table('screen'))
    migrator.migrate(migrator.drop_table('safety_note'))
    migrator.migrate(migrator.drop_table('regular_shift'))
    migrator.migrate(migrator.drop_table('task'))
    migrator.migrate(migrator.drop_table('read_by'))
    migrator.migrate(migrator.drop_table('posted'))
    migrator.migrate(migrator.drop_table('plan_b_step'))
    migrator.migrate(migrator.drop_table('plan'))
    migrator.migrate(migrator.drop_table('off_limits_topic'))
    migrator.migrate(migrator.drop_table('offer'))
    migrator.migrate(migrator.drop_table('link'))
    migrator.migrate(migrator.drop_table('knows'))
    migrator.migrate(migrator.drop_table('situation'))
    migrator.migrate(migrator.drop_table('informed'))
    migrator.migrate(migrator.drop_table('draft'))
    migrator.migrate(migrator.drop_table('deed'))
    migrator.migrate(migrator.drop_table('consent'))
    migrator.migrate(migrator.drop_table('closing'))
    migrator.migrate(migrator.drop_table('plan_version'))
    migrator.migrate(migrator.drop_table('attendance'))
    migrator.migrate(migrator.drop_table('answer'))
    migrator.migrate(migrator.drop_table('meeting'))
    migrator.migrate(migrator.drop_table('agreement'))
    migrator.migrate(migrator.drop_table('person'))
    migrator.migrate(migrator.drop_table('circle'))
    migrator.migrate(migrator.drop_table('staff'))
    migrator.migrate(migrator.drop_table('team'))
