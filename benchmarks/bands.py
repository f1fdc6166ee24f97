#!/usr/bin/env python3
"""Do the bands of --spread hold the truth?

Residents are known by 250 m squares. They are summed to squares of a kilometre, as most planners have them, and gapmap is
asked for the share within a limit with --spread; the truth is its share with the 250 m squares. Squares of a kilometre may
begin at any 250 m, so each of several grids is a town of its own; areas are blocks of such squares, and all of them
together. Places are those of the data that lie among the squares, some of them, and places drawn where people live, by
fixed seeds. What is printed, by limit and area: how many pairs of an area and a limit, how many of them the band holds (to
half a tenth of a percentage point), and the median width; the same for pairs whose share is not plainly 0 or 100 %.

    python3 benchmarks/bands.py build/release/gapmap FOLDER [--spread FILE] [--limits 500,1000,2000,3000,5000]

FOLDER holds population_250m.gpkg (squares, inhabitants), roads.gpkg and places.gpkg in EPSG:3067. Python's own modules do.
"""

import argparse
import collections
import csv
import json
import math
import pathlib
import random
import sqlite3
import statistics
import struct
import subprocess
import tempfile

CRS = "EPSG:3067"
SIDE = 4  # 250 m squares along a kilometre
LEAST_RESIDENTS = 300  # of an area: a handful of homes is no municipality
SLACK = 0.0005


def first_points(blob):
    """The points of the first ring (or the point) of a geometry of a GeoPackage."""
    envelope = (0, 32, 48, 48, 64)[blob[3] >> 1 & 7]
    wkb = blob[8 + envelope:]
    at = 0
    while True:
        order = "<" if wkb[at] == 1 else ">"
        kind = struct.unpack_from(order + "I", wkb, at + 1)[0] % 1000
        at += 5
        if kind == 1:
            return [struct.unpack_from(order + "2d", wkb, at)]
        count = struct.unpack_from(order + "I", wkb, at)[0]
        at += 4
        if kind == 3:
            points = struct.unpack_from(order + "I", wkb, at)[0]
            return [struct.unpack_from(order + "2d", wkb, at + 4 + 16 * i) for i in range(points)]
        if kind not in (4, 6) or count == 0:
            raise SystemExit(f"geometry of kind {kind}")


def rows(path, layer, fields):
    uri = f"file:{path}?mode=ro&immutable=1"
    with sqlite3.connect(uri, uri=True) as base:
        return base.execute(f"select {fields}, geom from {layer}").fetchall()


class Grid:
    """The grid of the 250 m squares, which may be turned a little in the coordinates of the data."""

    def __init__(self, corner, east, north):
        self.corner, self.east, self.north = corner, east, north
        self.area = east[0] * north[1] - east[1] * north[0]

    def at(self, column, row):
        return [self.corner[k] + column * self.east[k] + row * self.north[k] for k in (0, 1)]

    def index(self, point):
        x, y = (point[k] - self.corner[k] for k in (0, 1))
        return ((x * self.north[1] - y * self.north[0]) / self.area, (self.east[0] * y - self.east[1] * x) / self.area)

    def block(self, column, row, size):
        return [self.at(column + i * size, row + j * size) for i, j in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))]


def squares_of(folder):
    """The grid, and residents by column and row."""
    read = [(residents, first_points(blob)[:4]) for residents, blob in
            rows(folder / "population_250m.gpkg", "population", "inhabitants")]
    ring = read[0][1]
    sides = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(ring, ring[1:] + ring[:1])]
    grid = Grid((min(p[0] for p in ring), min(p[1] for p in ring)),
                max(sides, key=lambda side: side[0]), max(sides, key=lambda side: side[1]))
    squares = collections.Counter()
    for residents, ring in read:
        middle = [sum(p[k] for p in ring) / 4 for k in (0, 1)]
        squares[tuple(math.floor(i) for i in grid.index(middle))] += residents
    return grid, squares


def write_areas(path, features):
    """Writes polygons; features are (properties, ring)."""
    path.write_text(json.dumps({
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": f"urn:ogc:def:crs:{CRS.replace(':', '::')}"}},
        "features": [{"type": "Feature", "properties": properties,
                      "geometry": {"type": "Polygon", "coordinates": [ring]}} for properties, ring in features]}))


def place_sets(folder, grid, squares):
    """Sets of points by name."""
    real = [first_points(blob)[0] for _, blob in rows(folder / "places.gpkg", "places", "id")]
    real = [p for p in real if tuple(math.floor(i) for i in grid.index(p)) in squares]
    chance = random.Random(1)
    sets = {f"all {len(real)} places": real}
    for number in range(3):
        sets[f"some places {number + 1}"] = chance.sample(real, (len(real) + 1) // 2)
    inhabited = sorted(squares)
    for count in (3, 6, 12):
        for number in range(2):
            drawn = chance.choices(inhabited, [squares[s] for s in inhabited], k=count)
            sets[f"{count} drawn {number + 1}"] = [grid.at(c + 0.5, r + 0.5) for c, r in drawn]
    return sets


class Run:
    def __init__(self, gapmap, folder, work):
        self.gapmap, self.folder, self.work = gapmap, folder, work

    def __call__(self, population, limits, *more):
        out = self.work / "out"
        words = [self.gapmap, "coverage", "--areas", self.work / "areas.json", "--roads", self.folder / "roads.gpkg",
                 "--population", population, "--places", self.work / "places.csv", "--place-crs", CRS, "--mode", "car",
                 "--remedies", "0", "--quiet", "--overwrite", "-o", out, *more]
        for limit in limits:
            words += ["--limit", f"{limit} m"]
        subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)
        with open(out / "municipalities.csv", encoding="utf-8") as file:
            return {row["municipality_name"]: row for row in csv.DictReader(file)}


def name_of_limit(limit):
    return f"{limit // 1000}_km" if limit % 1000 == 0 else f"{limit}_m"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gapmap", type=pathlib.Path)
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--spread", default="roads")
    options.add_argument("--limits", default="500,1000,2000,3000,5000")
    options.add_argument("--grids", type=int, default=8, help="how many grids of a kilometre, up to 16")
    options.add_argument("--blocks", default="2,4", help="sides of the areas in kilometres")
    asked = options.parse_args()
    limits = [int(limit) for limit in asked.limits.split(",")]
    grid, squares = squares_of(asked.folder)
    found = []  # (limit, side of the area or "all", whether it holds, width, whether it is plain)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        run = Run(asked.gapmap, asked.folder, work)
        write_areas(work / "small.json", [({"id": f"{c}_{r}", "inhabitants": residents}, grid.block(c, r, 1))
                                          for (c, r), residents in sorted(squares.items())])
        for shift in [(n * 5 % SIDE, (n * 5 // SIDE + n) % SIDE) for n in range(asked.grids)]:
            large = collections.Counter()
            for (c, r), residents in squares.items():
                large[(c + shift[0]) // SIDE, (r + shift[1]) // SIDE] += residents
            corner = lambda c, r: (c * SIDE - shift[0], r * SIDE - shift[1])
            write_areas(work / "large.json", [({"id": f"{c}_{r}", "inhabitants": residents},
                                               grid.block(*corner(c, r), SIDE))
                                              for (c, r), residents in sorted(large.items())])
            for number, side in enumerate(int(side) for side in asked.blocks.split(",")):
                blocks = sorted({(c // side, r // side) for c, r in large})
                write_areas(work / "areas.json",
                            [({"kunta": f"{n:03}", "nimi": f"area {n}"},
                              grid.block(*corner(c * side, r * side), SIDE * side))
                             for n, (c, r) in enumerate(blocks, 1)])
                for places in place_sets(asked.folder, grid, squares).values():
                    lines = [f"{n};{x};{y}" for n, (x, y) in enumerate(places)]
                    (work / "places.csv").write_text("\n".join(["id;x;y", *lines]) + "\n")
                    truth = run(work / "small.json", limits)
                    for limit in limits:
                        for name, row in run(work / "large.json", [limit], "--spread", asked.spread).items():
                            if float(row["residents"] or 0) < LEAST_RESIDENTS or (name == "Total" and number > 0):
                                continue
                            true = float(truth[name][name_of_limit(limit) + "_share" if len(limits) > 1 else "share"])
                            low, high = (float(row[f"spread_share_{end}"]) for end in ("low", "high"))
                            found.append((limit, "all" if name == "Total" else f"{side} km",
                                          low - SLACK <= true <= high + SLACK, high - low,
                                          low == high and abs(true - low) <= SLACK))
    print("limit  areas   pairs    held  median width   not plain    held  median width")
    kinds = sorted({area for _, area, *_ in found}) + ["every"]
    for limit in [*limits, "every"]:
        for kind in kinds:
            of = [each for each in found if limit in (each[0], "every") and kind in (each[1], "every")]
            line = f"{limit!s:>5}  {kind:<6}"
            for some in (of, [each for each in of if not each[4]]):
                held = sum(each[2] for each in some)
                width = statistics.median([each[3] for each in some] or [0])
                line += f"{len(some):>8} {100 * held / max(1, len(some)):>6.1f} % {100 * width:>9.2f} pts  "
            print(line)


if __name__ == "__main__":
    main()
