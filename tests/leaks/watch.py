"""A pytest plugin: a run fails in which a log, a repr or a traceback shows what it must not.

It reads, in every process of the run and while the run goes on:

- each log record from DEBUG on, of every logger, whether it propagates or not: its text, what was
  handed to it as `extra`, and its error;
- what each test wrote to stdout and stderr, and what pytest shows of it when it fails;
- each warning that was recorded or expected;
- each error of our packages that a test met (`errors.watch_caught` says which those are) or died
  of: text, repr, and the same of its causes and contexts; and the variables of our frames, as a
  tracker of errors would send them.

In all of this it looks for the secrets, names and numbers of `known.py`, and for the forms that
secrets and fictional phone numbers have. One thing is looked for in less places: the variables of
our frames hold arguments and replies, and so the names and numbers in them. There only secrets are
looked for, unless the value is an object of our own classes, whose repr is ours to answer for. In
frames of the sandbox, which is a server and holds the requests it answers, only these are read.

A finding says where, never what. At its end each process shows itself a made-up secret in a log
record: a run in which nobody looked fails as well.
"""

from __future__ import annotations

import itertools
import logging
import secrets
import warnings
from collections import Counter
from collections.abc import Callable, Generator, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, Final

import pytest

from tests.leaks.errors import is_ours, shown_by, watch_caught
from tests.leaks.excuses import EXCUSES, Excuse
from tests.leaks.known import NAMES, NUMBERS, SECRETS
from tests.leaks.search import Drawn, Search

__all__ = ["Watch"]

ROOT: Final = Path(__file__).resolve().parents[2]
_OUTPUT: Final = "leaks"
_CANARY: Final = "tests.leaks.canary"
_USUAL = frozenset((*vars(logging.makeLogRecord({})), "message", "asctime", "taskName"))
_MOST_SHOWN = 60
_MOST_PENDING = 200
_SUCCESSES = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)


class _Records(logging.Handler):
    """Hands every record on, from whatever logger."""

    def __init__(self, see: Callable[[logging.LogRecord], None]) -> None:
        super().__init__(logging.DEBUG)
        self._see = see
        self._make = logging.getLogRecordFactory()
        self._level = logging.root.level

    def start(self) -> None:
        """Begin to listen."""
        self._level = logging.root.level
        logging.root.addHandler(self)
        logging.root.setLevel(logging.DEBUG)
        self._make = logging.getLogRecordFactory()
        logging.setLogRecordFactory(self._factory)

    def end(self) -> None:
        """Leave the loggers as they were."""
        logging.setLogRecordFactory(self._make)
        logging.root.setLevel(self._level)
        loggers = logging.root.manager.loggerDict.values()
        for logger in (logging.root, *loggers):
            if isinstance(logger, logging.Logger):
                logger.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Hand a record on as its handlers get it, after every filter of its logger."""
        self._see(record)

    def _factory(self, name: str, *rest: Any, **more: Any) -> logging.LogRecord:
        """Make a record; one that would not come up to the root is met on its way."""
        logger = logging.root.manager.loggerDict.get(name)
        if isinstance(logger, logging.Logger):
            above = logger
            while self not in above.handlers:
                if not above.propagate or above.parent is None:
                    above.addHandler(self)
                    break
                above = above.parent
        return self._make(name, *rest, **more)


class Watch:
    """The plugin of one process.

    Args:
        config: The run.
        known: Secrets to look for.
        personal: Names and numbers to look for.
        excuses: What looks like a leak and is a test's own doing.
    """

    def __init__(
        self,
        config: pytest.Config,
        *,
        known: Iterable[str] = tuple(itertools.chain.from_iterable(SECRETS.values())),
        personal: Iterable[str] = (*NAMES, *NUMBERS),
        excuses: Iterable[Excuse] = EXCUSES,
    ) -> None:
        self._config = config
        self._drawn = Drawn()
        self._canary = f"canary-{secrets.token_hex(16)}"
        self._search = Search([*known, self._canary], personal, self._drawn)
        self._excuses = tuple(excuses)
        self._test = "outside of tests"
        # In the order of discovery, each once.
        self._findings: dict[str, None] = {}
        self._counts: Counter[str] = Counter()
        self._records = _Records(self._see_record)
        # Logger, line and text; whoever touches it holds the handler's lock.
        self._pending: list[tuple[str, str, str]] = []
        self._ends: list[Callable[[], None]] = []

    def pytest_sessionstart(self) -> None:
        """Begin to look."""
        self._keep_reports_as_they_are()
        self._records.start()
        self._ends = [
            self._records.end,
            self._drawn.start(),
            watch_caught(self._see_error, self._config.rootpath),
            _watch_warnings(self._see_warning),
        ]

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """End, and fail the run for what was found; a worker hands it to the process above."""
        self._test = "outside of tests"
        self._read_pending()
        if not self._sees():
            self._findings["nobody looked: a made-up secret in a log record was not found"] = None
        for end in reversed(self._ends):
            end()
        output: dict[str, object] | None = getattr(self._config, "workeroutput", None)
        if output is not None:
            output[_OUTPUT] = [list(self._findings), dict(self._counts)]
        elif self._findings and session.exitstatus in _SUCCESSES:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take what a worker found."""
        output: dict[str, Any] = getattr(node, "workeroutput", {})
        if _OUTPUT not in output:
            self._findings[f"nobody looked in worker {node.gateway.id}"] = None
            return
        findings, counts = output[_OUTPUT]
        self._findings.update(dict.fromkeys(findings))
        self._counts.update(counts)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say what was read and what was found."""
        read = ", ".join(f"{count} {what}" for what, count in sorted(self._counts.items()))
        terminalreporter.section("leaks")
        terminalreporter.line(f"searched: {read or 'nothing'}")
        for finding in list(self._findings)[:_MOST_SHOWN]:
            terminalreporter.line(finding, red=True)
        hidden = len(self._findings) - _MOST_SHOWN
        terminalreporter.line(f"{len(self._findings)} found" + (", not all shown" * (hidden > 0)))

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Note which test runs."""
        self._read_pending()
        self._test = nodeid

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Read what a test wrote, and what it died of."""
        report = yield
        if call.excinfo is not None:
            self._see_error(call.excinfo.value)
        if report.when == "teardown":
            self._read_pending()
            self._see_sections(report)  # those of the whole test
        self._see_failure(report)
        return report

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Read what the import of a test file wrote, and what it died of."""
        if not hasattr(self._config, "workeroutput"):
            self._test = report.nodeid
        self._see_sections(report)
        self._see_failure(report)

    def pytest_warning_recorded(
        self, warning_message: warnings.WarningMessage, nodeid: str
    ) -> None:
        """Read a warning that is no error."""
        self._test = nodeid or self._test
        self._see_warning(warning_message)

    def _see_record(self, record: logging.LogRecord) -> None:
        try:
            text = record.getMessage()
        except (TypeError, ValueError):  # the arguments do not fit; logging itself reports it
            text = f"{record.msg!r} {record.args!r}"
        if record.name == _CANARY:
            self._canary_was_found = bool(self._search.find(text))
            return
        more = record.__dict__.keys() - _USUAL
        if more:
            text = "\n".join([text, *(f"{name}: {record.__dict__[name]}" for name in sorted(more))])
        self._pending.append((record.name, f"{record.filename}:{record.lineno}", text))
        if len(self._pending) >= _MOST_PENDING:
            self._read_pending()
        if record.exc_info is not None and record.exc_info[1] is not None:
            self._see_error(record.exc_info[1], any_error=True)

    def _read_pending(self) -> None:
        """Search the records of late, all at once: to look at each by itself takes far longer."""
        self._records.acquire()  # logging makes this lock anew in a process that is forked off
        try:
            pending, self._pending = self._pending, []
            self._counts["records"] += len(pending)
            if self._search.find("\n\n".join(text for _, _, text in pending)):
                for name, line, text in pending:
                    self._see("records that were looked at", f"record of {name} in {line}", text)
        finally:
            self._records.release()

    def _see_error(self, error: BaseException, *, any_error: bool = False) -> None:
        if any_error or is_ours(error):
            self._counts["errors"] += 1
            for shown in shown_by(error):
                self._see("texts of errors", shown.place, shown.text, personal=not shown.is_value)

    def _see_warning(self, warning: warnings.WarningMessage) -> None:
        self._see("warnings", f"a {warning.category.__name__}", str(warning.message))

    def _see_sections(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        self._counts["reports"] += 1
        for title, content in report.sections:
            self._see("sections", title, content)

    def _see_failure(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.failed:
            source = _lines_of(report.nodeid)
            shown = (line for line in report.longreprtext.splitlines() if _bare(line) not in source)
            self._see("failures", "what pytest shows of the failure", "\n".join(shown))

    def _see(self, kind: str, place: str, text: str, *, personal: bool = True) -> None:
        self._counts[kind] += 1
        for what in self._search.find(text, personal=personal):
            finding = f"{self._test}: {place}: {what}"
            if not any(excuse.covers(self._test, place) for excuse in self._excuses):
                self._findings[finding] = None

    def _sees(self) -> bool:
        """Say whether a secret is found that goes the way of every record."""
        self._canary_was_found = False
        logging.getLogger(_CANARY).debug("this run made up %s", self._canary)
        return self._canary_was_found

    def _keep_reports_as_they_are(self) -> None:
        """Let tests and reports see the records that they would see if nobody looked."""
        plugin = self._config.pluginmanager.get_plugin("logging-plugin")
        if plugin is not None and plugin.log_level is None:
            plugin.caplog_handler.setLevel(logging.root.level)
            plugin.report_handler.setLevel(logging.root.level)


def _watch_warnings(see: Callable[[warnings.WarningMessage], None]) -> Callable[[], None]:
    """Call a function with every warning that a test expects; return what ends it."""
    original = pytest.WarningsRecorder.__exit__

    @wraps(original)
    def leave(self: pytest.WarningsRecorder, *error: Any) -> None:
        for warning in self.list:
            see(warning)
        original(self, *error)

    def end() -> None:
        type.__setattr__(pytest.WarningsRecorder, "__exit__", original)

    type.__setattr__(pytest.WarningsRecorder, "__exit__", leave)
    return end


def _lines_of(nodeid: str) -> frozenset[str]:
    """Return the lines of a test's file: pytest shows them, and they are no output."""
    file = ROOT / nodeid.partition("::")[0]
    return (
        frozenset(map(_bare, file.read_text("utf-8").splitlines()))
        if file.is_file()
        else frozenset()
    )


def _bare(line: str) -> str:
    return line.removeprefix(">").strip()
