"""Every task of the project. `nox -l` lists them.

Plain `nox` runs what CI runs, but for the walkthrough: that runs it in turn, on a copy.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_external_run = True
nox.options.error_on_missing_interpreters = False
nox.options.download_python = "never"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = [
    *("lint", "typecheck", "check", "tests", "lowest", "without_extras", "contract", "build"),
    "demo",
]

# The classifiers are the one place that lists the versions. An absent one is skipped; nox's own is
# always there, so that no run of the tests is without any.
OWN_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
LISTED_PYTHONS = nox.project.python_versions(nox.project.load_toml("pyproject.toml"))
PYTHONS = list(dict.fromkeys([*LISTED_PYTHONS, OWN_PYTHON]))
# The groups of pyproject.toml that are locked, all of them consistent with the first.
LOCKS = (
    *("typecheck", "test", "contract", "demo", "generate", "lint", "build", "nox", "runtime"),
    "mutation",
)

# What the extras `sandbox` and `jwt` bring.
EXTRAS = ("pydantic", "pyjwt", "starlette", "uvicorn")
# The tests of what is in the wheel.
FOR_USERS = (
    *("tests/changes", "tests/client", "tests/core", "tests/docs", "tests/e2e", "tests/faults"),
    "tests/sandbox",
)
# On every core; the tests of a file stay together, as they share what is slow to make.
AT_ONCE = ("--numprocesses=auto", "--dist=loadfile")


def install(session: nox.Session, lock: str) -> None:
    """Install locked requirements, and the project in editable form without resolving its own."""
    session.install("--require-hashes", "-r", f"requirements/{lock}.txt")
    session.install("--no-deps", "--no-build-isolation", "--editable", ".")


@nox.session
def demo(session: nox.Session) -> None:
    """Regenerate the client, start the sandbox, list every callback and show a campaign."""
    install(session, "demo")
    session.run("python", "examples/demo.py", *session.posargs)


def install_wheel(session: nox.Session) -> None:
    """Install the wheel of this checkout as users do; nothing leads to its folders then."""
    folder = Path(session.create_tmp()) / "dist"
    shutil.rmtree(folder, ignore_errors=True)
    options = ("--wheel", "--no-isolation", "--outdir", str(folder))
    session.run("python", "-m", "build", *options, silent=True)
    (wheel,) = folder.glob("*.whl")
    session.install("--no-deps", "--force-reinstall", str(wheel))


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests on every Python at hand, against the built wheel."""
    session.install("--require-hashes", "-r", "requirements/test.txt")
    install_wheel(session)
    session.run("python", "-m", "pytest", *(session.posargs or AT_ONCE))


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the tests of what users get with the oldest dependencies that pyproject.toml allows."""
    session.install("--require-hashes", "-r", "requirements/test.txt")
    oldest = Path(session.create_tmp()) / "oldest.txt"
    session.run(
        *("uv", "pip", "compile", "pyproject.toml", "--extra=sandbox", "--extra=jwt", "--quiet"),
        *("--resolution", "lowest-direct", "--output-file", str(oldest)),
    )
    session.install("-r", str(oldest))
    install_wheel(session)
    session.run("python", "-m", "pytest", *(session.posargs or (*AT_ONCE, *FOR_USERS)))


@nox.session
def without_extras(session: nox.Session) -> None:
    """Run the tests of the core where nothing is installed that only an extra brings."""
    session.install("--require-hashes", "-r", "requirements/test.txt")
    install_wheel(session)
    python = str(Path(session.bin) / "python")
    session.run("uv", "pip", "uninstall", "--python", python, *EXTRAS)
    session.run("python", "-m", "pytest", *(session.posargs or ["tests/core"]))


@nox.session
def contract(session: nox.Session) -> None:
    """Try every operation of the document on the sandbox, with all that schemathesis thinks of."""
    install(session, "contract")
    session.run("python", "-m", "tests.contract.run", *session.posargs)


@nox.session
def mutation(session: nox.Session) -> None:
    """Break auth, retries, rate and pager at one place at a time, and see whether tests notice."""
    session.install("--require-hashes", "-r", "requirements/mutation.txt")
    folder = Path(session.create_tmp()) / "mutation"
    session.run("python", "-m", "tests.mutation.run", f"--folder={folder}", *session.posargs)


@nox.session
def walkthrough(session: nox.Session) -> None:
    """Do everything that docs/maintaining.md says, on a copy of the checkout."""
    session.install("--require-hashes", "-r", "requirements/typecheck.txt")
    test = "tests/docs/test_maintaining.py"
    session.run("python", "-m", "pytest", "-m", "walkthrough", test, *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, and who may import whom."""
    install(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "check", "--isolated", "--line-length=100", "generated")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def typecheck(session: nox.Session) -> None:
    """Check the types: mypy strict and pyright strict on everything, ty on what users see."""
    install(session, "typecheck")
    python = str(Path(session.bin) / "python")
    session.run("mypy")
    session.run("pyright", "--pythonpath", python)
    session.run("ty", "check", "--python", python)
    # The same judges over a generated client that uses everything the templates can write.
    session.run("python", "-m", "pytest", "tests/generator/client/test_types_of_generated.py")


@nox.session
def regenerate(session: nox.Session) -> None:
    """Make everything under generated/ anew."""
    install(session, "generate")
    session.run("python", "-m", "generator", "regenerate", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Fail when generated/ is not what spec and overlays make."""
    install(session, "generate")
    session.run("python", "-m", "generator", "regenerate", "--check")


@nox.session
def build(session: nox.Session) -> None:
    """Make dist/: wheel, sdist, list of components, sums; all of it checked."""
    session.install("--require-hashes", "-r", "requirements/build.txt")
    session.run("python", "-m", "release", "build", *session.posargs)


@nox.session
def publish(session: nox.Session) -> None:
    """Upload what `build` made: `nox -s publish -- --index-url URL`."""
    # nox would print the address; neither does this message repeat it.
    if any("@" in word and "://" in word for word in session.posargs):
        session.error(
            "an address holds a user or a password: set UV_PUBLISH_USERNAME and _PASSWORD"
        )
    session.install("--require-hashes", "-r", "requirements/build.txt")
    session.run("python", "-m", "release", "publish", *session.posargs)


@nox.session
def release(session: nox.Session) -> None:
    """Check everything, then set version and date, commit and tag: `nox -s release -- minor`."""
    locks = ("-r", "requirements/build.txt", "-r", "requirements/nox.txt")
    session.install("--require-hashes", *locks)
    session.run("python", "-m", "release", "mark", *session.posargs, "--check-only")
    session.run("python", "-m", "nox")
    session.run("python", "-m", "release", "mark", *session.posargs)


@nox.session
def lock(session: nox.Session) -> None:
    """Lock every group of pyproject.toml into requirements/, with hashes and without addresses."""
    session.install("--require-hashes", "-r", "requirements/nox.txt")
    for name in LOCKS:
        constraints = () if name == LOCKS[0] else ("--constraint", f"requirements/{LOCKS[0]}.txt")
        users = ("pyproject.toml", "--extra=sandbox", "--extra=jwt")
        runtime = () if name in {"nox", "build"} else users
        session.run(
            *("uv", "pip", "compile", *runtime, "--group", f"pyproject.toml:{name}", *constraints),
            *("--universal", "--generate-hashes", "--python-version", "3.11", "--quiet"),
            *("--custom-compile-command", "nox -s lock", *session.posargs),
            *("--output-file", f"requirements/{name}.txt"),
        )
