"""When somebody cannot, for their own eyes; and why the program proposed this person for a turn.

Plain ADD COLUMN: the tables are not built again, so the triggers of what is published stay as they are."""


def up(migrator, db):
    db.execute_sql("ALTER TABLE carrying ADD COLUMN cannot VARCHAR(255) NOT NULL DEFAULT ''")
    db.execute_sql("ALTER TABLE regular_shift ADD COLUMN because TEXT NOT NULL DEFAULT ''")


def down(migrator, db):
    db.execute_sql("ALTER TABLE regular_shift DROP COLUMN because")
    db.execute_sql("ALTER TABLE carrying DROP COLUMN cannot")
