# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""A typed client for Talkdesk. Everything is loaded when it is first used."""

# A literal, so that no module is loaded for it; type checkers read it as typing's own.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from talkdesk_core.auth import ClientCredentials, Credentials, StaticToken
    from talkdesk_core.errors import (
        APIConnectionError,
        APIError,
        APITimeoutError,
        ArgumentError,
        AuthenticationError,
        BadRequestError,
        ClientClosedError,
        ConfigurationError,
        ConflictError,
        FieldError,
        NotFoundError,
        PaginationError,
        PermissionDeniedError,
        RateLimitError,
        ResponseDecodeError,
        ServerError,
        TalkdeskError,
        TokenError,
        UnprocessableEntityError,
    )
    from talkdesk_core.pagination import AsyncPager, Pager
    from talkdesk_core.provenance import Provenance
    from talkdesk_core.unset import UNSET, Unset

    from . import errors, models
    from ._document import provenance
    from .client import AsyncTalkdesk, Talkdesk
    from .models import (
        AbandonedDisposition,
        AbandonmentTimeout,
        AnsweringMachineDisposition,
        BusyDisposition,
        Callback,
        CallbackAgent,
        CallbackAssignType,
        CallbackDialingModel,
        CallbackFromCallType,
        CallbackLink,
        CallbackLinks,
        CallbackPage,
        CallbackPageEmbedded,
        CallbackPageLinks,
        CallbackQueue,
        CallbackRingGroup,
        CallbackStatus,
        CallbackTeam,
        CallingHours,
        Campaign,
        CampaignLink,
        CampaignLinks,
        CampaignStatus,
        DialingMode,
        DialingModeConfiguration,
        DialingStrategy,
        Dispositions,
        Error,
        ErrorField,
        InvalidNumberDisposition,
        ListsSortingCriteria,
        NoAnswerDisposition,
        PhoneType,
        RecordChainEntry,
        RecordExtraData,
        StatusAfterCall,
        StrategyType,
        TimeUnit,
        WeekDay,
    )

    __version__: str
else:
    _MODULES = {
        "AsyncPager": "talkdesk_core.pagination",
        "AsyncTalkdesk": ".client",
        "ClientCredentials": "talkdesk_core.auth",
        "Credentials": "talkdesk_core.auth",
        "FieldError": "talkdesk_core.errors",
        "Pager": "talkdesk_core.pagination",
        "Provenance": "talkdesk_core.provenance",
        "StaticToken": "talkdesk_core.auth",
        "Talkdesk": ".client",
        "UNSET": "talkdesk_core.unset",
        "Unset": "talkdesk_core.unset",
        "provenance": "._document",
        "APIConnectionError": "talkdesk_core.errors",
        "APIError": "talkdesk_core.errors",
        "APITimeoutError": "talkdesk_core.errors",
        "ArgumentError": "talkdesk_core.errors",
        "AuthenticationError": "talkdesk_core.errors",
        "BadRequestError": "talkdesk_core.errors",
        "ClientClosedError": "talkdesk_core.errors",
        "ConfigurationError": "talkdesk_core.errors",
        "ConflictError": "talkdesk_core.errors",
        "NotFoundError": "talkdesk_core.errors",
        "PaginationError": "talkdesk_core.errors",
        "PermissionDeniedError": "talkdesk_core.errors",
        "RateLimitError": "talkdesk_core.errors",
        "ResponseDecodeError": "talkdesk_core.errors",
        "ServerError": "talkdesk_core.errors",
        "TalkdeskError": "talkdesk_core.errors",
        "TokenError": "talkdesk_core.errors",
        "UnprocessableEntityError": "talkdesk_core.errors",
    }

    def __getattr__(name):
        from importlib import import_module

        if name == "__version__":
            from importlib.metadata import version

            value = version("talkdesk-client")
        elif name in {"errors", "models"}:
            value = import_module(f".{name}", __name__)
        elif name in __all__:
            value = getattr(import_module(_MODULES.get(name, ".models"), __name__), name)
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value
        return value

    def __dir__():
        return sorted({*globals(), *__all__})


__all__ = [
    "UNSET",
    "APIConnectionError",
    "APIError",
    "APITimeoutError",
    "AbandonedDisposition",
    "AbandonmentTimeout",
    "AnsweringMachineDisposition",
    "ArgumentError",
    "AsyncPager",
    "AsyncTalkdesk",
    "AuthenticationError",
    "BadRequestError",
    "BusyDisposition",
    "Callback",
    "CallbackAgent",
    "CallbackAssignType",
    "CallbackDialingModel",
    "CallbackFromCallType",
    "CallbackLink",
    "CallbackLinks",
    "CallbackPage",
    "CallbackPageEmbedded",
    "CallbackPageLinks",
    "CallbackQueue",
    "CallbackRingGroup",
    "CallbackStatus",
    "CallbackTeam",
    "CallingHours",
    "Campaign",
    "CampaignLink",
    "CampaignLinks",
    "CampaignStatus",
    "ClientClosedError",
    "ClientCredentials",
    "ConfigurationError",
    "ConflictError",
    "Credentials",
    "DialingMode",
    "DialingModeConfiguration",
    "DialingStrategy",
    "Dispositions",
    "Error",
    "ErrorField",
    "FieldError",
    "InvalidNumberDisposition",
    "ListsSortingCriteria",
    "NoAnswerDisposition",
    "NotFoundError",
    "Pager",
    "PaginationError",
    "PermissionDeniedError",
    "PhoneType",
    "Provenance",
    "RateLimitError",
    "RecordChainEntry",
    "RecordExtraData",
    "ResponseDecodeError",
    "ServerError",
    "StaticToken",
    "StatusAfterCall",
    "StrategyType",
    "Talkdesk",
    "TalkdeskError",
    "TimeUnit",
    "TokenError",
    "UnprocessableEntityError",
    "Unset",
    "WeekDay",
    "__version__",
    "errors",
    "models",
    "provenance",
]
