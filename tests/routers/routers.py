"""gapmap and its peers, each as distances(mode, pairs) -> [metres, or None where it finds no way]."""

import csv
import json
import math
import os
import re
import shutil
import subprocess
import tempfile

import extract

MODES = ("car", "bike", "walk")


def run(arguments, **options):
    done = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", **options)
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)}\n{done.stdout}{done.stderr}")
    return done.stdout


def length_m(points):
    """Of a line of (lon, lat) on WGS 84, with the radii of curvature at the middle of each piece (good to 1e-6 below 1 km)."""
    a, e2 = 6378137.0, 0.00669437999014
    total = 0.0
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        sine = math.sin(math.radians((y0 + y1) / 2))
        w = math.sqrt(1 - e2 * sine * sine)
        east = math.radians(x1 - x0) * a / w * math.sqrt(1 - sine * sine)
        north = math.radians(y1 - y0) * a * (1 - e2) / w ** 3
        total += math.hypot(east, north)
    return total


def write_csv(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


class Gapmap:
    """The program itself: the origins are the population, the destination the only place, one run a destination."""

    name = "gapmap"

    def __init__(self, program, path, points, folder):
        self.program, self.points, self.folder = program, points, folder
        xs, ys = zip(*points.values())
        self.crs = f"EPSG:{32601 + int((sum(xs) / len(xs) + 180) / 6) + (100 if min(ys) < 0 else 0)}"  # the UTM zone
        self.network = os.path.join(folder, "roads.gmnet")
        run([program, "network", "build", path, "--crs", self.crs, "-o", self.network, "--quiet"])
        ring = [(min(xs), min(ys)), (max(xs), min(ys)), (max(xs), max(ys)), (min(xs), max(ys)), (min(xs), min(ys))]
        self.areas = os.path.join(folder, "areas.geojson")
        with open(self.areas, "w", encoding="utf-8") as file:
            json.dump({"type": "FeatureCollection", "features": [
                {"type": "Feature", "properties": {"code": "1", "name": "extract"},
                 "geometry": {"type": "Polygon", "coordinates": [ring]}}]}, file)

    def distances(self, mode, pairs):
        return self.measured(mode, pairs, "distance_m", ["--limit", "100 km"])

    def times(self, mode, pairs, options=()):
        """Seconds; `options` are further words of the command line."""
        return self.measured(mode, pairs, "time_s", ["--limit", "600 min", *options])

    def measured(self, mode, pairs, column, options):
        found = {}
        for to in dict.fromkeys(to for _, to in pairs):
            with tempfile.TemporaryDirectory(dir=self.folder) as folder:
                origins = [origin for origin, end in pairs if end == to]
                people, place = os.path.join(folder, "people.csv"), os.path.join(folder, "place.csv")
                write_csv(people, ["node", "lon", "lat", "people"], [[o, *self.points[o], 1] for o in origins])
                write_csv(place, ["id", "lon", "lat"], [[to, *self.points[to]]])
                words = [self.program, "coverage", "--areas", self.areas, "--area-code", "code", "--area-name", "name",
                         "--population", people, "--population-total", "people", "--cell-id", "node",
                         "--population-x", "lon", "--population-y", "lat", "--places", place, "--roads", self.network,
                         "--mode", mode, "--max-off-road", "1 m", "--crs", self.crs, "--quiet", "-o", os.path.join(folder, "out"),
                         *options]
                try:
                    run(words)
                except SystemExit as error:
                    if "no place lies within" not in str(error):
                        raise
                    found.update({(origin, to): None for origin in origins})  # no way on leads there
                    continue
                with open(os.path.join(folder, "out", "cells.csv"), newline="", encoding="utf-8") as file:
                    for row in csv.DictReader(file):
                        found[int(row["cell_id"]), to] = float(row[column]) if row[column] else None
        return [found[pair] for pair in pairs]


class Routino:
    """Its own reading of the tags (/usr/share/routino/tagging.xml), the shortest way with no preference for any road."""

    name = "Routino"
    TRANSPORT = {"car": "motorcar", "bike": "bicycle", "walk": "foot"}
    HIGHWAYS = ("motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "service",
                "track", "cycleway", "path", "steps", "ferry")
    PROPERTIES = ("paved", "multilane", "bridge", "tunnel", "footroute", "bicycleroute")

    def __init__(self, path, points, folder, turns=1):
        self.points, self.folder, self.turns = points, folder, turns
        run(["planetsplitter", f"--dir={folder}", "--prune-none", "--tagging=/usr/share/routino/tagging.xml", path])

    def path(self, mode, pair):
        (x0, y0), (x1, y1) = self.points[pair[0]], self.points[pair[1]]
        out = subprocess.run(
            ["routino-router-slim", f"--dir={self.folder}", f"--transport={self.TRANSPORT[mode]}", "--shortest",
             "--exact-nodes-only", *[f"--highway-{highway}=100" for highway in self.HIGHWAYS],
             *[f"--speed-{highway}=10" for highway in self.HIGHWAYS],
             *[f"--property-{name}=50" for name in self.PROPERTIES],
             f"--oneway={0 if mode == 'walk' else 1}", f"--turns={0 if mode == 'walk' else self.turns}", f"--lon1={x0}", f"--lat1={y0}",
             f"--lon2={x1}", f"--lat2={y1}", "--output-stdout", "--output-text-all", "--quiet"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8")
        if out.returncode:
            return None
        lines = (line.split() for line in out.stdout.splitlines() if re.match(r"\s*-?\d", line))
        return [(float(words[1]), float(words[0])) for words in lines]

    def distances(self, mode, pairs):
        paths = [self.path(mode, pair) for pair in pairs]
        return [None if path is None else length_m(path) for path in paths]


class PgRouting:
    """osm2pgrouting's topology, lengths and one-way streets; who may pass is the plain reading of the wiki below."""

    name = "pgRouting"
    ROADS = ("trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link", "tertiary", "tertiary_link",
             "unclassified", "residential", "living_street", "service", "track", "road")
    WAYS = ("pedestrian", "cycleway", "path")
    ON_FOOT = ("footway", "steps", "bridleway", "corridor", "elevator", "platform")
    KINDS = {"car": ("motorway", "motorway_link") + ROADS, "bike": ROADS + WAYS, "walk": ROADS + WAYS + ON_FOOT}
    KEYS = {"car": ("motorcar", "motor_vehicle", "vehicle", "access"), "bike": ("bicycle", "vehicle", "access"),
            "walk": ("foot", "access")}  # the first that a way has decides
    CLOSED = ("no", "private", "permit", "delivery", "agricultural", "forestry", "military", "emergency", "use_sidepath",
              "bus", "psv")
    OPEN = ("yes", "designated", "permissive", "destination", "dismount")
    STOPS = {"car": ("bollard", "block", "cycle_barrier", "motorcycle_barrier", "chain", "turnstile", "kissing_gate", "stile"),
             "bike": ("turnstile", "kissing_gate", "stile"), "walk": ()}
    CONTRAFLOW = "coalesce(tags->'oneway:bicycle', '') = 'no' OR coalesce(tags->'cycleway', '') LIKE 'opposite%'"

    def __init__(self, path, folder):
        self.as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        self.cluster = run(self.as_postgres + ["mktemp", "-d"]).strip()
        self.bin = run(["pg_config", "--bindir"]).strip() if shutil.which("pg_config") else "/usr/lib/postgresql/15/bin"
        run(self.as_postgres + [f"{self.bin}/initdb", "-D", self.cluster, "-U", "gapmap", "--auth=trust"], cwd="/")
        # Started without pipes: the server would keep them open.
        subprocess.run(self.as_postgres + [f"{self.bin}/pg_ctl", "start", "-w", "-D", self.cluster, "-l",
                       f"{self.cluster}/log", "-o", f"-k {self.cluster} -c listen_addresses=''"], check=True, cwd="/",
                       stdout=subprocess.DEVNULL)
        for extension in ("postgis", "pgrouting", "hstore"):
            self.sql(f"CREATE EXTENSION {extension}")
        kinds = "".join(f'<tag_value name="{kind}" id="{i}"/>' for i, kind in enumerate(self.KINDS["walk"] +
                                                                                   self.KINDS["car"][:2], 101))
        config, roads = os.path.join(folder, "kinds.xml"), os.path.join(folder, "roads.osm")
        with open(config, "w", encoding="utf-8") as file:
            file.write(f'<?xml version="1.0"?><configuration><tag_name name="highway" id="1">{kinds}</tag_name>'
                       '<tag_name name="route" id="2"><tag_value name="ferry" id="201"/></tag_name>'
                       '<tag_name name="man_made" id="3"><tag_value name="pier" id="301"/></tag_name>'
                       '<tag_name name="railway" id="4"><tag_value name="platform" id="401"/></tag_name>'
                       '<tag_name name="public_transport" id="5"><tag_value name="platform" id="501"/></tag_name>'
                       "</configuration>")
        self.barriers = extract.write_whole(path, roads, "w/highway", "w/route=ferry", "w/man_made=pier", "w/railway=platform",
                            "w/public_transport=platform")
        run(["osm2pgrouting", "-f", roads, "-c", config, "-d", "postgres", "-U", "gapmap", "-h", self.cluster,
             "--addnodes", "--tags", "--clean"])

    def sql(self, text):
        return run(["psql", "-h", self.cluster, "-U", "gapmap", "-d", "postgres", "-q", "-At", "-F", ",", "-v",
                    "ON_ERROR_STOP=1", "-c", text])

    def is_stopped(self, mode, tags):
        said = next((tags[key] for key in self.KEYS[mode] if key in tags), None)
        if said in self.CLOSED or said in self.OPEN:
            return said in self.CLOSED
        return tags["barrier"] in self.STOPS[mode] or tags.get("locked") == "yes"

    def edges(self, mode):
        def words(values):
            return ",".join(f"'{value}'" for value in values)
        keys = self.KEYS[mode]
        said = "coalesce(" + ",".join(f"tags->'{key}'" for key in keys) + ",'')"
        kind = f"tags->'highway' IN ({words(self.KINDS[mode])}) OR tags->'route' = 'ferry'"
        if mode == "walk":
            kind += " OR NOT tags ? 'highway'"  # piers and platforms
        is_open = f"(({kind}) AND {said} NOT IN ({words(self.CLOSED)}) OR tags->'{keys[0]}' IN ({words(self.OPEN)}))"
        along, against = {
            "car": ("one_way = 1", "one_way = -1"), "walk": ("false", "false"),
            "bike": ("(one_way = 1 OR tags->'oneway:bicycle' = 'yes') AND NOT (" + self.CONTRAFLOW + ")",
                     f"one_way = -1 AND NOT ({self.CONTRAFLOW})")}[mode]
        # No journey ends at a barrier, so an edge that does leads nowhere.
        stops = ",".join(str(node) for node, tags in self.barriers.items() if self.is_stopped(mode, tags))
        return (f"SELECT gid AS id, source, target, CASE WHEN {against} THEN -1 ELSE length_m END AS cost,"
                f" CASE WHEN {along} THEN -1 ELSE length_m END AS reverse_cost"
                f" FROM ways JOIN osm_ways USING (osm_id) WHERE {is_open} AND NOT ARRAY[source_osm, target_osm] &&"
                f" ARRAY[{stops}]::bigint[]")

    def distances(self, mode, pairs):
        values = ",".join(f"({origin},{to})" for origin, to in pairs)
        found = {}
        edges, wanted = self.edges(mode), f"(VALUES {values}) AS pair(a, b)"
        for line in self.sql(
                f"SELECT s.osm_id, t.osm_id, agg_cost FROM pgr_dijkstraCost($edges${edges}$edges$, $pairs$SELECT s.id AS source,"
                f" t.id AS target FROM {wanted} JOIN ways_vertices_pgr s ON s.osm_id = a JOIN ways_vertices_pgr t ON"
                " t.osm_id = b$pairs$) JOIN ways_vertices_pgr s ON s.id = start_vid JOIN ways_vertices_pgr t ON t.id ="
                " end_vid").splitlines():
            origin, to, metres = line.split(",")
            found[int(origin), int(to)] = float(metres)
        return [found.get(pair) for pair in pairs]

    def close(self):
        run(self.as_postgres + [f"{self.bin}/pg_ctl", "stop", "-m", "immediate", "-D", self.cluster], cwd="/")
        run(self.as_postgres + ["rm", "-r", self.cluster])
