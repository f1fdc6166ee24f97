#!/usr/bin/env python3
"""Writes the binary seeds of osm_file: the same small street as PBF and o5m, not packed, so that mutations reach the parser."""
import os
import struct

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "seeds", "osm_file")


def varint(n):
    out = b""
    while n >= 0x80:
        out += bytes([n & 0x7F | 0x80])
        n >>= 7
    return out + bytes([n])


def signed(n):
    return varint((n << 1) ^ (n >> 63) if n >= 0 else (-n << 1) - 1)


def number(field, n):
    return varint(field << 3) + varint(n)


def text(field, value):
    return varint(field << 3 | 2) + varint(len(value)) + value


def blob(kind, body):
    inner = text(1, body) + number(2, len(body))  # raw
    header = text(1, kind) + number(3, len(inner))
    return struct.pack(">I", len(header)) + header + inner


STRINGS = [b"", b"highway", b"residential", b"name", b"Katu", b"barrier", b"gate", b"type", b"restriction", b"no_u_turn",
           b"from", b"to", b"via", b"amenity", b"community_centre"]
NODES = [(1, 260000000, 610000000), (2, 260100000, 610000000), (3, 260200000, 610050000)]


def packed(values, how):
    return b"".join(how(v) for v in values)


def deltas(values):
    return [b - a for a, b in zip([0] + values[:-1], values)]


def pbf(dense, history=False):
    features = [b"OsmSchema-V0.6", b"DenseNodes"] + ([b"HistoricalInformation"] if history else [])
    header = b"".join(text(4, f) for f in features)
    strings = text(1, b"".join(text(1, s) for s in STRINGS))
    if dense:
        body = text(1, packed(deltas([n[0] for n in NODES]), signed))
        if history:
            body += text(5, text(1, packed([1, 2, 1], varint)) + text(6, bytes([1, 1, 0])))
        body += text(8, packed(deltas([n[2] for n in NODES]), signed)) + text(9, packed(deltas([n[1] for n in NODES]), signed))
        body += text(10, bytes([0, 5, 6, 0, 13, 14, 0]))
        nodes = text(2, text(2, body))
    else:
        nodes = text(2, b"".join(text(1, varint(1 << 3) + signed(i) + varint(8 << 3) + signed(y) + varint(9 << 3) + signed(x))
                                 for i, x, y in NODES))
    ways = text(2, b"".join(text(3, number(1, i) + text(2, bytes([1, 3])) + text(3, bytes([2, 4])) +
                                 text(8, packed(deltas(refs), signed))) for i, refs in [(10, [1, 2]), (11, [2, 3])]))
    relations = text(2, text(4, number(1, 20) + text(2, bytes([7, 8])) + text(3, bytes([8, 9])) + text(8, bytes([10, 12, 11])) +
                             text(9, packed(deltas([10, 2, 11]), signed)) + text(10, bytes([1, 0, 1]))))
    return blob(b"OSMHeader", header) + b"".join(blob(b"OSMData", strings + group) for group in (nodes, ways, relations))


def o5m(kind):
    def record(what, body):
        return bytes([what]) + varint(len(body)) + body

    def tag(key, value):
        return b"\0" + key + b"\0" + value + b"\0"

    out = b"\xff\xe0\x04o5" + kind + b"2"
    before = (0, 0, 0)
    for i, x, y in NODES:
        out += record(0x10, signed(i - before[0]) + b"\0" + signed(x - before[1]) + signed(y - before[2]) +
                      (tag(b"amenity", b"community_centre") if i == 2 else b""))
        before = (i, x, y)
    refs = packed(deltas([1, 2, 3]), signed)
    out += b"\xff" + record(0x11, signed(10) + b"\0" + varint(len(refs)) + refs + tag(b"highway", b"residential"))
    return out + record(0x11, signed(1) + b"\0") + b"\xfe"


os.makedirs(FOLDER, exist_ok=True)
for name, data in {"dense.osm.pbf": pbf(True), "plain.osm.pbf": pbf(False), "history.osh.pbf": pbf(True, True),
                   "street.o5m": o5m(b"m"), "changes.o5c": o5m(b"c")}.items():
    with open(os.path.join(FOLDER, name), "wb") as file:
        file.write(data)
