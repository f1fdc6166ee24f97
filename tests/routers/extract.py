"""What the comparison reads of an OpenStreetMap extract itself: junctions to travel between."""

import collections
import random
import re
import subprocess

# Streets that every mode may use by themselves. A journey begins and ends on such, so that where a point meets the road
# plays no part; in between it may run over anything.
PLAIN = {"tertiary", "unclassified", "residential", "living_street"}
# A way with one of these is not plain.
TELLING = ("access", "vehicle", "motor_vehicle", "motorcar", "bicycle", "foot", "motorroad", "construction", "service",
           "junction", "layer", "bridge", "tunnel", "impassable", "seasonal", "surface=ice")


def read_lines(path, *filters):
    """Nodes and ways in osmium's text format, one a line; nodes come first."""
    text = subprocess.run(["osmium", "tags-filter", "--no-progress", "-f", "opl", "-o", "-", path, *filters],
                          check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    return (line for line in text.split("\n") if line[:1] in ("n", "w"))


def node_of(ref):
    return int(ref[1:].split("x")[0])


def parse(line):
    """Id, tags and the other fields of an object."""
    head, *fields = line.split(" ")
    fields = {field[0]: field[1:] for field in fields}
    tags = (map(plain, tag.split("=", 1)) for tag in fields.get("T", "").split(",") if tag)
    return int(head[1:]), dict(tags), fields


def plain(text):
    """Without the escapes of the format: `20%20%mph` is `20 mph`."""
    return re.sub("%([0-9a-f]+)%", lambda escape: chr(int(escape[1], 16)), text) if "%" in text else text


def write_whole(path, target, *filters):
    """An extract whose ways are cut where it lacks a node, as gapmap does: osm2pgrouting would join what lies on either side
    of the gap. They are cut at barriers too, which makes those ends of its edges. Parts after the first get ids that no way
    has. Returns the tags of the barriers by node."""
    lines, present, barriers = [], set(), {}
    for line in read_lines(path, *filters):
        if line[0] == "n":
            node, tags, _ = parse(line)
            present.add(node)
            if "barrier" in tags:
                barriers[node] = tags
            lines.append(line)
            continue
        head, _, refs = line.rpartition(" N")
        parts = [[]]
        for ref in refs.split(","):
            if ref and node_of(ref) in present:
                parts[-1].append(ref)
                if node_of(ref) in barriers:
                    parts.append([ref])
            else:
                parts.append([])
        number, rest = head[1:].split(" ", 1)
        lines += [f"w{int(number) + i * 10**12} {rest} N{','.join(part)}"
                  for i, part in enumerate(part for part in parts if len(part) > 1)]
    unsorted = target + ".opl"
    with open(unsorted, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    subprocess.run(["osmium", "sort", "--no-progress", unsorted, "-o", target], check=True)
    return barriers


def write_open(path, target):
    """The extract with rules that routers read differently written out, so that these play no part: streets for `destination`
    and `customers` are open to everybody, pedestrian streets and paths to bikes, tracks to cars, trunk roads to walkers; cycleways
    of one direction are `oneway`, and the edges of squares drawn as relations are ways of that kind, which everybody reads."""
    text = subprocess.run(["osmium", "cat", "--no-progress", "-f", "opl", "-o", "-", path], check=True, stdout=subprocess.PIPE,
                          encoding="utf-8").stdout
    text = re.sub(r"([T,](?:access|vehicle|motor_vehicle|motorcar|bicycle|foot))=(?:destination|customers)(?=[, ])", r"\1=yes", text)
    lines = text.split("\n")
    lent = {}
    for line in lines:
        if line[:1] == "r" and "highway=" in line:
            _, tags, fields = parse(line)
            if tags.get("type") == "multipolygon" and "building" not in tags and tags.get("area") != "no":
                said = ",".join(tag for tag in fields["T"].split(",") if not tag.startswith("type="))
                lent.update({member[1:].split("@")[0]: said for member in fields["M"].split(",") if member[0] == "w"})
    lines = [written_out(line, lent) if line[:1] == "w" else line for line in lines]
    with open(target + ".opl", "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    subprocess.run(["osmium", "cat", "--no-progress", target + ".opl", "-o", target], check=True)


def written_out(line, lent):
    """A way with its tags as every router understands them; `lent` are the tags of the squares that ways are edges of."""
    way, tags, fields = parse(line)
    if str(way) in lent and "highway" not in tags:
        line = line.replace(" T" + fields["T"], " T" + lent[str(way)], 1)
        way, tags, fields = parse(line)
    kind = tags.get("highway")
    if kind == "cycleway" and tags.get("oneway:bicycle") in ("yes", "-1") and "oneway" not in tags:
        return re.sub(r"([T,])oneway:bicycle=", r"\1oneway=", line, count=1)
    said = [f"{mode}=yes" for mode, keys, is_open in (
        ("bicycle", ("vehicle", "access"), kind in ("pedestrian", "path")),
        ("motorcar", ("motor_vehicle", "vehicle", "access"),
         kind == "track" and tags.get("tracktype") not in ("grade4", "grade5")),
        ("foot", ("motorroad", "access"), kind in ("trunk", "trunk_link")))
        if is_open and mode not in tags and next((tags[key] for key in keys if key in tags), "yes") == "yes"]
    return line.replace(" T", " T" + ",".join(said) + ",", 1) if said else line


def is_plain(tags):
    return tags.get("highway") in PLAIN and not any(key in tags for key in TELLING)


def junctions(path):
    """Nodes without tags where two plain streets meet: node id -> (lon, lat), by id."""
    uses = collections.Counter()
    position = {}
    for line in read_lines(path, "w/highway"):
        node, tags, fields = parse(line)
        if line[0] == "n" and not tags and fields.get("x"):
            position[node] = (float(fields["x"]), float(fields["y"]))
        elif line[0] == "w" and is_plain(tags):
            uses.update({node_of(ref) for ref in fields["N"].split(",") if ref})
    return {node: position[node] for node in sorted(uses) if uses[node] > 1 and node in position}


def inner(points, share=0.8):
    """Those in the middle `share` of each axis: an extract's edge cuts roads, and each reader mends that in its own way."""
    def bounds(axis):
        values = sorted(point[axis] for point in points.values())
        cut = int(len(values) * (1 - share) / 2)
        return values[cut], values[-1 - cut]
    (west, east), (south, north) = bounds(0), bounds(1)
    return {node: (x, y) for node, (x, y) in points.items() if west <= x <= east and south <= y <= north}


def draw_pairs(path, count, seed):
    """`count` pairs (from node, to node), ten to a destination, and the positions of their nodes."""
    points = inner(junctions(path))
    if len(points) < 20:
        raise SystemExit(f"{path} has {len(points)} junctions of plain streets; 20 or more are needed")
    chance = random.Random(seed)
    nodes = list(points)
    pairs = []
    while len(pairs) < count:
        to = chance.choice(nodes)
        origins = [node for node in chance.sample(nodes, min(31, len(nodes))) if node != to]
        pairs += [(origin, to) for origin in origins[:min(30, count - len(pairs))]]
    return pairs, points
