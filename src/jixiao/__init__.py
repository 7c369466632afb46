"""jixiao writes performance self-evaluation reports (绩效自评报告) from a unit's figures in YAML."""

__version__ = "0.1.0"
