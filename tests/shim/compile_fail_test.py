"""What the wrapped headers forbid does not compile, in g++ and clang++, and the message names the wrapper.

All seeds of one kind stand in one source, each on a line of its own, and each line must be refused. The same source
with the wrappers in their places compiles.
"""

import re
import unittest

import compiling

INCLUDES = (
    "#include <cert.h>\n#include <keyhi.h>\n#include <nss.h>\n"
    "#include <pk11pub.h>\n#include <ssl.h>\n#include <sslexp.h>\n"
)
REFUSED = ("GATE", "FIRST", "OID", "EARLY", "RELEASE", "RELEASE_LIVE", "WAIT")
GATED = [row for row in compiling.ROWS if compiling.is_visible(row) and row["class"] in REFUSED]
LIFE = [row["name"] for row in compiling.ROWS if row["class"] == "LIFE"]
CHECKED = [row["name"] for row in compiling.ROWS if compiling.has_shape(row, "checked")]


def prototypes():
    """name -> (result, types of the parameters) of each wrapper."""
    found = {}
    for header in compiling.headers():
        text = (compiling.SHADOWS / header).read_text()
        for result, name, parameters in re.findall(
            r"^(?:\[\[nodiscard\]\] )?inline (.*?[ *])(\w+)\((.*)\) \{$", text, re.M
        ):
            types = [re.sub(r"\w+$", "", one).strip() for one in re.split(r", (?![^(]*\))", parameters) if one]
            found[name] = (result.strip(), types)
    return found


PROTOTYPES = prototypes()


def zeros(name):
    """Arguments for a call that is compiled and never made."""
    return ", ".join("nullptr" if "(*" in kind else f"({kind})0" for kind in PROTOTYPES[name][1])


class CompileFailTest(unittest.TestCase):
    def refused(self, compilers, includes, lines, expected, *flags):
        """Each of `lines` is an error that matches its entry of `expected`."""
        source = includes + "\n".join(lines) + "\n"
        first = includes.count("\n") + 1
        for compiler in compilers:
            limit = "-ferror-limit=0" if "clang" in compiler else "-fmax-errors=0"
            compiled, output = compiling.compile_text(compiler, source, limit, *flags)
            self.assertFalse(compiled)
            errors = compiling.messages_by_line(output)
            for number, (line, message) in enumerate(zip(lines, expected), first):
                with self.subTest(compiler=compiler, line=line):
                    self.assertRegex("\n".join(errors.get(number, ["accepted"])), message)

    def accepted(self, compilers, source, *flags):
        for compiler in compilers:
            compiled, output = compiling.compile_text(compiler, source, *flags)
            self.assertTrue(compiled, f"{compiler}: {output[:3000]}")

    def test_the_address_of_each_gated_function(self):
        names = [row["name"] for row in GATED]
        lines = [f"auto* address_{i} = &::{name};" for i, name in enumerate(names)]
        banned = {row["name"] for row in GATED if compiling.has_shape(row, "banned")}
        expected = [r"unavailable: " + ("" if name in banned else f"use psm::nss::{name}$") for name in names]
        self.assertGreater(len(names), 900)
        self.refused(compiling.CXX, compiling.all_headers(), lines, expected)
        fixed = [
            f"auto* address_{name} = &psm::nss::{name};"
            for name in names
            if name not in banned and not PROTOTYPES[name][1][-1:] == ["More..."]
        ]
        self.accepted(compiling.CXX, compiling.all_headers() + "\n".join(fixed) + "\n")

    def test_direct_calls(self):
        bodies = ["PK11_Logout({0})", "::PK11_FreeSlot({0})", "(PK11_GetInternalSlot)()", "PK11_GetTokenName({0})"]
        lines = [f"void f{i}() {{ {body.format('nullptr')}; }}" for i, body in enumerate(bodies)]
        names = ["PK11_Logout", "PK11_FreeSlot", "PK11_GetInternalSlot", "PK11_GetTokenName"]
        self.refused(compiling.CXX, INCLUDES, lines, [f"use psm::nss::{name}" for name in names])
        fixed = [f"void f{i}() {{ (void)psm::nss::{name}({zeros(name)}); }}\n" for i, name in enumerate(names)]
        self.accepted(compiling.CXX, INCLUDES + "".join(fixed))

    def test_calls_that_a_macro_hides(self):
        lines = [
            "bool f1(SECKEYPrivateKey* key) { return SECKEY_HAS_ATTRIBUTE_SET(key, CKA_SENSITIVE); }",
            "auto* f2 = PK11_PrivDecryptRaw;",
            "auto* f3 = PK11_CipherFinal;",
            "SECStatus f4(PRFileDesc* fd) { return SSL_KeyUpdate(fd, PR_TRUE); }",
            'void* f5() { return SSL_GetExperimentalAPI("SSL_KeyUpdate"); }',
            'SECStatus f6(PRFileDesc* fd) { return SSL_EXPERIMENTAL_API("SSL_X", (PRFileDesc*), (fd)); }',
        ]
        expected = [
            "use psm::nss::PK11_HasAttributeSet",
            "use psm::nss::PK11_PubDecryptRaw",
            "use psm::nss::PK11_DigestFinal",
            "use psm::nss::SSL_KeyUpdate",
            "call the function that it fetches",
            "call the function that it fetches",
        ]
        self.refused(compiling.CXX, INCLUDES, lines, expected)
        fixed = """
auto* f2 = psm::nss::PK11_PrivDecryptRaw;
SECStatus f4(PRFileDesc* fd) { return psm::nss::SSL_KeyUpdate(fd, PR_TRUE); }
"""
        self.accepted(compiling.CXX, INCLUDES + fixed)

    def test_each_checked_function_in_an_if(self):
        self.assertEqual(len(CHECKED), 50)
        lines, expected, fixed = [], [], []
        for i, name in enumerate(CHECKED):
            call = f"psm::nss::{name}({zeros(name)})"
            if PROTOTYPES[name][0] == "bool":  # NSS's own has no result: what may not be ignored is whether it ran
                lines.append(f"void f{i}() {{ {call}; }}")
                expected.append("ignoring return value")
                fixed.append(f"bool f{i}() {{ return {call}; }}")
            else:
                lines.append(f"int f{i}() {{ if ({call}) return 1; return 0; }}")
                expected.append(r"Checked<")
                fixed.append(f"bool f{i}() {{ return {call}.live(); }}")
        self.refused(compiling.CXX, compiling.all_headers(), lines, expected)
        self.accepted(compiling.CXX, compiling.all_headers() + "\n".join(fixed) + "\n")

    def test_a_checked_result_is_no_number(self):
        lines = [
            "int f1() { return psm::nss::PK11_NeedLogin(nullptr); }",
            "bool f2() { return !psm::nss::PK11_IsReadOnly(nullptr); }",
        ]
        self.refused(compiling.CXX, INCLUDES, lines, ["Checked<"] * 2)

    def test_life_cycle_functions(self):
        self.assertEqual(len(LIFE), 13)
        headers = compiling.all_headers()
        owner = [rf"{name} is the owner's: use psm::SecurityManager" for name in LIFE]
        self.refused(compiling.CXX, headers, [f"auto* f_{name} = &{name};" for name in LIFE], owner)
        plain = [f"void (*f_{name})(void) = (void (*)(void)){name};" for name in LIFE]
        self.refused(compiling.C, headers, plain, owner)
        renamed = [f"void (*f_{name})() = (void (*)()){name};" for name in LIFE]
        self.refused(compiling.CXX, headers, renamed, owner, "-DPSM_NSS_RENAME")

    def test_a_program_that_owns_nss_may_call_them(self):
        headers = compiling.all_headers()
        standalone = "-DPSM_NSS_STANDALONE"
        addresses = [f"auto* f_{name} = &{name};" for name in LIFE]
        self.refused(compiling.CXX, headers, addresses, [f"use psm::nss::{name}" for name in LIFE], standalone)
        wrappers = "".join(f"auto* f_{name} = &psm::nss::{name};\n" for name in LIFE)
        self.accepted(compiling.CXX, headers + wrappers, standalone)
        plain = "".join(f"void* f_{name}(void) {{ return (void*){name}; }}\n" for name in LIFE)
        self.accepted(compiling.C, headers + plain, standalone)

    def test_c_code_is_not_refused(self):
        functions = (
            "SECStatus f(PK11SlotInfo *slot) { return PK11_Logout(slot); }\n"
            "int g(PK11SlotInfo *slot) { if (PK11_NeedLogin(slot)) return 1; return 0; }\n"
            "SECStatus h(PRFileDesc *fd) { return SSL_KeyUpdate(fd, PR_TRUE); }\n"
        )
        self.accepted(compiling.C, INCLUDES + functions)

    def test_names_of_libnssutil_are_refused(self):
        for compiler in compiling.CXX + compiling.C:
            compiled, output = compiling.compile_text(compiler, INCLUDES, "-DUSE_UTIL_DIRECTLY")
            self.assertFalse(compiled)
            self.assertIn("build without it", output)


if __name__ == "__main__":
    unittest.main()
