"""Privacy: the register, the requests of people, the yearly round and breaches."""
