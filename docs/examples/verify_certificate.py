#!/usr/bin/env python3
"""A second checker of certificates, in plain Python: exact fractions, the standard library alone, none of the code of eqnn.

    python3 docs/examples/verify_certificate.py FILE...

It checks certificates of chambers, by orbits and listed, and the verdicts of certificates of maps, as far as their numbers are rational.
The format and why the checks suffice: docs/certificates.md and docs/theory.md (orbit-certificates, kernel-criterion, witness). Exit code 0: every claim that this
program checks holds; 1: refused, with the place; 2: it cannot be decided here (an irrational number, another kind), which is never an acceptance.
"""

import hashlib
import json
import random
import sys
from fractions import Fraction
from math import gcd

LARGEST = 2**53 - 1

# How a certificate in lines begins; one in a single record may begin so as well where it is written without spaces, and its kind tells.
LINES = b'{"format":"eqnn-certificate","version":2,'
RECORDS = (b'"kind":"chambers"', b'"kind":"maps"', b'"kind":"separation"')

# What a certificate of maps on a fan has beside it, and this program does not look at but for its digests.
UNCHECKED = ("sourceMatrices", "targetMatrices", "mapSpace")


class Refused(Exception):
    """A claim that does not hold, and its place."""


class Undecided(Exception):
    """Something that this program does not check."""


def require(holds, place, problem):
    if not holds:
        raise Refused(f"{place}: {problem}")


# ---------------------------------------------------------------- reading

def read_json(text, place):
    def record(pairs):
        fields = dict(pairs)
        require(len(fields) == len(pairs), place, "a field occurs twice")
        return fields

    def no_number(text):
        raise Refused(f"{place}: {text} is no whole number written with digits")

    try:
        return json.loads(text, object_pairs_hook=record, parse_float=no_number, parse_constant=no_number)
    except ValueError:
        raise Refused(f"{place}: not JSON") from None


def fields(record, names, place, optional=(), sealed=False):
    """A record with these fields and no others; sealed ones end with their digest."""
    require(isinstance(record, dict), place, "a record is expected")
    names = [*names, "digest"] if sealed else names
    for name in names:
        require(name in record, place, f"the field {name} is missing")
    for name in record:
        require(name in names or name in optional, place, f"the format has no field {name}")
    return record


def whole(value, place, least=None, most=None):
    """A count: a number up to 2^53 - 1, beyond that its digits as text."""
    if isinstance(value, str):
        require(value.lstrip("-").isdigit() and str(int(value)) == value and abs(int(value)) > LARGEST, place, "not a whole number as it is written here")
        value = int(value)
    else:
        require(type(value) is int and abs(value) <= LARGEST, place, "not a whole number as it is written here")
    require((least is None or value >= least) and (most is None or value <= most), place, f"{value} is out of range")
    return value


def exact(text, place):
    """A rational number in normal form; what lies in a larger field is not decided here."""
    require(isinstance(text, str), place, "an exact number is text")
    if "E(" in text:
        raise Undecided(f"{place}: {text} is not rational")
    try:
        value = Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise Refused(f"{place}: {text} is not an exact number") from None
    require(str(value) == text, place, f"{text} is not in normal form")
    return value


def label(text, place):
    """A name: it claims nothing, and nothing else may stand there."""
    require(isinstance(text, str) and 1 <= len(text) <= 1000 and all(" " <= c <= "~" and c not in '"\\' for c in text), place, "no name: 1 to 1000 printable ASCII characters")


def claim(claimed, found, place):
    require(claimed == found, place, f"the certificate says {claimed}, the check finds {found}")


def digest_of(record):
    text = json.dumps({name: value for name, value in record.items() if name != "digest"}, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def require_digests(node, place):
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, child in children:
        require_digests(child, f"{place}.{name}")
    if isinstance(node, dict) and "digest" in node:
        require(node["digest"] == digest_of(node), place, "the content does not match its digest")


# ---------------------------------------------------------------- linear forms and their symmetry

def dot(form, point):
    return sum(a * b for a, b in zip(form, point))


def reduced(rows):
    """Row echelon form and pivot columns."""
    rows, pivots = [list(map(Fraction, row)) for row in rows], []
    for column in range(len(rows[0]) if rows else 0):
        at = next((r for r in range(len(pivots), len(rows)) if rows[r][column]), None)
        if at is None:
            continue
        top = len(pivots)
        rows[top], rows[at] = rows[at], rows[top]
        rows[top] = [x / rows[top][column] for x in rows[top]]
        for r, row in enumerate(rows):
            if r != top and row[column]:
                rows[r] = [x - row[column] * y for x, y in zip(row, rows[top])]
        pivots.append(column)
    return rows[:len(pivots)], pivots


class Arrangement:
    """The rows as whole numbers (positive multiples have the same signs), merged to hyperplanes in the order of their first rows."""

    def __init__(self, record, place, sealed=False):
        fields(record, ["columns", "rows"], place, sealed=sealed)
        self.columns = whole(record["columns"], place + ".columns", 0)
        self.exact = [[exact(x, f"{place}.rows[{r}]") for x in row] for r, row in enumerate(record["rows"])]
        require(all(len(row) == self.columns for row in self.exact), place + ".rows", "rows of different lengths")
        self.hyperplane, self.sign, self.first, known = [], [], [], {}
        for r, row in enumerate(self.exact):
            lead = next((x for x in row if x), None)
            if lead is None:
                self.hyperplane.append(None)
                self.sign.append(0)
                continue
            key = tuple(x / lead for x in row)
            if key not in known:
                known[key] = (len(self.first), lead > 0)
                self.first.append(r)
            self.hyperplane.append(known[key][0])
            self.sign.append(1 if (lead > 0) == known[key][1] else -1)
        self.essential = reduced(self.exact)[1]
        self.dimension = len(self.essential)
        self.forms = []
        for r in self.first:
            denominator = 1
            for x in self.exact[r]:
                denominator = denominator * x.denominator // gcd(denominator, x.denominator)
            self.forms.append([int(x * denominator) for x in self.exact[r]])
        self.normals = [[form[c] for c in self.essential] for form in self.forms]

    def check_counts(self, counts, place):
        claim(whole(counts["dimension"], place), self.dimension, place + ".dimension")
        claim(whole(counts["lineality"], place), self.columns - self.dimension, place + ".lineality")
        claim(whole(counts["rows"], place), len(self.exact), place + ".rows")
        claim(whole(counts["zeroRows"], place), self.hyperplane.count(None), place + ".zeroRows")
        claim(whole(counts["hyperplanes"], place), len(self.first), place + ".hyperplanes")

    def points(self, generators, place):
        """Signed image lists of the rows, induced by linear maps, as images of the sides of the hyperplanes: 2h the positive side of h, 2h + 1 the negative."""
        basis = reduced([list(column) for column in zip(*self.exact)])[1] if self.exact else []
        forms = [[row[c] for c in self.essential] for row in self.exact]
        # Each row as a combination of the basis rows: the relations that must be kept.
        system = reduced([[forms[b][c] for b in basis] + [row[c] for row in forms] for c in range(self.dimension)])[0]
        result = []
        for g, images in enumerate(generators):
            where = f"{place}[{g}]"
            require(isinstance(images, list) and all(type(i) is int for i in images) and sorted(map(abs, images)) == list(range(1, len(forms) + 1)), where, "not a signed permutation of the rows")
            moved = [[x if i > 0 else -x for x in forms[abs(i) - 1]] for i in images]
            for r in range(len(forms)):
                expected = [sum(system[k][len(basis) + r] * moved[b][c] for k, b in enumerate(basis)) for c in range(self.dimension)]
                require(expected == moved[r], where, f"no linear map moves the rows so: row {r + 1} cannot go to {images[r]}")
            sides = []
            for r in self.first:
                target = abs(images[r]) - 1
                flip = 0 if (images[r] > 0) == (self.sign[target] > 0) else 1
                sides += [2 * self.hyperplane[target] + flip, 2 * self.hyperplane[target] + (1 - flip)]
            result.append(tuple(sides))
        return result

    def sides_at(self, point):
        """0 or 1 for each hyperplane, None on it."""
        return [None if not value else 0 if value > 0 else 1 for value in (dot(form, point) for form in self.forms)]


def cone_rays(normals, dimension):
    """The rays of {x : n.x >= 0}, by double description; None if the cone contains a line. Rays are whole and without common divisor, with the set of the forms that vanish on them."""
    lines = [[int(i == k) for k in range(dimension)] for i in range(dimension)]
    rays = []

    def short(vector):
        divisor = gcd(*vector)
        return [x // divisor for x in vector] if divisor > 1 else vector

    for w, normal in enumerate(normals):
        bit = 1 << w
        at = next((i for i, line in enumerate(lines) if dot(normal, line)), None)
        if at is not None:
            line = lines.pop(at)
            value = dot(normal, line)
            if value < 0:
                line, value = [-x for x in line], -value

            def moved(vector):
                own = dot(normal, vector)
                return short([value * x - own * y for x, y in zip(vector, line)]) if own else vector

            lines = [moved(other) for other in lines]
            rays = [(moved(ray), zeros | bit) for ray, zeros in rays] + [(line, bit - 1)]
            continue
        values = [dot(normal, ray) for ray, _ in rays]
        kept = [(ray, zeros if value else zeros | bit) for (ray, zeros), value in zip(rays, values) if value >= 0]
        for q, below in enumerate(values):
            if below >= 0:
                continue
            for p, above in enumerate(values):
                common = rays[p][1] & rays[q][1]
                if above <= 0 or bin(common).count("1") < dimension - len(lines) - 2:
                    continue
                if all(common & ~zeros or i in (p, q) for i, (_, zeros) in enumerate(rays)):
                    kept.append((short([above * x - below * y for x, y in zip(rays[q][0], rays[p][0])]), common | bit))
        rays = kept
    return None if lines else rays


def check_walls(arrangement, sides, walls, place):
    """No other hyperplane cuts the cone of the walls, so these are all walls of the chamber; its rays."""
    rays = cone_rays([[-x if sides[h] else x for x in arrangement.normals[h]] for h in walls], arrangement.dimension)
    require(rays is not None, place, "their cone contains a line: walls are missing")
    for h, normal in enumerate(arrangement.normals):
        for ray, _ in rays:
            value = dot(normal, ray)
            require(value <= 0 if sides[h] else value >= 0, place, f"hyperplane {h + 1} cuts the cone of these: walls are missing")
    return rays


# ---------------------------------------------------------------- permutation groups

def product(left, right):
    return tuple(left[x] for x in right)


def inverse(g):
    result = [0] * len(g)
    for x, y in enumerate(g):
        result[y] = x
    return tuple(result)


class Chain:
    """Stabilisers along a base, by sifting every Schreier generator; or until the order is `enough`, when what is there bounds it from below."""

    def __init__(self, base, degree, generators, enough=None, most=None):
        self.base, self.identity, self.enough, self.most = base, tuple(range(degree)), enough, most
        self.to = [{b: self.identity} for b in base]
        self.back = [{b: self.identity} for b in base]
        self.generators = [[] for _ in base]
        self.sifted = [set() for _ in base]
        self.order, self.faithful = 1, True
        # Random products fill the orbits quickly; what they find is true, what they miss is found below.
        chance, pool, misses = random.Random(1), list(generators), 0
        while pool and misses < 20 and not self.done():
            i, j = chance.randrange(len(pool)), chance.randrange(len(pool))
            pool[i] = product(pool[i], pool[j])
            misses = 0 if self.enter(0, pool[i], whole=False) else misses + 1
        for g in generators:
            self.enter(0, g)
        for level in reversed(range(len(base))):
            self.close(level)

    def done(self):
        return self.order == self.enough or (self.most is not None and self.order > self.most) or not self.faithful

    def enter(self, depth, g, whole=True):
        """Whether g, which fixes the base above depth, is new."""
        if self.done():
            return False
        for level in range(depth, len(self.base)):
            step = self.back[level].get(g[self.base[level]])
            if step is None:
                break
            if step is not self.identity:
                g = product(step, g)
        else:
            self.faithful &= g == self.identity
            return False
        # What is left fixes the base above this level: it belongs to all levels from the first to this one.
        for upper in range(depth, level + 1):
            self.generators[upper].append(g)
            self.extend(upper)
        for upper in reversed(range(depth, level + 1)) if whole else ():
            self.close(upper)
        return True

    def extend(self, level):
        orbit, back = self.to[level], self.back[level]
        queue = list(orbit)
        for point in queue:
            for g in self.generators[level]:
                if self.done():
                    return
                if g[point] not in orbit:
                    self.order = self.order // len(orbit) * (len(orbit) + 1)
                    orbit[g[point]] = product(g, orbit[point])
                    back[g[point]] = inverse(orbit[g[point]])
                    queue.append(g[point])

    def close(self, level):
        """Every Schreier generator of the level must lie in the next."""
        orbit, sifted = self.to[level], self.sifted[level]
        again = True
        while again and not self.done():
            again = False
            for point in list(orbit):
                for k in range(len(self.generators[level])):
                    if (point, k) not in sifted and not self.done():
                        sifted.add((point, k))
                        again = True
                        g = self.generators[level][k]
                        self.enter(level + 1, product(self.back[level][g[point]], product(g, orbit[point])))


class Group:
    """The symmetry on the sides of the hyperplanes; an element is the list of the images of the base."""

    def __init__(self, symmetry, generators, hyperplanes, place):
        self.degree, self.generators = 2 * hyperplanes, generators
        self.base = [self.point(i, place + ".base") for i in symmetry["base"]]
        require(len(set(self.base)) == len(self.base), place + ".base", "a point occurs twice")
        order = whole(symmetry["order"], place + ".order", 1)
        self.chain = Chain(self.base, self.degree, generators, most=order)
        require(self.chain.faithful, place + ".base", "an element other than the identity fixes all these sides")
        claim(order, self.chain.order, place + ".order")
        self.order = order
        self.colour_pairs()

    def point(self, signed, place):
        require(type(signed) is int and signed and abs(signed) <= self.degree // 2, place, f"{signed} is no signed hyperplane")
        return 2 * signed - 2 if signed > 0 else -2 * signed - 1

    def element(self, images, place):
        require(isinstance(images, list) and len(images) == len(self.base), place, "as many images as the base has points are expected")
        result, back = self.chain.identity, self.chain.identity
        for level, signed in enumerate(images):
            step = self.chain.to[level].get(back[self.point(signed, place)])
            require(step is not None, place, "no element of the group has these images of the base")
            if step != self.chain.identity:
                result = product(result, step)
                back = inverse(result)
        return result

    def colour_pairs(self):
        """A number for each orbit of the group on pairs of sides whose first one the base reaches: sums of them over a chamber are the colours of the first, which no element changes."""
        reached = set(self.base)
        queue = list(reached)
        for point in queue:
            for g in self.generators:
                if g[point] not in reached:
                    reached.add(g[point])
                    queue.append(g[point])
        self.weights, orbit = {p: [0] * self.degree for p in reached}, 0
        for p in reached:
            for q in range(self.degree):
                if self.weights[p][q]:
                    continue
                orbit += 1
                weight = int.from_bytes(hashlib.sha256(str(orbit).encode()).digest()[:7], "big")
                stack, self.weights[p][q] = [(p, q)], weight
                while stack:
                    a, b = stack.pop()
                    for g in self.generators:
                        if not self.weights[g[a]][g[b]]:
                            self.weights[g[a]][g[b]] = weight
                            stack.append((g[a], g[b]))

    def colours(self, chamber):
        return {p: sum(map(row.__getitem__, chamber)) for p, row in self.weights.items()}

    def carries(self, level, prefix, start, end, from_colours, to_colours):
        """Whether an element that begins with prefix carries one chamber to the other; colours exclude most."""
        if level == len(self.base):
            return {prefix[p] for p in start} == set(end)
        return any(
            to_colours[prefix[point]] == from_colours[self.base[level]]
            and self.carries(level + 1, product(prefix, step), start, end, from_colours, to_colours)
            for point, step in self.chain.to[level].items())

    def check_stabiliser(self, order, images, chamber, colours, place):
        """The elements that are given fix the chamber, and at every level they reach all points that the stabiliser could reach: they generate it."""
        sides, elements = set(chamber), []
        for i, by in enumerate(images):
            g = self.element(by, f"{place}, stabiliser")
            require({g[p] for p in chamber} == sides, f"{place}, stabiliser", f"generator {i + 1} does not fix the chamber: the stabiliser is too large")
            elements.append(g)
        own = Chain(self.base, self.degree, elements, enough=order)
        for level in reversed(range(len(self.base))):
            for point, step in self.chain.to[level].items():
                if point not in own.to[level] and colours[point] == colours[self.base[level]]:
                    require(not self.carries(level + 1, step, chamber, chamber, colours, colours), f"{place}, stabiliser", "an element that these do not generate fixes the chamber: the stabiliser is too small")
        claim(order, own.order, f"{place}, order")
        return elements


# ---------------------------------------------------------------- chambers by orbits, version 2

def check_orbits(file, first):
    hashed = hashlib.sha256()

    def line(number, text=None):
        text = file.readline() if text is None else text
        require(text.endswith(b"\n"), f"line {number}", "the file ends here, or the line does not end")
        try:
            return text, text.decode("utf-8")[:-1]
        except UnicodeDecodeError:
            raise Refused(f"line {number}: not UTF-8") from None

    raw, text = line(1, first)
    hashed.update(raw)
    root = fields(read_json(text, "line 1"), ["format", "version", "kind", "solver", "arrangement", "symmetry", "counts"], "line 1", ["producer"])
    claim((root["version"], root["kind"]), (2, "chamber-orbits"), "kind")
    label(root["solver"], "solver")
    if "producer" in root:
        label(root["producer"], "producer")
    counts = fields(root["counts"], ["dimension", "lineality", "rows", "zeroRows", "hyperplanes", "chambers", "chamberOrbits", "walls", "simplicial"], "counts")
    fields(root["symmetry"], ["order", "generators", "base"], "symmetry")
    arrangement = Arrangement(root["arrangement"], "arrangement")
    arrangement.check_counts(counts, "counts")
    require(arrangement.dimension > 0, "counts.dimension", "without hyperplanes there are no walls to cross")
    group = Group(root["symmetry"], arrangement.points(root["symmetry"]["generators"], "symmetry.generators"), len(arrangement.first), "symmetry")
    orbits = whole(counts["chamberOrbits"], "counts.chamberOrbits", 1)
    known, invariants, chambers, facets, simplicial = {}, {}, 0, 0, True

    def expect(orbit, chamber, number, place, problem):
        bits = sum(1 << p for p in chamber)
        require(known.setdefault(orbit, (bits, number))[0] == bits, place, problem)

    for orbit in range(orbits):
        number, (raw, text) = orbit + 2, line(orbit + 2)
        hashed.update(raw)
        place = f"line {number}"
        record = read_json(text, place)
        require(list(record) == ["point", "order", "stabiliser", "walls", "crossings"] and json.dumps(record, separators=(",", ":")) == text, place, "not spelled as the format says")
        point = [whole(x, f"{place}, point") for x in record["point"]]
        require(len(point) == arrangement.columns, f"{place}, point", "the number of entries")
        sides = arrangement.sides_at(point)
        require(None not in sides, f"{place}, point", "it lies on a hyperplane, so in no chamber")
        chamber = [2 * h + side for h, side in enumerate(sides)]
        expect(orbit, chamber, number, f"{place}, point", f"it lies in another chamber than that to which a crossing of line {known.get(orbit, (0, 0))[1]} leads")
        colours = group.colours(chamber)
        invariants.setdefault(hash(tuple(sorted(colours.values()))), []).append(orbit)
        order = whole(record["order"], f"{place}, order", 1)
        stabiliser = group.check_stabiliser(order, record["stabiliser"], chamber, colours, place)
        walls = [whole(h, f"{place}, walls", 1, len(arrangement.first)) - 1 for h in record["walls"]]
        require(walls == sorted(set(walls)), f"{place}, walls", "they do not ascend")
        check_walls(arrangement, sides, walls, f"{place}, walls")
        least = {}
        for wall in walls:
            queue = [wall] if wall not in least else []
            for h in queue:
                require(h in walls, f"{place}, walls", "the stabiliser carries a wall to a hyperplane that is not listed")
                least[h] = wall
                queue += {g[2 * h] // 2 for g in stabiliser} - set(queue)
        claim([entry[0] - 1 for entry in record["crossings"]], [h for h in walls if least[h] == h], f"{place}, crossings")
        for wall, to, by in record["crossings"]:
            g = group.element(by, f"{place}, crossings")
            beyond = [g[p ^ 1 if p // 2 == wall - 1 else p] for p in chamber]
            target = whole(to, f"{place}, crossings", 1, orbits) - 1
            expect(target, beyond, number, f"{place}, crossings", f"the chamber beyond hyperplane {wall} is not carried to the chamber of line {target + 2}")
        chambers += group.order // order
        facets += group.order // order * len(walls)
        simplicial &= len(walls) == arrangement.dimension

    # Chambers with equal invariants are told apart by a search.
    for same in invariants.values():
        for i, one in enumerate(same):
            for two in same[i + 1:]:
                first, second = ([p for p in range(group.degree) if known[orbit][0] >> p & 1] for orbit in (one, two))
                require(not group.carries(0, group.chain.identity, first, second, group.colours(first), group.colours(second)), f"line {two + 2}, point", f"its chamber lies in the orbit of line {one + 2}")
    claim(whole(counts["chambers"], "counts.chambers"), chambers, "counts.chambers")
    claim(whole(counts["walls"], "counts.walls"), facets // 2, "counts.walls")
    claim(counts["simplicial"], simplicial, "counts.simplicial")
    _, text = line(orbits + 2)
    claim(text, '{"digest":"%s"}' % hashed.hexdigest()[:16], f"line {orbits + 2}")
    require(not file.readline(), f"line {orbits + 3}", "the file ends before this line")
    return f"{chambers} chambers and {facets // 2} walls in {orbits} orbits under a group of order {group.order}"


# ---------------------------------------------------------------- chambers listed, version 1

def orbit_of(start, generators):
    """Words of sides (0, 1, None where a hyperplane holds the face) under signed permutations."""
    seen, queue = {start}, [start]
    for word in queue:
        for g in generators:
            image = [None] * len(word)
            for h, side in enumerate(word):
                target = g[2 * h + (side or 0)]
                image[target // 2] = None if side is None else target % 2
            image = tuple(image)
            if image not in seen:
                seen.add(image)
                queue.append(image)
    return seen


def check_listed(root, place=""):
    counts = fields(root["counts"], ["dimension", "lineality", "rows", "zeroRows", "hyperplanes", "chambers", "chamberOrbits", "walls", "wallOrbits", "rays", "rayOrbits", "simplicial"], place + "counts", ["zaslavsky"], sealed=True)
    fields(root["symmetry"], ["order", "generators"], place + "symmetry", sealed=True)
    arrangement = Arrangement(root["arrangement"], place + "arrangement", sealed=True)
    arrangement.check_counts(counts, place + "counts")
    generators = arrangement.points(root["symmetry"]["generators"], place + "symmetry.generators")
    count = len(arrangement.first)
    order = whole(root["symmetry"]["order"], place + "symmetry.order", 1)
    claim(order, Chain(list(range(2 * count)), 2 * count, generators, most=order).order, place + "symmetry.order")
    rays = [[exact(x, f"{place}rays[{r}]") for x in ray] for r, ray in enumerate(root["rays"])]
    for r, ray in enumerate(rays):
        require(len(ray) == arrangement.columns, f"{place}rays[{r}]", f"{len(ray)} entries where {arrangement.columns} are expected")
    ray_words = [tuple(arrangement.sides_at(ray)) for ray in rays]
    require(len(set(ray_words)) == len(ray_words), place + "rays", "a ray occurs twice")
    chambers, walls, used, simplicial, representatives = {}, {}, set(), True, []
    for i, record in enumerate(root["chamberOrbits"]):
        where = f"{place}chamberOrbits[{i}]"
        fields(record, ["signs", "size", "stabiliserOrder", "rays", "walls"], where, sealed=True)
        require(len(record["signs"]) == count and set(record["signs"]) <= set("+-"), where + ".signs", "a sign for each hyperplane is expected")
        word = tuple(int(sign == "-") for sign in record["signs"])
        facets = [whole(h, where + ".walls", 1, count) - 1 for h in record["walls"]]
        require(facets == sorted(set(facets)), where + ".walls", "they do not ascend")
        # The rays of the cone of the walls, none of which is superfluous, are those of the chamber: an interior point is their sum.
        found = check_walls(arrangement, word, facets, where + ".walls")
        for w in range(len(facets)):
            require(len(reduced([ray for ray, zeros in found if zeros >> w & 1])[1]) == arrangement.dimension - 1, where + ".walls", f"hyperplane {facets[w] + 1} carries no facet")
        full = [[dict(zip(arrangement.essential, ray)).get(c, 0) for c in range(arrangement.columns)] for ray, _ in found]
        inner = arrangement.sides_at([sum(column) for column in zip(*full)]) if full else []
        require(tuple(inner) == word, where + ".signs", "no chamber has these signs")
        listed = [whole(r, where + ".rays", 1, len(rays)) - 1 for r in record["rays"]]
        require(sorted(ray_words.index(tuple(arrangement.sides_at(ray))) if tuple(arrangement.sides_at(ray)) in ray_words else -1 for ray in full) == sorted(listed), where + ".rays", "these are not the rays of the chamber")
        used |= set(listed)
        require(word not in chambers, where + ".signs", "this chamber lies in an orbit before")
        orbit = orbit_of(word, generators)
        chambers.update((member, i) for member in orbit)
        claim(whole(record["size"], where), len(orbit), where + ".size")
        claim(whole(record["stabiliserOrder"], where), order // len(orbit), where + ".stabiliserOrder")
        simplicial &= len(found) == arrangement.dimension
        representatives.append((where, word, facets))
    require(representatives, place + "chamberOrbits", "there is no chamber")
    for where, word, facets in representatives:
        for h in facets:
            require(word[:h] + (1 - word[h],) + word[h + 1:] in chambers, where + ".walls", f"the chamber beyond hyperplane {h + 1} is not listed")
            wall = word[:h] + (None,) + word[h + 1:]
            if wall not in walls:
                walls.update((member, wall) for member in orbit_of(wall, generators))
    ray_orbits = {}
    for i, record in enumerate(root["rayOrbits"]):
        where = f"{place}rayOrbits[{i}]"
        fields(record, ["ray", "size", "stabiliserOrder"], where, sealed=True)
        word = ray_words[whole(record["ray"], where, 1, len(rays)) - 1]
        require(word not in ray_orbits, where + ".ray", "a ray of an orbit before")
        orbit = orbit_of(word, generators)
        ray_orbits.update((member, i) for member in orbit)
        claim(whole(record["size"], where), len(orbit), where + ".size")
        claim(whole(record["stabiliserOrder"], where), order // len(orbit), where + ".stabiliserOrder")
    require(all(word in ray_orbits for word in ray_words) and used == set(range(len(rays))), place + "rays", "a ray of no listed orbit or of no listed chamber")
    found = {"chambers": len(chambers), "chamberOrbits": len(representatives), "walls": len(walls), "wallOrbits": len(set(walls.values())), "rays": len(ray_orbits), "rayOrbits": len(root["rayOrbits"])}
    for name, number in found.items():
        claim(whole(counts[name], place + name), number, f"{place}counts.{name}")
    claim(counts["simplicial"], simplicial, place + "counts.simplicial")
    if counts.get("zaslavsky") is not None:
        claim(whole(counts["zaslavsky"], place), len(chambers), place + "counts.zaslavsky")
    return f"{found['chambers']} chambers in {found['chamberOrbits']} orbits, {found['walls']} walls, {found['rays']} rays"


# ---------------------------------------------------------------- verdicts of maps, version 1

def listed_group(record):
    fields(record, ["name", "order", "degree", "generators", "classes"], "group", sealed=True)
    label(record["name"], "group.name")
    degree = whole(record["degree"], "group.degree", 1)
    generators = []
    for i, images in enumerate(record["generators"]):
        require(isinstance(images, list) and sorted(images) == list(range(1, degree + 1)), f"group.generators[{i}]", "not a permutation")
        generators.append(tuple(x - 1 for x in images))
    elements, queue = {tuple(range(degree))}, [tuple(range(degree))]
    for g in queue:
        for s in generators:
            image = product(s, g)
            if image not in elements:
                require(len(elements) < 50_000, "group.order", "more elements than are listed here")
                elements.add(image)
                queue.append(image)
    claim(whole(record["order"], "group.order"), len(elements), "group.order")
    classes, class_of = [], {}
    for i, item in enumerate(record["classes"]):
        fields(item, ["representative", "size"], f"group.classes[{i}]")
        start = tuple(x - 1 for x in item["representative"])
        require(start in elements and start not in class_of, f"group.classes[{i}]", "no element of the group, or one of a class before")
        class_of[start] = i
        members = [start]
        for g in members:
            for s in generators:
                image = product(product(s, g), inverse(s))
                if image not in class_of:
                    class_of[image] = i
                    members.append(image)
        claim(whole(item["size"], "group.classes"), len(members), f"group.classes[{i}].size")
        classes.append(members)
    claim(len(class_of), len(elements), "group.classes")
    require(classes[class_of[tuple(range(degree))]] == [tuple(range(degree))], "group.classes", "the class of the identity")
    return elements, classes, class_of


def check_simple(record, name, elements, classes, class_of):
    """The constituent is an irreducible character: norm 1, and its central character respects products of classes; type by the indicator."""
    fields(record, ["label", "type", "dimension", "kernelOrder", "constituent", "character"], name, sealed=True)
    label(record["label"], f"{name}.label")
    chi = [exact(x, f"{name}.constituent") for x in record["constituent"]]
    psi = [exact(x, f"{name}.character") for x in record["character"]]
    require(len(chi) == len(psi) == len(classes), name, "a value for each class is expected")
    order, one = len(elements), class_of[tuple(range(len(next(iter(elements)))))]
    require(sum(len(c) * x * x for c, x in zip(classes, chi)) == order and chi[one] > 0, f"{name}.constituent", "its norm is not 1")
    central = [len(c) * x / chi[one] for c, x in zip(classes, chi)]
    for i, ci in enumerate(classes):
        for j, cj in enumerate(classes):
            # The product of two class sums, by the number of ways to hit each class: fix an element of the first.
            total = sum(central[class_of[product(ci[0], h)]] / len(classes[class_of[product(ci[0], h)]]) for h in cj) * len(ci)
            require(central[i] * central[j] == total, f"{name}.constituent", "its central character does not respect the products of classes: no irreducible character")
    indicator = Fraction(sum(chi[class_of[product(g, g)]] for g in elements), order)
    claim(record["type"], {1: "R", -1: "H"}.get(indicator), f"{name}.type")
    factor = 1 if indicator == 1 else 2
    claim(psi, [factor * x for x in chi], f"{name}.character")
    claim(whole(record["dimension"], name), psi[one], f"{name}.dimension")
    kernel = [i for i, x in enumerate(psi) if x == psi[one]]
    claim(whole(record["kernelOrder"], name), sum(len(classes[i]) for i in kernel), f"{name}.kernelOrder")
    return psi, factor * factor, set(kernel), one


def check_maps(root):
    elements, classes, class_of = listed_group(root["group"])
    source, weight, kernel, one = check_simple(root["source"], "source", elements, classes, class_of)
    target, target_weight, target_kernel, _ = check_simple(root["target"], "target", elements, classes, class_of)
    verdict, order = fields(root["verdict"], ["exists", "linearExists"], "verdict", ["witness", "obstruction"], sealed=True), len(elements)
    exists = verdict["exists"]
    require(("obstruction" if exists else "witness") not in verdict, "verdict", "a reason for the contrary")
    require(exists is (kernel <= target_kernel), "verdict.exists", "the kernels say otherwise")
    claim(verdict["linearExists"], source == target, "verdict.linearExists")
    if exists:
        witness = fields(verdict["witness"], ["bias", "pointByClass", "valueAtIdentity"], "verdict.witness")
        # The coordinate of P_L e_1 at g is dim L psi(g) / (e |G|), e = 1 or 4 the dimension of the endomorphisms.
        point = [source[one] * x / (weight * order) for x in source]
        claim([exact(x, "verdict.witness.pointByClass") for x in witness["pointByClass"]], point, "verdict.witness.pointByClass")
        bias = exact(witness["bias"], "verdict.witness.bias")
        require(all(x <= bias for i, x in enumerate(point) if i not in kernel) and bias < point[one], "verdict.witness.bias", "it does not lie between the coordinate at the kernel and all others")
        value = (point[one] - bias) * target[one] * sum(len(classes[i]) * target[i] for i in kernel) / (target_weight * order)
        claim(exact(witness["valueAtIdentity"], "verdict.witness.valueAtIdentity"), value, "verdict.witness.valueAtIdentity")
        require(value != 0, "verdict.witness.valueAtIdentity", "the map vanishes at this point")
        statement = "a nonzero map exists"
    else:
        obstruction = fields(verdict["obstruction"], ["element", "class", "kernelSum"], "verdict.obstruction")
        element = tuple(x - 1 for x in obstruction["element"])
        require(element in elements, "verdict.obstruction.element", "no element of the group")
        claim(whole(obstruction["class"], "verdict.obstruction.class"), class_of[element] + 1, "verdict.obstruction.class")
        require(class_of[element] in kernel and class_of[element] not in target_kernel, "verdict.obstruction.element", "it must fix the source and move the target")
        claim(exact(obstruction["kernelSum"], "verdict.obstruction.kernelSum"), sum(len(classes[i]) * target[i] for i in kernel), "verdict.obstruction.kernelSum")
        claim(exact(obstruction["kernelSum"], "verdict.obstruction.kernelSum"), 0, "verdict.obstruction.kernelSum")
        statement = "no nonzero map exists"
    sections = [name for name in ("fan", *UNCHECKED) if name in root]
    require(len(sections) in (0, 1 + len(UNCHECKED)), "the document", f"fan, {', '.join(UNCHECKED)} stand together or not at all")
    if sections:
        fields(root["fan"], ["arrangement", "symmetry", "counts", "rays", "rayOrbits", "chamberOrbits"], "fan", sealed=True)
        statement += "; the fan: " + check_listed(root["fan"], "fan.") + f"; not checked by this program: {', '.join(UNCHECKED)}, and that the rows of the fan move as its matrices say"
    return statement


def check(path):
    with open(path, "rb") as file:
        first = file.readline()
        if first.startswith(LINES) and not first[len(LINES):].startswith(RECORDS):
            return check_orbits(file, first)
        try:
            root = read_json((first + file.read()).decode("utf-8"), "the document")
        except UnicodeDecodeError:
            raise Refused("the document: not UTF-8") from None
    require(isinstance(root, dict) and root.get("format") == "eqnn-certificate", "format", "this is no certificate of eqnn")
    # Version 2 is version 1 with the name of what made the file.
    require(type(root.get("version")) is int and root["version"] in (1, 2), "version", "the versions 1 and 2 are known")
    produced = ["producer"] if root["version"] == 2 else []
    if root.get("kind") == "chambers":
        fields(root, ["format", "version", "kind", *produced, "solver", "arrangement", "symmetry", "counts", "rays", "rayOrbits", "chamberOrbits"], "the document", sealed=True)
        label(root["solver"], "solver")
        statement = check_listed(root)
    elif root.get("kind") == "maps":
        fields(root, ["format", "version", "kind", *produced, "group", "source", "target", "verdict"], "the document", ["sourceMatrices", "targetMatrices", "fan", "mapSpace"], sealed=True)
        statement = check_maps(root)
    else:
        raise Undecided(f"kind: {root.get('kind')!r} is not checked by this program")
    if produced:
        label(root["producer"], "producer")
    require_digests(root, "the document")
    return statement


def main(paths):
    worst = 0
    sys.setrecursionlimit(10_000)
    sys.stdout.reconfigure(errors="backslashreplace")
    for path in paths:
        try:
            print(f"{path}: holds: {check(path)}")
        except Refused as problem:
            print(f"{path}: refused at {problem}")
            worst = max(worst, 1)
        except (KeyError, TypeError, IndexError, AttributeError, ValueError) as problem:
            print(f"{path}: refused at the document: its shapes fit no computation ({type(problem).__name__})")
            worst = max(worst, 1)
        except Undecided as problem:
            print(f"{path}: not decided at {problem}")
            worst = 2
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
