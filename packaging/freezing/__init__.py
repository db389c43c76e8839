"""What the bundle holds and says of itself; for build.spec and the commands beside this folder."""
