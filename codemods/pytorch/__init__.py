"""KF7: PyTorch."""
