# Takes pairs away until none is left.
def valid_parentheses(text):
    before = None
    while before != text:
        before = text
        text = text.replace("()", "").replace("[]", "").replace("{}", "")
    return text == ""
