#!/usr/bin/env python3
"""Plans of gapmap site beside the same models given straight to HiGHS, CBC and GLPK.

Every instance is written as tables of costs and demand, and gapmap is run on them as anybody would. Its plan is verified
first, from the tables alone: the value is added up again from the places that it opens, and where a peer proves an optimum,
the two must agree and the bound must not be beaten. Then CPU seconds are told side by side, those of gapmap with reading and
writing, those of peers for solving alone; a peer that is stopped by its limit has its best value and bound told.

    python3 benchmarks/siting.py build/release/gapmap [--peers highs,cbc,glpk] [--limit 60] [--only median,graph,covering,fewest,prices]
                                 [--data FOLDER]

HiGHS is that of scipy (python3-scipy), CBC and GLPK are programs (coinor-cbc, glpk-utils); a peer that is not there is left
out. FOLDER has a job.toml with candidates, by default geodata/etela-savo.
"""

import argparse
import collections
import csv
import heapq
import json
import math
import pathlib
import random
import re
import resource
import shutil
import subprocess
import tempfile
import time
import tomllib

Instance = collections.namedtuple("Instance", "name problem weights costs sites open limit prices")
Answer = collections.namedtuple("Answer", "value bound proven seconds")

# --------------------------------------------------------------------- instances


def plane(seed, demands=1000, sites=200, p=10):
    """Demands and sites at random in a square, costs along straight lines."""
    draw = random.Random(seed)
    at = [(draw.randrange(10000), draw.randrange(10000)) for _ in range(demands + sites)]
    costs = {(d, s): round(math.dist(at[d], at[demands + s])) for d in range(demands) for s in range(sites)}
    weights = [draw.randint(1, 100) for _ in range(demands)]
    return Instance(f"median {demands} × {sites}, p = {p}, seed {seed}", "median", weights, costs, sites, p, None, None)


def graph(seed, nodes, p):
    """As the classical instances of OR-Library are made: a random graph whose nodes are demands and sites."""
    draw = random.Random(seed)
    edges = collections.defaultdict(dict)
    order = list(range(nodes))
    draw.shuffle(order)
    pairs = list(zip(order, order[1:]))
    while len(pairs) < nodes * nodes // 50:
        pairs.append(tuple(draw.sample(range(nodes), 2)))
    for a, b in pairs:
        length = draw.randint(1, 100)
        edges[a][b] = edges[b][a] = min(length, edges[a].get(b, length))
    costs = {}
    for start in range(nodes):
        reached = {}
        queue = [(0, start)]
        while queue:
            cost, node = heapq.heappop(queue)
            if node in reached:
                continue
            reached[node] = cost
            for other, length in edges[node].items():
                heapq.heappush(queue, (cost + length, other))
        costs.update({(start, node): cost for node, cost in reached.items()})
    return Instance(f"graph of {nodes} nodes, p = {p}", "median", [1] * nodes, costs, nodes, p, None, None)


def covers(seed, demands, sites, density, prices):
    """Random covers with prices, as the classical instances of set covering: at least two sites each."""
    draw = random.Random(seed)
    costs = {}
    for d in range(demands):
        many = max(2, sum(draw.random() < density for _ in range(sites)))
        costs.update({(d, s): 1 for s in draw.sample(range(sites), many)})
    price = [draw.randint(1, 100) for _ in range(sites)] if prices else None
    return Instance(f"set covering {demands} × {sites}, seed {seed}", "fewest", [1] * demands, costs, sites, None, 1, price)


def roads(gapmap, folder, limit, opens):
    """Villages as candidates and squares as demands, by the roads of a job; none exists yet."""
    job = tomllib.loads((folder / "job.toml").read_text())
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([gapmap, "matrix", folder / "job.toml", "--places", folder / job["candidates"], "--limit", limit,
                        "-o", pathlib.Path(out) / "m", "--quiet"], check=True, stdout=subprocess.DEVNULL)
        read = lambda name: list(csv.DictReader(open(pathlib.Path(out) / "m" / name, newline="")))
        cells, places = read("matrix_cells.csv"), read("matrix_places.csv")
        cell_of = {row["cell_id"]: i for i, row in enumerate(cells)}
        place_of = {row["place_id"]: i for i, row in enumerate(places)}
        costs = {}
        for row in read("matrix.csv"):
            cost = next(float(row[c]) for c in ("distance_m", "time_s", "matrix_distance_m", "matrix_time_s") if c in row)
            costs[cell_of[row["cell_id"]], place_of[row["place_id"]]] = round(cost)
        weights = [int(float(row["residents"] or 0)) for row in cells]
    most = max(costs.values())
    for n in opens:
        yield Instance(f"{folder.name}, {limit}, N = {n}", "coverage", weights, costs, len(places), n, most, None)
    yield Instance(f"{folder.name}, {limit}, fewest", "fewest", weights, costs, len(places), None, most, None)


def rows_of(instance):
    """The sites of every demand that has any."""
    rows = collections.defaultdict(list)
    for (d, s), cost in instance.costs.items():
        rows[d].append((cost, s))
    return rows


# --------------------------------------------------------------------- gapmap


def value_of(instance, opened):
    """The value of a plan, added up from the tables."""
    if instance.problem == "fewest":
        missed = [d for d, row in rows_of(instance).items() if not any(s in opened for _, s in row)]
        assert not missed, f"{len(missed)} demands are served by none of the places opened"
        return sum(instance.prices[s] for s in opened) if instance.prices else len(opened)
    total = 0
    for d, row in rows_of(instance).items():
        least = min((cost for cost, s in row if s in opened), default=None)
        if instance.problem == "coverage":
            total += instance.weights[d] if least is not None else 0
        else:
            assert least is not None, "the tables of p-median have all pairs"
            total += instance.weights[d] * least
    return total


def run_gapmap(gapmap, instance, limit):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        with open(folder / "costs.csv", "w") as file:
            file.write("from,to,cost\n")
            file.writelines(f"d{d},s{s},{cost}\n" for (d, s), cost in instance.costs.items())
        with open(folder / "demand.csv", "w") as file:
            file.write("id,weight\n")
            file.writelines(f"d{d},{weight}\n" for d, weight in enumerate(instance.weights))
        with open(folder / "sites.csv", "w") as file:
            file.write("id,name" + (",price\n" if instance.prices else "\n"))
            for s in range(instance.sites):
                file.write(f"s{s},s{s}" + (f",{instance.prices[s]}\n" if instance.prices else "\n"))
        words = [gapmap, "site", "--costs", folder / "costs.csv", "--costs-from", "from", "--costs-to", "to",
                 "--costs-column", "cost", "--demand", folder / "demand.csv", "--demand-id", "id", "--demand-weight", "weight",
                 "--candidates", folder / "sites.csv", "--problem", instance.problem, "--time-limit", f"{limit} s",
                 "-o", folder / "out", "--quiet"]
        if instance.open is not None:
            words += ["--open", str(instance.open)]
        if instance.problem == "coverage":
            words += ["--curve", "0"]
        if instance.limit is not None:
            words += ["--limit", str(instance.limit)]
        if instance.prices:
            words += ["--candidate-cost", "price"]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        ran = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        assert ran.returncode == 0, ran.stderr
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        opened = {int(row["place_id"][1:]) for row in csv.DictReader(open(folder / "out" / "plan.csv", newline=""))}
        totals = json.loads((folder / "out" / "run.json").read_text())["totals"]
    assert instance.open is None or len(opened) <= instance.open, f"{len(opened)} places open, not {instance.open}"
    value = value_of(instance, opened)
    # Of ways the record has the mean.
    scale = sum(instance.weights) if instance.problem == "median" else 1
    told = totals["value"] * scale
    assert math.isclose(value, told), f"the plan says {told}, its places make {value}"
    return Answer(value, totals["bound"] * scale, bool(totals["is_proven"]), seconds)


# --------------------------------------------------------------------- peers


def model_of(instance):
    """Minimise c·x with x >= 0 under rows of (coefficients, least, most); sites come first, and are whole and at most 1.
    p-median and coverage in their strong forms: whoever is assigned to a site needs that site open."""
    rows = rows_of(instance)
    sites = instance.sites
    objective = list(instance.prices) if instance.prices else [1.0 if instance.problem == "fewest" else 0.0] * sites
    constraints = []
    if instance.problem == "fewest":
        constraints = [([(s, 1.0) for _, s in row], 1.0, math.inf) for row in rows.values()]
        return objective, constraints
    for d, row in rows.items():
        if instance.problem == "coverage":
            x = len(objective)
            objective.append(-float(instance.weights[d]))
            constraints.append(([(s, 1.0) for _, s in row] + [(x, -1.0)], 0.0, math.inf))
        else:
            assigned = []
            for cost, s in row:
                x = len(objective)
                objective.append(float(instance.weights[d] * cost))
                assigned.append((x, 1.0))
                constraints.append(([(s, 1.0), (x, -1.0)], 0.0, math.inf))
            constraints.append((assigned, 1.0, math.inf))
    constraints.append(([(s, 1.0) for s in range(sites)], -math.inf, float(instance.open)))
    return objective, constraints


def run_highs(instance, limit):
    import numpy
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_matrix
    objective, constraints = model_of(instance)
    at = [(r, x, v) for r, (row, _, _) in enumerate(constraints) for x, v in row]
    r, x, v = zip(*at)
    matrix = coo_matrix((v, (r, x)), shape=(len(constraints), len(objective))).tocsr()
    whole = numpy.zeros(len(objective))
    whole[:instance.sites] = 1
    before = time.process_time()
    found = milp(objective, constraints=LinearConstraint(matrix, [c[1] for c in constraints], [c[2] for c in constraints]),
                 bounds=Bounds(0, 1), integrality=whole, options={"time_limit": limit, "mip_rel_gap": 0})
    seconds = time.process_time() - before
    sign = -1 if instance.problem == "coverage" else 1
    value = None if found.x is None else sign * found.fun
    bound = None if found.mip_dual_bound is None else sign * found.mip_dual_bound
    return Answer(value, bound, found.status == 0, seconds)


def write_lp(instance, path):
    objective, constraints = model_of(instance)
    with open(path, "w") as file:
        file.write("Minimize\n obj:")
        for i, c in enumerate(objective):
            if c:
                file.write(f" {c:+g} x{i}" + ("\n" if i % 8 == 7 else ""))
        file.write("\nSubject To\n")
        for i, (row, least, most) in enumerate(constraints):
            file.write(f" r{i}:")
            for k, (x, v) in enumerate(row):
                file.write(f" {v:+g} x{x}" + ("\n" if k % 8 == 7 else ""))
            file.write(f" >= {least:g}\n" if math.isfinite(least) else f" <= {most:g}\n")
        file.write("Bounds\n")
        file.writelines(f" 0 <= x{i} <= 1\n" for i in range(len(objective)))
        file.write("Generals\n")
        file.writelines(f" x{i}\n" for i in range(instance.sites))
        file.write("End\n")


def run_program(instance, limit, words_for, value_in, proven_in):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "model.lp"
        write_lp(instance, path)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        ran = subprocess.run(words_for(path, limit), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    values = re.findall(value_in, ran.stdout)
    value = float(values[-1]) if values else None
    if value is not None and instance.problem == "coverage":
        value = abs(value)
    return Answer(value, None, re.search(proven_in, ran.stdout) is not None, seconds)


def run_cbc(instance, limit):
    return run_program(instance, limit, lambda path, seconds: ["cbc", path, "-sec", str(seconds), "-ratio", "0", "-solve"],
                       r"Objective value:\s+(\S+)", r"Result - Optimal solution found")


def run_glpk(instance, limit):
    return run_program(instance, limit,
                       lambda path, seconds: ["glpsol", "--lp", path, "--tmlim", str(math.ceil(seconds)), "--cuts"],
                       r"mip =\s+(-?[\d.e+]+)", r"INTEGER OPTIMAL SOLUTION FOUND")


PEERS = {"highs": (run_highs, None), "cbc": (run_cbc, "cbc"), "glpk": (run_glpk, "glpsol")}


def is_there(peer):
    program = PEERS[peer][1]
    if program:
        return shutil.which(program) is not None
    try:
        import scipy  # noqa: F401
        return True
    except ImportError:
        return False


# --------------------------------------------------------------------- the table


def check(instance, ours, theirs, peer):
    """A proven optimum is one: nobody's value is better, and no bound is beaten."""
    if theirs.value is None:
        return
    sign = -1 if instance.problem == "coverage" else 1  # of a cost to be least
    slack = 1e-6 * max(1, abs(ours.value))
    assert sign * theirs.value >= sign * ours.bound - slack, f"{peer} finds {theirs.value}, beyond the bound {ours.bound}"
    if theirs.proven:
        assert sign * ours.value >= sign * theirs.value - slack, f"{peer} proves {theirs.value}, the plan has {ours.value}"


def shown(answer):
    value = "–" if answer.value is None else f"{answer.value:.0f}"
    return f"{value}{' proven' if answer.proven else ''}, {answer.seconds:.2f} s"


def instances(asked, gapmap, data):
    if "median" in asked:
        yield from (plane(seed) for seed in (1, 2, 3))
    if "graph" in asked:
        for nodes in (100, 300, 600, 900):
            yield from (graph(nodes + p, nodes, p) for p in (5, nodes // 10, nodes // 3))
    if "covering" in asked or "fewest" in asked:
        for instance in roads(gapmap, data, "20 km", (5, 10, 20)):
            if ("covering" if instance.problem == "coverage" else "fewest") in asked:
                yield instance
    if "prices" in asked:
        yield from (covers(seed, 200, 1000, 0.02, True) for seed in (1, 2))
        yield from (covers(seed, 400, 4000, 0.02, True) for seed in (3, 4))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gapmap")
    parser.add_argument("--peers", default="highs,cbc,glpk", help="none: gapmap alone")
    parser.add_argument("--limit", type=float, default=60, help="seconds that a peer, and gapmap, may take for each")
    parser.add_argument("--only", default="median,graph,covering,fewest,prices")
    parser.add_argument("--data", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parent.parent / "geodata" / "etela-savo")
    asked = parser.parse_args()
    peers = [peer for peer in asked.peers.split(",") if peer in PEERS and is_there(peer)]
    print("| instance | gapmap | " + " | ".join(peers) + " | ratio |")
    print("| --- " * (len(peers) + 3) + "|")
    for instance in instances(asked.only.split(","), asked.gapmap, asked.data):
        ours = run_gapmap(asked.gapmap, instance, asked.limit)
        answers = []
        for peer in peers:
            theirs = PEERS[peer][0](instance, asked.limit)
            check(instance, ours, theirs, peer)
            answers.append(theirs)
        ratios = [f"{theirs.seconds / ours.seconds:.0f}×" for theirs in answers]
        print(f"| {instance.name} | {shown(ours)} | " + " | ".join(map(shown, answers)) + " | " + " ".join(ratios) + " |",
              flush=True)


if __name__ == "__main__":
    main()
