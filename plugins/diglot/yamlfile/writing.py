"""YAML written by ruamel.yaml, which keeps what editors wrote: comments, quotes and order."""

from __future__ import annotations

import io
import re
from typing import Any

from ruamel.yaml import YAML, comments, tokens
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.resolver import VersionedResolver

from diglot.yamlfile import Loader

CommentedMap = comments.CommentedMap
CommentedSeq = comments.CommentedSeq
CommentToken = tokens.CommentToken
"""What `round_trip` makes of a text: mappings and lists that carry their comments."""


class _Resolver(VersionedResolver):
    """The resolvers of `Loader`, so that it quotes no date and makes no numbers."""

    @property
    def versioned_resolver(self) -> dict[str, Any]:
        return Loader.yaml_implicit_resolvers


class _Representer(RoundTripRepresenter):
    """Writes out what is unknown, and quotes what plain style would fold."""

    def write_null(self, _: None) -> Any:
        return self.represent_scalar("tag:yaml.org,2002:null", "null")

    def write_str(self, text: str) -> Any:
        style = '"' if re.search("[\x85\u2028\u2029]", text) else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Representer.add_representer(type(None), _Representer.write_null)
_Representer.add_representer(str, _Representer.write_str)


def round_trip() -> YAML:
    """A ruamel.yaml processor in Diglot's canonical style: block, wide, quotes kept."""
    processor = YAML(typ="rt")
    processor.Resolver = _Resolver
    processor.preserve_quotes = True
    processor.width = 10_000
    processor.indent(mapping=2, sequence=2, offset=0)
    processor.allow_unicode = True
    processor.Representer = _Representer
    return processor


def dump(value: Any) -> str:
    """YAML text of a value (plain data, or what `round_trip` loaded)."""
    out = io.StringIO()
    round_trip().dump(value, out)
    return out.getvalue()
