"""No ungated function reaches what a shutdown of NSS takes down: nss_glue/generated/ungated_reach.tsv, derived once
more from the machine code of the installed libraries, and held against tools/gen_shim/reach.toml.

And that such a function would be found: gated functions taken for ungated ones, and a library whose ways to a function
are known.
"""

import copy
import pathlib
import subprocess
import sys
import unittest

import compiling

sys.path.insert(0, str(compiling.ROOT / "tools" / "gen_shim"))
import machine_code
import reach
import shim_rules

# One way to torn_down() each; the names say which.
SEED = r"""
#include <stdlib.h>
#define PRIVATE __attribute__((noinline, noclone)) static
#define COLD __attribute__((cold)) PRIVATE
void torn_down(void);
static volatile int counter;

PRIVATE void inner(void) { torn_down(); counter++; }
PRIVATE int compare(const void *a, const void *b) { inner(); return a < b; }
COLD void rare(void) { inner(); }
void exported_inner(void) { inner(); }

static void (*const table[])(void) = {abort, inner};
static const struct { int number; const void *table; } outer_table = {1, table};
static void (*volatile hook)(void) = inner;
void set_hook(void (*other)(void)) { hook = other; }

void by_call(void) { inner(); counter++; }
void by_tail_call(void) { inner(); }
void by_export(void) { exported_inner(); counter++; }
void by_address(void *array) { qsort(array, 3, 4, compare); }
void by_table(int index) { table[index](); }
void by_table_in_table(int index, void (**out)(void)) { *out = ((void (**)(void))outer_table.table)[index]; (*out)(); }
void by_hook(void) { hook(); }
int by_switch(int x, int y) {
  switch (x & 7) {  // no default: the table alone leads to what gcc moves away as rare
    case 0: return y * 3;
    case 1: return y ^ 77;
    case 2: counter = y; return 5;
    case 3: rare(); return 9;
    case 4: return y / 3;
    case 5: counter += y; return y % 11;
    case 6: return y << 4;
    case 7: return y - 1000;
  }
  return 0;
}
const void *by_holding(void) { return &outer_table; }
int reads(void) { return counter; }
void writes(int x) { counter = x; }
int pure(int x) { return x * 3; }
"""
WAYS = ("by_call", "by_tail_call", "by_export", "by_address", "by_table", "by_table_in_table", "by_hook", "by_switch")

# Gated functions, and some of what each would be reported for.
SEEDED = {
    "CERT_DestroyCertificate": ("writes", "which a shutdown writes"),
    "CERT_GetDefaultCertDB": ("which no rule calls harmless",),
    "NSS_GetAlgorithmPolicy": ("reads SECOID_AddEntry_Util/2, which a shutdown writes",),
    "NSS_Shutdown": ("reaches SECOID_Shutdown, of the class LIFE", "reaches PK11_FreeSlot, of the class RELEASE"),
    "PK11_GetInternalKeySlot": ("reaches PK11_ReferenceSlot, of the class GATE", "which a shutdown writes"),
    "SECKEY_DestroyPrivateKey": ("reaches PK11_FreeSlot, of the class RELEASE", "calls by a pointer"),
    "SECMOD_DestroyModule": ("which a shutdown writes", "calls by a pointer"),
    "SECOID_FindOIDTag": ("which a shutdown writes",),
    "SSL_ImportFD": ("reaches PK11_", "which a shutdown writes"),
}


class MachineCodeTest(unittest.TestCase):
    def check(self, compiler, *flags):
        with compiling.scratch() as folder:
            library = pathlib.Path(folder, "libseed.so")
            source = pathlib.Path(folder, "seed.c")
            source.write_text(SEED)
            command = [compiler, "-w", "-shared", "-fPIC", "-O2", *flags, source, "-o", library]
            subprocess.run(command, check=True, timeout=60)
            subprocess.run(["strip", library], check=True, timeout=60)
            graph = machine_code.Graph(folder, ["seed"])
        torn = {n: "torn_down" in graph.reach(graph.exported(n)).outside for n in (*WAYS, "by_holding", "pure")}
        self.assertEqual(torn, {**dict.fromkeys(WAYS, True), "by_holding": False, "pure": False})
        self.assertIn("torn_down", graph.reach(graph.exported("by_holding"), calls_held=True).outside)
        for name, written in (("reads", False), ("writes", True)):
            self.assertEqual([w for w, _ in graph.reach(graph.exported(name)).variables.values()], [written])
        self.assertEqual(graph.reach(graph.exported("by_call")).by_pointer, [])
        self.assertEqual(graph.reach(graph.exported("by_hook")).by_pointer, [graph.exported("by_hook")])

    def test_every_way_to_a_function_is_seen_in_code_of_gcc(self):
        for flags in ((), ("-fno-plt",), ("-fcf-protection=full",), ("-Wl,-z,now",), ("-fno-jump-tables",), ("-Os",)):
            with self.subTest(flags=flags):
                self.check("gcc", *flags)

    def test_every_way_to_a_function_is_seen_in_code_of_clang(self):
        self.check("clang")


class UngatedReachTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.reach = reach.load()
        cls.classes = {row["name"]: row["class"] for row in compiling.ROWS}

    def test_the_table_is_what_the_installed_libraries_reach(self):
        committed = reach.TABLE.read_text(encoding="utf-8").splitlines()
        derived = self.reach.table().splitlines()
        differs = sorted(set(committed) ^ set(derived))
        self.assertEqual(committed, derived, f"run tools/gen_shim/gen_shim.py and look at: {differs[:6]}")

    def test_the_table_has_every_ungated_export(self):
        ungated = {name for name, category in self.classes.items() if category in (*shim_rules.UNGATED, "DATA")}
        rows = reach.TABLE.read_text(encoding="utf-8").splitlines()[1:]
        self.assertEqual([row.split("\t")[0] for row in rows], sorted(ungated))
        self.assertGreater(len(ungated), 400)

    def test_no_ungated_function_reaches_what_a_shutdown_takes_down(self):
        found = list(self.reach.all_violations())
        print(f"{len(found)} violations")
        self.assertEqual(found, [])

    def test_a_gated_function_taken_for_ungated_is_reported_by_name(self):
        for name, expected in SEEDED.items():
            found = list(self.reach.violations(name))
            for what in expected:
                with self.subTest(name=name, what=what):
                    self.assertTrue(any(line.startswith(f"{name} (") and what in line for line in found), found)

    def test_most_gated_functions_would_be_reported(self):
        gated = sorted(name for name, category in self.classes.items() if category == "GATE")
        reported = [name for name in gated if any(self.reach.violations(name))]
        print(f"{len(reported)} of {len(gated)} gated functions would be reported if they were not gated")
        self.assertGreater(len(reported), len(gated) * 2 / 3)

    def changed(self, change):
        """What is reported under rules that `change` changed."""
        rules = copy.deepcopy(shim_rules.load("reach.toml"))
        change(rules)
        return list(reach.Reach(self.reach.graph, self.classes, rules).all_violations())

    def test_each_kind_of_rule_is_needed(self):
        for change, expected in (
            (lambda r: r.update(exports=[]), "HASH_ResultLenByOidTag (SCALAR) reaches HASH_GetHashObjectByOidTag"),
            (lambda r: r["outside"].pop("memory"), "PORT_Alloc_Util (UTIL) calls PR_Malloc"),
            (lambda r: r["calls"].pop("SEC_ASN1GetSubtemplate"), "SEC_ASN1DecodeItem_Util (UTIL) calls by a pointer"),
            (lambda r: r["variables"].pop("useFreeList"), "PORT_FreeArena_Util (UTIL) writes"),
            (
                lambda r: r["variables"]["nss_policy_locked"].update(access="read"),
                "NSS_LockPolicy (UTIL) writes nss_policy_locked, which may only be read",
            ),
            (
                lambda r: r["variables"]["nssIsInitted"].pop("teardown"),
                "NSS_IsInitialized (ANYTIME) reads nssIsInitted, which a shutdown writes",
            ),
        ):
            with self.subTest(expected=expected):
                found = self.changed(change)
                self.assertTrue(any(line.startswith(expected) for line in found), found)

    def test_a_rule_that_nothing_needs_is_reported(self):
        found = self.changed(lambda r: r["outside"]["files"]["names"].append("PR_MadeUp"))
        self.assertEqual(found, ["reach.toml: outside: PR_MadeUp is reached by no ungated function"])
        found = self.changed(lambda r: r["variables"]["nss_ops"].update(teardown="made up"))
        self.assertEqual(found, ["reach.toml: variables.nss_ops: no shutdown writes it"])

    def test_a_rule_for_what_is_not_there_is_refused(self):
        with self.assertRaisesRegex(shim_rules.Error, "there is no variable NSS_OptionGet/99"):
            self.changed(lambda r: r["variables"]["nss_ops"]["at"].append("NSS_OptionGet/99"))


if __name__ == "__main__":
    unittest.main()
