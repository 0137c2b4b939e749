"""The command line: `waqai COMMAND`, each command in a module of its own.

`registry` names the commands, `main` finds and runs them, `options` holds what several
share, `output` and `reporter` write to standard output and standard error. No command
holds coding logic.
"""
