# Keeps the two characters of a line end together.
import re

def reverse_string(text):
    return "".join(re.findall(r"(?s)\r\n|.", text)[::-1])
