"""A shift of a plan that runs can end: what is changed then goes on as another one, and what has gone by stays; so
does who counted for what must always hold.

Plain ADD COLUMN: the table is not built again, so its triggers stay."""


def up(migrator, db):
    db.execute_sql("ALTER TABLE regular_shift ADD COLUMN last_day DATE")
    db.execute_sql("ALTER TABLE regular_shift ADD COLUMN follows INTEGER")
    db.execute_sql("ALTER TABLE trusted ADD COLUMN counted_until DATE")


def down(migrator, db):
    db.execute_sql("ALTER TABLE trusted DROP COLUMN counted_until")
    db.execute_sql("ALTER TABLE regular_shift DROP COLUMN follows")
    db.execute_sql("ALTER TABLE regular_shift DROP COLUMN last_day")
