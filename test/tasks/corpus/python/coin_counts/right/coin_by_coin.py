# Takes one coin after the other into use, from the smallest.
from collections import Counter


def check(amount, coins):
    if amount < 0 or min(coins, default=1) <= 0:
        raise ValueError("below what is allowed")
    return sorted(dict.fromkeys(coins))[::-1]


def fewest(amount, coins):
    best = {0: ()}
    for coin in reversed(check(amount, coins)):
        for total in range(coin, amount + 1):
            before = best.get(total - coin)
            if before is None:
                continue
            option = (coin, *before)
            known = best.get(total)
            # A list with the present coin, the largest so far, wins where both are equally short.
            if known is None or (len(option), [-one for one in option]) < (len(known), [-one for one in known]):
                best[total] = option
    return list(best[amount]) if amount in best else None


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
    coins = check(limit, coins)
    payable = [True] + [False] * limit
    for total in range(1, limit + 1):
        payable[total] = any(payable[total - coin] for coin in coins if coin <= total)
    return [total for total in range(1, limit + 1) if not payable[total]]
