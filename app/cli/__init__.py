"""The command line: the same engine and files as the window, without screen or account."""
