# Layers, and rows of ways.
def check(amount, coins):
    if amount < 0 or min(coins, default=1) <= 0:
        raise ValueError("below what is allowed")
    return sorted(dict.fromkeys(coins))[::-1]


def fewest(amount, coins):
    coins = check(amount, coins)
    if amount == 0:
        return []
    reached, layer, before = {amount}, [amount], {}
    while layer and 0 not in reached:
        following = []
        for rest in layer:
            for coin in coins:
                if rest - coin >= 0 and rest - coin not in reached:
                    reached.add(rest - coin)
                    before[rest - coin] = rest
                    following.append(rest - coin)
        layer = following
    if 0 not in reached:
        return None
    # How far each amount is from nothing, to pick the largest coin that brings it nearer.
    far, layer = {0: 0}, [0]
    for total in layer:
        for coin in coins:
            if total + coin <= amount and total + coin not in far:
                far[total + coin] = far[total] + 1
                layer.append(total + coin)
    paid = []
    while amount:
        for coin in coins:
            if far.get(amount - coin) == far[amount] - 1:
                break
        paid.append(coin)
        amount -= coin
    return paid


def ways(amount, coins):
    row = [int(total == 0) for total in range(amount + 1)]
    for coin in check(amount, coins):
        row = [sum(row[total % coin : total + 1 : coin]) for total in range(amount + 1)]
    return row[amount]


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
