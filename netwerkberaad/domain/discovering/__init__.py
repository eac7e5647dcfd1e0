"""Discovering the network: names that are called out, and who they turn out to be."""
