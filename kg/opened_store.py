"""An opened store, as Python sees it: tables, networks, questions and their evidence.

    >>> import kg
    >>> store = kg.open_store("outputs/examples")
    >>> store
    <kg store outputs/examples: 2 people, 1 institution, 1 method, 1 concept, 4 works; \
16 edges; 3 documents, 1830–1840>
    >>> [row.name for row in store.neighbours("Ada Byron", kind="person")]
    ['Carl Gauss']
    >>> store.network("coauthor").number_of_edges()
    1
    >>> store.close()
"""

from html import escape
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kg import graph
from kg.arguments import StrPath, check_path
from kg.errors import StoreError, UnknownName
from kg.kinds import EDGE_KINDS, ENTITY_KINDS, mentioned_kinds
from kg.query import entity_lookup, evidence, questions, review
from kg.query.answers import (
    DocumentEvidence,
    Expert,
    MergeReason,
    Neighbour,
    SearchHit,
    Step,
    UncertainDecision,
)
from kg.records import Entity
from kg.store import frames
from kg.store.checked_connection import connection_within
from kg.store.connection import connect
from kg.store.contents import contents_as_html, count_contents, describe_contents

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from duckdb import DuckDBPyConnection


def open_store(path: StrPath) -> "Store":
    """Open the store of a build for reading.

    Args:
        path: the folder that `kg build` wrote (or its kg.duckdb).

    Raises:
        StoreError: there is none, it is no store of kg, of another version, or open for
            writing elsewhere; the message says what to do.

    Example:
        >>> with open_store("outputs/examples") as store:
        ...     store.who("least squares")[0].name
        'Carl Gauss'
    """
    location = check_path(path, "path")
    return Store(connect(location), location)


class Store:
    """A store that is open for reading; a context manager, which closes it.

    Names are ids ("person:ada-byron"), labels or aliases, case and accents aside; what
    nothing is called raises UnknownName, with the nearest names. Once closed, a store
    answers everything with a StoreError.
    """

    def __init__(self, connection: "DuckDBPyConnection", location: Path) -> None:
        """Hold an open connection, and where it is, as it is shown."""
        self._connection = connection
        self.location = location
        self._is_open = True

    @property
    def connection(self) -> "DuckDBPyConnection":
        """Return the connection to DuckDB, for questions in SQL; raise once closed."""
        return connection_within(self._reading)

    @property
    def _reading(self) -> "DuckDBPyConnection":
        if self._is_open:
            return self._connection
        raise StoreError(f"{self.location}: is closed; kg.open_store opens it again")

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store; once closed it answers nothing."""
        self._is_open = False
        self._connection.close()

    def __repr__(self) -> str:
        # A notebook shows what was closed long ago: that is no error.
        if not self._is_open:
            return f"<kg store {self.location}, closed>"
        contents = describe_contents(count_contents(self._reading))
        return f"<kg store {self.location}: {'; '.join(contents)}>"

    def _repr_html_(self) -> str:
        """Return what is in the store as a table, for a notebook."""
        if not self._is_open:
            return f"<p>{escape(repr(self))}</p>"
        return contents_as_html(count_contents(self._reading), title=str(self.location))

    def nodes(self, kind: str | None = None) -> "pd.DataFrame":
        """Return the nodes, one a row, sorted by id.

        Columns: id, label, kind, aliases (a list), documents (works behind the node),
        first_year, last_year (missing where no year is known), and what else is known of
        a kind.

        Args:
            kind: only this kind: person, institution, method, concept or work.

        Raises:
            UnknownName: there is no such kind.

        Example:
            >>> with open_store("outputs/examples") as store:
            ...     list(store.nodes("person")["label"])
            ['Ada Byron', 'Carl Gauss']
        """
        return frames.node_frame(self._reading, _known_kind(kind, tuple(ENTITY_KINDS)))

    def edges(self, kind: str | None = None) -> "pd.DataFrame":
        """Return the edges, one a row, sorted by kind, source and target.

        Columns: kind, source, target (ids), weight (works that say so), fractional
        (1/(n-1) a work of n authors, Newman 2001), strength (association strength, van
        Eck & Waltman 2009), first_year, last_year.

        Args:
            kind: only this kind, as coauthor or cooccurrence.

        Raises:
            UnknownName: there is no such kind.
        """
        return frames.edge_frame(self._reading, _known_kind(kind, tuple(EDGE_KINDS)))

    def documents(self) -> "pd.DataFrame":
        """Return the documents, one a row, in the order of the build.

        Columns: id, source (a file), first_line, last_line (counted from 0; missing for
        records), text, title, venue, year, doi, authors, keywords, msc, … as the source
        has them, and work: the id of the paper or talk, the same for duplicates.
        """
        return frames.document_frame(self._reading)

    def mentions(self, kind: str | None = None) -> "pd.DataFrame":
        """Return the mentions, one a row, by document and place.

        Columns: document (an id), start, end (characters in the document's text, or in
        the field of a record that `field` names), kind, surface, name, role, score (the
        probability that it is one), field ("text", or as "authors.0"), facts (JSON, of
        institutions), entity (an id, or None).

        Args:
            kind: only this kind: person, institution, method or concept.

        Raises:
            UnknownName: there is no such kind.
        """
        return frames.mention_frame(self._reading, _known_kind(kind, mentioned_kinds()))

    def network(
        self,
        name: str = "all",
        *,
        counting: str | None = None,
        normalisation: str | None = None,
        backbone: str | None = None,
        min_documents: int | None = None,
        min_weight: int = 1,
        max_edges: int = graph.MAX_EDGES,
        lone_nodes: bool = False,
    ) -> "nx.Graph[str]":
        """Return one network as a networkx graph, its nodes in communities.

        Attributes are as `kg.analysis.named_network.read_network` says.

        Args:
            name: terms, people, institutions, countries, people-terms, works-terms,
                works, citation, coauthor, institution, concept or all.
            counting: full, fractional, binary or position.
            normalisation: none, association, jaccard, cosine or inclusion.
            backbone: none, significance, strongest or disparity.
            min_documents: leave out nodes of fewer works.
            min_weight: leave out edges of fewer works.
            max_edges: only the strongest.
            lone_nodes: keep nodes without an edge.

        Raises:
            UnknownName: there is no such network, or way; the message lists them.
        """
        from kg.analysis.network_communities import network_in_communities

        return network_in_communities(
            self._reading,
            name,
            counting=counting,
            normalisation=normalisation,
            backbone=backbone,
            min_documents=min_documents,
            min_weight=min_weight,
            max_edges=max_edges,
            lone_nodes=lone_nodes,
        )

    def find(self, name: str) -> list[Entity]:
        """Return the entities that `name` may mean, the likeliest first.

        Raises:
            UnknownName: nothing is called that.
        """
        return entity_lookup.find_entities(self._reading, name)

    def neighbours(
        self, name: str, *, kind: str | None = None, hops: int = 1, limit: int = 20
    ) -> list[Neighbour]:
        """Return what is linked to `name`, strongest first.

        Args:
            name: an id, a label or an alias.
            kind: only neighbours of this kind.
            hops: how many edges away; what is nearer comes first.
            limit: how many at most.

        Raises:
            UnknownName: nothing is called that, or there is no such kind.

        Example:
            >>> with open_store("outputs/examples") as store:
            ...     [row.name for row in store.neighbours("ada byron", limit=1)]
            ['punched cards']
        """
        known = _known_kind(kind, tuple(ENTITY_KINDS))
        return questions.neighbours(
            self._reading, name, kind=known, hops=hops, limit=limit
        )

    def path(self, a: str, b: str) -> list[Step]:
        """Return a shortest way from `a` to `b`, `a` first; empty where there is none."""
        return questions.path(self._reading, a, b)

    def who(self, concept: str, *, limit: int = 20) -> list[Expert]:
        """Return the people who work on `concept` (or are at an institution), ranked."""
        return questions.who(self._reading, concept, limit=limit)

    def search(self, words: str, *, limit: int = 20) -> list[SearchHit]:
        """Return nodes whose names, or works whose texts, hold all the words."""
        return questions.search(self._reading, words, limit=limit)

    def why(self, a: str, b: str | None = None) -> list[DocumentEvidence]:
        """Return the documents that mention `a`, or that are behind an edge of `a` and `b`.

        Each has the words that say so; two that nothing links have none, and
        `why_merged` says whether they are one.
        """
        if b is None:
            return evidence.why_node(self._reading, a)
        return evidence.why_edge(self._reading, a, b)

    def why_merged(self, a: str, b: str | None = None) -> list[MergeReason]:
        """Return why names were joined into `a`, or why `a` and `b` are one, or are two.

        Raises:
            UnknownName: nothing is called that.
            KGError: `a` and `b` are of kinds that are never one.
        """
        # Imported here: comparing two names takes the whole of resolution.
        from kg.query import merge_reasons as merges

        if b is None:
            return merges.why_merged(self._reading, a)
        return merges.why_one(self._reading, a, b)

    def uncertain_decisions(self, *, limit: int = 100) -> list[UncertainDecision]:
        """Return what was least certain of who is who, most important first."""
        return review.least_certain(self._reading, limit=limit)


def _known_kind(kind: str | None, known: tuple[str, ...]) -> str | None:
    # Else a slip of the pen gives an empty table, which looks like an answer.
    if kind is not None and kind not in known:
        raise UnknownName("kind", kind, known, all_known=True)
    return kind
