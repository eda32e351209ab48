# A stack of what must close next.
def valid_parentheses(text):
    closing, expected = {"(": ")", "[": "]", "{": "}"}, []
    for one in text:
        if one in closing:
            expected.append(closing[one])
        elif not expected or expected.pop() != one:
            return False
    return not expected
