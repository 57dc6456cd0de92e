"""What botocore knows of an AWS service, under the names that a boto3 client gives it. Needs no network."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from botocore import xform_name
from botocore.exceptions import DataNotFoundError
from botocore.loaders import Loader
from botocore.model import DenormalizedStructureBuilder, ServiceModel, Shape
from botocore.waiter import WaiterModel

from macros.problems import near_match

# Only what the package brings: a model under ~/.aws of whoever runs the tests must not decide.
_LOADER = Loader(extra_search_paths=[Loader.BUILTIN_DATA_PATH], include_default_search_paths=False)


@dataclass(frozen=True)
class Service:
    """A service by the name that boto3.client() takes."""

    name: str

    @cached_property
    def model(self) -> ServiceModel:
        """The service as botocore describes it."""
        return ServiceModel(_LOADER.load_service_model(self.name, "service-2"), self.name)

    @cached_property
    def operations(self) -> dict[str, str]:
        """The API's name of each operation by the client's: create_model → CreateModel."""
        return {xform_name(name): name for name in self.model.operation_names}

    @cached_property
    def waiters(self) -> dict[str, str]:
        """The operation that each waiter calls, by the waiter's name."""
        try:
            model = WaiterModel(_LOADER.load_service_model(self.name, "waiters-2"))
        except DataNotFoundError:
            return {}
        return {xform_name(name): model.get_waiter(name).operation for name in model.waiter_names}

    @cached_property
    def paginators(self) -> dict[str, str]:
        """The operation that each paginator calls, by the client's name of it."""
        try:
            names = _LOADER.load_service_model(self.name, "paginators-1")["pagination"]
        except DataNotFoundError:
            return {}
        return {xform_name(name): name for name in names}

    @cached_property
    def exceptions(self) -> set[str]:
        """The names under client.exceptions."""
        return {shape.name for shape in self.model.error_shapes} | {"ClientError"}


@cache
def services() -> frozenset[str]:
    """Return every name that boto3.client() takes."""
    return frozenset(_LOADER.list_available_services("service-2"))


@cache
def service(name: str) -> Service:
    """Return a service by one of services()."""
    return Service(name)


def options(name: str, **members: str) -> dict[str, Shape]:
    """Return a keyword that no service defines, such as the WaiterConfig of wait(), with the types of its members."""
    types = {member: {"type": type_name} for member, type_name in members.items()}
    return {name: DenormalizedStructureBuilder().with_members(types).build_model()}


def choices(wrong: str, allowed: Sequence[str]) -> dict[str, str]:
    """Return the words that tell what may be written in place of a wrong value: a near match, and the first ten."""
    shown = ", ".join(allowed[:10]) + (", …" if len(allowed) > 10 else "")  # noqa: PLR2004
    return {"near": near_match(wrong, sorted(allowed)), "allowed": shown}
