"""What can go wrong with the sandbox itself, as opposed to a request that it refuses."""


class SandboxError(Exception):
    """Anything that the sandbox raises to the program that runs it."""


class SandboxOptionError(SandboxError, ValueError):
    """An option is out of its range; the message names it and the range."""


class SandboxStateError(SandboxError, RuntimeError):
    """The sandbox was used before it was started, or started twice, or after it was closed."""


class SandboxStartError(SandboxError):
    """The server could not listen; the message says where and what to try."""


class InvalidReplyError(SandboxError):
    """A reply breaks the effective document: a fault of the sandbox, answered with 500.

    The message names the schema and the members at fault, never their values: they may be
    personal data.
    """


class ConnectionDroppedError(SandboxError):
    """A connection that the sandbox was told to drop, where the app is called without a server."""
