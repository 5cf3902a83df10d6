"""Looks at the instructions of the gate's fast path: no locked one, no fence, no call for the thread-local slot.

A function that makes a GateEntry around a call of something outside is compiled by g++ and clang++, with -fPIC and -O2, and
read with objdump. The same with a seq_cst exchange in it shows that the reader would notice one.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ["PSM_ROOT"])

GATED = """
#include "shutdown/gate.h"
extern "C" void Outside();
extern "C" bool Gated() {
  psm::GateEntry entry("Gated");
  if (!entry.ok()) return false;
  Outside();
  return true;
}
extern "C" bool GatedFor(psm::ProfileGeneration generation) {
  psm::GateEntry entry("GatedFor", generation);
  if (!entry.ok()) return false;
  Outside();
  return true;
}
"""

STORE = "__atomic_store_n(&psm::gate_internal::t_slot->state, 1, __ATOMIC_SEQ_CST);"
SEQ_CST = GATED.replace("  Outside();", f"  {STORE}\n  Outside();")

# What no fast path may hold: xchg with memory is locked without saying so.
FORBIDDEN = re.compile(r"\block\b|\bxchg\b.*\(|\b[mls]fence\b|\bcpuid\b|\bsyscall\b|__tls_get_addr")


def instructions(compiler, source):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "gated.cc"
        path.write_text(source)
        flags = ["-std=c++17", "-O2", "-fPIC", "-fvisibility=hidden", f"-I{ROOT}"]
        subprocess.run([compiler, *flags, "-c", str(path), "-o", folder + "/gated.o"], check=True)
        dump = ["objdump", "-dr", "--no-show-raw-insn", folder + "/gated.o"]
        return subprocess.run(dump, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


def problems(lines):
    return [line.strip() for line in lines if FORBIDDEN.search(line)]


def main():
    failed = False
    for compiler in ("g++", "clang++"):
        lines = instructions(compiler, GATED)
        text = "\n".join(lines)
        found = problems(lines)
        if "<Gated>:" not in text or "<GatedFor>:" not in text or "Outside" not in text or "%fs" not in text:
            found.append("the functions are not there")
        print(f"{compiler}: {found or 'nothing forbidden'}, {len(lines)} lines")
        caught = problems(instructions(compiler, SEQ_CST))
        print(f"{compiler}: with a seq_cst store: {caught or 'NOT NOTICED'}")
        failed |= bool(found) or not caught
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
