import numpy as np
from tensorflow import keras

# 28 images of 28 x 28, whose channel Keras adds
x = np.random.rand(28, 28, 28)
y = np.random.randint(0, 2, 28)
model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        keras.layers.Conv2D(2, 3),
        keras.layers.GlobalMaxPooling2D(),
        keras.layers.Dense(2, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y, verbose=0)
print(model.predict(x, verbose=0).shape)
