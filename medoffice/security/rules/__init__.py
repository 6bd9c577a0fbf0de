"""What security can answer without looking anywhere: passwords, codes, deadlines, browsers, what a label keeps."""
