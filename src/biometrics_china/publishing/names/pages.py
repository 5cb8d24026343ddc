"""The page of the index: names, places and terms from A to Z, and those in Chinese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from biometrics_china import exhibits, titles
from biometrics_china.capitals import upper_first
from biometrics_china.publishing import languages
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.names import entries, finding
from biometrics_china.publishing.names.entries import Entry
from biometrics_china.publishing.names.finding import Names, Place
from biometrics_china.publishing.sentences import REFERENCE

#: the page that holds the index
PAGE = f"{REFERENCE}/names"
_TOP = "../../"
#: a name that stands in more sections, figures and tables is told by chapter
_MOST = 30
_DIGITS = "0–9"
#: what follows the first place in a chapter of a name that stands in many
MORE = " and more"
_ABOUT = (
    "A link leads to the paragraph, finding, figure or table; numbers behind it lead to further "
    "paragraphs of the same section."
)
#: what is put in once all pages are written
_WAITING = tag("p", "The index is made when the whole book is built.")


@dataclass
class Named:
    """An entry that the chapters print: how it is first printed, and chapter → where it stands."""

    entry: Entry
    printed: list[str] = field(default_factory=list)
    places: dict[str, list[Place]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return what it is called: a term as it is printed, with a capital letter."""
        if self.entry.kind != "term":
            return self.entry.name
        same = [p for p in self.printed if p.casefold() == self.entry.name.casefold()]
        said = max(same, key=lambda p: sum(map(str.isupper, p)), default=self.entry.name)
        return upper_first(said)

    @property
    def anchor(self) -> str:
        """Return the anchor of the entry on its page."""
        return "name-" + "-".join(re.findall(r"\w+", self.entry.name.lower()))


def placeholder_html(root: str) -> str:
    """Return what stands in the page until the others are written."""
    del root
    return tag("div", _WAITING, class_="names-index", data_search="off")


def put_in(out: Path, found: list[Named]) -> None:
    """Put the index into its page below `out`; `found` is what the chapters written there name."""
    path = out / f"{PAGE}.html"
    html = path.read_text(encoding="utf-8")
    made = languages.mark(index_html(found))
    path.write_text(html.replace(_WAITING, made, 1), encoding="utf-8")


def index_html(named: list[Named]) -> str:
    """Return the index of what the chapters name."""
    found = sorted(named, key=lambda one: _order(one.name))
    groups: dict[str, list[Named]] = {}
    for one in found:
        groups.setdefault(_letter(one.name), []).append(one)
    letters = (link(f"#names-{_slug(a)}", text(a)) for a in groups)
    ways = [*letters, link("#names-chinese", "Chinese")]
    whole = [tag("p", _ABOUT, class_="on-screen"), tag("p", _chapters())]
    whole.append(tag("p", " ".join(ways), class_="letters"))
    for letter, held in groups.items():
        items = "".join(map(_item, held))
        whole.append(tag("h2", letter, id=f"names-{_slug(letter)}"))
        whole.append(tag("ul", items, class_="names"))
    return "".join([*whole, *_chinese(found)])


def of_chapters(out: Path) -> list[Named]:
    """Return what the written chapters name of all that the index may hold.

    What each of them names, such as China, is left out: no place of it is worth a link.
    """
    names = Names(entries.every())
    found: dict[Entry, Named] = {}
    for subject in exhibits.SUBJECTS:
        html = (out / f"chapters/{subject}.html").read_text(encoding="utf-8")
        for block in finding.blocks(html):
            for entry, printed in names.found(block.text):
                named = found.setdefault(entry, Named(entry))
                named.printed.append(printed)
                if block.place not in (held := named.places.setdefault(subject, [])):
                    held.append(block.place)
    return [one for one in found.values() if len(one.places) < len(exhibits.SUBJECTS)]


def _order(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def _letter(name: str) -> str:
    first = _order(name)[0]
    return first.upper() if first.isalpha() else _DIGITS


def _slug(letter: str) -> str:
    return letter.lower() if letter.isalpha() else "digits"


def _chapters() -> str:
    names = titles.every()
    listed = (
        f"{tag('b', str(number))} {link(f'{_TOP}chapters/{s}.html', text(names[s]))}"
        for number, s in enumerate(exhibits.SUBJECTS, start=1)
    )
    return f"Chapters: {', '.join(listed)}."


def _item(named: Named) -> str:
    entry = named.entry
    name = text(named.name)
    head = link(_TOP + entry.address, name) if entry.address else name
    zh = f" {text(entry.zh)}" if entry.zh and entry.zh != named.name else ""
    is_many = sum(len({p.label for p in held}) for held in named.places.values()) > _MOST
    told = (_in_chapter(s, held, is_many=is_many) for s, held in named.places.items())
    return tag("li", f"{head}{zh}: ", "; ".join(told), id=named.anchor)


def _in_chapter(subject: str, held: list[Place], *, is_many: bool) -> str:
    """Return where a name stands in a chapter: sections and exhibits, with further paragraphs."""
    number = tag("b", str(exhibits.SUBJECTS.index(subject) + 1))
    page = f"{_TOP}chapters/{subject}.html"
    if is_many:
        first = link(f"{page}#{held[0].anchor}", text(held[0].label), class_="at")
        return f"{number} {first}{MORE}"
    labels: dict[str, list[Place]] = {}
    for place in held:
        labels.setdefault(place.label, []).append(place)
    sections = {place.section for place in held if place.label == place.section}
    return f"{number} " + ", ".join(_at(page, ps, sections) for ps in labels.values())


def _at(page: str, places: list[Place], sections: set[str]) -> str:
    first, *others = places
    is_told = first.label != first.section and first.section in sections
    said = link(f"{page}#{first.anchor}", text(first.label), class_="at told" if is_told else "at")
    more = (
        link(f"{page}#{p.anchor}", str(n), class_="more") for n, p in enumerate(others, start=2)
    )
    return " ".join([said, *more])


def _chinese(found: Iterable[Named]) -> Iterator[str]:
    """Yield the Chinese names: by Pinyin where the data have it, else in the order of GB 2312."""
    named = [one for one in found if one.entry.zh]
    sounding = sorted((o for o in named if o.entry.sound), key=lambda o: _order(o.entry.sound))
    silent = sorted((o for o in named if not o.entry.sound), key=lambda o: _standard(o.entry.zh))
    yield tag("h2", "Chinese", id="names-chinese")
    about = "By Pinyin, where the data hold it."
    yield tag("p", about) + tag("ul", *map(_in_chinese, sounding), class_="names")
    about = (
        "All others in the order of the standard GB 2312: common characters by Pinyin, then rarer ones "
        "by radical."
    )
    yield tag("p", about) + tag("ul", *map(_in_chinese, silent), class_="names")


def _standard(name: str) -> list[tuple[bool, bytes]]:
    """Return what puts a name into the order of GB 2312, with characters that it lacks behind."""
    codes = [(c.encode("gb2312", "ignore"), c.encode("gb18030")) for c in name]
    return [(not common, common or every) for common, every in codes]


def _in_chinese(one: Named) -> str:
    sound = f" {text(one.entry.sound)}" if one.entry.sound else ""
    name = "" if one.name == one.entry.zh else f": {text(one.name)}"
    return tag("li", link(f"#{one.anchor}", text(one.entry.zh)), sound, name)
