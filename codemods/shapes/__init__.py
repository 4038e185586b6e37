"""KF1: shapes of data and models."""
