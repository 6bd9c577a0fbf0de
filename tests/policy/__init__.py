"""What each person may do and see: the matrix of words and roles, every route, and what no log or address may hold."""
