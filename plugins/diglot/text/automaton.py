"""Door to ahocorasick_rs: which of many words stand in a text, found in one pass over it."""

from __future__ import annotations

from ahocorasick_rs import AhoCorasick

__all__ = ["AhoCorasick"]
