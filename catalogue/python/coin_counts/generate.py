"""Amounts and coins of which the greedy choice is right and wrong, that can be paid and cannot, with values given twice, and errors."""

USUAL = [[1, 2, 5], [1, 2, 5, 10, 20, 50], [1, 5, 10, 25], [1, 2, 5, 10, 20, 50, 100, 200]]
GREEDY_FAILS = [[1, 3, 4], [1, 4, 5], [1, 4, 6], [1, 5, 8], [1, 7, 10], [1, 10, 25], [1, 6, 10], [1, 5, 11], [1, 3, 4, 5], [1, 9, 12]]
TIES = [[1, 4, 7], [2, 3, 4], [1, 3, 5, 7], [2, 4, 6], [1, 2, 3, 4], [3, 4, 5], [2, 5, 8], [1, 4, 5, 8], [1, 5, 6, 9, 10]]


def few(rng, least=1, most=12, kinds=4):
    return rng.sample(range(least, most + 1), rng.randint(1, kinds))


def mixed_up(rng, coins):
    return rng.sample(coins, len(coins))


def usual_coins(rng):
    return f"fewest({rng.randint(0, 300)}, {mixed_up(rng, rng.choice(USUAL))!r})"


def greedy_fails(rng):
    return f"fewest({rng.randint(1, 60)}, {mixed_up(rng, rng.choice(GREEDY_FAILS))!r})"


def ties(rng):
    return f"fewest({rng.randint(1, 40)}, {mixed_up(rng, rng.choice(TIES))!r})"


def any_coins(rng):
    return f"fewest({rng.randint(0, 60)}, {few(rng)!r})"


def many_kinds(rng):
    return f"fewest({rng.randint(10, 80)}, {few(rng, 2, 25, 9)!r})"


def cannot_always_be_paid(rng):
    step = rng.choice([2, 3, 5])
    return f"fewest({rng.randint(0, 60)}, {[coin * step for coin in few(rng, 1, 6, 3)]!r})"


def large_coins(rng):
    return f"{rng.choice(['fewest', 'ways'])}({rng.randint(1, 30)}, {few(rng, 8, 40)!r})"


def one_kind(rng):
    coin = rng.randint(1, 9)
    return f"{rng.choice(['fewest', 'ways'])}({coin * rng.randint(0, 9) + rng.choice([0, 0, 1])}, [{coin}])"


def exactly_a_coin(rng):
    coins = few(rng, 1, 20)
    return f"{rng.choice(['fewest', 'ways'])}({rng.choice(coins) + rng.choice([0, 0, -1, 1])}, {coins!r})"


def twice_the_same(rng):
    coins = few(rng, 1, 8, 3)
    return f"{rng.choice(['fewest', 'ways', 'ways', 'unpayable'])}({rng.randint(0, 30)}, {mixed_up(rng, coins + rng.choices(coins, k=rng.randint(1, 3)))!r})"


def nothing_to_pay(rng):
    coins = rng.choice([[], few(rng)])
    return f"{rng.choice(['fewest', 'ways', 'unpayable'])}(0, {coins!r})"


def no_coins(rng):
    return f"{rng.choice(['fewest', 'ways', 'unpayable'])}({rng.randint(0, 15)}, [])"


def counts_ways(rng):
    return f"ways({rng.randint(0, 50)}, {few(rng)!r})"


def counts_many_ways(rng):
    return f"ways({rng.randint(50, 400)}, {mixed_up(rng, rng.choice(USUAL))!r})"


def counts_with_many_kinds(rng):
    return f"ways({rng.randint(5, 60)}, list(range({rng.randint(1, 3)}, {rng.randint(5, 20)})))"


def lists_unpayable(rng):
    return f"unpayable({rng.randint(0, 60)}, {few(rng, 2, 14, 3)!r})"


def nothing_unpayable(rng):
    return f"unpayable({rng.randint(1, 60)}, {mixed_up(rng, [1, *few(rng, 2, 9, 2)])!r})"


def up_to_a_coin(rng):
    coins = few(rng, 2, 20, 3)
    return f"unpayable({rng.choice(coins) + rng.randint(-1, 1)}, {coins!r})"


def large_amounts(rng):
    return f"fewest({rng.randint(300, 900)}, {mixed_up(rng, rng.choice([[7, 13, 41], [1, 50, 70], [6, 10, 15], [9, 40, 100], [1, 99, 100]]))!r})"


def below_zero(rng):
    return f"{rng.choice(['fewest', 'ways', 'unpayable'])}({-rng.randint(1, 9)}, {rng.choice([[], few(rng)])!r})"


def wrong_coins(rng):
    coins = [*few(rng, 1, 9, 3), rng.choice([0, -1, -rng.randint(2, 9)])]
    return f"{rng.choice(['fewest', 'ways', 'unpayable'])}({rng.randint(0, 12)}, {mixed_up(rng, coins)!r})"


def coins_unchanged(rng):
    coins = few(rng, 1, 9, 4)
    use = rng.choice(["fewest(12, coins)", "ways(12, coins)", "unpayable(12, coins)"])
    return f"coins = {coins + coins[:1]!r}\nresult = {use}\n[result, coins]"


def many_equally_short(rng):
    """Coins at equal distances around one of them, so that pairs and threes of the same sum are many."""
    middle, apart = rng.randint(8, 14), rng.randint(1, 3)
    coins = [middle + apart * step for step in (-2, -1, 0, 1, 2)]
    coins = rng.sample(coins, rng.randint(3, 5)) + [middle]
    return f"fewest({rng.choice([2, 3, 3, 4]) * middle + rng.choice([0, 0, apart, -apart])}, {coins!r})"


STRATA = [many_equally_short, usual_coins, greedy_fails, ties, any_coins, many_kinds, cannot_always_be_paid, large_coins, one_kind, exactly_a_coin, twice_the_same]
STRATA += [nothing_to_pay, no_coins, counts_ways, counts_many_ways, counts_with_many_kinds, lists_unpayable, nothing_unpayable]
STRATA += [up_to_a_coin, large_amounts, below_zero, wrong_coins, coins_unchanged]
