"""Games in every state: each kind of play, tricks of all sizes, pairs of trump and plays taken back."""

RANKS, SUITS = "6789TJQKA", "cdhs"
CARDS = [rank + suit for suit in SUITS for rank in RANKS]


def dealt(rng, players, each, trump, share=0.5):
    """Hands with few suits and many trumps, so that rules meet."""
    suits = rng.sample(SUITS, rng.choice([2, 2, 3, 4]))
    if trump and trump not in suits:
        suits[0] = trump
    while len(suits) * len(RANKS) < players * each:
        suits.append(next(suit for suit in SUITS if suit not in suits))
    cards = [card for card in CARDS if card[1] in suits]
    rng.shuffle(cards)
    if trump:
        cards.sort(key=lambda card: card[1] != trump or rng.random() < share)
        cards = cards[: players * each + rng.randint(0, 3)][: max(players * each, 1)]
        rng.shuffle(cards)
    return [cards[place * each : (place + 1) * each] for place in range(players)]


PLAYED = """
def go(count):
    for _ in range(count):
        for player in range(len(hands)):
            cards = t.playable(player)
            if cards:
                card = cards[({pick}) % len(cards)]
                shown.append((player, card, t.play(player, card)))
                break
"""


def game(hands, trump, pick, after):
    """A game in which the players choose by an arithmetic rule; what follows may look at it."""
    return f"hands = {hands!r}\nt = Table(hands, {trump!r})\nshown = []{PLAYED.format(pick=pick)}{after}"


def steps_of(hands, trump, steps):
    """A list of what each step gives, or of the name of what it raises."""
    return f"t = Table({hands!r}, {trump!r})\ndef go(name, *given):\n    try: return getattr(t, name)(*given)\n    except ValueError: return 'ValueError'\n[go(*step) for step in {steps!r}]"


def any_trump(rng):
    return rng.choice([*SUITS, *SUITS, None])


def choice(rng):
    return rng.choice(["0", "-1", "len(shown)", "len(shown) * 3 + 1", "len(shown) // 2", "player + len(shown)"])


def whole_games(rng):
    trump, players = any_trump(rng), rng.randint(2, 4)
    each = rng.randint(2, 6)
    return game(dealt(rng, players, each, trump), trump, choice(rng), f"go({players * each})\n[shown, t.points(), t.undo()]")


def games_without_trump(rng):
    players, each = rng.randint(2, 4), rng.randint(1, 6)
    return game(dealt(rng, players, each, None), None, choice(rng), f"go({players * each})\n[shown, t.points()]")


def what_may_be_played(rng):
    """Of all players, after some plays."""
    trump, players = any_trump(rng), rng.randint(2, 5)
    each = rng.randint(2, 5)
    return game(dealt(rng, players, each, trump), trump, choice(rng), f"go({rng.randint(0, players * each - 1)})\n[shown[-3:], [t.playable(player) for player in range({players})], [t.hand(player) for player in range({players})]]")


def filled_up(rng, trump, first, second, hand):
    """Hands of equal size, of which the others have nothing more that the rules would ask for."""
    known = {first, second, *hand}
    rest = [card for card in CARDS if card not in known and card[1] not in (trump, first[1])]
    rng.shuffle(rest)
    more = len(hand) - 1
    return [[first, *rest[:more]], [second, *rest[more : 2 * more]], hand]


def lying(rng, trump, first, second, hand):
    """What a third player may play on two cards."""
    return steps_of(filled_up(rng, trump, first, second, hand), trump, [("play", 0, first), ("play", 1, second), ("playable", 2), ("play", 2, rng.choice(hand)), ("points",)])


def trump_is_led(rng):
    trump = rng.choice("cs")
    cards = rng.sample([rank + trump for rank in RANKS], rng.randint(3, 6))
    hand = [*cards[2:], *rng.sample(["7d", "Ad", "Jh", "9h"], 2)]
    rng.shuffle(hand)
    return lying(rng, trump, cards[0], rng.choice([cards[1], cards[1], "8h"]), hand)


def trump_on_another_suit(rng):
    trump, led = "c", "s"
    cards = rng.sample([rank + trump for rank in RANKS], rng.randint(2, 5))
    hand = [*cards[1:], *rng.sample(["7d", "Ad", "Jh", "9h", rng.choice(RANKS[1:]) + led], rng.randint(0, 3))]
    rng.shuffle(hand)
    return lying(rng, trump, "6" + led, rng.choice([cards[0], cards[0], "7h"]), hand)


def only_lower_trumps(rng):
    """A lower trump may be played, but so may any card."""
    order = "678QKTA9J"
    high = rng.randint(1, 8)
    hand = [rank + "h" for rank in rng.sample(order[:high], min(high, rng.randint(1, 3)))] + rng.sample(["7d", "9d", "Ac", "6c"], rng.randint(0, 3))
    rng.shuffle(hand)
    steps = [("play", 0, "8s"), ("play", 1, order[high] + "h"), ("playable", 2), ("play", 2, rng.choice(hand)), ("points",), ("undo",), ("playable", 2)]
    return steps_of(filled_up(rng, "h", "8s", order[high] + "h", hand), "h", steps)


def every_pair_of_ranks(rng):
    """Which of two cards of a suit wins."""
    one, other = rng.sample(RANKS, 2)
    trump = rng.choice(["c", "d", None])
    return steps_of([[one + "c"], [other + "c"]], trump, [("play", 0, one + "c"), ("playable", 1), ("play", 1, other + "c"), ("points",)])


def winners(rng):
    """One trick of several suits, whoever may play what."""
    trump, players = any_trump(rng), rng.randint(2, 6)
    hands = [[card] for card in rng.sample(CARDS, players)]
    return steps_of(hands, trump, [("play", player, hand[0]) for player, hand in enumerate(hands)] + [("points",)])


def winners_among_trumps(rng):
    trump, players = rng.choice(SUITS), rng.randint(2, 4)
    pool = [card for card in CARDS if card[1] in (trump, trump, rng.choice(SUITS))]
    hands = [[card] for card in rng.sample(pool, players)]
    return steps_of(hands, trump, [("play", player, hand[0]) for player, hand in enumerate(hands)] + [("points",), ("undo",), ("points",)])


def worths(rng):
    """A trick that is not the last, with each kind of card."""
    trump = rng.choice([*SUITS, None])
    first, second = rng.sample(CARDS, 2)
    rest = [card for card in ["6c", "6d", "6h", "6s"] if card not in (first, second)]
    return steps_of([[first, rest[0]], [second, rest[1]]], trump, [("play", 0, first), ("play", 1, second), ("play", 1, rest[1]), ("points",)])


def who_leads_next(rng):
    trump, players = any_trump(rng), rng.randint(3, 4)
    return game(dealt(rng, players, 3, trump), trump, choice(rng), f"go({players})\nfirst = [t.playable(player) for player in range({players})]\ngo({rng.randint(1, players)})\n[shown, first, [t.playable(player) for player in range({players})], t.points()]")


def pairs(rng):
    """King and queen of trump in one hand, or one of them, in any order."""
    trump = rng.choice(SUITS)
    others = [card for card in CARDS if card[1] != trump]
    mine = rng.choice([["K" + trump, "Q" + trump], ["Q" + trump, "K" + trump], ["K" + trump], ["Q" + trump, "J" + trump], ["K" + trump, "A" + trump]])
    rest = rng.sample(others, 6 - len(mine))
    hand = [*mine, *rest[: 3 - len(mine)]]
    rng.shuffle(hand)
    return game([hand, rest[3 - len(mine) :]], trump, choice(rng), "points = []\nfor _ in range(6):\n    go(1)\n    points.append(t.points())\n[shown, points]")


def pairs_of_others(rng):
    """Both in other hands, in a suit that is not trump, or where there is no trump."""
    suit = rng.choice(SUITS)
    trump = rng.choice([suit, None, *SUITS])
    hands = [["K" + suit, rng.choice(["Q", "8"]) + suit], ["9" + suit, "7" + suit]]
    if rng.random() < 0.4:
        hands = [["K" + suit, "7" + suit], ["Q" + suit, "9" + suit]]
    return game(hands, trump, choice(rng), "points = []\nfor _ in range(4):\n    go(1)\n    points.append(t.points())\n[shown, points, t.undo(), t.points()]")


def taken_back(rng):
    trump, players = any_trump(rng), rng.randint(2, 4)
    each = rng.randint(2, 4)
    count = rng.randint(1, players * each)
    return game(dealt(rng, players, each, trump), trump, choice(rng), f"go({count})\nback = [t.undo() for _ in range({rng.randint(1, count + 1)})]\n[shown[-2:], back, t.points(), [t.hand(player) for player in range({players})], [t.playable(player) for player in range({players})]]")


def taken_back_and_played_again(rng):
    trump, players = any_trump(rng), rng.randint(2, 3)
    each = rng.randint(2, 4)
    return game(dealt(rng, players, each, trump), trump, choice(rng), f"go({rng.randint(players, players * each)})\nfor _ in range({rng.randint(1, 4)}): t.undo()\ngo({rng.randint(1, players * each)})\n[shown[-4:], t.points(), t.undo(), [t.hand(player) for player in range({players})]]")


def pairs_taken_back(rng):
    trump = rng.choice(SUITS)
    other = rng.choice([suit for suit in SUITS if suit != trump])
    hands = [["K" + trump, rng.choice("6789") + other, "Q" + trump], [rng.choice("TJA") + other, "8" + trump, rng.choice("QK") + other]]
    return game(hands, trump, rng.choice(["0", "-1"]), f"points = []\nfor step in {[rng.choice([1, 1, 1, 0]) for _ in range(9)]!r}:\n    if step: go(1)\n    else: t.undo()\n    points.append(t.points())\n[shown, points]")


def refused_plays(rng):
    trump = any_trump(rng)
    hands = dealt(rng, 3, 3, trump)
    steps = []
    for _ in range(7):
        player = rng.randint(0, 2)
        steps.append(("play", player, rng.choice([*hands[player], *hands[player], rng.choice(CARDS), rng.choice(["", "9", "1c", "9C", "c9"])])))
    return steps_of(hands, trump, [*steps, *[("hand", player) for player in range(3)], ("points",), ("undo",)])


def refused_changes_nothing(rng):
    return steps_of([["6c", "7d"], ["8c", "9d"]], any_trump(rng), [("play", 1, "8c"), ("play", 0, "8c"), ("play", 0, "7c"), ("undo",), ("play", 0, "6c"), ("play", 1, "9d"), ("play", 0, "7d"), ("hand", 0), ("hand", 1), ("playable", 1), ("undo",), ("playable", rng.randint(0, 1)), ("points",), ("play", rng.randint(0, 1), rng.choice(["7d", "8c", "6c"]))])


def after_the_end(rng):
    return game(dealt(rng, 2, 2, "h"), "h", choice(rng), f"go(9)\nbefore = [t.playable(0), t.playable(1), t.hand(0), t.points()]\n[before, [t.undo() for _ in range({rng.randint(1, 5)})], t.points(), t.playable(0), t.playable(1)]")


def one_card_each(rng):
    trump, players = any_trump(rng), rng.randint(2, 6)
    hands = [[card] for card in rng.sample(CARDS, players)]
    return game(hands, trump, "0", f"go({rng.randint(0, players)})\n[shown, t.points(), [t.playable(player) for player in range({players})], t.undo()]")


def copies(rng):
    trump = any_trump(rng)
    hands = dealt(rng, 2, 3, trump)
    return game(hands, trump, choice(rng), f"hands[0].append('x')\nt.hand(0).pop()\nt.hand({rng.randint(0, 1)}).append('y')\nt.playable(0).clear()\nt.points().append(5)\ngo({rng.randint(1, 6)})\nt.points()[0] = 99\n[shown, t.points(), t.hand(0), t.hand(1), t.undo(), t.hand(0), hands[1]]")


def order_of_hands(rng):
    """Cards keep their order in the hand, also when one comes back."""
    trump = any_trump(rng)
    hands = dealt(rng, 2, 5, trump)
    return game(hands, trump, choice(rng), f"go({rng.randint(1, 6)})\nt.undo()\n[t.hand(0), t.hand(1), t.playable(0), t.playable(1)]")


def full_tables(rng):
    trump, step, start = any_trump(rng), rng.choice([5, 7, 11, 13, 17]), rng.randint(0, 35)
    hands = f"[[cards[(m * {step} + {start}) % 36] for m in range(n * 9, n * 9 + 9)] for n in range(4)]"
    return "cards = [r + s for s in 'cdhs' for r in '6789TJQKA']\n" + game([], trump, choice(rng), "go(36)\n[shown[-5:], t.points()]").replace("hands = []", f"hands = {hands}")


SEEN = """
def seen(hands, trump, place):
    t, out = Table(hands, trump), []
    for _ in range(len(hands) * len(hands[0])):
        player = next(player for player in range(len(hands)) if t.playable(player))
        cards = t.playable(player)
        out.append([player, cards, t.play(player, cards[place % len(cards)])])
    return out + [t.points()]
"""


def small_games(rng):
    """Games of three or four in which most cards are trumps."""
    games = []
    for _ in range(4):
        players, trump = rng.choice([3, 4]), rng.choice("cdhs")
        cards = rng.sample([card for card in CARDS if card[1] == trump], 7)
        cards += rng.sample([card for card in CARDS if card[1] != trump], players * 3 - 7)
        rng.shuffle(cards)
        games.append(([cards[at::players] for at in range(players)], trump, rng.randint(0, 5)))
    return f"{SEEN}[seen(*game) for game in {games!r}]"


def ranks_beside_each_other(rng):
    """Each rank against the next, in suits that are trump and that are not."""
    led, trump = rng.choice("cdhs"), rng.choice(["c", "d", "h", "s", None])
    ranks = "6789JQKTA"
    pairs = [pair[:: rng.choice([1, -1])] for pair in zip(ranks, ranks[1:])] + [pair[:: rng.choice([1, -1])] for pair in zip("8TQKA9", "QAKT9J")]
    return f"[Table([[one + {led!r}], [two + {led!r}]], {trump!r}).playable(0) and (lambda t: [t.play(0, one + {led!r}), t.play(1, two + {led!r})])(Table([[one + {led!r}], [two + {led!r}]], {trump!r})) for one, two in {pairs!r}]"


def turns_after_what_is_taken_back(rng):
    """The second player has won and begins; that is taken back in steps."""
    suit, other = rng.sample("cdhs", 2)
    hands = [["6" + suit, "7" + other, "8" + other], ["A" + suit, "9" + other, "K" + other], ["7" + suit, "T" + other, "Q" + other]]
    players = rng.choice([2, 3])
    count = rng.randint(1, players)
    return (
        f"t = Table({hands[:players]!r}, {rng.choice([None, other, suit])!r})\nout = [t.play(player, card) for player, card in {[(player, hands[player][0]) for player in range(players)]!r}]\n"
        f"for _ in range({count}):\n    player = next(player for player in range({players}) if t.playable(player))\n    out.append(t.play(player, t.playable(player)[0]))\n"
        f"for _ in range({count + 1}):\n    out += [t.undo(), [t.playable(player) for player in range({players})], t.points()]\nout"
    )


STRATA = [
    whole_games, games_without_trump, what_may_be_played, trump_is_led, trump_on_another_suit, only_lower_trumps, every_pair_of_ranks, winners,
    winners_among_trumps, worths, who_leads_next, pairs, pairs_of_others, taken_back, taken_back_and_played_again, pairs_taken_back,
    refused_plays, refused_changes_nothing, after_the_end, one_card_each, copies, order_of_hands, full_tables,
    small_games, ranks_beside_each_other, turns_after_what_is_taken_back,
]
