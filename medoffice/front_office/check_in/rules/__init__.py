"""Rules of arrival and flow: pure."""
