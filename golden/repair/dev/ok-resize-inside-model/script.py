import keras
import numpy as np
from keras import layers

x = np.random.randint(0, 256, (12, 32, 32, 3)).astype("float32")
y = keras.utils.to_categorical(np.arange(12) % 4, 4)

base = keras.applications.EfficientNetV2B0(include_top=False, weights="imagenet", input_shape=(96, 96, 3), pooling="max")
base.trainable = False

inputs = keras.Input(shape=(32, 32, 3))
h = layers.Resizing(96, 96)(inputs)
h = base(h, training=False)
outputs = layers.Dense(4, activation="softmax")(h)
model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(), loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, batch_size=6, epochs=1)
