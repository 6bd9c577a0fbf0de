"""Records: who the patients are, what covers them, and their visits."""
