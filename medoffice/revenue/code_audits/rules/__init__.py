"""Pure rules of audits of codes."""
