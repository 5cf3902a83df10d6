#!/usr/bin/python3
"""Makes the lists of functions that dead_calls_test and ungated_test call, from what the shim's generator wrote.

    dead_calls_list.py COVERAGE_TSV CALLS_CC DEAD_CALLS_INC UNGATED_INC

DEAD_CALLS_INC holds one line for each gated function, with what a refused call answers in C++ and in C:

    PSM_DEAD_CALL(name, class, cpp, c)              both forms
    PSM_DEAD_CALL_C_ONLY(name, class, c)            no source can name it: banned, or a twin in libnssutil3
    PSM_DEAD_CALL_EXPERIMENTAL(name, class, cpp, c) both forms; it has no symbol in NSS

An answer is an expression, kNothing or kEmpty. UNGATED_INC holds PSM_UNGATED(name) for each function that runs while
NSS is not live: those without a gate, and the classes OID and EARLY.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / "tools" / "gen_shim"))
import coverage_table

GATED = ("GATE", "FIRST", "OID", "EARLY", "WAIT")
RUNS_DEAD = ("OID", "EARLY", *coverage_table.UNGATED)

# The coverage table says nothing of the waits; nss_glue/token_events.h does.
WAITS = {
    "SECMOD_WaitForAnyTokenEvent": "nullptr",
    "PK11_WaitForTokenEvent": "PK11TokenChanged",
    "SECMOD_CancelWait": "SECFailure",
}
CHECKED = "empty Checked; in C: "
EXPERIMENTAL = re.compile(r"^PSM_EXPERIMENTAL\((.+), (SSL_\w+)\).*\n  ::psm::(?:nss_call::)?(\w+) gate\(", re.M)


def answers(name, refused):
    """What a refused call answers: (in C++, in C). `refused` is what the table says of it."""
    if name in WAITS:
        return WAITS[name], WAITS[name]
    if refused == "-":
        return "kNothing", "kNothing"
    if not refused.startswith(CHECKED):
        return refused, refused
    in_c = refused[len(CHECKED) :]
    # A function without a result stores something, or does nothing.
    return "kEmpty", "kNothing" if in_c == "-" or "= " in in_c else in_c


def main():
    coverage, calls, dead_calls, ungated = (pathlib.Path(argument) for argument in sys.argv[1:])
    gated_lines, ungated_lines = [], []
    for row in coverage_table.rows(coverage):
        name, category = row["name"], row["class"]
        # SSL_GetExperimentalAPI hands out wrappers, and those are called one by one.
        if category in GATED and name != "SSL_GetExperimentalAPI":
            in_cpp, in_c = answers(name, row["refused"])
            if "banned" in row["shape"].split(",") or name.endswith("_Util"):
                gated_lines.append(f"PSM_DEAD_CALL_C_ONLY({name}, {category}, {in_c})\n")
            else:
                gated_lines.append(f"PSM_DEAD_CALL({name}, {category}, {in_cpp}, {in_c})\n")
        if category in RUNS_DEAD:
            ungated_lines.append(f"PSM_UNGATED({name})\n")
    experimental = EXPERIMENTAL.findall(calls.read_text(encoding="utf-8"))
    if not experimental:
        raise SystemExit(f"{calls}: no experimental functions found")
    for result, name, gate in experimental:
        if gate != "ReleaseGate":
            answer = "SECFailure" if result == "SECStatus" else "nullptr"
            gated_lines.append(f"PSM_DEAD_CALL_EXPERIMENTAL({name}, GATE, {answer}, {answer})\n")
    for path, lines in ((dead_calls, gated_lines), (ungated, ungated_lines)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
