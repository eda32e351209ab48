"""Which cells have no end: those in a circle of references, and those that need one of them."""


def needed_by(contents):
    """For each formula's cell the formulas' cells that it needs."""
    formulas = {cell for cell, content in contents.items() if hasattr(content, "tree")}
    return {cell: formulas.intersection(contents[cell].cells) for cell in formulas}


def unending(contents):
    open_cells = needed_by(contents)
    while True:
        done = [cell for cell, needs in open_cells.items() if not needs]
        if not done:
            return set(open_cells)
        for cell in done:
            del open_cells[cell]
        for needs in open_cells.values():
            needs.difference_update(done)
