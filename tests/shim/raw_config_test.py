"""GN refuses a target that asks for what reaches NSS round the gate: the raw flags, the thunks, the unsafe define.

`gn gen` runs over the tree with one target added, which is none of those that may ask.
"""

import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(os.environ["PSM_ROOT"])
TARGET = """
executable("added") {
  testonly = true
  sources = [ "added.cc" ]
%s
}
"""


def gen(folder, asked):
    """(whether gn accepted it, what it said) of the target added as //FOLDER/added, which asks for something."""
    with tempfile.TemporaryDirectory(prefix="raw_config_test_") as overlay:
        overlay = pathlib.Path(overlay)
        for entry in ROOT.iterdir():
            if entry.name not in ("BUILD.gn", "out", folder):
                (overlay / entry.name).symlink_to(entry)
        (overlay / folder).mkdir()
        if (ROOT / folder).is_dir():
            for entry in (ROOT / folder).iterdir():
                (overlay / folder / entry.name).symlink_to(entry)
        (overlay / folder / "added").mkdir()
        (overlay / folder / "added" / "BUILD.gn").write_text(TARGET % asked)
        (overlay / "BUILD.gn").write_text(f'group("all") {{\n  testonly = true\n  deps = [ "//{folder}/added" ]\n}}\n')
        done = subprocess.run(
            ["/usr/bin/gn", "gen", "out"],
            cwd=overlay,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=100,
            check=False,
        )
        return done.returncode == 0, done.stdout


class RawConfigTest(unittest.TestCase):
    def refused(self, folder, asked, item):
        accepted, output = gen(folder, asked)
        self.assertFalse(accepted, f"{asked} in //{folder}")
        self.assertRegex(output, rf"(?s)//{folder}/added:added.*{item}.*visib")

    def test_a_host_may_use_the_library(self):
        for folder in ("host", "tests", "psm"):
            accepted, output = gen(folder, '  deps = [ "//psm" ]')
            self.assertTrue(accepted, output)

    def test_raw_flags_are_refused(self):
        for folder in ("host", "psm", "shutdown"):
            self.refused(folder, '  deps = [ "//tools/gn/deps:nss" ]', "//tools/gn/deps:nss")
            self.refused(folder, '  configs += [ "//tools/gn/deps:nss_config" ]', "//tools/gn/deps:nss_config")

    def test_the_config_behind_the_raw_flags_is_refused_to_everyone(self):
        for folder in ("nss_glue", "tests"):
            self.refused(folder, '  configs += [ "//tools/gn/deps:nss_config" ]', "//tools/gn/deps:nss_config")

    def test_thunks_are_refused(self):
        for folder in ("host", "psm", "tests"):
            self.refused(folder, '  deps = [ "//nss_glue:thunks" ]', "//nss_glue:thunks")

    def test_the_way_round_the_ban_is_refused(self):
        for folder in ("host", "psm", "nss_glue"):
            asked = '  configs += [ "//nss_glue:unsafe_raw_nss_for_tests" ]'
            self.refused(folder, asked, "//nss_glue:unsafe_raw_nss_for_tests")

    def test_the_glue_itself_is_refused_to_hosts(self):
        self.refused("host", '  deps = [ "//nss_glue" ]', "//nss_glue")


if __name__ == "__main__":
    unittest.main()
