# Of equally short lists with the same first coin takes the one with smaller coins after it.
def check(amount, coins):
    if amount < 0 or any(coin < 1 for coin in coins):
        raise ValueError("amounts begin with 0 and coins with 1")
    return sorted(set(coins), reverse=True)


def fewest(amount, coins):
    coins = check(amount, coins)
    lists = {0: []}
    for total in range(1, amount + 1):
        options = [[coin, *lists[total - coin]] for coin in coins if total - coin in lists]
        if options:
            # Equally short lists with larger first coins come first; within a list coins fall by themselves.
            lists[total] = min(options, key=lambda option: (len(option), [-max(option), *sorted(option, reverse=True)]))
    found = lists.get(amount)
    return None if found is None else sorted(found, reverse=True)


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
