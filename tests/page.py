"""A page as a test reads it: parsed the way browsers do, and asked in the words of BeautifulSoup, at a twentieth of its
price. Nearly every test reads pages, and a run reads thousands."""

import re

from selectolax.lexbor import LexborHTMLParser

_LISTS = ("class", "rel")
_NAMES = (
    "a aside article b body button code dd details div dl dt em fieldset footer form h1 h2 h3 h4 header html img input "
    "label legend li link main nav ol option output p section small span strong summary svg table tbody td textarea th "
    "thead time title tr ul use"
)
_NAMES = frozenset(_NAMES.split())
_UNDERSTOOD = {":not", ":has", ":nth-of-type"}


def read(html):
    """The page that these words or bytes are. A fragment gets the same frame as a page, as in a browser."""
    return Tag(LexborHTMLParser(html if isinstance(html, str) else html.decode()).root)


class Tag:
    """One element: tag["href"], tag.get("href"), tag.select("li a"), and tag.h2 is the first h2 in it, or None."""

    __slots__ = ("_node",)

    def __init__(self, node):
        self._node = node

    @property
    def name(self):
        return self._node.tag

    @property
    def attrs(self):
        return {name: value or "" for name, value in self._node.attributes.items()}

    def has_attr(self, name):
        return name in self._node.attributes

    def get(self, name, otherwise=None):
        return self[name] if self.has_attr(name) else otherwise

    def __getitem__(self, name):
        value = self._node.attributes[name] or ""
        return value.split() if name in _LISTS else value

    @property
    def text(self):
        return self._node.text()

    def get_text(self, between="", *, strip=False):
        return between.join(self.stripped_strings) if strip else self._node.text(separator=between)

    @property
    def stripped_strings(self):
        return [words for words in map(str.strip, self._node.text(separator="\0").split("\0")) if words]

    @property
    def contents(self):
        """What stands directly in it, in order: words as words, elements as tags."""
        inside = self._node.iter(include_text=True)
        return [node.text() if node.is_text_node else Tag(node) for node in inside if not node.is_comment_node]

    def select(self, selector):
        """All within it that this selector means, each of them once and in their order."""
        strange = set(re.findall(r":[a-z-]+", re.sub(r"\[.*?\]", "", selector))) - _UNDERSTOOD
        assert not strange, f"the parser might find nothing for {strange} and not say so"
        found = {node.mem_id: node for node in self._node.css(selector)}
        if self.parent:  # the page itself is all of it, its outermost element included
            found.pop(self._node.mem_id, None)
        return [Tag(node) for node in found.values()]

    def select_one(self, selector):
        return next(iter(self.select(selector)), None)

    def find(self, like="*", **attrs):
        return self.select_one(like + "".join(f'[{key}="{value}"]' for key, value in attrs.items()))

    def find_parent(self, like="*", **attrs):
        """The nearest around it: with that name and those attributes, or for which `like` says yes."""
        around = self.parent
        while around and not around._is(like, attrs):
            around = around.parent
        return around

    def find_next(self, like):
        """The first with that name which begins after this one begins."""
        everything = [tag._node for tag in self.find_parent("html").every_tag()]
        after = everything[[node.mem_id for node in everything].index(self._node.mem_id) + 1 :]
        return next((Tag(node) for node in after if node.tag == like), None)

    def _is(self, like, attrs):
        fits = like(self) if callable(like) else like in ("*", self.name)
        return fits and all(self.get(key) == value for key, value in attrs.items())

    @property
    def parent(self):
        around = self._node.parent
        return Tag(around) if around is not None and around.is_element_node else None

    def every_tag(self):
        return [Tag(node) for node in self._node.traverse()]

    def decompose(self):
        """Takes it out of its page."""
        self._node.decompose()

    def encode(self):
        return str(self).encode()

    def __getattr__(self, name):
        if name not in _NAMES:
            raise AttributeError(f"an element has no {name}")
        return self.select_one(name)

    def __eq__(self, other):
        """Two elements are alike when they say the same, wherever they stand."""
        return isinstance(other, Tag) and str(self) == str(other)

    def __hash__(self):
        return hash(str(self))

    def __str__(self):
        return self._node.html

    __repr__ = __str__
