"""The text of the generated files."""

import dataclasses
import re

import coverage_table

BANNER = "// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.\n"

# ---- One wrapper ----

WORDS_OF_C = "const|struct|union|enum|signed|unsigned|void|char|short|int|long|float|double"


def qualified(kind):
    """A type as namespace psm::nss must write it: psm has names of its own, such as psm::KeyType."""
    return re.sub(rf"\b(?!(?:{WORDS_OF_C})\b)([A-Za-z_]\w*)", r"::\1", kind)


def in_namespace(call):
    """The call with its types qualified."""
    function = call.function
    parameters = tuple(dataclasses.replace(p, type=qualified(p.type)) for p in function.parameters)
    function = dataclasses.replace(function, result=qualified(function.result), parameters=parameters)
    return dataclasses.replace(call, function=function)


def parameter_list(call):
    function = call.function
    declared = [parameter.declare() for parameter in function.parameters]
    if function.variadic:
        declared.append("...")
    return "(" + ", ".join(declared) + ")"


def arguments(call):
    return ", ".join(parameter.name for parameter in call.function.parameters)


def count(call, references, verb):
    """Gave or Took for each reference. What is said only after success tests `answer`, the call's result."""
    success = {"SECStatus": "answer == SECSuccess", "CK_OBJECT_HANDLE": "answer != CK_INVALID_HANDLE"}
    lines = []
    for reference in references:
        name = "answer" if reference.parameter is None else call.function.parameters[reference.parameter].name
        conditions = []
        if reference.when == "success" or (verb == "Gave" and reference.parameter is not None):
            if call.function.result.endswith("*"):
                conditions.append("answer != nullptr")
            elif call.function.result != "void":
                conditions.append(success.get(call.function.result.lstrip(":"), "answer != 0"))
        if verb == "Gave" and reference.parameter is not None:
            conditions.append(f"{name} != nullptr")
            name = "*" + name
        test = f"if ({' && '.join(conditions)}) " if conditions else ""
        # By their names, only these hand out what is already there.
        was_there = reference.parameter is None and re.search(r"_(Get|Reference|Dup)", call.name)
        said = "GaveNew" if verb == "Gave" and not was_there else verb
        lines.append(f"{test}::psm::nss_call::{said}({reference.enumerator}, {name});")
    return lines


# Class -> its gate; the other classes have none.
GATES = {
    "GATE": "CallGate",
    "OID": "LookupGate",
    "EARLY": "LookupGate",
    "FIRST": "FirstGate",
    "RELEASE": "ReleaseGate",
    "RELEASE_LIVE": "LiveReleaseGate",
}


def gate(call, refused):
    """The lines up to the point where the call may run; `refused` is what a refused one does."""
    if call.category not in GATES:
        return []
    return [
        f'::psm::nss_call::{GATES[call.category]} gate("{call.name}");',
        f"if (!gate.ok()) {refused}",
    ]


def body(call, in_c, counted, wrap_count="{}"):
    """The lines of a wrapper's body.

    `in_c`: NSS's own signature; otherwise it may answer Checked<T>. `counted`: references are, each by a statement put
    into `wrap_count`.
    """
    function = call.function
    is_void = function.result == "void"
    checked = call.checked is not None and not in_c
    if call.checked is not None and in_c:
        refused = f"return {call.checked};"
        if is_void:
            refused = f"{{ {call.checked}; return; }}" if call.checked else "return;"
    elif checked:
        refused = "return false;" if is_void else f"return ::psm::Checked<{function.result}>();"
    else:
        refused = "return;" if call.fail is None else f"return {call.fail};"

    entry = gate(call, refused)
    leave = ["gate.Leave();"] if entry else []
    lines = list(entry)
    if counted:
        always = [reference for reference in call.takes if reference.when == "always"]
        lines += [wrap_count.format(line) for line in count(call, always, "Took")]
    after = []
    if counted:
        later = [reference for reference in call.takes if reference.when != "always"]
        after = [wrap_count.format(line) for line in count(call, later, "Took") + count(call, call.gives, "Gave")]

    target = f"::psm_special_{call.name}" if call.special else f"::psm_raw_{call.name}"
    if in_c and call.only_counts:
        target = f"(PSM_COUNTED({call.name}))"
    run = f"{target}({arguments(call)})"
    if call.experimental and not call.special:
        types = ", ".join(parameter.type for parameter in function.parameters)
        lines.append(f"auto* function = reinterpret_cast<SECStatus (*)({types})>(")
        lines.append(f'    ::psm_raw_SSL_GetExperimentalAPI("{call.name}"));')
        run = f"function == nullptr ? SECFailure : function({arguments(call)})"

    if is_void:
        lines += [run + ";", *after, *leave]
        if checked:
            lines.append("return true;")
    else:
        if after or leave:
            lines += [f"{space(function.result)}answer = {run};", *after, *leave]
            run = "answer"
        lines.append(f"return ::psm::Checked<{function.result}>({run});" if checked else f"return {run};")
    return lines


def braces(head, lines):
    return head + " {\n" + "".join(f"  {line}\n" for line in lines) + "}\n"


def space(kind):
    return kind if kind.endswith("*") else kind + " "


def cxx_wrapper(call):
    """The inline function of namespace psm::nss."""
    call = in_namespace(call)
    function = call.function
    if function.variadic:
        fixed = ", ".join(parameter.declare() for parameter in function.parameters)
        lines = body(call, False, True)
        lines = [line.replace(f"({arguments(call)})", f"({arguments(call)}, more...)") for line in lines]
        head = f"inline {space(function.result)}{call.name}({fixed}, More... more)"
        return braces(f"template <typename... More>\n{head}", lines)
    result = function.result
    if call.checked is not None:
        result = "[[nodiscard]] inline bool" if result == "void" else f"inline ::psm::Checked<{result}>"
    else:
        result = "inline " + result
    return braces(f"{space(result)}{call.name}{parameter_list(call)}", body(call, False, True))


def c_function(call, rules):
    """The out-of-line function, psm_nss_X or, in the interposer, X itself."""
    function = call.function
    lines = body(call, True, True, "PSM_COUNT({})")
    if function.variadic:
        rule = rules["variadic"][call.name]
        kind, last, most = rule["type"], rule["last"], rule["most"]
        first = function.parameters[-1].name
        more = ", ".join(f"more[{i}]" for i in range(most))
        gate_lines = gate(call, f"return {call.fail};")
        lines = [line.replace(f"({arguments(call)})", f"({arguments(call)}, {more})") for line in lines]
        lines = [
            f"{space(kind)}more[{most}];",
            f"for ({space(kind)}&item : more) item = {last};",
            "va_list rest;",
            f"va_start(rest, {first});",
            f"{space(kind)}item = {first};",
            f"for (int i = 0; i < {most} && item != {last}; ++i) item = more[i] = va_arg(rest, {kind});",
            "va_end(rest);",
            *gate_lines,
            f"if (item != {last}) {{",
            "  PORT_SetError(SEC_ERROR_INVALID_ARGS);",
            "  gate.Leave();",
            f"  return {call.fail};",
            "}",
            *lines[len(gate_lines) :],
        ]
    macro = "PSM_EXPERIMENTAL" if call.experimental else "PSM_CALL"
    return braces(f"{macro}({function.result}, {call.name}){parameter_list(call)}", lines)


# ---- Shadow headers ----


def guard(header):
    return "PSM_NSS_" + header.upper().replace(".", "_").replace("-", "_") + "_"


def raw_declarations(calls):
    """psm_raw_X and psm_special_X of functions that source code may not name; an experimental one has no symbol."""
    lines = []
    for call in calls:
        if not call.experimental:
            lines.append(f"PSM_NSS_RAW({call.name});\n")
            if call.special:
                lines.append(f"PSM_NSS_SPECIAL({call.name});\n")
        elif call.special:
            lines.append(f"PSM_EXPORT SECStatus psm_special_{call.name}{parameter_list(call)};\n")
    return lines


def shadow_cxx(calls):
    """For C++: psm::nss, and the bans of the raw names."""
    forbidden = [call for call in calls if call.forbidden]
    out = [f"#undef {call.name}\n" for call in calls if call.experimental]
    out += ['extern "C" {\n', *raw_declarations(forbidden), '}  // extern "C"\n\n']
    # A source may put extern "C" round the header.
    out.append('extern "C++" {\nnamespace psm::nss {\n\n')
    life = [call for call in calls if call.category == "LIFE" and call.wrapped]
    for call in calls:
        if not call.forbidden:
            out.append(f"using ::{call.name};\n")
    out.append("\n")
    for call in calls:
        if call.wrapped and not call.banned and call.category != "LIFE":
            out.append(cxx_wrapper(call) + "\n")
    if life:
        out.append("#ifdef PSM_NSS_STANDALONE\n\n")
        out += [cxx_wrapper(call) + "\n" for call in life]
        out.append("#endif  // PSM_NSS_STANDALONE\n\n")
    out.append('}  // namespace psm::nss\n}  // extern "C++"\n\n')
    for call in forbidden:
        if call.experimental:
            out.append(f"PSM_NSS_BAN_MACRO({call.name}, {parameter_list(call)});\n")
        elif call.banned:
            out.append(f'PSM_NSS_BAN_FOR({call.name}, "{call.reason}");\n')
        elif call.category == "LIFE":
            out.append(f"PSM_NSS_BAN_LIFE({call.name});\n")
        else:
            out.append(f"PSM_NSS_BAN({call.name});\n")
    return "".join(out)


def shadow_c(calls):
    """For C, and C++ with PSM_NSS_RENAME: the raw names are macros for the wrappers out of line."""
    renamed = [call for call in calls if call.wrapped and not call.experimental and call.category != "LIFE"]
    life = [call for call in calls if call.category == "LIFE"]
    out = ["PSM_NSS_BEGIN_C\n"]
    out += [f"PSM_NSS_RENAMED({call.name});\n" for call in renamed]
    if life:
        out.append("#ifdef PSM_NSS_STANDALONE\n")
        out += [f"PSM_NSS_RENAMED({call.name});\n" for call in life if call.wrapped]
        out.append("#else\n")
        out += [f"PSM_NSS_BAN_LIFE({call.name});\n" for call in life]
        out.append("#endif\n")
    out.append("PSM_NSS_END_C\n\n")
    out += [f"#define {call.name} psm_nss_{call.name}\n" for call in renamed]
    if life:
        out.append("#ifdef PSM_NSS_STANDALONE\n")
        out += [f"#define {call.name} psm_nss_{call.name}\n" for call in life if call.wrapped]
        out.append("#endif\n")
    return "".join(out)


def shadow_header(header, calls, before, bare, after):
    """A header found before the installed one of the same name."""
    out = [BANNER, f"// <{header}> of NSS, gated; nss_glue/shadow.h has the rules.\n\n"]
    out.append(f"#ifndef {guard(header)}\n#define {guard(header)}\n\n#include \"nss_glue/shadow.h\"\n")
    out += [f"#include <{other}>\n" for other in before]
    inner = f"#include_next <{header}>\n"
    out.append(f"\nPSM_NSS_BEGIN_C\n{inner}PSM_NSS_END_C\n" if bare else f"\n{inner}")
    out += [f"#include <{other}>\n" for other in after]
    if any(call.forbidden for call in calls):
        out += ["\n#ifdef PSM_NSS_RENAMES\n\n", shadow_c(calls), "\n#else\n\n", shadow_cxx(calls)]
        out.append("\n#endif  // PSM_NSS_RENAMES\n")
    elif calls:
        uses = "".join(f"using ::{call.name};\n" for call in calls)
        out.append(f"\n#ifndef PSM_NSS_RENAMES\nnamespace psm::nss {{\n{uses}}}  // namespace psm::nss\n#endif\n")
    out.append(f"\n#endif  // {guard(header)}\n")
    return "".join(out)


def forwarding_header(header):
    return f"{BANNER}// For sources that write <nss/{header}>.\n\n#include <{header}>\n"


# ---- For the glue ----


def raw_h(calls, headers):
    declared = [call for call in calls if not call.experimental]
    shadowed = [call for call in calls if call.forbidden and (call.experimental or call.visible)]
    others = [call for call in declared if not (call.forbidden and call.visible)]
    out = [BANNER]
    out.append("""// NSS for nss_glue/: psm_raw_PK11_Foo is PK11_Foo without the gate, a jump through its GOT entry
// (thunks.S), and psm_special_PK11_Foo the hand-written function that a wrapper calls instead.
// Nothing outside nss_glue/ may name either.

#ifndef NSS_GLUE_GENERATED_RAW_H_
#define NSS_GLUE_GENERATED_RAW_H_

#include "nss_glue/raw_macros.h"

""")
    for header, before, bare in headers:
        out += [f"#include <{other}>\n" for other in before]
        if bare:
            # A wrapped header does it itself.
            out.append('#ifndef NSS_GLUE_SHADOW_H_\nextern "C" {\n#endif\n')
        out.append(f"#include <{header}>\n")
        if bare:
            out.append("#ifndef NSS_GLUE_SHADOW_H_\n}\n#endif\n")
    out.append('\nextern "C" {\n\n// The wrapped headers have these themselves.\n#ifndef NSS_GLUE_SHADOW_H_\n')
    out += raw_declarations(shadowed)
    out.append("#endif\n\n")
    forbidden = {call.name for call in shadowed}
    for call in others:
        twin = call.function.declared_as
        if twin in forbidden:
            twin = "psm_raw_" + twin
        out.append(f"PSM_NSS_RAW_AS({call.name}, {twin});\n")
        if call.special:
            out.append(f"PSM_NSS_SPECIAL_AS({call.name}, {twin});\n")
    out.append('\n}  // extern "C"\n\n#endif  // NSS_GLUE_GENERATED_RAW_H_\n')
    return "".join(out)


def thunks_s(calls):
    out = [BANNER]
    out.append("""// psm_raw_X jumps to X: through its GOT entry or, in the interposer, which defines X itself, through
// a table (calls.cc). One section each, so that --gc-sections leaves only those in use. The ud2 is
// never reached: it tells tools/nss_call_audit a thunk from a call that was compiled to a jump.

#ifndef __x86_64__
#error "the thunks are written for x86-64"
#endif

.macro thunk name, index
  .section .text.psm_raw_\\name, "ax", @progbits
  .globl psm_raw_\\name
  .hidden psm_raw_\\name
  .type psm_raw_\\name, @function
psm_raw_\\name:
#ifdef PSM_INTERPOSER
  jmp *psm_raw_table+8*\\index(%rip)
#else
  jmp *\\name@GOTPCREL(%rip)
#endif
  ud2
  .size psm_raw_\\name, . - psm_raw_\\name
.endm

""")
    names = [call.name for call in calls if not call.experimental]
    out += [f"thunk {name}, {index}\n" for index, name in enumerate(names)]
    out.append('\n.section .note.GNU-stack, "", @progbits\n')
    return "".join(out)


def calls_cc(calls, rules):
    wrapped = [call for call in calls if call.wrapped]
    names = [call.name for call in calls if not call.experimental]
    experimental = [call.name for call in wrapped if call.experimental]
    out = [BANNER]
    out.append("""// The wrappers out of line, for C and for code that is already compiled: psm_nss_X. With
// PSM_INTERPOSER they are X itself, for LD_PRELOAD; what NSS calls in itself comes here too then,
// and is not counted.

#include <secerr.h>
#include <sslerr.h>
#include <stdarg.h>
#include <string.h>

#include "nss_glue/generated/raw.h"
#include "nss_glue/nss_call.h"
#include "nss_glue/references.h"
#include "shutdown/gate.h"
#ifdef PSM_INTERPOSER
#include "nss_glue/interposer/callers.h"  // nogncheck: there only
#endif

// NSS's own prototypes put an enum before the "..."; it travels as an int.
#pragma GCC diagnostic ignored "-Wvarargs"

#ifdef PSM_INTERPOSER
#define PSM_CALL(result, name) extern "C" PSM_EXPORT result name
#define PSM_IS_PROGRAMS ::psm::interposer::IsOfProgram(__builtin_return_address(0))
#define PSM_COUNT(...) if (PSM_IS_PROGRAMS) { __VA_ARGS__ }
#define PSM_COUNTED(name) PSM_IS_PROGRAMS ? ::psm_special_##name : ::psm_raw_##name
#else
#define PSM_CALL(result, name) extern "C" PSM_EXPORT result psm_nss_##name
#define PSM_COUNT(...) __VA_ARGS__
#define PSM_COUNTED(name) ::psm_special_##name
#endif
#define PSM_EXPERIMENTAL(result, name) extern "C" PSM_EXPORT result psm_nss_##name

""")
    for call in wrapped:
        if call.name != "SSL_GetExperimentalAPI":
            out.append(c_function(call, rules) + "\n")
    out.append("""// Needs no gate: it hands out the wrappers above. What this does not know would come back ungated.
PSM_CALL(void *, SSL_GetExperimentalAPI)(const char *name) {
#define PSM_KNOWN(known) \\
  if (strcmp(name, #known) == 0) return reinterpret_cast<void *>(psm_nss_##known)
""")
    out += [f"  PSM_KNOWN({name});\n" for name in experimental]
    out.append("""#undef PSM_KNOWN
  PORT_SetError(SSL_ERROR_UNSUPPORTED_EXPERIMENTAL_API);
  return nullptr;
}

#ifdef PSM_INTERPOSER
// What the thunks jump through, filled by the interposer before any of them runs.
extern "C" {
extern const char *const psm_raw_names[];
extern const int psm_raw_count;
extern void *psm_raw_table[];
}
const char *const psm_raw_names[] = {
""")
    out += [f'    "{name}",\n' for name in names]
    out.append(f"""}};
const int psm_raw_count = {len(names)};
__attribute__((visibility("hidden"))) void *psm_raw_table[{len(names)}];
#endif  // PSM_INTERPOSER
""")
    return "".join(out)


# ---- For hosts ----


def redefine_syms(calls):
    """For objcopy --redefine-syms=, over archives of code that calls NSS."""
    return "".join(f"{call.name} psm_nss_{call.name}\n" for call in calls if call.wrapped and not call.experimental)


def status_h(calls, headers):
    out = [BANNER]
    out.append("""// The wrapped functions once more, for new code: psm::nss_status::PK11_Foo answers absl::Status or
// absl::StatusOr<T>. Not included by anything: its includes cost a translation unit 0.6 s.
//
//   absl::StatusOr<PK11SlotInfo*> slot = psm::nss_status::PK11_GetInternalKeySlot();
//
//   NSS's result          here                   an error when
//   SECStatus, void       absl::Status           not SECSuccess; NSS was not live
//   T*                    absl::StatusOr<T*>     null, also where null means "not found"
//   anything else, T      absl::StatusOr<T>      NSS was not live; the function's own failure value
//                                                comes through as NSS gave it

#ifndef NSS_GLUE_GENERATED_STATUS_H_
#define NSS_GLUE_GENERATED_STATUS_H_

""")
    out += [f"#include <{header}>\n" for header in headers]
    out.append('\n#include "nss_glue/status_call.h"\n\nnamespace psm::nss_status {\n\n')
    for call in calls:
        callable_here = call.wrapped and call.visible and not call.banned and not call.function.variadic
        if call.category in ("GATE", "FIRST") and callable_here:
            out.append(f'inline constexpr nss_call::StatusForm<&nss::{call.name}> {call.name}{{"{call.name}"}};\n')
    out.append("\n}  // namespace psm::nss_status\n\n#endif  // NSS_GLUE_GENERATED_STATUS_H_\n")
    return "".join(out)


def coverage_tsv(calls, undeclared, data, rules):
    """Every export of the four libraries, in exactly one class."""
    rows = []
    for call in calls:
        if call.experimental:
            continue
        shape = []
        if call.checked is not None:
            shape.append("checked")
        if call.special:
            shape.append("special")
        if call.banned:
            shape.append("banned")
        answer = call.fail if call.fail is not None else "-"
        if call.checked is not None:
            answer = "empty Checked; in C: " + (call.checked or "-")
        place = (call.name, call.function.library, call.function.header)
        rows.append((*place, call.category, answer, ",".join(shape) or "-", call.reason))
    for name, library in undeclared.items():
        rows.append((name, library, "-", "UNDECLARED", "-", "-", rules["undeclared"][name]))
    for name, library in data.items():
        rows.append((name, library, "-", "DATA", "-", "-", rules["data"]["reason"]))
    return "".join("\t".join(row) + "\n" for row in [coverage_table.COLUMNS, *sorted(rows)])
