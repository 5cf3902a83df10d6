#!/usr/bin/python3
"""The table in nss_glue/callbacks.h names each exported NSS function with a function pointer among its parameters, and
what is done about it; whatever it calls a trampoline is one.
"""

import os
import pathlib
import re
import shutil
import sys

ROOT = pathlib.Path(os.environ["PSM_ROOT"])
sys.path.insert(0, str(ROOT / "tools" / "gen_shim"))
import nss_api
import shim_rules

TREATMENTS = {"inside", "trampoline", "tls", "memory", "address"}


def table():
    """(name, by way of a structure) -> treatment."""
    rows = {}
    for line in (ROOT / "nss_glue" / "callbacks.h").read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"//   (\w+)( \*)? +(\w+)(?:  .*)?", line)
        if match and match[3] in TREATMENTS:
            if match[1] in (name for name, _ in rows):
                sys.exit(f"{match[1]} is in the table twice")
            rows[match[1], bool(match[2])] = match[3]
    return rows


def nodes(node, kind):
    """Those of the kind, in the tree below a node."""
    if node.get("kind") == kind:
        yield node
    for child in node.get("inner", []):
        yield from nodes(child, kind)


def takes_function(parameter, typedefs):
    """Whether a parameter is a pointer to a function, also by the name of a typedef."""
    types = {parameter["type"]["qualType"], parameter["type"].get("desugaredQualType", "")}
    bare = re.sub(r"^const |[ *]+$", "", parameter["type"]["qualType"])
    types.add(typedefs.get(bare, ""))
    return any(re.search(r"\(\*|\) ?$|\)\(", spelling) for spelling in types)


def in_headers():
    """(names of the exported functions that take a function, names of all exported functions)."""
    exported, _ = nss_api.exports(nss_api.library_folder())
    rules = shim_rules.load("rules.toml")
    found = set()
    for flags in ((), ("-DUSE_UTIL_DIRECTLY",)):
        tree = nss_api.syntax_tree(nss_api.header_order(rules), *flags)
        typedefs = {
            n["name"]: n["type"].get("desugaredQualType", n["type"]["qualType"]) for n in nodes(tree, "TypedefDecl")
        }
        for function in nodes(tree, "FunctionDecl"):
            parameters = [child for child in function.get("inner", []) if child["kind"] == "ParmVarDecl"]
            if function["name"] in exported and any(takes_function(p, typedefs) for p in parameters):
                found.add(function["name"])
    return found, set(exported)


def main():
    if shutil.which("clang++") is None:
        print("clang++ is not installed")
        return 77
    rows = table()
    found, exported = in_headers()
    wrong = []
    wrong += [f"{name} takes a function and is not in the table" for name in sorted(found - {n for n, _ in rows})]
    for (name, by_structure), treatment in sorted(rows.items()):
        if name not in exported:
            wrong.append(f"{name} is not exported")
        if by_structure == (name in found):
            wrong.append(f"{name}: the mark * is wrong")
        wrapped = any(
            re.search(rf"\bpsm_special_{name}\(", path.read_text(encoding="utf-8"))
            for path in (ROOT / "nss_glue").glob("*.cc")
            if path.name != "reference_specials.cc"  # counts references
        )
        # The experimental interface has a function for each name that it is asked for.
        if wrapped != (treatment in ("trampoline", "tls")) and name != "SSL_GetExperimentalAPI":
            presence = "is there" if wrapped else "is not there"
            wrong.append(f"{name}: psm_special_{name} {presence}, and the table says {treatment}")
    if len(found) < 58:
        wrong.append(f"only {len(found)} functions with callbacks were found in the headers; there are 58 in NSS 3.87")
    print("\n".join(wrong) or f"{len(found)} registrations, and {len(rows) - len(found)} by way of a structure")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
