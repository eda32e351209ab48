# Coin by coin, and bits of amounts.
def check(amount, coins):
    if amount < 0 or any(coin < 1 for coin in coins):
        raise ValueError("amounts begin with 0 and coins with 1")
    return sorted(set(coins), reverse=True)


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
    table = [1] + [0] * amount
    for coin in check(amount, coins):
        for total in range(coin, amount + 1):
            table[total] += table[total - coin]
    return table[amount]


def unpayable(limit, coins):
    bits = 1
    for coin in check(limit, coins):
        step = coin
        while step <= limit:
            bits |= bits << step
            step *= 2
    return [total for total in range(1, limit + 1) if not bits >> total & 1]
