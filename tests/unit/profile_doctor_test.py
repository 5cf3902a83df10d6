"""Runs profile_doctor as its users do: on profiles of NSS's certutil and of Firefox, sound and damaged."""

import fcntl
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile

DOCTOR = pathlib.Path(os.environ["PSM_OUT_DIR"]) / "profile_doctor"
FIREFOX = pathlib.Path(os.environ["PSM_ROOT"]) / "tests/data/firefox"
TIMEOUT_S = 60
LOOKING = ("check", "report", "list-backups", "verify-backup")


def doctor(*arguments, expect=0):
    done = subprocess.run(
        [str(DOCTOR), *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        timeout=TIMEOUT_S, check=False,
    )
    if done.returncode != expect:
        sys.exit(f"{arguments}: exit status {done.returncode}, not {expect}\n{done.stdout}")
    return done.stdout


def findings(*arguments, expect=0):
    return json.loads(doctor(*arguments, "--json", expect=expect))


def require(condition, *what):
    if not condition:
        raise AssertionError(" ".join(map(str, what)))


def fingerprint(folder):
    """Every file and folder with its bytes and times, to the nanosecond."""
    found = {}
    for path in [folder, *sorted(folder.rglob("*"))]:
        state = path.lstat()
        content = path.read_bytes() if path.is_file() else b""
        found[str(path)] = (state.st_ino, state.st_mtime_ns, state.st_ctime_ns, state.st_mode, content)
    return found


def unchanged_by(folder, *arguments, expect=0):
    before = fingerprint(folder)
    answer = findings(*arguments, expect=expect)
    require(fingerprint(folder) == before, arguments, "changed the profile")
    return answer


def make_profile(folder):
    folder.mkdir()
    (folder / "noise").write_text("x" * 100)
    with open(os.devnull, "w") as nowhere:
        subprocess.run(["certutil", "-N", "-d", f"sql:{folder}", "--empty-password"], check=True)
        subprocess.run(
            ["certutil", "-S", "-d", f"sql:{folder}", "-n", "ca", "-s", "CN=ca", "-x", "-t", "CT,C,C", "-k", "ec",
             "-q", "nistp256", "-z", str(folder / "noise")],
            check=True, stdout=nowhere, stderr=nowhere,
        )
    (folder / "noise").unlink()
    return folder


def copy_of_firefox(folder, kind):
    shutil.copytree(FIREFOX / kind, folder)
    for path in folder.iterdir():
        path.chmod(0o600)
    return folder


def damage(path, at=0.5):
    """Garbage in a whole page, that in the middle; returns what was there."""
    original = path.read_bytes()
    page = int.from_bytes(original[16:18], "big")
    start = int(len(original) * at) // page * page
    path.write_bytes(original[:start] + b"\x5a" * page + original[start + page:])
    return original


def die_while_writing(path):
    """A process dies in a transaction, when some of it is in the file already."""
    child = os.fork()
    if child == 0:
        database = sqlite3.connect(path)
        database.execute("PRAGMA cache_size = 1")
        database.execute("BEGIN IMMEDIATE")
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            database.execute(f"UPDATE {table} SET id = id || 'x'")
        for _ in range(100):
            database.execute(f"INSERT INTO {tables[0]}(id, a0) VALUES (random(), zeroblob(9000))")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    require(path.with_name(path.name + "-journal").stat().st_size > 0, "no journal was left")


def usage_is_refused(scratch):
    profile = make_profile(scratch / "usage")
    for wrong in ([], ["check"], ["cure", profile], ["check", profile, profile], ["check", profile, "--no-such"],
                  ["check", profile, "--fresh"], ["backup", profile, "--keep=0"], ["backup", profile, "--keep"],
                  ["check", profile, "--budget=soon"], ["check", scratch / "missing"], ["check", __file__]):
        doctor(*wrong, expect=2)
    require("profile_doctor COMMAND" in doctor("--help"), "no help")


def a_sound_profile_is_told_and_left_alone(scratch):
    profile = make_profile(scratch / "sound")
    for command in ("check", "report", "list-backups"):
        answer = unchanged_by(profile, command, profile)
        require(answer["verdict"] == "sound" and not answer["problems"], answer)
    facts = unchanged_by(profile, "check", profile)["facts"]
    require(facts["private_objects"] == 1 and facts["empty_password"], facts)
    require("no problem" in doctor("check", profile), "no text")


def what_a_newer_nss_wrote_is_noted(scratch):
    for kind in ("plain", "password", "fresh"):
        profile = copy_of_firefox(scratch / f"firefox {kind}", kind)
        answer = unchanged_by(profile, "report", profile)
        newer = [note for note in answer["notes"] if "newer" in note]
        require(len(newer) == {"plain": 1, "password": 2, "fresh": 0}[kind], kind, answer["notes"])


def a_fresh_folder_is_sound(scratch):
    (scratch / "empty").mkdir()
    require(unchanged_by(scratch / "empty", "check", scratch / "empty")["notes"], "not told")


def damage_is_named_and_left_alone(scratch):
    for name in ("cert9.db", "key4.db"):
        for how in ("garbage", "header", "half", "empty", "missing"):
            profile = make_profile(scratch / f"{name} {how}")
            path = profile / name
            if how == "garbage":
                damage(path)
            elif how == "header":
                damage(path, at=0)
            elif how == "missing":
                path.unlink()
            else:
                os.truncate(path, path.stat().st_size // 2 if how == "half" else 0)
            for command in ("check", "report"):
                answer = unchanged_by(profile, command, profile, expect=1)
                require(str(path) in json.dumps(answer["problems"]), how, answer)
            require("PROBLEM" in doctor("check", profile, expect=1), "no text")


def backups_are_made_listed_verified_and_restored(scratch):
    profile = make_profile(scratch / "backups")
    first = findings("backup", profile)["backup"]
    backed_up = (profile / "key4.db").read_bytes()
    second = findings("backup", profile, "--keep=2")["backup"]
    require(unchanged_by(profile, "list-backups", profile)["backups"] == [second, first], "not both")
    require(unchanged_by(profile, "verify-backup", profile)["backup"] == second, "not the newest")
    with sqlite3.connect(profile / "key4.db") as database:
        database.execute("DELETE FROM nssPrivate")
    database.close()
    changed = (profile / "key4.db").read_bytes()
    answer = findings("restore", profile, f"--backup={first}")
    require(answer["facts"]["private_objects"] == 1, answer)
    require((profile / "key4.db").stat().st_size == len(backed_up), "another size")
    kept = [path for path in answer["replaced"] if "/key4.db.replaced-" in path]
    require(len(kept) == 1 and pathlib.Path(kept[0]).read_bytes() == changed, "what was there is not kept")
    third = findings("backup", profile, "--keep=1")["backup"]
    require(findings("list-backups", profile)["backups"] == [third], "the older ones are still there")
    damage(profile / "psm-backups" / third / "key4.db")
    unchanged_by(profile, "verify-backup", profile, expect=1)
    unchanged_by(profile, "report", profile, expect=1)
    before = (profile / "key4.db").read_bytes()
    findings("restore", profile, expect=1)
    require((profile / "key4.db").read_bytes() == before, "a damaged backup was restored")
    findings("verify-backup", profile, "--backup=../..", expect=2)
    findings("restore", profile, "--backup=20200101T000000Z", expect=2)


def repair_restores_the_newest_sound_backup(scratch):
    profile = make_profile(scratch / "repair")
    require(not findings("repair", profile, "--fresh")["done"], "a sound profile was repaired")
    older = findings("backup", profile)["backup"]
    newest = findings("backup", profile)["backup"]
    damage(profile / "psm-backups" / newest / "cert9.db")
    damage(profile / "cert9.db")
    damaged = (profile / "cert9.db").read_bytes()
    answer = findings("repair", profile)
    require(answer["backup"] == older and answer["verdict"] == "sound", answer)
    kept = [path for path in answer["replaced"] if "/cert9.db.replaced-" in path]
    require(len(kept) == 1 and pathlib.Path(kept[0]).read_bytes() == damaged, "the damaged file is not kept")
    findings("check", profile)
    for name in ("cert9.db", "key4.db"):
        (profile / name).unlink()
    unchanged_by(profile, "check", profile, expect=1)
    require(findings("repair", profile)["backup"] == older, "the lost files were not restored")


def repair_without_a_backup_asks_for_fresh(scratch):
    profile = make_profile(scratch / "no backup")
    damage(profile / "key4.db")
    damaged = (profile / "key4.db").read_bytes()
    before = (profile / "key4.db").stat()
    require("--fresh" in doctor("repair", profile, expect=1), "not told")
    require((profile / "key4.db").stat().st_mtime_ns == before.st_mtime_ns, "changed all the same")
    answer = findings("repair", profile, "--fresh")
    require(not (profile / "cert9.db").exists() and not (profile / "key4.db").exists(), "still there")
    kept = [path for path in answer["replaced"] if "/key4.db.replaced-" in path]
    require(pathlib.Path(kept[0]).read_bytes() == damaged, "the damaged file is not kept")


def a_write_that_was_cut_short_is_told_and_rolled_back_by_repair(scratch):
    profile = make_profile(scratch / "journal")
    original = (profile / "key4.db").read_bytes()
    die_while_writing(profile / "key4.db")
    answer = unchanged_by(profile, "check", profile, expect=1)
    require(answer["problems"][0]["kind"] == "unfinished write", answer)
    require(findings("repair", profile)["done"], "nothing was done")
    require((profile / "key4.db").read_bytes() == original, "not rolled back")
    require(not (profile / "key4.db-journal").exists(), "the journal is still there")


def a_restore_that_was_cut_short_is_told_and_finished_by_repair(scratch):
    profile = make_profile(scratch / "restoring")
    restoring = profile / "psm-restoring"
    restoring.mkdir()
    content = {name: (profile / name).read_bytes() for name in ("cert9.db", "key4.db")}
    for name, data in content.items():
        (restoring / name).write_bytes(data)
    (restoring / "plan.json").write_text(json.dumps({"time": "20261121T190500Z", "files": list(content)}))
    (profile / "key4.db").write_bytes(b"")
    unchanged_by(profile, "check", profile, expect=1)
    findings("repair", profile)
    require((profile / "key4.db").read_bytes() == content["key4.db"], "not restored")
    require((profile / "key4.db.replaced-20261121T190500Z").read_bytes() == b"", "not kept")


def a_profile_in_use_is_not_written(scratch):
    profile = make_profile(scratch / "in use")
    findings("backup", profile)
    folder = os.open(profile, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    for command in ("backup", "restore", "repair"):
        answer = unchanged_by(profile, command, profile, expect=2)
        require(str(os.getpid()) in answer["cannot"]["what"], answer)
    for command in LOOKING:
        unchanged_by(profile, command, profile)
    os.close(folder)
    # As Firefox locks it; in another process, since reading the file here would drop the lock.
    ready, tell = os.pipe()
    firefox = os.fork()
    if firefox == 0:
        lock = open(profile / ".parentlock", "w")
        fcntl.lockf(lock, fcntl.LOCK_EX)
        os.write(tell, b"x")
        signal.pause()
    os.read(ready, 1)
    try:
        answer = unchanged_by(profile, "repair", profile, expect=2)
        require(f"process {firefox}" in answer["cannot"]["what"], answer)
    finally:
        os.kill(firefox, signal.SIGKILL)
        os.waitpid(firefox, 0)


def a_lock_that_keeps_readers_out_is_named(scratch):
    profile = make_profile(scratch / "locked")
    database = sqlite3.connect(profile / "cert9.db", isolation_level=None)
    database.execute("BEGIN EXCLUSIVE")
    answer = findings("check", profile, expect=2)
    require(str(os.getpid()) in answer["cannot"]["what"], answer)
    database.close()


def main():
    with tempfile.TemporaryDirectory() as folder:
        for test in (
            usage_is_refused,
            a_sound_profile_is_told_and_left_alone,
            what_a_newer_nss_wrote_is_noted,
            a_fresh_folder_is_sound,
            damage_is_named_and_left_alone,
            backups_are_made_listed_verified_and_restored,
            repair_restores_the_newest_sound_backup,
            repair_without_a_backup_asks_for_fresh,
            a_write_that_was_cut_short_is_told_and_rolled_back_by_repair,
            a_restore_that_was_cut_short_is_told_and_finished_by_repair,
            a_profile_in_use_is_not_written,
            a_lock_that_keeps_readers_out_is_named,
        ):
            scratch = pathlib.Path(folder) / test.__name__
            scratch.mkdir()
            test(scratch)
            print("ok", test.__name__)


if __name__ == "__main__":
    main()
