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
