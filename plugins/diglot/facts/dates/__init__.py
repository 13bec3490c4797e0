"""Calendar dates in a text: expressions by grammar, values by publication date and context.

``data/dates.yml`` says how dates are said (`grammar` reads it), `expression` what the words mean by
themselves, `resolve` which date that is here, `lapse` what durations between dates give away, and
`cues` what happened.
"""

from diglot.facts.dates.expression import Expression, scan
from diglot.facts.dates.statements import DateStatement, distinct, events, find, singles, whole

__all__ = ["DateStatement", "Expression", "distinct", "events", "find", "scan", "singles", "whole"]
