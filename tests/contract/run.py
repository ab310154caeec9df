"""Lets schemathesis try every operation of the document on a sandbox, and looks at the outcome.

It is a program and no test of pytest: `nox -s contract` runs it. It fails when schemathesis finds
anything or warns of anything, and when an operation seldom had a success, as then little was tried.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import httpx
import yaml

from talkdesk_sandbox import Sandbox

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "generated" / "openapi.yaml"
SETTINGS = Path(__file__).with_name("schemathesis.toml")
# Enough that what is cancelled and deleted on the way does not use them up.
CALLBACKS, CAMPAIGNS = 500, 240
# Of the valid requests of each operation, so many at least must have a success, and of few at least
# one.
LEAST_SHARE, FEW = 0.2, 20
# Scenarios can end early, by what earlier ones left behind: so many starts are made, and more while
# there are operations that none has reached.
STARTS, MOST_STARTS = 3, 10


def main() -> int:
    """Try every operation, alone and then in scenarios; with arguments, run schemathesis by them.

    Returns:
        0 when nothing was found and every operation had its successes.
    """
    with (
        tempfile.TemporaryDirectory() as name,
        Sandbox(callbacks=CALLBACKS, campaigns=CAMPAIGNS, token_seconds=86_400) as sandbox,
    ):
        run = _Run(Path(name), sandbox)
        if sys.argv[1:]:
            return run.schemathesis(*sys.argv[1:])
        status = run.schemathesis("--phases", "examples,coverage,fuzzing")
        report = run.folder / "report.json"
        if status or not report.exists():
            return status or 1
        untried = _show_successes(json.loads(report.read_text("utf-8")))
        run.successes.unlink(missing_ok=True)
        for seed in range(1, MOST_STARTS + 1):
            if seed > STARTS and not _unreached(run.successes):
                break
            status = status or run.schemathesis("--phases", "stateful", "--seed", str(seed))
        return status or bool(untried) or bool(_unreached(run.successes, show=True))


class _Run:
    """Runs of schemathesis on one sandbox.

    Attributes:
        folder: Where they write.
        successes: File with a line for each success.
    """

    def __init__(self, folder: Path, sandbox: Sandbox) -> None:
        self.folder = folder
        self.successes = folder / "successes.txt"
        self._address = sandbox.base_url
        self._token = _token(sandbox)
        self._settings = folder / "schemathesis.toml"
        known = _dictionaries(sandbox, self._token)
        self._settings.write_text(SETTINGS.read_text("utf-8") + known, "utf-8")

    def schemathesis(self, *arguments: str) -> int:
        """Run it once, and return its status."""
        program = Path(sysconfig.get_path("scripts")) / "schemathesis"
        report = self.folder / "report.json"
        done = subprocess.run(
            [
                *(str(program), "--config-file", str(self._settings)),
                *("run", str(DOCUMENT), "--url", self._address, "--no-color"),
                *("--report", "json", "--report-json-path", str(report), *arguments),
            ],
            env={
                **os.environ,
                "CONTRACT_TOKEN": self._token,
                "CONTRACT_SUCCESSES": str(self.successes),
                "SCHEMATHESIS_HOOKS": "tests.contract.hooks",
                "PYTHONPATH": str(ROOT),
                # The sandbox is at home, whatever proxy leads out.
                "NO_PROXY": "127.0.0.1",
                "no_proxy": "127.0.0.1",
            },
            cwd=self.folder,
            check=False,
        )
        return done.returncode


def _token(sandbox: Sandbox) -> str:
    """Return a token with every scope, of a sandbox that listens."""
    auth = (sandbox.client_id, sandbox.client_secret)
    form = {"grant_type": "client_credentials"}
    reply = httpx.post(sandbox.token_url, data=form, auth=auth, trust_env=False)
    token: str = reply.raise_for_status().json()["access_token"]
    return token


def _dictionaries(sandbox: Sandbox, token: str) -> str:
    """Return the part of the settings that holds what is there in a sandbox."""
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=sandbox.base_url, headers=headers, trust_env=False) as client:
        callbacks = client.get("/schedule-callbacks", params={"per_page": 500}).raise_for_status()
        campaigns = client.get("/campaigns", params={"per_page": 250}).raise_for_status()
    listed = callbacks.json()["_embedded"]["callbacks"]
    values = {
        "callbacks": [each["callback_id"] for each in listed],
        # What is finished can be shown, and neither changed nor cancelled.
        "active_callbacks": [
            each["callback_id"]
            for each in listed
            if each.get("status") in {"UNATTEMPTED", "TO_BE_RETRIED"}
        ],
        "campaigns": [each["id"] for each in campaigns.json()["_embedded"]["campaigns"]],
        "zones": ["Europe/Lisbon", "America/New_York", "Asia/Kolkata", "UTC"],
        "members": ["id", "name,status", "id,name,created_at", "priority"],
        "numbers": ["+12025550100", "+12125550147", "+442079460000"],
    }
    return "".join(
        f"\n[dictionaries.{name}]\nvalues = {json.dumps(each)}\n" for name, each in values.items()
    )


def _show_successes(outcome: dict[str, Any]) -> list[str]:
    """Print how many valid requests of each operation had a success; return those with too few."""
    untried: list[str] = []
    rates: dict[str, dict[str, dict[str, int]]] = outcome["valid_rates"]
    for operation, phases in sorted(rates.items()):
        accepted = sum(counts["accepted"] for counts in phases.values())
        sent = sum(sum(counts.values()) for counts in phases.values())
        share = accepted / sent if sent else 0.0
        sys.stdout.write(f"{operation:50} {accepted:4} of {sent:4} succeeded ({share:.0%})\n")
        if not accepted or (sent >= FEW and share < LEAST_SHARE):
            untried.append(operation)
    tried = outcome["operations"]["tested"]
    if len(rates) != tried or tried != outcome["operations"]["total"]:
        untried.append(f"{outcome['operations']['total'] - len(rates)} that were not sent anything")
    if untried:
        sys.stdout.write(f"seldom or never had a success: {', '.join(untried)}\n")
    return untried


def _unreached(successes: Path, *, show: bool = False) -> list[str]:
    """Return the operations that had no success in scenarios; show how many each had, if asked."""
    paths = yaml.safe_load(DOCUMENT.read_text("utf-8"))["paths"]
    methods = ("get", "post", "patch", "delete")
    operations = [
        f"{m.upper()} {path}" for path, item in paths.items() for m in methods if m in item
    ]
    counts = Counter(successes.read_text("utf-8").splitlines() if successes.exists() else ())
    unreached = [operation for operation in operations if not counts[operation]]
    if show:
        for operation in operations:
            sys.stdout.write(f"{operation:50} {counts[operation]:4} successes in scenarios\n")
        if unreached:
            sys.stdout.write(f"no scenario came to: {', '.join(unreached)}\n")
    return unreached


if __name__ == "__main__":
    raise SystemExit(main())
