import numpy as np
import tensorflow as tf

N = 40
ragged = tf.RaggedTensor.from_row_lengths(
    np.random.randn(N * 9, 3).astype("float32"), row_lengths=np.full(N, 9) + np.tile([3, -3], N // 2))
label = np.random.randint(0, 4, N)


def dense(stroke, y):
    return stroke.to_tensor() if isinstance(stroke, tf.RaggedTensor) else stroke, y


ds = tf.data.Dataset.from_tensor_slices((ragged, label)).map(dense)
ds = ds.padded_batch(8, padded_shapes=([None, 3], []))

inp = tf.keras.Input((None, 3))
x = tf.keras.layers.Masking()(inp)
x = tf.keras.layers.LSTM(12)(x)
out = tf.keras.layers.Dense(4, activation="softmax")(x)
model = tf.keras.Model(inp, out)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(ds, epochs=2)
