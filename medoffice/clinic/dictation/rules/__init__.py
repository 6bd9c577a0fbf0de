"""From spoken words to the words of a report: pure rules over tokens, one stage a file."""
