"""The facilitator's hints: one or two short ones per question, for their own phone and never for the wall."""

from netwerkberaad.domain.evening.questions import place_of

# Per question its hints, one a line: what helps at the table, out of the practice of network meetings.
AS_WHISPERED = """
1.1
    Zeg wie je zelf bent. Tik ook aan wie belt of geen telefoon heeft.
1.2
    Vraag wat het gezin nodig heeft om hier vrij te praten.
1.3
    Ga de tafel rond. Komt er een zorg? Bewaar die voor later.
1.4
    Het gezin kiest de woorden. Lees het hardop voor.
    «Liever niet opschrijven» is ook goed.
1.5
    Vraag naar een gewone dag. Hoe ziet die er dan uit?
1.6
    Tekenen of samen voorlezen mag. Laat het kind kiezen wie helpt.

2.1
    Eén naam is genoeg. Wacht rustig, stilte helpt.
2.2
    Vraag door: wie belde er, wie stuurde een kaart?
2.3
    Loop in gedachten door de straat. Gedag zeggen telt ook.
2.4
    De meeste mensen zeggen ja als je iets vraagt.
2.5
    Schaamte houdt mensen weg. Wie vroeger hielp, wil vaak weten hoe het gaat.
2.6
    Denk aan de juf, de trainer, de ouder van een klasgenootje.
2.7
    Niemand valt af. Wie moeilijk is, blijft in het leven van het kind.
2.8
    Het kind mag zwijgen. «Liever niet» hoort niet op het scherm.
2.9
    Geven geeft kracht. Wie geeft, durft ook te vragen.
2.10
    Een ouder zegt eerst ja. Dan pas komt de naam erbij.
2.11
    Alleen de ouders kiezen. Nu nog niet is geen nee.

3.1
    Begin zelf niet. Laat iedereen één ding noemen dat werkt.
3.2
    Eerst de ouders, dan de kinderen, dan de kring. Hulpverleners als laatste.
    Vraag: wat zag of hoorde je?
3.3
    Een cijfer is geen rapport. Vergelijk de cijfers niet hardop.
3.4
    Vraag dit ook bij een laag cijfer. Er is altijd iets wat draagt.
3.5
    Maak het klein: wat merk je morgen al?
3.6
    Wie dit vraagt, zegt wat en waarom. Het gezin kiest hoe.
3.7
    Een vraag is winst. Laat het gezin die beantwoorden.

4.1
    Ga op je handen zitten. De kring bedenkt wat nodig is.
    Zomaar bellen telt ook.
4.2
    Geef nu geen raad. Vraag: wat hielp jullie eerder?
4.3
    Klein is ook goed. «Nu even niet» is ook een antwoord.
4.4
    Dit blijft op ieders eigen telefoon. Vraag er niet naar.
4.5
    Iedereen kan iets. Vraag wie het betreft als eerste.
4.6
    Nul keer mag. Vraag niet hardop naar het getal.
4.7
    Ook een week is eerlijk. Dit blijft op ieders eigen telefoon.
4.8
    Wie helpt, heeft zelf ook iemand nodig.
4.9
    Het gezin kiest. Beloof niets wat je niet kunt regelen.

5.1
    Wie, wat, welke dag en hoe laat. Nog een lege plek mag.
    Iemand zegt alleen voor zichzelf ja.
5.3
    Liefst iemand die makkelijk te bellen is. Vraag het die persoon zelf.

6.1
    Vraag het de persoon zelf. Liefst iemand die blijft als jij weg bent.
6.2
    Iemand anders dan het aanspreekpunt. Ook deze persoon zegt zelf ja.
6.3
    Jij leest niet mee, tenzij zij dat willen. Zeg dat hardop.
6.4
    Zes weken is een goed begin. Korter mag ook.
6.5
    Prik de dag nu, met iedereen erbij.
6.6
    Vraag bij elke stap: wie doet dat, en weet die het al?
6.7
    Zoek iets wat je kunt zien of horen, zoals een gemiste dag.
6.8
    Het loopt vaker even niet. Opnieuw beginnen hoort erbij.
6.9
    Lees alles voor. «Ja, maar …» en «Nu niet» zijn ook antwoorden.
"""


def hints_for(code):
    """What the facilitator may want to remember at this question: one or two Dutch sentences each."""
    return _HINTS[place_of(code)]


def _read(text):
    known, code = {}, ""
    for line in filter(None, text.splitlines()):
        if line.startswith(" "):
            known[code].append(line.strip())
        else:
            code = line.strip()
            known[code] = []
    return known


_HINTS = _read(AS_WHISPERED)
