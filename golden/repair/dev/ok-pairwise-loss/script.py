import keras
import numpy as np
from keras import ops


class SupervisedContrast(keras.losses.Loss):
    """Every sample of the batch against every other one."""

    def __init__(self, margin=1.0, name="contrast"):
        super().__init__(name=name)
        self.margin = margin

    def call(self, y_true, emb):
        y = ops.reshape(y_true, (-1,))
        same = ops.cast(ops.equal(y[:, None], y[None, :]), "float32")
        d2 = ops.sum(ops.square(emb[:, None, :] - emb[None, :, :]), axis=-1)
        d = ops.sqrt(d2 + 1e-9)
        return same * d2 + (1 - same) * ops.square(ops.maximum(0.0, self.margin - d))


imgs = np.random.rand(60, 24, 24, 1).astype("float32")
person = np.random.randint(0, 5, 60)

embed = keras.Sequential([
    keras.Input((24, 24, 1)),
    keras.layers.Conv2D(8, 3, activation="relu"),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(4),
    keras.layers.UnitNormalization(),
])
embed.compile("adam", SupervisedContrast())
embed.fit(imgs, person, batch_size=20, epochs=3)
