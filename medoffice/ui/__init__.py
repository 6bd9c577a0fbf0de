"""The design system: tokens, components, the page shell. It knows no office noun."""
