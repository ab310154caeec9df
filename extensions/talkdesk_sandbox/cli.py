"""The command line: serve until a signal comes."""

import argparse
import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType
from typing import Final

from talkdesk_sandbox.errors import SandboxError, SandboxOptionError
from talkdesk_sandbox.options import Options
from talkdesk_sandbox.quirks import Quirk
from talkdesk_sandbox.sandbox import Sandbox
from talkdesk_sandbox.tokens import SCOPES, Credentials

_LOOK_SECONDS: Final = 0.5
_STANDARD_INPUT: Final = 0
_ANY_AMOUNT: Final = 4096
_DEFAULTS: Final = Options()
_FIXED: Final = ("client_id", "client_secret")


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until SIGINT or SIGTERM; with ``--until-eof`` to the end of standard input at most.

    When connections are answered, one line of JSON goes to standard output: ``base_url``,
    ``token_url``, ``account``, ``client_id``, ``client_secret``, ``key_id`` and ``private_key``.

    Args:
        arguments: The words after the program's name; by default those of the process.

    Returns:
        0 after a signal, the end of input or a list of quirks, 1 when the server cannot run. A
        wrong option ends in SystemExit 2.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.list_quirks:
        sys.stdout.writelines(f"{quirk}: {quirk.summary}\n" for quirk in Quirk)
        return 0
    stop = threading.Event()

    def ask_to_stop(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGINT, ask_to_stop)
    signal.signal(signal.SIGTERM, ask_to_stop)
    if options.until_eof:
        threading.Thread(target=_stop_at_eof, args=(stop,), daemon=True).start()
    try:
        sandbox = Sandbox(
            seed=options.seed,
            callbacks=options.callbacks,
            campaigns=options.campaigns,
            token_seconds=options.token_seconds,
            credentials=_credentials(options),
            quirks=options.quirks,
            granted_scopes=options.granted_scopes or SCOPES,
        )
        sandbox.start(options.host, options.port)
    except SandboxOptionError as error:
        parser.error(str(error))
    except SandboxError as error:
        sys.stderr.write(f"talkdesk_sandbox: {error}\n")
        return 1
    try:
        return _serve(sandbox, stop)
    except SandboxError as error:
        sys.stderr.write(f"talkdesk_sandbox: {error}\n")
        return 1
    finally:
        sandbox.close()


def _credentials(options: argparse.Namespace) -> Credentials:
    """Return the client: what the options do not fix is drawn.

    Raises:
        SandboxOptionError: Id or secret is empty or unprintable.
    """
    fixed = {name: value for name, value in vars(options).items() if name in _FIXED}
    return Credentials(**fixed)


def _stop_at_eof(stop: threading.Event) -> None:
    """Wait for the end of standard input, which comes at the latest when its other end dies."""
    # Not sys.stdin: Python aborts when it ends while a thread holds the lock of that object.
    while os.read(_STANDARD_INPUT, _ANY_AMOUNT):
        pass
    stop.set()


def _serve(sandbox: Sandbox, stop: threading.Event) -> int:
    """Say where the sandbox is and wait for the end."""
    line = json.dumps(
        {
            "base_url": sandbox.base_url,
            "token_url": sandbox.token_url,
            "account": sandbox.account,
            "client_id": sandbox.client_id,
            "client_secret": sandbox.client_secret,
            "key_id": sandbox.key_id,
            "private_key": sandbox.private_key,
        }
    )
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
    # A wait without a limit cannot be interrupted on Windows.
    while not stop.wait(_LOOK_SECONDS):
        if not sandbox.is_serving:
            sys.stderr.write("talkdesk_sandbox: the server has ended by itself\n")
            return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m talkdesk_sandbox",
        description="Serve a local Talkdesk with invented data until Ctrl-C. When it is ready, one "
        "line of JSON on standard output says where it is and how to sign in.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="address to listen on")
    add("--port", type=_port, default=0, metavar="P", help="port; 0 takes a free one")
    add("--seed", type=int, default=_DEFAULTS.seed, metavar="N", help="same seed, same rows")
    add(
        "--callbacks",
        type=int,
        default=_DEFAULTS.callbacks,
        metavar="N",
        help="number of scheduled callbacks",
    )
    add(
        "--campaigns",
        type=int,
        default=_DEFAULTS.campaigns,
        metavar="N",
        help="number of campaigns",
    )
    add(
        "--token-seconds",
        type=int,
        default=_DEFAULTS.token_seconds,
        metavar="N",
        help="lifetime of an access token",
    )
    add(
        "--client-id",
        default=argparse.SUPPRESS,
        metavar="ID",
        help="id of the client; a random one without it",
    )
    add(
        "--client-secret",
        default=argparse.SUPPRESS,
        metavar="TEXT",
        help="secret of the client; a random one without it. Choose an invented one: whoever "
        "lists the processes of the machine sees it",
    )
    add(
        "--granted-scope",
        dest="granted_scopes",
        action="append",
        default=[],
        metavar="NAME",
        help="grant this scope, and leave out without a word what else is asked for; may be "
        "given again. Without it all scopes are granted",
    )
    add(
        "--quirk",
        dest="quirks",
        action="append",
        default=[],
        metavar="NAME",
        help="let replies differ from the document in this way; may be given again",
    )
    add("--list-quirks", action="store_true", help="say which quirks there are, and end")
    add(
        "--until-eof",
        action="store_true",
        help="stop when standard input ends, and so with the program at its other end",
    )
    return parser


def _port(text: str) -> int:
    try:
        port = int(text)
    except ValueError:
        port = -1
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("choose a whole number from 0 to 65535")
    return port
