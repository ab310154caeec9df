"""What an error tracker records of an error: text, causes, and the variables of its frames."""

import traceback


def seen_by_a_tracker(error: BaseException) -> str:
    """Return all that can be had of an error and its causes, but for frames of tests."""
    text = "".join(traceback.format_exception(error))
    seen: BaseException | None = error
    while seen is not None:
        details = traceback.TracebackException.from_exception(seen, capture_locals=True)
        for frame in details.stack:
            if "/tests/" not in frame.filename:
                text += f"{frame.filename} {frame.name} {frame.locals}\n"
        text += f"{seen!r} {seen!s} "
        seen = seen.__cause__ or seen.__context__
    return text
