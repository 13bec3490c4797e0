"""A site's own kinds of companies: their words, order and signs on its pages."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement

from tests.site import samples
from tests.site.sites import build_site

KINDS = """\
other:
  name: {zh: 机构, en: body}
  plural: {zh: 其他机构, en: Other bodies}
  shape: diamond
technology:
  name: {zh: 网络公司, en: internet house}
  plural: {zh: 网络公司, en: Internet houses}
  shape: framed
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose file of kinds has one of the two that its companies name."""
    root = samples.write(tmp_path_factory.mktemp("kinds"))
    (root / "content/glossary/kinds.yml").write_text(KINDS, encoding="utf-8")
    built = root / "output"
    build_site(root, built)
    return built


def page(output: Path, path: str) -> HtmlElement:
    return lxml.html.parse(output / path / "index.html").getroot()


def texts(of: HtmlElement, xpath: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in of.xpath(xpath)]


def test_the_index_has_them_in_the_order_of_the_file(output: Path) -> None:
    heads = [one.split()[0] for one in texts(page(output, "zh/companies"), "//h2")]
    assert [one for one in heads if one in KINDS] == ["其他机构", "网络公司"]


def test_a_company_says_its_kind_and_one_of_an_unknown_kind_is_another(output: Path) -> None:
    assert "internet house" in texts(page(output, "en/companies/tencent"), "//dd")
    assert "body" in texts(page(output, "en/companies/dongfeng"), "//dd")


def test_the_network_draws_them_with_their_signs_and_tells_what_these_mean(output: Path) -> None:
    index = page(output, "en/companies")
    signs = {one.get("class").split()[1] for one in index.xpath("//a[contains(@class, 'node ')]")}
    assert signs == {"framed", "diamond"}
    legend = {
        one.get("class").split()[1]: " ".join(one.xpath("ancestor::li")[0].text_content().split())
        for one in index.xpath("//*[@class='signs']//*[contains(@class, 'node ')]")
    }
    assert legend == {"framed": "internet house", "diamond": "other"}
