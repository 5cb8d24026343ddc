"""The register: what it holds, and how well typed names are matched to it."""
