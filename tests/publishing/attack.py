#!/usr/bin/env python3
"""Attacks a published run from outside, by linear programming (GLPK).

    attack.py FULL PUBLISHED [--below 10] [--most N]

FULL and PUBLISHED are folders of the same job, run as `gapmap coverage JOB --nearest 2` and with
`--publish` besides. The attacker has all that is published, and knows of every cell in which figures
it is counted and that somebody lives there; of FULL this takes where cells lie and how far, and the
true numbers only to judge what was found. It knows nothing of how numbers were hidden.

For each hidden figure the least and the most that agree with all that is shown are computed. A range
is narrow if it holds fewer than N values. With --sets also, for each set of cells that the figures
tell apart and in which fewer than N people live, the most residents that it may have if no cell needs
to have any: fewer than N means that some sum of what is shown encloses it, which is told and no error.
Ends with exit code 1 if anything is determined, or more is narrow than run.json lists.
"""
import argparse
import collections
import csv
import ctypes
import ctypes.util
import json
import math
import os
import sys
import time

GLP_MIN, GLP_MAX, GLP_LO, GLP_FX, GLP_OPT, GLP_UNBND = 1, 2, 2, 5, 5, 6


class SimplexControl(ctypes.Structure):
    """glp_smcp of GLPK 5.0."""
    _fields_ = [("msg_lev", ctypes.c_int), ("meth", ctypes.c_int), ("pricing", ctypes.c_int),
                ("r_test", ctypes.c_int), ("tol_bnd", ctypes.c_double), ("tol_dj", ctypes.c_double),
                ("tol_piv", ctypes.c_double), ("obj_ll", ctypes.c_double), ("obj_ul", ctypes.c_double),
                ("it_lim", ctypes.c_int), ("tm_lim", ctypes.c_int), ("out_frq", ctypes.c_int),
                ("out_dly", ctypes.c_int), ("presolve", ctypes.c_int), ("excl", ctypes.c_int),
                ("shift", ctypes.c_int), ("aorn", ctypes.c_int), ("foo_bar", ctypes.c_double * 33)]


class Program:
    """x >= least, rows of x = value. Each solution starts from the one before."""

    def __init__(self, least, rows):
        self.glpk = ctypes.CDLL(ctypes.util.find_library("glpk") or "libglpk.so.40")
        self.glpk.glp_create_prob.restype = ctypes.c_void_p
        self.glpk.glp_get_obj_val.restype = ctypes.c_double
        for name in ("get_obj_val", "simplex", "get_status", "adv_basis", "set_obj_dir", "set_obj_coef",
                     "add_rows", "add_cols", "set_row_bnds", "set_col_bnds", "load_matrix"):
            getattr(self.glpk, "glp_" + name).argtypes = None
        self.glpk.glp_term_out(0)
        self.problem = ctypes.c_void_p(self.glpk.glp_create_prob())
        self.glpk.glp_add_rows(self.problem, len(rows))
        self.glpk.glp_add_cols(self.problem, len(least))
        for column, value in enumerate(least):
            self.glpk.glp_set_col_bnds(self.problem, column + 1, GLP_LO, ctypes.c_double(value),
                                       ctypes.c_double(0))
        entries = [(r + 1, c + 1) for r, (columns, _) in enumerate(rows) for c in columns]
        count = len(entries)
        row_ids = (ctypes.c_int * (count + 1))(0, *[r for r, _ in entries])
        column_ids = (ctypes.c_int * (count + 1))(0, *[c for _, c in entries])
        ones = (ctypes.c_double * (count + 1))(0, *[1.0] * count)
        self.glpk.glp_load_matrix(self.problem, count, row_ids, column_ids, ones)
        for r, (_, value) in enumerate(rows):
            self.glpk.glp_set_row_bnds(self.problem, r + 1, GLP_FX, ctypes.c_double(value),
                                       ctypes.c_double(value))
        self.control = SimplexControl()
        self.glpk.glp_init_smcp(ctypes.byref(self.control))
        self.control.msg_lev = 0
        self.glpk.glp_adv_basis(self.problem, 0)

    def extreme(self, columns, direction):
        """The least or the most of the sum of the columns; infinite if nothing bounds it."""
        for column in columns:
            self.glpk.glp_set_obj_coef(self.problem, column + 1, ctypes.c_double(1))
        self.glpk.glp_set_obj_dir(self.problem, direction)
        error = self.glpk.glp_simplex(self.problem, ctypes.byref(self.control))
        status = self.glpk.glp_get_status(self.problem)
        for column in columns:
            self.glpk.glp_set_obj_coef(self.problem, column + 1, ctypes.c_double(0))
        if status == GLP_UNBND:
            return math.inf if direction == GLP_MAX else -math.inf
        if error or status != GLP_OPT:
            raise RuntimeError(f"GLPK ends with error {error}, status {status}")
        # The objective was just taken away: the value is that of the sum.
        return sum(self.value(column) for column in columns)

    def value(self, column):
        self.glpk.glp_get_col_prim.restype = ctypes.c_double
        return self.glpk.glp_get_col_prim(self.problem, column + 1)


def rows_of(folder, table):
    path = os.path.join(folder, table + ".csv")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def rings_of(geometry):
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    return [ring for polygon in polygons for ring in polygon]


def is_within(x, y, rings):
    inside = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:]):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
    return inside


def number(text):
    return float(text) if text not in ("", None) else None


class Run:
    """The figures of a published run, each with the cells that it counts."""

    def __init__(self, full, published):
        self.cells = rows_of(full, "cells")
        self.residents = [number(cell["residents"]) or 0 for cell in self.cells]
        self.unit = "time" if "time_s" in self.cells[0] else "distance"
        self.suffix = "_s" if self.unit == "time" else "_m"
        self.figures = []  # (name, cells, told or None)
        self.by_home = collections.defaultdict(list)
        for index, cell in enumerate(self.cells):
            self.by_home[cell["municipality_code"]].append(index)
        limit = float(rows_of(full, "places")[0]["limit" + self.suffix])
        self.add_homes(published)
        self.add_places(published, limit)
        self.add_classes(published)
        self.add_gaps(full, published)

    def add(self, name, cells, told):
        self.figures.append((name, [c for c in cells if self.residents[c] > 0], number(told)))

    def at_home(self, row):
        if row["municipality_name"] == "Total" and not row["municipality_code"]:
            return range(len(self.cells))
        return self.by_home[row["municipality_code"]]

    def add_homes(self, published):
        statuses = {"covered": "covered", "outside": "too_far", "unreachable": "unreachable",
                    "off_network": "off_network"}
        for row in rows_of(published, "municipalities"):
            home = self.at_home(row)
            self.add(row["municipality_name"], home, row["residents"])
            for column, status in statuses.items():
                self.add(f"{row['municipality_name']} {column}",
                         [c for c in home if self.cells[c]["status"] == status], row[column])
        for row in rows_of(published, "reasons"):
            self.add(f"{row['municipality_name']} {row['reason']}",
                     [c for c in self.at_home(row) if self.cells[c]["reason"] == row["reason"]],
                     row["residents"])

    def add_places(self, published, limit):
        near = collections.defaultdict(list)
        for index, cell in enumerate(self.cells):
            near[cell["nearest_place_id"]].append(index)
        first, second = self.unit + self.suffix, f"{self.unit}_2{self.suffix}"
        for row in rows_of(published, "places"):
            nearest = near[row["place_id"]]
            within = [c for c in nearest if number(self.cells[c][first]) <= limit]
            next_one = {c: number(self.cells[c][second]) for c in nearest}
            stays = [c for c in within if next_one[c] is not None and next_one[c] <= limit]
            falls = sorted(set(within) - set(stays))
            alone = [c for c in nearest if next_one[c] is None]
            for column, cells in (("residents_nearest", nearest), ("residents_within_limit", within),
                                  ("stay_covered", stays), ("fall_outside", falls),
                                  ("become_unreachable", alone)):
                self.add(f"place {row['place_id']} {column}", cells, row[column])

    def add_classes(self, published):
        ways = [number(cell[self.unit + self.suffix]) for cell in self.cells]
        for row in rows_of(published, "classes"):
            if row["group"] != "all" or row["level"] not in ("total", "municipality"):
                continue
            home = range(len(self.cells)) if row["level"] == "total" else self.by_home[row["zone_code"]]
            lower, upper = number(row["from" + self.suffix]), number(row["to" + self.suffix])
            if row["class"] in ("off_network", "no_road_connection"):
                status = "off_network" if row["class"] == "off_network" else "unreachable"
                inside = [c for c in home if self.cells[c]["status"] == status]
            else:
                up_to = [c for c in home if ways[c] is not None
                         and self.cells[c]["status"] != "off_network"
                         and (upper is None or ways[c] <= upper)]
                inside = [c for c in up_to if lower == 0 or ways[c] > lower]
                if row["cumulative"] or ";cumulative;" in f";{row['hidden']};":
                    self.add(f"{row['zone_name']} up to {row['class']}", up_to, row["cumulative"])
            self.add(f"{row['zone_name']} {row['class']}", inside, row["residents"])

    def add_gaps(self, full, published):
        with open(os.path.join(full, "cells.geojson"), encoding="utf-8") as file:
            shapes = json.load(file)["features"]
        centers = []
        for shape in shapes:
            ring = rings_of(shape["geometry"])[0][1:]
            centers.append((sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)))
        with open(os.path.join(published, "gaps.geojson"), encoding="utf-8") as file:
            gaps = json.load(file)["features"]
        for gap in gaps:
            told, rings = gap["properties"], rings_of(gap["geometry"])
            west, east = min(p[0] for r in rings for p in r), max(p[0] for r in rings for p in r)
            south, north = min(p[1] for r in rings for p in r), max(p[1] for r in rings for p in r)
            inside = []
            for c in self.by_home[told["municipality_code"] or ""]:
                x, y = centers[c]
                if self.cells[c]["status"] == "too_far" and west <= x <= east and south <= y <= north \
                        and is_within(x, y, rings):
                    inside.append(c)
            if len(inside) != told["cells"]:
                sys.exit(f"gap {told['gap_id']} has {told['cells']} cells, not {len(inside)}")
            for column, value in told.items():
                if not column.startswith("residents"):
                    continue
                cells = inside if column == "residents" else [
                    c for c in inside if "residents_" + self.cells[c]["reason"] == column]
                self.add(f"gap {told['gap_id']} {column}", cells, "" if value is None else value)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("full")
    parser.add_argument("published")
    parser.add_argument("--below", type=float, default=10)
    parser.add_argument("--most", type=int, default=None, help="hidden figures and sets looked at")
    parser.add_argument("--sets", action="store_true", help="also sets of few people")
    asked = parser.parse_args()
    started = time.time()
    run = Run(asked.full, asked.published)
    for name, cells, told in run.figures:
        truth = sum(run.residents[c] for c in cells)
        if told is not None and abs(told - truth) > 1e-6:
            sys.exit(f"{name} is told as {told}, but is {truth}")

    # Cells that are in the same shown and hidden figures are one unknown.
    member_of = collections.defaultdict(list)
    for f, (_, cells, _) in enumerate(run.figures):
        for c in cells:
            member_of[c].append(f)
    atoms = {}
    atom_of = {}
    for c, figures in member_of.items():
        atom_of[c] = atoms.setdefault(tuple(figures), len(atoms))
    people, inhabited = [0.0] * len(atoms), [0] * len(atoms)
    for c, atom in atom_of.items():
        people[atom] += run.residents[c]
        inhabited[atom] += 1
    shown, hidden = {}, {}
    for name, cells, told in run.figures:
        columns = tuple(sorted({atom_of[c] for c in cells}))
        if columns:
            (hidden if told is None else shown)[columns] = (name, told)
    both = set(shown) & set(hidden)
    for columns in both:
        print(f"shown and hidden: {shown[columns][0]}, {hidden[columns][0]}")
    rows = [(columns, told) for columns, (_, told) in shown.items()]
    print(f"{len(run.figures)} fields, {len(shown)} shown and {len(hidden)} hidden sets of people, "
          f"{len(atoms)} unknowns, {time.time() - started:.0f} s")

    with open(os.path.join(asked.published, "run.json"), encoding="utf-8") as file:
        listed = len(json.load(file)["publication"].get("fewer_values_possible", []))
    program = Program(inhabited, rows)
    narrow = determined = looked_at = 0
    widths = collections.Counter()
    for columns, (name, _) in list(hidden.items())[:asked.most]:
        low, high = program.extreme(columns, GLP_MIN), program.extreme(columns, GLP_MAX)
        truth = sum(people[c] for c in columns)
        assert low - 1e-6 <= truth <= high + 1e-6, (name, low, truth, high)
        looked_at += 1
        width = high - low
        widths["0" if width < 1e-6 else "under 9" if width < asked.below - 1 - 1e-6 else
               "9 to 20" if width <= 20 else "over 20"] += 1
        determined += width < 1e-6
        if width < asked.below - 1 - 1e-6:
            narrow += 1
            print(f"narrow: {name} is between {low:g} and {high:g}, {truth:g}")
    print(f"{looked_at} hidden figures: {determined} determined, {narrow} narrow, {listed} listed; "
          f"widths {dict(widths)}, {time.time() - started:.0f} s")

    failed = both or determined or narrow > listed
    if not asked.sets:
        sys.exit(1 if failed else 0)
    program = Program([0] * len(atoms), rows)
    small = [a for a in range(len(atoms)) if people[a] < asked.below]
    enclosed = 0
    for atom in small[:asked.most]:
        most = program.extreme((atom,), GLP_MAX)
        if most < asked.below - 1e-6:
            enclosed += 1
            print(f"enclosed: a set of {people[atom]:g} in {inhabited[atom]} cells has at most {most:g}")
    print(f"{len(small[:asked.most])} sets of few people: {enclosed} enclosed, {time.time() - started:.0f} s")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
