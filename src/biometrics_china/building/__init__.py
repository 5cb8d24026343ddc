"""From the chapters to the site: compute what is stale, keep what was made, write the pages.

`command` has the commands. `inputs` digests every file a build reads. `chapters` decides which chapters
are stale and computes them in processes of their own (`working`), which run the notebooks of the
analysis too (`running`); `store` keeps what they made. `storing` compares it with what is stored in the
checkout. `pages` lets Sphinx write the pages, with the roles of `extension`, and `site` puts them in
place of the last ones; `preview` writes one page when its chapter is saved. `register_index` keeps what
``screen`` needs.
"""
