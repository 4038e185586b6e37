"""KF2: dtypes and containers."""
