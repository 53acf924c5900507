"""``python -m credit_rules.cli``."""

from . import main

main()
