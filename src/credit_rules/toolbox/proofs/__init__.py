"""Proofs: what holds of a pack in every case, found by a solver and shown by one case that the engine decides."""
