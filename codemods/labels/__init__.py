"""KF3: labels and losses."""
