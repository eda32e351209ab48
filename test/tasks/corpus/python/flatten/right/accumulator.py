# Into a list that is handed down.
def flatten(items, into=None):
    into = [] if into is None else into
    for item in items:
        if isinstance(item, list):
            flatten(item, into)
        else:
            into.append(item)
    return into
