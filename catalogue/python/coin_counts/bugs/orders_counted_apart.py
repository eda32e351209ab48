def kinds_of(amount, coins):
    if amount < 0 or any(coin < 1 for coin in coins):
        raise ValueError("amounts begin at 0, coins at 1")
    return sorted(set(coins), reverse=True)


def lengths(amount, kinds):
    """For each total up to amount, how many coins it takes at least; None where it cannot be paid."""
    least = [0]
    for total in range(1, amount + 1):
        before = [least[total - coin] for coin in kinds if coin <= total]
        reached = [length for length in before if length is not None]
        least.append(min(reached) + 1 if reached else None)
    return least


def fewest(amount, coins):
    kinds = kinds_of(amount, coins)
    least = lengths(amount, kinds)
    if least[amount] is None:
        return None
    chosen = []
    rest = amount
    while rest:
        for coin in kinds:
            if coin <= rest and least[rest - coin] == least[rest] - 1:
                chosen.append(coin)
                rest -= coin
                break
    return chosen


def ways(amount, coins):
    counts = [1] + [0] * amount
    kinds = kinds_of(amount, coins)
    for total in range(1, amount + 1):
        for coin in kinds:
            if coin <= total:
                counts[total] += counts[total - coin]
    return counts[amount]


def unpayable(limit, coins):
    least = lengths(limit, kinds_of(limit, coins))
    return [amount for amount, length in enumerate(least) if length is None]
