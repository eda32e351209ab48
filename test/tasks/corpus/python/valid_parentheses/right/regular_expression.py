# The same by a regular expression.
import re

def valid_parentheses(text):
    count = 1
    while count:
        text, count = re.subn(r"\(\)|\[\]|\{\}", "", text)
    return not text
