#!/usr/bin/env python3
"""How many points of a regular grid over an OpenStreetMap extract are unreachable, and where they lie together."""

import argparse
import collections
import csv
import json
import math
import os
import random
import tempfile

import extract
import routers

FAR_M = 500  # from every node of a road: the sea
SHARE_BEYOND = 0.005  # of the nodes on each side: roads that stick out of the extract
PLACES = 20
TOGETHER_M = 300


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("extracts", metavar="FILE.osm.pbf", nargs="+")
    parser.add_argument("--mode", action="append", choices=routers.MODES, help="may be given again (default: car, walk)")
    parser.add_argument("--spacing", type=float, default=100, help="metres between points (default: 100)")
    parser.add_argument("--gapmap", default="build/release/gapmap", help="the program")
    parser.add_argument("--list", action="store_true", help="also how many lie together, and one of each such group")
    given = parser.parse_args()
    print(f"{'':20} mode   points  covered  unreachable  off network")
    for path in given.extracts:
        points = grid(path, given.spacing)
        for mode in given.mode or ("car", "walk"):
            status = statuses(given.gapmap, path, points, mode)
            count = collections.Counter(status)
            print(f"{os.path.basename(path)[:20]:20} {mode:5} {len(points):7} {count['covered']:8} {count['unreachable']:12}"
                  f" {count['off_network']:12}", flush=True)
            if given.list:
                for group in groups([point for point, said in zip(points, status) if said == "unreachable"]):
                    lon, lat = group[len(group) // 2]
                    print(f"    {len(group):5} around {lon:.5f}, {lat:.5f}")


def grid(path, spacing):
    """(lon, lat) of points near roads."""
    nodes = [(float(fields["x"]), float(fields["y"])) for line in extract.read_lines(path, "w/highway") if line[0] == "n"
             for fields in [extract.parse(line)[2]] if fields.get("x")]
    (west, east), (south, north) = (
        (values[int(len(values) * SHARE_BEYOND)], values[-1 - int(len(values) * SHARE_BEYOND)]) for values in map(sorted, zip(*nodes)))
    degree_east, degree_north = 111_320 * math.cos(math.radians((south + north) / 2)), 111_200
    boxes = {(int((x - west) * degree_east // FAR_M), int((y - south) * degree_north // FAR_M)) for x, y in nodes}
    return [(west + column * spacing / degree_east, south + row * spacing / degree_north)
            for column in range(int((east - west) * degree_east / spacing) + 1)
            for row in range(int((north - south) * degree_north / spacing) + 1)
            if (int(column * spacing // FAR_M), int(row * spacing // FAR_M)) in boxes]


def statuses(program, path, points, mode):
    """Of each point, by the same places for every mode: junctions of plain streets, spread by chance."""
    streets = extract.inner(extract.junctions(path))
    places = random.Random(7).sample(list(streets), min(PLACES, len(streets)))
    xs, ys = zip(*points)
    crs = f"EPSG:{32601 + int(((min(xs) + max(xs)) / 2 + 180) / 6) + (100 if min(ys) < 0 else 0)}"  # the UTM zone
    ring = [(min(xs) - 1, min(ys) - 1), (max(xs) + 1, min(ys) - 1), (max(xs) + 1, max(ys) + 1), (min(xs) - 1, max(ys) + 1),
            (min(xs) - 1, min(ys) - 1)]
    with tempfile.TemporaryDirectory() as folder:
        areas, people, halls, out = (os.path.join(folder, name) for name in ("areas.geojson", "people.csv", "places.csv", "out"))
        with open(areas, "w", encoding="utf-8") as file:
            json.dump({"type": "FeatureCollection", "features": [
                {"type": "Feature", "properties": {"code": "1", "name": "extract"},
                 "geometry": {"type": "Polygon", "coordinates": [ring]}}]}, file)
        routers.write_csv(people, ["id", "lon", "lat", "people"], [[i, f"{x:.7f}", f"{y:.7f}", 1] for i, (x, y) in enumerate(points)])
        routers.write_csv(halls, ["id", "lon", "lat"], [[node, *streets[node]] for node in places])
        routers.run([program, "coverage", "--areas", areas, "--area-code", "code", "--area-name", "name", "--population", people,
                     "--population-total", "people", "--cell-id", "id", "--population-x", "lon", "--population-y", "lat",
                     "--places", halls, "--roads", path, "--mode", mode, "--max-off-road", "1 km", "--limit", "200 km",
                     "--crs", crs, "--quiet", "-o", out])
        with open(os.path.join(out, "cells.csv"), newline="", encoding="utf-8") as file:
            found = {int(row["cell_id"]): row["status"] for row in csv.DictReader(file)}
    return [found[i] for i in range(len(points))]


def groups(points):
    """Those that lie together, the largest group first."""
    left, found = set(points), []
    while left:
        group = [left.pop()]
        for x, y in group:  # grows on the way
            near = [other for other in left
                    if math.hypot((other[0] - x) * math.cos(math.radians(y)), other[1] - y) * 111_200 < TOGETHER_M]
            left.difference_update(near)
            group += near
        found.append(sorted(group))
    return sorted(found, key=lambda group: (-len(group), group[0]))


if __name__ == "__main__":
    main()
