# Keeps skin tones with what they colour.
import re

def reverse_string(text):
    return "".join(re.findall(r"(?s).[\U0001f3fb-\U0001f3ff]|.", text)[::-1])
