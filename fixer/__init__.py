"""Find, mend and prove the mend of faults in Keras and TensorFlow training code."""

__version__ = "0.1.0"
