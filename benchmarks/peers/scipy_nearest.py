"""SciPy: one compiled Dijkstra from all places together (Fibonacci heap)."""

import numpy
import scipy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

METHOD = f"scipy {scipy.__version__} dijkstra(min_only=True)"
REPETITIONS = 3
MOST_NODES = 10_000_000


def prepare(question):
    graph = csr_matrix((question.costs.astype(numpy.float64), question.heads, question.first_out),
                       shape=(question.nodes, question.nodes))
    return lambda: dijkstra(graph, indices=question.places, min_only=True)
