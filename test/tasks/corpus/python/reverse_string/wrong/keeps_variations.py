# Keeps variation selectors with what they vary.
import re

def reverse_string(text):
    return "".join(re.findall(r"(?s).[\ufe0e\ufe0f]|.", text)[::-1])
