"""How often something changed about who is there: what fifty phones show of that is not made again for every answer."""

from netwerkberaad.domain import changes


def up(migrator, db):
    db.execute_sql("ALTER TABLE change ADD COLUMN people INTEGER NOT NULL DEFAULT 0")
    changes.publish(db)


def down(migrator, db):
    for table in changes.PEOPLE:
        for name, when, act in changes.triggers_of(table):
            db.execute_sql(f"DROP TRIGGER IF EXISTS {name}")
            db.execute_sql(f"CREATE TRIGGER {name} AFTER {when} BEGIN {act.replace(', people = people + 1', '')}; END")
    db.execute_sql("ALTER TABLE change DROP COLUMN people")
