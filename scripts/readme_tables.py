"""Writes the README's table of settings and its map of the house from the code itself."""

import ast
import re
from pathlib import Path

from netwerkberaad.settings import MEANINGS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def settings_table():
    rows = [f"| `{name}` | {default} | {meaning} |" for name, (default, meaning) in MEANINGS.items()]
    return "\n".join(["| setting | default | what it means |", "|---|---|---|", *rows])


def map_of(folder):
    """A row per file, each room's own folder introduced by its sentence."""
    rows, root = [], ROOT / "netwerkberaad"
    for place in [
        root / folder,
        *sorted(path for path in (root / folder).iterdir() if (path / "__init__.py").exists()),
    ]:
        for path in sorted(place.glob("*.py")):
            name = path.relative_to(root).as_posix().removesuffix("__init__.py")
            if path.parent != root / folder or path.name != "__init__.py":
                rows.append(f"| `{name}` | {sentence_of(path)} |")
    return "\n".join(["| file | why it exists |", "|---|---|", *rows])


def sentence_of(path):
    return ast.get_docstring(ast.parse(path.read_text())).splitlines()[0]


def main():
    text = README.read_text()
    for mark, table in (("settings", settings_table()), ("domain", map_of("domain")), ("web", map_of("web"))):
        begin, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
        text = re.sub(f"{begin}.*?{end}", lambda _, t=f"{begin}\n{table}\n{end}": t, text, flags=re.S)
    README.write_text(text)


if __name__ == "__main__":
    main()
