"""Brings the French texts of the window in step with the code; a step of development.

    python packaging/i18n.py            update the .ts from the code, say what lacks, make the .qm

New texts come without a translation: write it into resources/i18n/factotum_fr.ts (Qt Linguist, or
any editor) and run this again.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "i18n" / "factotum_fr.ts"
COMPILED = CATALOGUE.with_suffix(".qm")
BIN = Path(sys.executable).parent
WRAPPERS = {"words": "Grid"}
"""Functions of ours that translate their argument in this context; lupdate does not know them."""


def wrapped_texts(source: str) -> list[tuple[str, str]]:
    """Context and text of each call of a wrapper with a literal."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WRAPPERS:
            texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            found += [(WRAPPERS[node.func.id], text) for text in texts]
    return found


def main() -> int:
    """Update, report, compile; 1 when a text lacks its translation."""
    sources = sorted((ROOT / "app" / "ui").rglob("*.py"))
    wrapped = [text for path in sources for text in wrapped_texts(path.read_text("utf-8"))]
    with tempfile.TemporaryDirectory() as folder:
        extra = Path(folder) / "wrapped.py"
        extra.write_text("".join(f"QT_TRANSLATE_NOOP({c!r}, {t!r})\n" for c, t in wrapped), "utf-8")
        options = ["-source-language", "en", "-target-language", "fr", "-no-obsolete", "-locations", "none"]
        subprocess.run(
            [str(BIN / "pyside6-lupdate"), *map(str, sources), str(extra), *options, "-ts", str(CATALOGUE)],
            check=True,
        )
    messages = list(ElementTree.parse(CATALOGUE).iter("message"))
    lacking = [m.findtext("source") for m in messages if not m.findtext("translation")]
    for source in lacking:
        sys.stdout.write(f"no translation: {source}\n")
    subprocess.run([str(BIN / "pyside6-lrelease"), str(CATALOGUE), "-qm", str(COMPILED)], check=True)
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
