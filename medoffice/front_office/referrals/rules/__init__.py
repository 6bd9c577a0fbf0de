"""Rules of referrals: pure, without a clock or a table."""
