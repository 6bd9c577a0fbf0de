"""The immunization registry: the folder that another program carries, and a stand-in for the registry elsewhere."""
