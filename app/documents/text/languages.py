"""Which of several faces draws the characters of East Asia the way a language writes them."""

from app.documents.text.face import Face

# Marks in the PostScript names of common faces, and characters that faces for the language have.
_FACES: dict[str, tuple[tuple[str, ...], str]] = {
    "zh": (("SC", "CN", "Hans", "GB", "YaHei", "SimSun", "SimHei", "STHeiti", "WenQuanYi"), "发票"),
    "zh-hant": (("TC", "TW", "HK", "Hant", "JhengHei", "MingLiU"), "發票"),
    "ja": (("JP", "Jpn", "Gothic", "Mincho", "Meiryo", "Hiragino", "IPA"), "働ひカ"),
    "ko": (("KR", "Kor", "Malgun", "Batang", "Gulim", "Dotum", "Nanum", "SDGothic"), "세금"),
}
_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")
DEFAULT = "zh"


def language_distance(face: Face, lang: str | None) -> int:
    """How far a face is from a BCP 47 language: 0 made for it, 1 able to write it, 2 neither.

    Without a language simplified Chinese is assumed; languages outside East Asia have no preference.
    """
    tag = (lang or DEFAULT).lower()
    key = "zh-hant" if tag.startswith(_TRADITIONAL) else tag.split("-")[0]
    marks, sample = _FACES.get(key) or _FACES[DEFAULT]
    if any(mark in face.name for mark in marks):
        return 0
    return 1 if all(map(face.has, sample)) else 2
