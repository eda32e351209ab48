# A table of the lists themselves.
def check(amount, coins):
    if amount < 0 or min(coins, default=1) <= 0:
        raise ValueError("below what is allowed")
    return sorted(dict.fromkeys(coins))[::-1]


def fewest(amount, coins):
    coins = check(amount, coins)
    lists = {0: []}
    for total in range(1, amount + 1):
        options = [[coin, *lists[total - coin]] for coin in coins if total - coin in lists]
        if options:
            # Equally short lists with larger first coins come first; within a list coins fall by themselves.
            lists[total] = min(options, key=lambda option: (len(option), [-coin for coin in sorted(option, reverse=True)]))
    found = lists.get(amount)
    return None if found is None else sorted(found, reverse=True)


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
