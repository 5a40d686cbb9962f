"""Builds the binary service models that Strata embeds. Entry point: ../generate-service-models.py."""
