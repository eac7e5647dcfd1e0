"""Twenty sentences that somebody told in confidence during one evening, and who may read them back."""

from tests.journeys.bytes_served import says_only_numbers

PREPARED = {
    "Lotte": ("De schulden bij de woningbouw", "Lotte is bang voor de broer van Karim"),
    "Noor": ("Waarom Noor niet meer zwemt", "Noor schrikt als er hard gepraat wordt"),
}
NOTES = {
    "before": "Let op: Karim slaapt in zijn auto",
    "taken away": "Vraag Lotte naar haar medicijnen",
    "alone": "Ilse twijfelt aan deze avond",
}
BOUNDARIES = {
    "Wendy": "Niemand in mijn eigen keuken",
    "Dennis": "Autorijden in het donker durf ik niet",
    "Tjeerd": "Niet alleen met de kinderen thuis",
    "Hanneke": "Geen geld meer lenen aan Lotte",
}
TAKEN_BACK = "Liever niet bij Lotte slapen"
WITHOUT_INTERNET = "Niet bellen met de school van Sem"
SAID_SOFTLY = "Oma wil niet weer de boeman zijn"
HALF_TYPED = "Oma tilt niemand meer na haar oper"
REACH = {
    "Wendy": ("0612345678", "wendy.thuis@example.org"),
    "Tjeerd": ("0687654321", "tjeerd.van.boven@example.net"),
}
WHO_LEADS = "marije@example.org"

EVERYTHING = {
    *(sentence for told in (*PREPARED.values(), *REACH.values()) for sentence in told),
    *NOTES.values(),
    *BOUNDARIES.values(),
    *(TAKEN_BACK, WITHOUT_INTERNET, SAID_SOFTLY, HALF_TYPED, WHO_LEADS),
}
# Per window: what its owner told there, and may read back there.
OWN = {
    "screen": set(),
    "desk": {*(sentence for told in PREPARED.values() for sentence in told), WHO_LEADS},
    "remote": {*NOTES.values(), WHO_LEADS},
    "Wendy": {BOUNDARIES["Wendy"], TAKEN_BACK, *REACH["Wendy"]},
    "Dennis": {BOUNDARIES["Dennis"]},
    "Tjeerd": {BOUNDARIES["Tjeerd"], WITHOUT_INTERNET, *REACH["Tjeerd"]},
    "Hanneke": {BOUNDARIES["Hanneke"]},
}
# The desk stayed at its own pages, which follow nothing.
FOLLOWED = OWN.keys() - {"desk"}


def stayed_in_its_own_window(served, *, shown):
    """Not one of the twenty is in any byte that another window was sent (the shared screen: not one at all), and no
    stream ever said anything but numbers. What was `shown` to all and to each phone alone is found, or looking proves
    nothing."""
    assert len(EVERYTHING) == 20
    assert served.found(shown, "screen").keys() == set(shown)
    for name, words in BOUNDARIES.items():
        assert served.found([words], name), name
    for window, own in OWN.items():
        assert served.found(EVERYTHING - own, window) == {}, window
    for window in FOLLOWED:
        streams = served.streams(window)
        assert any(stream.count(b"data: ") > 1 for stream in streams), f"{window} heard of no change"
        assert all(says_only_numbers(stream) for stream in streams), window
