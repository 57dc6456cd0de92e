"""What is wrong with the calls of AWS in the Python examples of a page, found without running them.

A client is traced from `boto3.client("name")` through names, waiters, paginators and responses. What cannot be
traced passes; Calls.traced says how many calls were held against the API model, so that a test can ask for some.
"""

import ast
import inspect
from collections.abc import Iterable, Iterator

from botocore.session import Session

from tests.content.api_model import Service, did_you_mean, options, services
from tests.content.bindings import Bindings
from tests.content.examples import Example, Finding
from tests.content.literals import Validator
from tests.content.things import Things

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
        tree = example.tree()
        names = Bindings(tree, names)
        yield Calls(tree, names)


class Calls:
    """The calls of one example.

    Attributes:
        findings: what is wrong, in the order of the page.
        traced: how many calls of an operation, a waiter or a paginator were held against the API model.
    """

    def __init__(self, tree: ast.Module, names: Bindings) -> None:
        self.traced = 0
        self._names = names
        self._things = Things(names)
        self._found: set[Finding] = set()
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
        self.findings = sorted(self._found)

    def _report(self, node: ast.expr, message: str) -> None:
        self._found.add(Finding(node.lineno, message))

    def _call(self, node: ast.Call) -> None:
        client, base = self._things.client_of(node), self._things.base(node.func)
        if client is not None:
            self._client(node, client)
        if base is None:
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
            self._report(node, f"A {base.kind} has {_ONLY_METHOD[base.kind]}(), and no {method}().")

    def _client(self, node: ast.Call, name: str) -> None:
        if name not in services():
            self._report(node, f"boto3.client() knows no service {name}.{did_you_mean(name, services())}")
        for keyword in node.keywords:
            if keyword.arg and keyword.arg not in _CLIENT_OPTIONS:
                near = did_you_mean(keyword.arg, _CLIENT_OPTIONS)
                self._report(keyword.value, f"boto3.client() takes no {keyword.arg}.{near}")

    def _method(self, node: ast.Call, service: Service, method: str) -> None:
        """Hold a method of a client that is not an operation."""
        getters = {"get_waiter": ("waiter", service.waiters), "get_paginator": ("paginator", service.paginators)}
        others = _CLIENT_METHODS | (_S3_METHODS if service.name == "s3" else set())
        if method in getters:
            what, names = getters[method]
            argument = self._things.first_text(node)
            if argument is not None and argument not in names:
                self._report(node, f"{service.name} has no {what} {argument}.{did_you_mean(argument, names)}")
        elif method not in others:
            near = did_you_mean(method, {*service.operations, *getters, *others})
            self._report(node, f"{service.name} has no operation {method}.{near}")

    def _arguments(self, node: ast.Call, service: Service, operation: str, method: str) -> None:
        self.traced += 1
        if node.args:
            self._report(node.args[0], f"{method}() takes keywords only.")
        validator = Validator(self._names.look_up, lambda place, text: self._report(place, f"{method}(): {text}"))
        validator.call(node, service.model.operation_model(operation), _EXTRAS.get(method, {}))

    def _exception(self, node: ast.Attribute) -> None:
        """Hold `client.exceptions.Name`."""
        base = self._things.base(node.value)
        if base is None or base.kind != "client" or node.value.attr != "exceptions":
            return
        known = base.service.exceptions
        if node.attr not in known:
            self._report(node, f"{base.api} has no exception {node.attr}.{did_you_mean(node.attr, known)}")

    def _key(self, container: ast.expr, key: ast.expr) -> None:
        """Hold a key that is looked up in a response."""
        base, name = self._things.of(container), self._things.text(key)
        if base is None or base.kind != "data" or base.shape.type_name != "structure" or name is None:
            return
        if name not in {*base.shape.members, "ResponseMetadata"}:
            self._report(key, f"a response's {base.name} has no {name}.{did_you_mean(name, base.shape.members)}")

    def _comparison(self, node: ast.Compare) -> None:
        """Hold `"Key" in response`, and what an enumeration in a response is compared with."""
        left, operator, right = node.left, node.ops[0], self._names.look_up(node.comparators[0])
        if isinstance(operator, ast.In | ast.NotIn):
            self._key(node.comparators[0], left)
        base = self._things.of(left)
        allowed = getattr(base.shape, "enum", []) if base and base.kind == "data" else []
        candidates = right.elts if isinstance(right, ast.Tuple | ast.List | ast.Set) else [right]
        for candidate in candidates if allowed else []:
            text = self._things.text(candidate)
            if text is not None and text not in allowed:
                self._report(candidate, f"{ast.unparse(left)} is never {text!r}.{did_you_mean(text, allowed)}")

    def _ambiguous(self, node: ast.Name) -> None:
        """Refuse a name that is a client in one place only: its calls could not be traced."""
        things = self._things.each(self._names.of(node.id))
        if len(things) > 1 and any(thing and thing.kind == "client" for thing in things):
            self._report(node, f"{node.id} is a client and something else too: give each a name of its own.")
