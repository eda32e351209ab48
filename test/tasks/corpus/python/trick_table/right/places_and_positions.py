# Cards are numbers, and a hand is a row of marks of what is still in it.
SUITS = "cdhs"
RANKS = "6789JQKTA"
TRUMPS = "678QKTA9J"
POINTS = dict(zip("JQKTA", (2, 3, 4, 10, 11)))


class Table:
    def __init__(self, hands, trump):
        self.all = [list(hand) for hand in hands]
        self.out = [[False] * len(hand) for hand in hands]
        self.trump = trump
        self.done = []
        self.tricks = [[]]
        self.leaders = [0]
        self.extras = []

    def power(self, card, led):
        if card[1] == self.trump:
            return 100 + TRUMPS.index(card[0])
        return RANKS.index(card[0]) if card[1] == led else -1

    def value(self, card):
        if card[1] == self.trump:
            return {"J": 20, "9": 14, **{rank: POINTS[rank] for rank in "QKTA"}}.get(card[0], 0)
        return POINTS.get(card[0], 0)

    def turn(self):
        return (self.leaders[-1] + len(self.tricks[-1])) % len(self.all)

    def hand(self, player):
        return [card for card, out in zip(self.all[player], self.out[player]) if not out]

    def playable(self, player):
        hand = self.hand(player)
        if player != self.turn():
            return []
        trick = self.tricks[-1]
        if trick == []:
            return hand
        led = trick[0][1]
        top = max(self.power(card, led) for card in trick)
        must = [card for card in hand if card[1] == led]
        winning = [card for card in hand if card[1] == self.trump and self.power(card, led) > top]
        if must:
            return winning or must if led == self.trump else must
        return winning or hand

    def play(self, player, card):
        if card not in self.playable(player):
            raise ValueError("this card cannot be played")
        self.out[player][self.all[player].index(card)] = True
        self.done.append((player, card))
        twin = {"K": "Q", "Q": "K"}.get(card[0], "-") + card[1]
        self.extras.append(20 if card[1] == self.trump and twin in self.hand(player) else 0)
        self.tricks[-1].append(card)
        if len(self.tricks[-1]) < len(self.all):
            return None
        result = self.result(len(self.tricks) - 1)
        self.tricks.append([])
        self.leaders.append(result[0])
        return result

    def result(self, number):
        trick, count = self.tricks[number], len(self.all)
        led = trick[0][1]
        powers = [self.power(card, led) for card in trick]
        last = number == len(self.all[0]) - 1
        return (self.leaders[number] + powers.index(max(powers))) % count, sum(map(self.value, trick)) + 5 * last

    def points(self):
        points = [0] * len(self.all)
        for (player, _), extra in zip(self.done, self.extras):
            points[player] += extra
        for number in range(len(self.tricks) - 1):
            winner, value = self.result(number)
            points[winner] += value
        return points

    def undo(self):
        if not self.done:
            return None
        player, card = self.done.pop()
        self.extras.pop()
        self.out[player][self.all[player].index(card)] = False
        if not self.tricks[-1]:
            self.tricks.pop()
            self.leaders.pop()
        self.tricks[-1].pop()
        return player, card
