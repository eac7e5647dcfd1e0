"""The house keeps its own rules: short files with one reason each, closed doors, the words we use."""

import ast
import re
from functools import cache
from pathlib import Path

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


@cache
def parsed(path):
    return ast.parse(path.read_text())


def test_a_file_is_short_and_named_after_a_thing():
    files = [*PYTHON, *TEMPLATES, *SCRIPTS_AND_STYLES, *(ROOT / "tests").rglob("*.py")]
    lengths = {name(path): len(path.read_text().splitlines()) for path in files}
    assert {file: length for file, length in lengths.items() if length > 300} == {}
    assert [name(path) for path in files if path.stem in NAMELESS] == []


def test_a_file_says_in_one_sentence_why_it_exists():
    told = {name(path): (ast.get_docstring(parsed(path)) or "").splitlines()[:1] for path in PYTHON}
    assert {file: said for file, said in told.items() if not said or not said[0].endswith((".", "?"))} == {}


def test_a_template_holds_no_style_no_script_and_no_unequal_words():
    texts = {name(path): re.sub(r"\{#.*?#\}", "", path.read_text(), flags=re.S) for path in TEMPLATES}
    inline = re.compile(r"\sstyle=|\son[a-z]+=|hx-on|js:|<script(?![^>]*\ssrc=)")
    assert {file: found[0] for file, text in texts.items() if (found := inline.search(text))} == {}
    assert {file: found[0] for file, text in texts.items() if (found := UNEQUAL_WORDS.search(text))} == {}


def test_what_the_domain_says_has_no_unequal_words():
    for path in PYTHON:
        spoken = [node.value for node in ast.walk(parsed(path)) if isinstance(node, ast.Constant)]
        assert [text for text in spoken if isinstance(text, str) and UNEQUAL_WORDS.search(text)] == [], name(path)


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
