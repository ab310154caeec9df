# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""Every object and enum of the document. Each is loaded when it is first used."""

# A literal, so that no module is loaded for it; type checkers read it as typing's own.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from .abandoned_disposition import AbandonedDisposition
    from .abandonment_timeout import AbandonmentTimeout
    from .answering_machine_disposition import AnsweringMachineDisposition
    from .busy_disposition import BusyDisposition
    from .callback import Callback
    from .callback_agent import CallbackAgent
    from .callback_assign_type import CallbackAssignType
    from .callback_dialing_model import CallbackDialingModel
    from .callback_from_call_type import CallbackFromCallType
    from .callback_link import CallbackLink
    from .callback_links import CallbackLinks
    from .callback_page import CallbackPage
    from .callback_page_embedded import CallbackPageEmbedded
    from .callback_page_links import CallbackPageLinks
    from .callback_queue import CallbackQueue
    from .callback_ring_group import CallbackRingGroup
    from .callback_status import CallbackStatus
    from .callback_team import CallbackTeam
    from .calling_hours import CallingHours
    from .campaign import Campaign
    from .campaign_link import CampaignLink
    from .campaign_links import CampaignLinks
    from .campaign_status import CampaignStatus
    from .dialing_mode import DialingMode
    from .dialing_mode_configuration import DialingModeConfiguration
    from .dialing_strategy import DialingStrategy
    from .dispositions import Dispositions
    from .error import Error
    from .error_field import ErrorField
    from .invalid_number_disposition import InvalidNumberDisposition
    from .lists_sorting_criteria import ListsSortingCriteria
    from .no_answer_disposition import NoAnswerDisposition
    from .phone_type import PhoneType
    from .record_chain_entry import RecordChainEntry
    from .record_extra_data import RecordExtraData
    from .status_after_call import StatusAfterCall
    from .strategy_type import StrategyType
    from .time_unit import TimeUnit
    from .week_day import WeekDay
else:
    _MODULES = {
        "AbandonedDisposition": ".abandoned_disposition",
        "AbandonmentTimeout": ".abandonment_timeout",
        "AnsweringMachineDisposition": ".answering_machine_disposition",
        "BusyDisposition": ".busy_disposition",
        "Callback": ".callback",
        "CallbackAgent": ".callback_agent",
        "CallbackAssignType": ".callback_assign_type",
        "CallbackDialingModel": ".callback_dialing_model",
        "CallbackFromCallType": ".callback_from_call_type",
        "CallbackLink": ".callback_link",
        "CallbackLinks": ".callback_links",
        "CallbackPage": ".callback_page",
        "CallbackPageEmbedded": ".callback_page_embedded",
        "CallbackPageLinks": ".callback_page_links",
        "CallbackQueue": ".callback_queue",
        "CallbackRingGroup": ".callback_ring_group",
        "CallbackStatus": ".callback_status",
        "CallbackTeam": ".callback_team",
        "CallingHours": ".calling_hours",
        "Campaign": ".campaign",
        "CampaignLink": ".campaign_link",
        "CampaignLinks": ".campaign_links",
        "CampaignStatus": ".campaign_status",
        "DialingMode": ".dialing_mode",
        "DialingModeConfiguration": ".dialing_mode_configuration",
        "DialingStrategy": ".dialing_strategy",
        "Dispositions": ".dispositions",
        "Error": ".error",
        "ErrorField": ".error_field",
        "InvalidNumberDisposition": ".invalid_number_disposition",
        "ListsSortingCriteria": ".lists_sorting_criteria",
        "NoAnswerDisposition": ".no_answer_disposition",
        "PhoneType": ".phone_type",
        "RecordChainEntry": ".record_chain_entry",
        "RecordExtraData": ".record_extra_data",
        "StatusAfterCall": ".status_after_call",
        "StrategyType": ".strategy_type",
        "TimeUnit": ".time_unit",
        "WeekDay": ".week_day",
    }

    def __getattr__(name):
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(module, __name__), name)
        globals()[name] = value
        return value

    def __dir__():
        return sorted({*globals(), *__all__})


__all__ = [
    "AbandonedDisposition",
    "AbandonmentTimeout",
    "AnsweringMachineDisposition",
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
    "DialingMode",
    "DialingModeConfiguration",
    "DialingStrategy",
    "Dispositions",
    "Error",
    "ErrorField",
    "InvalidNumberDisposition",
    "ListsSortingCriteria",
    "NoAnswerDisposition",
    "PhoneType",
    "RecordChainEntry",
    "RecordExtraData",
    "StatusAfterCall",
    "StrategyType",
    "TimeUnit",
    "WeekDay",
]
