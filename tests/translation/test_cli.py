"""`diglot translate` and `diglot review` from end to end, against services on loopback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from diglot.config import Project
from diglot.records import files, store
from tests.ground import ROOT
from tests.site.sites import Page, build_site
from tests.translation import desk
from tests.translation.desk import edit, put, run, states
from tests.translation.engines.loopback import KEY, Chat, DeepL

pytest.importorskip("openai")
pytest.importorskip("tenacity")


@pytest.fixture
def chat(made: Project) -> Iterator[Chat]:
    with Chat() as service:
        desk.configure(made.root, service)
        yield service


def contents(made: Project) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in made.content.rglob("*") if path.is_file()}


def test_a_record_is_translated_with_the_names_of_the_registry(
    made: Project, slug: str, chat: Chat
) -> None:
    result = run(made.root, "translate", slug)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"translated: {slug}\n0 reused; 5 translated by openai")
    assert "tokens" in result.stdout
    assert "5 segments" in result.stderr
    work = desk.bitext(made, slug)
    assert work.translation.title == "T(Dongfeng Motor与Tencent签署战略合作协议)"
    assert work.info.by == "openai/tiny"
    assert "T(2025年9月28日，Dongfeng Motor与Tencent在Wuhan签署" in work.targets[0]
    assert "共同开发smart cockpit" in work.targets[1]
    assert work.targets[2].startswith("T(Dongfeng Motor表示")
    assert states(made, slug) == ["machine"] * 4


def test_deepl_uses_its_glossary_and_leaves_none_behind(made: Project, slug: str) -> None:
    pytest.importorskip("deepl")
    with DeepL() as service:
        options = {"server_url": service.url, "threads": 4, "batch": 1}
        files.write_text(made.root / "pelican.conf.py", f"DIGLOT_ENGINES = {{'deepl': {options}}}")
        result = desk.run(made.root, "translate", "--all", deepl_key=KEY)
        assert result.exit_code == 0
        assert "5 translated by deepl" in result.stdout
        assert "characters" in result.stdout
        assert desk.bitext(made, slug).targets[2].startswith("T(Dongfeng Motor表示")
        assert (service.made, service.glossaries) == (1, {})


def test_only_what_is_missing_or_stale_is_asked(made: Project, slug: str, chat: Chat) -> None:
    run(made.root, "translate", slug)
    edit(made, slug, "en", put(0, "A person's own words."))
    source = desk.body(made, slug, "zh")
    edit(made, slug, "zh", put(1, source[1].replace("云服务", "保险服务")))
    edit(made, slug, "zh", lambda blocks: [*blocks, "新的一段话。"])
    chat.answered.clear()
    result = run(made.root, "translate", "--all")
    assert sorted(chat.answered) == sorted(
        ["根据协议，双方将共同开发智能座舱，并为车主提供保险服务。", "新的一段话。"]
    )
    assert result.exit_code == 0
    assert desk.body(made, slug, "en")[0] == "A person's own words."
    assert states(made, slug) == ["translated", *["machine"] * 4]
    assert "0 segments" in run(made.root, "translate", "--all").stderr


def test_a_persons_stale_words_are_kept_and_said_to_wait(
    made: Project, slug: str, chat: Chat
) -> None:
    run(made.root, "translate", slug)
    edit(made, slug, "en", put(1, "They will build the smart cockpit; so I say."))
    source = desk.body(made, slug, "zh")
    edit(made, slug, "zh", put(1, source[1].replace("云服务", "保险服务")))
    chat.answered.clear()
    result = run(made.root, "translate", slug)
    assert not chat.answered
    assert "1 out of date but a person's" in result.stdout
    assert desk.body(made, slug, "en")[1] == "They will build the smart cockpit; so I say."


def test_without_an_engine_records_stay_untranslated_and_the_run_says_so(
    made: Project, slug: str
) -> None:
    before = contents(made)
    result = run(made.root, "translate", "--all", "--engine", "memory")
    assert result.exit_code == 0
    assert "5 left, as no engine was asked (see “diglot translate --list”)" in result.stdout
    assert contents(made) == before


def test_the_list_says_which_engine_is_used_and_what_the_others_lack(
    made: Project, chat: Chat
) -> None:
    found = run(made.root, "translate", "--list")
    assert found.exit_code == 0
    assert f"* openai       ready  tiny at {chat.url}/v1" in found.stdout
    assert "set the environment variable DEEPL_API_KEY" in found.stdout
    assert "  memory       ready" in found.stdout
    chosen = run(made.root, "translate", "--list", "--engine", "memory")
    assert "* memory" in chosen.stdout
    assert not chat.requests


def test_an_engine_that_is_not_ready_is_a_finding(made: Project, chat: Chat) -> None:
    result = run(made.root, "translate", "--all", "--engine", "deepl")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "pelican.conf.py:1:1: [engine] deepl: no key: set the environment" in result.stderr


@pytest.mark.parametrize(
    ("conf", "says"),
    [
        ("DIGLOT_ENGINE = 'opnai'\n", "DIGLOT_ENGINE has an unusable value: 'opnai'"),
        ("DIGLOT_ENGINES = {'openai': 3}\n", "DIGLOT_ENGINES has an unusable value"),
        ("DIGLOT_ENGINES = {'openai': {'modle': 'm'}}\nDIGLOT_ENGINE = 'openai'\n", "“modle”"),
        ("DIGLOT_ENGINES = {\n", "pelican.conf.py:1:1: [settings]"),
        ("import os\n\n1 / 0\n", "pelican.conf.py:3:1: [settings]"),
    ],
)
def test_unusable_settings_are_findings(made: Project, conf: str, says: str) -> None:
    files.write_text(made.root / "pelican.conf.py", conf)
    result = run(made.root, "translate", "--all")
    assert result.exit_code == 1
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("fault", ["500", "drop", "garbage", "429", "count", "cut", "silent"])
def test_a_failing_service_gives_findings_and_changes_nothing(
    made: Project, slug: str, chat: Chat, fault: str
) -> None:
    before = contents(made)
    chat.always = fault
    result = run(made.root, "translate", "--all")
    assert result.exit_code == 1
    assert "5 failed" in result.stdout
    assert f"content/articles/{slug}.zh.md:1:1: [translation-failed]" in result.stderr
    assert contents(made) == before
    chat.always = ""
    assert run(made.root, "translate", "--all").exit_code == 0
    assert states(made, slug) == ["machine"] * 4


@pytest.mark.parametrize(
    "fault", ["500", "drop", "429", "wait 0", "count", "cut", "reorder", "empty", "slow"]
)
def test_a_fault_that_passes_costs_nothing_but_time(
    made: Project, slug: str, chat: Chat, fault: str
) -> None:
    desk.configure(made.root, chat, tries=3)
    chat.faults.extend([fault] * 2)
    assert run(made.root, "translate", "--all").exit_code == 0
    assert states(made, slug) == ["machine"] * 4
    assert set(chat.answered.values()) == {1}


def test_a_failing_record_stops_no_other(tmp_path: Path) -> None:
    made = desk.project(tmp_path, desk.CHINESE, desk.ENGLISH)
    first, second = desk.slugs(made)
    with Chat("500") as service:
        desk.configure(tmp_path, service, threads=1)
        result = run(tmp_path, "translate", "--all")
        assert result.exit_code == 1
        assert f"translated: {second}\n" in result.stdout
        assert set(states(made, first)) == {"missing"}
        assert set(states(made, second)) == {"machine"}
        assert run(tmp_path, "translate", "--all").exit_code == 0
        assert set(service.answered.values()) == {1}
        assert set(states(made, first)) == {"machine"}


def test_a_budget_ends_the_run_and_what_was_done_is_kept(tmp_path: Path) -> None:
    made = desk.project(tmp_path, desk.CHINESE, desk.ENGLISH)
    with Chat() as service:
        desk.configure(tmp_path, service, threads=1, batch=1, budget={"tokens": 300})
        result = run(tmp_path, "translate", "--all")
        assert result.exit_code == 1
        assert "the budget of 300 tokens is used up" in result.stderr
        done = len(service.answered)
        assert 1 <= done < 8
        desk.configure(tmp_path, service)
        result = run(tmp_path, "translate", "--all")
        assert result.exit_code == 0
        assert len(service.answered) == 8
        assert set(service.answered.values()) == {1}
    for slug in desk.slugs(made):
        assert set(states(made, slug)) == {"machine"}


def test_calls_go_out_at_once_but_no_more_than_the_settings_say(made: Project, chat: Chat) -> None:
    desk.configure(made.root, chat, threads=2, batch=1)
    chat.always = "slow"
    assert run(made.root, "translate", "--all").exit_code == 0
    assert chat.most_at_once == 2


Start = Callable[[], "subprocess.Popen[str]"]


@pytest.fixture
def start(made: Project) -> Iterator[Start]:
    """`start()`: a run in a process of its own, which can be killed."""
    running: list[subprocess.Popen[str]] = []
    # A run in the background may have been told to ignore it, and would pass that on.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)

    def begin() -> subprocess.Popen[str]:
        environ = {**os.environ, "OPENAI_API_KEY": KEY, "PYTHONPATH": str(ROOT / "plugins")}
        command = [sys.executable, "-m", "diglot", "--root", str(made.root), "translate", "--all"]
        process = subprocess.Popen(command, env=environ, text=True, stderr=subprocess.PIPE)
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()
    signal.signal(signal.SIGINT, before)


def until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def journal(made: Project) -> list[Path]:
    return list((made.root / ".cache" / "diglot" / "translations").glob("*/*"))


def test_a_run_that_is_killed_leaves_nothing_half_written_and_is_paid_for_once(
    made: Project, slug: str, chat: Chat, start: Start
) -> None:
    desk.configure(made.root, chat, threads=1, batch=1)
    before = contents(made)
    chat.faults.extend(["", ""])
    chat.always = "hold"
    process = start()
    until(lambda: chat.held.is_set() and len(journal(made)) == 2)
    process.kill()
    process.wait()
    assert contents(made) == before
    chat.always = ""
    chat.release.set()
    result = run(made.root, "translate", "--all")
    assert result.exit_code == 0
    assert "2 reused; 3 translated" in result.stdout
    assert len(chat.answered) == 5
    assert set(chat.answered.values()) == {1}
    assert states(made, slug) == ["machine"] * 4


def test_a_run_that_is_interrupted_still_takes_in_what_is_under_way(
    made: Project, slug: str, chat: Chat, start: Start
) -> None:
    desk.configure(made.root, chat, threads=1, batch=1)
    before = contents(made)
    chat.faults.extend(["", "", "late"])
    process = start()
    until(lambda: chat.held.is_set() and len(journal(made)) == 2)
    process.send_signal(signal.SIGINT)
    assert process.stderr is not None
    assert any("what is under way" in line for line in process.stderr)
    chat.release.set()
    said = process.stderr.read()
    assert process.wait(60) == 1
    assert "Traceback" not in said
    assert "the next run goes on from here" in said
    assert contents(made) == before
    assert len(journal(made)) == 3
    assert run(made.root, "translate", "--all").exit_code == 0
    assert len(chat.answered) == 5
    assert set(chat.answered.values()) == {1}


def test_an_interrupted_run_does_not_wait_for_its_next_try(
    made: Project, chat: Chat, start: Start
) -> None:
    desk.configure(made.root, chat, threads=1, tries=9)
    chat.always = "wait 200"
    process = start()
    until(chat.held.is_set)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 1
    assert len(chat.requests) == 1


def shown(made: Project, slug: str, output: Path) -> list[str]:
    """The states that the English page of a record shows, block by block."""
    build_site(made.root, output)
    page = Page("p", (output / "en" / "articles" / slug / "index.html").read_bytes(), "")
    marks = page.root.xpath("//p[contains(@class, 'state ')]/@class")
    return [mark.split()[1] for mark in marks]


def agree(made: Project, slug: str, output: Path, wanted: list[str]) -> None:
    assert states(made, slug) == wanted
    assert shown(made, slug, output) == wanted


def corrected(text: str) -> str:
    """What the editor makes of the raw text."""
    text = text.replace("9000辆", "9500辆").replace("在多个领域", "在多个重要领域")
    return text.replace("数字化进程", "智能化进程")


def test_a_new_article_goes_through_all_its_states_and_nothing_edited_is_lost(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What “done” means: import, translate, edit a block, change the original, translate again."""
    made, output = desk.project(tmp_path), tmp_path_factory.mktemp("output")
    (slug,) = desk.slugs(made)
    agree(made, slug, output, ["missing"] * 4)
    with Chat() as service:
        desk.configure(tmp_path, service)
        assert run(tmp_path, "translate", slug).exit_code == 0
        agree(made, slug, output, ["machine"] * 4)
        assert run(tmp_path, "review", slug, "--block", "4", "--by", "Li Lei").exit_code == 0
        edit(made, slug, "en", put(0, "On 28 September 2025 the two signed in Wuhan."))
        agree(made, slug, output, ["translated", "machine", "machine", "reviewed"])
        # The editor corrects the raw text, and extracts it anew.
        seed = tmp_path / "seeds" / "0.txt"
        seed.write_text(corrected(seed.read_text("utf-8")), encoding="utf-8")
        assert run(tmp_path, "import", "--refresh").exit_code == 0
        agree(made, slug, output, ["stale", "machine", "stale", "stale"])
        service.answered.clear()
        result = run(tmp_path, "translate", slug)
        assert result.exit_code == 0
        assert "1 out of date but a person's" in result.stdout
        # The memory puts a new number in place; the summary quotes it, so it was stale too.
        assert "1 reused; 2 translated" in result.stdout
        assert "业内人士认为，这一合作将加快汽车行业的智能化进程。" in service.answered
        agree(made, slug, output, ["stale", "machine", "machine", "machine"])
        far = desk.body(made, slug, "en")
        assert far[0] == "On 28 September 2025 the two signed in Wuhan."
        assert "9,500" in far[2]
        assert run(tmp_path, "review", slug, "--block", "1", "--by", "Li Lei").exit_code == 0
        agree(made, slug, output, ["reviewed", "machine", "machine", "machine"])
        assert desk.body(made, slug, "en") == far


@pytest.mark.parametrize("args", [[], ["--all", "some-slug"]])
def test_either_slugs_or_all_are_named(made: Project, args: list[str]) -> None:
    assert run(made.root, "translate", *args).exit_code == 2


def test_an_unknown_slug_is_a_finding(made: Project, slug: str, chat: Chat) -> None:
    result = run(made.root, "translate", "nothing", slug)
    assert result.exit_code == 1
    assert "[slug-unknown]" in result.stderr
    assert states(made, slug) == ["machine"] * 4, "the other is translated all the same"
    assert "[slug-unknown]" in run(made.root, "review", "nothing", "--by", "Li Lei").stderr


def test_a_review_of_the_whole_stands_in_the_translation(
    made: Project, slug: str, chat: Chat
) -> None:
    run(made.root, "translate", slug)
    result = run(made.root, "review", slug, "--by", "Li Lei", "--on", "2026-02-03")
    assert (result.exit_code, result.stdout) == (
        0,
        "4 blocks reviewed by Li Lei; 0 not translated yet\n",
    )
    text = store.sheet_path(made.content, slug, "en").read_text("utf-8")
    assert "reviewed_by: Li Lei" in text
    assert "reviewed_on: 2026-02-03" in text
    assert states(made, slug) == ["reviewed"] * 4


def test_a_review_with_an_empty_name_or_no_such_day_is_refused(made: Project, slug: str) -> None:
    assert run(made.root, "review", slug, "--by", " ").exit_code == 2
    assert run(made.root, "review", slug, "--by", "Li Lei", "--on", "yesterday").exit_code == 2
