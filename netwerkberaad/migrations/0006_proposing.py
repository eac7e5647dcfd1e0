"""When somebody cannot, for their own eyes; which turns the program proposed somebody for; deeds done in one go.

Plain ADD COLUMN: the tables are not built again, so the triggers of what is published stay as they are."""


def up(migrator, db):
    db.execute_sql("ALTER TABLE carrying ADD COLUMN cannot VARCHAR(255) NOT NULL DEFAULT ''")
    db.execute_sql("ALTER TABLE regular_shift ADD COLUMN by_program BOOL NOT NULL DEFAULT 0")
    db.execute_sql("ALTER TABLE deed ADD COLUMN together VARCHAR(255) NOT NULL DEFAULT ''")


def down(migrator, db):
    db.execute_sql("ALTER TABLE deed DROP COLUMN together")
    db.execute_sql("ALTER TABLE regular_shift DROP COLUMN by_program")
    db.execute_sql("ALTER TABLE carrying DROP COLUMN cannot")
