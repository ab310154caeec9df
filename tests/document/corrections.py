"""Each correction by its erratum: the place, what the page states there, what is probably true.

A place is a path below the schemas, such as `Callback/properties/id`, or an OpenAPI path, a blank,
and a path below it; a parameter stands under its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.json_data import Json

MISSING = "missing"
PARAMETERS = "/schedule-callbacks get/parameters"

# Erratum, place, what the page states, what is probably true.
CORRECTIONS: list[tuple[str, str, Json, Json]] = [
    ("A-1", "CallbackPage/properties/total_page/minimum", 0, MISSING),
    ("A-1", "CallbackPage/properties/total_pages/minimum", MISSING, 0),
    ("A-1", "CallbackPage/properties/total_pages/x-aliases", MISSING, ["total_page"]),
    (
        "A-1",
        "CallbackPage/required",
        ["total_page", "total", "page", "per_page", "count", "_links", "_embedded"],
        ["total_pages", "total", "page", "per_page", "count", "_links", "_embedded"],
    ),
    ("A-2", "CallbackPage/properties/page/default", 0, 1),
    ("A-2", f"{PARAMETERS}/page/schema/default", 1, 1),
    ("A-3", "CallbackPage/properties/per_page/default", 50, MISSING),
    ("A-3", f"{PARAMETERS}/per_page/schema/default", 1, MISSING),
    ("A-5", f"{PARAMETERS}/page/schema/maximum", 500, MISSING),
    (
        "A-7",
        "CallbackPage/properties/_embedded/$ref",
        "#/components/schemas/Callback",
        "#/components/schemas/CallbackPageEmbedded",
    ),
    ("A-7", "CallbackPageEmbedded/properties/callbacks/type", MISSING, "array"),
    ("A-8, A-10", "CallbackPageLinks/required", ["self", "first", "last", "prev"], ["self"]),
    (
        "A-9",
        "CallbackPageLinks/properties/next/$ref",
        MISSING,
        "#/components/schemas/CallbackLink",
    ),
    ("A-11", "Callback/properties/id/type", "string", MISSING),
    ("A-13", "Callback/properties/record_last_name (row 10)/type", "string", MISSING),
    ("A-13", "Callback/properties/record_last_name/type", "string", "string"),
    ("A-24", f"{PARAMETERS}/agent_id/schema/maxLength", 35, MISSING),
    ("A-24", f"{PARAMETERS}/campaign_id/schema/maxLength", 35, MISSING),
    ("A-24", f"{PARAMETERS}/contact_id/schema/maxLength", 35, MISSING),
    ("A-24", f"{PARAMETERS}/record_id/schema/maxLength", 36, MISSING),
    ("A-24", f"{PARAMETERS}/time_to_call/schema/maxLength", 35, MISSING),
    ("A-24", f"{PARAMETERS}/next_time_to_call_end/schema/maxLength", 35, MISSING),
    ("A-24", f"{PARAMETERS}/status/schema/maxLength", 35, MISSING),
    ("A-4", "CallbackPage/properties/per_page/minimum", MISSING, 1),
    (
        "A-12",
        "Callback/properties/record_id/description",
        "Id of the record list that holds the record.",
        "Id of the record to be called.",
    ),
    (
        "A-12",
        "Callback/properties/record_list_id/description",
        "Id of the record list to be called.",
        "Id of the list that holds the record.",
    ),
    ("A-14", "Callback/properties/scheduled_time_to_call/format", MISSING, "date-time"),
    ("A-14", "Callback/properties/time_to_call/format", "date-time", "date-time"),
    ("A-15", "Callback/properties/exclusive_to_agent/deprecated", MISSING, True),
    ("A-15", "Callback/properties/agent_id/deprecated", MISSING, True),
    *(
        ("A-16", f"Callback/properties/{name}/type", MISSING, "string")
        for name in (
            "account_id",
            "root_interaction_id",
            "processed_time",
            "preferred_start_time",
            "preferred_end_time",
            "created_at",
            "created_by",
        )
    ),
    *(
        ("A-16", f"Callback/properties/{name}/type", MISSING, "array")
        for name in ("teams", "agents", "ring_groups", "queues")
    ),
    *(
        ("A-16", f"Callback/properties/{name}/format", MISSING, "date-time")
        for name in ("processed_time", "preferred_start_time", "preferred_end_time", "created_at")
    ),
    *(
        ("A-16", f"{schema}/properties/{name}/type", MISSING, "string")
        for schema, name in (
            ("CallbackAgent", "agent_id"),
            ("CallbackTeam", "team_id"),
            ("CallbackRingGroup", "ring_group"),
            ("CallbackQueue", "queue"),
        )
    ),
    *(
        (
            "A-16",
            f"Callback/properties/{name}/items/$ref",
            MISSING,
            f"#/components/schemas/{schema}",
        )
        for name, schema in (
            ("teams", "CallbackTeam"),
            ("agents", "CallbackAgent"),
            ("ring_groups", "CallbackRingGroup"),
            ("queues", "CallbackQueue"),
        )
    ),
    ("A-7", "CallbackPageEmbedded/required", MISSING, ["callbacks"]),
    (
        "A-17",
        "Callback/properties/assign_type_v2/$ref",
        MISSING,
        "#/components/schemas/CallbackAssignType",
    ),
    (
        "A-17",
        "CallbackAssignType/enum",
        [
            "MYSELF_ONLY",
            "SPECIFIC_AGENT",
            "SPECIFIC_RING_GROUP",
            "MYSELF_IF_AVAILABLE",
            "ANY_ELIGIBLE_AGENT",
        ],
        [
            "MYSELF_ONLY",
            "SPECIFIC_AGENT",
            "SPECIFIC_RING_GROUP",
            "MYSELF_IF_AVAILABLE",
            "ANY_ELIGIBLE_AGENT",
            "SPECIFIC_QUEUE",
        ],
    ),
    (
        "A-18",
        "CallbackFromCallType/enum",
        ["INBOUND", "MANUAL_OUTBOUND", "PROACTIVE_OUTBOUND"],
        ["INBOUND", "MANUAL_OUTBOUND", "PROACTIVE_OUTBOUND", "API"],
    ),
    ("A-22", f"{PARAMETERS}/time_to_call/x-confidence", MISSING, "low"),
    ("A-23", f"{PARAMETERS}/time_to_call/schema/format", "date", "date-time"),
    ("A-23", f"{PARAMETERS}/next_time_to_call_end/schema/format", "date", "date-time"),
    (
        "A-25",
        f"{PARAMETERS}/agent_id/description",
        (
            "Id of an assigned agent. Matches callbacks kept for that agent (only theirs, "
            "or theirs if available) and callbacks assigned to a group of agents the agent "
            "belongs to."
        ),
        (
            "Ids of assigned agents, separated by commas. Matches callbacks kept for one of"
            " them (only theirs, or theirs if available) and callbacks assigned to a group "
            "of agents that one of them belongs to."
        ),
    ),
    ("A-26", f"{PARAMETERS}/phone_number/schema/maxLength", 36, MISSING),
    (
        "A-27",
        f"{PARAMETERS}/status/description",
        "Status of the callback.",
        (
            "Status of the callback, one of the words of CallbackStatus. Whether several "
            "can be given is not known."
        ),
    ),
    ("A-28", f"{PARAMETERS}/start_time/schema/format", MISSING, "date-time"),
    ("A-28", f"{PARAMETERS}/end_time/schema/format", MISSING, "date-time"),
    ("A-28", f"{PARAMETERS}/queue/schema/type", MISSING, "string"),
    ("A-28", f"{PARAMETERS}/team_id/schema/type", MISSING, "string"),
    ("A-28", f"{PARAMETERS}/from_call_type/schema/type", MISSING, "string"),
    ("A-29", "Error/required", ["code", "message", "fields"], ["code", "message"]),
    (
        "A-36",
        "Callback/properties/timezone/description",
        "Time zone in which the callback is scheduled.",
        "Time zone in which the callback is scheduled, by its IANA name such as Europe/Lisbon.",
    ),
    (
        "A-39",
        "Callback/properties/interaction_id/description",
        "Id of the interaction the callback came from.",
        "Id of the interaction the callback came from; it may be empty.",
    ),
    ("B-3", "Campaign/properties/name/maxLength", 35, 36),
    ("B-6", "DialingModeConfiguration/properties/amd_metadata/type", MISSING, "boolean"),
    (
        "B-11",
        "CallingHours/properties/from/description",
        "Start.",
        "Start, as HH:MM:SS where the record is; older replies may hold a whole timestamp.",
    ),
    (
        "B-11",
        "CallingHours/properties/to/description",
        "End.",
        "End, as HH:MM:SS where the record is; older replies may hold a whole timestamp.",
    ),
    (
        "B-12",
        "BusyDisposition/required",
        ["status_after_call", "custom", "max_attempts"],
        ["status_after_call", "custom"],
    ),
    (
        "B-17",
        "InvalidNumberDisposition/properties/status_after_call/description",
        "Whether the record is called again.",
        "Whether the record is called again; FINAL wherever it is seen.",
    ),
    (
        "B-19",
        "Dispositions/properties/hangup_before_connection/$ref",
        MISSING,
        "#/components/schemas/AnsweringMachineDisposition",
    ),
    (
        "B-19",
        "Dispositions/properties/agent_hangup_before_connection/$ref",
        MISSING,
        "#/components/schemas/AnsweringMachineDisposition",
    ),
    ("B-20", "DialingStrategy/properties/ivr_enabled/type", MISSING, "boolean"),
    (
        "B-21",
        "DialingStrategy/required",
        ["max_attempts", "retry_period", "retry_time_unit", "calling_hours", "dispositions"],
        MISSING,
    ),
    ("B-25", "Campaign/properties/created_at/format", MISSING, "date-time"),
    (
        "B-27",
        "/campaigns/{id} get/responses/404/$ref",
        MISSING,
        "#/components/responses/NotFound",
    ),
    ("B-29", "/campaigns/{id} get/parameters/fields/schema/type", MISSING, "string"),
    (
        "B-34",
        "DialingModeConfiguration/properties/max_abandonment_rate/type",
        "integer",
        "number",
    ),
    ("B-1", "/campaigns/ get/summary", "Show one campaign", MISSING),
    ("B-1", "/campaigns/{id} get/summary", MISSING, "Show one campaign"),
    ("B-8", "DialingStrategy/properties/retry_time_unit/minimum", 1, MISSING),
    ("B-8", "DialingStrategy/properties/retry_time_unit/maximum", 2592000, MISSING),
    (
        "B-13",
        "NoAnswerDisposition/required",
        [" status_after_call", "custom"],
        ["status_after_call", "custom"],
    ),
    (
        "B-13",
        "AbandonedDisposition/required",
        ["status_after_call ", "custom"],
        ["status_after_call", "custom"],
    ),
    ("B-13", "NoAnswerDisposition/properties/ status_after_call/x-source/row", "8.2.1", MISSING),
    ("B-13", "AbandonedDisposition/properties/status_after_call /x-source/row", "8.3.1", MISSING),
    (
        "B-13",
        "NoAnswerDisposition/properties/status_after_call/$ref",
        MISSING,
        "#/components/schemas/StatusAfterCall",
    ),
    (
        "B-13",
        "AbandonedDisposition/properties/status_after_call/$ref",
        MISSING,
        "#/components/schemas/StatusAfterCall",
    ),
    ("B-14", "RecordChainTimeUnit/type", "integer", MISSING),
    ("B-14", "RecordChainEntry/properties/retry_time_unit/x-source/row", "9.4", MISSING),
    (
        "B-14",
        "RecordChainEntry/properties/retry_period_time_unit/$ref",
        MISSING,
        "#/components/schemas/TimeUnit",
    ),
    (
        "B-14",
        "RecordChainEntry/properties/retry_period_time_unit/x-aliases",
        MISSING,
        ["retry_time_unit"],
    ),
    ("B-35", "CampaignPage/properties/total_page/minimum", 0, MISSING),
    ("B-35", "CampaignPage/properties/total_pages/minimum", MISSING, 0),
    ("B-35", "CampaignPage/properties/total_pages/x-aliases", MISSING, ["total_page"]),
    (
        "B-35",
        "CampaignPage/required",
        ["total", "count", "page", "per_page", "total_page", "_links", "_embedded"],
        ["total", "count", "page", "per_page", "total_pages", "_links", "_embedded"],
    ),
    ("B-36", "CampaignPageEmbedded/properties/campaings/type", "array", MISSING),
    ("B-36", "CampaignPageEmbedded/properties/campaigns/type", MISSING, "array"),
    ("B-36", "CampaignPageEmbedded/properties/campaigns/x-aliases", MISSING, ["campaings"]),
    ("B-36", "CampaignPageEmbedded/required", ["campaings"], ["campaigns"]),
    (
        "C-2",
        "CampaignPageLinks/required",
        ["self", "prev", "next", "first", "last"],
        ["self"],
    ),
    ("C-6", "CallbackOperation/properties/value/type", "object", MISSING),
]
