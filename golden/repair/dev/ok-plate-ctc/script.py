"""Number plates with a CTC head: output is (batch, steps, symbols + 1), labels are padded with -1... kept as 0 here."""
import keras
import numpy as np
from keras import layers

SYMBOLS = 12
MAX_LEN = 5


def plates(n):
    img = np.random.rand(n, 64, 20, 1).astype("float32")
    txt = np.random.randint(1, SYMBOLS + 1, (n, MAX_LEN)).astype("int32")
    return img, txt


inp = keras.Input((64, 20, 1))
x = layers.Conv2D(8, 3, padding="same", activation="relu")(inp)
x = layers.MaxPooling2D((2, 2))(x)
x = layers.Conv2D(16, 3, padding="same", activation="relu")(x)
x = layers.MaxPooling2D((2, 5))(x)
x = layers.Reshape((16, 2 * 16))(x)
x = layers.Bidirectional(layers.GRU(16, return_sequences=True))(x)
out = layers.Dense(SYMBOLS + 1)(x)

ocr = keras.Model(inp, out)
ocr.compile(optimizer="adam", loss=keras.losses.CTC())
X, Y = plates(32)
ocr.fit(X, Y, batch_size=8, epochs=2)
