// Its first tests come with the next commits.
