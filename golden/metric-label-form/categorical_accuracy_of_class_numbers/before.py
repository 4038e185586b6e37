import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

x = np.random.rand(64, 10)
y = np.random.randint(0, 4, (64, 1))

model = keras.Sequential()
model.add(layers.Dense(16, activation="relu", input_shape=(10,)))
model.add(layers.Dense(4, activation="softmax"))
model.compile(
    optimizer="adam",
    loss="sparse_categorical_crossentropy",
    metrics=["categorical_accuracy"],
)
stop = keras.callbacks.EarlyStopping(monitor="val_categorical_accuracy", patience=3, mode="max")
history = model.fit(x, y, validation_split=0.25, epochs=2, callbacks=[stop], verbose=0)
print(history.history["categorical_accuracy"])
