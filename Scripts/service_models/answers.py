"""Writes answers as services would, in the spellings that they are known to use; botocore's parsers say what the answers mean."""

import base64
import json
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr


class AnswerWriter:
    def __init__(self, protocol, rng):
        self.protocol = protocol
        self.random = rng

    def write(self, operation, value):
        """(headers, body) of an answer."""
        shape = operation.output_shape
        headers = {"x-amzn-RequestId": "request-1"}
        if shape is None:
            return headers, self._empty(operation)
        members = shape.members
        body = {}
        for name, item in value.items():
            member = members[name]
            location = member.serialization.get("location")
            wire = member.serialization.get("name", name)
            if location == "header":
                headers[wire] = self._header(member, item)
            elif location == "headers":
                headers.update({wire + key: text for key, text in item.items()})
            elif location != "statusCode":
                body[name] = item
        payload = shape.serialization.get("payload")
        if payload:
            return headers, self._payload(members[payload], payload, body.get(payload))
        if self.protocol in ("json", "rest-json"):
            return headers, json.dumps(self._json(shape, body, True)).encode()
        content = self._members(shape, body) + "<FutureMember><member>x</member></FutureMember>"
        if self.protocol == "query":
            wrapper = shape.serialization.get("resultWrapper")
            if wrapper:
                content = f"<{wrapper}>{content}</{wrapper}>"
            content += "<ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata>"
        if self.protocol == "ec2":
            content = "<requestId>request-1</requestId>" + content
        return headers, self._document(operation.name + "Response", content)

    def _document(self, root, content):
        declaration = self.random.choice(['<?xml version="1.0" encoding="UTF-8"?>\n', ""])
        return f'{declaration}<{root} xmlns="https://service.example/doc/">{content}</{root}>'.encode()

    def _empty(self, operation):
        if self.protocol in ("query", "ec2"):
            return self._document(operation.name + "Response", "<ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata>")
        return b""

    def _payload(self, member, name, value):
        if member.type_name in ("blob", "string"):
            # botocore's parser takes every body that it is not told to stream for text.
            return b"bytes of a body" if isinstance(value, bytes) else (value or "").encode()
        if value is None:
            return b""
        if self.protocol == "rest-json":
            return json.dumps(self._json(member, value)).encode()
        return self._document(member.serialization.get("name", name), self._members(member, value))

    def _timestamp(self, shape, moment, default):
        form = shape.serialization.get("timestampFormat") or default
        if form == "unixTimestamp":
            return str(int(moment.timestamp()))
        if form == "rfc822":
            return format_datetime(moment, usegmt=True)
        return moment.strftime(self.random.choice(["%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S.000Z", "%Y-%m-%dT%H:%M:%S+00:00"]))

    def _header(self, shape, value):
        if shape.type_name == "list":
            return ", ".join(self._header(shape.member, item) for item in value)
        if shape.type_name == "timestamp":
            return self._timestamp(shape, value, "rfc822")
        return self._scalar(shape, value)

    def _scalar(self, shape, value):
        if shape.type_name == "boolean":
            return "true" if value else "false"
        if shape.type_name == "blob":
            return base64.b64encode(value).decode()
        if shape.type_name == "timestamp":
            return self._timestamp(shape, value, "iso8601")
        return str(value)

    def _json(self, shape, value, is_root=False):
        kind = shape.type_name
        if kind == "structure" and not getattr(shape, "is_document_type", False):
            found = {shape.members[name].serialization.get("name", name): self._json(shape.members[name], item) for name, item in value.items()}
            if self.random.random() < 0.3 and not getattr(shape, "is_tagged_union", False):
                found["futureMember"] = {"a": [1, None, {"b": "\\\u2028"}]}
            if is_root:
                for name, member in shape.members.items():
                    if name not in value and not member.serialization.get("location"):
                        found[member.serialization.get("name", name)] = None
                        break
            return found
        if kind == "list":
            return [self._json(shape.member, item) for item in value]
        if kind == "map":
            return {key: self._json(shape.value, item) for key, item in value.items()}
        if kind == "blob":
            return base64.b64encode(value).decode()
        if kind == "timestamp":
            seconds = value.timestamp()
            form = shape.serialization.get("timestampFormat")
            if form in ("iso8601", "rfc822"):
                return self._timestamp(shape, value, form)
            return self.random.choice([int(seconds), seconds + 0.25, self._timestamp(shape, value, "iso8601")])
        return value

    def _members(self, shape, value):
        return "".join(
            self._element(shape.members[name], name, item) for name, item in value.items()
            if not shape.members[name].serialization.get("xmlAttribute"))

    def _element(self, shape, name, value):
        kind = shape.type_name
        name = shape.serialization.get("name", name)
        flattened = shape.serialization.get("flattened")
        if kind == "list":
            inner = shape.member.serialization.get("name", name if flattened else "member")
            content = "".join(self._element_named(shape.member, inner, item) for item in value)
            return content if flattened else f"<{name}>{content}</{name}>"
        if kind == "map":
            key_name, value_name = shape.key.serialization.get("name", "key"), shape.value.serialization.get("name", "value")
            entry = name if flattened else "entry"
            content = "".join(
                f"<{entry}>{self._element_named(shape.key, key_name, key)}{self._element_named(shape.value, value_name, item)}</{entry}>"
                for key, item in value.items())
            return content if flattened else f"<{name}>{content}</{name}>"
        return self._element_named(shape, name, value)

    def _element_named(self, shape, name, value):
        if shape.type_name == "structure":
            attributes = "".join(
                f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {member.serialization["name"]}={quoteattr(str(value[key]))}'
                for key, member in shape.members.items() if member.serialization.get("xmlAttribute") and key in value)
            return f"<{name}{attributes}>{self._members(shape, value)}</{name}>"
        if shape.type_name in ("list", "map"):
            return self._element(shape, name, value)
        text = self._scalar(shape, value)
        if not text:
            return f"<{name}/>"
        if shape.type_name == "string" and "<" in text and self.random.random() < 0.3:
            return f"<{name}><![CDATA[{text}]]></{name}>"
        return f"<{name}>{escape(text)}</{name}>"
