"""KF6: removed or renamed API."""
