"""How templates are made ready: what is the same for every page is done once, when a template is read."""

import jinja2
from jinja2.ext import Extension
from jinja2.lexer import Token


def furnish(app):
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.template_class = Ready
    app.jinja_env.cache = {}  # all of ours stay: keeping count of which was used last costs more than finding it
    app.jinja_env.add_extension(SaidInDutch)


class Ready(jinja2.Template):
    """A template of which what others import is made once.

    Our macros take all they need as arguments, so that one and the same module serves every page."""

    def _get_default_module(self, ctx=None):
        return super()._get_default_module()


class SaidInDutch(Extension):
    """Dutch is the source language: `_("Verder")` is that sentence, wherever nothing has to be filled in."""

    priority = 1

    def filter_stream(self, stream):
        tokens, at = list(stream), 0
        while at < len(tokens):
            call = tokens[at : at + 4]
            if _says_one_sentence(call):
                line = call[0].lineno
                yield from (call[2], Token(line, "pipe", "|"), Token(line, "name", "safe"))
                at += 4
            else:
                yield tokens[at]
                at += 1


def _says_one_sentence(call):
    """Whether these four tokens are `_("…")`, with nothing to fill in."""
    kinds = [token.type for token in call]
    return kinds == ["name", "lparen", "string", "rparen"] and call[0].value == "_" and "%" not in call[2].value
