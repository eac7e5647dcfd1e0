"""Reading what people typed, asking the domain once, and filing a refusal under its field."""

import json
import secrets

from flask import request
from flask_wtf import CSRFProtect, FlaskForm
from wtforms import BooleanField, HiddenField, StringField, TextAreaField
from wtforms.fields.choices import SelectFieldBase
from wtforms.validators import StopValidation, ValidationError
from wtforms.widgets import Select

from netwerkberaad.database import one_go, tidy
from netwerkberaad.domain import once
from netwerkberaad.domain.refusals import ChangedMeanwhile, Refusal
from netwerkberaad.web import clock

csrf = CSRFProtect()


def furnish(app):
    app.config["WTF_I18N_ENABLED"] = False  # it reads its catalogue again for every page; WTForms' own keeps it
    csrf.init_app(app)


class Form(FlaskForm):
    """A form of this app. `once` makes a double click count once; a field named `seen` is the version looked at.

    standing: this form as it stands now, when somebody else was first and it must be chosen which text it will be"""

    class Meta:
        locales = ("nl",)

    once = HiddenField()
    refusal = None
    outcome = None
    standing = None

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

    def put_beside(self, present):
        """After a 409: `present` is the same form as it stands now. Both are shown, nothing is overwritten, and what
        is sent next goes on from here. After any other "no" the version that was looked at stays the one."""
        if self.status == 409:
            self.standing, self.seen.data = present, present.seen.data

    @property
    def both(self):
        """What differs between what stands now and what was typed: [{label, now, typed}], in words; the first field
        when nothing does."""
        asked = [field for field in self if field.type not in ("CSRFTokenField", "HiddenField")]
        told = [{"label": f.label.text, "now": _in_words(self.standing[f.name]), "typed": _in_words(f)} for f in asked]
        return [one for one in told if one["now"] != one["typed"]] or told[:1]

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


def _in_words(field):
    """What stands in a field as people read it: its text, or the labels of what was chosen."""
    if isinstance(field, BooleanField):
        return "ja" if field.data else "nee"
    if isinstance(field, SelectFieldBase):
        chosen = [option for option in field if option.checked]
        shown_anyway = [*field][:1] if isinstance(field.widget, Select) and not field.widget.multiple else []
        return ", ".join(option.label.text for option in chosen or shown_anyway)
    return str(field._value() or "").strip()


def _wanted(most, needed):
    return [*([Needed(needed)] if needed else []), AtMost(most)]


def _tidied(typed):
    return tidy(typed) if typed else typed
