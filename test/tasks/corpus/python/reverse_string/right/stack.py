# By a stack.
def reverse_string(text):
    stack, result = list(text), []
    while stack:
        result.append(stack.pop())
    return "".join(result)
