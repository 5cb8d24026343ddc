"""Every row of the data at an address of its own: in words, with its source, and with what uses it."""

from biometrics_china.publishing.rows.pages import contents_link, pages
from biometrics_china.publishing.rows.places import address, row_link, table_link

__all__ = ["address", "contents_link", "pages", "row_link", "table_link"]
