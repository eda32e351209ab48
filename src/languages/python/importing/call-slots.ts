/** Python that finds the arguments of a call that may be changed, and writes others in their place. */

export const CALL_SLOTS = String.raw`
import ast

class Variable(str):
    """The name of a variable of the call, which another of its kind may stand for."""

def source(value):
    if type(value) is Variable:
        return str(value)
    if type(value) is list and value and type(value[0]) is Variable:
        return "[" + ", ".join(value) + "]"
    return literal(value)

class Slots:
    """The arguments of a call that may be changed: where they stand, and what they are."""

    def __init__(self, call, own):
        self.lines = call.encode().split(b"\n")
        self.own, self.found = own, []
        tree = ast.parse(call)
        self.makers = {}
        for one in tree.body:
            if isinstance(one, ast.Assign) and isinstance(one.value, ast.Call) and isinstance(one.targets[0], ast.Name):
                self.makers[one.targets[0].id] = ast.dump(one.value.func)
        self.locals = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
        for one in tree.body:
            self.collect(one, False)
        self.found.sort(key=lambda slot: slot[0])

    def collect(self, node, inside):
        if inside and self.add(node):
            return
        if isinstance(node, ast.Call):
            self.collect(node.func, False)
            takes = self.is_programs(node.func)
            for one in [*node.args, *(keyword.value for keyword in node.keywords)]:
                self.collect(one, takes or inside)
        elif isinstance(node, ast.Assign):
            self.collect(node.value, isinstance(node.targets[0], ast.Name))
        else:
            for child in ast.iter_child_nodes(node):
                self.collect(child, inside and isinstance(node, (ast.List, ast.Tuple, ast.Dict, ast.Set, ast.Starred)))

    def is_programs(self, function):
        while isinstance(function, (ast.Attribute, ast.Call)):
            function = function.value if isinstance(function, ast.Attribute) else function.func
        return isinstance(function, ast.Name) and (function.id in self.own or function.id in self.locals)

    def add(self, node):
        value = self.value_of(node)
        if value is None:
            return False
        start = node.lineno - 1, node.col_offset
        self.found.append((start, (node.end_lineno - 1, node.end_col_offset), value))
        return True

    def value_of(self, node):
        if isinstance(node, ast.Name) and node.id in self.makers:
            return Variable(node.id)
        if isinstance(node, ast.List) and node.elts and all(isinstance(one, ast.Name) and one.id in self.makers for one in node.elts):
            return [Variable(one.id) for one in node.elts]
        try:
            return ast.literal_eval(node)
        except Exception:
            return folded(node)

    def values(self):
        return [value for _, _, value in self.found]

    def pieces(self):
        """The text between the slots."""
        pieces, at = [], (0, 0)
        for start, end, _ in self.found:
            pieces.append(self.between(at, start))
            at = end
        return [*pieces, self.between(at, (len(self.lines) - 1, len(self.lines[-1])))]

    def between(self, start, end):
        lines = self.lines[start[0]:end[0] + 1]
        lines[-1] = lines[-1][:end[1]]
        lines[0] = lines[0][start[1]:]
        return b"\n".join(lines).decode()

def folded(node):
    """What a small sum or product of numbers comes to."""
    parts = [*ast.walk(node)]
    plain = (ast.BinOp, ast.UnaryOp, ast.Constant, ast.operator, ast.unaryop)
    if not isinstance(node, ast.BinOp) or len(parts) > 12 or not all(isinstance(part, plain) for part in parts):
        return None
    numbers = [part.value for part in parts if isinstance(part, ast.Constant)]
    if not all(type(number) in (int, float) and abs(number) < 10 ** 6 for number in numbers):
        return None
    if any(isinstance(part, (ast.Pow, ast.LShift)) for part in parts) and max(numbers) > 100:
        return None
    try:
        return eval(compile(ast.Expression(node), "call", "eval"), {})
    except ArithmeticError:
        return None
`;
