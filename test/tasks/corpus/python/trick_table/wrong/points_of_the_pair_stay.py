# Points for the pair stay when it is taken back.
PLAIN, TRUMP = "6789JQKTA", "678QKTA9J"


def height(card, trump):
    return (TRUMP if card[1] == trump else PLAIN).index(card[0])


def worth(card, trump):
    if card[1] == trump and card[0] in "J9":
        return 20 if card[0] == "J" else 14
    return {"A": 11, "T": 10, "K": 4, "Q": 3, "J": 2}.get(card[0], 0)


class Table:
    """Keeps what each play changed, to take it back."""

    def __init__(self, hands, trump):
        self.hands = [list(hand) for hand in hands]
        self.trump = trump
        self.scores = [0] * len(hands)
        self.turn = 0
        self.trick = []
        self.journal = []

    def better_trumps(self, cards):
        trumps = [height(card, self.trump) for _, card in self.trick if card[1] == self.trump]
        return [card for card in cards if card[1] == self.trump and all(height(card, self.trump) > other for other in trumps)]

    def playable(self, player):
        if player != self.turn:
            return []
        hand = self.hands[player]
        if not self.trick:
            return list(hand)
        led = self.trick[0][1][1]
        same = [card for card in hand if card[1] == led]
        if same and led != self.trump:
            return same
        return self.better_trumps(hand) or same or list(hand)

    def play(self, player, card):
        if card not in self.playable(player):
            raise ValueError(f"{player} cannot play {card}")
        hand = self.hands[player]
        place = hand.index(card)
        self.journal.append((player, card, place, list(self.trick), list(self.scores), self.turn))
        del hand[place]
        if card[1] == self.trump and card[0] in "KQ":
            other = {"K": "Q", "Q": "K"}[card[0]] + card[1]
            if other in hand:
                self.scores[player] += 20
        self.trick.append((player, card))
        if len(self.trick) < len(self.hands):
            self.turn = (player + 1) % len(self.hands)
            return None
        return self.end()

    def end(self):
        led = self.trick[0][1][1]

        def strength(pair):
            card = pair[1]
            return (2 if card[1] == self.trump else 1 if card[1] == led else 0), height(card, self.trump)

        winner = max(self.trick, key=strength)[0]
        points = sum(worth(card, self.trump) for _, card in self.trick)
        if not any(self.hands):
            points += 5
        self.scores[winner] += points
        self.turn = winner
        self.trick = []
        return winner, points

    def hand(self, player):
        return list(self.hands[player])

    def points(self):
        return list(self.scores)

    def undo(self):
        if not self.journal:
            return None
        player, card, place, self.trick, scores, self.turn = self.journal.pop()
        self.scores = scores if card[0] not in "KQ" or card[1] != self.trump else self.scores
        self.hands[player].insert(place, card)
        return player, card
