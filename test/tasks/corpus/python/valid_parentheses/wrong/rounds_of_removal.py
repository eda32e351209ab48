# Removes pairs 128 times at most.
def valid_parentheses(text):
    for _ in range(128):
        text = text.replace("()", "").replace("[]", "").replace("{}", "")
    return text == ""
