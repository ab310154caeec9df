"""The list of components is CycloneDX, names all that users get, and is made from the lock."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from release.artifacts import Artifacts
from release.errors import ReleaseError
from release.locked import read_lock
from release.sbom import make_sbom
from tests.release.checkouts import COMMIT_TIME, ROOT

if TYPE_CHECKING:
    from pathlib import Path

LOCK = ROOT / "requirements" / "runtime.txt"


@pytest.fixture
def document(built: Artifacts) -> Any:
    """Return the list of components."""
    return json.loads(built.sbom.read_text("utf-8"))


def project() -> Any:
    """Return the table `project` of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def names(requirements: list[str]) -> set[str]:
    """Return the normalized names of requirements."""
    return {canonicalize_name(Requirement(text).name) for text in requirements}


def test_it_is_cyclonedx(built: Artifacts) -> None:
    """The schema of its version takes it, unknown members refused."""
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(built.sbom.read_text("utf-8")) is None


def test_every_dependency_of_the_project_is_a_component(document: Any) -> None:
    """With a version, a package URL and hashes; the extra's are optional."""
    components = {component["name"]: component for component in document["components"]}
    direct = names(project()["dependencies"])
    extra = names(project()["optional-dependencies"]["sandbox"])
    assert direct | extra <= set(components)
    assert {components[name]["scope"] for name in direct} == {"required"}
    assert {components[name]["scope"] for name in extra} == {"optional"}
    # What httpx asks for is there with it, what pydantic asks for is not.
    assert components["httpcore"]["scope"] == "required"
    assert components["pydantic-core"]["scope"] == "optional"
    for name, component in components.items():
        assert component["purl"] == f"pkg:pypi/{name}@{component['version']}"
        assert component["hashes"]


def test_the_components_are_those_of_the_lock(document: Any) -> None:
    """Neither more nor less, each with all of its hashes."""
    text = LOCK.read_text("utf-8")
    assert [f"{each['name']}=={each['version']}" for each in document["components"]] == (
        re.findall(r"(?m)^[\w.-]+==[^ ]+", text)
    )
    hashes = [each["content"] for part in document["components"] for each in part["hashes"]]
    assert sorted(hashes) == sorted(re.findall(r"--hash=sha256:(\w+)", text))


def test_it_is_about_the_wheel_beside_it(document: Any, built: Artifacts) -> None:
    """Name, version, sum and licence are the wheel's; the time is the commit's."""
    about = document["metadata"]["component"]
    assert (about["name"], about["version"]) == ("talkdesk-client", built.version)
    assert about["hashes"] == [{"alg": "SHA-256", "content": built.sums[built.wheel.name]}]
    assert about["licenses"] == [{"license": {"id": project()["license"]}}]
    assert document["metadata"]["timestamp"] == "2026-01-01T00:00:00+00:00"


def test_it_says_who_needs_whom(document: Any) -> None:
    """The project needs what it names; every component is needed by somebody."""
    needs = {each["ref"]: set(each["dependsOn"]) for each in document["dependencies"]}
    (root,) = (ref for ref in needs if ref.startswith("pkg:pypi/talkdesk-client@"))
    extras = project()["optional-dependencies"].values()
    direct = names([*project()["dependencies"], *(each for extra in extras for each in extra)])
    assert {ref.removeprefix("pkg:pypi/").split("@")[0] for ref in needs[root]} == direct
    components = {component["bom-ref"] for component in document["components"]}
    assert set().union(*needs.values()) == components
    assert set(needs) == components | {root}


@pytest.mark.parametrize(
    ("pattern", "text", "complaint"),
    [
        (r"(?m)^attrs==.*\n(?: .*\n)+", "", "does not hold attrs"),
        (r"(?m)^httpx==\S+", "httpx==1.0", r"httpx 1\.0 is not .*0\.28"),
        (r"(?m)^attrs==\S+ \\$", "attrs>=23 \\\\", r"line \d+: is no line of a lock"),
        (r"(?m)(^attrs==\S+ \\\n)(?: +--hash.*\n)+", r"\1", "no hash of attrs"),
        (r"(?s).*", "", "holds no package"),
    ],
)
def test_a_lock_that_does_not_fit_is_refused(
    built: Artifacts, tmp_path: Path, pattern: str, text: str, complaint: str
) -> None:
    """The message names the lock, the package, and the command that makes the lock anew."""
    lock = tmp_path / "runtime.txt"
    lock.write_text(re.sub(pattern, text, LOCK.read_text("utf-8"), count=1), "utf-8")
    with pytest.raises(ReleaseError, match=f"runtime.txt.*{complaint}.*nox -s lock"):
        make_sbom(built.wheel, lock, COMMIT_TIME)


def test_a_lock_that_is_missing_is_told(built: Artifacts, tmp_path: Path) -> None:
    """It is named."""
    with pytest.raises(ReleaseError, match=r"runtime\.txt: the lock cannot be read"):
        make_sbom(built.wheel, tmp_path / "runtime.txt", COMMIT_TIME)


def test_another_lock_has_another_serial_number(built: Artifacts, tmp_path: Path) -> None:
    """Two lists are never taken for one."""
    lock = tmp_path / "runtime.txt"
    lock.write_bytes(LOCK.read_bytes())
    same = make_sbom(built.wheel, lock, COMMIT_TIME)
    assert same == built.sbom.read_text("utf-8")
    lock.write_bytes(LOCK.read_bytes() + b"# A comment.\n")
    other = make_sbom(built.wheel, lock, COMMIT_TIME)
    assert json.loads(other)["serialNumber"] != json.loads(same)["serialNumber"]


def test_every_form_of_a_line_of_a_lock_is_read(tmp_path: Path) -> None:
    """Markers, one or several reasons, and reasons that are no package."""
    lock = tmp_path / "lock.txt"
    lock.write_text(
        "# This file was autogenerated\n\n"
        "Colour_Ama==1.0+local ; sys_platform == 'win32' \\\n"
        f"    --hash=sha256:{'a' * 64} \\\n"
        f"    --hash=sha256:{'b' * 64}\n"
        "    # via click\n"
        f"click==8 \\\n    --hash=sha256:{'c' * 64}\n"
        "    # via\n"
        "    #   -c requirements/typecheck.txt\n"
        "    #   colour-ama\n"
        "    #   talkdesk-client (pyproject.toml)\n",
        "utf-8",
    )
    first, second = read_lock(lock)
    assert (first.name, first.version) == ("colour-ama", "1.0+local")
    assert first.marker == "sys_platform == 'win32'"
    assert first.hashes == ("a" * 64, "b" * 64)
    assert first.needed_by == {canonicalize_name("click")}
    assert second.marker is None
    assert second.needed_by == {first.name}
