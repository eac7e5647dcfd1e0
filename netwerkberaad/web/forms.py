"""Reading what people typed, asking the domain once, and filing a refusal under its field."""

import json
import secrets

from flask import request
from flask_wtf import CSRFProtect, FlaskForm
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import StopValidation, ValidationError

from netwerkberaad.database import one_go, tidy
from netwerkberaad.domain import once
from netwerkberaad.domain.refusals import ChangedMeanwhile, Refusal
from netwerkberaad.web import clock

csrf = CSRFProtect()


def furnish(app):
    csrf.init_app(app)


class Form(FlaskForm):
    """A form of this app. `once` makes a double click count once; a field named `seen` is the version looked at."""

    once = HiddenField()
    refusal = None
    outcome = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.once.data:
            self.once.data = secrets.token_urlsafe(12)

    def arguments(self):
        """What was typed, as keyword arguments for the domain: every field but the form's own two."""
        return {name: field.data for name, field in self._fields.items() if name not in ("csrf_token", "once")}

    def accepts(self, action, *args, **kwargs):
        """Reads the form, asks the domain in one transaction, files a Refusal under its field.

        True when it was done now or, by the same form sent twice, before; `outcome` is what the action returned
        (None the second time)."""
        if not self.validate_on_submit():
            return False
        content = json.dumps(sorted((n, t) for n, t in request.form.items(multi=True) if n != "csrf_token"))
        try:
            with one_go():
                if once.first_time(self.once.data, request.path + content, now=clock.now()):
                    self.outcome = action(*args, **{**self.arguments(), **kwargs})
        except Refusal as refusal:
            self.file(refusal)
            return False
        return True

    def file(self, refusal):
        """Puts the refusal's sentence under its field, or above the form when it has none here."""
        self.refusal = refusal
        if refusal.field in self._fields:
            field = self._fields[refusal.field]
            field.errors = [*field.errors, refusal.sentence]
        else:
            self.form_errors.append(refusal.sentence)

    @property
    def status(self):
        """409 when somebody else was first, else 422."""
        return 409 if isinstance(self.refusal, ChangedMeanwhile) else 422


class Needed:
    """Asks for what is missing with our own sentence, and leaves the telling to the server."""

    def __init__(self, sentence):
        self.sentence = sentence

    def __call__(self, form, field):
        if field.data in (None, "", []):
            raise StopValidation(self.sentence)


class AtMost:
    """«Dit is te lang»: a limit that says how much too long, and keeps what was typed."""

    def __init__(self, most):
        self.most = most

    def __call__(self, form, field):
        typed = len(field.data or "")
        if typed > self.most:
            raise ValidationError(f"Dit is te lang: {typed} tekens. Het mogen er {self.most} zijn.")


def line(label, *, most=80, needed=None, **kwargs):
    """One line of text. `needed` is the sentence that asks for it when it is empty."""
    return StringField(label, filters=[_tidied], validators=_wanted(most, needed), **kwargs)


def words(label, *, most=500, needed=None, **kwargs):
    """Some lines of text."""
    return TextAreaField(label, filters=[_tidied], validators=_wanted(most, needed), **kwargs)


def _wanted(most, needed):
    return [*([Needed(needed)] if needed else []), AtMost(most)]


def _tidied(typed):
    return tidy(typed) if typed else typed
