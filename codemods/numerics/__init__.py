"""KF5: numerics."""
