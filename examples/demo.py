"""From the two documentation pages to a running client: regenerate, start the sandbox, list, show.

Run it by `nox -s demo`, or `nox -s demo -- --callbacks 37`.
"""

from __future__ import annotations

import argparse
import inspect
import json
import signal
import subprocess
import sys
import textwrap
import threading
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.syntax import Syntax
from rich.table import Table

from talkdesk_core.errors import TalkdeskError

if TYPE_CHECKING:
    from talkdesk_client import Talkdesk
    from talkdesk_client.models import Callback, Campaign

ROOT = Path(__file__).resolve().parent.parent
ROWS_SHOWN = 8
START_SECONDS = 60

console = Console(width=100)


class StepError(Exception):
    """A step of the demo failed; the text says which and why."""


def main() -> int:
    """Run the demo; the exit code is 0 when every step succeeded."""
    arguments = _arguments()
    # Ended politely, the demo ends its sandbox too; by default Python would stop on the spot.
    signal.signal(signal.SIGTERM, _end)
    try:
        with _step("regenerate the client from spec/ and overlays/"):
            _regenerate()
        with _sandbox(arguments.callbacks) as address, _client(address) as client:
            with _step("list every callback"):
                callbacks = _list_all(client, arguments.callbacks)
            with _step("list the callbacks of one status"):
                _list_filtered(client, callbacks)
            with _step("show one campaign"):
                _show_campaign(client, callbacks)
            with _step("the same in three lines of Python"):
                _in_short(address, callbacks)
    except StepError as error:
        # stderr is not a terminal's width, and the text may come from another program.
        sys.stderr.write(f"\nThe demo failed. {error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nThe demo was interrupted.\n")
        return 128 + signal.SIGINT
    return 0


def _end(number: int, _: object) -> None:
    sys.exit(128 + number)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--callbacks",
        type=_count,
        default=1200,
        metavar="N",
        help="callbacks in the sandbox, 1 to 100000 (default %(default)s)",
    )
    return parser.parse_args()


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 100_000:
        raise argparse.ArgumentTypeError(f"takes a whole number from 1 to 100000, not {text!r}")
    return int(text)


@contextmanager
def _step(name: str) -> Generator[None]:
    """Announce a step, and name it in whatever goes wrong in it."""
    console.rule(f"[bold]{name}", align="left")
    try:
        yield
    except (TalkdeskError, OSError, subprocess.SubprocessError) as error:
        raise StepError(f"Step: {name}. {type(error).__name__}: {error}") from error
    except Exception as error:
        error.add_note(f"This happened in the step: {name}")
        raise


def _regenerate() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "generator", "regenerate"],
        cwd=ROOT,
        text=True,
        capture_output=True,
        check=False,
    )
    if run.returncode != 0:
        raise StepError(f"Step: regenerate. {run.stderr.strip()}")
    console.print(run.stdout.strip())


@contextmanager
def _sandbox(callbacks: int) -> Generator[dict[str, str]]:
    """Start a sandbox on a free port; it is gone when the block ends, however it ends."""
    with _step("start the sandbox"):
        process = subprocess.Popen(  # noqa: S603 - a checked number, no shell
            [
                *(sys.executable, "-m", "talkdesk_sandbox", "--port", "0", "--until-eof"),
                *("--callbacks", str(callbacks)),
            ],
            # Never written to: its end tells the sandbox that the demo is gone, however it went.
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
    try:
        # A sandbox that never answers is ended, and its closed output then ends the waiting.
        watchdog = threading.Timer(START_SECONDS, process.kill)
        watchdog.start()
        try:
            line = process.stdout.readline() if process.stdout is not None else ""
        finally:
            watchdog.cancel()
        if not line:
            raise StepError(
                f"Step: start the sandbox. It ended with code {process.wait()} before it was ready."
            )
        address: dict[str, str] = json.loads(line)
        console.print(f"listening on {address['base_url']}")
        yield address
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for stream in filter(None, (process.stdin, process.stdout)):
            stream.close()


def _client(address: dict[str, str]) -> Talkdesk:
    # Imported here, because the step before has just written it.
    from talkdesk_client import ClientCredentials, Talkdesk

    return Talkdesk(
        base_url=address["base_url"],
        token_url=address["token_url"],
        auth=ClientCredentials(address["client_id"], address["client_secret"]),
    )


def _in_short(address: dict[str, str], callbacks: list[Callback]) -> None:
    listed = len(three_lines(address))
    if listed != len(callbacks):
        raise StepError(f"Step: three lines. {listed} callbacks came, not {len(callbacks)}.")
    lines = inspect.getsource(three_lines).splitlines()
    shown = [line for line in lines if "client" in line and "import" not in line]
    console.print(Syntax(textwrap.dedent("\n".join(shown)), "python", background_color="default"))


def three_lines(address: dict[str, str]) -> list[Callback]:
    """Do all of the above once more; the demo shows the lines of this function."""
    from talkdesk_client import ClientCredentials, Talkdesk

    auth = ClientCredentials(address["client_id"], address["client_secret"])
    base_url, token_url = address["base_url"], address["token_url"]
    with Talkdesk(base_url=base_url, token_url=token_url, auth=auth) as client:
        callbacks = list(client.callbacks.list())
        client.campaigns.get(next(c.campaign_id for c in callbacks if c.campaign_id is not None))
    return callbacks


def _list_all(client: Talkdesk, expected: int) -> list[Callback]:
    # Five pages or so, so that the pager has something to do.
    per_page = min(500, max(1, -(-expected // 5)))
    pager = client.callbacks.list(per_page=per_page)
    callbacks: list[Callback] = []
    pages = 0
    for page in pager.pages():
        pages += 1
        if page.hal_embedded is not None and page.hal_embedded.callbacks is not None:
            callbacks += page.hal_embedded.callbacks
    if len(callbacks) != expected:
        raise StepError(
            f"Step: list every callback. {expected} are in the sandbox, {len(callbacks)} came."
        )
    console.print(f"{len(callbacks)} callbacks on {pages} pages of {per_page}")
    table = Table("callback_id", "status", "time_to_call", "timezone", "campaign_id")
    for callback in callbacks[:ROWS_SHOWN]:
        table.add_row(
            (callback.callback_id or "")[:8],
            callback.status,
            f"{callback.time_to_call:%Y-%m-%d %H:%M}" if callback.time_to_call else "",
            callback.timezone,
            (callback.campaign_id or "")[:8],
        )
    console.print(table)
    counts = Counter(str(callback.status or "(none given)") for callback in callbacks)
    table = Table("status", "callbacks")
    for status, count in counts.most_common():
        table.add_row(status, str(count))
    console.print(table)
    return callbacks


def _list_filtered(client: Talkdesk, callbacks: list[Callback]) -> None:
    from talkdesk_client.models import CallbackStatus

    status = CallbackStatus.TO_BE_RETRIED
    filtered = [callback.callback_id for callback in client.callbacks.list(status=status)]
    expected = [callback.callback_id for callback in callbacks if callback.status == status]
    if sorted(map(str, filtered)) != sorted(map(str, expected)):
        raise StepError(
            f"Step: filter. {len(filtered)} callbacks came, {len(expected)} of the whole match."
        )
    console.print(f"{len(filtered)} of {len(callbacks)} are {status}, as the whole list has it")


def _show_campaign(client: Talkdesk, callbacks: list[Callback]) -> None:
    ids = (callback.campaign_id for callback in callbacks if callback.campaign_id is not None)
    campaign_id = next(ids, None)
    if campaign_id is None:
        raise StepError("Step: show one campaign. No callback names a campaign.")
    campaign = client.campaigns.get(campaign_id)
    table = Table("member", "value", show_header=False)
    for name, value in _facts(campaign).items():
        table.add_row(name, value)
    console.print(table)


def _facts(campaign: Campaign) -> dict[str, str]:
    facts: dict[str, object] = {
        "id": campaign.id,
        "name": campaign.name,
        "status": campaign.status,
        "dialing_mode": campaign.dialing_mode,
        "priority": campaign.priority,
        "created_at": campaign.created_at,
    }
    strategy = campaign.dialing_strategy
    if strategy is not None:
        facts["max_attempts"] = strategy.max_attempts
        facts["retry"] = f"every {strategy.retry_period} {strategy.retry_time_unit}"
        facts["calling_hours"] = ", ".join(
            f"{hours.from_} to {hours.to}" for hours in strategy.calling_hours or []
        )
    return {name: str(value) for name, value in facts.items() if value is not None}


if __name__ == "__main__":
    sys.exit(main())
