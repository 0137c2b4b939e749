"""The thin outer layer: command line and pages; both call the pipeline and the store."""
