"""`python -m waqai`: the same as the command `waqai`."""

from waqai.serve.cli.main import main

main(prog_name="waqai")
