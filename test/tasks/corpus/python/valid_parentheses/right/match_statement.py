# With a match statement.
def valid_parentheses(text):
    stack = []
    for one in text:
        match one:
            case "(" | "[" | "{":
                stack.append(one)
            case _:
                if not stack:
                    return False
                if (stack.pop(), one) not in {("(", ")"), ("[", "]"), ("{", "}")}:
                    return False
    return stack == []
