"""The whole graph in a browser: a server on this machine only, which reads and never writes."""
