"""What makes a site out of chapters: display, exhibits on the page, back matter, theme."""
