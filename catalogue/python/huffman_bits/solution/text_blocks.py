"""Where a text is cut."""


def blocks_of(text, size):
    if size < 1:
        raise ValueError("a block has at least one character")
    return [text[at:at + size] for at in range(0, len(text), size)]
