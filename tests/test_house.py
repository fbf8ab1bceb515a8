"""The house rules that no linter knows: sizes, docstrings, where printing is allowed, and whose sentences stand in the repository."""

import ast
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

HOME = Path(__file__).resolve().parents[1]
SOURCE = HOME / "src" / "dragoman"
GOLD = HOME.parent / "shared" / "gold"
MODULES = sorted(SOURCE.rglob("*.py"))
MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 60
TEXT_FILES = {".py", ".toml", ".md", ".txt", ".csv", ".cfg", ""}
SHINGLE = 9
Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    return str(path.relative_to(HOME))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[Function]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, Function)]


def length(function: Function) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def own_files() -> list[Path]:
    """Every file of the repository; of an unpacked archive, every file that is no build product."""
    listed = subprocess.run(["git", "-C", HOME, "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return [HOME / line for line in listed.stdout.splitlines() if (HOME / line).is_file()]
    return [path for path in HOME.rglob("*") if path.is_file() and not any(part.startswith(".venv") or part == "__pycache__" for part in path.parts)]


def readable(paths: list[Path], most: int = 1_500_000) -> Iterator[tuple[Path, str]]:
    for path in paths:
        if path.suffix in TEXT_FILES and path.stat().st_size < most:
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def test_no_module_is_long() -> None:
    long = {name(path): lines for path in MODULES if (lines := path.read_text(encoding="utf-8").count("\n")) > MOST_LINES}
    assert not long, "which two things are these?"


def test_functions_are_short() -> None:
    lengths = {f"{name(path)}:{f.name}": length(f) for path in MODULES for f in functions(path)}
    assert {where: lines for where, lines in lengths.items() if lines > MOST_LINES_OF_A_FUNCTION} == {}
    assert median(lengths.values()) < 10


def public(path: Path) -> Iterator[ast.AST]:
    module = tree(path)
    yield module
    for node in module.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.ClassDef):
            yield from (part for part in node.body if isinstance(part, Function) and not part.name.startswith("_"))


def test_whatever_is_public_says_what_for() -> None:
    silent = [
        f"{name(path)}:{getattr(node, 'name', 'module')}"
        for path in MODULES
        if path.stat().st_size
        for node in public(path)
        if isinstance(node, Function | ast.ClassDef | ast.Module) and not ast.get_docstring(node)
    ]
    assert silent == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_prints_swallows_or_keeps_globals(path: Path) -> None:
    slips = [(getattr(node, "lineno", 0), slip) for node in ast.walk(tree(path)) if (slip := slip_of(node, path))]
    assert slips == []


def slip_of(node: ast.AST, path: Path) -> str | None:
    if isinstance(node, ast.Global):
        return "global"
    if isinstance(node, ast.ExceptHandler) and (node.type is None or swallows(node)):
        return "a bare or silent except"
    printing = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    return "print" if printing and path.name != "cli.py" else None


def swallows(handler: ast.ExceptHandler) -> bool:
    broad = isinstance(handler.type, ast.Name) and handler.type.id in ("Exception", "BaseException")
    return broad and all(isinstance(part, ast.Pass) for part in handler.body)


def test_no_loose_ends() -> None:
    word = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "HA" + "CK")) + r")\b")
    assert [name(path) for path, text in readable(own_files()) if path.suffix == ".py" and word.search(text)] == []


def test_no_file_names_a_place_of_one_machine() -> None:
    place = re.compile(r"/wor[k]/|/roo[t]/|/hom[e]/[a-z]")
    slips = [name(path) for path, text in readable(own_files()) if path.name != "uv.lock" and place.search(text)]
    assert slips == []


def test_the_lock_names_the_public_index_alone() -> None:
    lock = (HOME / "uv.lock").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://([^/\"]+)", lock)) <= {"pypi.org", "files.pythonhosted.org"}
    assert "file:" not in lock


def test_the_changelog_has_a_place_for_what_is_next() -> None:
    assert "## [Unreleased]" in (HOME / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_dependency_has_its_reason() -> None:
    listed = re.search(r"^dependencies = \[(.*?)^\]", (HOME / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert listed
    reasons = (HOME / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [d for d in re.findall(r'"([\w-]+)[>=]', listed[1]) if f"| {d} |" not in reasons] == []


def shingles(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def borrowed_shingles() -> set[str]:
    found: set[str] = set()
    for path in [*(GOLD / "dev").glob("*.txt"), *(GOLD / "train").glob("t*.txt")]:
        found |= shingles(path.read_text(encoding="utf-8"))
    for path in GOLD.glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            found |= shingles(json.loads(line)["text"])
    return found


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold texts are not beside this checkout")
def test_no_file_repeats_a_gold_sentence() -> None:
    borrowed = borrowed_shingles()
    repeats = {name(path): next(iter(hit)) for path, text in readable(own_files()) if path.suffix != ".csv" and (hit := shingles(text) & borrowed)}
    assert repeats == {}, "write your own sentence"
