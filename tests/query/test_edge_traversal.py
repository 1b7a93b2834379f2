from kg.query.edge_traversal import cross_edges, edge_documents, reach_nodes

ADA, GAUSS = "person:ada-byron", "person:carl-gauss"


def test_each_new_node_is_reached_by_its_strongest_edge(connection):
    crossed = cross_edges(connection, [ADA, GAUSS], {ADA, GAUSS})
    cards = crossed["method:punched-cards"]
    assert (cards.near, cards.edge, cards.weight) == (ADA, "uses", 2)
    assert ADA not in crossed
    assert GAUSS not in crossed
    weights = [crossing.weight for crossing in crossed.values()]
    assert weights == sorted(weights, reverse=True)


def test_what_says_little_comes_after_what_says_more(connection):
    connection.execute(
        "UPDATE nodes SET salience = 0.01 WHERE id LIKE '%punched-cards'"
    )
    crossed = cross_edges(connection, [ADA], {ADA})
    assert list(crossed)[-1] == "method:punched-cards"
    assert crossed["method:punched-cards"].salience == 0.01
    assert crossed[GAUSS].salience is None


def test_a_data_set_counts_as_what_works_use(connection):
    connection.execute("UPDATE nodes SET is_data_set = TRUE WHERE kind = 'method'")
    assert list(cross_edges(connection, [ADA], {ADA}))[-1] == "method:punched-cards"


def test_an_edge_is_crossed_from_either_end_and_keeps_its_direction(connection):
    (crossing,) = cross_edges(
        connection, ["institution:analytical-engine-lab"], set()
    ).values()
    assert crossing.far == ADA
    assert crossing.key == ("affiliation", ADA, "institution:analytical-engine-lab")


def test_the_documents_behind_edges_are_in_order(connection):
    uses = ("uses", ADA, "method:punched-cards")
    coauthor = ("coauthor", ADA, GAUSS)
    unknown = ("coauthor", GAUSS, "person:nobody")
    assert edge_documents(connection, [uses, coauthor, unknown, uses]) == {
        uses: ("doc:0", "doc:1"),
        coauthor: ("doc:1",),
        unknown: (),
    }
    assert edge_documents(connection, []) == {}


def test_nodes_are_reached_nearest_first_and_once(connection):
    near = [crossing.far for crossing in reach_nodes(connection, ADA, 1)]
    far = [crossing.far for crossing in reach_nodes(connection, ADA, 10**9)]
    assert far[: len(near)] == near
    assert len(far) == len(set(far)) > len(near)
    assert ADA not in far
    assert reach_nodes(connection, "person:nobody", 3) == []
