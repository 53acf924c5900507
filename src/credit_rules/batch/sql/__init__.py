"""The statements of all stages, for engines that the project does not run on (``batch --sql``)."""
