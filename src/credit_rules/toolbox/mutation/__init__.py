"""Mutation of packs: small faults are planted one by one, and the cases of the pack must notice each."""
