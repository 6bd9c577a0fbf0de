"""Making the demo office and playing its days, all through the rooms' own actions."""
