"""Every address within the site leads somewhere, and every image says what it shows."""

from markup_checks import dead_links, image_faults


def test_no_link_is_dead(site):
    assert [f for p in sorted(site.rglob("*.html")) for f in dead_links(p, site)] == []


def test_the_check_sees_dead_links(broken):
    found = "\n".join(dead_links(broken / "links.html", broken))
    for fault in (
        "href 'gone.html'",
        "href '#gone'",
        "href 'links.html#gone'",
        "src 'gone.svg'",
        "href '../../conftest.py'",
        "href './'",
    ):
        assert fault in found
    assert "here" not in found


def test_every_image_says_what_it_shows(site):
    assert [f for p in sorted(site.rglob("*.html")) for f in image_faults(p)] == []


def test_the_check_sees_images_that_say_nothing(broken):
    found = "\n".join(image_faults(broken / "links.html"))
    for alt in (
        "None",
        "''",
        "'a short one'",
        "'drawing of timeline.svg here'",
        "'_images/0f3a9c1b2d4e5f60718293a4'",
        "has no size",
    ):
        assert alt.replace("None", "''") in found
    assert "good.svg" not in found


def test_what_a_link_names_is_shown_open(reader, site):
    base = f"{site.resolve().as_uri()}/chapters/"
    page = reader.read(base + "index.html").page
    links = page.get_by_role("link", name="basis and limits")
    asked = [link.evaluate("(a) => a.hash") for link in links.all()[:2]]
    opened = "(id) => document.querySelector(id + ' details').open"
    links.first.click()
    page.wait_for_load_state()
    assert [page.evaluate(opened, i) for i in asked] == [True, False]
    page.evaluate("(id) => { window.location.hash = id; }", asked[1])
    page.wait_for_function(opened, arg=asked[1])
    folded = page.locator("ol.works details [id]")
    page.goto(base + "reference/sources.html")
    name = folded.first.get_attribute("id")
    page.evaluate("(id) => { window.location.hash = id; }", name)
    page.wait_for_function("(id) => document.getElementById(id).checkVisibility()", arg=name)
    reader.leave()
