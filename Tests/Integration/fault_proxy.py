"""An HTTP proxy in front of an emulator that fails as networks and services do, by a seeded source of chance.

    fault_proxy.py --listen 0 --upstream http://127.0.0.1:5000 --seed 7 --throttle 0.05 --fail 0.03 --drop 0.02 --lose 0.02 --slow 0.05

Prints its port, then serves until it is ended. Per request at most one fault strikes:

- throttle: the service refuses in its own protocol's words; the request is not forwarded.
- fail: 500 or 503; half of them before the request is forwarded, half after, so that the caller cannot know whether it took effect.
- drop: the connection is closed before the request is forwarded.
- lose: the request is forwarded, then the connection is closed without an answer.
- slow: the answer comes late.

The request's target, headers and body pass unchanged but for the headers that belong to one connection alone, so signatures stay valid.
With `--one-write` one PUT at a time is forwarded, for emulators whose check of a condition and whose write are two steps.
With `--ahead 3600` the services' clock is an hour ahead, so that they refuse what is signed by this machine's.
With `--spare ram` requests of a service pass, for services whose emulation lacks what mending a half-made object needs.
`GET /__stats` shows how often each happened. Which fault strikes the n-th request depends on the seed alone.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import re
import socket
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timezone
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

# Headers of RFC 9110 section 7.6.1 that concern one connection alone. `Host` is not among them: it is signed.
HOP_BY_HOP = {"connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"}
KINDS = ("throttle", "fail", "drop", "lose", "slow")
SIGNED_SERVICE = re.compile(r"Credential=[^/]+/\d{8}/[^/]*/([^/]+)/aws4_request")
JSON_SERVICES = {
    "lambda", "backup", "ecs", "guardduty", "securityhub", "scheduler", "macie2", "inspector2", "batch", "eks", "apigateway", "xray", "ram",
    "imagebuilder", "access-analyzer", "dlm", "resource-groups", "controltower",
}
# The XML services that name throttling in their own way.
THROTTLE_CODES = {"ec2": "RequestLimitExceeded", "route53": "Throttling", "sqs": "ThrottlingException", "dynamodb": "ThrottlingException"}


@dataclass
class Chances:
    """How likely each fault is, and the source that decides."""

    rates: dict[str, float]
    delay: float
    source: random.Random
    lock: threading.Lock = field(default_factory=threading.Lock)
    counts: Counter[str] = field(default_factory=Counter)

    def draw(self) -> tuple[str | None, float]:
        """The fault of the next request, and a second number for its details. Both are drawn always, so the sequence is the seed's."""
        with self.lock:
            first, second = self.source.random(), self.source.random()
            self.counts["requests"] += 1
            for kind in KINDS:
                first -= self.rates.get(kind, 0)
                if first < 0:
                    self.counts[kind] += 1
                    return kind, second
            return None, second

    def count(self, name: str) -> None:
        with self.lock:
            self.counts[name] += 1


@dataclass(frozen=True)
class Answer:
    """A whole answer."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


def service_of(headers: http.client.HTTPMessage) -> str:
    """The service that a request is signed for."""
    match = SIGNED_SERVICE.search(headers.get("Authorization") or "")
    return match.group(1) if match else ""


def error_answer(headers: http.client.HTTPMessage, status: int, code: str, message: str) -> Answer:
    """An error as the request's service writes it: JSON, the query protocol's XML, EC2's XML, or S3's."""
    service = service_of(headers)
    content_type = headers.get("Content-Type") or ""
    identifier = "00000000-0000-0000-0000-000000000000"
    if headers.get("X-Amz-Target") or "json" in content_type or service in JSON_SERVICES:
        body = json.dumps({"__type": code, "message": message}).encode()
        kind = content_type if "json" in content_type else "application/json"
        return Answer(status, [("Content-Type", kind), ("x-amzn-ErrorType", code), ("x-amzn-RequestId", identifier)], body)
    detail = f"<Code>{code}</Code><Message>{message}</Message>"
    if service == "ec2":
        body = f"<Response><Errors><Error>{detail}</Error></Errors><RequestID>{identifier}</RequestID></Response>"
    elif service == "s3":
        body = f"<Error>{detail}<RequestId>{identifier}</RequestId></Error>"
    else:
        body = f"<ErrorResponse><Error><Type>Sender</Type>{detail}</Error><RequestId>{identifier}</RequestId></ErrorResponse>"
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + body
    return Answer(status, [("Content-Type", "text/xml"), ("x-amz-request-id", identifier)], text.encode())


def throttled(headers: http.client.HTTPMessage) -> Answer:
    """A refusal because of too many requests."""
    service = service_of(headers)
    if service == "s3":
        return error_answer(headers, 503, "SlowDown", "Please reduce your request rate.")
    is_json = headers.get("X-Amz-Target") or "json" in (headers.get("Content-Type") or "") or service in JSON_SERVICES
    code = THROTTLE_CODES.get(service, "ThrottlingException" if is_json else "Throttling")
    return error_answer(headers, 429 if service == "lambda" else 503 if service == "ec2" else 400, code, "Rate exceeded")


def failed(headers: http.client.HTTPMessage, chance: float) -> Answer:
    """An error of the service's own."""
    if service_of(headers) == "s3":
        status, code = (500, "InternalError") if chance < 0.5 else (503, "ServiceUnavailable")
    else:
        status, code = (500, "InternalFailure") if chance < 0.5 else (503, "ServiceUnavailable")
    return error_answer(headers, status, code, "An internal error occurred.")


def skewed(headers: http.client.HTTPMessage, now: float) -> Answer | None:
    """The refusal of a request that was signed more than five minutes before or after a clock's time, as AWS's services check it."""
    signed = headers.get("X-Amz-Date")
    if not signed:
        return None
    at = datetime.strptime(signed, "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc).timestamp()
    if abs(now - at) <= 300:
        return None
    code = "RequestTimeTooSkewed" if service_of(headers) == "s3" else "InvalidSignatureException"
    return error_answer(headers, 403, code, "Signature expired: the time of the request is too far from the server's.")


class Proxy(ThreadingHTTPServer):
    """The server; each connection has a thread, and each thread one connection to the emulator."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(
        self, port: int, upstream: str, chances: Chances, one_write: bool = False, ahead: float = 0, spared: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        parts = urlsplit(upstream)
        self.upstream = (parts.hostname or "127.0.0.1", parts.port or 80)
        self.chances = chances
        self.write_lock = threading.Lock() if one_write else None
        self.local = threading.local()
        self.ahead = ahead
        self.spared = spared

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller that goes away in the middle is no news here."""

    def connection(self) -> http.client.HTTPConnection:
        if getattr(self.local, "connection", None) is None:
            self.local.connection = http.client.HTTPConnection(*self.upstream, timeout=120)
        return self.local.connection

    def forget_connection(self) -> None:
        held = getattr(self.local, "connection", None)
        if held is not None:
            held.close()
        self.local.connection = None


class Handler(BaseHTTPRequestHandler):
    """One connection of a caller."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Proxy

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing is logged per request."""

    def finish(self) -> None:
        super().finish()
        self.server.forget_connection()

    def serve(self) -> None:
        if self.path == "/__stats":
            with self.server.chances.lock:
                counts = dict(self.server.chances.counts)
            self.answer(Answer(200, [("Content-Type", "application/json")], json.dumps(counts, sort_keys=True).encode()))
            return
        fault, chance = self.server.chances.draw()
        if service_of(self.headers) in self.server.spared:
            fault = None
        body = self.body()
        if self.server.ahead and (refusal := skewed(self.headers, time.time() + self.server.ahead)):
            self.server.chances.count("skewed")
            self.answer(refusal)
            return
        if fault == "throttle":
            self.answer(throttled(self.headers))
        elif fault == "drop":
            self.cut()
        elif fault == "fail" and chance < 0.5:
            self.server.chances.count("fail-before")
            self.answer(failed(self.headers, chance * 2))
        elif self.command == "PUT" and self.server.write_lock:
            with self.server.write_lock:
                self.pass_on(fault, chance, body)
        else:
            self.pass_on(fault, chance, body)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = do_OPTIONS = serve

    def body(self) -> bytes:
        """The request's whole body, however it is framed."""
        if "chunked" in (self.headers.get("Transfer-Encoding") or "").lower():
            parts = []
            while size := int(self.rfile.readline().split(b";")[0].strip() or b"0", 16):
                parts.append(self.rfile.read(size))
                self.rfile.readline()
            while self.rfile.readline().strip():
                pass
            return b"".join(parts)
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def pass_on(self, fault: str | None, chance: float, body: bytes) -> None:
        try:
            answer = self.forward(body)
        except (OSError, http.client.HTTPException) as error:
            self.server.forget_connection()
            self.server.chances.count("upstream-error")
            print(f"fault_proxy: upstream: {error!r}", file=sys.stderr, flush=True)
            self.cut()
            return
        self.server.chances.count("forwarded")
        if fault == "lose":
            self.cut()
        elif fault == "fail":
            self.server.chances.count("fail-after")
            self.answer(failed(self.headers, chance * 2 - 1))
        else:
            if fault == "slow":
                time.sleep(self.server.chances.delay * (0.5 + chance))
            self.answer(answer)

    def forward(self, body: bytes) -> Answer:
        """Sends the request once. Only a connection that the emulator closed while idle, seen before anything is sent, is made anew."""
        connection = self.server.connection()
        if connection.sock is not None and closed(connection.sock):
            self.server.forget_connection()
            connection = self.server.connection()
        connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        framed = False
        for name, value in self.headers.items():
            if name.lower() in HOP_BY_HOP or name.lower() == "expect":  # the expectation was met here, by reading the body
                continue
            framed = framed or name.lower() == "content-length"
            connection.putheader(name, value)
        if not framed and (body or self.command in ("POST", "PUT", "PATCH")):
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body or None)
        response = connection.getresponse()
        content = response.read()
        headers = [(name, value) for name, value in response.getheaders() if name.lower() not in HOP_BY_HOP]
        if response.will_close:
            self.server.forget_connection()
        return Answer(response.status, headers, content)

    def answer(self, answer: Answer) -> None:
        self.send_response_only(answer.status)
        if self.server.ahead:
            self.send_header("Date", formatdate(time.time() + self.server.ahead, usegmt=True))
        bodiless = self.command == "HEAD" or answer.status in (204, 304)
        for name, value in answer.headers:
            if name.lower() == "date" and self.server.ahead:
                continue
            if name.lower() != "content-length" or bodiless:
                self.send_header(name, value)
        if not bodiless:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if not bodiless:
            self.wfile.write(answer.body)

    def cut(self) -> None:
        """Closes the connection without an answer."""
        self.close_connection = True
        try:
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def closed(held: socket.socket) -> bool:
    """Whether the other side has closed an idle connection."""
    held.setblocking(False)
    try:
        return held.recv(1, socket.MSG_PEEK) == b""
    except (BlockingIOError, InterruptedError):
        return False
    except OSError:
        return True
    finally:
        held.settimeout(120)


def main() -> int:
    parser = argparse.ArgumentParser(description="A proxy that injects faults in front of an emulator of AWS.")
    parser.add_argument("--listen", type=int, default=0, help="the port; 0 means any free one")
    parser.add_argument("--upstream", required=True)
    parser.add_argument("--seed", type=int, default=0)
    for kind in KINDS:
        parser.add_argument(f"--{kind}", type=float, default=0.0, metavar="RATE")
    parser.add_argument("--delay", type=float, default=1.0, help="how late a slow answer is on average, in seconds")
    parser.add_argument("--one-write", action="store_true", help="forward one PUT at a time")
    parser.add_argument("--ahead", type=float, default=0, help="how many seconds the services' clock is ahead of this machine's")
    parser.add_argument("--spare", action="append", default=[], metavar="SERVICE", help="a service that nothing happens to")
    arguments = parser.parse_args()
    rates = {kind: getattr(arguments, kind) for kind in KINDS}
    if any(rate < 0 for rate in rates.values()) or sum(rates.values()) > 1:
        parser.error("rates are not negative and sum to at most 1")
    chances = Chances(rates, arguments.delay, random.Random(arguments.seed))
    proxy = Proxy(arguments.listen, arguments.upstream, chances, arguments.one_write, arguments.ahead, frozenset(arguments.spare))
    print(proxy.server_address[1], flush=True)
    try:
        proxy.serve_forever(poll_interval=0.1)
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
