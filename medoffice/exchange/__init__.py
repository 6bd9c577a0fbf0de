"""Exchange: adapters to the outside and their simulators."""
