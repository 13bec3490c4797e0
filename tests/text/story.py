"""An article of three paragraphs, to put on pages, and what `clean` makes of them."""

from __future__ import annotations

from diglot.text.clean import clean
from diglot.text.document import Document

ONE = (
    "Foo Motor and Bar Cloud signed an agreement in Rome on Monday to build the software of the"
    " next generation of electric cars together, the two companies said in a joint statement."
)
TWO = (
    "Under the agreement Bar Cloud is to supply the platform for three models of Foo Motor, and"
    " the first of them is to be sold in Italy and in Spain from the second half of next year."
)
THREE = (
    "Foo Motor had worked with another supplier before, but that agreement ended last summer when"
    " both sides could not settle who was to own the data of the drivers and of their cars."
)
TITLE = "Foo Motor and Bar Cloud to build software together"


def read(*lines: str) -> Document:
    return clean("\n".join(lines).encode(), "a.txt", frozenset())


def texts(*lines: str) -> list[str]:
    return [block.text for block in read(*lines).blocks]
