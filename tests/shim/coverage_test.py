"""tools/shim_coverage covers the installed NSS, and names an export that no rule knows."""

import pathlib
import re
import subprocess
import unittest

import compiling
from compiling import nss_api

TOOL = compiling.ROOT / "tools" / "shim_coverage"
TIMEOUT_S = 60


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
        functions, data = nss_api.exports(nss_api.library_folder())
        self.assertGreater(len(functions), 1000)
        status, output = run()
        self.assertEqual(status, 0, output)
        self.assertIn(f"{len(functions)}/{len(functions)} functions", output)
        self.assertIn(f"{len(data)}/{len(data)} variables", output)
        classes = dict(re.findall(r"^([A-Z_]+) +(\d+)$", output, re.M))
        self.assertEqual(sum(map(int, classes.values())), len(functions))

    def with_export(self, declaration):
        """shim_coverage of an NSS whose libssl3 exports one thing more."""
        with compiling.scratch() as folder:
            installed = pathlib.Path(nss_api.library_folder())
            for library in nss_api.LIBRARIES:
                pathlib.Path(folder, f"lib{library}.so").symlink_to(installed / f"lib{library}.so")
            ssl = pathlib.Path(folder, "libssl3.so")
            names = nss_api.run("nm", "-D", "--defined-only", str(ssl))
            ssl.unlink()
            known = "".join(f"void {name}(void) {{}}\n" for name in re.findall(r" T (\w+)@", names))
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

    def test_the_same_library_without_an_unknown_export_is_covered(self):
        status, output = self.with_export("")
        self.assertEqual(status, 0, output)

    def test_each_row_has_a_reason(self):
        for row in compiling.ROWS:
            with self.subTest(name=row["name"]):
                self.assertGreater(len(row["reason"]), 5)


if __name__ == "__main__":
    unittest.main()
