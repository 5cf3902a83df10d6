"""Every wrapped header compiles alone and with all others, and every wrapper links, from C++ and from C."""

import concurrent.futures
import os
import re
import subprocess
import unittest

import compiling
from compiling import nss_api

OUT = os.environ["PSM_OUT_DIR"]
CALLABLE = ("GATE", "FIRST", "OID", "EARLY", "RELEASE", "RELEASE_LIVE", "WAIT", "LIFE")
LIBRARIES = [f"{OUT}/libpsm.so.1", f"-Wl,-rpath,{OUT}", "-lssl3", "-lsmime3", "-lnss3", "-lnssutil3", "-lnspr4"]


def wrapped(banned):
    """The functions with a wrapper that a source can name; the banned ones, which only C can, if `banned`."""
    return [
        row["name"]
        for row in compiling.ROWS
        if compiling.is_visible(row)
        and (row["class"] in CALLABLE or compiling.has_shape(row, "special"))
        and (banned or not compiling.has_shape(row, "banned"))
    ]


class HeadersTest(unittest.TestCase):
    def compiles(self, source, *flags, compilers=compiling.CXX + compiling.C):
        for compiler in compilers:
            compiled, output = compiling.compile_text(compiler, source, *flags)
            with self.subTest(compiler=compiler, flags=flags, source=source[:80]):
                self.assertTrue(compiled, output[:3000])

    def test_each_alone(self):
        sources = [f"#include <{name}>\n" for name in compiling.headers()] + ["#include <nss/pk11pub.h>\n"]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            # -Wno-error: key.h and keyt.h say that they are deprecated.
            list(pool.map(lambda source: self.compiles(source, "-Wno-error"), sources))

    def test_all_together(self):
        source = compiling.all_headers()
        self.compiles(source)
        self.compiles(source + source, "-DPSM_NSS_STANDALONE")
        self.compiles(source, "-DPSM_NSS_RENAME", compilers=compiling.CXX)
        self.compiles(source, "-DPSM_NSS_RENAME", "-DPSM_NSS_STANDALONE", compilers=compiling.CXX)

    def test_each_inside_extern_c(self):
        source = "".join(f'extern "C" {{\n{line}}}\n' for line in compiling.all_headers().splitlines(keepends=True))
        self.compiles(source, compilers=compiling.CXX)
        self.compiles(source, "-DPSM_NSS_RENAME", compilers=compiling.CXX)

    def test_the_other_order(self):
        self.compiles("".join(reversed(compiling.all_headers().splitlines(keepends=True))))

    def test_with_the_header_of_the_glue(self):
        for glue in ('"nss_glue/generated/raw.h"', '"nss_glue/generated/status.h"'):
            self.compiles(f"#include {glue}\n" + compiling.all_headers(), compilers=compiling.CXX)
            self.compiles(compiling.all_headers() + f"#include {glue}\n", compilers=compiling.CXX)


class LinkTest(unittest.TestCase):
    def runs(self, compiler, sources, *flags):
        with compiling.scratch() as folder:
            program = compiling.build(compiler, sources, folder, *flags, *LIBRARIES)
            done = subprocess.run([program], stdout=subprocess.PIPE, text=True, check=False, timeout=60)
            self.assertEqual(done.returncode, 0)
            return done.stdout

    def test_every_wrapper_from_cxx(self):
        both = (compiling.SHADOWS / "cert.h").read_text() + (compiling.SHADOWS / "ocsp.h").read_text()
        variadic = set(re.findall(r"^template <typename\.\.\. More>\ninline .*?(\w+)\(", both, re.M))
        self.assertEqual(len(variadic), 3)
        experimental = re.findall(r"^#undef (\w+)$", (compiling.SHADOWS / "sslexp.h").read_text(), re.M)
        self.assertGreater(len(experimental), 40)
        names = [name for name in wrapped(banned=False) if name not in variadic] + experimental
        self.assertGreater(len(names), 900)
        source = compiling.all_headers() + "#include <stdio.h>\n"
        source += "int main(int argc, char**) {\n  void (*const all[])() = {\n"
        source += "".join(f"      reinterpret_cast<void (*)()>(&psm::nss::{name}),\n" for name in names)
        source += """  };
  int there = 0;
  for (auto* one : all) there += one != nullptr;
  if (argc > 1) {
    psm::nss::CERT_CreateName(nullptr, nullptr);
    psm::nss::CERT_CreateRDN(nullptr, nullptr, nullptr);
    psm::nss::CERT_AddOCSPAcceptableResponses(nullptr, SEC_OID_PKIX_OCSP_BASIC_RESPONSE);
  }
  printf("%d", there);
}
"""
        thunks = str(compiling.GENERATED / "thunks.S")
        for compiler in compiling.CXX:
            with self.subTest(compiler=compiler):
                said = self.runs(compiler, {"link.cc": source}, "-DPSM_NSS_STANDALONE", thunks)
                self.assertEqual(said, str(len(names)))

    def test_every_name_from_c(self):
        names = wrapped(banned=True)
        source = compiling.all_headers() + "#include <stdio.h>\ntypedef void (*Function)(void);\nint main(void) {\n"
        source += "  Function all[] = {\n" + "".join(f"      (Function){name},\n" for name in names)
        source += """  };
  unsigned int i, there = 0;
  for (i = 0; i < sizeof all / sizeof all[0]; ++i) there += all[i] != 0;
  printf("%u", there);
  return 0;
}
"""
        for compiler in compiling.C:
            with self.subTest(compiler=compiler):
                said = self.runs(compiler, {"link.c": source}, "-DPSM_NSS_STANDALONE")
                self.assertEqual(said, str(len(names)))

    def test_libpsm_has_every_name_of_the_redefine_map(self):
        exported = nss_api.run("nm", "-D", "--defined-only", f"{OUT}/libpsm.so.1")
        names = {line.split()[-1] for line in exported.splitlines()}
        pairs = [line.split() for line in (compiling.GENERATED / "redefine.syms").read_text().splitlines()]
        self.assertGreater(len(pairs), 900)
        self.assertEqual([new for _, new in pairs if new not in names], [])

    def test_a_wrapped_object_names_no_nss_function(self):
        forbidden = {row["name"] for row in compiling.ROWS if row["class"] in (*CALLABLE, "UNDECLARED")}
        with compiling.scratch() as folder:
            source = f"{folder}/calls.cc"
            with open(source, "w", encoding="utf-8") as file:
                file.write("#include <pk11pub.h>\n")
                file.write("SECStatus f(PK11SlotInfo* slot) { return psm::nss::PK11_Logout(slot); }\n")
            for compiler in compiling.CXX:
                made = f"{folder}/calls.o"
                command = [compiler, "-std=c++17", "-O2", *compiling.WRAPPED, "-c", source, "-o", made]
                subprocess.run(command, check=True, timeout=compiling.COMPILE_TIMEOUT_S)
                symbols = nss_api.run("nm", "-u", made).split()
                self.assertIn("psm_raw_PK11_Logout", symbols)
                self.assertEqual(forbidden & set(symbols), set())


if __name__ == "__main__":
    unittest.main()
