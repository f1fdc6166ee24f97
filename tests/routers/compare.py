#!/usr/bin/env python3
"""Distances of gapmap beside those of Routino and pgRouting, over random pairs of junctions of an OpenStreetMap extract."""

import argparse
import os
import statistics
import sys
import tempfile

import extract
import routers

TOLERANCE_M, TOLERANCE_SHARE = 20, 0.005


def agree(ours, theirs):
    if ours is None or theirs is None:
        return ours is theirs
    return abs(ours - theirs) <= max(TOLERANCE_M, TOLERANCE_SHARE * ours)


def row(mode, name, ours, theirs):
    both = [(a, b) for a, b in zip(ours, theirs) if a is not None and b is not None]
    off = [abs(a - b) for a, b in both]
    same = sum(agree(a, b) for a, b in zip(ours, theirs))
    return (f"{mode:5} {name:10} {len(ours):6} {same / len(ours):8.1%} {statistics.median(off or [0]):9.2f}"
            f" {sum(off) / max(sum(b for _, b in both), 1):8.2%} {max(off, default=0):9.0f} {sum(a - b > 0 and not agree(a, b) for a, b in both):8} {sum(b - a > 0 and not agree(a, b) for a, b in both):8}"
            f" {sum(a is None and b is not None for a, b in zip(ours, theirs)):8}"
            f" {sum(a is not None and b is None for a, b in zip(ours, theirs)):8}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("extract", metavar="FILE.osm.pbf")
    parser.add_argument("--pairs", type=int, default=300, help="for each mode (default: 300)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--open", action="store_true", help="rules that routers read differently, written out for all of them")
    parser.add_argument("--mode", action="append", choices=routers.MODES, help="only this one; may be given again")
    parser.add_argument("--gapmap", default="build/release/gapmap", help="the program")
    parser.add_argument("--differing", metavar="FILE.csv", help="where to write the pairs that differ")
    given = parser.parse_args()

    pairs, points = extract.draw_pairs(given.extract, given.pairs, given.seed)
    points = {node: points[node] for pair in pairs for node in pair}
    differing = []
    with tempfile.TemporaryDirectory() as folder:
        if given.open:
            extract.write_open(given.extract, os.path.join(folder, "open.osm.pbf"))
            given.extract = os.path.join(folder, "open.osm.pbf")
        gapmap = routers.Gapmap(given.gapmap, given.extract, points, folder)
        peers = [routers.Routino(given.extract, points, folder), routers.PgRouting(given.extract, folder)]
        print("mode  router      pairs     same  median m     mean largest m   longer  shorter  only it only gapmap")
        try:
            for mode in given.mode or routers.MODES:
                ours = gapmap.distances(mode, pairs)
                for peer in peers:
                    theirs = peer.distances(mode, pairs)
                    print(row(mode, peer.name, ours, theirs), flush=True)
                    differing += [[mode, peer.name, origin, to, *points[origin], *points[to], a, b]
                                  for (origin, to), a, b in zip(pairs, ours, theirs) if not agree(a, b)]
        finally:
            peers[1].close()
    if given.differing:
        routers.write_csv(given.differing, ["mode", "router", "from_node", "to_node", "from_lon", "from_lat", "to_lon", "to_lat",
                                            "gapmap_m", "router_m"], differing)
        print(f"{len(differing)} pairs that differ: {os.path.abspath(given.differing)}", file=sys.stderr)


if __name__ == "__main__":
    main()
