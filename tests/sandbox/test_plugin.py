"""Users' own tests get a sandbox and a client of it, and pay for neither before they use them."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import anyio
import pytest

from talkdesk_client import AsyncTalkdesk, ClientCredentials, OpaqueToken, PrivateKeyJWT, Talkdesk
from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.errors import SandboxOptionError, SandboxStateError
from talkdesk_sandbox.sandbox import AuthenticationMethod
from talkdesk_sandbox.tokens import Credentials

pytest_plugins = ("pytester",)

PAGE = Path(__file__).parents[2] / "docs" / "sandbox.md"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def run(pytester: pytest.Pytester, program: str, *arguments: str) -> pytest.RunResult:
    """Run tests in a fresh interpreter, where warnings are errors."""
    pytester.makepyfile(program)
    return pytester.runpytest_subprocess("-W", "error", "--strict-markers", *arguments)


def test_the_example_of_the_page_runs(pytester: pytest.Pytester) -> None:
    """The tests that docs/sandbox.md shows pass as they stand."""
    (example,) = (block for block in BLOCK.findall(PAGE.read_text("utf-8")) if "def test_" in block)
    run(pytester, example).assert_outcomes(passed=example.count("def test_"))


def test_each_test_has_a_sandbox_of_its_own(pytester: pytest.Pytester) -> None:
    """What one leaves behind does not reach the next; of several markers the nearest wins."""
    program = """
        import pytest

        pytestmark = pytest.mark.talkdesk_sandbox(seed=3, callbacks=4)

        @pytest.mark.talkdesk_sandbox(callbacks=2, quirks=["no-totals"])
        def test_first(talkdesk_sandbox, talkdesk_client):
            assert len(list(talkdesk_client.callbacks.list())) == 2
            talkdesk_sandbox.faults.add("drop", times=99)
            talkdesk_sandbox.clock.advance(1e6)

        def test_second(talkdesk_sandbox, talkdesk_client):
            assert talkdesk_client.callbacks.list().total() == 4
            assert talkdesk_sandbox.clock.offset == 0

        @pytest.mark.talkdesk_sandbox(7)
        def test_unnamed(talkdesk_sandbox): ...

        @pytest.mark.talkdesk_sandbox(quirks=["colour"])
        def test_unknown(talkdesk_sandbox): ...
    """
    outcome = run(pytester, program)
    outcome.assert_outcomes(passed=2, errors=2)
    outcome.stdout.fnmatch_lines(["*takes arguments by name only*", "*a quirk is unknown*"])


def test_the_fixtures_explain_themselves(pytester: pytest.Pytester) -> None:
    """In `pytest --fixtures`."""
    run(pytester, "", "--fixtures").stdout.fnmatch_lines(
        ["talkdesk_sandbox -- *", "*A local Talkdesk*", "talkdesk_client -- *"]
    )


def test_a_run_that_uses_no_fixture_imports_nothing_for_them() -> None:
    """Of the project, the plugin alone is imported, and nothing that pytest has not already."""
    code = (
        "import sys, pytest, _pytest.config; before = set(sys.modules); "
        "import talkdesk_sandbox.pytest_plugin; print(sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(["talkdesk_sandbox", "talkdesk_sandbox.pytest_plugin"])


def test_options_lead_both_clients_to_the_sandbox() -> None:
    """Also with an id and a secret that HTTP Basic alone would garble."""
    strange = Credentials(client_id="a:b", client_secret="%2B+ :&=/~")  # changed by any decoding

    async def total() -> int:
        async with AsyncTalkdesk(**sandbox.options()) as client:
            return await client.callbacks.list().total()

    with Sandbox(callbacks=3, credentials=strange) as sandbox:
        assert isinstance(sandbox.options()["auth"], ClientCredentials)
        with Talkdesk(**sandbox.options()) as client:
            assert len(list(client.callbacks.list())) == 3
        assert anyio.run(total) == 3
    with pytest.raises(SandboxStateError, match="does not listen"):
        sandbox.options()


def test_options_lead_both_clients_there_by_the_key() -> None:
    """PyJWT signs and joserfc judges; each token needs an assertion of its own."""

    async def total() -> int:
        async with AsyncTalkdesk(**options) as client:
            return await client.callbacks.list().total()

    with Sandbox(callbacks=3) as sandbox:
        options = sandbox.options("private_key_jwt")
        assert isinstance(options["auth"], PrivateKeyJWT)
        for _ in range(2):
            with Talkdesk(**options) as client:
                assert client.callbacks.list().total() == 3
        assert anyio.run(total) == 3


def test_a_client_may_ask_for_opaque_tokens() -> None:
    """Whichever way it signs in, and for as long as it likes."""
    with Sandbox(callbacks=3) as sandbox:
        for method in get_args(AuthenticationMethod):
            auth = OpaqueToken(sandbox.options(method)["auth"], expires_in=60)
            with Talkdesk(
                base_url=sandbox.base_url, token_url=sandbox.token_url, auth=auth
            ) as client:
                assert client.callbacks.list().total() == 3
                assert client.campaigns.list().total() == 8


def test_options_know_two_ways_to_sign_in() -> None:
    """Another word is refused before anything else, with those there are."""
    sandbox = Sandbox(callbacks=0)
    unknown: Any = "password"
    with pytest.raises(SandboxOptionError, match="client_credentials, private_key_jwt"):
        sandbox.options(unknown)
    sandbox.close()


def test_without_the_client_options_say_what_is_missing() -> None:
    """The sandbox itself runs without it."""
    code = (
        "import sys; sys.modules['talkdesk_client'] = None\n"
        "from talkdesk_sandbox import Sandbox\n"
        "with Sandbox(callbacks=0) as sandbox: sandbox.options()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "SandboxStateError" in done.stderr
    assert "base_url, token_url, client_id and client_secret are for any other" in done.stderr
