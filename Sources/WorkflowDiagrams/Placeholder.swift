// Its first types come with the next commits.
