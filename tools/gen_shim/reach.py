#!/usr/bin/python3
"""Whether a function that the shim does not gate can reach what a shutdown of NSS takes down: from the machine code of
the installed libraries, against the rules in reach.toml.

    tools/gen_shim/reach.py [--pretend=NAME]...

Prints one line for each thing reached that no rule calls harmless, and leaves with status 1 if there is one. --pretend
takes a gated function for an ungated one, to see what it would reach. gen_shim.py writes the same graph to
nss_glue/generated/ungated_reach.tsv: one line for each ungated export.

Ungated are the classes shim_rules.UNGATED, and DATA. Of each such export everything it reaches is looked at, through
any number of calls (machine_code.py says what counts as one):

    exports      functions that the four libraries export; one of a gated class needs a rule
    outside      functions of NSPR and libc
    variables    writable data of the four libraries: r, read; w, written or its address taken
    by pointer   functions that call by a pointer

The libraries are stripped. A function without a name is the n-th that is met breadth first from an export without
going through another export, F+n; a variable is the n-th that a function names, F/n. reach.toml gives them the names
that they have in NSS's sources.

What it does not see: memory that a caller passes in, such as a lock of NSS's own given to NSSRWLock_LockRead.
"""

import argparse
import collections
import csv
import itertools
import sys

import machine_code
import nss_api
import shim_rules

COVERAGE = shim_rules.GLUE / "generated" / "coverage.tsv"
TABLE = COVERAGE.with_name("ungated_reach.tsv")
HEAD = ("name", "library", "class", "exports", "outside", "variables", "by pointer")


class Reach:
    def __init__(self, graph, of_class, rules):
        self.graph, self._class, self._rules = graph, of_class, rules
        self._check()
        self._exports = collections.defaultdict(list)  # function -> its names
        for name in sorted(of_class):
            place = graph.exported(name)
            if graph.sort(place) == "function":
                self._exports[place].append(name)
        self._by_anchor, self._anchor = {}, {}
        self._name_functions()
        self._name_variables()
        self._called = self._ruled("calls", "function")
        self._kept = self._ruled("variables", "variable")
        self._outside = {name for rule in rules["outside"].values() for name in rule["names"]}
        self._excepted = {(rule["from"], rule["reaches"]) for rule in rules["exports"]}
        roots = [graph.exported(name) for name in rules["teardown"]["roots"]]
        registers = {graph.exported(name) for name in rules["teardown"]["registers"]}
        roots += [f for f in graph.functions() if not registers.isdisjoint(graph.names(f)[0])]
        self._teardown = {place for place, (written, _) in graph.reach(*roots).variables.items() if written}

    def _check(self):
        tables = (self._rules[table].values() for table in ("outside", "calls", "variables"))
        for rule in itertools.chain(self._rules["exports"], *tables):
            if not rule.get("reason") or rule.get("access", "read") not in ("read", "write"):
                raise shim_rules.Error(f"reach.toml: {rule}")

    # ---- Names ----

    def _name(self, place, anchor):
        self._by_anchor[anchor] = place
        self._anchor.setdefault(place, anchor)

    def _name_functions(self):
        for place, names in self._exports.items():
            for name in reversed(names):
                self._by_anchor[name] = place
            self._anchor[place] = names[0]
        found = []
        for place, names in list(self._exports.items()):
            met, queue = {place}, [place]
            for function in queue:
                inner = list(self.graph.names(function)[0])
                for constant in self.graph.names(function)[2]:
                    inner += [p for p in self.graph.held(constant) if self.graph.sort(p) == "function"]
                fresh = [p for p in dict.fromkeys(inner) if p not in met and p not in self._exports]
                met.update(fresh)
                queue += fresh
            found += [(number, name, queue[number]) for number in range(1, len(queue)) for name in names]
        for number, name, function in sorted(found):
            self._name(function, f"{name}+{number}")

    def _name_variables(self):
        for place in sorted(self._anchor, key=lambda p: ("+" in self._anchor[p], self._anchor[p])):
            names = self._exports.get(place, [self._anchor[place]])
            for number, variable in enumerate(self.graph.names(place)[3], 1):
                for name in names:
                    self._name(variable, f"{name}/{number}")

    def _ruled(self, table, sort):
        """place -> the name in the rules, which also says where it is."""
        found = {}
        for name, rule in self._rules[table].items():
            for anchor in rule.get("at", [name]):
                place = self._by_anchor.get(anchor)
                if place is None or self.graph.sort(place) != sort:
                    raise shim_rules.Error(f"reach.toml: {table}.{name}: there is no {sort} {anchor}")
                if found.setdefault(place, name) != name:
                    raise shim_rules.Error(f"reach.toml: {table}.{name} is {table}.{found[place]}")
        return found

    def _show(self, place):
        return self._called.get(place) or self._kept.get(place) or self._anchor.get(place, "a function never called")

    # ---- What is reached ----

    def _ungated(self, name):
        return self._class[name] in (*shim_rules.UNGATED, "DATA")

    def _reached(self, name):
        place = self.graph.exported(name)
        sort = self.graph.sort(place)
        if sort == "variable":
            return machine_code.Reached({}, {}, {place: (True, None)}, [])
        if sort == "constant":
            held = [p for p in self.graph.held(place) if self.graph.sort(p) == "function"]
            return self.graph.reach(*held)
        # Who is given a constant may call what it holds, as the decoder of ASN.1 does.
        return self.graph.reach(place, calls_held=name.removesuffix("_Util").endswith("Template"))

    def row(self, name):
        reached, place = self._reached(name), self.graph.exported(name)
        exports = sorted(n for f in reached.functions if f != place for n in self._exports.get(f, ()))
        variables = collections.defaultdict(bool)
        for variable, (written, _) in reached.variables.items():
            variables[self._show(variable)] |= written
        lists = (
            [other if self._ungated(other) else f"{other} ({self._class[other]})" for other in exports],
            sorted(reached.outside),
            [f"{variable} {'w' if written else 'r'}" for variable, written in sorted(variables.items())],
            sorted(map(self._show, reached.by_pointer)),
        )
        return "\t".join((name, place.library, self._class[name], *(", ".join(items) or "-" for items in lists)))

    def table(self):
        rows = [self.row(name) for name in sorted(self._class) if self._ungated(name)]
        return "\t".join(HEAD) + "\n" + "".join(row + "\n" for row in rows)

    # ---- What is not harmless ----

    def violations(self, name, used=None):
        """A line for each thing that `name`, taken for ungated, reaches and that no rule calls harmless."""
        used = set() if used is None else used
        reached, place = self._reached(name), self.graph.exported(name)

        def line(what, by):
            way = [self._show(p) for p in reached.path(by)[1:]] if by else []
            return f"{name} ({self._class[name]}) {what}" + (f" (by {' > '.join(way)})" if way else "")

        for function, by in reached.functions.items():
            for other in self._exports.get(function, ()):
                if function == place or self._ungated(other):
                    continue
                if (name, other) in self._excepted:
                    used.add(("exports", (name, other)))
                else:
                    yield line(f"reaches {other}, of the class {self._class[other]}", by)
        for symbol, by in reached.outside.items():
            if symbol in self._outside:
                used.add(("outside", symbol))
            else:
                yield line(f"calls {symbol}, which no rule calls harmless", by)
        for variable, (written, by) in reached.variables.items():
            rule = self._rules["variables"].get(self._kept.get(variable))
            used.add(("variables", self._show(variable)))
            wrong = self._wrong_with(variable, rule, written)
            if wrong:
                yield line(f"{'writes' if written else 'reads'} {self._show(variable)}, {wrong}", by)
        for function in reached.by_pointer:
            if function in self._called:
                used.add(("calls", self._show(function)))
            else:
                yield line("calls by a pointer, and no rule says where it leads", function)

    def _wrong_with(self, variable, rule, written):
        torn = variable in self._teardown
        if rule is None:
            return "which a shutdown writes" if torn else "which no rule calls harmless"
        if written and rule["access"] != "write":
            return "which may only be read"
        if torn and "teardown" not in rule:
            return "which a shutdown writes, and its rule does not say why that is harmless"
        return None

    def all_violations(self):
        """Of every ungated export; and the rules that say what is not so."""
        used = set()
        for name in sorted(self._class):
            if self._ungated(name):
                yield from self.violations(name, used)
        stated = {("exports", pair) for pair in self._excepted} | {("outside", name) for name in self._outside}
        stated |= {(table, name) for table in ("variables", "calls") for name in self._rules[table]}
        for table, name in sorted(stated - used, key=str):
            yield f"reach.toml: {table}: {name} is reached by no ungated function"
        torn = {name for place, name in self._kept.items() if place in self._teardown}
        for name, rule in self._rules["variables"].items():
            if "teardown" in rule and name not in torn:
                yield f"reach.toml: variables.{name}: no shutdown writes it"


def load(coverage=None):
    """The installed libraries under the rules. coverage: the text of coverage.tsv, if not what is committed."""
    lines = (coverage or COVERAGE.read_text(encoding="utf-8")).splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    of_class = {row["name"]: row["class"] for row in rows}
    graph = machine_code.Graph(nss_api.library_folder(), nss_api.LIBRARIES)
    return Reach(graph, of_class, shim_rules.load("reach.toml"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pretend", action="append", default=[], metavar="NAME")
    pretended = parser.parse_args().pretend
    try:
        reach = load()
    except (shim_rules.Error, machine_code.Error) as error:
        sys.exit(f"reach.py: {error}")
    found = list(reach.all_violations())
    for name in pretended:
        found += reach.violations(name)
    print("\n".join(found) or "no ungated function reaches what a shutdown takes down")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
