# A function for a row of groups, which calls itself for what is inside of one.
def valid_parentheses(text):
    closing = {"(": ")", "[": "]", "{": "}"}

    def row(place):
        while place < len(text) and text[place] in closing:
            end = row(place + 1)
            if end >= len(text) or text[end] != closing[text[place]]:
                return len(text) + 1
            place = end + 1
        return place

    return row(0) == len(text)
