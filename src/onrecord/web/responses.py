"""Pages and their JSON twins, and errors in one shape."""

from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.templating import Jinja2Templates

from onrecord.web.paging import narrowed
from onrecord.web.wording import BONDS, DECIDED, KINDS, SAID, SURE, counted, dated, day, sentence

FOLDER = Path(__file__).parent
VENDOR = FOLDER / "static" / "vendor"
TEMPLATES = Jinja2Templates(directory=FOLDER / "templates")
TEMPLATES.env.autoescape = True
TEMPLATES.env.trim_blocks = True
TEMPLATES.env.lstrip_blocks = True
TEMPLATES.env.globals |= {"kinds": KINDS, "standings": {"said": SAID, "decided": DECIDED}, "bonds": BONDS, "sure": SURE, "counted": counted}
TEMPLATES.env.filters |= {"sentence": sentence, "day": day, "dated": dated}


def wants_json(request: Request) -> bool:
    """Whether the page's JSON twin is asked for: an address that ends in .json, or an Accept header for JSON alone."""
    return request.url.path.endswith(".json") or request.headers.get("accept", "") == "application/json"


def page(request: Request, template: str, **values: Any) -> Response:
    """A page, or the same values as JSON. Values under a name with a leading underscore are for the page alone."""
    if wants_json(request):
        return JSONResponse({k: v for k, v in values.items() if not k.startswith("_")})
    shown = {"asked": request.query_params, "narrowed": narrowed(request)} | {k.lstrip("_"): v for k, v in values.items()}
    return TEMPLATES.TemplateResponse(request, template, shown | {"has_assets": (VENDOR / "ready").exists()})


def refusal(request: Request, status: int, message: str, advice: str = "") -> Response:
    """An error in the one shape there is: what went wrong and what to do next, never a trace."""
    body = {"ok": False, "error": message, "advice": advice, "status": status}
    if wants_json(request):
        return JSONResponse(body, status_code=status)
    return TEMPLATES.TemplateResponse(request, "error.html", body | {"has_assets": False}, status_code=status)
