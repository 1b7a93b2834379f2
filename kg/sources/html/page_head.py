"""What a page says of itself and nobody sees: its meta tags, its JSON-LD, its language."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.sources.html.html_tokens import Token, read_attributes

_MOST_TAGS = 20_000  # meta tags that are kept: references may be some thousand
_MOST_SCRIPTS = 1000  # of JSON-LD


class Meta(NamedTuple):
    """A meta tag: its name in small letters, its content, and where it stands."""

    name: str
    content: str
    place: int


class PageHead:
    """Takes what a page says of itself out of its tokens, as they pass."""

    def __init__(self) -> None:
        """Begin a page of which no token has passed."""
        self.metas: list[Meta] = []
        self.scripts: list[tuple[str, int]] = []
        self.language = ""
        self._is_data = False  # the script that is open

    def watch(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """Yield all tokens, and note what they say.

        >>> from kg.sources.html.html_tokens import read_tokens
        >>> head = PageHead()
        >>> page = read_tokens('<html lang="en"><meta name="DC.title" content="On mills">')
        >>> len(list(head.watch(page))), head.metas[0].content, head.language
        (2, 'On mills', 'en')
        """
        for token in tokens:
            if token.kind == "start" and token.name in ("meta", "html", "script"):
                self._note_tag(token)
            elif token.kind == "raw" and token.name == "script":
                self._note_script(token)
            yield token

    def _note_tag(self, token: Token) -> None:
        if token.name == "script":
            self._is_data = "ld+json" in token.content
            return
        attributes = read_attributes(token.content)
        if token.name == "html":
            self.language = self.language or attributes.get("lang", "")
            return
        name = attributes.get("name") or attributes.get("property") or ""
        content = attributes.get("content", "")
        if name and content.strip() and len(self.metas) < _MOST_TAGS:
            self.metas.append(Meta(name.strip().lower(), content, token.place))

    def _note_script(self, token: Token) -> None:
        if self._is_data and len(self.scripts) < _MOST_SCRIPTS:
            self.scripts.append((token.content, token.place))
            self._is_data = False
