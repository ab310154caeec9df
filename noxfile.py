"""Every task of the project. `nox -l` lists them; plain `nox` runs what CI runs."""

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
nox.options.sessions = ["tests", "lint", "typecheck", "check", "build"]

ROOT = Path(__file__).parent
# The classifiers are the one place that lists the versions. An absent one is skipped; nox's own is
# always there, so that no run of the tests is without any.
OWN_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
LISTED_PYTHONS = nox.project.python_versions(nox.project.load_toml("pyproject.toml"))
PYTHONS = list(dict.fromkeys([*LISTED_PYTHONS, OWN_PYTHON]))
# The groups of pyproject.toml that are locked, all of them consistent with the first.
LOCKS = ("typecheck", "test", "demo", "generate", "lint", "build", "nox")


def install(session: nox.Session, lock: str) -> None:
    """Install locked requirements, and the project in editable form without resolving its own."""
    session.install("--require-hashes", "-r", f"requirements/{lock}.txt")
    session.install("--no-deps", "--no-build-isolation", "--editable", ".")


@nox.session
def demo(session: nox.Session) -> None:
    """Regenerate the client, start the sandbox, list every callback and show a campaign."""
    install(session, "demo")
    session.run("python", "examples/demo.py", *session.posargs)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests on every Python at hand."""
    install(session, "test")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, and who may import whom."""
    install(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "check", "--isolated", "generated")
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
    """Build dist/*.whl and dist/*.tar.gz, and check their metadata."""
    session.install("--require-hashes", "-r", "requirements/build.txt")
    shutil.rmtree(ROOT / "dist", ignore_errors=True)
    # The time of the last commit, so that the same commit gives the same bytes.
    epoch = session.run("git", "log", "-1", "--format=%ct", external=True, silent=True)
    session.run(
        *("python", "-m", "build", "--no-isolation"),
        env={"SOURCE_DATE_EPOCH": str(epoch).strip()},
    )
    made = sorted(str(path) for path in (ROOT / "dist").iterdir())
    session.run("twine", "check", "--strict", *made)


@nox.session
def lock(session: nox.Session) -> None:
    """Lock every group of pyproject.toml into requirements/, with hashes and without addresses."""
    session.install("--require-hashes", "-r", "requirements/nox.txt")
    for name in LOCKS:
        constraints = () if name == LOCKS[0] else ("--constraint", f"requirements/{LOCKS[0]}.txt")
        runtime = () if name in {"nox", "build"} else ("pyproject.toml", "--extra", "sandbox")
        session.run(
            *("uv", "pip", "compile", *runtime, "--group", f"pyproject.toml:{name}", *constraints),
            *("--universal", "--generate-hashes", "--python-version", "3.11", "--quiet"),
            *("--custom-compile-command", "nox -s lock", *session.posargs),
            *("--output-file", f"requirements/{name}.txt"),
        )
