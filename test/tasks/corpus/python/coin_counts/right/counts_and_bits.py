# A table of counts, and bits of amounts.
from collections import Counter


def check(amount, coins):
    if amount < 0 or min(coins, default=1) <= 0:
        raise ValueError("below what is allowed")
    return sorted(dict.fromkeys(coins))[::-1]


def fewest(amount, coins):
    coins = check(amount, coins)
    best = [0] + [None] * amount
    for total in range(1, amount + 1):
        counts = [best[total - coin] for coin in coins if coin <= total and best[total - coin] is not None]
        if counts:
            best[total] = min(counts) + 1
    if best[amount] is None:
        return None
    paid = []
    while amount:
        coin = next(coin for coin in coins if coin <= amount and best[amount - coin] == best[amount] - 1)
        paid.append(coin)
        amount -= coin
    return paid


def ways(amount, coins):
    counts = Counter({0: 1})
    for coin in check(amount, coins):
        longer = Counter()
        for total, number in counts.items():
            for more in range(total, amount + 1, coin):
                longer[more] += number
        counts = longer
    return counts[amount]


def unpayable(limit, coins):
    bits = 1
    for coin in check(limit, coins):
        step = coin
        while step <= limit:
            bits |= bits << step
            step *= 2
    return [total for total in range(1, limit + 1) if not bits >> total & 1]
