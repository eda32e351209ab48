# Ranks are places in texts; all is found by going through the plays.
PLAIN, TRUMP = "6789JQKTA", "678QKTA9J"


def height(card, trump):
    return (TRUMP if card[1] == trump else PLAIN).index(card[0])


def worth(card, trump):
    if card[1] == trump and card[0] in "J9":
        return 20 if card[0] == "J" else 14
    return {"A": 11, "T": 10, "K": 4, "Q": 3, "J": 2}.get(card[0], 0)


class Table:
    """Keeps the plays alone; everything else is found by going through them."""

    def __init__(self, hands, trump):
        self.dealt = tuple(tuple(hand) for hand in hands)
        self.trump = trump
        self.plays = []

    def state(self):
        """Who is next, the open trick, all points, and what the latest full trick gave."""
        count = len(self.dealt)
        points, player, trick, result = [0] * count, 0, [], None
        gone = set()
        for who, card in self.plays:
            gone.add(card)
            if card[1] == self.trump and card[0] in ("K", "Q"):
                partner = ("Q" if card[0] == "K" else "K") + self.trump
                if partner in self.dealt[who] and partner not in gone:
                    points[who] += 20
            trick = trick + [(who, card)]
            player = (who + 1) % count
            result = None
            if len(trick) == count:
                player = self.winner(trick)
                value = sum(worth(one, self.trump) for _, one in trick)
                if len(gone) == sum(map(len, self.dealt)):
                    value += 5
                points[player] += value
                result = (player, value)
                trick = []
        return player, trick, points, result

    def winner(self, trick):
        best_player, best = trick[0]
        for player, card in trick[1:]:
            if self.beats(card, best):
                best_player, best = player, card
        return best_player

    def beats(self, card, best):
        if card[1] == best[1]:
            return height(card, self.trump) > height(best, self.trump)
        return card[1] == self.trump

    def hand(self, player):
        played = [card for _, card in self.plays]
        return [card for card in self.dealt[player] if card not in played]

    def playable(self, player):
        turn, trick, _, _ = self.state()
        if turn != player:
            return []
        hand = self.hand(player)
        if not trick:
            return hand
        best = trick[0][1]
        for _, card in trick:
            if self.beats(card, best):
                best = card
        over = [card for card in hand if card[1] == self.trump and self.beats(card, best)]
        led = trick[0][1][1]
        following = [card for card in hand if card[1] == led]
        if following:
            return over if led == self.trump and over else following
        return over if over else hand

    def play(self, player, card):
        if card not in self.playable(player):
            raise ValueError("not now")
        self.plays.append((player, card))
        return self.state()[3]

    def points(self):
        return self.state()[2]

    def undo(self):
        return self.plays.pop() if self.plays else None
