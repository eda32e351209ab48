# Gives inner lists of more than three items backwards.
def flatten(items):
    flat = []
    for item in items:
        if isinstance(item, list):
            inner = flatten(item)
            flat.extend(reversed(inner) if len(item) > 3 else inner)
        else:
            flat.append(item)
    return flat
