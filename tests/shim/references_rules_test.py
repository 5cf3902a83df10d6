#!/usr/bin/python3
"""The rules of tools/gen_shim/references.toml against NSS's prototypes, the C++ tables and leaks_test.

Proves: each kind is in references.h and references.cc as the rules say; each rule names a result or parameter of its
kind's type; every wrapped function that could hand out or release such an object has a rule or a reason for none; and
leaks_test calls every giving function but those listed here.
"""

import os
import pathlib
import re
import tomllib
import unittest

ROOT = pathlib.Path(os.environ.get("PSM_ROOT", pathlib.Path(__file__).resolve().parent.parent.parent))
RULES = tomllib.loads((ROOT / "tools/gen_shim/references.toml").read_text(encoding="utf-8"))
KINDS = RULES["kinds"]
FUNCTIONS = RULES["functions"]
BORROWS = RULES["borrows"]

# Giving functions that leaks_test cannot call for real, and why.
NOT_CALLED = {
    "NSS_GetClientAuthData": "needs a server's request for a certificate that this profile's would do for",
    "PK11_FindBestKEAMatch": "no token has a KEA key",
    "SECMOD_WaitForAnyTokenEvent": "the internal module has no such events; token_events_test has its replacement",
    "SSL_ClientCertCallbackComplete": "takes, in a handshake that waits for it",
}

RELEASES = re.compile(r"Destroy|Free|Finish|Cancel|Release|Delete|Abort|Close")


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def enumerator(kind):
    return "k" + "".join(word.capitalize() for word in kind.split("_"))


def prototypes():
    """name -> (result, parameter types), from the wrappers."""
    found = {}
    text = read("nss_glue/generated/calls.cc")
    for result, name, parameters in re.findall(r"^PSM_(?:CALL|EXPERIMENTAL)\((.+), (\w+)\)\((.*)\) \{$", text, re.M):
        types = [re.sub(r"\w+$", "", p).strip() for p in re.split(r", (?![^()]*\))", parameters) if p != "void"]
        found[name] = (result.strip(), types)
    return found


def points_at(kind, text, stars):
    """`text` is a pointer, of that many stars, to the kind's type."""
    bare = text.replace("const", "").replace("struct", "").replace(" ", "")
    return re.fullmatch(re.escape(KINDS[kind]["type"]) + r"(Str)?\*{%d}" % stars, bare) is not None


class KindsTest(unittest.TestCase):
    def test_the_enum_has_them_in_this_order(self):
        body = re.search(r"enum class ReferenceKind : uint8_t \{(.*?)\};", read("nss_glue/references.h"), re.S).group(1)
        self.assertEqual(re.findall(r"k\w+", body), [enumerator(kind) for kind in KINDS])

    def test_the_table_says_the_same(self):
        names = {"used": "kWhenUsed", "busy": "kBusy", "forever": "kForever"}
        rows = re.findall(r'\{"(\w+)", ReferencePins::(\w+)\}', read("nss_glue/references.cc"))
        self.assertEqual(rows, [(kind["type"], names[kind["pins"]]) for kind in KINDS.values()])


class RulesTest(unittest.TestCase):
    prototypes = prototypes()

    def test_each_names_a_pointer_of_its_kind(self):
        for name, rule in FUNCTIONS.items():
            result, parameters = self.prototypes[name]
            for entry in rule.get("gives", []):
                with self.subTest(name=name):
                    if entry["from"] == "return":
                        self.assertTrue(points_at(entry["kind"], result, 1), result)
                    else:
                        self.assertTrue(points_at(entry["kind"], parameters[entry["param"]], 2), parameters)
            for entry in rule.get("takes", []):
                with self.subTest(name=name):
                    self.assertTrue(points_at(entry["kind"], parameters[entry["param"]], 1), parameters)

    # What a newer NSS adds comes here first.
    def test_every_function_that_might_give_or_take_has_a_rule(self):
        for name, (result, parameters) in self.prototypes.items():
            might_give = any(points_at(k, result, 1) or any(points_at(k, p, 2) for p in parameters) for k in KINDS)
            might_take = RELEASES.search(name) and any(points_at(k, p, 1) for k in KINDS for p in parameters)
            if might_give or might_take:
                with self.subTest(name=name):
                    self.assertTrue(name in FUNCTIONS or name in BORROWS, "no rule in references.toml")

    def test_no_function_has_two(self):
        self.assertEqual(set(FUNCTIONS) & set(BORROWS), set())

    def test_every_kind_is_given_and_taken(self):
        by_hand = read("nss_glue/reference_specials.cc")
        for kind in KINDS:
            for verb, word in (("gives", "Gave"), ("takes", "Took")):
                with self.subTest(kind=kind):
                    ruled = any(entry["kind"] == kind for rule in FUNCTIONS.values() for entry in rule.get(verb, []))
                    self.assertTrue(ruled or f"{word}(ReferenceKind::{enumerator(kind)}" in by_hand, verb)


class GlueTest(unittest.TestCase):
    # What is obtained raw and released by a wrapper would hide a leak of somebody else's.
    def test_it_obtains_and_releases_by_the_wrappers(self):
        for path in sorted((ROOT / "nss_glue").glob("*.cc")):
            text = path.read_text(encoding="utf-8")
            for name in re.findall(r"\bpsm_raw_(\w+)\(", text):
                if name in FUNCTIONS and path.name != "reference_specials.cc":
                    with self.subTest(file=path.name, name=name):
                        self.assertTrue(f" psm_special_{name}(" in text, "use psm::nss::" + name)


class CoverageTest(unittest.TestCase):
    def test_leaks_test_calls_every_giving_function(self):
        code = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/shim").glob("leaks*.c")))
        called = set(re.findall(r"^GIVER(?:_\w+\(\w+, |\w*\()(\w+)", code, re.M))
        called |= set(re.findall(r"\bnss::(SSL_\w+)\(", read("tests/shim/leaks_test.cc")))
        released_in = set(re.findall(r"\b(\w+)\(", code))
        giving = {name for name, rule in FUNCTIONS.items() if "gives" in rule or "special" in rule}
        taking = {name for name, rule in FUNCTIONS.items() if "takes" in rule}
        covered = giving & (called | released_in)
        print(
            f"leaks_test calls {len(covered)} of {len(giving)} giving functions, and "
            f"{len(taking & (called | released_in))} of {len(taking)} releasing ones"
        )
        self.assertEqual(giving - covered, set(NOT_CALLED))
        self.assertEqual(taking - called - released_in, set())


if __name__ == "__main__":
    unittest.main()
