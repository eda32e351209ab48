# Counts a value that is given twice as two coins.
def check(amount, coins):
    if amount < 0 or any(coin < 1 for coin in coins):
        raise ValueError("amounts begin with 0 and coins with 1")
    return sorted(coins, reverse=True)


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
    table = [1] + [0] * amount
    for coin in check(amount, coins):
        for total in range(coin, amount + 1):
            table[total] += table[total - coin]
    return table[amount]


def unpayable(limit, coins):
    coins = check(limit, coins)
    payable = [True] + [False] * limit
    for total in range(1, limit + 1):
        payable[total] = any(payable[total - coin] for coin in coins if coin <= total)
    return [total for total in range(1, limit + 1) if not payable[total]]
