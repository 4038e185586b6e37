import keras
from keras import layers

from data import Plankton

model = keras.Sequential([
    layers.Input((36, 36, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.GlobalAveragePooling2D(),
    layers.Dense(9, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy", weighted_metrics=["accuracy"])
model.fit(Plankton(workers=1), epochs=2)
