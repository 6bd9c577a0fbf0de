"""The simulated day: about forty visits through the real actions, then on until every claim is settled, then proofs."""
