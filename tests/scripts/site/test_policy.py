from pathlib import Path

import pytest

from scripts.site.policy import FinishingError, add_policy, inline_scripts, policy

HEAD = '<!doctype html><html><head><meta charset="utf-8"><script>a=new URL("{base}",location)</script></head>'


def write(site: Path, name: str, base: str, body: str = "") -> Path:
    file = site / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEAD.replace("{base}", base) + f"<body><script>b()</script>{body}</body></html>", "utf-8")
    return file


def test_only_scripts_that_a_browser_runs_count() -> None:
    page = (
        '<script>one()</script><script type="module">two()</script><script type="application/json">{}</script>'
        '<script src="x.js"></script><script type=text/javascript>three()</script><script async SRC = x.js></script>'
    )
    assert inline_scripts(page) == {"one()", "two()", "three()"}


def test_a_script_is_allowed_by_its_hash_alone() -> None:
    # echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
    script_src = next(part for part in policy({"alert(1)"}).split("; ") if part.startswith("script-src"))
    assert script_src == "script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"


def test_every_page_carries_the_one_policy_before_any_script(tmp_path: Path) -> None:
    files = [write(tmp_path, "404.html", "/"), write(tmp_path, "index.html", "."), write(tmp_path, "a/b.html", "..")]
    add_policy(tmp_path)
    heads = {file.read_text("utf-8").split("<script", 1)[0] for file in files}
    assert len(heads) == 1
    (head,) = heads
    assert head.count("sha256-") == 4
    assert "unsafe-inline" not in head.split("script-src", 1)[1].split(";", 1)[0]


@pytest.mark.parametrize(
    "body",
    [
        "<script>c()</script>",
        '<script type="module">b2()</script>',
        "<SCRIPT>c()</SCRIPT>",
        "<script>c()</script >",
        '<script data-src="x.js">c()</script>',
        '<script data-type="application/json">c()</script>',
    ],
)
def test_a_script_that_is_not_the_themes_stops_the_build(tmp_path: Path, body: str) -> None:
    write(tmp_path, "404.html", "/")
    write(tmp_path, "a/index.html", "..", body)
    with pytest.raises(FinishingError, match=r"^a/index\.html: inline script"):
        add_policy(tmp_path)


def test_a_script_before_the_policy_stops_the_build(tmp_path: Path) -> None:
    file = write(tmp_path, "404.html", "/")
    file.write_text("<script>b()</script>" + file.read_text("utf-8"), "utf-8")
    with pytest.raises(FinishingError, match="before every script"):
        add_policy(tmp_path)
