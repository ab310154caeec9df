"""Breaks the core at one place at a time, and says whether a test notices.

It is a program and no test of pytest: `nox -s mutation` runs it. mutmut breaks and tries; what it
may break, and what tests it runs, is said in pyproject.toml. All happens in a copy of the checkout,
whose folder `extensions` is called `src`, as mutmut knows no other name for it.

It fails when too many mutants survive, when one survives that `survivors.toml` does not explain,
and when one is explained there that does not survive.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXPLAINED = Path(__file__).with_name("survivors.toml")
COPIED = {"extensions": "src", "generated": "generated", "tests": "tests"}
LEAST_SCORE = 0.9
# Seconds for all tests; they take ten.
LONGEST = 300
# A test that no longer ends has noticed; so has an interpreter that a mutant brings down.
NOTICED = {"killed", "timeout", "segfault"}
UNNOTICED = {"survived", "no tests"}
_RESULT = re.compile(r"^\s+(\S+__mutmut_\d+): (.+)$", re.MULTILINE)
_CHANGE = re.compile(r"^([-+])(?![-+]{2} )(.*)$", re.MULTILINE)


@dataclass(frozen=True, order=True)
class Survivor:
    """A change that no test notices.

    Attributes:
        where: Module and function.
        old: The lines that went, without what stands before and after each.
        new: The lines that came.
    """

    where: str
    old: str
    new: str

    def __str__(self) -> str:
        # As an entry of survivors.toml, which takes the strings of JSON.
        where, old, new = map(json.dumps, (self.where, self.old, self.new))
        return f"[[survivor]]\nwhere = {where}\nold = {old}\nnew = {new}\n"


def main() -> int:
    """Break what is asked for, or everything, and show what came of it.

    Returns:
        0 when everything was broken, enough of it noticed, and the rest explained.
    """
    parser = argparse.ArgumentParser(prog="nox -s mutation --", description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="for the copy; emptied first")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("names", nargs="*", help="mutants to try, such as 'talkdesk_core.rate.*'")
    asked = parser.parse_args()
    folder: Path = asked.folder.resolve()
    names: list[str] = asked.names
    _copy(folder)
    tried = _mutmut(folder, "run", "--max-children", str(asked.processes), *names)
    if tried.returncode:
        _say(tried.stdout)
        return tried.returncode
    text = _mutmut(folder, "results", "--all", "true").stdout
    found = {name: status for name, status in _RESULT.findall(text) if status != "not checked"}
    survivors = {
        name: _survivor(folder, name) for name, status in found.items() if status in UNNOTICED
    }
    explained = Counter(_explained())
    doubtful = [name for name, each in survivors.items() if not explained[each]]
    if doubtful and _look_again(folder, "") != "survived":
        _say("the tests fail in a new interpreter, without any mutant")
        return 1
    with ThreadPoolExecutor(asked.processes) as pool:
        looks = pool.map(functools.partial(_look_again, folder), doubtful)
        found.update(zip(doubtful, looks, strict=True))
    left = Counter(each for name, each in survivors.items() if found[name] in UNNOTICED)
    unclear = {name: status for name, status in found.items() if status not in NOTICED | UNNOTICED}
    score = _show_scores(found)
    for each in sorted(left.elements()):
        _say(f"# Survived{'' if explained[each] else ', and nobody says why'}:\n{each}")
    for name, status in unclear.items():
        _say(f"{status}: {name}")
    if names:
        return 0
    gone = explained - left
    for each in sorted(gone):
        _say(f"# Explained in {EXPLAINED.name}, and does not survive:\n{each}")
    return int(score < LEAST_SCORE or bool(left - explained) or bool(gone) or bool(unclear))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _copy(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for source, target in COPIED.items():
        shutil.copytree(
            ROOT / source, folder / target, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", folder)
    # Where mutmut puts the mutants: Python looks once only whether a folder of its path is there.
    (folder / "mutants" / "src").mkdir(parents=True)


def _mutmut(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run mutmut, without showing what it says: it draws its progress, thousands of times."""
    return subprocess.run(
        [Path(sys.executable).with_name("mutmut"), *arguments],
        cwd=folder,
        env=_environment(folder),
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def _look_again(folder: Path, name: str) -> str:
    """Run all tests on a mutant, or on none, in a new interpreter, and return what came of it.

    mutmut forks an interpreter that has imported everything, so a mutant is not tried in what runs
    at import; and it takes no test for concerned that meets a mutant in a child process only.
    """
    settings = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    options = settings["pytest_add_cli_args"], settings["pytest_add_cli_args_test_selection"]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-x", "-q", *options[0], *options[1]],
            cwd=folder / "mutants",
            env=_environment(folder) | {"MUTANT_UNDER_TEST": name},
            check=False,
            capture_output=True,
            timeout=LONGEST,
        )
    except subprocess.TimeoutExpired:
        return "timeout"
    # Without the mutant all tests pass; it may also end pytest before the first test.
    return "killed" if done.returncode else "survived"


def _environment(folder: Path) -> dict[str, str]:
    # mutmut adds the first folder itself, but not for tests that start a Python.
    paths = folder / "mutants" / "src", folder / "generated"
    return os.environ | {"PYTHONPATH": os.pathsep.join(map(str, paths))}


def _survivor(folder: Path, name: str) -> Survivor:
    diff = _mutmut(folder, "show", name).stdout
    lines = [(sign, text.strip()) for sign, text in _CHANGE.findall(diff)]
    old, new = ("\n".join(text for sign, text in lines if sign == each) for each in "-+")
    return Survivor(".".join(_place(name)), old, new)


def _place(name: str) -> tuple[str, str]:
    """Return the module and the function of a mutant: mutmut writes `xǁClassǁmethod`, `x_f`."""
    module, _, function = name.partition("__mutmut_")[0].rpartition(".")
    return module, re.sub("^x(ǁ|_)", "", function).replace("ǁ", ".")


def _show_scores(found: dict[str, str]) -> float:
    """Print a line for each module and one for all; return the share of what was noticed."""
    modules = {name: _place(name)[0] for name in found}
    _say(f"\n{'module':<52} mutants noticed survived  score")
    for module in [*sorted(set(modules.values())), "all"]:
        here = [found[name] in NOTICED for name in found if module in {modules[name], "all"}]
        score = sum(here) / len(here) if here else 0.0
        _say(f"{module:<52} {len(here):7} {sum(here):7} {len(here) - sum(here):8} {score:6.1%}")
    _say(", ".join(f"{count} {status}" for status, count in Counter(found.values()).items()))
    return sum(status in NOTICED for status in found.values()) / max(1, len(found))


def _explained() -> list[Survivor]:
    entries = tomllib.loads(EXPLAINED.read_text("utf-8")).get("survivor", [])
    assert all(entry["why"] for entry in entries)
    return [Survivor(entry["where"], entry["old"], entry["new"]) for entry in entries]


if __name__ == "__main__":
    sys.exit(main())
