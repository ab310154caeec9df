# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""Every object and enum of the document. Each is loaded when it is first used."""

# A literal, so that no module is loaded for it; type checkers read it as typing's own.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from .abandoned_disposition import AbandonedDisposition
    from .abandonment_timeout import AbandonmentTimeout
    from .abandonment_timeout_input import AbandonmentTimeoutInput
    from .answering_machine_disposition import AnsweringMachineDisposition
    from .assignment_links import AssignmentLinks
    from .assignment_page_links import AssignmentPageLinks
    from .busy_disposition import BusyDisposition
    from .callback import Callback
    from .callback_agent import CallbackAgent
    from .callback_agent_input import CallbackAgentInput
    from .callback_assign_type import CallbackAssignType
    from .callback_dialing_model import CallbackDialingModel
    from .callback_from_call_type import CallbackFromCallType
    from .callback_input import CallbackInput
    from .callback_input_assign_type import CallbackInputAssignType
    from .callback_link import CallbackLink
    from .callback_links import CallbackLinks
    from .callback_operation import CallbackOperation
    from .callback_operation_name import CallbackOperationName
    from .callback_page import CallbackPage
    from .callback_page_embedded import CallbackPageEmbedded
    from .callback_page_links import CallbackPageLinks
    from .callback_queue import CallbackQueue
    from .callback_queue_input import CallbackQueueInput
    from .callback_ring_group import CallbackRingGroup
    from .callback_status import CallbackStatus
    from .callback_team import CallbackTeam
    from .calling_hours import CallingHours
    from .calling_hours_input import CallingHoursInput
    from .campaign import Campaign
    from .campaign_do_not_call_list import CampaignDoNotCallList
    from .campaign_do_not_call_list_page import CampaignDoNotCallListPage
    from .campaign_do_not_call_list_page_embedded import CampaignDoNotCallListPageEmbedded
    from .campaign_input import CampaignInput
    from .campaign_link import CampaignLink
    from .campaign_links import CampaignLinks
    from .campaign_number import CampaignNumber
    from .campaign_number_page import CampaignNumberPage
    from .campaign_number_page_embedded import CampaignNumberPageEmbedded
    from .campaign_operation import CampaignOperation
    from .campaign_operation_name import CampaignOperationName
    from .campaign_operation_path import CampaignOperationPath
    from .campaign_order import CampaignOrder
    from .campaign_page import CampaignPage
    from .campaign_page_embedded import CampaignPageEmbedded
    from .campaign_page_links import CampaignPageLinks
    from .campaign_record_list import CampaignRecordList
    from .campaign_record_list_page import CampaignRecordListPage
    from .campaign_record_list_page_embedded import CampaignRecordListPageEmbedded
    from .campaign_status import CampaignStatus
    from .campaign_status_filter import CampaignStatusFilter
    from .campaign_summary import CampaignSummary
    from .campaign_user import CampaignUser
    from .campaign_user_page import CampaignUserPage
    from .campaign_user_page_embedded import CampaignUserPageEmbedded
    from .dialing_mode import DialingMode
    from .dialing_mode_configuration import DialingModeConfiguration
    from .dialing_mode_configuration_input import DialingModeConfigurationInput
    from .dialing_strategy import DialingStrategy
    from .dialing_strategy_input import DialingStrategyInput
    from .disposition_input import DispositionInput
    from .dispositions import Dispositions
    from .dispositions_input import DispositionsInput
    from .do_not_call_list_reference import DoNotCallListReference
    from .error import Error
    from .error_field import ErrorField
    from .invalid_number_disposition import InvalidNumberDisposition
    from .invalid_number_disposition_input import InvalidNumberDispositionInput
    from .invalid_number_status import InvalidNumberStatus
    from .lists_sorting_criteria import ListsSortingCriteria
    from .no_answer_disposition import NoAnswerDisposition
    from .number_reference import NumberReference
    from .phone_type import PhoneType
    from .record_chain_entry import RecordChainEntry
    from .record_chain_entry_input import RecordChainEntryInput
    from .record_extra_data import RecordExtraData
    from .record_extra_data_input import RecordExtraDataInput
    from .record_list_reference import RecordListReference
    from .status_after_call import StatusAfterCall
    from .strategy_type import StrategyType
    from .time_unit import TimeUnit
    from .user_reference import UserReference
    from .week_day import WeekDay
else:
    _MODULES = {
        "AbandonedDisposition": ".abandoned_disposition",
        "AbandonmentTimeout": ".abandonment_timeout",
        "AbandonmentTimeoutInput": ".abandonment_timeout_input",
        "AnsweringMachineDisposition": ".answering_machine_disposition",
        "AssignmentLinks": ".assignment_links",
        "AssignmentPageLinks": ".assignment_page_links",
        "BusyDisposition": ".busy_disposition",
        "Callback": ".callback",
        "CallbackAgent": ".callback_agent",
        "CallbackAgentInput": ".callback_agent_input",
        "CallbackAssignType": ".callback_assign_type",
        "CallbackDialingModel": ".callback_dialing_model",
        "CallbackFromCallType": ".callback_from_call_type",
        "CallbackInput": ".callback_input",
        "CallbackInputAssignType": ".callback_input_assign_type",
        "CallbackLink": ".callback_link",
        "CallbackLinks": ".callback_links",
        "CallbackOperation": ".callback_operation",
        "CallbackOperationName": ".callback_operation_name",
        "CallbackPage": ".callback_page",
        "CallbackPageEmbedded": ".callback_page_embedded",
        "CallbackPageLinks": ".callback_page_links",
        "CallbackQueue": ".callback_queue",
        "CallbackQueueInput": ".callback_queue_input",
        "CallbackRingGroup": ".callback_ring_group",
        "CallbackStatus": ".callback_status",
        "CallbackTeam": ".callback_team",
        "CallingHours": ".calling_hours",
        "CallingHoursInput": ".calling_hours_input",
        "Campaign": ".campaign",
        "CampaignDoNotCallList": ".campaign_do_not_call_list",
        "CampaignDoNotCallListPage": ".campaign_do_not_call_list_page",
        "CampaignDoNotCallListPageEmbedded": ".campaign_do_not_call_list_page_embedded",
        "CampaignInput": ".campaign_input",
        "CampaignLink": ".campaign_link",
        "CampaignLinks": ".campaign_links",
        "CampaignNumber": ".campaign_number",
        "CampaignNumberPage": ".campaign_number_page",
        "CampaignNumberPageEmbedded": ".campaign_number_page_embedded",
        "CampaignOperation": ".campaign_operation",
        "CampaignOperationName": ".campaign_operation_name",
        "CampaignOperationPath": ".campaign_operation_path",
        "CampaignOrder": ".campaign_order",
        "CampaignPage": ".campaign_page",
        "CampaignPageEmbedded": ".campaign_page_embedded",
        "CampaignPageLinks": ".campaign_page_links",
        "CampaignRecordList": ".campaign_record_list",
        "CampaignRecordListPage": ".campaign_record_list_page",
        "CampaignRecordListPageEmbedded": ".campaign_record_list_page_embedded",
        "CampaignStatus": ".campaign_status",
        "CampaignStatusFilter": ".campaign_status_filter",
        "CampaignSummary": ".campaign_summary",
        "CampaignUser": ".campaign_user",
        "CampaignUserPage": ".campaign_user_page",
        "CampaignUserPageEmbedded": ".campaign_user_page_embedded",
        "DialingMode": ".dialing_mode",
        "DialingModeConfiguration": ".dialing_mode_configuration",
        "DialingModeConfigurationInput": ".dialing_mode_configuration_input",
        "DialingStrategy": ".dialing_strategy",
        "DialingStrategyInput": ".dialing_strategy_input",
        "DispositionInput": ".disposition_input",
        "Dispositions": ".dispositions",
        "DispositionsInput": ".dispositions_input",
        "DoNotCallListReference": ".do_not_call_list_reference",
        "Error": ".error",
        "ErrorField": ".error_field",
        "InvalidNumberDisposition": ".invalid_number_disposition",
        "InvalidNumberDispositionInput": ".invalid_number_disposition_input",
        "InvalidNumberStatus": ".invalid_number_status",
        "ListsSortingCriteria": ".lists_sorting_criteria",
        "NoAnswerDisposition": ".no_answer_disposition",
        "NumberReference": ".number_reference",
        "PhoneType": ".phone_type",
        "RecordChainEntry": ".record_chain_entry",
        "RecordChainEntryInput": ".record_chain_entry_input",
        "RecordExtraData": ".record_extra_data",
        "RecordExtraDataInput": ".record_extra_data_input",
        "RecordListReference": ".record_list_reference",
        "StatusAfterCall": ".status_after_call",
        "StrategyType": ".strategy_type",
        "TimeUnit": ".time_unit",
        "UserReference": ".user_reference",
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
    "AbandonmentTimeoutInput",
    "AnsweringMachineDisposition",
    "AssignmentLinks",
    "AssignmentPageLinks",
    "BusyDisposition",
    "Callback",
    "CallbackAgent",
    "CallbackAgentInput",
    "CallbackAssignType",
    "CallbackDialingModel",
    "CallbackFromCallType",
    "CallbackInput",
    "CallbackInputAssignType",
    "CallbackLink",
    "CallbackLinks",
    "CallbackOperation",
    "CallbackOperationName",
    "CallbackPage",
    "CallbackPageEmbedded",
    "CallbackPageLinks",
    "CallbackQueue",
    "CallbackQueueInput",
    "CallbackRingGroup",
    "CallbackStatus",
    "CallbackTeam",
    "CallingHours",
    "CallingHoursInput",
    "Campaign",
    "CampaignDoNotCallList",
    "CampaignDoNotCallListPage",
    "CampaignDoNotCallListPageEmbedded",
    "CampaignInput",
    "CampaignLink",
    "CampaignLinks",
    "CampaignNumber",
    "CampaignNumberPage",
    "CampaignNumberPageEmbedded",
    "CampaignOperation",
    "CampaignOperationName",
    "CampaignOperationPath",
    "CampaignOrder",
    "CampaignPage",
    "CampaignPageEmbedded",
    "CampaignPageLinks",
    "CampaignRecordList",
    "CampaignRecordListPage",
    "CampaignRecordListPageEmbedded",
    "CampaignStatus",
    "CampaignStatusFilter",
    "CampaignSummary",
    "CampaignUser",
    "CampaignUserPage",
    "CampaignUserPageEmbedded",
    "DialingMode",
    "DialingModeConfiguration",
    "DialingModeConfigurationInput",
    "DialingStrategy",
    "DialingStrategyInput",
    "DispositionInput",
    "Dispositions",
    "DispositionsInput",
    "DoNotCallListReference",
    "Error",
    "ErrorField",
    "InvalidNumberDisposition",
    "InvalidNumberDispositionInput",
    "InvalidNumberStatus",
    "ListsSortingCriteria",
    "NoAnswerDisposition",
    "NumberReference",
    "PhoneType",
    "RecordChainEntry",
    "RecordChainEntryInput",
    "RecordExtraData",
    "RecordExtraDataInput",
    "RecordListReference",
    "StatusAfterCall",
    "StrategyType",
    "TimeUnit",
    "UserReference",
    "WeekDay",
]
