"""Read the configurations of all editions without asking a builder: the others inherit mkdocs.yml."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]

from macros.language import DEFAULT, ROWS, Language

CONFIGURATIONS: dict[Language, str] = {language: row.configuration for language, row in ROWS.items()}
# Where each edition is, below the root of the site.
FOLDERS: dict[Language, str] = {language: row.folder for language, row in ROWS.items()}


class _Loader(yaml.SafeLoader):
    """Reads `!ENV [NAME, default]` as MkDocs and Zensical do."""


_Loader.add_constructor("!ENV", construct_env_tag)


@dataclass(frozen=True)
class Settings:
    """The settings of one edition, as written, with the variables of the environment in them."""

    values: dict[str, Any]

    @property
    def site_url(self) -> str:
        """The address of the edition, with a slash at its end."""
        return f"{str(self.values['site_url']).rstrip('/')}/"

    @property
    def repo_url(self) -> str:
        """The address of the repository, or nothing."""
        return str(self.values.get("repo_url") or "")


def read_settings(root: Path, language: Language) -> Settings:
    """Return the settings of an edition; every other edition is below the address of the one at the site's root."""
    values = _read(root / CONFIGURATIONS[language])
    own = f"{str(values['site_url']).rstrip('/')}/"
    base = own if language == DEFAULT else read_settings(root, DEFAULT).site_url
    folder = FOLDERS[language]
    return Settings(values | {"site_url": f"{base}{folder}/" if folder else base})


def _read(file: Path) -> dict[str, Any]:
    values: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - a SafeLoader
    parent = values.pop("INHERIT", None)
    return _merged(_read(file.parent / parent), values) if parent else values


def _merged(parent: dict[str, Any], child: dict[str, Any]) -> dict[str, Any]:
    """Return the parent's settings with the child's in their place; lists are not joined, as MkDocs has it."""
    values = dict(parent)
    for name, value in child.items():
        old = values.get(name)
        values[name] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return values
