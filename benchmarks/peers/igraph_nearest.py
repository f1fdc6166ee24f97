"""igraph: Dijkstra from one node added before the places, since its distances() knows no sets of sources."""

import igraph

METHOD = f"igraph {igraph.__version__} distances"
REPETITIONS = 3
MOST_NODES = 10_000_000


def prepare(question):
    source = question.nodes
    tails, heads, costs = question.with_source(source)
    graph = igraph.Graph(n=source + 1, edges=zip(tails.tolist(), heads.tolist()), directed=True)
    graph.es["cost"] = costs.tolist()
    return lambda: graph.distances(source=source, weights="cost", mode="out")[0][:source]
