"""The picture of the numbers that the room sees, kept beside the numbers as they stand now.

A plain ADD COLUMN: the table is not built again, so its triggers stay. Where numbers were shown already, what stands
there now is that picture."""


def up(migrator, db):
    db.execute_sql("ALTER TABLE answer ADD COLUMN shown_number INTEGER")
    given = "kind = 'scale_rating' AND state = 'said' AND number IS NOT NULL"
    over = "SELECT id FROM meeting WHERE numbers_shown_at IS NOT NULL OR ended_at IS NOT NULL"
    enough = f"SELECT meeting_id FROM answer WHERE {given} GROUP BY meeting_id HAVING count(*) >= 4"
    db.execute_sql(
        f"UPDATE answer SET shown_number = number WHERE {given} AND meeting_id IN ({over}) AND meeting_id IN ({enough})"
    )


def down(migrator, db):
    db.execute_sql("ALTER TABLE answer DROP COLUMN shown_number")
