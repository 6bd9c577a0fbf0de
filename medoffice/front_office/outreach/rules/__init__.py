"""What outreach can answer without looking anywhere: channels, hours, texts, replies, who fits."""
