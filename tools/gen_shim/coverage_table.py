"""What coverage.tsv looks like: a line for each export of NSS's four libraries, with the class that it is in."""

import pathlib

PATH = pathlib.Path(__file__).resolve().parent.parent.parent / "nss_glue" / "generated" / "coverage.tsv"

LIBRARIES = ("nss3", "ssl3", "smime3", "nssutil3")
COLUMNS = ("name", "library", "header", "class", "refused", "shape", "reason")
# The classes of functions that need no gate. Variables are in DATA.
UNGATED = ("UTIL", "TEMPLATE", "SCALAR", "RELEASE_MEM", "ANYTIME")


def rows(path=PATH):
    """The lines as dictionaries; the first one says what the columns are called."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    head, *rest = [line.split("\t") for line in lines] or [[]]
    return [dict(zip(head, line)) for line in rest]
