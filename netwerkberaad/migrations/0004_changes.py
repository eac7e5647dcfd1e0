"""The number that live screens follow is raised by the database itself, in the transaction that changes the data.

Every later migration that makes or rebuilds a published table calls `changes.publish` again: a rebuild loses its
triggers without a word."""

from netwerkberaad.domain import changes


def up(migrator, db):
    db.execute_sql("INSERT INTO change (circle_id, number) SELECT id, 0 FROM circle")
    changes.publish(db)
