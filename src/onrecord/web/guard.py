"""What keeps the reading room private: the Host header, the token, the form's secret, and what a page may load.

Follows the OWASP cheat sheets on CSRF (signed double submit with an Origin check), DNS rebinding (a list of allowed Host values) and CSP.
"""

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.web.responses import refusal

Next = Callable[[Request], Awaitable[Response]]
LOOPBACK = ("127.0.0.1", "localhost", "::1")
SESSION = "onrecord_session"
ACCESS = "onrecord_access"
UPLOAD = 400 * 1024 * 1024
"""Bytes of one request at most."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self';"
    " worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # not "no-referrer": a form's Origin would then be null, and the check below could not tell it from a stranger's
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """Who may ask, and for what. `hosts` are allowed Host names; `token` is asked for where the app listens beyond the loopback address."""

    hosts: tuple[str, ...] = LOOPBACK
    token: str | None = None
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    async def __call__(self, request: Request, call_next: Next) -> Response:
        """The response, or a refusal; with the security headers either way."""
        session = request.cookies.get(SESSION) or secrets.token_urlsafe(24)
        request.state.session = session
        request.state.form_secret = self.form_secret(session)
        response = self._refused(request) or await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if SESSION not in request.cookies:
            response.set_cookie(SESSION, session, httponly=True, samesite="strict")
        return response

    def form_secret(self, session: str) -> str:
        """What a form of this session carries: nobody else's page can know it."""
        return hmac.new(self.secret, session.encode(), hashlib.sha256).hexdigest()

    def checks(self, request: Request, given: str | None) -> bool:
        """Whether a change really comes from one of our own pages."""
        return given is not None and hmac.compare_digest(given, self.form_secret(request.cookies.get(SESSION, "")))

    def _refused(self, request: Request) -> Response | None:
        host = urlsplit("//" + request.headers.get("host", "")).hostname
        if host not in self.hosts:
            return refusal(request, 400, "This address is not one the reading room answers to.", "Open it at the address that was printed.")
        if request.method not in ("GET", "HEAD"):
            origin = request.headers.get("origin")
            if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
                return refusal(request, 403, "A change was asked for by a page of another site.", "Make changes from the app's own pages.")
            length = request.headers.get("content-length", "")
            if not length.isdecimal():
                return refusal(request, 411, "The request does not say how long it is.", "Send the files from the app's own page.")
            if int(length) > UPLOAD:
                return refusal(
                    request,
                    413,
                    f"More than {UPLOAD // 1024 // 1024} MiB at once.",
                    "Give the path of their folder, or upload them in parts.",
                )
        if self.token is not None:
            return self._without_token(request, self.token)
        return None

    def _without_token(self, request: Request, token: str) -> Response | None:
        given = request.query_params.get("token")
        if given is not None and hmac.compare_digest(given, token):
            response = RedirectResponse(request.url.path, status_code=303)
            response.set_cookie(ACCESS, self.form_secret(token), httponly=True, samesite="strict")
            return response
        if hmac.compare_digest(request.cookies.get(ACCESS, ""), self.form_secret(token)):
            return None
        return refusal(
            request, 401, "The reading room asks for its token.", "Open the address with ?token=... that was printed at the start."
        )
