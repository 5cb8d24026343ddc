"""From the chapters to the site: run what is stale, keep what was made, write the pages.

`command` has the commands. `inputs` digests every file a build reads. `kernels` runs a chapter in a
kernel of its own, `keeping` notes there what the chapter used and takes along what it made, `store`
keeps that, and `chapters` decides which chapters are stale. `pages` lets Sphinx write them, with the
roles of `extension`, and `site` puts the pages in place of the last ones; `preview` writes one page
when its chapter is saved. `register_index` keeps what ``screen`` needs.
"""
