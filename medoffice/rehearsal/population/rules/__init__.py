"""How people come to their names, homes, illnesses and insurance, and who works at the demo office: pure."""
