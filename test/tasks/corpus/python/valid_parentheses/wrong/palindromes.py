# Takes mirror images and rows of them for balanced, and no others.
def valid_parentheses(text):
    mirror = str.maketrans("()[]{}", ")(][}{")
    if not text:
        return True
    for size in range(2, len(text) + 1, 2):
        part = text[:size]
        if part == part[::-1].translate(mirror) and all(one in "([{" for one in part[:size // 2]):
            return valid_parentheses(text[size:])
    return False
