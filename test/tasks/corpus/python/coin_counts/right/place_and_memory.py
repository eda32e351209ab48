# Goes through the coins once, and remembers ways.
def check(amount, coins):
    if amount < 0 or min(coins, default=1) <= 0:
        raise ValueError("below what is allowed")
    return sorted(dict.fromkeys(coins))[::-1]


def fewest(amount, coins):
    coins = check(amount, coins)
    infinite = amount + 1
    counts = [0] + [infinite] * amount
    for coin in coins:
        for total in range(coin, amount + 1):
            if counts[total - coin] + 1 < counts[total]:
                counts[total] = counts[total - coin] + 1
    if counts[amount] == infinite:
        return None
    paid, rest, place = [], amount, 0
    while rest:
        coin = coins[place]
        if coin <= rest and counts[rest - coin] == counts[rest] - 1:
            paid.append(coin)
            rest -= coin
        else:
            place += 1
    return paid


def ways(amount, coins):
    coins = check(amount, coins)
    known = {}

    def count(rest, place):
        if rest == 0:
            return 1
        if place == len(coins):
            return 0
        if (rest, place) not in known:
            known[rest, place] = sum(count(left, place + 1) for left in range(rest, -1, -coins[place]))
        return known[rest, place]

    return count(amount, 0)


def unpayable(limit, coins):
    coins = check(limit, coins)
    payable = [True] + [False] * limit
    for total in range(1, limit + 1):
        payable[total] = any(payable[total - coin] for coin in coins if coin <= total)
    return [total for total in range(1, limit + 1) if not payable[total]]
