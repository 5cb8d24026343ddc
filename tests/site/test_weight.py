"""A page is light: measured over a first visit, without compression, before and after scrolling."""

from statistics import median

import pytest
from browser_checks import weight
from serving import serve

MOST_BYTES = 250 * 1024
MOST_REQUESTS = 30
#: the heaviest page read to its last figure: the list of works
MOST_TO_THE_END = 1200 * 1024


#: the page of the register before a search, with the names for one, and with what a search shows
REGISTER = {"before": 600 * 1024, "names": 1500 * 1024, "#name=Hikvision": 1700 * 1024}
#: the whole site: a third of it are rows, 4 MiB the same rows as scripts to look through, a third the
#: register, 6 MiB the entries of numbers, 6 the code, and 8 the drawings for narrow screens
MOST_OF_SITE = 112 * 1024**2


def too_heavy(weights: dict[str, tuple[int, int, int]]) -> list[str]:
    """Return what is over the budget of the median page."""
    size = median(w[0] for w in weights.values())
    requests = median(w[1] for w in weights.values())
    lines = [f"{name}: {w[0] / 1024:.0f} KiB in {w[1]}" for name, w in weights.items()]
    return lines if size > MOST_BYTES or requests > MOST_REQUESTS else []


@pytest.fixture(scope="module")
def weights(browser, site_server, pages):
    """Return page → bytes and requests of a first visit before it scrolls, and bytes at its end."""
    return {name: weight(browser, site_server + name) for name in pages}


def test_the_median_page_is_light(weights, capsys):
    with capsys.disabled():
        size, requests = (median(w[i] for w in weights.values()) for i in (0, 1))
        print(f" median page {size / 1024:.0f} KiB in {requests:.0f} requests", end=" ")
    assert too_heavy(weights) == []


def test_no_page_is_heavy_when_read_to_its_end(weights):
    whole = {name: w[2] for name, w in weights.items()}
    assert {n: w // 1024 for n, w in whole.items() if w > MOST_TO_THE_END} == {}
    assert any(whole[n] > weights[n][0] for n in weights), "no figure waits for the reader"


def test_style_and_script_are_small(site):
    frame = sum(p.stat().st_size for p in (site / "_static").iterdir() if p.stem == "book")
    assert frame < 48 * 1024


@pytest.mark.parametrize("when", REGISTER)
def test_the_page_of_the_register_loads_little_before_a_search(browser, site_server, when, capsys):
    address = f"{site_server}chapters/partner_register.html"
    steps = {"names": lambda page: page.get_by_role("searchbox").last.focus()}
    size, *_ = weight(browser, address + when * when.startswith("#"), then=steps.get(when))
    with capsys.disabled():
        print(f" register, {when}: {size / 1024:.0f} KiB", end=" ")
    assert size < REGISTER[when]
    assert (size > 700 * 1024) is (when != "before"), "names come when they are needed"


def test_the_whole_site_is_small(site):
    assert sum(p.stat().st_size for p in site.rglob("*") if p.is_file()) < MOST_OF_SITE


@pytest.mark.parametrize("fault", ["size", "requests"])
def test_the_check_sees_heavy_pages(browser, tmp_path, fault):
    count, size = (1, MOST_BYTES) if fault == "size" else (MOST_REQUESTS, 10)
    images = "".join(f'<img src="{i}.svg" height="900">' for i in range(count))
    for i in range(count):
        (tmp_path / f"{i}.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg"><desc>{"x" * size}</desc></svg>'
        )
    (tmp_path / "page.html").write_text(f'<!DOCTYPE html><link rel="icon" href="data:,">{images}')
    for address in serve(tmp_path):
        assert too_heavy({"page": weight(browser, address + "page.html")})
