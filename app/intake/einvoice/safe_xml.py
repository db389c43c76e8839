"""XML from strangers: no entities, no DTD, no network, bounded in size and depth."""

from __future__ import annotations

from typing import Final

from lxml import etree

LARGEST_BYTES: Final = 20_000_000
DEEPEST: Final = 100


class BadXml(Exception):
    """The bytes are not XML we read. `code` says why: too_large, doctype, malformed, too_deep."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


def parsed(content: bytes) -> etree._Element:
    """The root of the document. Raises BadXml."""
    if len(content) > LARGEST_BYTES:
        raise BadXml("too_large")
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    if _has_doctype(content):
        raise BadXml("doctype")
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise BadXml("malformed", str(error)[:200]) from None
    except ValueError as error:
        raise BadXml("malformed", str(error)[:200]) from None
    if root.getroottree().docinfo.doctype:
        raise BadXml("doctype")
    if _depth(root) > DEEPEST:
        raise BadXml("too_deep")
    return root


def _has_doctype(content: bytes) -> bool:
    """Whether a document type is declared, in whatever encoding: no e-invoice has one."""
    head = content[:200_000]
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        if "<!DOCTYPE".encode(encoding) in head or "<!ENTITY".encode(encoding) in head:
            return True
    return False


def _depth(root: etree._Element) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if deepest > DEEPEST:
            break
    return deepest


def name_of(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return str(etree.QName(element).localname)


def namespace_of(element: etree._Element) -> str:
    """The element's namespace, or nothing."""
    return str(etree.QName(element).namespace or "")


def first(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along these child names, namespaces apart; a name may list others after `|`."""
    here = element
    for step in path:
        if here is None:
            return None
        names = step.split("|")
        here = next((child for child in here if isinstance(child.tag, str) and name_of(child) in names), None)
    return here


def every(element: etree._Element | None, *path: str) -> list[etree._Element]:
    """All descendants along these child names, namespaces apart."""
    here = [] if element is None else [element]
    for step in path:
        names = step.split("|")
        here = [
            child
            for parent in here
            for child in parent
            if isinstance(child.tag, str) and name_of(child) in names
        ]
    return here


def text(element: etree._Element | None, *path: str) -> str:
    """The text at the end of the path with single spaces; nothing if it is not there."""
    found = first(element, *path)
    return " ".join((found.text or "").split()) if found is not None else ""
