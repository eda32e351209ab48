# A generator checks.
def valid_parentheses(text):
    stack = []
    def fits(one):
        if one in "([{":
            stack.append({"(": ")", "[": "]", "{": "}"}[one])
            return True
        return bool(stack) and stack.pop() == one
    return all(fits(one) for one in text) and not stack
