"""What others say of our requests: the providers' own servers for tests."""
