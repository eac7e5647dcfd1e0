"""How people say it aloud: names in one breath, and the time as on a clock with hands."""

HOURS = ("twaalf", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf")


def together(names):
    """Names in one breath: «Lotte, Karim en Wendy»; "" when there are none."""
    *others, last = list(names) or [""]
    return f"{', '.join(others)} en {last}" if others else last


def clock_said(starts):
    """A local time in whole quarters: "17:30" → «half zes», "18:00" → «zes uur»; "" for any other time."""
    hour, minute = map(int, starts.split(":"))
    this, following = HOURS[hour % 12], HOURS[(hour + 1) % 12]
    said = {0: f"{this} uur", 15: f"kwart over {this}", 30: f"half {following}", 45: f"kwart voor {following}"}
    return said.get(minute, "")
