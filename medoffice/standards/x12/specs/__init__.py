"""The structure of the supported transactions as tables: loops, segments, usage, repeats, qualifiers, element types."""
