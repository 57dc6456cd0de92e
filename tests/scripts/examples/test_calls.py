"""What the check of examples finds, what it lets pass, and where it says that a mistake is."""

import pytest

from macros.pages.document import read_document
from scripts.examples.calls import Calls, read_calls
from scripts.examples.example import Example, examples_of, imports, syntax_mistakes

CLIENTS = """\
import boto3
sm = boto3.client("sagemaker")
logs = boto3.client("logs")
s3 = boto3.client("s3")
"""


def read(*codes: str) -> Calls:
    """Return what the calls of the last of a page's examples come to."""
    return list(read_calls([Example(1, code) for code in codes]))[-1]


def messages(code: str) -> list[str]:
    """Return the code of each mistake, and the words of its message."""
    findings = read(CLIENTS + code).findings
    return [f"{finding.code} " + ", ".join(filter(None, finding.words.values())) for finding in findings]


def config(variant: str) -> str:
    return f'sm.create_endpoint_config(EndpointConfigName="x", ProductionVariants=[{variant}])'


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (
            'boto3.client("sagemaker-runtim")',
            "E003 boto3.client(), sagemaker-runtim, sagemaker-runtime",
        ),
        ('boto3.client("s3", region="x")', "E003 boto3.client(), region, region_name"),
        ("sm.create_endpont()", "E003 sagemaker, create_endpont, create_endpoint"),
        (
            'boto3.Session().client(service_name="sagemaker").list_modles()',
            "E003 sagemaker, list_modles, list_models",
        ),
        ('sm.upload_file("a", "b", "c")', "E003 sagemaker, upload_file"),
        ('sm.get_waiter("endpoint_in")', "E003 sagemaker, waiter, endpoint_in, endpoint_in_service"),
        ('sm.get_paginator("list_app")', "E003 sagemaker, paginator, list_app, list_apps"),
        ('sm.get_paginator("list_apps").wait()', "E003 paginator, wait"),
        (
            "try:\n    pass\nexcept sm.exceptions.ResourceNotFond:\n    pass",
            "E003 sagemaker.exceptions, ResourceNotFond, ResourceNotFound",
        ),
    ],
)
def test_what_a_client_does_not_have_is_found(code: str, message: str) -> None:
    assert messages(code) == [message]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ('sm.delete_model("x", ModelName="x")', "E008 delete_model()"),
        ('sm.list_models(NameContain="x")', "E003 list_models(), NameContain, NameContains"),
        ("sm.describe_endpoint()", "E004 describe_endpoint(), EndpointName"),
        ('sm.get_waiter("endpoint_in_service").wait()', "E004 wait(), EndpointName"),
        (
            'w = sm.get_waiter("endpoint_in_service")\nw.wait(EndpointName="x", WaiterConfig={"Dely": 5})',
            "E003 wait(), WaiterConfig.Dely, Delay",
        ),
        (
            'sm.get_paginator("list_apps").paginate(PaginationConfig={"PageSize": "5"})',
            "E005 paginate(), PaginationConfig.PageSize, int, str",
        ),
    ],
)
def test_a_wrong_or_missing_keyword_is_found(code: str, message: str) -> None:
    assert messages(code) == [message]


@pytest.mark.parametrize(
    ("variant", "message"),
    [
        ("{}", "E004 VariantName"),
        (
            '{"VariantName": "v", "ModelNam": "m"}',
            "E003 ModelNam, ModelName",
        ),
        ('{"VariantName": 1}', "E005 VariantName, str, int"),
        ('{"VariantName": b"v"}', "E005 VariantName, str, bytes"),
        ('{"VariantName": None}', "E005 VariantName, str, NoneType"),
        ('{"VariantName": ["v"]}', "E005 VariantName, str, list"),
        (
            '{"VariantName": "v", "InitialInstanceCount": "1"}',
            "E005 InitialInstanceCount, int, str",
        ),
        (
            '{"VariantName": "v", "InitialInstanceCount": True}',
            "E005 InitialInstanceCount, int, bool",
        ),
        (
            '{"VariantName": "v", "InitialInstanceCount": 1.0}',
            "E005 InitialInstanceCount, int, float",
        ),
        (
            '{"VariantName": "v", "InitialVariantWeight": -1}',
            "E007 InitialVariantWeight, -1, ≥ 0",
        ),
        (
            '{"VariantName": "v", "EnableSSMAccess": "true"}',
            "E005 EnableSSMAccess, bool, str",
        ),
        (
            '{"VariantName": "v", "ServerlessConfig": 2048}',
            "E005 ServerlessConfig, dict, int",
        ),
        (
            '{"VariantName": "v", "InstanceType": "ml.m5.larg"}',
            "E006 InstanceType, ml.m5.larg, ml.m5.large",
        ),
        (
            '{"VariantName": "a b"}',
            "E006 VariantName, a b, [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
        ),
    ],
)
def test_a_literal_that_does_not_fit_its_shape_is_found(variant: str, message: str) -> None:
    (found,) = messages(config(variant))
    code, words = message.split(" ", 1)
    assert found.startswith(f"{code} create_endpoint_config(), ProductionVariants[0].{words}")


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("sm.add_tags(ResourceArn=x, Tags={})", "E005 add_tags(), Tags, list, dict"),
        ("sm.create_model(ModelName=x, Containers=[1])", "E005 create_model(), Containers[0], dict, int"),
        (
            'sm.create_training_job(**x, HyperParameters={"a": 1})',
            "E005 create_training_job(), HyperParameters['a'], str, int",
        ),
        ('s3.put_object(Bucket="b", Key="k", Body=1)', "E005 put_object(), Body, bytes, str, int"),
        (
            'logs.put_log_events(logGroupName="g", logStreamName="s", logEvents=[])',
            "E007 put_log_events(), len(logEvents), 0, ≥ 1",
        ),
        (
            'sm.list_models(SortBy="Name" if x else "Names")',
            "E006 list_models(), SortBy, Names, Name, Name, CreationTime",
        ),
        ("sm.list_models(MaxResults=101)", "E007 list_models(), MaxResults, 101, ≤ 100"),
        (
            'sm.list_models(SortOrder="x")',
            "E006 list_models(), SortOrder, x, Ascending, Descending",
        ),
    ],
)
def test_every_kind_of_shape_is_checked(code: str, message: str) -> None:
    assert messages(code) == [message]


@pytest.mark.parametrize(("content", "given"), [("{}", "–"), ('{"text": "a", "image": x}', "image, text")])
def test_a_union_takes_exactly_one_of_its_keys(content: str, given: str) -> None:
    message = f'{{"role": "user", "content": [{content}]}}'
    (found,) = messages(f'boto3.client("bedrock-runtime").converse(modelId=x, messages=[{message}])')
    assert found.startswith("E009 converse(), messages[0].content[0], text, image, ")
    assert found.endswith(f", {given}")


@pytest.mark.parametrize(
    "code",
    [
        f'variant = {{"VariantNam": "v", **x}}\n{config("variant")}',
        f'part = {{"VariantNam": "v"}}\n{config("{**part, **x}")}',
        f'def variant(name):\n    return {{"VariantNam": name, **x}}\n{config("variant(1)")}',
        config('{"VariantNam": name, **x} for name in names'),
        config('*others, {"VariantNam": "v", **x}'),
    ],
)
def test_a_literal_is_found_behind_a_name_a_function_or_a_loop(code: str) -> None:
    found = messages(code)
    assert len(found) == 1
    assert found[0].startswith("E003 create_endpoint_config(), ProductionVariants[")
    assert found[0].endswith("].VariantNam, VariantName")


@pytest.mark.parametrize(
    "code",
    [
        'e = sm.describe_endpoint(EndpointName="x")\ne["EndpointStatu"]',
        'sm.describe_endpoint(EndpointName="x")["ProductionVariants"][0]["VariantNam"]',
        'sm.describe_endpoint(EndpointName="x").get("EndpointStatu")',
        'e = sm.describe_endpoint(EndpointName="x")\nassert "EndpointStatu" in e',
        'for p in sm.get_paginator("list_apps").paginate():\n    for a in p["Apps"]:\n        a["AppNam"]',
        'e = sm.describe_endpoint(EndpointName="x")\nwhile e["EndpointStatus"] == "Createing":\n    pass',
        'e = sm.describe_endpoint(EndpointName="x")\nwhile e["EndpointStatus"] in ("Updatin", "Creating"):\n    pass',
    ],
)
def test_what_no_response_holds_is_found(code: str) -> None:
    assert len(messages(code)) == 1


@pytest.mark.parametrize(
    "code",
    [
        "sm.create_endpoint_config(EndpointConfigName=name, ProductionVariants=variants)",
        config("{**variant}"),
        f"part = {{**variant}}\n{config('{**part}')}",
        f'variant = {{"Name": 1}}\ndef deploy(variant):\n    {config("variant")}',
        config('{"VariantName": name(), "InitialInstanceCount": 2 * count, key: 1}'),
        f'variant = {{"Name": 1}}\nvariant["VariantName"] = "v"\ndel variant["Name"]\n{config("variant")}',
        f'variant = {{"Name": 1}}\nvariant = other\n{config("variant")}',
        "sm.describe_endpoint(**arguments)",
        "sm.create_pipeline(PipelineName=name, RoleArn=role)",
        'sm.describe_endpoint(EndpointName=name)["ResponseMetadata"]["RequestId"]',
        's3.upload_file("a", "b", "c")\nsm.meta.region_name\nsm.close()',
        'other.create_endpont()\nother["EndpointStatu"] == "x"',
        'boto3.client("bedrock-runtime").converse(modelId=x, additionalModelRequestFields={"any": [1, None]})',
        'boto3.client("lex-runtime").post_content(**x, inputStream=b"", sessionAttributes={"any": [1, None]})',
    ],
)
def test_what_is_right_or_cannot_be_known_passes(code: str) -> None:
    assert messages(code) == []


def test_a_client_cannot_share_its_name() -> None:
    assert messages("import sm") == ["E010 sm"]
    assert messages('sm = boto3.client("iam")\nsm.create_endpont()') == ["E010 sm", "E010 sm"]


def test_an_example_sees_the_clients_of_those_above_it() -> None:
    assert read(CLIENTS, "sm.create_endpont()").findings
    assert not read(CLIENTS, "sm = other()\nsm.create_endpont()").findings


def test_only_calls_that_were_checked_count() -> None:
    assert read(CLIENTS).traced == 0
    assert read(CLIENTS + "other.list_models()").traced == 0
    assert read(CLIENTS + 'sm.list_models()\nsm.get_waiter("endpoint_in_service").wait(EndpointName=x)').traced == 2


PAGE = """\
---
description: "A page"
---
# A page { #page }

```yaml
import: no
```

!!! note
    ```python title="x.py"
    import boto3

    boto3.client("sagemaker").create_model(
        ModelNam="x",
    )
    ```

Text with `code`.

~~~~ { .python }
```
"""


def test_examples_are_read_from_every_kind_of_fence() -> None:
    examples = examples_of(read_document(PAGE, "page.md"))
    assert [example.line for example in examples] == [12, 22]
    assert examples[0].code.startswith("import boto3\n")


def test_mistake_is_placed_on_its_line_of_the_page() -> None:
    examples = examples_of(read_document(PAGE, "page.md"))
    calls = next(read_calls(examples))
    assert [(finding.line, finding.words["name"]) for finding in calls.findings] == [
        (14, "ModelName"),
        (15, "ModelNam"),
    ]
    assert [mistake.line for mistake in syntax_mistakes(examples[1])] == [22]
    assert imports(examples[0], "boto3") == 12
    assert imports(examples[0], "sagemaker") is None


@pytest.mark.parametrize("code", ["import json, sagemaker.core as s", "def f():\n    from sagemaker.serve import M"])
def test_an_import_of_a_part_of_a_package_is_one_of_the_package(code: str) -> None:
    assert imports(Example(1, code), "sagemaker")
    assert not imports(Example(1, code), "sage")
