# Who cannot follow has to trump only where nobody has.
from collections import namedtuple

RANKS = [("6", 0), ("7", 0), ("8", 0), ("9", 0), ("J", 2), ("Q", 3), ("K", 4), ("T", 10), ("A", 11)]
RANKS_OF_TRUMP = [pair for pair in RANKS if pair[0] not in "9J"] + [("9", 14), ("J", 20)]


def about(card, trump):
    """How high a card is, and what it is worth."""
    ranks = RANKS_OF_TRUMP if card[1:] == trump else RANKS
    for place, (rank, points) in enumerate(ranks):
        if card.startswith(rank):
            return place, points


def height(card, trump):
    return about(card, trump)[0]


def worth(card, trump):
    return about(card, trump)[1]


State = namedtuple("State", "hands scores turn trick last")


class Table:
    """A list of states that are never changed."""

    def __init__(self, hands, trump):
        self.trump = trump
        self.states = [State(tuple(map(tuple, hands)), (0,) * len(hands), 0, (), None)]

    @property
    def now(self):
        return self.states[-1]

    def rules(self, trick, hand):
        """The cards that are allowed, by the first rule that allows any."""
        if not trick:
            return hand
        led = trick[0][1]
        highest = max([height(card, self.trump) for card in trick if card[1] == self.trump], default=-1)
        follow = tuple(card for card in hand if card[1] == led)
        higher = tuple(card for card in hand if card[1] == self.trump and height(card, self.trump) > highest)
        if led == self.trump:
            choices = [higher, follow, hand]
        elif follow:
            choices = [follow]
        else:
            choices = [higher if highest < 0 else (), hand]
        return next((choice for choice in choices if choice), ())

    def playable(self, player):
        now = self.now
        return list(self.rules(now.trick, now.hands[player])) if player == now.turn else []

    def play(self, player, card):
        if card not in self.playable(player):
            raise ValueError(card)
        now = self.now
        hand = tuple(other for other in now.hands[player] if other != card)
        hands = now.hands[:player] + (hand,) + now.hands[player + 1:]
        scores = list(now.scores)
        if card in (f"K{self.trump}", f"Q{self.trump}"):
            pair = {f"K{self.trump}", f"Q{self.trump}"}
            scores[player] += 20 if pair <= set(now.hands[player]) else 0
        trick, result = now.trick + (card,), None
        turn = (player + 1) % len(hands)
        if len(trick) == len(hands):
            suit = self.trump if any(one[1] == self.trump for one in trick) else trick[0][1]
            place = max((place for place, one in enumerate(trick) if one[1] == suit), key=lambda place: height(trick[place], self.trump))
            turn = (turn + place) % len(hands)
            value = sum(worth(one, self.trump) for one in trick) + (0 if hand else 5)
            scores[turn] += value
            trick, result = (), (turn, value)
        self.states.append(State(hands, tuple(scores), turn, trick, (player, card)))
        return result

    def hand(self, player):
        return list(self.now.hands[player])

    def points(self):
        return list(self.now.scores)

    def undo(self):
        return self.states.pop().last if len(self.states) > 1 else None
