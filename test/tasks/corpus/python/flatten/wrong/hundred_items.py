# Gives the first hundred items only.
def flatten(items):
    flat = []
    def walk(inner):
        for item in inner:
            if isinstance(item, list):
                walk(item)
            else:
                flat.append(item)
    walk(items)
    return flat[:100]
