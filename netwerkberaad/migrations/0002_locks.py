"""The locks of signing: what was read back, signed or closed can be added to, never changed or removed.

One maintenance door: a row in `maintenance` lets a lawful change (erasure on request) through; nothing in the
app opens it. Re-create these triggers after any migration that rebuilds a locked table."""

LOCKED = ("plan_version", "signature", "closing")


def up(migrator, db):
    db.execute_sql("CREATE TABLE maintenance (reason TEXT NOT NULL)")
    for table in LOCKED:
        for verb in ("UPDATE", "DELETE"):
            db.execute_sql(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"WHEN NOT EXISTS (SELECT 1 FROM maintenance) "
                f"BEGIN SELECT RAISE(ABORT, 'what was signed stays as it was'); END"
            )
