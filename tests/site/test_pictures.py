"""Pictures: nothing overlaps, the same every time, and the table has what is drawn."""

from __future__ import annotations

import random
import re
from datetime import date
from gettext import NullTranslations
from itertools import combinations
from math import dist
from statistics import median

import pytest

from diglot import edtf
from diglot.languages import SIDES
from diglot.site.pictures import bars, labels, layout, spans
from diglot.site.pictures.graph import Edge, Graph
from diglot.site.words import Words
from tests.site.sites import Site


def sample(nodes: int, edges: int) -> Graph:
    """A network such as deals make: a few companies with many partners."""
    pick = random.Random(nodes)
    found = {(pick.randrange(max(1, n // 3)), n) for n in range(1, nodes)}
    while len(found) < edges:
        a, b = sorted(pick.sample(range(nodes), 2))
        found.add((a, b))
    names = [f"company-{n:03}" for n in range(nodes)]
    joined = tuple(Edge(names[a], names[b], ()) for a, b in sorted(found))
    return Graph(tuple(names), joined)


def drawn(nodes: int, edges: int) -> layout.Placed:
    found = sample(nodes, edges)
    return layout.place(found, {key: (key,) for key in found.nodes})


@pytest.mark.parametrize(("nodes", "edges"), [(10, 12), (50, 80), (200, 380)])
def test_labels_touch_neither_each_other_nor_a_node(nodes: int, edges: int) -> None:
    placed = drawn(nodes, edges)
    boxes = [label.box for label in placed.labels.values()]
    r = layout.RADIUS - 0.1  # places are rounded to a tenth
    dots = [labels.Box(x - r, y - r, x + r, y + r) for x, y in placed.at.values()]
    assert not [1 for a, b in combinations(boxes, 2) if a.meets(b)]
    assert not [1 for box in boxes for dot in dots if box.meets(dot)]
    assert not [1 for a, b in combinations(dots, 2) if a.meets(b)]


def test_no_place_beside_a_node_touches_the_node() -> None:
    own = labels.Box(-layout.RADIUS, -layout.RADIUS, layout.RADIUS, layout.RADIUS)
    assert not any(
        label.box.meets(own) for label in labels.beside(0, 0, labels.Size(90, 17), layout.RADIUS)
    )


@pytest.mark.parametrize(("nodes", "edges"), [(10, 12), (60, 90), (200, 380)])
def test_every_company_is_named(nodes: int, edges: int) -> None:
    placed = drawn(nodes, edges)
    assert set(placed.labels) == set(placed.graph.nodes)
    assert placed.width <= layout.WIDEST


def test_a_label_keeps_off_the_lines_where_it_can() -> None:
    joined = tuple(Edge("hub", f"leaf-{n}", ()) for n in range(6))
    found = Graph(("hub", *(edge.b for edge in joined)), joined)
    placed = layout.place(found, {key: (key,) for key in found.nodes})
    lines = [(placed.at[edge.a], placed.at[edge.b]) for edge in joined]
    crossed = [key for key in found.nodes if any(map(placed.labels[key].box.crossed, lines))]
    assert set(crossed) <= {"hub"}


def test_no_node_lies_on_the_line_between_two_others() -> None:
    placed = drawn(14, 18)
    for edge in placed.graph.edges:
        for key in set(placed.at) - {edge.a, edge.b}:
            x, y = placed.at[key]
            dot = labels.Box(x, y, x, y).wider(layout.RADIUS - 1)
            assert not dot.crossed((placed.at[edge.a], placed.at[edge.b])), (key, edge.a, edge.b)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Company", ("Company",)),
        ("Company Construction Investment", ("Company Construction", "Investment")),
        ("甲乙丙丁股份有限公司与其子公司", ("甲乙丙丁股份有", "限公司与其子公司")),
        ("Internationalisierungsgesellschaft", ("Internationalisierungsge…",)),
    ],
)
def test_a_long_name_is_set_in_two_lines(name: str, lines: tuple[str, ...]) -> None:
    assert labels.broken(name, 150).lines == lines


@pytest.mark.parametrize(("nodes", "edges"), [(5, 4), (14, 18), (24, 40)])
def test_a_drawing_for_a_phone_is_no_wider_than_it(nodes: int, edges: int) -> None:
    found = sample(nodes, edges)
    placed = layout.place(found, {key: (key,) for key in found.nodes}, layout.NARROW)
    assert placed.width <= layout.NARROW
    assert len(placed.labels) == nodes


def test_companies_of_many_partners_stand_apart_each_among_its_own() -> None:
    hubs, own, shared = ("hub-0", "hub-1"), 30, 12
    joined = {(hub, f"{hub}-{n:02}") for hub in hubs for n in range(own)}
    joined |= {(hub, f"shared-{n:02}") for hub in hubs for n in range(shared)} | {hubs}
    names = (*hubs, *sorted({other for _, other in joined} - set(hubs)))
    found = Graph(names, tuple(Edge(a, b, ()) for a, b in sorted(joined)))
    at = layout.place(found, {key: (key,) for key in names}).at
    apart = dist(at[hubs[0]], at[hubs[1]])
    around = median(dist(at[a], at[b]) for a, b in joined if b.startswith(a))
    assert apart > 1.6 * around


def test_everything_lies_inside_the_picture() -> None:
    placed = drawn(200, 380)
    for box in (label.box for label in placed.labels.values()):
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= placed.width
        assert box.bottom <= placed.height


def test_a_layout_is_the_same_every_time() -> None:
    assert drawn(50, 80) == drawn(50, 80)


def test_pairs_stand_in_several_columns_on_a_common_grid_with_whole_names() -> None:
    names = [f"{n:02}-{'name' * (1 + n % 5)}" for n in range(20)]
    joined = tuple(Edge(a, b, ()) for a, b in zip(names[::2], names[1::2], strict=True))
    placed = layout.place(Graph(tuple(names), joined), {key: (key,) for key in names})
    columns = {x for x, _ in placed.at.values()}
    assert len(columns) in (4, 6, 8)  # two for each column of pairs
    assert layout.WIDEST / 2 < placed.width <= layout.WIDEST
    assert [placed.name(name, name).lines for name in names] == [(name,) for name in names]
    boxes = [label.box for label in placed.labels.values()]
    assert not [1 for a, b in combinations(boxes, 2) if a.meets(b)]


@pytest.mark.parametrize(
    ("dates", "unit"),
    [
        (["2024-03", "2025-01-02"], "month"),
        (["2019", "2025-01-02"], "quarter"),
        (["2001", "2025"], "year"),
        (["XXXX-09-28"], "month"),
    ],
)
def test_the_unit_goes_by_the_span(dates: list[str], unit: str) -> None:
    assert bars.unit_of(map(edtf.parse, dates)) == unit


def test_a_date_vaguer_than_the_unit_has_no_bar() -> None:
    assert bars.period(edtf.parse("2019"), "quarter") is None
    assert bars.period(edtf.parse("2019-06"), "quarter") == 2019 * 4 + 1
    assert bars.period(edtf.parse("XXXX-06-01"), "month") is None


def test_a_date_is_drawn_at_its_own_precision() -> None:
    assert spans.interval(edtf.parse("2019-01-01")) == (2019.0, 0.0)
    assert spans.interval(edtf.parse("2019"))[1] == pytest.approx(1, abs=0.01)
    assert spans.interval(edtf.parse("XXXX-09-28")) == (None, 0.0)


def test_an_axis_of_less_than_a_year_has_its_months() -> None:
    words = Words("en", NullTranslations())
    short = spans.axis(words, [date(2023, 12, 24), date(2024, 2, 1)])
    assert short.ticks == ("November 2023", "", "January 2024", "")
    assert short.first == spans.interval(edtf.parse("2023-11-01"))[0]
    assert short.first + short.years == pytest.approx(2024 + 60 / 366, abs=0.01)
    year = spans.axis(words, [date(2024, 1, 1), date(2024, 12, 31)])
    assert (len(year.ticks), year.ticks[6]) == (12, "July 2024")
    assert (year.first, year.years) == (2024, pytest.approx(1, abs=0.01))


def test_an_axis_of_more_has_its_years() -> None:
    words = Words("en", NullTranslations())
    assert spans.axis(words, [date(2023, 1, 2), date(2024, 2, 1)]).ticks == ("2023", "2024")
    many = spans.axis(words, [date(2000, 1, 1), date(2024, 1, 1)])
    assert (many.first, many.years, many.ticks[:5]) == (2000, 25, ("2000", "", "", "", "2004"))
    assert spans.axis(words, []).ticks == ("",)


def test_the_table_below_a_network_has_every_edge_and_no_other(built: Site) -> None:
    for side in SIDES:
        root = built.pages[f"{side}/companies/index.html"].root
        edges = root.xpath("//*[@id='net']//*[contains(@class,'edge')]/@href")
        rows = root.xpath("//table[@class='told']/tbody/tr/td[3]/a/@href")
        assert edges
        assert sorted(edges) == sorted(rows)


def test_the_table_below_the_bars_has_every_bar(built: Site) -> None:
    for side in SIDES:
        root = built.pages[f"{side}/deals/index.html"].root
        counts = root.xpath("//*[local-name()='svg'][@class='bars']//a/text/text()")
        assert counts
        assert counts == root.xpath("(//table[@class='told'])[1]//td[@class='n']/text()")


def test_the_rows_of_partners_have_every_mark(built: Site) -> None:
    root = built.pages["en/companies/tencent/index.html"].root
    marks = root.xpath("//*[@class='track']/a/@href")
    rows = root.xpath("//table[@class='told'][1]//tr/td[2]/a/@href")
    assert marks
    assert set(marks) <= set(rows)


def test_pictures_have_title_and_description_and_no_colour_of_their_own(built: Site) -> None:
    pictures = [
        svg
        for page in built.pages.values()
        for svg in page.root.xpath("//*[local-name()='svg'][@role='group']")
    ]
    assert pictures
    for svg in pictures:
        ids = svg.get("aria-labelledby").split()
        named = [svg.getroottree().xpath("string(//*[@id=$n])", n=name) for name in ids]
        assert len(named) == 2
        assert all(named)
        assert not svg.xpath(".//@fill | .//@stroke | .//@style")


def test_both_languages_have_the_same_layout(built: Site) -> None:
    places = [
        re.findall(r"<(?:rect|circle) [^>]+>", built.pages[f"{side}/companies/index.html"].text)
        for side in SIDES
    ]
    assert places[0] == places[1] != []
