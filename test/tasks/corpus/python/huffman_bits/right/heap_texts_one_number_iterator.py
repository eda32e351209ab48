# Lengths by heap, codes as texts, bits as one number, read by iterator.
import heapq


def lengths_of(text):
    """The length of each character's code."""
    heap = [(text.count(one), one, one) for one in set(text)]
    heapq.heapify(heap)
    lengths = dict.fromkeys(text, 0)
    while len(heap) > 1:
        count, least, members = heapq.heappop(heap)
        other_count, other_least, others = heapq.heappop(heap)
        for one in members + others:
            lengths[one] += 1
        heapq.heappush(heap, (count + other_count, min(least, other_least), members + others))
    return {one: max(1, length) for one, length in lengths.items()}


def following(bits):
    """The binary number after this one, with as many digits."""
    kept = bits.rstrip("1")
    return kept[:-1] + "1" + "0" * (len(bits) - len(kept))


def codes_with(pairs):
    codes, last = {}, None
    for one, length in pairs:
        last = "0" * length if last is None else following(last) + "0" * (length - len(last))
        codes[one] = last
    return codes


class Bits:
    """Bits that are written, as one number."""

    def __init__(self):
        self.number = 1

    def __len__(self):
        return self.number.bit_length() - 1

    def add(self, value, width):
        self.number = self.number << width | value
        return self

    def add_number(self, value):
        return self.add(value, 2 * value.bit_length() - 1)

    def add_text(self, block, code):
        for one in block:
            self.add(int(code[one], 2), len(code[one]))
        return self

    def add_code(self, code):
        self.add_number(len(code))
        for before, (one, bits) in zip(["", *code.values()], code.items()):
            self.add_number(len(bits) - len(before) + 1).add_number(ord(one) + 1)
        return self


def code_of(text):
    lengths = lengths_of(text)
    return codes_with([(one, lengths[one]) for one in sorted(sorted(lengths), key=lengths.get)])


def pack(text, size):
    if not size >= 1:
        raise ValueError(size)
    written, known, left = Bits(), None, text
    while left:
        block, left = left[:size], left[size:]
        own = code_of(block)
        cost = len(Bits().add_code(own).add_text(block, own))
        if known is not None and all(one in known for one in block) and sum(len(known[one]) for one in block) <= cost:
            written.add(3, 2)
        else:
            known = own
            written.add(2, 2).add_code(own)
        written.add_number(len(block)).add_text(block, known)
    written.add(0, 1)
    written.add(0, -len(written) % 4)
    return format(written.number, "x")[1:]


class Reader:
    def __init__(self, digits):
        self.waiting = self.stream(digits)

    @staticmethod
    def stream(digits):
        for digit in digits:
            value = "0123456789abcdef".find(digit)
            if value < 0:
                raise ValueError(digit)
            for power in (8, 4, 2, 1):
                yield int(value & power > 0)

    def bit(self):
        for bit in self.waiting:
            return bit
        raise ValueError("too short")

    def number(self):
        width = 0
        while not self.bit():
            width += 1
        value = 1
        for _ in range(width):
            value = 2 * value + self.bit()
        return value


class Tree:
    """Nodes are lists of two, leaves are characters, None is still open."""

    def __init__(self, pairs):
        self.root = [None, None]
        for one, bits in codes_with(pairs).items():
            node = self.root
            for bit in map(int, bits[:-1]):
                if node[bit] is None:
                    node[bit] = [None, None]
                node = node[bit]
                if isinstance(node, str):
                    raise ValueError("codes do not fit")
            if node[int(bits[-1])] is not None:
                raise ValueError("codes do not fit")
            node[int(bits[-1])] = one
        if len(pairs) > 1 and self.is_open(self.root) or len(pairs) == 1 and pairs[0][1] > 1:
            raise ValueError("some bits begin no code")

    def is_open(self, node):
        return node is None or isinstance(node, list) and any(map(self.is_open, node))

    def read(self, reader):
        node = self.root
        while isinstance(node, list):
            node = node[reader.bit()]
        if node is None:
            raise ValueError("the only code is 0")
        return node


def read_tree(reader):
    pairs = []
    length = 0
    for left in range(reader.number(), 0, -1):
        more, value = reader.number() - 1, reader.number() - 1
        length += more
        if not length or value >= 0x110000 or length > 300:
            raise ValueError("no code of no bits, no such character")
        one = chr(value)
        if any(one == other for other, _ in pairs) or pairs and not more and pairs[-1][0] > one:
            raise ValueError("twice, or not in order")
        pairs.append((one, length))
        if sum(2 ** (300 - its) for _, its in pairs) > 2 ** 300:
            raise ValueError("more codes than fit")
    return Tree(pairs)


def unpack(digits):
    for digit in digits:
        if digit not in "0123456789abcdef":
            raise ValueError(digit)
    reader, tree, text = Reader(digits), None, []
    while reader.bit():
        if not reader.bit():
            tree = read_tree(reader)
        if tree is None:
            raise ValueError("nothing to use again")
        text.extend(tree.read(reader) for _ in range(reader.number()))
    rest = list(reader.waiting)
    if any(rest) or len(rest) >= 4:
        raise ValueError("more than the end")
    return "".join(text)
