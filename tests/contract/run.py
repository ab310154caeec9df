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
from pathlib import Path
from typing import Any

import httpx

from talkdesk_sandbox import Sandbox

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "generated" / "openapi.yaml"
SETTINGS = Path(__file__).with_name("schemathesis.toml")
# Enough that what is cancelled and deleted on the way does not use them up.
CALLBACKS, CAMPAIGNS = 500, 240
# Of the valid requests of each operation, so many at least must have a success.
LEAST_SHARE = 0.2


def main() -> int:
    """Run schemathesis with further arguments for it, and return its status or 1."""
    with (
        tempfile.TemporaryDirectory() as name,
        Sandbox(callbacks=CALLBACKS, campaigns=CAMPAIGNS, token_seconds=86_400) as sandbox,
    ):
        folder = Path(name)
        token = _token(sandbox)
        settings = folder / "schemathesis.toml"
        settings.write_text(SETTINGS.read_text("utf-8") + _dictionaries(sandbox, token), "utf-8")
        report = folder / "report.json"
        program = Path(sysconfig.get_path("scripts")) / "schemathesis"
        done = subprocess.run(
            [
                *(str(program), "--config-file", str(settings)),
                *("run", str(DOCUMENT), "--url", sandbox.base_url, "--no-color"),
                *("--report", "json", "--report-json-path", str(report), *sys.argv[1:]),
            ],
            env={
                **os.environ,
                "CONTRACT_TOKEN": token,
                "SCHEMATHESIS_HOOKS": "tests.contract.hooks",
                "PYTHONPATH": str(ROOT),
            },
            cwd=folder,
            check=False,
        )
        outcome = json.loads(report.read_text("utf-8")) if report.exists() else None
    if outcome is None:
        return done.returncode or 1
    untried = _show_successes(outcome)
    return done.returncode or bool(untried)


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
        if share < LEAST_SHARE:
            untried.append(operation)
    tried = outcome["operations"]["tested"]
    if len(rates) != tried or tried != outcome["operations"]["total"]:
        untried.append(f"{outcome['operations']['total'] - len(rates)} that were not sent anything")
    if untried:
        sys.stdout.write(f"seldom or never had a success: {', '.join(untried)}\n")
    return untried


if __name__ == "__main__":
    raise SystemExit(main())
