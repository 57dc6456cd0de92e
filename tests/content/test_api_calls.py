"""What the check of examples finds, what it lets pass, and where it says that a mistake is."""

import pytest

from tests.content.api_calls import Calls, read_calls
from tests.content.examples import Example, imports, read_page, syntax_mistakes

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
    return [finding.message for finding in read(CLIENTS + code).findings]


def config(variant: str) -> str:
    return f'sm.create_endpoint_config(EndpointConfigName="x", ProductionVariants=[{variant}])'


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (
            'boto3.client("sagemaker-runtim")',
            "boto3.client() knows no service sagemaker-runtim. Did you mean sagemaker-runtime?",
        ),
        ('boto3.client("s3", region="x")', "boto3.client() takes no region. Did you mean region_name?"),
        ("sm.create_endpont()", "sagemaker has no operation create_endpont. Did you mean create_endpoint?"),
        (
            'boto3.Session().client(service_name="sagemaker").list_modles()',
            "sagemaker has no operation list_modles. Did you mean list_models?",
        ),
        ('sm.upload_file("a", "b", "c")', "sagemaker has no operation upload_file."),
        ('sm.get_waiter("endpoint_in")', "sagemaker has no waiter endpoint_in. Did you mean endpoint_in_service?"),
        ('sm.get_paginator("list_app")', "sagemaker has no paginator list_app. Did you mean list_apps?"),
        ('sm.get_paginator("list_apps").wait()', "A paginator has paginate(), and no wait()."),
        (
            "try:\n    pass\nexcept sm.exceptions.ResourceNotFond:\n    pass",
            "sagemaker has no exception ResourceNotFond. Did you mean ResourceNotFound?",
        ),
    ],
)
def test_what_a_client_does_not_have_is_found(code: str, message: str) -> None:
    assert messages(code) == [message]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ('sm.delete_model("x", ModelName="x")', "delete_model() takes keywords only."),
        ('sm.list_models(NameContain="x")', "list_models(): NameContain is unknown. Did you mean NameContains?"),
        ("sm.describe_endpoint()", "describe_endpoint(): EndpointName is required."),
        ('sm.get_waiter("endpoint_in_service").wait()', "wait(): EndpointName is required."),
        (
            'w = sm.get_waiter("endpoint_in_service")\nw.wait(EndpointName="x", WaiterConfig={"Dely": 5})',
            "wait(): WaiterConfig.Dely is unknown. Did you mean Delay?",
        ),
        (
            'sm.get_paginator("list_apps").paginate(PaginationConfig={"PageSize": "5"})',
            "paginate(): PaginationConfig.PageSize takes int, not str.",
        ),
    ],
)
def test_a_wrong_or_missing_keyword_is_found(code: str, message: str) -> None:
    assert messages(code) == [message]


@pytest.mark.parametrize(
    ("variant", "message"),
    [
        ("{}", "VariantName is required."),
        ('{"VariantName": "v", "ModelNam": "m"}', "ModelNam is unknown. Did you mean ModelName?"),
        ('{"VariantName": 1}', "VariantName takes str, not int."),
        ('{"VariantName": b"v"}', "VariantName takes str, not bytes."),
        ('{"VariantName": None}', "VariantName takes str, not NoneType."),
        ('{"VariantName": ["v"]}', "VariantName takes str, not list."),
        ('{"VariantName": "v", "InitialInstanceCount": "1"}', "InitialInstanceCount takes int, not str."),
        ('{"VariantName": "v", "InitialInstanceCount": True}', "InitialInstanceCount takes int, not bool."),
        ('{"VariantName": "v", "InitialInstanceCount": 1.0}', "InitialInstanceCount takes int, not float."),
        ('{"VariantName": "v", "InitialVariantWeight": -1}', "InitialVariantWeight is -1, and the least is 0."),
        ('{"VariantName": "v", "EnableSSMAccess": "true"}', "EnableSSMAccess takes bool, not str."),
        ('{"VariantName": "v", "ServerlessConfig": 2048}', "ServerlessConfig takes dict, not int."),
        (
            '{"VariantName": "v", "InstanceType": "ml.m5.larg"}',
            "InstanceType does not take 'ml.m5.larg'. Did you mean ml.m5.large?",
        ),
        (
            '{"VariantName": "a b"}',
            "VariantName does not take 'a b': it must match [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
        ),
    ],
)
def test_a_literal_that_does_not_fit_its_shape_is_found(variant: str, message: str) -> None:
    assert messages(config(variant)) == [f"create_endpoint_config(): ProductionVariants[0].{message}"]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("sm.add_tags(ResourceArn=x, Tags={})", "add_tags(): Tags takes list, not dict."),
        ("sm.create_model(ModelName=x, Containers=[1])", "create_model(): Containers[0] takes dict, not int."),
        (
            'sm.create_training_job(**x, HyperParameters={"a": 1})',
            "create_training_job(): HyperParameters['a'] takes str, not int.",
        ),
        ('s3.put_object(Bucket="b", Key="k", Body=1)', "put_object(): Body takes bytes or str, not int."),
        (
            'logs.put_log_events(logGroupName="g", logStreamName="s", logEvents=[])',
            "put_log_events(): the length of logEvents is 0, and the least is 1.",
        ),
        (
            'sm.list_models(SortBy="Name" if x else "Names")',
            "list_models(): SortBy does not take 'Names'. Did you mean Name?",
        ),
        ("sm.list_models(MaxResults=101)", "list_models(): MaxResults is 101, and the most is 100."),
        (
            'sm.list_models(SortOrder="x")',
            "list_models(): SortOrder does not take 'x'. It is one of Ascending, Descending.",
        ),
    ],
)
def test_every_kind_of_shape_is_held(code: str, message: str) -> None:
    assert messages(code) == [message]


@pytest.mark.parametrize(("content", "given"), [("{}", "none"), ('{"text": "a", "image": x}', "image and text")])
def test_a_union_takes_exactly_one_of_its_keys(content: str, given: str) -> None:
    message = f'{{"role": "user", "content": [{content}]}}'
    (found,) = messages(f'boto3.client("bedrock-runtime").converse(modelId=x, messages=[{message}])')
    assert found.startswith("converse(): messages[0].content[0] takes exactly one of text, image, ")
    assert found.endswith(f", not {given}.")


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
    assert found[0].endswith("VariantNam is unknown. Did you mean VariantName?")


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
    message = "sm is a client and something else too: give each a name of its own."
    assert messages("import sm") == [message]
    assert messages('sm = boto3.client("iam")\nsm.create_endpont()') == [message, message]


def test_an_example_sees_the_clients_of_those_above_it() -> None:
    assert read(CLIENTS, "sm.create_endpont()").findings
    assert not read(CLIENTS, "sm = other()\nsm.create_endpont()").findings


def test_only_calls_that_were_held_against_the_model_count() -> None:
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
    examples, prose = read_page(PAGE)
    assert [example.line for example in examples] == [12, 22]
    assert examples[0].code.startswith("import boto3\n")
    assert prose == ["", "", "", "# A page { #page }", "", "", "!!! note", "", "Text with `code`.", ""]


def test_a_mistake_is_placed_on_its_line_of_the_page() -> None:
    examples, _ = read_page(PAGE)
    calls = next(read_calls(examples))
    assert [(finding.line, finding.message.split()[1]) for finding in calls.findings] == [
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
