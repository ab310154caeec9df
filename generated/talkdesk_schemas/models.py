# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import MISSING, AwareDatetime, BaseModel, ConfigDict, Field, RootModel


class CallbackLink(BaseModel):
    href: Annotated[
        str, Field(description="Where the link leads; absolute, to be treated as opaque.")
    ]


class CallbackLinks(BaseModel):
    self: Annotated[CallbackLink, Field(description="The callback itself.")]


class RecordExtraData(BaseModel):
    model_config = ConfigDict(extra="allow")


class CallbackStatus(StrEnum):
    UNATTEMPTED = "UNATTEMPTED"
    TO_BE_RETRIED = "TO_BE_RETRIED"
    EXHAUSTED = "EXHAUSTED"
    SUCCESS = "SUCCESS"
    CANCELED = "CANCELED"
    INVALID_NUMBER = "INVALID_NUMBER"


class CallbackAssignType(StrEnum):
    MYSELF_ONLY = "MYSELF_ONLY"
    SPECIFIC_AGENT = "SPECIFIC_AGENT"
    SPECIFIC_RING_GROUP = "SPECIFIC_RING_GROUP"
    MYSELF_IF_AVAILABLE = "MYSELF_IF_AVAILABLE"
    ANY_ELIGIBLE_AGENT = "ANY_ELIGIBLE_AGENT"
    SPECIFIC_QUEUE = "SPECIFIC_QUEUE"


class CallbackFromCallType(StrEnum):
    INBOUND = "INBOUND"
    MANUAL_OUTBOUND = "MANUAL_OUTBOUND"
    PROACTIVE_OUTBOUND = "PROACTIVE_OUTBOUND"
    API = "API"


class CallbackDialingModel(StrEnum):
    PREDICTIVE = "PREDICTIVE"
    PREVIEW = "PREVIEW"


class CallbackInputAssignType(StrEnum):
    MYSELF_ONLY = "MYSELF_ONLY"
    SPECIFIC_AGENT = "SPECIFIC_AGENT"
    SPECIFIC_QUEUE = "SPECIFIC_QUEUE"
    MYSELF_IF_AVAILABLE = "MYSELF_IF_AVAILABLE"
    ANY_ELIGIBLE_AGENT = "ANY_ELIGIBLE_AGENT"


class CallbackQueueInput(BaseModel):
    queue: Annotated[str, Field(description="Id of the queue.", min_length=1)]


class CallbackAgentInput(BaseModel):
    agent_id: Annotated[str, Field(description="Id of the agent.", min_length=1)]
    ring_group: Annotated[
        str | MISSING, Field(description="Id of the ring group through which the agent is asked.")
    ] = MISSING


class CallbackOperationName(StrEnum):
    REPLACE = "replace"


class CampaignLink(BaseModel):
    href: Annotated[
        str | MISSING,
        Field(
            description="Where the link leads; absolute, to be treated as opaque.", max_length=2083
        ),
    ] = MISSING


class DialingMode(StrEnum):
    PREDICTIVE = "PREDICTIVE"
    PREVIEW = "PREVIEW"


class CampaignStatus(StrEnum):
    INCOMPLETE = "INCOMPLETE"
    READY = "READY"
    RUNNING = "RUNNING"
    PAUSED = "PAUSED"


class AbandonmentTimeout(BaseModel):
    amount: Annotated[
        int,
        Field(
            description="Seconds until an answered call without an agent is hung up.", ge=2, le=30
        ),
    ]


class StrategyType(StrEnum):
    AUTOMATIC = "AUTOMATIC"
    MANUAL = "MANUAL"


class TimeUnit(StrEnum):
    SECONDS = "SECONDS"
    MINUTES = "MINUTES"
    HOURS = "HOURS"
    DAYS = "DAYS"


class WeekDay(StrEnum):
    MONDAY = "MONDAY"
    TUESDAY = "TUESDAY"
    WEDNESDAY = "WEDNESDAY"
    THURSDAY = "THURSDAY"
    FRIDAY = "FRIDAY"
    SATURDAY = "SATURDAY"
    SUNDAY = "SUNDAY"


class StatusAfterCall(StrEnum):
    FINAL = "FINAL"
    RETRY = "RETRY"


class PhoneType(StrEnum):
    HOME = "HOME"
    OFFICE = "OFFICE"
    MOBILE = "MOBILE"
    EXTRA_1 = "EXTRA_1"
    EXTRA_2 = "EXTRA_2"
    EXTRA_3 = "EXTRA_3"


class ListsSortingCriteria(StrEnum):
    FIFO = "FIFO"
    LIFO = "LIFO"


class CampaignPageLinks(BaseModel):
    self: Annotated[CampaignLink, Field(description="This page.")]
    prev: Annotated[CampaignLink | MISSING, Field(description="The page before.")] = MISSING
    next: Annotated[CampaignLink | MISSING, Field(description="The next page.")] = MISSING
    first: Annotated[CampaignLink | MISSING, Field(description="The first page.")] = MISSING
    last: Annotated[CampaignLink | MISSING, Field(description="The last page.")] = MISSING


class CampaignOrder(StrEnum):
    CREATED_AT = "created_at"
    CREATED_AT_ASC = "created_at:asc"
    CREATED_AT_DESC = "created_at:desc"
    NAME = "name"
    NAME_ASC = "name:asc"
    NAME_DESC = "name:desc"
    DIALING_MODE = "dialing_mode"
    DIALING_MODE_ASC = "dialing_mode:asc"
    DIALING_MODE_DESC = "dialing_mode:desc"
    PRIORITY = "priority"
    PRIORITY_ASC = "priority:asc"
    PRIORITY_DESC = "priority:desc"


class CampaignStatusFilter(StrEnum):
    INCOMPLETE = "incomplete"
    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"


class AssignmentPageLinks(BaseModel):
    self: Annotated[CampaignLink, Field(description="This page.")]
    prev: Annotated[CampaignLink | MISSING, Field(description="The page before.")] = MISSING
    next: Annotated[CampaignLink | MISSING, Field(description="The next page.")] = MISSING
    first: Annotated[CampaignLink | MISSING, Field(description="The first page.")] = MISSING
    last: Annotated[CampaignLink | MISSING, Field(description="The last page.")] = MISSING


class AssignmentLinks(BaseModel):
    self: Annotated[CampaignLink | MISSING, Field(description="The item itself.")] = MISSING


class CampaignUser(BaseModel):
    id: Annotated[str, Field(description="Id of the user.")]
    hal_links: Annotated[
        AssignmentLinks | MISSING, Field(alias="_links", description="HAL links of the user.")
    ] = MISSING


class UserReference(BaseModel):
    id: Annotated[str, Field(description="Id of the user.", min_length=1)]


class CampaignNumber(BaseModel):
    id: Annotated[str, Field(description="Id of the number.")]
    phone_number: Annotated[
        str | MISSING, Field(description="The number, in the form of E.164.", max_length=15)
    ] = MISSING
    hal_links: Annotated[
        AssignmentLinks | MISSING, Field(alias="_links", description="HAL links of the number.")
    ] = MISSING


class NumberReference(BaseModel):
    id: Annotated[str | MISSING, Field(description="Id of the number.", min_length=1)] = MISSING
    phone_number: Annotated[
        str | MISSING, Field(description="The number, in the form of E.164.", min_length=1)
    ] = MISSING


class CampaignRecordList(BaseModel):
    id: Annotated[str, Field(description="Id of the record list.")]


class RecordListReference(BaseModel):
    id: Annotated[str, Field(description="Id of the record list.", min_length=1)]


class CampaignDoNotCallList(BaseModel):
    id: Annotated[str, Field(description="Id of the do-not-call list.")]


class DoNotCallListReference(BaseModel):
    id: Annotated[str, Field(description="Id of the do-not-call list.", min_length=1)]


class DialingModeConfigurationInput(BaseModel):
    answering_machine_detection: Annotated[
        bool | MISSING,
        Field(description="Whether calls that reach a machine or a voicemail are disconnected."),
    ] = MISSING
    amd_metadata: Annotated[
        bool | MISSING,
        Field(
            description="Whether data about the detection of answering machines is kept (by the name)."
        ),
    ] = MISSING
    max_abandonment_rate: Annotated[
        int | MISSING, Field(description="Highest rate of abandoned calls.", ge=1, le=100)
    ] = MISSING
    max_dialing_ratio: Annotated[
        int | MISSING, Field(description="Most calls started per agent.", ge=1, le=3)
    ] = MISSING
    max_ring_time_in_secs: Annotated[
        int, Field(description="Seconds after which an unanswered call is given up.", ge=6, le=120)
    ]
    abandonment_timeout: Annotated[
        AbandonmentTimeout | MISSING,
        Field(description="How long an answered call waits for an agent."),
    ] = MISSING


class CallingHoursInput(BaseModel):
    from_: Annotated[
        str,
        Field(alias="from", description="Start, as HH:MM:SS where the record is.", max_length=35),
    ]
    to: Annotated[str, Field(description="End, as HH:MM:SS where the record is.", max_length=35)]
    week_days: Annotated[list[WeekDay], Field(description="Days on which the hours hold.")]


class DispositionInput(BaseModel):
    status_after_call: Annotated[
        StatusAfterCall, Field(description="Whether the record is called again.")
    ]
    custom: Annotated[
        bool,
        Field(
            description="Whether these settings replace those of the strategy (by the name; the page does not say)."
        ),
    ]
    max_attempts: Annotated[
        int | MISSING, Field(description="Most attempts with this result.", ge=1, le=100)
    ] = MISSING
    retry_period: Annotated[
        int | MISSING,
        Field(
            description="Time until the next attempt, in retry_period_time_unit.", ge=1, le=2592000
        ),
    ] = MISSING
    retry_period_time_unit: Annotated[
        TimeUnit | MISSING, Field(description="Unit of retry_period.")
    ] = MISSING


class InvalidNumberStatus(StrEnum):
    FINAL = "FINAL"


class CampaignOperationName(StrEnum):
    REPLACE = "REPLACE"


class CampaignOperationPath(StrEnum):
    STATUS = "status"
    NAME = "name"
    PRIORITY = "priority"


class ErrorField(BaseModel):
    name: Annotated[str, Field(description="Name of the member.")]
    description: Annotated[str, Field(description="What is wrong with it.")]


class CallbackTeam(BaseModel):
    team_id: Annotated[str | MISSING, Field(description="Id of the team.")] = MISSING


class CallbackAgent(BaseModel):
    agent_id: Annotated[str | MISSING, Field(description="Id of the agent.")] = MISSING


class CallbackRingGroup(BaseModel):
    ring_group: Annotated[str | MISSING, Field(description="Id of the ring group.")] = MISSING


class CallbackQueue(BaseModel):
    queue: Annotated[str | MISSING, Field(description="Id of the queue.")] = MISSING


class ListCallbacksParametersQuery(BaseModel):
    agent_id: str | MISSING = MISSING
    campaign_id: str | MISSING = MISSING
    contact_id: str | MISSING = MISSING
    next_time_to_call_end: AwareDatetime | MISSING = MISSING
    page: Annotated[int, Field(ge=1)] = 1
    per_page: Annotated[int | MISSING, Field(ge=1, le=500)] = MISSING
    phone_number: str | MISSING = MISSING
    record_id: str | MISSING = MISSING
    time_to_call: AwareDatetime | MISSING = MISSING
    status: str | MISSING = MISSING
    start_time: AwareDatetime | MISSING = MISSING
    end_time: AwareDatetime | MISSING = MISSING
    queue: str | MISSING = MISSING
    team_id: str | MISSING = MISSING
    from_call_type: str | MISSING = MISSING


class ListCampaignsParametersQuery(BaseModel):
    page: Annotated[int, Field(ge=1)] = 1
    per_page: Annotated[int | MISSING, Field(ge=1, le=250)] = MISSING
    fields: str | MISSING = MISSING
    name: str | MISSING = MISSING
    search: str | MISSING = MISSING
    user_id: str | MISSING = MISSING
    team_id: str | MISSING = MISSING
    record_list_id: str | MISSING = MISSING
    do_no_call_list_id: str | MISSING = MISSING
    order_by: CampaignOrder | MISSING = MISSING
    dialing_mode: DialingMode | MISSING = MISSING
    status: CampaignStatusFilter | MISSING = MISSING
    action_required: bool | MISSING = MISSING
    priority: Annotated[int | MISSING, Field(ge=1, le=10)] = MISSING
    created_at_from: AwareDatetime | MISSING = MISSING
    created_at_to: AwareDatetime | MISSING = MISSING


class CreateCampaignParametersQuery(BaseModel):
    source_id: str | MISSING = MISSING


class GetCampaignParametersQuery(BaseModel):
    fields: str | MISSING = MISSING


class ListCampaignUsersParametersQuery(BaseModel):
    page: Annotated[int, Field(ge=1)] = 1
    per_page: Annotated[int | MISSING, Field(ge=1, le=250)] = MISSING
    filter: str | MISSING = MISSING


class AssignCampaignUsersRequest(RootModel[list[UserReference]]):
    root: Annotated[list[UserReference], Field(min_length=1)]


class DissociateCampaignUsersRequest(RootModel[list[UserReference]]):
    root: Annotated[list[UserReference], Field(min_length=1)]


class ListCampaignNumbersParametersQuery(BaseModel):
    page: Annotated[int, Field(ge=1)] = 1
    per_page: Annotated[int | MISSING, Field(ge=1, le=250)] = MISSING
    filter: str | MISSING = MISSING


class AssignCampaignNumbersRequest(RootModel[list[NumberReference]]):
    root: Annotated[list[NumberReference], Field(min_length=1)]


class DissociateCampaignNumbersRequest(RootModel[list[NumberReference]]):
    root: Annotated[list[NumberReference], Field(min_length=1)]


class ListCampaignRecordListsParametersQuery(BaseModel):
    page: Annotated[int, Field(ge=1)] = 1
    per_page: Annotated[int | MISSING, Field(ge=1, le=250)] = MISSING
    filter: str | MISSING = MISSING


class AssignCampaignRecordListsRequest(RootModel[list[RecordListReference]]):
    root: Annotated[list[RecordListReference], Field(min_length=1)]


class DissociateCampaignRecordListsRequest(RootModel[list[RecordListReference]]):
    root: Annotated[list[RecordListReference], Field(min_length=1)]


class ListCampaignDoNotCallListsParametersQuery(BaseModel):
    page: Annotated[int, Field(ge=1)] = 1
    per_page: Annotated[int | MISSING, Field(ge=1, le=250)] = MISSING
    filter: str | MISSING = MISSING


class AssignCampaignDoNotCallListsRequest(RootModel[list[DoNotCallListReference]]):
    root: Annotated[list[DoNotCallListReference], Field(min_length=1)]


class DissociateCampaignDoNotCallListsRequest(RootModel[list[DoNotCallListReference]]):
    root: Annotated[list[DoNotCallListReference], Field(min_length=1)]


class CallbackPageLinks(BaseModel):
    self: Annotated[CallbackLink, Field(description="This page.")]
    first: Annotated[CallbackLink | MISSING, Field(description="The first page.")] = MISSING
    last: Annotated[CallbackLink | MISSING, Field(description="The last page.")] = MISSING
    prev: Annotated[CallbackLink | MISSING, Field(description="The page before.")] = MISSING
    next: Annotated[CallbackLink | MISSING, Field(description="The next page.")] = MISSING


class Callback(BaseModel):
    callback_id: Annotated[str, Field(description="Identifies the callback.")]
    interaction_id: Annotated[
        str | MISSING,
        Field(description="Id of the interaction the callback came from; it may be empty."),
    ] = MISSING
    campaign_id: Annotated[
        str | MISSING, Field(description="Id of the campaign the callback came from.")
    ] = MISSING
    record_id: Annotated[str | MISSING, Field(description="Id of the record to be called.")] = (
        MISSING
    )
    record_list_id: Annotated[
        str | MISSING, Field(description="Id of the list that holds the record.")
    ] = MISSING
    phone_number: Annotated[str | MISSING, Field(description="Phone number to be called.")] = (
        MISSING
    )
    record_first_name: Annotated[
        str | MISSING, Field(description="First name in the record to be called.")
    ] = MISSING
    record_last_name: Annotated[
        str | MISSING, Field(description="Last name in the record to be called.")
    ] = MISSING
    record_extra_data: Annotated[
        RecordExtraData | MISSING, Field(description="Further data of the record to be called.")
    ] = MISSING
    caller_id: Annotated[str | MISSING, Field(description="Number shown to the called party.")] = (
        MISSING
    )
    time_to_call: Annotated[
        AwareDatetime | MISSING, Field(description="Time that the agent set first.")
    ] = MISSING
    next_time_to_call: Annotated[
        AwareDatetime | MISSING, Field(description="Time of the next attempt.")
    ] = MISSING
    timezone: Annotated[
        str | MISSING,
        Field(
            description="Time zone in which the callback is scheduled, by its IANA name such as Europe/Lisbon."
        ),
    ] = MISSING
    exclusive_to_agent: Annotated[
        bool | MISSING,
        Field(deprecated=True, description="Whether the callback is kept for one agent."),
    ] = MISSING
    agent_id: Annotated[
        str | MISSING, Field(deprecated=True, description="Id of the assigned agent.")
    ] = MISSING
    contact_id: Annotated[str | MISSING, Field(description="Id of the contact to be called.")] = (
        MISSING
    )
    status: Annotated[CallbackStatus | MISSING, Field(description="Where the callback stands.")] = (
        MISSING
    )
    assign_type: Annotated[
        CallbackAssignType | MISSING, Field(description="Who is to take the callback.")
    ] = MISSING
    from_call_type: Annotated[
        CallbackFromCallType | MISSING, Field(description="Kind of call the callback came from.")
    ] = MISSING
    dialing_model: Annotated[
        CallbackDialingModel | MISSING, Field(description="How the callback is dialed.")
    ] = MISSING
    hal_links: Annotated[
        CallbackLinks | MISSING, Field(alias="_links", description="HAL links of the callback.")
    ] = MISSING
    scheduled_time_to_call: Annotated[
        AwareDatetime | MISSING,
        Field(description="Time for which the callback was scheduled first."),
    ] = MISSING
    account_id: Annotated[str | MISSING, Field(description="Id of the account.")] = MISSING
    root_interaction_id: Annotated[
        str | MISSING,
        Field(description="Id of the first interaction in the chain that led to the callback."),
    ] = MISSING
    processed_time: Annotated[
        AwareDatetime | MISSING, Field(description="When the callback was worked on last.")
    ] = MISSING
    preferred_start_time: Annotated[
        AwareDatetime | MISSING,
        Field(
            description="Start of the preferred time of day; its date, 2000-01-01, has no meaning."
        ),
    ] = MISSING
    preferred_end_time: Annotated[
        AwareDatetime | MISSING,
        Field(
            description="End of the preferred time of day; its date, 2000-01-01, has no meaning."
        ),
    ] = MISSING
    created_at: Annotated[
        AwareDatetime | MISSING, Field(description="When the callback was created.")
    ] = MISSING
    created_by: Annotated[
        str | MISSING, Field(description="Name of whoever created the callback.")
    ] = MISSING
    teams: Annotated[
        list[CallbackTeam] | MISSING, Field(description="Teams the callback is assigned to.")
    ] = MISSING
    agents: Annotated[
        list[CallbackAgent] | MISSING, Field(description="Agents the callback is assigned to.")
    ] = MISSING
    ring_groups: Annotated[
        list[CallbackRingGroup] | MISSING,
        Field(description="Ring groups the callback is assigned to; older than queues."),
    ] = MISSING
    queues: Annotated[
        list[CallbackQueue] | MISSING,
        Field(description="Queues the callback is assigned to; newer than ring_groups."),
    ] = MISSING
    record_list_name: Annotated[
        str | MISSING,
        Field(description="Name of the list that holds the record; where one callback is shown."),
    ] = MISSING
    current_retry_attempts: Annotated[
        int | MISSING,
        Field(description="Attempts made again so far (by the name); where one callback is shown."),
    ] = MISSING
    current_rescheduled_attempts: Annotated[
        int | MISSING,
        Field(
            description="Times the callback was moved so far (by the name); where one callback is shown."
        ),
    ] = MISSING
    max_rescheduled_attempts: Annotated[
        int | MISSING,
        Field(
            description="Most times the callback may be moved (by the name); where one callback is shown."
        ),
    ] = MISSING
    assign_type_v2: Annotated[
        CallbackAssignType | MISSING,
        Field(description="Who is to take the callback, by the newer name."),
    ] = MISSING


class CallbackInput(BaseModel):
    interaction_id: Annotated[
        str,
        Field(
            description="Id of the interaction the callback comes from; an empty text where there is none."
        ),
    ]
    caller_id: Annotated[
        str,
        Field(
            description="Number to show to the called party, in the form of E.164.", min_length=1
        ),
    ]
    time_to_call: Annotated[
        AwareDatetime, Field(description="When the call is due; written in UTC.")
    ]
    timezone: Annotated[
        str,
        Field(
            description="Time zone of the called party, by its IANA name such as Europe/Lisbon.",
            min_length=1,
        ),
    ]
    assign_type: Annotated[
        CallbackInputAssignType,
        Field(
            description="Who is to take the callback; the SPECIFIC_ kinds need the list of that kind."
        ),
    ]
    from_call_type: Annotated[
        CallbackFromCallType, Field(description="Kind of call the callback comes from.")
    ]
    dialing_model: Annotated[
        CallbackDialingModel,
        Field(description="How the callback is dialed; the support pages advise PREVIEW."),
    ]
    phone_number: Annotated[
        str,
        Field(
            description="Number to be called, in the form of E.164 with its plus sign.",
            min_length=1,
        ),
    ]
    queues: Annotated[
        list[CallbackQueueInput] | MISSING,
        Field(description="Queues that are to take the callback."),
    ] = MISSING
    agents: Annotated[
        list[CallbackAgentInput] | MISSING,
        Field(description="Agents who are to take the callback."),
    ] = MISSING
    campaign_id: Annotated[
        str | MISSING, Field(description="Id of the campaign the callback belongs to.")
    ] = MISSING
    record_id: Annotated[str | MISSING, Field(description="Id of the record to be called.")] = (
        MISSING
    )
    record_list_id: Annotated[
        str | MISSING, Field(description="Id of the list that holds the record.")
    ] = MISSING
    record_first_name: Annotated[str | MISSING, Field(description="First name in the record.")] = (
        MISSING
    )
    record_last_name: Annotated[str | MISSING, Field(description="Last name in the record.")] = (
        MISSING
    )
    record_extra_data: Annotated[
        RecordExtraData | MISSING, Field(description="Further data of the record.")
    ] = MISSING
    description: Annotated[
        str | MISSING,
        Field(
            description="Notes for whoever takes the callback. No reply is known to repeat them."
        ),
    ] = MISSING


class CallbackOperation(BaseModel):
    op: Annotated[
        CallbackOperationName,
        Field(description="What is done; only the replacement is exemplified."),
    ]
    path: Annotated[
        str,
        Field(
            description="Pointer to the member, in camel case.",
            examples=["/timeToCall", "/phoneNumber", "/timezone", "/assignType", "/agents"],
        ),
    ]
    value: Annotated[Any, Field(description="The new value; for /agents a list of agent ids.")]


class CampaignLinks(BaseModel):
    self: Annotated[CampaignLink | MISSING, Field(description="The campaign itself.")] = MISSING
    campaigns: Annotated[
        CampaignLink | MISSING, Field(description="The list of all campaigns.")
    ] = MISSING


class DialingModeConfiguration(BaseModel):
    answering_machine_detection: Annotated[
        bool | MISSING,
        Field(description="Whether calls that reach a machine or a voicemail are disconnected."),
    ] = MISSING
    max_abandonment_rate: Annotated[
        float | MISSING, Field(description="Highest rate of abandoned calls.", ge=1.0, le=100.0)
    ] = MISSING
    max_dialing_ratio: Annotated[
        int | MISSING, Field(description="Most calls started per agent.", ge=1, le=3)
    ] = MISSING
    max_ring_time_in_secs: Annotated[
        int, Field(description="Seconds after which an unanswered call is given up.", ge=6, le=120)
    ]
    abandonment_timeout: Annotated[
        AbandonmentTimeout | MISSING,
        Field(description="How long an answered call waits for an agent."),
    ] = MISSING
    amd_metadata: Annotated[
        bool | MISSING,
        Field(
            description="Whether data about the detection of answering machines is kept (by the name)."
        ),
    ] = MISSING


class CallingHours(BaseModel):
    from_: Annotated[
        str,
        Field(
            alias="from",
            description="Start, as HH:MM:SS where the record is; older replies may hold a whole timestamp.",
            max_length=35,
        ),
    ]
    to: Annotated[
        str,
        Field(
            description="End, as HH:MM:SS where the record is; older replies may hold a whole timestamp.",
            max_length=35,
        ),
    ]
    week_days: Annotated[
        list[WeekDay] | MISSING, Field(description="Days on which the hours hold.")
    ] = MISSING


class BusyDisposition(BaseModel):
    status_after_call: Annotated[
        StatusAfterCall, Field(description="Whether the record is called again.")
    ]
    custom: Annotated[
        bool,
        Field(
            description="Whether these settings replace those of the strategy (by the name; the page does not say)."
        ),
    ]
    max_attempts: Annotated[
        int | MISSING, Field(description="Most attempts with this result.", ge=1, le=100)
    ] = MISSING
    retry_period: Annotated[
        int | MISSING,
        Field(
            description="Time until the next attempt, in retry_period_time_unit.", ge=1, le=2592000
        ),
    ] = MISSING
    retry_period_time_unit: Annotated[
        TimeUnit | MISSING, Field(description="Unit of retry_period.")
    ] = MISSING


class NoAnswerDisposition(BaseModel):
    custom: Annotated[
        bool,
        Field(
            description="Whether these settings replace those of the strategy (by the name; the page does not say)."
        ),
    ]
    max_attempts: Annotated[
        int | MISSING, Field(description="Most attempts with this result.", ge=1, le=100)
    ] = MISSING
    retry_period: Annotated[
        int | MISSING,
        Field(
            description="Time until the next attempt, in retry_period_time_unit.", ge=1, le=2592000
        ),
    ] = MISSING
    retry_period_time_unit: Annotated[
        TimeUnit | MISSING, Field(description="Unit of retry_period.")
    ] = MISSING
    status_after_call: Annotated[
        StatusAfterCall, Field(description="Whether the record is called again.")
    ]


class AbandonedDisposition(BaseModel):
    custom: Annotated[
        bool,
        Field(
            description="Whether these settings replace those of the strategy (by the name; the page does not say)."
        ),
    ]
    max_attempts: Annotated[
        int | MISSING, Field(description="Most attempts with this result.", ge=1, le=100)
    ] = MISSING
    retry_period: Annotated[
        int | MISSING,
        Field(
            description="Time until the next attempt, in retry_period_time_unit.", ge=1, le=2592000
        ),
    ] = MISSING
    retry_period_time_unit: Annotated[
        TimeUnit | MISSING, Field(description="Unit of retry_period.")
    ] = MISSING
    status_after_call: Annotated[
        StatusAfterCall, Field(description="Whether the record is called again.")
    ]


class AnsweringMachineDisposition(BaseModel):
    status_after_call: Annotated[
        StatusAfterCall, Field(description="Whether the record is called again.")
    ]
    custom: Annotated[
        bool,
        Field(
            description="Whether these settings replace those of the strategy (by the name; the page does not say)."
        ),
    ]
    max_attempts: Annotated[
        int | MISSING, Field(description="Most attempts with this result.", ge=1, le=100)
    ] = MISSING
    retry_period: Annotated[
        int | MISSING,
        Field(
            description="Time until the next attempt, in retry_period_time_unit.", ge=1, le=2592000
        ),
    ] = MISSING
    retry_period_time_unit: Annotated[
        TimeUnit | MISSING, Field(description="Unit of retry_period.")
    ] = MISSING


class InvalidNumberDisposition(BaseModel):
    status_after_call: Annotated[
        StatusAfterCall,
        Field(description="Whether the record is called again; FINAL wherever it is seen."),
    ]


class RecordChainEntry(BaseModel):
    type: Annotated[PhoneType, Field(description="Type of phone.")]
    max_attempts: Annotated[
        int, Field(description="Most attempts at phones of this type.", ge=1, le=100)
    ]
    retry_period: Annotated[
        int | MISSING,
        Field(description="Time between attempts at phones of this type.", ge=1, le=2592000),
    ] = MISSING
    retry_period_time_unit: Annotated[
        TimeUnit | MISSING, Field(description="Unit of retry_period.")
    ] = MISSING


class CampaignSummary(BaseModel):
    hal_links: Annotated[
        CampaignLinks, Field(alias="_links", description="HAL links of the campaign.")
    ]
    id: Annotated[str, Field(description="Id of the campaign.")]
    name: Annotated[str, Field(description="Name of the campaign.")]
    dialing_mode: Annotated[DialingMode | MISSING, Field(description="How the campaign dials.")] = (
        MISSING
    )
    priority: Annotated[int | MISSING, Field(description="Priority among campaigns, 1 to 10.")] = (
        MISSING
    )
    run_once: Annotated[
        bool | MISSING,
        Field(
            description="Whether each record is run through once (by the name; the page does not say)."
        ),
    ] = MISSING
    action_required: Annotated[
        bool | MISSING,
        Field(description="Whether somebody has to act (by the name; the page does not say)."),
    ] = MISSING
    status: Annotated[CampaignStatus | MISSING, Field(description="Where the campaign stands.")] = (
        MISSING
    )
    created_at: Annotated[
        AwareDatetime | MISSING, Field(description="When the campaign was created.")
    ] = MISSING


class CampaignUserPageEmbedded(BaseModel):
    users: Annotated[list[CampaignUser], Field(description="The users of this page.")]


class CampaignNumberPageEmbedded(BaseModel):
    numbers: Annotated[list[CampaignNumber], Field(description="The numbers of this page.")]


class CampaignRecordListPageEmbedded(BaseModel):
    record_lists: Annotated[
        list[CampaignRecordList], Field(description="The record lists of this page.")
    ]


class CampaignDoNotCallListPageEmbedded(BaseModel):
    do_not_call_lists: Annotated[
        list[CampaignDoNotCallList], Field(description="The do-not-call lists of this page.")
    ]


class InvalidNumberDispositionInput(BaseModel):
    status_after_call: Annotated[
        InvalidNumberStatus,
        Field(
            description="Whether the record is called again; a number that does not exist is not."
        ),
    ]


class CampaignOperation(BaseModel):
    op: Annotated[CampaignOperationName, Field(description="What is done.")]
    path: Annotated[CampaignOperationPath, Field(description="The member, without a slash.")]
    value: Annotated[
        str,
        Field(
            description="The new value as a text; a status in lower case, a name of 3 to 36 characters, a priority of 1 to 10 in digits. That a priority is written as a text is the bundle's word."
        ),
    ]


class Error(BaseModel):
    code: Annotated[str, Field(description="Code of the error.")]
    message: Annotated[str, Field(description="What went wrong.")]
    description: Annotated[str | MISSING, Field(description="More about what went wrong.")] = (
        MISSING
    )
    fields: Annotated[
        list[ErrorField] | MISSING,
        Field(description="The members of the request that are at fault."),
    ] = MISSING


class CallbackPageEmbedded(BaseModel):
    callbacks: Annotated[list[Callback], Field(description="The callbacks of this page.")]


class UpdateCallbackRequest(RootModel[list[CallbackOperation]]):
    root: Annotated[list[CallbackOperation], Field(min_length=1)]


class CallbackPage(BaseModel):
    total: Annotated[
        int,
        Field(
            description="Number of callbacks that match the filters, on all pages together.", ge=0
        ),
    ]
    page: Annotated[int, Field(description="Number of this page.", ge=1)]
    per_page: Annotated[int, Field(description="Most items a page may hold.", ge=1)]
    count: Annotated[int, Field(description="Number of items on this page.", ge=0)]
    hal_links: Annotated[CallbackPageLinks, Field(alias="_links")]
    hal_embedded: Annotated[CallbackPageEmbedded, Field(alias="_embedded")]
    total_pages: Annotated[int, Field(description="Number of pages.", ge=0)]


class Dispositions(BaseModel):
    busy: Annotated[BusyDisposition, Field(description="After a busy line.")]
    no_answer: Annotated[NoAnswerDisposition, Field(description="After no answer.")]
    abandoned: Annotated[
        AbandonedDisposition | MISSING, Field(description="After an abandoned call.")
    ] = MISSING
    answering_machine_detection: Annotated[
        AnsweringMachineDisposition | MISSING, Field(description="After an answering machine.")
    ] = MISSING
    invalid_number: Annotated[
        InvalidNumberDisposition | MISSING, Field(description="After an invalid number.")
    ] = MISSING
    hangup_before_connection: Annotated[
        AnsweringMachineDisposition | MISSING,
        Field(description="After the called party hung up before an agent was connected."),
    ] = MISSING
    agent_hangup_before_connection: Annotated[
        AnsweringMachineDisposition | MISSING,
        Field(description="After the agent hung up before the called party was connected."),
    ] = MISSING


class CampaignPageEmbedded(BaseModel):
    campaigns: Annotated[list[CampaignSummary], Field(description="The campaigns of this page.")]


class CampaignUserPage(BaseModel):
    total: Annotated[
        int,
        Field(description="Number of users on all pages together.", ge=0, le=4611686018427388000),
    ]
    count: Annotated[
        int, Field(description="Number of items on this page.", ge=0, le=4611686018427388000)
    ]
    page: Annotated[int, Field(description="Number of this page.", ge=1)]
    per_page: Annotated[int, Field(description="Most items a page may hold.", ge=1)]
    total_pages: Annotated[int, Field(description="Number of pages.", ge=0, le=4611686018427388000)]
    hal_links: Annotated[
        AssignmentPageLinks, Field(alias="_links", description="HAL links of the page.")
    ]
    hal_embedded: Annotated[
        CampaignUserPageEmbedded, Field(alias="_embedded", description="The items.")
    ]


class CampaignNumberPage(BaseModel):
    total: Annotated[
        int,
        Field(description="Number of numbers on all pages together.", ge=0, le=4611686018427388000),
    ]
    count: Annotated[
        int, Field(description="Number of items on this page.", ge=0, le=4611686018427388000)
    ]
    page: Annotated[int, Field(description="Number of this page.", ge=1)]
    per_page: Annotated[int, Field(description="Most items a page may hold.", ge=1)]
    total_pages: Annotated[int, Field(description="Number of pages.", ge=0, le=4611686018427388000)]
    hal_links: Annotated[
        AssignmentPageLinks, Field(alias="_links", description="HAL links of the page.")
    ]
    hal_embedded: Annotated[
        CampaignNumberPageEmbedded, Field(alias="_embedded", description="The items.")
    ]


class CampaignRecordListPage(BaseModel):
    total: Annotated[int, Field(description="Number of record lists on all pages together.", ge=0)]
    count: Annotated[int, Field(description="Number of items on this page.", ge=0)]
    page: Annotated[int, Field(description="Number of this page.", ge=1)]
    per_page: Annotated[int, Field(description="Most items a page may hold.", ge=1)]
    total_pages: Annotated[int, Field(description="Number of pages.", ge=0)]
    hal_links: Annotated[
        AssignmentPageLinks, Field(alias="_links", description="HAL links of the page.")
    ]
    hal_embedded: Annotated[
        CampaignRecordListPageEmbedded, Field(alias="_embedded", description="The items.")
    ]


class CampaignDoNotCallListPage(BaseModel):
    total: Annotated[
        int, Field(description="Number of do-not-call lists on all pages together.", ge=0)
    ]
    count: Annotated[int, Field(description="Number of items on this page.", ge=0)]
    page: Annotated[int, Field(description="Number of this page.", ge=1)]
    per_page: Annotated[int, Field(description="Most items a page may hold.", ge=1)]
    total_pages: Annotated[int, Field(description="Number of pages.", ge=0)]
    hal_links: Annotated[
        AssignmentPageLinks, Field(alias="_links", description="HAL links of the page.")
    ]
    hal_embedded: Annotated[
        CampaignDoNotCallListPageEmbedded, Field(alias="_embedded", description="The items.")
    ]


class DispositionsInput(BaseModel):
    busy: Annotated[DispositionInput, Field(description="After a busy line.")]
    no_answer: Annotated[DispositionInput, Field(description="After no answer.")]
    abandoned: Annotated[
        DispositionInput | MISSING, Field(description="After an abandoned call.")
    ] = MISSING
    answering_machine_detection: Annotated[
        DispositionInput | MISSING, Field(description="After an answering machine.")
    ] = MISSING
    hangup_before_connection: Annotated[
        DispositionInput | MISSING,
        Field(description="After the called party hung up before an agent was connected."),
    ] = MISSING
    agent_hangup_before_connection: Annotated[
        DispositionInput | MISSING,
        Field(description="After the agent hung up before the called party was connected."),
    ] = MISSING
    invalid_number: Annotated[
        InvalidNumberDispositionInput, Field(description="After an invalid number.")
    ]


class DialingStrategy(BaseModel):
    max_skip_attempts: Annotated[
        int | MISSING, Field(description="How many times an agent may skip a call.", ge=0, le=20)
    ] = MISSING
    strategy_type: Annotated[
        StrategyType | MISSING, Field(description="How records are dialed.")
    ] = MISSING
    preview_timeout: Annotated[
        int | MISSING,
        Field(description="Seconds for which an agent sees the preview.", ge=6, le=300),
    ] = MISSING
    max_attempts: Annotated[
        int | MISSING,
        Field(
            description="Most attempts per record that may end without a final result.",
            ge=1,
            le=100,
        ),
    ] = MISSING
    retry_period: Annotated[
        int | MISSING,
        Field(description="Time between attempts, in retry_time_unit.", ge=1, le=2592000),
    ] = MISSING
    retry_time_unit: Annotated[TimeUnit | MISSING, Field(description="Unit of retry_period.")] = (
        MISSING
    )
    calling_hours: Annotated[
        list[CallingHours] | MISSING,
        Field(description="When to call, by the location of the record lists."),
    ] = MISSING
    dispositions: Annotated[
        Dispositions | MISSING, Field(description="What follows each result that the system sets.")
    ] = MISSING
    record_chain: Annotated[
        list[RecordChainEntry] | MISSING,
        Field(description="Rules by type of phone, one entry for each type."),
    ] = MISSING
    lists_sorting_criteria: Annotated[
        ListsSortingCriteria | MISSING, Field(description="Order in which records are taken.")
    ] = MISSING
    ivr_enabled: Annotated[
        bool | MISSING,
        Field(
            description="Whether a voice menu answers calls that no agent can take (by the name)."
        ),
    ] = MISSING


class CampaignPage(BaseModel):
    total: Annotated[
        int,
        Field(
            description="Number of campaigns that match the filters, on all pages together.", ge=0
        ),
    ]
    count: Annotated[int, Field(description="Number of items on this page.", ge=0)]
    page: Annotated[int, Field(description="Number of this page.", ge=1)]
    per_page: Annotated[int, Field(description="Most items a page may hold.", ge=1)]
    hal_links: Annotated[
        CampaignPageLinks, Field(alias="_links", description="HAL links of the page.")
    ]
    hal_embedded: Annotated[
        CampaignPageEmbedded, Field(alias="_embedded", description="The items.")
    ]
    total_pages: Annotated[int, Field(description="Number of pages.", ge=0)]


class DialingStrategyInput(BaseModel):
    max_skip_attempts: Annotated[
        int | MISSING, Field(description="Times an agent may skip a record.", ge=0, le=20)
    ] = MISSING
    strategy_type: Annotated[
        StrategyType | MISSING, Field(description="How records are dialed.")
    ] = MISSING
    preview_timeout: Annotated[
        int | MISSING,
        Field(description="Seconds for which an agent sees the preview.", ge=6, le=300),
    ] = MISSING
    max_attempts: Annotated[
        int,
        Field(
            description="Most attempts per record that may end without a final result.",
            ge=1,
            le=100,
        ),
    ]
    retry_period: Annotated[
        int, Field(description="Time between attempts, in retry_time_unit.", ge=1, le=2592000)
    ]
    retry_time_unit: Annotated[TimeUnit, Field(description="Unit of retry_period.")]
    calling_hours: Annotated[
        list[CallingHoursInput],
        Field(description="When to call, by the location of the record lists."),
    ]
    dispositions: Annotated[
        DispositionsInput, Field(description="What follows each result that the system sets.")
    ]
    record_chain: Annotated[
        list[RecordChainEntry] | MISSING,
        Field(description="Rules by type of phone, one entry for each type."),
    ] = MISSING
    lists_sorting_criteria: Annotated[
        ListsSortingCriteria | MISSING, Field(description="Order in which records are taken.")
    ] = MISSING


class Campaign(BaseModel):
    hal_links: Annotated[
        CampaignLinks, Field(alias="_links", description="HAL links of the campaign.")
    ]
    id: Annotated[str, Field(description="Id of the campaign.", max_length=36)]
    name: Annotated[str, Field(description="Name of the campaign.", max_length=36, min_length=3)]
    dialing_mode: Annotated[DialingMode | MISSING, Field(description="How the campaign dials.")] = (
        MISSING
    )
    priority: Annotated[
        int | MISSING, Field(description="Priority among campaigns.", ge=1, le=10)
    ] = MISSING
    run_once: Annotated[
        bool | MISSING,
        Field(
            description="Whether each record is run through once (by the name; the page does not say)."
        ),
    ] = MISSING
    action_required: Annotated[
        bool | MISSING,
        Field(description="Whether somebody has to act (by the name; the page does not say)."),
    ] = MISSING
    status: Annotated[CampaignStatus | MISSING, Field(description="Where the campaign stands.")] = (
        MISSING
    )
    dialing_mode_configuration: Annotated[
        DialingModeConfiguration | MISSING, Field(description="Settings of the dialing mode.")
    ] = MISSING
    dialing_strategy: Annotated[
        DialingStrategy | MISSING, Field(description="Order, hours and repetition of calls.")
    ] = MISSING
    created_at: Annotated[
        AwareDatetime | MISSING, Field(description="When the campaign was created.")
    ] = MISSING


class CampaignInput(BaseModel):
    name: Annotated[
        str,
        Field(
            description="Name of the campaign. The bounds are those of the pages on showing and on changing a campaign.",
            max_length=36,
            min_length=3,
        ),
    ]
    dialing_mode: Annotated[DialingMode | MISSING, Field(description="How the campaign dials.")] = (
        MISSING
    )
    priority: Annotated[
        int | MISSING, Field(description="Priority among campaigns.", ge=1, le=10)
    ] = MISSING
    dialing_mode_configuration: Annotated[
        DialingModeConfigurationInput | MISSING, Field(description="Settings of the dialing mode.")
    ] = MISSING
    dialing_strategy: Annotated[
        DialingStrategyInput | MISSING, Field(description="Order, hours and repetition of calls.")
    ] = MISSING
