import tensorflow as tf
from tensorflow.keras import Model, layers


class SpectrogramNet(Model):
    def __init__(self, n_words):
        super().__init__()
        self.norm = layers.BatchNormalization()
        self.conv1 = layers.Conv2D(8, (5, 3), activation="relu")
        self.conv2 = layers.Conv2D(16, (5, 3), activation="relu")
        self.pool = layers.MaxPooling2D((3, 3))
        self.d1 = layers.Dense(32, activation="relu")
        self.d2 = layers.Dense(n_words)

    def call(self, x):
        x = self.norm(x)
        x = self.pool(self.conv1(x))
        x = self.pool(self.conv2(x))
        return self.d2(self.d1(x))


def spectrogram(wave):
    s = tf.abs(tf.signal.stft(wave, frame_length=255, frame_step=128))
    return s[..., tf.newaxis]


waves = tf.random.normal((48, 8000))
words = tf.random.uniform((48,), 0, 8, dtype=tf.int32)
ds = tf.data.Dataset.from_tensor_slices((waves, words))
ds = ds.map(lambda w, l: (spectrogram(w), l)).batch(12).cache().prefetch(2)

net = SpectrogramNet(8)
net.compile(
    optimizer=tf.keras.optimizers.Adam(),
    loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
net.fit(ds, epochs=2)
