"""Access to an emulator of AWS through boto3, and nothing else.

The judge must not share a mistake with the engine that it judges, so every fact about the cloud comes through boto3's own clients.
"""

from __future__ import annotations

import argparse
import re
from typing import Any, Callable, Iterator
from urllib.parse import urlsplit, urlunsplit

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.parsers import ResponseParserError

MISSING_CODE = re.compile(r"NotFound|NoSuch|NotExist|DoesNotExist|Nonexist|NotConfigured|NotSet|NotEnabled|NonExistent|NotInUse|InvalidResourceId|^404$", re.IGNORECASE)
# Services that answer with a general code say it in words.
MISSING_TEXT = re.compile(r"not found|does not exist|cannot be found|unable to describe|not owned by the current account", re.IGNORECASE)
UNIMPLEMENTED_CODE = re.compile(r"NotImplemented|UnknownOperation|InvalidAction|^50\d$|InternalFailure|InternalError", re.IGNORECASE)
UNIMPLEMENTED_TEXT = re.compile(r"not yet implemented|not implemented|not been implemented", re.IGNORECASE)


class Missing(Exception):
    """The object does not exist."""


class Unimplemented(Exception):
    """The emulator lacks the call."""


def classify(error: Exception) -> Exception:
    """Returns the error as the judge understands it: missing, unimplemented, or as it came."""
    if not isinstance(error, ClientError):
        return Unimplemented(str(error)) if isinstance(error, ResponseParserError) else error
    detail = error.response.get("Error", {})
    code, text = str(detail.get("Code", "")), str(detail.get("Message", ""))
    if UNIMPLEMENTED_TEXT.search(text) or UNIMPLEMENTED_CODE.search(code):
        return Unimplemented(f"{error.operation_name}: {code} {text[:80]}".replace("\n", " "))
    if MISSING_CODE.search(code) or MISSING_TEXT.search(text):
        return Missing(f"{error.operation_name}: {code} {text[:120]}".replace("\n", " "))
    return error


# The account that moto takes callers for whose keys it did not give out itself.
HOME_ACCOUNT = "123456789012"


def keys_of(endpoint: str, region: str, account: str) -> dict[str, str]:
    """Keys with which calls are made in an account: in another one than the emulator's own, those of a role there."""
    keys = {"aws_access_key_id": "testing", "aws_secret_access_key": "testing"}
    if account != HOME_ACCOUNT:
        sts = boto3.client("sts", endpoint_url=endpoint, region_name=region, **keys)
        given = sts.assume_role(RoleArn=f"arn:aws:iam::{account}:role/judge", RoleSessionName="judge")["Credentials"]
        keys = {
            "aws_access_key_id": given["AccessKeyId"],
            "aws_secret_access_key": given["SecretAccessKey"],
            "aws_session_token": given["SessionToken"],
        }
    return keys


def session_in(endpoint: str, region: str, account: str) -> Any:
    """A session whose calls are made in an account."""
    return boto3.session.Session(region_name=region, **keys_of(endpoint, region, account))


class Cloud:
    """The clients of one account and region of the emulator."""

    def __init__(self, endpoint: str, region: str, account: str = HOME_ACCOUNT) -> None:
        self.endpoint, self.region, self.account = endpoint, region, account
        # Identifiers of objects that have records of their own, though an API shows them as parts of others (a group's rules).
        self.claimed: frozenset[tuple[str, str]] = frozenset()
        self._session = session_in(endpoint, region, account)
        self._clients: dict[str, Any] = {}

    def client(self, service: str) -> Any:
        """The service's client, made once."""
        if service not in self._clients:
            config = Config(
                retries={"max_attempts": 1, "mode": "standard"},  # an emulator's 500 stays one: it lacks the operation
                s3={"addressing_style": "path"},
                connect_timeout=5,
                read_timeout=60,
                inject_host_prefix=False,
            )
            client = self._session.client(service, endpoint_url=self.endpoint, config=config)
            if service == "s3control":
                # boto3 puts the account before the endpoint's host, where no emulator answers.
                client.meta.events.register("before-sign.s3-control", self._at_endpoint)
            self._clients[service] = client
        return self._clients[service]

    def _at_endpoint(self, request: Any, **_: Any) -> None:
        request.url = urlunsplit(urlsplit(request.url)._replace(netloc=urlsplit(self.endpoint).netloc))

    def call(self, service: str, operation: str, **arguments: Any) -> dict[str, Any]:
        """The answer of one call; errors as `classify` gives them."""
        try:
            answer = getattr(self.client(service), operation)(**arguments)
        except (ClientError, BotoCoreError, ResponseParserError) as error:
            raise classify(error) from error
        answer.pop("ResponseMetadata", None)
        return answer

    def optional(self, service: str, operation: str, **arguments: Any) -> dict[str, Any]:
        """The answer of a call about a part that need not exist, empty if it does not or if the emulator cannot say."""
        try:
            return self.call(service, operation, **arguments)
        except (Missing, Unimplemented):
            return {}

    def each(self, service: str, operation: str, key: str, **arguments: Any) -> Iterator[Any]:
        """The elements under `key` of all pages of a listing."""
        client = self.client(service)
        if not client.can_paginate(operation):
            yield from self.call(service, operation, **arguments).get(key) or []
            return
        try:
            for page in client.get_paginator(operation).paginate(**arguments):
                yield from page.get(key) or []
        except (ClientError, BotoCoreError, ResponseParserError) as error:
            raise classify(error) from error

    def first(self, service: str, operation: str, key: str, **arguments: Any) -> Any:
        """The only element under `key`."""
        for element in self.call(service, operation, **arguments).get(key) or []:
            return element
        raise Missing(f"{operation}: no element of {key}")

    def find(self, service: str, operation: str, key: str, where: Callable[[Any], bool], **arguments: Any) -> Any:
        """The first element under `key` that `where` accepts."""
        for element in self.each(service, operation, key, **arguments):
            if where(element):
                return element
        raise Missing(f"{operation}: no such element of {key}")


def main() -> None:
    """Prints the commands by which a shell takes the keys of an account: `cloud.py --endpoint http://127.0.0.1:5000 --account 222222222222`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--endpoint", required=True)
    parser.add_argument("--account", required=True)
    arguments = parser.parse_args()
    for name, value in keys_of(arguments.endpoint, "us-east-1", arguments.account).items():
        print(f"export {name.upper()}={value}")


if __name__ == "__main__":
    main()
