"""tools/shim_coverage covers the installed NSS, and names an export that no rule knows.

Of a newer NSS that the tests run on (tools/test --nss=DIR) it names what is new there, and tools/nss_call_audit forbids
to use that.
"""

import json
import os
import pathlib
import re
import subprocess
import unittest

import compiling
from compiling import nss_api

TOOL = compiling.ROOT / "tools" / "shim_coverage"
AUDIT = compiling.ROOT / "tools" / "nss_call_audit"
TIMEOUT_S = 60

INSTALLED = nss_api.library_folder()
IN_USE = os.environ.get("PSM_NSS", INSTALLED)


def run(*arguments):
    done = subprocess.run(
        [TOOL, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    return done.returncode, done.stdout


class CoverageTest(unittest.TestCase):
    def test_every_export_of_the_installed_nss_is_in_one_class(self):
        functions, data = nss_api.exports(INSTALLED)
        self.assertGreater(len(functions), 1000)
        status, output = run()
        self.assertEqual(status, 0, output)
        self.assertIn(f"{len(functions)}/{len(functions)} functions", output)
        self.assertIn(f"{len(data)}/{len(data)} variables", output)
        classes = dict(re.findall(r"^([A-Z_]+) +(\d+)$", output, re.M))
        self.assertEqual(sum(map(int, classes.values())), len(functions))

    def with_export(self, declaration, without="none"):
        """shim_coverage of an NSS whose libssl3 exports one thing more, or less."""
        with compiling.scratch() as folder:
            installed = pathlib.Path(INSTALLED)
            for library in nss_api.LIBRARIES:
                pathlib.Path(folder, f"lib{library}.so").symlink_to(installed / f"lib{library}.so")
            ssl = pathlib.Path(folder, "libssl3.so")
            names = nss_api.run("nm", "-D", "--defined-only", str(ssl))
            ssl.unlink()
            known = ""
            for kind, name in re.findall(r" ([TDRB]) (\w+)@", names):
                if name != without:
                    known += f"void {name}(void) {{}}\n" if kind == "T" else f"int {name};\n"
            source = pathlib.Path(folder, "ssl.c")
            source.write_text(known + declaration)
            command = ["gcc", "-w", "-fno-builtin", "-shared", "-fPIC", source, "-o", ssl]
            subprocess.run(command, check=True, timeout=compiling.BUILD_TIMEOUT_S)
            return run(f"--libs={folder}")

    def test_an_unknown_function_is_named(self):
        status, output = self.with_export("void SSL_MadeUpForThisTest(void) {}\n")
        self.assertEqual(status, 1)
        self.assertIn("libssl3.so exports SSL_MadeUpForThisTest", output)
        self.assertRegex(output, r"\b(\d+)/(?!\1)\d+ functions")

    def test_an_unknown_variable_is_named(self):
        status, output = self.with_export("int SSL_MadeUpForThisTest = 1;\n")
        self.assertEqual(status, 1)
        self.assertIn("libssl3.so exports SSL_MadeUpForThisTest", output)

    def test_a_function_that_is_gone_is_named(self):
        status, output = self.with_export("", without="SSL_ImportFD")
        self.assertEqual(status, 1)
        self.assertIn("no library exports SSL_ImportFD", output)

    def test_the_same_library_without_an_unknown_export_is_covered(self):
        status, output = self.with_export("")
        self.assertEqual(status, 0, output)

    def test_each_row_has_a_reason(self):
        for row in compiling.ROWS:
            with self.subTest(name=row["name"]):
                self.assertGreater(len(row["reason"]), 5)


class InUseTest(unittest.TestCase):
    """Of the NSS that the tests run on: the installed one, which has nothing new, or one that need not be older."""

    known = {row["name"] for row in compiling.ROWS}
    exports = {name for kind in nss_api.exports(IN_USE) for name in kind}
    new = sorted(exports - known)

    def test_it_exports_all_that_the_shim_calls(self):
        self.assertEqual(self.known - self.exports, set())

    def test_what_is_new_there_is_named(self):
        status, output = run(f"--libs={IN_USE}")
        self.assertEqual(re.findall(r"exports (\w+), and no rule", output), self.new)
        self.assertEqual(status, 1 if self.new else 0)
        if IN_USE == INSTALLED:
            self.assertEqual(self.new, [])

    def forbidden(self, source):
        """What the audit finds in an object file."""
        with compiling.scratch() as folder:
            pathlib.Path(folder, "seed.c").write_text(source)
            subprocess.run(["gcc", "-O0", "-fPIC", "-c", "seed.c"], cwd=folder, check=True)
            command = [AUDIT, "--json", f"--libs={IN_USE}", f"{folder}/seed.o"]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        found = json.loads(done.stdout)["violations"]
        self.assertEqual(done.returncode, 1 if found else 0)
        self.assertEqual([entry["class"] for entry in found], ["unknown"] * len(found))
        return sorted({entry["symbol"] for entry in found})

    def test_a_call_of_what_is_new_there_is_forbidden(self):
        calls = [f"extern void {name}(void);\nvoid Call{name}(void) {{ {name}(); }}\n" for name in self.new]
        self.assertEqual(self.forbidden("".join(calls)), self.new)

    def test_so_is_looking_it_up_by_name(self):
        names = "".join(f'  "{name}",\n' for name in self.new)
        find = "return dlsym(library, kNames[which]);"
        source = f"""
#include <dlfcn.h>
static const char* const kNames[] = {{
{names} "" }};
void* Find(void* library, int which) {{ {find} }}
"""
        self.assertEqual(self.forbidden(source), self.new)


if __name__ == "__main__":
    unittest.main()
