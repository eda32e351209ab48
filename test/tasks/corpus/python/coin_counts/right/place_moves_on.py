# Counts first, then goes through the coins once.
def check(amount, coins):
    if amount < 0 or any(coin < 1 for coin in coins):
        raise ValueError("amounts begin with 0 and coins with 1")
    return sorted(set(coins), reverse=True)


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
    table = [1] + [0] * amount
    for coin in check(amount, coins):
        for total in range(coin, amount + 1):
            table[total] += table[total - coin]
    return table[amount]


def unpayable(limit, coins):
    coins = check(limit, coins)
    reached, waiting = {0}, [0]
    while waiting:
        total = waiting.pop()
        for coin in coins:
            if total + coin <= limit and total + coin not in reached:
                reached.add(total + coin)
                waiting.append(total + coin)
    return sorted(set(range(1, limit + 1)) - reached)
