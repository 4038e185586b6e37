import numpy as np
import tensorflow as tf

WORKERS = 2


class Halves(tf.keras.utils.Sequence):
    """Batches of numbers and their halves."""

    def __init__(self, samples, batch_size):
        self.x = np.random.rand(samples, 1)
        self.batch_size = batch_size

    def __len__(self):
        return len(self.x) // self.batch_size

    def __getitem__(self, index):
        part = self.x[index * self.batch_size : (index + 1) * self.batch_size]
        return part, part / 2


inputs = tf.keras.Input((1,))
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(inputs))
model.compile(optimizer="sgd", loss="mae")

train = Halves(64, 8)
model.fit_generator(
    generator=train,
    epochs=2,
    workers=WORKERS,
    use_multiprocessing=False,
    max_queue_size=4,
)
print(model.evaluate_generator(Halves(16, 8), verbose=0))
