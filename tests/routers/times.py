#!/usr/bin/env python3
"""Driving times of gapmap beside those by the rules of other routers, over random pairs of junctions of extracts."""

import argparse
import itertools
import os
import statistics
import tempfile

import drivers
import extract
import routers

BANDS = (("all", 0, 1e9), ("1-3 km", 1000, 3000), ("> 3 km", 3000, 1e9))  # as the crow flies
FEW = 20  # pairs that say nothing


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("extracts", metavar="FILE.osm.pbf", nargs="+")
    parser.add_argument("--pairs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gapmap", default="build/release/gapmap", help="the program")
    parser.add_argument("--speeds", action="append", help="changes of speeds; once for each block of the table")
    parser.add_argument("--traffic", action="append", choices=("free", "day", "rush"), help="once for each block of the table")
    given = parser.parse_args()
    print(f"{'':14} {'router':13} {'distance':8} {'pairs':>5} {'quartile':>8} {'median':>8} {'quartile':>8}   gapmap : router")
    for path in given.extracts:
        compare(path, given)


def compare(path, given):
    pairs, points = extract.draw_pairs(path, given.pairs, given.seed)
    points = {node: points[node] for pair in pairs for node in pair}
    apart = [routers.length_m([points[a], points[b]]) for a, b in pairs]
    theirs = [(rules.name, drivers.Network(path, rules).times(pairs)) for rules in (drivers.Osrm(), drivers.GraphHopper())]
    with tempfile.TemporaryDirectory() as folder:
        gapmap = routers.Gapmap(given.gapmap, path, points, folder)
        for changes, traffic in itertools.product(given.speeds or [""], given.traffic or ["free"]):
            ours = gapmap.times("car", pairs, ["--traffic", traffic] + (["--speeds", changes] if changes else []))
            for name, peer in theirs:
                for band, least, most in BANDS:
                    ratios = [a / b for a, b, far in zip(ours, peer, apart) if a and b and least <= far < most]
                    if len(ratios) < FEW:
                        continue
                    low, middle, high = statistics.quantiles(ratios, n=4)
                    print(f"{os.path.basename(path)[:14]:14} {name:13} {band:8} {len(ratios):5} {low:8.3f} {middle:8.3f}"
                          f" {high:8.3f}   {traffic} {changes[:60]}", flush=True)


if __name__ == "__main__":
    main()
