"""Graphs of few names, sparse and dense, with rings and without, of one piece and of several, and one question each."""

NAMES = [list("abcdefghij"), ["A", "a", "B", "b", "", "10", "9", "é", "Z", "ab"], [f"n{n}" for n in range(12)]]


def named(rng, most=9, least=1):
    names = rng.choice([NAMES[0], NAMES[0], NAMES[1], NAMES[2]])
    return rng.sample(names, rng.randint(least, min(most, len(names))))


def linked(rng, names, count):
    return [(rng.choice(names), rng.choice(names)) for _ in range(count)]


def downward(rng, names, count):
    """Links that make no ring: they lead from a name to one that stands later."""
    places = [sorted(rng.sample(range(len(names)), 2)) for _ in range(count)]
    return [(names[one], names[other]) for one, other in places]


def call(links, names, asked):
    graph = f"WalkGraph({links!r}, {names!r})" if names else f"WalkGraph({links!r})"
    return f"{graph}.{asked}"


def walked(rng):
    names = named(rng, 9, 2)
    links = linked(rng, names, rng.randint(1, 2 * len(names)))
    return call(links, [], f"walk({rng.choice(links)[0]!r})")


def walked_where_ways_meet(rng):
    """Links that jump ahead to what a deeper way reaches first."""
    names = named(rng, 8, 4)
    links = list(zip(names, names[1:])) + downward(rng, names, rng.randint(2, 6))
    rng.shuffle(links)
    return call(links, [], f"walk({names[0]!r})")


def walked_from_everywhere(rng):
    names = named(rng, 6, 2)
    links = linked(rng, names, rng.randint(2, 9))
    return f"graph = WalkGraph({links!r}, {names!r})\n[graph.walk(name) for name in {names!r}]"


def layered(rng):
    names = named(rng, 10, 3)
    links = linked(rng, names, rng.randint(2, 2 * len(names)))
    return call(links, [], f"layers({rng.choice(links)[0]!r})")


def layered_by_short_cuts(rng):
    names = named(rng, 9, 4)
    links = downward(rng, names, rng.randint(1, 6)) + list(zip(names, names[1:]))
    return call(links, [], f"layers({names[0]!r})")


def routed(rng):
    names = named(rng, 9, 3)
    links = linked(rng, names, rng.randint(3, 2 * len(names)))
    return call(links, names, f"route({rng.choice(names)!r}, {rng.choice(names)!r})")


def routes_of_equal_length(rng):
    """Stages of names, each linked to many of the next, so that there are several shortest ways."""
    names = rng.sample(NAMES[0], 10)
    stages = [names[:1], names[1:4], names[4:7], names[7:9], names[9:]]
    links = [(one, other) for here, there in zip(stages, stages[1:]) for one in here for other in there if rng.random() < 0.7]
    links += rng.choice([[], [(names[0], names[6])], [(names[2], names[8])]])
    rng.shuffle(links)
    return call(links, names, f"route({names[0]!r}, {names[9]!r})")


def every_route(rng):
    names = named(rng, 5, 2)
    links = linked(rng, names, rng.randint(2, 8))
    return f"graph = WalkGraph({links!r}, {names!r})\n[graph.route(a, b) for a in {names!r} for b in {names!r}]"


def unknown(rng):
    names = named(rng, 5)
    links = linked(rng, names, rng.randint(0, 5))
    asked = rng.choice(["walk('?')", "layers('?')", f"route('?', {names[0]!r})", f"route({names[0]!r}, '?')", "route('?', '?')"])
    return call(links, names, asked)


def two_sides(rng):
    """Every link crosses, whichever way it runs; perhaps one does not."""
    names = named(rng, 9, 2)
    half = rng.randint(1, len(names) - 1)
    links = [(rng.choice(names[:half]), rng.choice(names[half:])) for _ in range(rng.randint(1, 12))]
    links = [link[:: rng.choice([1, -1])] for link in links]
    if rng.random() < 0.3:
        links.append((rng.choice(names), rng.choice(names)))
    rng.shuffle(links)
    return call(links, rng.choice([[], names]), "sides()")


def sides_of_pieces(rng):
    names = named(rng, 10, 4)
    links = [tuple(rng.sample(names[start : start + 3], 2)) for start in range(0, len(names) - 2, 3) for _ in range(rng.randint(1, 3))]
    return call(links, rng.choice([[], names]), "sides()")


def sides_of_a_ring(rng):
    names = named(rng, 9, 2)
    links = [link[:: rng.choice([1, -1])] for link in zip(names, names[1:] + names[:1])]
    return call(links, [], "sides()")


def sides_with_a_link_to_oneself(rng):
    names = named(rng, 6, 2)
    half = rng.randint(1, len(names) - 1)
    links = [(one, other) for one in names[:half] for other in names[half:] if rng.random() < 0.5]
    links.insert(rng.randint(0, len(links)), (rng.choice(names),) * 2)
    return call(links, rng.choice([[], names]), "sides()")


def two_graphs(rng):
    """The links of one graph are not those of another."""
    names = named(rng, 5, 3)
    one = downward(rng, names, rng.randint(1, 5))
    other = downward(rng, names[::-1], rng.randint(1, 5))
    start = one[0][0]
    asked = f"walk({start!r}), graph.route({start!r}, {one[0][1]!r}), graph.order(), graph.sides("
    return f"graph = WalkGraph({one!r})\nWalkGraph({other!r}, {names!r}).order()\n[graph.{asked})]"


def ordered(rng):
    names = named(rng, 10, 2)
    return call(downward(rng, names, rng.randint(1, 2 * len(names))), rng.choice([[], names]), "order()")


def ordered_or_not(rng):
    names = named(rng, 7, 3)
    links = downward(rng, names, rng.randint(2, 9))
    one = rng.choice(links)
    links.insert(rng.randint(0, len(links)), rng.choice([one[::-1], (one[1], one[1]), (one[0], one[1])]))
    return call(links, names, "order()")


def freed_late(rng):
    """A small name becomes free while larger ones are free already."""
    names = sorted(named(rng, 10, 4))
    links = [(rng.choice(names[2:]), name) for name in names[: rng.randint(1, 3)]]
    links += downward(rng, names[2:], 1) if len(names) > 3 else []
    return call(links, rng.sample(names, len(names)), "order()")


def one_name(rng):
    name = rng.choice(["", "a", "é"])
    links = rng.choice([[], [], [(name, name)], [(name, name)] * 2])
    asked = rng.choice([f"walk({name!r})", f"layers({name!r})", f"route({name!r}, {name!r})", "sides()", "order()"])
    return call(links, [name], asked)


def links_twice(rng):
    names = named(rng, 6, 2)
    links = downward(rng, names, rng.randint(1, 5))
    links += rng.choices(links, k=rng.randint(1, 4))
    asked = rng.choice([f"walk({links[0][0]!r})", f"layers({links[0][0]!r})", "sides()", "order()", "order()"])
    return call(links, [], asked)


def arguments_unchanged(rng):
    names = named(rng, 5, 2)
    links = downward(rng, names, rng.randint(1, 5))
    return (
        f"links, names = {links!r}, {names!r}\ngraph = WalkGraph(links, names)\n"
        f"graph.walk({names[0]!r}).append('x')\ngraph.layers({names[0]!r})\n[graph.order(), graph.sides(), graph.walk({names[0]!r}), links, names]"
    )


def hundreds(rng):
    size, factor = rng.randint(60, 150), rng.randint(2, 40)
    links = f"[(str(n), str((n * {factor} + {rng.randint(1, 9)}) % {size})) for n in range({size})]"
    links += f" + [(str(n), str(n + {rng.randint(1, 5)})) for n in range({size})]"
    onward = f"[(str(n), str(n + n * n % {factor} + 1)) for n in range({size})]"
    return rng.choice([
        f"WalkGraph({links}).{rng.choice(['walk', 'layers'])}('{rng.randint(0, 50)}')",
        f"WalkGraph({links}).route('0', '{rng.randint(1, size)}')",
        f"WalkGraph({onward}).{rng.choice(['order', 'sides'])}()",
    ])


STRATA = [
    walked, walked_where_ways_meet, walked_from_everywhere, layered, layered_by_short_cuts, routed,
    routes_of_equal_length, every_route, unknown, two_sides, sides_of_pieces, sides_of_a_ring, sides_with_a_link_to_oneself, two_graphs, ordered, ordered_or_not,
    freed_late, one_name, links_twice, arguments_unchanged, hundreds,
]
