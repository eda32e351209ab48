"""Whether all names in a tree are known where they stand."""


def all_known(tree, known):
    form, *parts = tree
    if form == "value":
        return True
    if form == "name":
        return parts[0] in known
    if form == "list":
        return all(all_known(part, known) for part in parts[0])
    if form == "call":
        called, arguments = parts
        return all(all_known(part, known) for part in [called, *arguments])
    if form == "each":
        name, source, given = parts
        return all_known(source, known) and all_known(given, {*known, name})
    if form == "some":
        return parts[0] in known and all(all_known(part, known) for part in parts[1:])
    if form == "sign":
        parts = parts[1:]
    return all(all_known(part, known) for part in parts)
