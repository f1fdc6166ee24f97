"""The question that every peer answers: how far is each node of a network from the nearest of some places?

A folder made by benchmark_nearest holds it: a graph in compressed rows, nodes in the order of loading, the places, and
gapmap's own distances, which a peer's must equal before it is timed.
"""

import csv
import json
import os
import platform
import statistics
import sys
import time
from pathlib import Path

import numpy

UNREACHED = numpy.iinfo(numpy.uint32).max


class Question:
    def __init__(self, folder):
        column = lambda name: numpy.load(Path(folder) / f"{name}.npy")
        self.first_out = column("first_out").astype(numpy.int32)
        self.heads = column("heads").astype(numpy.int32)
        self.costs = column("costs")
        self.places = column("places").astype(numpy.int32)
        self.distances = column("distances")
        self.about = json.loads((Path(folder) / "about.json").read_text())

    @property
    def nodes(self):
        return len(self.first_out) - 1

    def tails(self):
        """Node each edge leaves, parallel to heads."""
        return numpy.repeat(numpy.arange(self.nodes, dtype=numpy.int32), numpy.diff(self.first_out))

    def with_source(self, source):
        """Tails, heads and costs of all edges and of one more from node `source` to each place, at no cost."""
        at_source = numpy.full(len(self.places), source, dtype=numpy.int32)
        return (numpy.concatenate([self.tails(), at_source]), numpy.concatenate([self.heads, self.places]),
                numpy.concatenate([self.costs.astype(numpy.float64), numpy.zeros(len(self.places))]))

    def verify(self, method, distances):
        """`distances` by node, infinite or NaN where none is reached. Exits if they are not ours."""
        distances = numpy.asarray(distances, dtype=numpy.float64)
        found = numpy.where(numpy.isfinite(distances), numpy.rint(distances), UNREACHED).astype(numpy.uint32)
        wrong = numpy.flatnonzero(found != self.distances)
        if len(wrong):
            node = wrong[0]
            sys.exit(f"{method}: {len(wrong)} nodes differ, first {node}: {found[node]} for {self.distances[node]}")


def quartiles_s(run, repetitions):
    """Lower quartile, median and upper quartile of the seconds `run` takes, after one run that is not counted."""
    times = []
    for repetition in range(repetitions + 1):
        start = time.perf_counter()
        run()
        if repetition:
            times.append(time.perf_counter() - start)
    if len(times) == 1:
        return times * 3
    lower, median, upper = statistics.quantiles(times, n=4, method="inclusive")
    return lower, median, upper


def print_row(question, method, repetitions, quartiles):
    """A row as benchmarks/measurement.cpp prints it; without a ratio, which there means the ratio to Boost."""
    lower, median, upper = quartiles
    csv.writer(sys.stdout, lineterminator="\n").writerow(
        [os.environ.get("GAPMAP_COMMIT", "unknown"), f"python {platform.python_version()}", os.cpu_count(),
         question.about["data_set"], question.nodes, len(question.heads), method, repetitions,
         f"{median:.6f}", f"{lower:.6f}", f"{upper:.6f}", "", "", ""])
    sys.stdout.flush()
    ratio = median / question.about["sweep_median_s"]
    print(f"  {method:<38}{median * 1e3:9.1f} ms; gapmap's sweep is {ratio:.1f} x as fast", file=sys.stderr)
