"""Networks with few different costs, so that ties are common, of one piece or several, with links twice and to oneself."""

PLACES = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]
OTHERS = ["", "A", "B", "a1", "a10", "a2", "é", "z", "ab", "b"]


def network(rng, most=9, size=None, extra=8):
    names = rng.sample(rng.choice([PLACES, PLACES, OTHERS]), size or rng.randint(2, 8))
    links = [link(rng, names, most) for _ in range(rng.randint(1, len(names) + extra))]
    return names, links


def link(rng, names, most):
    one, other = rng.choice(names), rng.choice(names)
    if one == other and rng.random() < 0.7:
        return link(rng, names, most) if len(names) > 1 else (one, other, 0)
    return (one, other, rng.randint(rng.choice([0, 1, -most]), most))


def call(name, *given):
    return f"{name}({', '.join(map(repr, given))})"


def small(rng):
    return call("spanning_network", *network(rng, 9, rng.randint(2, 4), 3))


def middling(rng):
    return call("spanning_network", *network(rng, rng.choice([3, 9, 50]), rng.randint(5, 10)))


def level(rng):
    """All links cost the same, so that names decide."""
    names, links = network(rng)
    cost = rng.randint(-2, 5)
    links = [(one, other, cost + rng.choice([0, 0, 0, 1])) for one, other, _ in links]
    return call(rng.choice(["spanning_network", "spare_links"]), names, links)


def around_nothing(rng):
    names, links = network(rng, 1)
    given = rng.choice([("spanning_network",), ("spare_links",), ("weakest_link", rng.choice(names), rng.choice(names)), ("islands", 0)])
    return call(given[0], names, links, *given[1:])


def complete(rng):
    names = rng.sample(PLACES, rng.randint(3, 7))
    links = [(one, other, rng.randint(1, 12)) for place, one in enumerate(names) for other in names[:place]]
    return call(rng.choice(["spanning_network", "spare_links"]), names, links)


def ways_and_pieces(rng):
    """Long ways that are joined at their ends or in the middle, one after the other."""
    names = rng.sample(PLACES, rng.randint(6, 10))
    half = len(names) // 2
    links = [(one, other, rng.randint(1, 3)) for way in (names[:half], names[half:]) for one, other in zip(way, way[1:])]
    links += [(rng.choice(names[:half]), rng.choice(names[half:]), rng.randint(2, 5)) for _ in range(rng.randint(1, 4))]
    rng.shuffle(links)
    name = rng.choice(["spanning_network", "spare_links", "islands"])
    return call(name, names, links)


def built(rng):
    names, links = network(rng)
    pairs = [tuple(rng.choices(names, k=2)) for _ in range(rng.randint(1, 4))]
    return call("spanning_network", names, links, pairs)


def all_built(rng):
    names, links = network(rng)
    pairs = list(zip(names, names[1:]))
    return call("spanning_network", names, links, rng.sample(pairs, len(pairs) - rng.randint(0, 1)))


def spare(rng):
    return call("spare_links", *network(rng, rng.choice([2, 9])))


def twice_and_to_oneself(rng):
    names, links = network(rng, 3, rng.randint(1, 4), 2)
    links += [(other, one, cost + rng.randint(-1, 1)) for one, other, cost in links]
    links += [(rng.choice(names),) * 2 + (rng.randint(-3, 3),)]
    return call(rng.choice(["spanning_network", "spare_links", "islands"]), names, links)


def pieces(rng):
    names, links = network(rng, 5, rng.randint(4, 10), 0)
    return call("islands", names, links[: rng.randint(0, len(names) // 2)])


def dear_links_left_out(rng):
    names, links = network(rng, rng.choice([6, 6, 40]))
    return call("islands", names, links, rng.choice([rng.choice(links)[2] + rng.randint(-1, 1), 0, 99, -99]))


def islands_at_a_cost(rng):
    """A way through all names, cut at the cost of one of its links or just beside it."""
    names = rng.sample(PLACES, rng.randint(2, 6))
    links = [(one, other, rng.randint(-60, 60)) for one, other in zip(names, names[1:])]
    return call("islands", names, links, rng.choice(links)[2] + rng.choice([0, 0, -1, 1]))


def weakest(rng):
    names, links = network(rng, rng.choice([3, 9, 30]), rng.randint(3, 9))
    start, goal = rng.sample(names, 2)
    return call("weakest_link", names, links, start, goal)


def every_weakest(rng):
    names, links = network(rng, 9, rng.randint(3, 6))
    return f"[weakest_link({names!r}, {links!r}, {names[0]!r}, goal) for goal in {names!r}]"


def to_itself(rng):
    names, links = network(rng)
    start = rng.choice(names)
    return call("weakest_link", names, links, start, start)


def unknown(rng):
    names, links = network(rng)
    wrong = (*rng.choice([("?", names[0]), (names[0], "?"), ("?", "?")]), rng.randint(-9, 9))
    links.insert(rng.randint(0, len(links)), wrong)
    name = rng.choice(["spanning_network", "spare_links", "islands", "weakest_link"])
    given = {"weakest_link": (rng.choice(names), rng.choice(names)), "islands": (rng.randint(-9, 9),)}
    return call(name, names, links, *given.get(name, ()))


def to_itself_with_an_unknown_link(rng):
    names, links = network(rng)
    start = rng.choice(names)
    links.insert(rng.randint(0, len(links)), (*rng.choice([("?", start), (start, "?"), ("?", "?")]), rng.randint(-9, 9)))
    return call("weakest_link", names, links, start, start)


def unknown_elsewhere(rng):
    names, links = network(rng)
    pairs = [rng.choice([("?", names[0]), (names[-1], "?")])]
    return rng.choice([
        call("spanning_network", names, links, pairs),
        call("weakest_link", names, links, *pairs[0]),
        call("weakest_link", names, links, "?", "?"),
    ])


def nothing(rng):
    names = rng.sample(PLACES, rng.randint(0, 3))
    return rng.choice([call("spanning_network", names, []), call("islands", names, []), call("spare_links", names, [])])


def arguments_unchanged(rng):
    names, links = network(rng)
    name = rng.choice(["spanning_network", "spare_links", "islands"])
    links = rng.choice([links, [list(link) for link in links]])
    return f"names, links = {names!r}, {links!r}\nfound = {name}(names, links)\n[found, names, links]"


def hundreds(rng):
    size, factor = rng.randint(60, 120), rng.randint(3, 60)
    names = f"[str(n) for n in range({size})]"
    links = f"[(str(n * n % {size}), str(n * {factor} % {size}), n * 7 % {rng.choice([5, 101])}) for n in range({rng.randint(80, 250)})]"
    return rng.choice([
        f"spanning_network({names}, {links})",
        f"islands({names}, {links}, {rng.choice([1, 3, 50])})",
        f"[weakest_link({names}, {links}, '0', str(n)) for n in range(0, {size}, 20)]",
    ])


STRATA = [
    small, middling, level, around_nothing, complete, ways_and_pieces, built, all_built, spare, twice_and_to_oneself,
    pieces, dear_links_left_out, islands_at_a_cost, weakest, every_weakest, to_itself, unknown,
    to_itself_with_an_unknown_link, unknown_elsewhere, nothing,
    arguments_unchanged, hundreds,
]
