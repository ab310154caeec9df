"""Addresses of campaigns, and pages whose links are not too long."""

from typing import Final, cast

from starlette.requests import Request

from talkdesk_sandbox.pages import PageQuery, page_links, page_text
from talkdesk_sandbox.parameters import bad_parameters

CAMPAIGNS_PATH: Final = "/campaigns"
LONGEST_LINK: Final = 2083
"""Most characters of a link in the replies about campaigns, by the document."""


def campaign_id(request: Request) -> str:
    """Return the id of the campaign that the path of a request names."""
    return cast("str", request.path_params["id"])


def campaign_page_text(
    address: str, query: PageQuery, total: int, name: str, items: list[str]
) -> str:
    """Return the JSON text of a page; the arguments are those of :func:`page_text`.

    Raises:
        RequestRefusedError: 400 when the links, which hold the filters, were longer than the
            document lets them be. The longest filter is named.
    """
    links = page_links(address, query, -(-total // query.per_page))
    if query.sent and max(len(link["href"]) for link in links.values()) > LONGEST_LINK:
        longest = max(query.sent, key=lambda each: len(query.sent[each]))
        rule = f"With it the links of the page would have more than {LONGEST_LINK} characters"
        raise bad_parameters([(longest, rule)])
    return page_text(address, query, total, name, items)
