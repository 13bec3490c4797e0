"""English companies and people no registry knows, by what a whole text says of them."""

from __future__ import annotations

import pytest

from diglot.facts import people_en
from diglot.facts.reading import read_line
from diglot.text.segment import sentences
from tests.facts.made import extraction, named


def _forms(text: str) -> set[str]:
    return {form for forms in named(text).values() for form in forms}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Zelvo said on Monday it would build a plant in Hungary.", "Zelvo"),
        ("Shares of Marneth rose 4% after Ford placed an order.", "Marneth"),
        ("NorthGrid's chief executive said demand was strong.", "NorthGrid"),
        ("Law firm Kessler & Rowe advised Ford on the sale.", "Kessler & Rowe"),
        ("The scooter start-up eVolta raised $30 million from Ford.", "eVolta"),
        ("4Sight, a Munich-based lidar maker, will work with Ford.", "4Sight"),
        ("The joint venture, to be called Velarion, will be owned by Ford.", "Velarion"),
        ("Neotiva, formerly known as Halden, has filed for bankruptcy.", "Neotiva"),
        ("Under the deal, Kavala will make batteries for Ford in Ohio.", "Kavala"),
        ("The batteries are supplied by Orient Cell for five years.", "Orient Cell"),
        ("Orient Cell said it would build a plant.", "Orient Cell"),
        ("Ford North America will sell the vans.", "Ford North America"),
    ],
)
def test_an_english_name_is_a_company_if_it_does_or_has_what_companies_do(
    text: str, form: str
) -> None:
    assert form in _forms(text)


@pytest.mark.parametrize(
    "text",
    [
        "The new Seal will compete with the Atto and the Dolphin.",
        "The Ministry of Industry said on Monday it would cut subsidies.",
        "Stanford University signed an agreement with Ford.",
        "The Ioniq sedan and the Mustang went on sale in May.",
        "Deliveries will begin in March. Sales rose. Production plans are unclear.",
        "The factory in Debrecen will make 50,000 Astras a year.",
        "Anders Bell, the president of Ford, spoke. Bell said he would retire.",
        "Ford's CEO, Ann LaMarsh, spoke. LaMarsh and Ada Bell, head of a unit of Ford, said so.",
        "Ford, with Rome's Roads and Transport Authority, announced a project.",
        "Ford and NASA will meet at the Chengdu Auto Show, the company said.",
    ],
)
def test_products_bodies_places_and_people_are_no_companies(text: str) -> None:
    assert _forms(text) <= {"Ford"}


def test_one_strong_mention_speaks_for_the_title_too() -> None:
    text = ("The lidar maker Zelvo works with Ford.", "Others may follow, too.")
    found = extraction(*text, title="What to think of Zelvo").article.companies
    assert [one.central for one in found if "Zelvo" in one.as_] == [True]


def test_a_company_is_named_by_the_first_word_of_its_name_later() -> None:
    found = named("Kadiak Robotics signed a deal with Ford. It suits Kadiak well.")
    assert any({"Kadiak Robotics", "Kadiak"} <= set(forms) for forms in found.values())


def test_a_list_of_companies_makes_companies_of_its_members() -> None:
    assert {"Voltis", "Ampra"} <= _forms("It competes with Voltis, Ampra and Ford.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("RC Bhargava, chairman of Ford, said demand was weak.", "RC Bhargava"),
        (
            "According to Carlos de la Vega, head of sales at Ford, prices fell.",
            "Carlos de la Vega",
        ),
        ("“It is a big step,” says Mate Rimac.", "Mate Rimac"),
        ("The company appointed Sven Ode as chief financial officer.", "Sven Ode"),
        ("Founded in 2011 by Piotr Nowak and Ewa Lis, Ford grew.", "Ewa Lis"),
        ("Sales chief Jörg Weiß, 52, joined in 2001.", "Jörg Weiß"),
        ("Quoting Bram Schot, then the group's boss, it said no.", "Bram Schot"),
        ("Le Thi Thu Thuy, who runs the unit, will leave.", "Le Thi Thu Thuy"),
        ("Talks were led by Ford's Minister of Industry Ada Lund.", "Ada Lund"),
    ],
)
def test_people_are_known_by_office_appointment_and_speech(text: str, name: str) -> None:
    found = people_en.find(read_line(text, "en"))
    assert name in [text[start:end] for start, end, _ in found]


def test_a_name_that_speaks_of_itself_as_it_is_no_person() -> None:
    assert not people_en.find(read_line("Orient Cell said it would build a plant.", "en"))


def test_an_abbreviation_before_a_bracket_ends_no_sentence() -> None:
    assert len(sentences("It was signed by BlackBerry Ltd. (TSX:BB) and Ford.", "en")) == 1
