"""Checks on packs, one file each; how they are found, run and allowed is in ``framework``."""
