"""The faces of documents."""
