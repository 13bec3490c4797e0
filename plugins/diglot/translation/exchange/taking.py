"""The answers about one record, put into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from diglot import markdown
from diglot.model import TranslationInfo
from diglot.problems import Finding
from diglot.records.state import Review, Unit
from diglot.translation import blocks, plan
from diglot.translation.bitext import Bitext, Place
from diglot.translation.exchange.judging import Place as Spot
from diglot.translation.exchange.judging import Verdict, judge
from diglot.translation.exchange.units import Answer, Entry, entries, has_markup, tidy
from diglot.translation.plan import Done, said

_ONE_KIND = ("list", "quote")


@dataclass(slots=True)
class Taken:
    """What the answers change."""

    texts: dict[Place, str] = field(default_factory=dict)
    """Title, summary, and Markdown of blocks."""
    units: dict[Place, Unit] = field(default_factory=dict)
    """Units of the texts, and of texts that were only read or doubted."""
    findings: list[Finding] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Texts marked as reviewed."""
        return sum(unit.reviewed is not None for unit in self.units.values())

    @property
    def doubted(self) -> int:
        """Texts that stay, and have lost their review."""
        stay = self.units.keys() - self.texts.keys()
        return sum(self.units[place].reviewed is None for place in stay)


def take(work: Bitext, answers: Iterable[Answer], path: str, mark: Review) -> Taken:
    """What the answers of a file change in a record.

    Args:
        work: The record as it is.
        answers: Those about it.
        path: The file, for findings.
        mark: Who translated and read, and when.
    """
    found, verdicts = Taken(), list[Verdict]()
    now = entries(work)
    by_key = {entry.key: entry for entry in now}
    for answer in answers:
        verdict = judge(path, answer, by_key.get(answer.key))
        if isinstance(verdict, Verdict):
            verdicts.append(verdict)
        else:
            found.findings.append(verdict)
    said = {verdict.entry.key: verdict for verdict in verdicts}
    for _, group in groupby(now, key=lambda entry: entry.place):
        _Block(work, list(group), said, path, mark).settle(found)
    return found


def put(work: Bitext, taken: Taken, mark: Review) -> Done:
    """The record with what was taken."""
    maker = TranslationInfo(by=mark.by, method="human")
    return plan.put(work, taken.texts, taken.units, maker)


@dataclass(frozen=True, slots=True)
class _Block:
    """Title, summary or a block, and what was answered."""

    work: Bitext
    entries: Sequence[Entry]
    """One for each segment."""
    said: Mapping[str, Verdict]
    """Verdicts by the keys of entries."""
    path: str
    mark: Review

    def settle(self, found: Taken) -> None:
        """Write down what changes."""
        verdicts = [self.said[one.key] for one in self.entries if one.key in self.said]
        if any(verdict.text is not None for verdict in verdicts):
            self._changed(verdicts, found)
        elif any(verdict.says != "nothing" for verdict in verdicts):
            self._marked(verdicts, found)

    def _changed(self, verdicts: Sequence[Verdict], found: Taken) -> None:
        place, spot = self.entries[0].place, self._spot(verdicts)
        texts = [self._text(entry) for entry in self.entries]
        if not all(map(tidy, texts)):
            found.findings.append(spot.partial())
            return
        built = self._built(texts)
        if isinstance(place, int) and not self._fits(place, built):
            found.findings.append(spot.shape(self.work.nodes[place].kind))
            return
        found.texts[place] = built
        found.units[place] = self._unit(verdicts, said(place, built))
        if any(v.text is not None and v.answer.mark == "open" for v in verdicts):
            found.findings.append(spot.unfinished())
        if self._had_markup():
            found.findings.append(spot.markup())

    def _text(self, entry: Entry) -> str:
        verdict = self.said.get(entry.key)
        return entry.target if verdict is None or verdict.text is None else verdict.text

    def _built(self, texts: Sequence[str]) -> str:
        entry = self.entries[0]
        if not isinstance(entry.place, int):
            return tidy(texts[0])
        if entry.part is None:
            return "\n".join(line.rstrip() for line in texts[0].strip("\n").splitlines())
        return blocks.parts(self.work.nodes[entry.place]).build([tidy(text) for text in texts])

    def _fits(self, place: int, built: str) -> bool:
        kinds = [node.kind for node in markdown.parse(built)]
        kind = self.work.nodes[place].kind
        return len(kinds) == 1 and (kind not in _ONE_KIND or kinds == [kind])

    def _unit(self, verdicts: Sequence[Verdict], target: str) -> Unit:
        """A person's unit; what was stale and is still not ready stays stale."""
        entry, marks = self.entries[0], [verdict.answer.mark for verdict in verdicts]
        source = self.work.own(entry.place)
        if entry.state == "stale" and "open" in marks:
            old = self._old()
            source = source if old is None else old.source
        approved = len(marks) == len(self.entries) and set(marks) == {"approved"}
        review = self.mark if approved else None
        return Unit(source=source, target=target, by=self.mark.by, method="human", reviewed=review)

    def _marked(self, verdicts: Sequence[Verdict], found: Taken) -> None:
        place = self.entries[0].place
        says = [verdict.says for verdict in verdicts]
        if "doubted" in says:
            found.units[place] = replace(self._now(), reviewed=None)
        elif len(says) == len(self.entries) and set(says) == {"read"}:
            found.units[place] = replace(self._now(), reviewed=self.mark)
        else:
            found.findings.append(self._spot(verdicts).partial())

    def _old(self) -> Unit | None:
        place = self.entries[0].place
        if isinstance(place, int):
            return self.work.pairs[place].unit
        return self.work.head(place)[2]

    def _now(self) -> Unit:
        """The unit of the texts as they stand."""
        place, old = self.entries[0].place, self._old()
        if isinstance(place, int):
            pair = self.work.pairs[place]
            target = self.work.targets[pair.target or 0]
            machine = pair.machine
        else:
            target = self.work.head(place)[1]
            machine = old is not None and old.target == target and old.method == "machine"
        by = old.by if old is not None and old.target == target else None
        source = self.work.own(place)
        return Unit(source=source, target=target, by=by, method="machine" if machine else "human")

    def _had_markup(self) -> bool:
        entry = self.entries[0]
        if not isinstance(entry.place, int) or entry.part is None:
            return False
        target = self.work.pairs[entry.place].target
        return bool(entry.target) and target is not None and has_markup(self.work.twin[target])

    def _spot(self, verdicts: Sequence[Verdict]) -> Spot:
        telling = [v for v in verdicts if v.text is not None or v.says != "nothing"]
        return Spot(self.path, telling[0].answer)
