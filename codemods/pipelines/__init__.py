"""KF4: generators and pipelines."""
