"""The bare app we measure ourselves against: Flask, Jinja, no database, a page of as many bytes as asked."""

from flask import Flask, render_template_string

PAGE = """<!doctype html><html lang="nl"><head><title>{{ title }}</title></head><body><ul>
{% for person in people %}<li id="person-{{ person.id }}"><a href="/mensen/{{ person.id }}">{{ person.name }}</a>,
{{ person.relation }}</li>
{% endfor %}</ul></body></html>"""


def app_of(size):
    """A bare app whose one page `/` has about `size` bytes, made by a loop over plain values."""
    app = Flask(__name__)
    one = len(PAGE.split("%}")[1]) - 40
    people = [
        {"id": n, "name": "Hanneke", "relation": "buurvrouw"} for n in range(max(1, size // max(one, 60)))
    ]

    @app.route("/", methods=["GET", "POST"])
    def page():
        return render_template_string(PAGE, title="Een kale bladzijde", people=people)

    return app
