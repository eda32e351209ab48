# Layers of amounts, coin by coin away.
def check(amount, coins):
    if amount < 0 or any(coin < 1 for coin in coins):
        raise ValueError("amounts begin with 0 and coins with 1")
    return sorted(set(coins), reverse=True)


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
    bits = 1
    for coin in check(limit, coins):
        step = coin
        while step <= limit:
            bits |= bits << step
            step *= 2
    return [total for total in range(1, limit + 1) if not bits >> total & 1]
