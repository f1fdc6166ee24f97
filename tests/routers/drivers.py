"""Driving times by the published rules of two well-known routers, as small programs of their own: from OpenStreetMap's text
to the fastest way, with nothing of gapmap's. Turn restrictions are left out."""

import heapq
import math
import re

import extract

CLOSED = ("no", "private", "agricultural", "forestry", "emergency", "psv", "delivery", "permit", "military", "bus")
KEYS = ("motorcar", "motor_vehicle", "vehicle", "access")  # the first that a way has decides
STOPS = ("bollard", "block", "cycle_barrier", "motorcycle_barrier", "chain", "turnstile", "kissing_gate", "stile", "bus_trap",
         "jersey_barrier", "log", "fence", "wall", "debris", "planter")


def first(tags, keys):
    return next((tags[key] for key in keys if key in tags), None)


def number(text):
    found = re.match(r"\d+(\.\d+)?", text or "")
    return float(found.group()) if found else None


class Osrm:
    """Project OSRM, profiles/car.lua and lib/way_handlers.lua, version 5.24 and later. Traffic on the right."""

    name = "OSRM's rules"
    SPEEDS = {"motorway": 90, "motorway_link": 45, "trunk": 85, "trunk_link": 40, "primary": 65, "primary_link": 30,
              "secondary": 55, "secondary_link": 25, "tertiary": 40, "tertiary_link": 20, "unclassified": 25, "residential": 25,
              "living_street": 10, "service": 15}
    OTHER, OTHERS_THAT_ARE_OPEN = 10, ("yes", "permissive", "designated")
    NO_ROADS = ("construction", "proposed", "steps")
    IMPLIED = {"urban": 50, "rural": 90, "trunk": 110, "motorway": 130}
    IMPLIED_ELSEWHERE = {"at:rural": 100, "at:trunk": 100, "be:motorway": 120, "ch:rural": 80, "ch:trunk": 100, "ch:motorway": 120,
                         "de:living_street": 7, "de:rural": 100, "de:motorway": 0, "dk:rural": 80, "fr:rural": 80,
                         "gb:nsl_single": 96.54, "gb:nsl_dual": 112.63, "gb:motorway": 112.63, "nl:rural": 80, "nl:trunk": 100,
                         "no:rural": 80, "no:motorway": 110, "pl:rural": 100, "pl:trunk": 120, "pl:motorway": 140,
                         "ru:urban": 60, "ru:motorway": 110, "none": 140}
    SURFACES = {"cement": 80, "compacted": 80, "fine_gravel": 80, "paving_stones": 60, "metal": 60, "bricks": 60, "grass": 40,
                "wood": 40, "sett": 40, "grass_paver": 40, "gravel": 40, "unpaved": 40, "ground": 40, "dirt": 40,
                "pebblestone": 40, "tartan": 40, "cobblestone": 30, "clay": 30, "earth": 20, "stone": 20, "rocky": 20,
                "sand": 20, "mud": 10}
    TRACKS = {"grade1": 60, "grade2": 40, "grade3": 30, "grade4": 25, "grade5": 20}
    SMOOTHNESS = {"intermediate": 80, "bad": 40, "very_bad": 20, "horrible": 10, "very_horrible": 5, "impassable": 0}
    LIMITS = ("maxspeed:advisory", "maxspeed", "source:maxspeed", "maxspeed:type")  # the first that a way has
    SHARE = 0.8
    TURN_S, BIAS, LIGHTS_S, U_TURN_S = 7.5, 1.075, 2, 20

    def limit(self, text):
        """km/h, or nothing."""
        posted = number(text)
        if posted is not None:
            return posted * (1.609 if "mph" in text else 1)
        text = text.lower()
        return self.IMPLIED_ELSEWHERE.get(text, self.IMPLIED.get(text.split(":")[1] if text[2:3] == ":" else None))

    def speed(self, tags, direction):
        """km/h, or nothing. A limit is believed whatever the surface."""
        speed = self.SPEEDS.get(tags.get("highway"))
        if speed is None and first(tags, KEYS) in self.OTHERS_THAT_ARE_OPEN and tags.get("highway") not in self.NO_ROADS:
            speed = self.OTHER
        if speed is None:
            return None
        said = first(tags, [name for key in self.LIMITS for name in (f"{key}:{direction}", key)])
        posted = self.limit(said) if said else None
        if posted:
            return self.SHARE * posted
        for key, table in (("surface", self.SURFACES), ("tracktype", self.TRACKS), ("smoothness", self.SMOOTHNESS)):
            speed = min(speed, table.get(tags.get(key), speed))
        return speed

    def turn(self, angle, roads, has_lights, is_u_turn):
        """Seconds; the angle is 0 straight on, positive to the right."""
        seconds = self.LIGHTS_S if has_lights else 0
        if roads > 2 or is_u_turn:
            if angle >= 0:
                seconds += self.TURN_S / (1 + math.exp(-(13 / self.BIAS * angle / 180 - 6.5 * self.BIAS)))
            else:
                seconds += self.TURN_S / (1 + math.exp(-(13 * self.BIAS * -angle / 180 - 6.5 / self.BIAS)))
            seconds += self.U_TURN_S if is_u_turn else 0
        return seconds


class GraphHopper:
    """GraphHopper 5 and later, custom_models/car.json: CarAverageSpeedParser, OSMMaxSpeedParser and how `car_average_speed` is
    stored, in steps of 2 km/h, which makes 28 of 0.9 × 30 and 46 of 0.9 × 50. No turns, no lights."""

    name = "GraphHopper's"
    SPEEDS = {"motorway": 100, "motorway_link": 70, "trunk": 70, "trunk_link": 65, "primary": 65, "primary_link": 60,
              "secondary": 60, "secondary_link": 50, "tertiary": 50, "tertiary_link": 40, "unclassified": 30, "residential": 30,
              "living_street": 6, "service": 20, "road": 20, "track": 15}
    TRACKS = {"grade1": 20, "grade2": 15, "grade3": 10}
    CLOSED_TRACKS = ("grade4", "grade5")
    ON_FOOT, OPENED = 6, ("yes", "designated", "official", "permissive", "destination")  # pedestrian streets
    BAD = {"cobblestone", "unhewn_cobblestone", "sett", "grass_paver", "gravel", "fine_gravel", "pebblestone", "sand",
           "paving_stones", "dirt", "earth", "ground", "wood", "grass", "unpaved", "compacted"}
    BAD_SPEED, SHARE, STEP = 30, 0.9, 2
    FAST = ("motorway", "motorway_link", "trunk", "trunk_link")  # where `none` is believed
    LEAST_LIMIT, GREATEST_LIMIT, WALK = 4.8, 150, 6

    def limit(self, text, highway):
        """km/h, or nothing."""
        text = (text or "").strip()
        if text == "walk":
            return self.WALK
        if text == "none":
            return self.GREATEST_LIMIT if highway in self.FAST else None
        found = re.fullmatch(r"(\d+(?:\.\d+)?) *(mp.*|knots.*|km.*|kph.*)?", text)
        if not found:
            return None
        posted = float(found[1]) * {"mp": 1.609344, "kn": 1.852}.get((found[2] or "")[:2], 1)
        return min(posted, self.GREATEST_LIMIT) if posted >= self.LEAST_LIMIT else None

    def speed(self, tags, direction):
        """km/h, or nothing. A limit is believed whatever the surface."""
        highway = tags.get("highway")
        speed = self.SPEEDS.get(highway)
        if highway == "pedestrian" and first(tags, KEYS) in self.OPENED:
            speed = self.ON_FOOT
        if speed is None or highway == "track" and tags.get("tracktype") in self.CLOSED_TRACKS:
            return None
        if highway == "track":
            speed = self.TRACKS.get(tags.get("tracktype"), speed)
        if tags.get("surface", "").split(":")[0] in self.BAD:
            speed = min(speed, self.BAD_SPEED)
        posted = self.limit(tags.get(f"maxspeed:{direction}"), highway) or self.limit(tags.get("maxspeed"), highway)
        if posted:
            speed = self.SHARE * posted
        return self.STEP * max(1, math.floor(speed / self.STEP + 0.5))

    def turn(self, angle, roads, has_lights, is_u_turn):
        return 0


class Network:
    """Directed pieces between junctions, and what it costs to go from one to the next."""

    def __init__(self, path, rules):
        self.rules = rules
        nodes, ways, stops, lights = {}, [], set(), {}
        for line in extract.read_lines(path, "w/highway"):
            ident, tags, fields = extract.parse(line)
            if line[0] == "n":
                if fields.get("x"):
                    nodes[ident] = (float(fields["x"]), float(fields["y"]))
                said = first(tags, KEYS)
                if said in CLOSED or tags.get("barrier") in STOPS and said is None:
                    if "barrier" in tags:
                        stops.add(ident)
                if tags.get("highway") == "traffic_signals":
                    lights[ident] = tags.get("traffic_signals:direction")
                continue
            if first(tags, KEYS) in CLOSED:
                continue
            way = [extract.node_of(ref) for ref in fields["N"].split(",") if ref]
            oneway = tags.get("oneway")
            is_one_way = oneway in ("yes", "1", "true") or oneway is None and (
                tags.get("junction") in ("roundabout", "circular") or tags.get("highway") == "motorway")
            along = None if oneway == "-1" else rules.speed(tags, "forward")
            against = None if is_one_way else rules.speed(tags, "backward")
            if along or against:
                ways.append((way, along, against))
        uses = {}
        for way, _, _ in ways:
            for a, b in zip(way, way[1:]):
                uses.setdefault(a, set()).add(b)
                uses.setdefault(b, set()).add(a)
        self.pieces, self.out = [], {}  # (from, to, seconds, bearing at start, bearing at end, lights at end, node before the end)
        for way, along, against in ways:
            part = []
            for node in way + [None]:
                if node is not None and node in nodes:
                    part.append(node)
                if len(part) > 1 and (node is None or node not in nodes or node in stops or len(uses[node]) != 2):
                    self.add(part, nodes, along, "forward", lights)
                    self.add(part[::-1], nodes, against, "backward", lights)
                    part = part[-1:]
                if node is None or node not in nodes or node in stops:
                    part = []
        self.roads = {node: len(near) for node, near in uses.items()}
        self.into = {}
        for i, piece in enumerate(self.pieces):
            self.into.setdefault(piece[1], []).append(i)
            self.out.setdefault(piece[0], []).append(i)

    def add(self, part, nodes, kmh, direction, lights):
        if not kmh:
            return
        import routers
        points = [nodes[node] for node in part]
        seconds = routers.length_m(points) / (kmh / 3.6)

        def faces(node):
            return node in lights and lights[node] in (None, "both", direction)
        seconds += sum(self.rules.turn(0, 2, faces(node), False) for node in part[1:-1])
        self.pieces.append((part[0], part[-1], seconds, bearing(*points[:2]), bearing(*points[-2:]), faces(part[-1]), part[-2],
                            part[1]))

    def times_to(self, to):
        """Seconds from every junction to `to`."""
        best, heap, found = {}, [], {to: 0}
        for i in self.into.get(to, ()):
            heapq.heappush(heap, (self.pieces[i][2], i))
        while heap:
            cost, i = heapq.heappop(heap)
            if i in best:
                continue
            best[i] = cost
            start = self.pieces[i][0]
            found.setdefault(start, cost)
            for before in self.into.get(start, ()):
                if before in best:
                    continue
                piece = self.pieces[before]
                is_u_turn = piece[6] == self.pieces[i][7]
                if is_u_turn and self.roads[start] > 1:
                    continue
                angle = (self.pieces[i][3] - piece[4] + 180) % 360 - 180
                turn = self.rules.turn(angle, self.roads[start], piece[5], is_u_turn)
                heapq.heappush(heap, (cost + turn + piece[2], before))
        return found

    def times(self, pairs):
        to_each = {}
        for _, to in pairs:
            if to not in to_each:
                to_each[to] = self.times_to(to)
        return [to_each[to].get(origin) for origin, to in pairs]


def bearing(a, b):
    return math.degrees(math.atan2((b[0] - a[0]) * math.cos(math.radians(a[1])), b[1] - a[1]))
