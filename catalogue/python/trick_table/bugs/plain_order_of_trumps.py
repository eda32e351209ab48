PLAIN_ORDER = "6789JQKTA"
TRUMP_ORDER = "678QKTA9J"
PLAIN_POINTS = {"A": 11, "T": 10, "K": 4, "Q": 3, "J": 2}
TRUMP_POINTS = {**PLAIN_POINTS, "J": 20, "9": 14}
LAST_TRICK = 5
PAIR = 20


class Table:
    def __init__(self, hands, trump):
        self.hands = [list(hand) for hand in hands]
        self.trump = trump
        self.trick = []
        self.turn = 0
        self.scores = [0] * len(hands)
        self.past = []

    def strength(self, card):
        """What cards can be compared by: a trump beats the rest, then the suit that was led, then others."""
        rank, suit = card
        if suit == self.trump:
            return 2, PLAIN_ORDER.index(rank)
        return int(suit == self.trick[0][1]), PLAIN_ORDER.index(rank)

    def worth(self, card):
        points = TRUMP_POINTS if card[1] == self.trump else PLAIN_POINTS
        return points.get(card[0], 0)

    def higher_trumps(self, trumps):
        """Those of a hand's trumps that beat all trumps in the trick."""
        lying = [self.strength(card) for card in self.trick if card[1] == self.trump]
        return [card for card in trumps if all(self.strength(card) > other for other in lying)]

    def playable(self, player):
        hand = self.hands[player]
        if player != self.turn:
            return []
        if not self.trick:
            return list(hand)
        led = self.trick[0][1]
        following = [card for card in hand if card[1] == led]
        if following:
            return led == self.trump and self.higher_trumps(following) or following
        return self.higher_trumps([card for card in hand if card[1] == self.trump]) or list(hand)

    def play(self, player, card):
        if card not in self.playable(player):
            raise ValueError(f"{player} cannot play {card}")
        self.past.append((list(self.trick), self.turn, list(self.scores), player, self.hands[player]))
        self.hands[player] = [other for other in self.hands[player] if other != card]
        self.trick.append(card)
        if card[1] == self.trump and self.has_other_of_pair(player, card):
            self.scores[player] += PAIR
        if len(self.trick) < len(self.hands):
            self.turn = (player + 1) % len(self.hands)
            return None
        return self.end_trick()

    def has_other_of_pair(self, player, card):
        other = {"K": "Q", "Q": "K"}.get(card[0], "")
        return other + card[1] in self.hands[player]

    def end_trick(self):
        """Gives the trick to whose card beats all others: (winner, points)."""
        best = max(range(len(self.trick)), key=lambda place: self.strength(self.trick[place]))
        winner = (self.turn + 1 + best) % len(self.hands)
        points = sum(self.worth(card) for card in self.trick)
        if not any(self.hands):
            points += LAST_TRICK
        self.scores[winner] += points
        self.trick = []
        self.turn = winner
        return winner, points

    def hand(self, player):
        return list(self.hands[player])

    def points(self):
        return list(self.scores)

    def undo(self):
        if not self.past:
            return None
        self.trick, self.turn, self.scores, player, hand = self.past.pop()
        played = [card for card in hand if card not in self.hands[player]]
        self.hands[player] = hand
        return player, played[0]
