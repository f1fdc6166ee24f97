"""pgRouting in a PostgreSQL of its own: the edges lie in a table, and every call reads them from there.

The search begins at one node added before the places: with `equicost => true` and several starts, pgRouting 3.4 gave some
nodes of New York more than their least distance.
"""

import io

import numpy

from temporary_postgres import TemporaryPostgres

METHOD = "pgRouting pgr_drivingDistance"
REPETITIONS = 3
MOST_NODES = 300_000  # importing and each call take minutes beyond


def prepare(question):
    server = TemporaryPostgres()
    cursor = server.connection.cursor()
    cursor.execute("CREATE EXTENSION pgrouting CASCADE")
    cursor.execute("CREATE TABLE edges (id bigint, source bigint, target bigint, cost float8, reverse_cost float8)")
    source = question.nodes
    tails, heads, costs = question.with_source(source)
    rows = numpy.column_stack([numpy.arange(len(heads)), tails, heads, costs])
    text = io.StringIO()
    numpy.savetxt(text, rows, fmt="%d", delimiter="\t")
    lines = io.StringIO(text.getvalue().replace("\n", "\t-1\n"))
    cursor.copy_from(lines, "edges", columns=("id", "source", "target", "cost", "reverse_cost"))
    cursor.execute("ANALYZE edges")

    def run(server=server):  # the server lives as long as this function
        cursor.execute(
            "SELECT node, agg_cost FROM pgr_drivingDistance('SELECT id, source, target, cost, reverse_cost FROM edges',"
            " %s, 4294967295, directed => true) WHERE node <> %s", (source, source))
        found = numpy.array(cursor.fetchall())
        distances = numpy.full(question.nodes, numpy.inf)
        distances[found[:, 0].astype(numpy.int64)] = found[:, 1]
        return distances

    return run
