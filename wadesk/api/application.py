"""The API as an ASGI application: the table's calls as routes, errors at one border."""

import logging

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from wadesk.api.calls import CALLS, ApiCall, Asked, decoded
from wadesk.api.errors import error_response, response_to
from wadesk.api.guard import Guard
from wadesk.api.openapi import document
from wadesk.domain.errors import WaDeskError
from wadesk.domain.principal import Principal
from wadesk.supervisor.supervisor import Supervisor

log = logging.getLogger(__name__)


def make_application(supervisor: Supervisor, who: Principal, key: str) -> ASGIApp:
    """The API for whoever shows ``key``, who is ``who``."""
    described = msgspec.json.encode(document())

    async def openapi(request: Request) -> Response:
        del request
        return Response(described, media_type="application/json")

    routes = [_route(call, supervisor, who) for call in CALLS]
    routes.append(Route("/openapi.json", openapi, methods=["GET"]))
    inner = Starlette(routes=routes, exception_handlers={HTTPException: _no_such_call})
    return Guard(inner, key)


def _route(call: ApiCall, supervisor: Supervisor, who: Principal) -> Route:
    async def answer(request: Request) -> Response:
        try:
            asked = Asked(
                supervisor=supervisor,
                who=who,
                path=request.path_params,
                query=request.query_params,
                idempotency_key=request.headers.get("idempotency-key"),
                body=None if call.body is None else decoded(await request.body(), call.body),
            )
            content = msgspec.json.encode(await call.does(asked))
        except WaDeskError as error:
            return response_to(error)
        except Exception:
            # The border of requests: a bug ends this one alone.
            log.exception("%s %s failed", call.method, call.path)
            return error_response("internal", "Something went wrong inside WaDesk. It is in the log.")
        return Response(content, call.status, media_type="application/json")

    return Route(call.path, answer, methods=[call.method])


async def _no_such_call(request: Request, error: Exception) -> Response:
    del request
    status = error.status_code if isinstance(error, HTTPException) else 404
    if status == 405:
        return error_response("invalid_request", "This path is not asked in this way.", status=405)
    return error_response("not_found", "There is no such call.", status=status)
