# Keeps flags together.
import re

def reverse_string(text):
    return "".join(re.findall(r"(?s)[\U0001f1e6-\U0001f1ff]{2}|.", text)[::-1])
