"""``diglot fmt``: front matter and registry files in the one form Diglot itself would write.

Keys stand in the order of the model, values that are its defaults are left out, quotation marks
stand where YAML wants them. Comments, the order of lists and the body stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from diglot import yamlfile
from diglot.config import Project
from diglot.model import Article, Translation
from diglot.problems import Finding, tell
from diglot.records import files, frontmatter, modeline, reference, registry, schema, store
from diglot.yamlfile import comments, writing

Findings = list[Finding]


def write(
    project: Project, named: Sequence[Path] = (), *, only: bool = False
) -> tuple[list[str], Findings]:
    """Bring files into canonical form; all of ``content/``, its schemas too, if none is named.

    Args:
        project: Where the files lie.
        named: Files of articles and registries; without schemas, unless they would change.
        only: Write nothing.

    Returns:
        The files that changed, or would; and why others could not be read.
    """
    changed, findings = list[str](), Findings()
    for path in named or paths(project):
        new = _formed(project, path.resolve(), findings)
        if new is not None and new != path.read_bytes():
            changed.append(_shown(project, path))
            if not only:
                files.write_bytes(path, new)
    # The schema of companies has the kinds.
    if not named or registry.glossary(project.content, "kinds") in map(Path.resolve, named):
        changed += _schemas(project, only=only)
    return changed, findings


def paths(project: Project) -> Iterable[Path]:
    """Every file of a project that has a canonical form."""
    yield from sorted(project.articles.glob("*.md"))
    for name in registry.FOLDERS:
        yield from registry.files_of(project.content, name)
    for name in registry.GLOSSARIES:
        if (path := registry.glossary(project.content, name)).is_file():
            yield path


def _schemas(project: Project, *, only: bool) -> Iterable[str]:
    """Write the schemas files refer to, where there are any records or registries."""
    known, _ = registry.load(project.content)
    for name, text in reference.schemas(known.kinds).items():
        path = project.content / modeline.FOLDER / name
        old = path.read_text(encoding="utf-8") if path.is_file() else ""
        if old != text:
            if not only:
                files.write_text(path, text)
            yield _shown(project, path)


def _shown(project: Project, path: Path) -> str:
    inside = path.resolve().is_relative_to(project.root)
    return project.relative(path.resolve()) if inside else path.as_posix()


def _formed(project: Project, path: Path, findings: Findings) -> bytes | None:
    """The bytes of a file in canonical form; None where it cannot be read."""
    shown = _shown(project, path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        if store.NAME.fullmatch(path.name):
            return article(text, shown, findings)
        if path.suffix == ".yml" and path.parent.name in (*registry.FOLDERS, "glossary"):
            return _registry(text, path, shown, findings)
    except OSError as error:
        findings.append(files.unusable(shown, error))
        return None
    except UnicodeDecodeError:
        what, mend = tell("the file is not UTF-8"), tell("save it as UTF-8")
        findings.append(Finding(shown, 1, "file-unusable", what, mend))
        return None
    what = tell("this is no file of an article or a registry")
    mend = tell("name files of content/articles, companies, themes or glossary")
    findings.append(Finding(shown, 0, "file-unusable", what, mend))
    return None


def article(text: str, shown: str, findings: Findings) -> bytes | None:
    """A Markdown file with canonical front matter; what follows the front matter is untouched."""
    try:
        old = frontmatter.split(text.replace("\r\n", "\n")).front
    except frontmatter.NoFrontMatter as error:
        mend = tell("fence it with two “---” lines")
        findings.append(Finding(shown, error.line, "front-matter-syntax", error.what, mend))
        return None
    place = schema.Place(shown, yamlfile.Lines(old, 1))
    front = formed(old, _front(old), _one, place, findings)
    return None if front is None else frontmatter.replaced(text, front).encode()


def _front(text: str) -> type:
    """What front matter is of: a text with the key “translation”, or an original."""
    try:
        data = yamlfile.load(text)
    except yamlfile.YamlError:
        return Article
    return Translation if isinstance(data, dict) and "translation" in data else Article


def _registry(text: str, path: Path, shown: str, findings: Findings) -> bytes | None:
    plain = text.replace("\r\n", "\n")
    place = schema.Place(shown, yamlfile.Lines(plain), family="registry")
    if path.parent.name == "glossary":
        cls = registry.GLOSSARIES.get(path.stem)
        if cls is None:
            return None
        new = formed(plain, cls, _many, place, findings)
    else:
        new = formed(plain, registry.FOLDERS[path.parent.name], _one, place, findings)
    return None if new is None else new.encode()


def _one(cls: type, data: Any, place: schema.Place, findings: Findings) -> Any:
    value, bad = schema.read(cls, data, place)
    findings += bad
    return None if value is None else frontmatter.plain(value)


def _many(cls: type, data: Any, place: schema.Place, findings: Findings) -> Any:
    before = len(findings)
    entries = {
        key: _one(cls, entry, schema.Place(place.file, place.lines, (key,), place.family), findings)
        for key, entry in (data or {}).items()
    }
    return entries if len(findings) == before else None


def formed(
    text: str,
    cls: type,
    plain: Callable[[type, Any, schema.Place, Findings], Any],
    place: schema.Place,
    findings: Findings,
) -> str | None:
    """YAML text in canonical form, with its comments and the line that names its schema."""
    try:
        data = yamlfile.load(text)
    except yamlfile.YamlError as error:
        line = place.lines.before + error.line
        said = tell("%(what)s", what=error.what)
        code = f"{place.family}-syntax"
        findings.append(Finding(place.file, line, code, said, error.mend, column=error.column))
        return None
    value = plain(cls, data, place, findings)
    if value is None:
        return None
    kept = comments.read(text)
    kept.head[:] = [words for words in kept.head if not words.startswith(modeline.BEGIN)]
    kept.head.insert(0, modeline.modeline(cls))
    return comments.put(writing.dump(value) if value else "", kept)
