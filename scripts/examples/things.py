"""What the expressions of an example are, where they come out of a boto3 client."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass, replace

from botocore.model import Shape

from scripts.examples.bindings import Binding, Bindings
from scripts.examples.services import Service, service, services


@dataclass(frozen=True)
class Thing:
    """What an expression evaluates to.

    Attributes:
        kind: "client", "waiter", "paginator", "pages" (what paginate() yields) or "data" (of a response).
        api: the name of the service.
        name: of the operation that a waiter or a paginator calls, or of the shape of pages and data.
    """

    kind: str
    api: str
    name: str = ""

    @property
    def service(self) -> Service:
        """The service that it belongs to."""
        return service(self.api)

    @property
    def shape(self) -> Shape:
        """The shape of pages and data."""
        return self.service.model.shape_for(self.name)

    def data(self, shape: Shape | None) -> "Thing | None":
        """Return data of the same service, or None where there is no shape."""
        return Thing("data", self.api, shape.name) if shape else None


class Things:
    """Traces expressions back to clients; what cannot be traced is None."""

    def __init__(self, names: Bindings) -> None:
        self._names = names
        self._resolving: set[str] = set()

    def of(self, node: ast.expr) -> Thing | None:
        """Return what an expression is."""
        if isinstance(node, ast.Name):
            return self._named(node.id)
        if isinstance(node, ast.Call):
            body = self._names.look_up(node)
            return self._returned(node) if body is node else self.of(body)
        if isinstance(node, ast.Subscript):
            return self._part(self.of(node.value), node.slice)
        return None

    def base(self, node: ast.expr) -> Thing | None:
        """Return what the expression before the dot of `x.y` is."""
        return self.of(node.value) if isinstance(node, ast.Attribute) else None

    def each(self, bindings: Iterable[Binding]) -> set[Thing | None]:
        """Return all that a name is, with its bindings."""
        return {self._bound(binding) for binding in bindings}

    def text(self, node: ast.expr) -> str | None:
        """Return the text that an expression is, if it is one."""
        found = self._names.look_up(node)
        return found.value if isinstance(found, ast.Constant) and isinstance(found.value, str) else None

    def first_text(self, node: ast.Call) -> str | None:
        """Return the text of the first positional argument."""
        return self.text(node.args[0]) if node.args else None

    def client_of(self, node: ast.Call) -> str | None:
        """Return the service that `boto3.client("service")`, or the same of a session, asks for."""
        if not isinstance(node.func, ast.Attribute) or node.func.attr != "client":
            return None
        named = [self.text(keyword.value) for keyword in node.keywords if keyword.arg == "service_name"]
        return self.first_text(node) or next(iter(named), None)

    def _named(self, name: str) -> Thing | None:
        if name in self._resolving:
            return None
        self._resolving.add(name)
        things = self.each(self._names.of(name))
        self._resolving.discard(name)
        return things.pop() if len(things) == 1 else None

    def _bound(self, binding: Binding) -> Thing | None:
        thing = self.of(binding.node) if binding.node else None
        if binding.how == "is" or thing is None:
            return thing
        if binding.how == "each" and thing.kind == "pages":
            return replace(thing, kind="data")
        if binding.how == "each" and thing.kind == "data" and thing.shape.type_name == "list":
            return thing.data(thing.shape.member)
        return None

    def _returned(self, node: ast.Call) -> Thing | None:
        client = self.client_of(node)
        if client in services():
            return Thing("client", client)
        base = self.base(node.func)
        if base is None or not isinstance(node.func, ast.Attribute):
            return None
        method, argument, model = node.func.attr, self.first_text(node), base.service.model
        if base.kind == "client" and method in base.service.operations:
            return base.data(model.operation_model(base.service.operations[method]).output_shape)
        if base.kind == "client" and method == "get_waiter" and argument in base.service.waiters:
            return Thing("waiter", base.api, base.service.waiters[argument])
        if base.kind == "client" and method == "get_paginator" and argument in base.service.paginators:
            return Thing("paginator", base.api, base.service.paginators[argument])
        if base.kind == "paginator" and method == "paginate":
            return Thing("pages", base.api, model.operation_model(base.name).output_shape.name)
        return self._part(base, node.args[0]) if method == "get" and node.args else None

    def _part(self, base: Thing | None, key: ast.expr) -> Thing | None:
        """Return what an index or a key takes out of the data of a response."""
        if base is None or base.kind != "data":
            return None
        if base.shape.type_name == "structure":
            return base.data(base.shape.members.get(self.text(key)))
        if base.shape.type_name == "map":
            return base.data(base.shape.value)
        if base.shape.type_name == "list" and not isinstance(key, ast.Slice):
            return base.data(base.shape.member)
        return None
