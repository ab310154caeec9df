# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import MISSING, AwareDatetime, BaseModel, ConfigDict, Field


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


class CallbackFromCallType(StrEnum):
    INBOUND = "INBOUND"
    MANUAL_OUTBOUND = "MANUAL_OUTBOUND"
    PROACTIVE_OUTBOUND = "PROACTIVE_OUTBOUND"


class CallbackDialingModel(StrEnum):
    PREDICTIVE = "PREDICTIVE"
    PREVIEW = "PREVIEW"


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


class ErrorField(BaseModel):
    name: Annotated[str, Field(description="Name of the member.")]
    description: Annotated[str, Field(description="What is wrong with it.")]


class ListCallbacksParametersQuery(BaseModel):
    agent_id: str | MISSING = MISSING
    campaign_id: str | MISSING = MISSING
    contact_id: str | MISSING = MISSING
    next_time_to_call_end: date | MISSING = MISSING
    page: Annotated[int, Field(ge=1)] = 1
    per_page: Annotated[int | MISSING, Field(ge=1, le=500)] = MISSING
    phone_number: Annotated[str | MISSING, Field(max_length=36)] = MISSING
    record_id: Annotated[str | MISSING, Field(max_length=36)] = MISSING
    time_to_call: date | MISSING = MISSING
    status: Annotated[str | MISSING, Field(max_length=35)] = MISSING


class CallbackPageLinks(BaseModel):
    self: Annotated[CallbackLink, Field(description="This page.")]
    first: Annotated[CallbackLink | MISSING, Field(description="The first page.")] = MISSING
    last: Annotated[CallbackLink | MISSING, Field(description="The last page.")] = MISSING
    prev: Annotated[CallbackLink | MISSING, Field(description="The page before.")] = MISSING
    next: Annotated[CallbackLink | MISSING, Field(description="The next page.")] = MISSING


class Callback(BaseModel):
    callback_id: Annotated[str, Field(description="Identifies the callback.")]
    interaction_id: Annotated[
        str | MISSING, Field(description="Id of the interaction the callback came from.")
    ] = MISSING
    campaign_id: Annotated[
        str | MISSING, Field(description="Id of the campaign the callback came from.")
    ] = MISSING
    record_id: Annotated[
        str | MISSING, Field(description="Id of the record list that holds the record.")
    ] = MISSING
    record_list_id: Annotated[
        str | MISSING, Field(description="Id of the record list to be called.")
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
        str | MISSING, Field(description="Time zone in which the callback is scheduled.")
    ] = MISSING
    exclusive_to_agent: Annotated[
        bool | MISSING, Field(description="Whether the callback is kept for one agent.")
    ] = MISSING
    agent_id: Annotated[str | MISSING, Field(description="Id of the assigned agent.")] = MISSING
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


class CallingHours(BaseModel):
    from_: Annotated[str, Field(alias="from", description="Start.", max_length=35)]
    to: Annotated[str, Field(description="End.", max_length=35)]
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
    max_attempts: Annotated[int, Field(description="Most attempts with this result.", ge=1, le=100)]
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
        StatusAfterCall, Field(description="Whether the record is called again.")
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


class Error(BaseModel):
    code: Annotated[str, Field(description="Code of the error.")]
    message: Annotated[str, Field(description="What went wrong.")]
    description: Annotated[str | MISSING, Field(description="More about what went wrong.")] = (
        MISSING
    )
    fields: Annotated[
        list[ErrorField], Field(description="The members of the request that are at fault.")
    ]


class CallbackPageEmbedded(BaseModel):
    callbacks: Annotated[list[Callback], Field(description="The callbacks of this page.")]


class CallbackPage(BaseModel):
    total: Annotated[
        int,
        Field(
            description="Number of callbacks that match the filters, on all pages together.", ge=0
        ),
    ]
    page: Annotated[int, Field(description="Number of this page.", ge=1)]
    per_page: Annotated[int, Field(description="Most items a page may hold.")]
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
        list[CallingHours], Field(description="When to call, by the location of the record lists.")
    ]
    dispositions: Annotated[
        Dispositions, Field(description="What follows each result that the system sets.")
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
    name: Annotated[str, Field(description="Name of the campaign.", max_length=35, min_length=3)]
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
    created_at: Annotated[str | MISSING, Field(description="When the campaign was created.")] = (
        MISSING
    )
