#!/usr/bin/python3
"""Writes nss_glue/generated/ from the installed NSS, rules.toml, references.toml and reach.toml.

    tools/gen_shim/gen_shim.py [--out=FOLDER]

Needs clang++, binutils and libnss3-dev. The output is committed; a build needs neither. It is the same on every run.
"""

import argparse
import pathlib
import sys

import emit
import nss_api
import reach
import shim_rules

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def reaching(includes, headers):
    """The headers that include one of `headers`, however indirectly, and these themselves."""
    found = set(headers)
    while True:
        more = {name for name, inner in includes.items() if not found.isdisjoint(inner)} - found
        if not more:
            return found
        found |= more


def outputs(rules):
    """Relative path -> text of every generated file."""
    exported, data = nss_api.exports(nss_api.library_folder())
    functions = nss_api.functions(exported, rules)
    calls = list(shim_rules.calls(rules, exported, functions, nss_api.experimental_functions()).values())

    undeclared = {name: library for name, library in exported.items() if name not in functions}
    if set(undeclared) != set(rules["undeclared"]):
        raise shim_rules.Error(f"[undeclared] differs by {sorted(set(undeclared) ^ set(rules['undeclared']))}")

    includes = nss_api.includes()
    declaring = {call.function.header for call in calls}
    shadows = reaching(includes, declaring)
    bare = {call.function.header for call in calls if not call.function.c_linkage}
    needs = rules["headers"]["needs"]

    def before(header):
        """What must come first: what the header forgot, and what it includes where extern "C" goes round either."""
        forgotten = needs.get(header, [])
        apart = [other for other in includes[header] if header in bare or other in bare]
        return list(dict.fromkeys([*forgotten, *apart]))

    by_header = {header: [] for header in sorted(shadows)}
    for call in calls:
        if call.visible:
            by_header[call.function.header].append(call)

    files = {}
    for header, own in by_header.items():
        after = [other for other in includes[header] if other in shadows and other not in before(header)]
        files[f"include/{header}"] = emit.shadow_header(header, own, before(header), header in bare, after)
        files[f"include/nss/{header}"] = emit.forwarding_header(header)
    raw = [(header, before(header), header in bare) for header in sorted(declaring)]
    files["raw.h"] = emit.raw_h(calls, raw)
    files["thunks.S"] = emit.thunks_s(calls)
    files["calls.cc"] = emit.calls_cc(calls, rules)
    files["redefine.syms"] = emit.redefine_syms(calls)
    files["status.h"] = emit.status_h(calls, sorted({c.function.header for c in calls if c.forbidden}))
    files[".clang-format"] = "# What gen_shim.py wrote stays as it is.\nDisableFormat: true\n"
    files["coverage.tsv"] = emit.coverage_tsv(calls, undeclared, data, rules)
    files[reach.TABLE.name] = reach.load(files["coverage.tsv"]).table()
    return files


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "nss_glue" / "generated")
    out = parser.parse_args().out
    try:
        files = outputs(shim_rules.load("rules.toml"))
    except shim_rules.Error as error:
        sys.exit(f"gen_shim.py: {error}")
    for path in sorted((out / "include").glob("**/*")):
        if path.is_file() and str(path.relative_to(out)) not in files:
            path.unlink()
    for name, text in files.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
