"""The bare app we measure ourselves against: Flask, Jinja, no database, a page of as many bytes as asked."""

from flask import Flask, render_template
from jinja2 import DictLoader

PAGE = """<!doctype html><html lang="nl"><head><title>{{ title }}</title></head><body><ul>
{% for person in people %}
<li class="person{% if person.near %} person--near{% endif %}" id="person-{{ person.id }}">
  <a href="/mensen/{{ person.id }}">{{ person.name }}</a>, {{ person.relation }}
</li>
{% endfor %}</ul></body></html>"""
ROW = 100


def app_of(size):
    """A bare app whose one page `/` has about `size` bytes: a compiled template that loops over plain values."""
    app = Flask(__name__)
    app.jinja_loader = DictLoader({"page.html": PAGE})
    people = [{"id": n, "name": "Hanneke", "relation": "buurvrouw", "near": n % 2} for n in range(max(1, size // ROW))]

    @app.get("/")
    def page():
        return render_template("page.html", title="Een kale bladzijde", people=people)

    return app
