"""What every check stands on: its form, what it sees, how checks are found and run, and how a finding is allowed."""
