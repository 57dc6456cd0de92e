"""What is wrong with the calls of AWS in the Python examples of a page, found without running them.

A client is traced from `boto3.client("name")` through names, waiters, paginators and responses. What cannot be
traced passes; Calls.traced says how many calls were checked, so that an example
without any is noticed.
"""

import ast
import inspect
from collections.abc import Iterable, Iterator

from botocore.session import Session

from macros.problems import near_match
from scripts.examples.bindings import Bindings
from scripts.examples.example import Example, Finding
from scripts.examples.literals import Validator
from scripts.examples.services import Service, choices, options, services
from scripts.examples.things import Things

_CLIENT_OPTIONS = set(inspect.signature(Session.create_client).parameters) - {"self"}
_CLIENT_METHODS = {"can_paginate", "close", "generate_presigned_url"}
# generate_presigned_post is botocore's; boto3 gives its S3 client the rest, which botocore does not know.
_S3_METHODS = {
    "copy",
    "download_file",
    "download_fileobj",
    "generate_presigned_post",
    "upload_file",
    "upload_fileobj",
}
_ONLY_METHOD = {"waiter": "wait", "paginator": "paginate"}
_EXTRAS = {
    "wait": options("WaiterConfig", Delay="integer", MaxAttempts="integer"),
    "paginate": options("PaginationConfig", MaxItems="integer", PageSize="integer", StartingToken="string"),
}


def read_calls(examples: Iterable[Example]) -> "Iterator[Calls]":
    """Return what the calls of each example of a page come to; an example sees the names of those above it."""
    names: Bindings | None = None
    for example in examples:
        tree = example.tree
        names = Bindings(tree, names)
        yield Calls(tree, names)


class Calls:
    """The calls of one example.

    Attributes:
        findings: what is wrong, in the order of the page.
        traced: how many calls of an operation, a waiter or a paginator were checked against the API model.
    """

    def __init__(self, tree: ast.Module, names: Bindings) -> None:
        self.traced = 0
        self._names = names
        self._things = Things(names)
        self._found: dict[tuple[object, ...], Finding] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                self._call(node)
            elif isinstance(node, ast.Attribute):
                self._exception(node)
            elif isinstance(node, ast.Subscript):
                self._key(node.value, node.slice)
            elif isinstance(node, ast.Compare):
                self._comparison(node)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                self._ambiguous(node)
        self.findings = [self._found[key] for key in sorted(self._found, key=str)]
        self.findings.sort(key=lambda finding: finding.line)

    def _report(self, node: ast.expr, code: str, **words: str) -> None:
        self._found[(node.lineno, code, *sorted(words.items()))] = Finding(node.lineno, code, words)

    def _unknown(self, node: ast.expr, owner: str, name: str, known: Iterable[str]) -> None:
        self._report(node, "E003", owner=owner, name=name, near=near_match(name, sorted(known)))

    def _call(self, node: ast.Call) -> None:
        client, base = self._things.client_of(node), self._things.base(node.func)
        if client is not None:
            self._client(node, client)
        if base is None or not isinstance(node.func, ast.Attribute):
            return
        method, operations = node.func.attr, base.service.operations
        if base.kind == "client" and method in operations:
            self._arguments(node, base.service, operations[method], method)
        elif base.kind == "client":
            self._method(node, base.service, method)
        elif base.kind == "data" and method == "get" and node.args:
            self._key(node.func.value, node.args[0])
        elif base.kind in _ONLY_METHOD and method == _ONLY_METHOD[base.kind]:
            self._arguments(node, base.service, base.name, method)
        elif base.kind in _ONLY_METHOD:
            self._unknown(node, base.kind, method, [_ONLY_METHOD[base.kind]])

    def _client(self, node: ast.Call, name: str) -> None:
        if name not in services():
            self._unknown(node, "boto3.client()", name, services())
        for keyword in node.keywords:
            if keyword.arg and keyword.arg not in _CLIENT_OPTIONS:
                self._unknown(keyword.value, "boto3.client()", keyword.arg, _CLIENT_OPTIONS)

    def _method(self, node: ast.Call, service: Service, method: str) -> None:
        """Check a method of a client that is not an operation."""
        getters = {"get_waiter": ("waiter", service.waiters), "get_paginator": ("paginator", service.paginators)}
        others = _CLIENT_METHODS | (_S3_METHODS if service.name == "s3" else set())
        if method in getters:
            what, names = getters[method]
            argument = self._things.first_text(node)
            if argument is not None and argument not in names:
                self._unknown(node, f"{service.name}, {what}", argument, names)
        elif method not in others:
            self._unknown(node, service.name, method, {*service.operations, *getters, *others})

    def _arguments(self, node: ast.Call, service: Service, operation: str, method: str) -> None:
        self.traced += 1
        if node.args:
            self._report(node.args[0], "E008", call=f"{method}()")
        validator = Validator(self._names.look_up, self._report, f"{method}()")
        validator.call(node, service.model.operation_model(operation), _EXTRAS.get(method, {}))

    def _exception(self, node: ast.Attribute) -> None:
        """Check `client.exceptions.Name`."""
        base = self._things.base(node.value)
        owner = node.value
        if base is None or base.kind != "client" or not isinstance(owner, ast.Attribute) or owner.attr != "exceptions":
            return
        known = base.service.exceptions
        if node.attr not in known:
            self._unknown(node, f"{base.api}.exceptions", node.attr, known)

    def _key(self, container: ast.expr, key: ast.expr) -> None:
        """Check a key that is looked up in a response."""
        base, name = self._things.of(container), self._things.text(key)
        if base is None or base.kind != "data" or base.shape.type_name != "structure" or name is None:
            return
        if name not in {*base.shape.members, "ResponseMetadata"}:
            self._unknown(key, base.name, name, base.shape.members)

    def _comparison(self, node: ast.Compare) -> None:
        """Check `"Key" in response`, and what an enumeration in a response is compared with."""
        left, operator, right = node.left, node.ops[0], self._names.look_up(node.comparators[0])
        if isinstance(operator, ast.In | ast.NotIn):
            self._key(node.comparators[0], left)
        base = self._things.of(left)
        allowed = getattr(base.shape, "enum", []) if base and base.kind == "data" else []
        candidates = right.elts if isinstance(right, ast.Tuple | ast.List | ast.Set) else [right]
        for candidate in candidates if allowed else []:
            text = self._things.text(candidate)
            if text is not None and text not in allowed:
                self._report(candidate, "E006", name=ast.unparse(left), value=text, **choices(text, allowed))

    def _ambiguous(self, node: ast.Name) -> None:
        """Refuse a name that is a client in one place only: its calls could not be traced."""
        things = self._things.each(self._names.of(node.id))
        if len(things) > 1 and any(thing and thing.kind == "client" for thing in things):
            self._report(node, "E010", name=node.id)
