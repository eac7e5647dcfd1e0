"""The house keeps its own rules: short files with one reason each, closed doors, the words we use."""

import ast
import re
from pathlib import Path

import pytest

from netwerkberaad import database
from netwerkberaad.domain import records

ROOT = Path(__file__).parent.parent
OURS = ROOT / "netwerkberaad"
PYTHON = sorted(path for path in OURS.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted((OURS / "templates").rglob("*.html"))
SCRIPTS_AND_STYLES = sorted([*(OURS / "static/js").glob("*.js"), *(OURS / "static/css").glob("*.css")])
NAMELESS = {"utils", "helpers", "services", "common", "manager", "managers"}
UNEQUAL_WORDS = re.compile(r"cliënt|casus|dossier|probleemgezin|onbetrouwbaar|\bfalen|zorgmijder", re.I)


def name(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", [*PYTHON, *TEMPLATES, *SCRIPTS_AND_STYLES, *(ROOT / "tests").rglob("*.py")], ids=name)
def test_a_file_is_short_and_named_after_a_thing(path):
    assert len(path.read_text().splitlines()) <= 300
    assert path.stem not in NAMELESS


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_a_file_says_in_one_sentence_why_it_exists(path):
    told = ast.get_docstring(ast.parse(path.read_text()))
    assert told
    assert told.splitlines()[0].endswith((".", "?")), told


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_holds_no_style_no_script_and_no_unequal_words(path):
    text = re.sub(r"\{#.*?#\}", "", path.read_text(), flags=re.S)
    assert not re.search(r"\sstyle=|\son[a-z]+=|hx-on|js:|<script(?![^>]*\ssrc=)", text)
    assert not UNEQUAL_WORDS.search(text)


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_what_the_domain_says_has_no_unequal_words(path):
    spoken = [node.value for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Constant)]
    assert not [text for text in spoken if isinstance(text, str) and UNEQUAL_WORDS.search(text)]


def test_colours_are_named_in_one_place():
    elsewhere = [path for path in (OURS / "static/css").glob("*.css") if path.name not in ("tokens.css", "fonts.css")]
    found = {path.name: re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", path.read_text()) for path in elsewhere}
    assert not {name: colours for name, colours in found.items() if colours}


def test_nothing_is_fetched_from_elsewhere():
    for path in [*TEMPLATES, *SCRIPTS_AND_STYLES]:
        addresses = re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", path.read_text())
        assert [a for a in addresses if "w3.org" not in a] == [], path


def test_every_vendored_thing_comes_with_its_licence():
    for folder in (OURS / "static/vendor").iterdir():
        if folder.is_dir():
            assert list(folder.glob("LICENSE*")), folder
            assert folder.name.rpartition("-")[0] in (OURS / "static/vendor/README.md").read_text()


def test_the_migrations_make_exactly_the_records(db):
    from playhouse.schema_diff import diff_models

    assert not diff_models(database.db.obj, records.RECORDS)


def test_the_readme_s_table_of_settings_is_the_program_s():
    from netwerkberaad.settings import MEANINGS

    readme = (ROOT / "README.md").read_text()
    for setting, (default, meaning) in MEANINGS.items():
        assert f"| `{setting}` | {default} | {meaning} |" in readme


def test_the_readme_s_map_of_the_house_is_the_house():
    readme = (ROOT / "README.md").read_text()
    for path in PYTHON:
        place = path.relative_to(OURS).as_posix().removesuffix("__init__.py")
        if place.startswith(("domain/", "web/")) and place not in ("domain/", "web/"):
            sentence = ast.get_docstring(ast.parse(path.read_text())).splitlines()[0]
            assert f"| `{place}` | {sentence} |" in readme


def test_a_refusal_has_a_name_of_its_own():
    files = (OURS / "domain/refusals").glob("*.py")
    named = [node.name for path in files for node in ast.parse(path.read_text()).body if isinstance(node, ast.ClassDef)]
    assert sorted(named) == sorted(set(named))
