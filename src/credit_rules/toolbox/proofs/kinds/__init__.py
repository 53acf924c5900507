"""The proofs, one file each."""
