"""The locks of signing: what was read back, signed or closed can be added to, never changed, removed or replaced.

One maintenance door: a row in `maintenance` lets a lawful change (erasure on request) through; nothing in the
app opens it. Re-create these triggers after any migration that rebuilds a locked table."""

SAME_ROW = {
    "plan_version": "id = NEW.id OR (circle_id = NEW.circle_id AND number = NEW.number)",
    "signature": "id = NEW.id",
    "closing": "id = NEW.id OR plan_version_id = NEW.plan_version_id",
}


def up(migrator, db):
    db.execute_sql("CREATE TABLE maintenance (reason TEXT NOT NULL)")
    for table, same_row in SAME_ROW.items():
        for verb in ("UPDATE", "DELETE"):
            _lock(db, f"{table}_no_{verb.lower()}", f"{verb} ON {table}", "")
        # INSERT OR REPLACE removes the old row without asking the trigger above, unless a connection asked for that.
        _lock(db, f"{table}_no_replace", f"INSERT ON {table}", f"AND EXISTS (SELECT 1 FROM {table} WHERE {same_row})")


def _lock(db, name, event, only_when):
    db.execute_sql(
        f"CREATE TRIGGER {name} BEFORE {event} "
        f"WHEN NOT EXISTS (SELECT 1 FROM maintenance) {only_when} "
        f"BEGIN SELECT RAISE(ABORT, 'what was signed stays as it was'); END"
    )
