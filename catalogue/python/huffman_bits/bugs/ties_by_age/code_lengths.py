"""How long each character's code is."""


def frequencies(text):
    counts = {}
    for character in text:
        counts[character] = counts.get(character, 0) + 1
    return counts


def best_lengths(text):
    """Joins the two groups with the fewest occurrences until one is left; each joining makes the codes of both longer by one."""
    groups = [(count, character) for character, count in sorted(frequencies(text).items())]
    lengths = {character: 0 for _, character in groups}
    while len(groups) > 1:
        groups.sort(key=lambda group: group[0])
        (one, first), (two, second) = groups[:2]
        groups = groups[2:] + [(one + two, first + second)]
        for character in first + second:
            lengths[character] += 1
    if len(lengths) == 1:
        return dict.fromkeys(lengths, 1)
    return lengths
