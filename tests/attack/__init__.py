"""The office attacked: each class of what broke other programs of this kind, tried on every door by enumeration."""
