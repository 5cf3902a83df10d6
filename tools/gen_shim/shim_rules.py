"""rules.toml and references.toml, checked against what NSS exports, and turned into one Call for each function."""

import dataclasses
import pathlib
import re
import tomllib

import nss_api
from coverage_table import UNGATED

HERE = pathlib.Path(__file__).resolve().parent
GLUE = HERE.parent.parent / "nss_glue"


@dataclasses.dataclass(frozen=True)
class Reference:
    kind: str  # of enum ReferenceKind: "certificate"
    parameter: int | None  # None: the result
    when: str  # "always" or "success"

    @property
    def enumerator(self):
        return "::psm::ReferenceKind::k" + "".join(word.capitalize() for word in self.kind.split("_"))


@dataclasses.dataclass(frozen=True)
class Call:
    function: nss_api.Function
    category: str
    reason: str
    fail: str | None  # what a refused call answers; None: nothing, its result is void
    checked: str | None  # the C form's answer; None: the wrapper has NSS's own signature
    special: bool  # the wrapper calls psm_special_X
    banned: bool  # no source may name it
    experimental: bool
    gives: tuple = ()
    takes: tuple = ()
    only_counts: bool = False  # psm_special_X is NSS's X, and counts references

    @property
    def name(self):
        return self.function.name

    @property
    def wrapped(self):
        """There is a wrapper, and the raw name is forbidden."""
        if self.category in ("LIFE", "WAIT"):
            return self.special
        return self.special or self.category not in UNGATED

    @property
    def forbidden(self):
        """Source code may not use the raw name."""
        return self.wrapped or self.category not in UNGATED

    @property
    def visible(self):
        """An ordinary translation unit sees its declaration; the others need USE_UTIL_DIRECTLY."""
        return self.function.declared_as == self.name


class Error(Exception):
    """What a rule says is false, or a rule is missing."""


def load(name):
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def category_of(function, exported, listed):
    if function.name in listed:
        return listed[function.name]
    if function.library == "nssutil3" or function.name + "_Util" in exported:
        return "UTIL"
    return "TEMPLATE" if re.fullmatch(r"NSS_Get_\w+Template", function.name) else "GATE"


def fail_of(function, rules):
    if function.result == "void":
        return None
    if function.result.endswith("*"):
        return "nullptr"
    if function.name in rules["fail_of"]:
        return rules["fail_of"][function.name]
    if function.name in rules["checked"] or function.result in rules["fail"]:
        return rules["fail"].get(function.result)
    raise Error(f"rules.toml [fail] has no value for {function.result}, the result of {function.name}")


def specials():
    """The functions that nss_glue/ wraps by hand, and where: it defines psm_special_X."""
    found = {}
    for path in sorted(GLUE.glob("**/*.cc")):
        if "generated" not in path.parts:
            for name in re.findall(r"^(?![ /]).*\bpsm_special_(\w+)\(", path.read_text(encoding="utf-8"), re.M):
                if name in found:
                    raise Error(f"psm_special_{name} is in two files")
                found[name] = path.relative_to(GLUE.parent)
    return found


def references(function, rule, kinds):
    """(gives, takes) of a function's rule."""

    def one(entry, is_out):
        unknown = set(entry) - {"kind", "from", "param", "when"}
        if unknown or entry["kind"] not in kinds:
            raise Error(f"references.toml: {function.name}: {entry}")
        parameter = entry.get("param")
        if (parameter is None) != (entry.get("from") == "return"):
            raise Error(f"references.toml: {function.name}: {entry}")
        if parameter is not None and parameter >= len(function.parameters):
            raise Error(f"references.toml: {function.name} has no parameter {parameter}")
        if is_out and parameter is not None and function.parameters[parameter].type.count("*") < 2:
            raise Error(f"references.toml: parameter {parameter} of {function.name} is no pointer to a pointer")
        return Reference(entry["kind"], parameter, entry.get("when", "always"))

    gives = tuple(one(entry, True) for entry in rule.get("gives", ()))
    takes = tuple(one(entry, False) for entry in rule.get("takes", ()))
    return gives, takes


def calls(rules, exported, functions, experimental):
    """name -> Call, in the order of the names."""
    counted = load("references.toml")
    listed = {}
    for category, rule in rules["class"].items():
        for name in rule.get("names", ()):
            if listed.setdefault(name, category) != category:
                raise Error(f"{name} is in two classes")
    experimental_listed = {name: category for category, rule in rules["experimental"].items() for name in rule["names"]}

    by_hand = specials()
    everything = functions | experimental
    for what, names in {
        "class": listed,
        "fail_of": rules["fail_of"],
        "checked": rules["checked"],
        "variadic": rules["variadic"],
        "banned": rules["banned"],
        "experimental": experimental_listed,
        "references.toml": counted["functions"],
        "psm_special_": by_hand,
    }.items():
        for name in names:
            if name not in everything:
                raise Error(f"{what}: NSS has no {name}")

    result = {}
    for name, function in sorted(everything.items()):
        is_experimental = name in experimental
        if is_experimental:
            category = experimental_listed.get(name, "GATE")
        else:
            category = category_of(function, exported, listed)
        if function.variadic and name not in rules["variadic"]:
            raise Error(f"{name} is variadic, and rules.toml does not say how it ends")
        if name in rules["checked"] and category != "GATE":
            raise Error(f"{name} is checked and not gated")
        reason = rules["class"][category]["reason"]
        checked = rules["checked"].get(name)
        if checked:
            reason = checked["reason"]
        if name in rules["banned"]:
            reason = rules["banned"][name]
        if name in by_hand:
            reason += f"; written by hand in {by_hand[name]}"
        rule = counted["functions"].get(name, {})
        if "special" in rule and name not in by_hand:
            raise Error(f"references.toml: {name} is special, and nobody wrote psm_special_{name}")
        gives, takes = references(function, rule, counted["kinds"])
        needs_fail = category in ("WAIT", "GATE", "FIRST", "OID", "EARLY", "RELEASE", "RELEASE_LIVE")
        result[name] = Call(
            function,
            category,
            reason,
            fail_of(function, rules) if needs_fail else None,
            checked["safe"] if checked else None,
            name in by_hand,
            name in rules["banned"],
            is_experimental,
            gives,
            takes,
            by_hand.get(name, GLUE).name == "reference_specials.cc",
        )
    return result
