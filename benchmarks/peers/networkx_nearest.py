"""NetworkX: what most notebooks use, in Python throughout."""

import networkx
import numpy

METHOD = f"networkx {networkx.__version__} multi_source_dijkstra"
REPETITIONS = 1
MOST_NODES = 3_000_000  # a larger graph of Python objects fills a laptop's memory


def prepare(question):
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(question.nodes))
    graph.add_weighted_edges_from(zip(question.tails().tolist(), question.heads.tolist(), question.costs.tolist()))
    places = set(question.places.tolist())

    def run():
        found = networkx.multi_source_dijkstra_path_length(graph, places)
        distances = numpy.full(question.nodes, numpy.inf)
        distances[list(found)] = list(found.values())
        return distances

    return run
