#!/usr/bin/env python3
"""Driving times of gapmap beside those by the rules of other routers, over random pairs of junctions of an extract."""

import argparse
import os
import statistics
import tempfile

import drivers
import extract
import routers


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("extract", metavar="FILE.osm.pbf")
    parser.add_argument("--pairs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gapmap", default="build/release/gapmap", help="the program")
    parser.add_argument("--speeds", action="append", help="changes of speeds; once for each row of the table")
    given = parser.parse_args()
    pairs, points = extract.draw_pairs(given.extract, given.pairs, given.seed)
    points = {node: points[node] for pair in pairs for node in pair}
    theirs = [(rules.name, drivers.Network(given.extract, rules).times(pairs))
              for rules in (drivers.Osrm(), drivers.GraphHopper())]
    print(f"{'':14} router          pairs   quartile  median  quartile   gapmap : router")
    with tempfile.TemporaryDirectory() as folder:
        gapmap = routers.Gapmap(given.gapmap, given.extract, points, folder)
        for changes in given.speeds or [""]:
            ours = gapmap.times("car", pairs, ["--speeds", changes] if changes else [])
            for name, peer in theirs:
                ratios = [a / b for a, b in zip(ours, peer) if a and b]
                low, middle, high = statistics.quantiles(ratios, n=4)
                print(f"{os.path.basename(given.extract)[:14]:14} {name:14} {len(ratios):6} {low:10.3f} {middle:7.3f} {high:9.3f}   {changes[:60]}", flush=True)


if __name__ == "__main__":
    main()
