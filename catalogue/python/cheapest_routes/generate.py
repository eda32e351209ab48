"""Maps whose roads cost so alike that routes tie in cost, in roads and by names, with tolls, closed towns and one-way roads."""

TOWNS = [list("abcdefgh"), ["A", "a", "B", "b", "", "10", "9", "é"]]


def towns(rng, least, most):
    return rng.sample(rng.choice([TOWNS[0], TOWNS[0], TOWNS[1]]), rng.randint(least, most))


def roads(rng, names, count, most, one_way=0.2):
    laid = []
    for _ in range(count):
        one, other = rng.sample(names, 2)
        laid.append((one, other, rng.randint(0, most), *[True] * (rng.random() < one_way)))
    return laid


def call(laid, steps, asked):
    changes = "".join(f"{step}\n" for step in steps)
    return f"roads = RouteMap()\nfor road in {laid!r}: roads.add_road(*road)\n{changes}{asked}"


def known(laid):
    return sorted({town for road in laid for town in road[:2]})


def cheapest(rng, laid):
    names = known(laid)
    return f"roads.cheapest({rng.choice(names)!r}, {rng.choice(names)!r})"


def all_cheapest(rng, laid):
    """From one town to all others."""
    names = known(laid)
    return f"[roads.cheapest({rng.choice(names)!r}, town) for town in {names!r}]"


def small(rng):
    laid = roads(rng, towns(rng, 3, 4), rng.randint(2, 6), 5)
    return call(laid, [], all_cheapest(rng, laid))


def middling(rng):
    laid = roads(rng, towns(rng, 5, 8), rng.randint(8, 18), rng.choice([4, 9, 30]))
    return call(laid, [], all_cheapest(rng, laid))


def improved(rng):
    """Direct roads are dear, and each further town on the way makes it cheaper."""
    names = towns(rng, 4, 8)
    laid = [(one, other, 1 + rng.randint(0, 1)) for one, other in zip(names, names[1:])]
    laid += [(names[0], other, 2 * place + rng.randint(0, 3)) for place, other in enumerate(names[1:], 1)]
    rng.shuffle(laid)
    return call(laid, [], rng.choice([all_cheapest(rng, laid), f"roads.cheapest({names[0]!r}, {names[-1]!r})"]))


def level_costs(rng):
    """All roads cost alike, or nothing."""
    cost = rng.choice([0, 1])
    laid = [(*road[:2], cost, *road[3:]) for road in roads(rng, towns(rng, 4, 8), rng.randint(4, 14), 1)]
    return call(laid, [], all_cheapest(rng, laid))


def level_routes(rng):
    """Stages of towns: routes of as many roads and equal costs, and one that skips a stage for the same cost."""
    names = rng.sample(TOWNS[0], 8)
    stages = [names[:1], names[1:4], names[4:7], names[7:]]
    laid = [(one, other, 2) for here, there in zip(stages, stages[1:]) for one in here for other in there if rng.random() < 0.8]
    laid += rng.choice([[], [(names[0], names[5], 4)], [(names[2], names[7], 4)], [(names[0], names[7], 6)]])
    rng.shuffle(laid)
    steps = [f"roads.set_toll({town!r}, 1)" for town in rng.sample(names[1:7], rng.randint(0, 2)) if town in known(laid)]
    return call([*laid, (names[0], names[7], 9)], steps, f"roads.cheapest({names[0]!r}, {names[7]!r})")


def with_tolls(rng):
    laid = roads(rng, towns(rng, 4, 7), rng.randint(5, 14), 5)
    steps = [f"roads.set_toll({rng.choice(known(laid))!r}, {rng.randint(0, 6)})" for _ in range(rng.randint(1, 6))]
    return call(laid, steps, all_cheapest(rng, laid))


def tolls_at_the_ends(rng):
    names = towns(rng, 3, 4)
    laid = [(one, other, rng.randint(0, 3)) for one, other in zip(names, names[1:])]
    steps = [f"roads.set_toll({town!r}, {rng.randint(1, 9)})" for town in names]
    return call(laid, steps, rng.choice([all_cheapest(rng, laid), f"roads.within({names[0]!r}, {rng.randint(0, 20)})"]))


def with_closed_towns(rng):
    laid = roads(rng, towns(rng, 4, 7), rng.randint(5, 14), 5)
    steps = [f"roads.close({rng.choice(known(laid))!r})" for _ in range(rng.randint(1, 3))]
    return call(laid, steps, all_cheapest(rng, laid))


def way_through(rng, changes):
    """The way through a town is the cheapest unless its toll or a closed gate stands against it."""
    start, middle, goal, other = rng.sample(rng.choice(TOWNS), 4)
    laid = [(start, middle, rng.randint(0, 2)), (middle, goal, rng.randint(0, 2)), (start, goal, rng.randint(5, 8))]
    laid += [(other, rng.choice([start, middle]), 1)]
    rng.shuffle(laid)
    steps = [f"roads.{change.format(repr(rng.choice([middle] * 6 + [other])))}" for change in changes]
    return call(laid, steps, f"[roads.cheapest({start!r}, {goal!r}), roads.within({start!r}, {rng.randint(2, 9)})]")


def tolls_set_again(rng):
    """A later toll replaces the earlier one, also by 0."""
    return way_through(rng, [f"set_toll({{}}, {rng.randint(1, 9)})", f"set_toll({{}}, {rng.choice([0, 0, 0, 1, 9])})"])


def toll_taken_away(rng):
    """A toll of 0 in the place of one that stood against the cheapest way."""
    start, middle, goal = rng.sample(rng.choice(TOWNS), 3)
    laid = [(start, middle, rng.randint(0, 2)), (middle, goal, rng.randint(0, 2)), (start, goal, rng.randint(5, 8))]
    rng.shuffle(laid)
    steps = [f"roads.set_toll({middle!r}, {toll})" for toll in [rng.randint(9, 12), 0]]
    return call(laid, steps, f"[roads.cheapest({start!r}, {goal!r}), roads.within({start!r}, {rng.randint(4, 9)})]")


def tolls_of_closed_towns(rng):
    """A closed town stays closed, whatever its toll."""
    changes = ["close({})", f"set_toll({{}}, {rng.randint(0, 2)})", f"set_toll({{}}, {rng.randint(0, 2)})"]
    return way_through(rng, rng.choice([changes[:2], changes, [changes[1], changes[0], changes[2]]]))


def from_a_closed_town(rng):
    """A route may begin and end in a closed town, however many others it passes."""
    names = towns(rng, 3, 6)
    laid = [(one, other, rng.randint(0, 3)) for one, other in zip(names, names[1:])]
    rng.shuffle(laid)
    steps = [f"roads.close({town!r})" for town in rng.choice([names[:1], [names[0], names[-1]]])]
    return call(laid, steps, f"[roads.cheapest({names[0]!r}, town) for town in {names!r}]")


def closed_and_tolled(rng):
    laid = roads(rng, towns(rng, 4, 7), rng.randint(6, 14), 4)
    steps = [f"roads.{rng.choice(['close(%r)', 'set_toll(%r, 2)', 'set_toll(%r, 5)'])}" % town for town in rng.sample(known(laid), 3)]
    return call(laid, steps, f"[{cheapest(rng, laid)}, roads.within({known(laid)[0]!r}, {rng.randint(0, 12)})]")


def one_way(rng):
    laid = roads(rng, towns(rng, 3, 6), rng.randint(3, 10), 5, 0.9)
    return call(laid, [], all_cheapest(rng, laid))


def laid_again(rng):
    laid = roads(rng, towns(rng, 2, 3), rng.randint(3, 9), 6, 0.5)
    return call(laid, [], f"[{cheapest(rng, laid)}, {all_cheapest(rng, laid)}]")


def apart(rng):
    names = rng.sample(TOWNS[0], 6)
    laid = roads(rng, names[:3], rng.randint(1, 4), 5) + roads(rng, names[3:], rng.randint(1, 4), 5)
    return call(laid, [], f"[{cheapest(rng, laid)}, roads.within({known(laid)[0]!r}, 99)]")


def budgeted(rng):
    laid = roads(rng, towns(rng, 3, 8), rng.randint(3, 14), rng.choice([2, 6]))
    start = rng.choice(known(laid))
    return call(laid, [], f"[roads.within({start!r}, budget) for budget in {rng.sample(range(-1, 12), 3)!r}]")


def changed_between(rng):
    laid = roads(rng, towns(rng, 3, 6), rng.randint(4, 10), 5)
    asked, town = cheapest(rng, laid), rng.choice(known(laid))
    change = rng.choice([f"roads.set_toll({town!r}, {rng.randint(0, 9)})", f"roads.close({town!r})", f"roads.add_road('z', {town!r}, 0)"])
    return call(laid, [], f"[{asked}, {change}, {asked}, roads.within({town!r}, {rng.randint(0, 9)})]")


def self_road(rng):
    laid = roads(rng, towns(rng, 2, 4), rng.randint(1, 4), 5)
    town = rng.choice(known(laid))
    return call([*laid, (town, town, rng.randint(0, 3))], [], all_cheapest(rng, laid))


def unknown(rng):
    """Unknown towns of routes, of which one end may be known, and of budgets that reach nothing."""
    laid = rng.choice([[], roads(rng, towns(rng, 2, 4), rng.randint(1, 4), 5)])
    town = rng.choice(known(laid) or ["?"])
    asked = rng.choice([f"cheapest('?', {town!r})", f"cheapest({town!r}, '?')", "cheapest('?', '?')", f"within('?', {rng.randint(-2, 5)})"])
    return call(laid, [], f"roads.{asked}")


def unknown_town_changed(rng):
    laid = rng.choice([[], roads(rng, towns(rng, 2, 4), rng.randint(1, 4), 5)])
    return call(laid, [], f"roads.{rng.choice(['set_toll(%r, 3)', 'close(%r)', 'set_toll(%r, 0)']) % rng.choice(['?', 'z', 'ab'])}")


def refused(rng):
    """A cost below nothing is refused, and the road that there was is kept."""
    laid = roads(rng, towns(rng, 2, 3), rng.randint(1, 3), 5)
    one, other = laid[0][:2]
    below = rng.choice([-1, -1, -rng.randint(2, 9)])
    wrong = rng.choice([f"add_road({one!r}, {other!r}, {below}{rng.choice(['', ', True'])})", f"set_toll({one!r}, {below})"])
    if rng.random() < 0.5:
        return call(laid, [], f"roads.{wrong}")
    return call(laid, [f"try:\n    roads.{wrong}\nexcept ValueError:\n    roads.add_road('y', {one!r}, {rng.randint(0, 3)})"], f"roads.cheapest('y', {other!r})")


def refused_with_new_towns(rng):
    """A road that is refused brings no town in."""
    laid = rng.choice([[], roads(rng, towns(rng, 2, 3), rng.randint(1, 3), 5)])
    ends = rng.choice([("new", "newer"), ("new", *(known(laid)[:1] or ["other"]))])
    ends = rng.choice([ends, ends[::-1]])
    asked = rng.choice(["close('new')", "set_toll('new', 1)", "within('new', 5)", "cheapest('new', 'new')"])
    return call(laid, [f"try:\n    roads.add_road({ends[0]!r}, {ends[1]!r}, -{rng.randint(1, 9)})\nexcept ValueError:\n    pass"], f"roads.{asked}")


def nothing_costs(rng):
    laid = [(*road[:2], 0, *road[3:]) for road in roads(rng, towns(rng, 2, 5), rng.randint(1, 8), 1)]
    return call(laid, [], f"[{cheapest(rng, laid)}, roads.within({known(laid)[0]!r}, 0)]")


def two_maps(rng):
    laid = roads(rng, towns(rng, 2, 4), rng.randint(2, 6), 5)
    return (
        f"maps = [RouteMap(), RouteMap()]\nfor place, road in enumerate({laid!r}): maps[place % 2].add_road(*road)\n"
        f"maps[0].close({laid[0][0]!r})\nmaps[0].set_toll({laid[0][1]!r}, 5)\n[maps[0].within({laid[0][0]!r}, 9), maps[1].within({laid[1][0]!r}, 9)]"
    )


def hundreds(rng):
    size, factor = rng.randint(40, 80), rng.randint(2, 40)
    return (
        f"roads = RouteMap()\nfor n in range({3 * size}): roads.add_road(str(n % {size}), str(n * n * {factor} % {size}), n * 7 % {rng.choice([3, 11, 50])})\n"
        f"for n in range(0, {size}, 3): roads.set_toll(str(n), n % 5)\n"
        f"[roads.cheapest('0', '{rng.randint(1, size - 1)}'), roads.within('{rng.randint(0, size - 1)}', {rng.randint(2, 20)})]"
    )


STRATA = [
    small, middling, improved, level_costs, level_routes, with_tolls, tolls_at_the_ends, tolls_set_again, toll_taken_away,
    tolls_of_closed_towns, with_closed_towns, from_a_closed_town, closed_and_tolled, one_way, laid_again, apart,
    budgeted, changed_between, self_road, unknown, unknown_town_changed, refused, refused_with_new_towns,
    nothing_costs, two_maps, hundreds,
]
