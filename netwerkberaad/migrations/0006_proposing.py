"""When somebody cannot, for their own eyes; why the program proposed somebody for a turn; deeds done in one go.

Plain ADD COLUMN: the tables are not built again, so the triggers of what is published stay as they are."""


def up(migrator, db):
    db.execute_sql("ALTER TABLE carrying ADD COLUMN cannot VARCHAR(255) NOT NULL DEFAULT ''")
    db.execute_sql("ALTER TABLE regular_shift ADD COLUMN because TEXT NOT NULL DEFAULT ''")
    db.execute_sql("ALTER TABLE deed ADD COLUMN together VARCHAR(255) NOT NULL DEFAULT ''")


def down(migrator, db):
    db.execute_sql("ALTER TABLE deed DROP COLUMN together")
    db.execute_sql("ALTER TABLE regular_shift DROP COLUMN because")
    db.execute_sql("ALTER TABLE carrying DROP COLUMN cannot")
