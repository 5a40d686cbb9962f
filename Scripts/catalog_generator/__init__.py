"""Builds the binary resource catalogue that Strata embeds. Entry point: ../generate-catalog.py."""
