"""The guide for users, readable in the program."""
