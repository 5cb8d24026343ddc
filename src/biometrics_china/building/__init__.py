"""From the chapters to the site: run what is stale, keep what was made, write the pages.

`inputs` digests every file a build reads. `kernels` runs a chapter in a kernel of its own, `keeping`
notes there what the chapter used and takes along what it made, `store` keeps that, and `chapters`
decides which chapters are stale. `site` writes the pages and puts them in place of the last ones.
"""
