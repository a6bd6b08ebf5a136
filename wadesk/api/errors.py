"""Errors as HTTP: one status per code, one sentence, never a library's own text."""

import msgspec
from msgspec import UNSET
from starlette.responses import Response

from wadesk.api.shapes import ErrorAnswer, ErrorFacts
from wadesk.domain.errors import WaDeskError

STATUS_OF = {
    "invalid_request": 400,
    "session_required": 400,
    "unauthorized": 401,
    "forbidden": 403,
    "not_found": 404,
    "no_qr": 404,
    "conflict": 409,
    "slots_full": 409,
    "too_large": 413,
    "invalid_number": 422,
    "rate_limited": 429,
    "internal": 500,
    "unavailable": 503,
}
"""api.md's codes and the statuses they come with."""


def error_response(code: str, sentence: str, reason: str | None = None, status: int | None = None) -> Response:
    """The answer for one error."""
    answer = ErrorAnswer(error=ErrorFacts(code=code, message=sentence, reason=reason or UNSET))
    headers = {"WWW-Authenticate": "Bearer"} if code == "unauthorized" else None
    return Response(
        msgspec.json.encode(answer), status or STATUS_OF[code], headers=headers, media_type="application/json"
    )


def response_to(error: WaDeskError) -> Response:
    """The answer for an error of ours."""
    return error_response(error.code, error.sentence, error.reason)
