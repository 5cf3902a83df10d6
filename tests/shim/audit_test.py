"""tools/nss_call_audit over seeded violations and clean controls, each built by g++ and clang in several ways.

A seed is a function that does what may not be done, with an NSS function that no other seed uses. It must be found in
its object, in an archive, and in an executable and a shared library, linked by each linker, stripped or not. The
controls are the same things done the right way, and must pass.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(os.environ["PSM_ROOT"])
sys.path.insert(0, str(ROOT / "tools" / "gen_shim"))
import nss_api

AUDIT = ROOT / "tools" / "nss_call_audit"
GENERATED = ROOT / "nss_glue" / "generated"
COMPILE_TIMEOUT_S = 120
AUDIT_TIMEOUT_S = 100
NSS_FLAGS = nss_api.pkg_config("--cflags")
NSS_FOLDER = nss_api.library_folder()
NSS_LIBRARIES = ["-lssl3", "-lsmime3", "-lnss3", "-lnssutil3", "-lnspr4"]

BEGIN = '#ifdef __cplusplus\nextern "C" {\n#endif\n'
END = "\n#ifdef __cplusplus\n}\n#endif\n"
# Name of the file: its text, and what is in it as {NSS function: function or variable that uses it}. Each is compiled
# as C and as C++.
SEEDS = {
    "calls": (
        """
#include <keyhi.h>
#include <pk11pub.h>
#include <ssl.h>
#include <sslexp.h>
"""
        + BEGIN
        + """
SECStatus SeedTailCall(PK11SlotInfo* slot) { return PK11_Logout(slot); }
int SeedCall(PK11SlotInfo* slot) { return PK11_IsHW(slot) + 1; }
PRBool (*seed_initialiser)(PK11SlotInfo*) = PK11_IsReadOnly;
void* SeedAddress(void) { return (void*)PK11_IsFriendly; }
int SeedMacro(SECKEYPrivateKey* key) { return SECKEY_HAS_ATTRIBUTE_SET(key, CKA_PRIVATE); }
int SeedExperimental(PRFileDesc* fd, PRUint16 extension, SSLExtensionSupport* support) {
  return SSL_GetExtensionSupport(extension, support);
}
"""
        + END,
        {
            "PK11_Logout": "SeedTailCall",
            "PK11_IsHW": "SeedCall",
            "PK11_IsReadOnly": "seed_initialiser",
            "PK11_IsFriendly": "SeedAddress",
            "PK11_HasAttributeSet": "SeedMacro",
            "SSL_GetExperimentalAPI": "SeedExperimental",
        },
    ),
    "prototypes": (
        BEGIN
        + """
extern int PK11_NeedLogin(void*);
extern int Renamed(void*) __asm__("PK11_NeedUserInit");
int SeedPrototype(void* slot) { return PK11_NeedLogin(slot) + 1; }
int SeedRenamed(void* slot) { return Renamed(slot); }
"""
        + END,
        {"PK11_NeedLogin": "SeedPrototype", "PK11_NeedUserInit": "SeedRenamed"},
    ),
    "versioned": (
        BEGIN
        + """
extern int OldVersion(void*);
__asm__(".symver OldVersion, PK11_IsPresent@NSS_3.2");
int SeedVersioned(void* slot) { return OldVersion(slot) + 1; }
"""
        + END,
        {"PK11_IsPresent": "SeedVersioned"},
    ),
    "dlsym": (
        "#define _GNU_SOURCE\n#include <dlfcn.h>\n#undef _GNU_SOURCE\n"
        + BEGIN
        + """
void* SeedDlsym(void* library) { return dlsym(library, "PK11_GetTokenName"); }
void* SeedDlvsym(void* library) { return dlvsym(library, "PK11_GetSlotName", "NSS_3.2"); }
void* SeedVariable(const char* path) {
  const char* name = "CERT_GetDefaultCertDB";
  void* library = dlopen(path, RTLD_NOW);
  return library ? dlsym(library, name) : 0;
}
"""
        + END,
        {"PK11_GetTokenName": "SeedDlsym", "PK11_GetSlotName": "SeedDlvsym", "CERT_GetDefaultCertDB": "SeedVariable"},
    ),
    "table": (
        "#include <dlfcn.h>\n"
        + BEGIN
        + """
void* seed_functions[2];
const char* const seed_names[] = {"CERT_DupCertificate", "CERT_DestroyCertificate"};
void SeedTable(void* library) {
  for (int i = 0; i < 2; i++) seed_functions[i] = dlsym(library, seed_names[i]);
}
"""
        + END,
        {"CERT_DupCertificate": "seed_names|SeedTable", "CERT_DestroyCertificate": "seed_names|SeedTable"},
    ),
    "nspr": (
        "#include <prlink.h>\n"
        + BEGIN
        + """
PRFuncPtr SeedFunctionSymbol(PRLibrary* library) { return PR_FindFunctionSymbol(library, "PK11_IsInternal"); }
void* SeedSymbol(PRLibrary* library) { return PR_FindSymbol(library, "PK11_IsRemovable"); }
"""
        + END,
        {"PK11_IsInternal": "SeedFunctionSymbol", "PK11_IsRemovable": "SeedSymbol"},
    ),
}
# What only an object file tells.
OBJECT_SEEDS = {
    "array": (
        "#include <dlfcn.h>\n"
        + BEGIN
        + """
void* array_functions[2];
static const char kNames[2][24] = {"PK11_FreeSlot", "PK11_ReferenceSlot"};
void SeedArray(void* library) {
  for (int i = 0; i < 2; i++) array_functions[i] = dlsym(library, kNames[i]);
}
"""
        + END,
        {"PK11_FreeSlot": "kNames|SeedArray", "PK11_ReferenceSlot": "kNames|SeedArray"},
    ),
    "helper": (
        "#include <dlfcn.h>\n"
        + BEGIN
        + """
static __attribute__((noinline)) void* Find(void* library, const char* name) { return dlsym(library, name); }
void* SeedHelper(void* library, int which) { return Find(library, which ? "PK11_TokenExists" : "PK11_IsDisabled"); }
"""
        + END,
        {"PK11_TokenExists": "SeedHelper", "PK11_IsDisabled": "SeedHelper"},
    ),
}

# C++ only, over the wrapped headers: the thunks without the gate.
BARE_THUNKS = """
#include <pk11pub.h>
namespace host {
SECStatus LogOut(PK11SlotInfo* slot) { return psm_raw_PK11_Logout(slot); }
SECStatus (*initialiser)(PK11SlotInfo*) = psm_raw_PK11_Logout;
void Both(PK11SlotInfo* slot) {
  psm_raw_PK11_FreeSlot(slot);
  psm::nss::PK11_Logout(slot);
}
}  // namespace host
"""
# C++ only, over the wrapped headers.
GATED = """
#include <dlfcn.h>
#include <keyhi.h>
#include <pk11pub.h>
extern "C" void Log(const char*);
extern "C" SECStatus GatedCall(PK11SlotInfo* slot) { return psm::nss::PK11_Logout(slot); }
extern "C" void GatedRelease(PK11SlotInfo* slot) { psm::nss::PK11_FreeSlot(slot); }
SECStatus (*gated_address)(PK11SlotInfo*) = psm::nss::PK11_Logout;
// An error is given the name of what failed, beside a call of dlsym for something else.
extern "C" void* GatedAndDlsym(PK11SlotInfo* slot, void* library) {
  void* found = dlsym(library, "somebody_elses_function");
  if (psm::nss::PK11_Authenticate(slot, PR_TRUE, found) != SECSuccess) Log("PK11_Authenticate");
  return found;
}
"""
# C and C++.
CLEAN = {
    "ungated": "#include <secasn1.h>\n#include <secitem.h>\n#include <secport.h>\n#include <secoid.h>\n"
    + BEGIN
    + """
SECItem* CleanItem(SECItem* item) { return SECITEM_DupItem(item); }
void* CleanMemory(void) { return PORT_Alloc(8); }
const SEC_ASN1Template* CleanTemplate(void) { return SEC_ASN1_GET(SEC_IntegerTemplate); }
void (*clean_address)(SECItem*, PRBool) = SECITEM_FreeItem;
"""
    + END,
    "message": BEGIN
    + """
extern void Log(const char*);
void CleanMessage(void) { Log("PK11_Logout"); }
const char* clean_name = "PK11_IsHW";
"""
    + END,
    "other_dlsym": "#include <dlfcn.h>\n"
    + BEGIN
    + """
void* CleanDlsym(void* library) { return dlsym(library, "PK11_LogoutOfSomethingElse"); }
void* CleanUtil(void* library) { return dlsym(library, "SECITEM_CopyItem"); }
"""
    + END,
}

# name -> compilers for C and C++, flags, linkers.
WAYS = {}
LINKERS = ["bfd", "gold", "lld"]
for _c, _cxx in (("gcc", "g++"), ("clang", "clang++")):
    WAYS[f"{_c} -O0"] = (_c, _cxx, ["-O0", "-fPIC"], LINKERS)
    WAYS[f"{_c} -O2"] = (_c, _cxx, ["-O2", "-fPIC"], LINKERS)
    WAYS[f"{_c} -Os"] = (_c, _cxx, ["-Os", "-fPIC", "-ffunction-sections"], ["lld"])
    WAYS[f"{_c} -fno-plt"] = (_c, _cxx, ["-O2", "-fPIC", "-fno-plt"], LINKERS)
    # lld wants what is not defined to be reached through the GOT.
    WAYS[f"{_c} -no-pie"] = (_c, _cxx, ["-O2", "-fno-pie"], ["bfd", "gold"])
WAYS["gcc -fsanitize=address"] = ("gcc", "g++", ["-O1", "-fPIC", "-fsanitize=address"], ["bfd"])
WAYS["clang -fsanitize=address"] = ("clang", "clang++", ["-O1", "-fPIC", "-fsanitize=address"], ["lld"])
WAYS["gcc -flto"] = ("gcc", "g++", ["-O2", "-fPIC", "-flto"], ["bfd"])
WAYS["clang -flto"] = ("clang", "clang++", ["-O2", "-fPIC", "-flto"], ["lld"])
WAYS["clang -flto=thin"] = ("clang", "clang++", ["-O1", "-fPIC", "-flto=thin"], ["lld"])

# gcc drops a .symver of a symbol it sees only as intermediate code.
NOT_BY_GCC_LTO = {"versioned"}


def run(*command):
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=COMPILE_TIMEOUT_S,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}\n{done.stdout}")


def audit(*arguments):
    """(status, what it printed, what it complained of)."""
    done = subprocess.run(
        [AUDIT, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        timeout=AUDIT_TIMEOUT_S,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def audited(*arguments):
    """The JSON report."""
    status, output, errors = audit("--json", *arguments)
    if errors or status not in (0, 1):
        raise RuntimeError(errors + output)
    return json.loads(output)


def strip(path):
    output = path.with_name(path.name + ".stripped")
    run("strip", "-o", output, path)
    return output


def symbols(report):
    return {violation["symbol"] for violation in report["violations"]}


class Built:
    """What is compiled in one way, in a folder of its own."""

    def __init__(self, folder, way):
        self.folder = pathlib.Path(folder)
        self.c, self.cxx, self.flags, self.linkers = WAYS[way]
        self.pie = "-no-pie" not in way

    def compile(self, name, source, language="c++"):
        path = self.folder / (name + (".c" if language == "c" else ".cc"))
        path.write_text(source)
        compiler, standard = (self.c, "-std=gnu11") if language == "c" else (self.cxx, "-std=c++17")
        output = path.with_suffix(path.suffix + ".o")
        run(compiler, standard, "-w", *self.flags, *NSS_FLAGS, "-c", path, "-o", output)
        return output

    def compile_wrapped(self, name, source):
        path, output = self.folder / f"{name}.cc", self.folder / f"{name}.cc.o"
        path.write_text(source)
        flags = ["-std=c++17", *self.flags, f"-I{GENERATED}/include", f"-I{ROOT}", *NSS_FLAGS]
        run(self.cxx, *flags, "-c", path, "-o", output)
        return output

    def compile_thunks(self):
        output = self.folder / "thunks.o"
        run("gcc", "-c", GENERATED / "thunks.S", "-o", output)
        return output

    def compile_main(self, kept):
        """A main that needs all of these, whatever their types are."""
        declared = (f"void {name}();" if name[0].isupper() else f"extern char {name};" for name in kept)
        source = 'extern "C" {\n' + "\n".join(declared) + "\n}\n"
        source += f"void* volatile kept[] = {{{', '.join(f'(void*)&{name}' for name in kept)}}};\n"
        return self.compile("main", source + "int main(int n, char**) { return !kept[n]; }\n")

    def link(self, linker, name, objects):
        """An executable and a shared library. What is not defined is not missed: nothing here is run."""
        kinds = {"exe": ["-Wl,--gc-sections"], "so": ["-shared"]} if self.pie else {"exe": ["-no-pie"]}
        outputs = []
        for kind, flags in kinds.items():
            output = self.folder / f"{name}.{linker}.{kind}"
            flags = [*self.flags, *flags, f"-fuse-ld={linker}", "-Wl,--unresolved-symbols=ignore-all", "-w"]
            run(self.cxx, *flags, "-o", output, *objects, *NSS_LIBRARIES, "-ldl")
            outputs.append(output)
        return outputs


class EveryWay(unittest.TestCase):
    """Each way of building is a test of its own; see below the class."""

    def check_seeds(self, report, expected, where, named=True):
        self.assertEqual(report["undecided"], [], where)
        self.assertEqual(symbols(report), set(expected), where)
        for violation in report["violations"]:
            if named:
                self.assertRegex(violation["function"] or "", rf"^({expected[violation['symbol']]})\b", where)

    def check_clean(self, report, where):
        self.assertEqual(report["undecided"], [], where)
        self.assertEqual(report["violations"], [], where)

    def check_bare_thunks(self, report):
        found = {(entry["function"], entry["way"]) for entry in report["violations"]}
        expected = {
            ("host::LogOut(PK11SlotInfoStr*)", "psm_raw_PK11_Logout"),
            ("host::initialiser", "psm_raw_PK11_Logout"),
            ("host::Both(PK11SlotInfoStr*)", "psm_raw_PK11_FreeSlot"),
        }
        self.assertEqual(found, expected)

    def build_and_check(self, way):
        with tempfile.TemporaryDirectory(prefix="audit_test_") as folder:
            built = Built(folder, way)
            linked, everything = [], {}
            for name, (source, expected) in {**SEEDS, **OBJECT_SEEDS}.items():
                if way == "gcc -flto" and name in NOT_BY_GCC_LTO:
                    continue
                for language in ("c", "c++"):
                    path = built.compile(name, source, language)
                    self.check_seeds(audited(path), expected, path)
                if name in SEEDS:
                    linked.append(path)
                    everything |= expected
            clean = [built.compile(name, source, "c") for name, source in CLEAN.items()]
            clean_cxx = [built.compile(name, source, "c++") for name, source in CLEAN.items()]
            gated = [built.compile_wrapped("gated", GATED), built.compile_thunks()]
            for path in clean + clean_cxx + gated:
                self.check_clean(audited(path), path)

            self.check_bare_thunks(audited(built.compile_wrapped("bare_thunks", BARE_THUNKS)))

            kept = {name.split("|")[-1] for name in everything.values()}
            kept |= set(re.findall(r"\bGated\w+(?=\()", GATED))
            main = built.compile_main(sorted(kept))
            clean_main = built.compile("clean_main", "int main() {}")
            for linker in built.linkers:
                for path in built.link(linker, "seeds", [main, *linked, *clean_cxx, *gated]):
                    self.check_seeds(audited(path), everything, path, named=not re.search("lto|no-pie", way))
                    stripped = strip(path)
                    self.check_seeds(audited(stripped), everything, stripped, named=False)
                for path in built.link(linker, "clean", [clean_main, *clean_cxx, *gated]):
                    self.check_clean(audited(path), path)
                    stripped = strip(path)
                    self.check_clean(audited(stripped), stripped)


for _way in WAYS:

    def _test(self, way=_way):
        self.build_and_check(way)

    setattr(EveryWay, "test_" + re.sub(r"\W+", "_", _way), _test)


class Tool(unittest.TestCase):
    """The command itself."""

    @classmethod
    def setUpClass(cls):
        cls._folder = tempfile.TemporaryDirectory(prefix="audit_test_")
        cls.built = Built(cls._folder.name, "gcc -O2")
        cls.seed = cls.built.compile("prototypes", SEEDS["prototypes"][0], "c")
        cls.clean = cls.built.compile("message", CLEAN["message"], "c")

    @classmethod
    def tearDownClass(cls):
        cls._folder.cleanup()

    def folder(self, name, *files):
        folder = self.built.folder / name
        folder.mkdir()
        for file in files:
            shutil.copy(file, folder)
        return folder

    def test_reports_one_line_a_violation_and_a_summary(self):
        status, output, errors = audit(self.seed, self.clean)
        self.assertEqual((status, errors), (1, ""))
        self.assertEqual(
            output.splitlines(),
            [
                f"{self.seed}: SeedPrototype: PK11_NeedLogin (GATE): use psm::nss::PK11_NeedLogin",
                f"{self.seed}: SeedRenamed: PK11_NeedUserInit (GATE): use psm::nss::PK11_NeedUserInit",
                "nss_call_audit: 2 files: 2 violations, 0 cannot be decided, 0 excepted",
            ],
        )

    def test_a_clean_file_has_status_0(self):
        self.assertEqual(
            audit(self.clean), (0, "nss_call_audit: 1 file: 0 violations, 0 cannot be decided, 0 excepted\n", "")
        )

    def test_wrong_usage_and_files_that_cannot_be_read_have_status_2(self):
        text = self.built.folder / "text"
        text.write_text("no program\n")
        empty = self.folder("nothing_to_audit")
        for arguments in ([], ["--no-such-option", self.seed], ["/nonexistent"], [text], [empty]):
            self.assertEqual(audit(*arguments)[0], 2, arguments)
        self.assertEqual(audit("--libs=/nonexistent", self.seed)[0], 2)
        self.assertEqual(audit("--table=/dev/null", self.seed)[0], 2)
        self.assertEqual(audit(f"--exceptions={text}", self.seed)[0], 2)
        self.assertEqual(audit(self.seed, "/nonexistent")[0], 2)

    def test_help_says_what_the_statuses_mean(self):
        status, output, _ = audit("--help")
        self.assertEqual(status, 0)
        self.assertIn("Status: 0 clean, 1 violations", output)

    def test_functions_are_named_as_in_the_source(self):
        source = "namespace host { int LogOut(PK11SlotInfo* slot) { return PK11_Logout(slot); } }\n"
        report = audited(self.built.compile("named", "#include <pk11pub.h>\n" + source))
        self.assertEqual([v["function"] for v in report["violations"]], ["host::LogOut(PK11SlotInfoStr*)"])

    def test_life_cycle_functions_name_the_owner(self):
        path = self.built.compile("life", "#include <nss.h>\nSECStatus Stop() { return NSS_Shutdown(); }\n")
        self.assertIn("Stop(): NSS_Shutdown (LIFE): only psm::SecurityManager may", audit(path)[1])

    def test_archives_name_the_member(self):
        for tool, flags in (("ar", "rcs"), ("llvm-ar", "rcs"), ("ar", "rcS")):
            archive = self.built.folder / f"lib_{tool}_{flags}.a"
            long_name = self.folder(f"long_{tool}_{flags}") / "a_name_that_does_not_fit_into_a_header.o"
            shutil.copy(self.seed, long_name)
            run(tool, flags, archive, self.seed, self.clean, long_name)
            report = audited(archive)
            self.assertEqual(report["files"], 3)
            self.assertEqual({v["member"] for v in report["violations"]}, {self.seed.name, long_name.name})

    def test_thin_archives_are_followed(self):
        archive = self.built.folder / "libthin.a"
        run("ar", "rcs", "--thin", archive, self.seed, self.clean)
        self.assertEqual({v["path"] for v in audited(archive)["violations"]}, {str(self.seed)})
        self.assertEqual(audited(archive, self.seed)["files"], 2)
        archive.write_bytes(archive.read_bytes().replace(b"prototypes.c.o", b"missing.xxxx.o"))
        self.assertEqual(audit(archive)[0], 2)

    def test_folders_are_walked(self):
        folder = self.folder("tree", self.clean)
        (folder / "below").mkdir()
        shutil.copy(self.seed, folder / "below" / "seed.o")
        (folder / "README").write_text("no object\n")
        (folder / "again.o").symlink_to("below/seed.o")
        (folder / "around").symlink_to(folder)
        report = audited(folder)
        self.assertEqual(report["files"], 2)
        self.assertEqual(symbols(report), set(SEEDS["prototypes"][1]))

    def test_a_function_of_a_newer_nss_is_a_violation(self):
        table = self.built.folder / "coverage.tsv"
        lines = (GENERATED / "coverage.tsv").read_text().splitlines(keepends=True)
        unheard_of = ("PK11_NeedLogin\t", "SECITEM_DupItem\t")
        table.write_text("".join(line for line in lines if not line.startswith(unheard_of)))
        ungated = self.built.compile("ungated", CLEAN["ungated"], "c")
        report = audited(f"--table={table}", ungated, self.seed)
        self.assertEqual(
            {(v["symbol"], v["class"]) for v in report["violations"]},
            {("SECITEM_DupItem", "unknown"), ("PK11_NeedLogin", "unknown"), ("PK11_NeedUserInit", "GATE")},
        )

    def test_exceptions_let_through_what_they_name_and_no_more(self):
        exceptions = self.built.folder / "exceptions.txt"
        exceptions.write_text("# of the test\nprototypes.c.o  PK11_NeedL*,PK11_Other  to see that it works\n")
        report = audited(f"--exceptions={exceptions}", self.seed)
        self.assertEqual((symbols(report), report["excepted"]), ({"PK11_NeedUserInit"}, 1))
        exceptions.write_text("prototypes.c.o * to see that it works\nelsewhere.o * not audited now\n")
        self.assertEqual(audit(f"--exceptions={exceptions}", self.seed)[0], 0)

    def test_an_exception_without_need_is_an_error(self):
        exceptions = self.built.folder / "exceptions.txt"
        exceptions.write_text("message.c.o PK11_Logout it had one once\n")
        status, output, _ = audit(f"--exceptions={exceptions}", self.clean)
        self.assertEqual(status, 1)
        self.assertIn("exception without need: ", output)

    def test_an_exception_needs_a_reason(self):
        exceptions = self.built.folder / "exceptions.txt"
        exceptions.write_text("prototypes.c.o *\n")
        self.assertEqual(audit(f"--exceptions={exceptions}", self.seed)[0], 2)

    def test_broken_and_foreign_files_cannot_be_decided(self):
        whole = self.seed.read_bytes()
        folder = self.folder("broken")
        (folder / "half.o").write_bytes(whole[: len(whole) // 2])
        (folder / "header.o").write_bytes(whole[:40])
        (folder / "arm.o").write_bytes(whole[:18] + b"\xb7" + whole[19:])
        (folder / "word32.o").write_bytes(whole[:4] + b"\x01" + whole[5:])
        (folder / "no_sections.o").write_bytes(whole[:40] + bytes(8) + whole[48:])
        report = audited(folder)
        self.assertEqual((len(report["undecided"]), report["violations"]), (5, []))
        self.assertEqual(audit(folder)[0], 1)

    def test_no_damage_to_a_file_makes_it_fall_over(self):
        whole = self.seed.read_bytes()
        folder = self.folder("damaged")
        for number, at in enumerate(range(4, len(whole), max(1, len(whole) // 300))):
            (folder / f"{number}.o").write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        status, output, errors = audit(folder)
        self.assertEqual((status, errors), (1, ""))
        self.assertNotIn("Traceback", output)

    def test_intermediate_code_that_cannot_be_read_cannot_be_decided(self):
        for way in ("gcc -flto", "clang -flto"):
            built = Built(self.folder(way.replace(" ", "_")), way)
            path = built.compile("message", CLEAN["message"], "c")
            done = subprocess.run(
                ["/usr/bin/python3", AUDIT, f"--libs={NSS_FOLDER}", path],
                env={"PATH": str(built.folder)},
                stdout=subprocess.PIPE,
                text=True,
                timeout=AUDIT_TIMEOUT_S,
                check=False,
            )
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stdout, f"cannot be decided: link-time optimisation: no {built.c} on PATH")

    def test_a_thunk_is_known_by_what_it_does(self):
        """A function that is only called psm_raw_X is none."""
        source = r"""
extern int PK11_Logout(void*);
int psm_raw_PK11_Logout(void* slot) { return PK11_Logout(slot) + 1; }
int psm_raw_PK11_NeedLogin(void* slot) { return PK11_Logout(slot); }
__asm__(
    ".section .text.psm_raw_PK11_LogoutAll, \"ax\"\n"
    ".type psm_raw_PK11_LogoutAll, @function\n"
    "psm_raw_PK11_LogoutAll: jmp *PK11_LogoutAll@GOTPCREL(%rip)\n"
    ".size psm_raw_PK11_LogoutAll, . - psm_raw_PK11_LogoutAll\n"
    ".text\n");
"""
        for way in ("gcc -O0", "gcc -fno-plt"):
            built = Built(self.folder("thunks_" + way.replace(" ", "_")), way)
            report = audited(built.compile("thunks", source, "c"))
            self.assertEqual(
                {(v["function"], v["symbol"]) for v in report["violations"]},
                {("psm_raw_PK11_Logout", "PK11_Logout"), ("psm_raw_PK11_NeedLogin", "PK11_Logout")},
            )

    def test_a_jump_in_a_stripped_file(self):
        """It is decided by unwind data, which compilers write, and by what thunks end with."""
        tail_call = "extern int PK11_Logout(void*);\nint Seed(void* slot) { return PK11_Logout(slot); }\n"
        thunk = '__asm__(".globl Thunk\\n.type Thunk, @function\\nThunk: jmp *PK11_Logout@GOTPCREL(%rip)\\n{}\\n");\n'
        for name, flags, source, expected in (
            ("tail_call", [], tail_call, (1, 0)),
            ("tail_call_without_unwind_data", ["-fno-asynchronous-unwind-tables"], tail_call, (0, 1)),
            ("thunk", [], thunk.format("ud2"), (0, 0)),
            ("jump", [], thunk.format(""), (0, 1)),
        ):
            built = Built(self.folder(name), "gcc -fno-plt")
            built.flags = [*built.flags, *flags]
            objects = [built.compile(name, source, "c"), built.compile("main", "int main() {}")]
            for linker in built.linkers:
                path = strip(built.link(linker, name, objects)[1])
                report = audited(path)
                self.assertEqual((len(report["violations"]), len(report["undecided"])), expected, path)
                if expected[1]:
                    status, output, _ = audit(path)
                    self.assertEqual(status, 1)
                    self.assertIn("cannot be decided: PK11_Logout: stripped", output)


if __name__ == "__main__":
    unittest.main()
