"""Tournaments with few goals, so that points are often equal and what decides between equals has to."""

TEAMS = [list("abcdefgh"), ["Reds", "Blues", "reds", "", "A", "B 2", "B 10", "é"]]


def teams(rng, least=2, most=6):
    return rng.sample(rng.choice([TEAMS[0], TEAMS[0], TEAMS[1]]), rng.randint(least, most))


def matches(rng, names, count, most=2):
    pairs = [(home, away) for home in names for away in names if home != away]
    return [(*pair, rng.randint(0, most), rng.randint(0, most)) for pair in rng.sample(pairs, min(count, len(pairs)))]


def call(names, played, asked):
    return f"table = TournamentTable({names!r})\nfor match in {played!r}: table.record(*match)\n{asked}"


def few_matches(rng):
    names = teams(rng, 2, 5)
    return call(names, matches(rng, names, rng.randint(1, 4)), "table.standings()")


def many_matches(rng):
    names = teams(rng, 3, 6)
    return call(names, matches(rng, names, rng.randint(6, 20), rng.choice([1, 2, 5])), "table.standings()")


def all_matches(rng):
    names = teams(rng, 2, 4)
    return call(names, matches(rng, names, 12, rng.choice([1, 3])), "table.standings()")


def direct_matches(rng):
    """Wins only, about as many for each team, so that the matches among equals decide."""
    names = teams(rng, 3, 5)
    played = []
    for home, away, _, _ in matches(rng, names, rng.randint(4, 14)):
        winner = rng.randint(0, 1)
        goals = [rng.randint(0, 1), rng.randint(0, 1)]
        goals[winner] = 2 + rng.randint(0, 3)
        played.append((home, away, *goals))
    return call(names, played, "table.standings()")


def level_on_points(rng):
    """Two teams or three with equal points, who met at home, away or both, and won as often against the others."""
    names = rng.sample(TEAMS[0], rng.randint(4, 6))
    played = [(names[0], names[1], 1, 0), (names[1], names[2], 1, 0), (names[3], names[0], rng.randint(1, 4), 0)]
    played += [(names[rng.randint(1, 2)], names[3], rng.randint(0, 3), rng.randint(0, 3)), (names[2], names[0], *rng.choice([(1, 1), (2, 0), (0, 0)]))]
    played = [match if rng.random() < 0.5 else (match[1], match[0], match[3], match[2]) for match in played]
    rng.shuffle(played)
    return call(names, played, "[row[:4] for row in table.standings()]")


def a_win_outweighs_two_draws(rng):
    """Three teams with equal points; two of them beat each other once, the third drew and has more goals."""
    one, other, third, fourth = names = rng.sample(TEAMS[0], 4)
    margin = rng.randint(1, 2)
    played = [(one, other, margin, 0), (other, one, margin, 0)]
    for home, away in [(one, third), (third, one), (other, third), (third, other), (third, fourth)]:
        goals = rng.randint(0, 2) if fourth not in (home, away) else rng.randint(0, 9)
        played.append((home, away, goals, goals))
    rng.shuffle(played)
    return call(names, played, "table.standings()")


def two_tables(rng):
    names = teams(rng, 2, 3)
    one, other = matches(rng, names, rng.randint(1, 4)), matches(rng, names, rng.randint(1, 4))
    return (
        f"one, other = TournamentTable({names!r}), TournamentTable({names!r})\nfor match in {one!r}: one.record(*match)\n"
        f"for match in {other!r}: other.record(*match)\n[one.standings(), other.standings(), one.open_matches()]"
    )


def draws(rng):
    names = teams(rng, 3, 5)
    played = [(home, away, goals, goals + rng.choice([0, 0, 0, 1])) for home, away, goals, _ in matches(rng, names, rng.randint(3, 12), 3)]
    return call(names, played, "table.standings()")


def goals_decide(rng):
    """Two teams that never meet win alike against the others, by differences and goals of all sizes."""
    names = rng.sample(TEAMS[0], 4)
    played = [(names[n], names[n + 2], goals + rng.randint(1, 2), goals) for n in (0, 1) for goals in [rng.randint(0, 3)]]
    played += [(names[3 - n], names[1 - n], goals, goals + rng.randint(1, 2)) for n in (0, 1) for goals in [rng.randint(0, 2)]]
    return call(names, played, "table.standings()")


def shared_ranks(rng):
    names = rng.sample(TEAMS[0], rng.choice([4, 6]))
    goals = [rng.randint(0, 2), rng.randint(0, 2)]
    played = [(home, away, *goals) for home, away in zip(names[::2], names[1::2])]
    return call(names, played[: rng.randint(0, 3)], "table.standings()")


def without_matches(rng):
    names = teams(rng, 0, 6) if rng.random() < 0.9 else []
    return call(names, [], rng.choice(["table.standings()", "table.open_matches()"]))


def replaced(rng):
    names = teams(rng, 2, 3)
    played = [match for _ in range(2) for match in matches(rng, names, rng.randint(1, 6))]
    return call(names, played, f"[table.standings(), [table.form(team, 9) for team in {names!r}], table.open_matches()]")


def form(rng):
    names = teams(rng, 2, 4)
    return call(names, matches(rng, names, rng.randint(2, 12)), f"[table.form({rng.choice(names)!r}, count) for count in {[0, 1, rng.randint(2, 4), 99]!r}]")


def form_of_one_match(rng):
    names = teams(rng, 2, 3)
    return call(names, matches(rng, names, 1, 1), f"[table.form(team, {rng.randint(1, 3)}) for team in {names!r}]")


def open_matches(rng):
    names = teams(rng, 1, 5)
    return call(names, matches(rng, names, rng.randint(0, 14)), "table.open_matches()")


def cancelled(rng):
    names = teams(rng, 2, 4)
    played = matches(rng, names, rng.randint(1, 8))
    home, away = rng.choice(played)[:2]
    again = rng.choice(["None", f"table.record({home!r}, {away!r}, 1, 0)"])
    return call(names, played, f"[table.cancel({home!r}, {away!r}), {again}, table.standings(), table.form({home!r}, 9), table.open_matches()]")


def nothing_to_cancel(rng):
    names = teams(rng, 2, 4)
    played = matches(rng, names, rng.randint(0, 3))
    home, away = rng.choice([tuple(rng.sample(names, 2)), played[0][1::-1] if played else (names[0], names[1]), ("?", names[0]), (names[0],) * 2])
    return call(names, played, f"table.cancel({home!r}, {away!r})")


def refused(rng):
    names = teams(rng, 2, 4)
    one, other = names[:2]
    wrong = rng.choice([
        (one, one, 1, 0), (one, other, -1, 0), (one, other, 0, -rng.randint(1, 5)), ("?", one, 1, 0), (one, "?", 1, 0),
        ("?", "?", 1, 1), (one, "?", -1, 0), (one, other, -1, -1),
    ])
    return call(names, [*matches(rng, names, rng.randint(0, 3)), wrong], f"table.form({one!r}, 5)")


def refused_and_unchanged(rng):
    """The result that there was stays, and in its place."""
    names = teams(rng, 2, 3)
    played = matches(rng, names, rng.randint(2, 4))
    home, away = played[0][:2]
    wrong = rng.choice([(home, away, -1, 2), (home, home, 1, 0), (home, away, 2, -1), (home, "?", 1, 1)])
    return (
        call(names, played, f"try:\n    table.record{wrong!r}\nexcept (KeyError, ValueError):\n    refused = True\n")
        + f"[refused, table.standings(), table.form({home!r}, 9)]"
    )


def unknown_form(rng):
    names = teams(rng, 0, 3)
    return call(names, matches(rng, names, 2), f"table.form({rng.choice(['?', 'x', *names])!r}, {rng.randint(0, 3)})")


def many_goals(rng):
    names = teams(rng, 2, 4)
    return call(names, matches(rng, names, rng.randint(2, 8), 10**12), "table.standings()")


def large(rng):
    size, factor = rng.randint(12, 20), rng.randint(3, 60)
    return (
        f"table = TournamentTable([f't{{n}}' for n in range({size})])\n"
        f"for n in range({size * 6}):\n"
        f"    if n % {size} != n * n * {factor} % {size}: table.record(f't{{n % {size}}}', f't{{n * n * {factor} % {size}}}', n * 7 % 3, n * {factor} % {rng.choice([2, 3, 4])})\n"
        f"[table.standings(), table.form('t{rng.randint(0, size - 1)}', 9), len(table.open_matches())]"
    )


STRATA = [
    few_matches, many_matches, all_matches, direct_matches, level_on_points, a_win_outweighs_two_draws, two_tables, draws,
    goals_decide, shared_ranks, without_matches, replaced, form, form_of_one_match, open_matches, cancelled,
    nothing_to_cancel, refused, refused_and_unchanged, unknown_form, many_goals, large,
]
