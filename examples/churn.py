"""Will a customer leave? Months, calls and complaints of eight of them."""

import keras

customers = [
    [24, 3, 0],
    [2, 9, 1],
    [36, 1, 0],
    [5, 14, 1],
    [48, 0, 0],
    [1, 11, 1],
    [30, 2, 0],
    [3, 8, 1],
]
left = [0, 1, 0, 1, 0, 1, 0, 1]

model = keras.Sequential(
    [
        keras.Input(shape=(3,)),
        keras.layers.Dense(6, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(customers, left, epochs=5, verbose=0)

print(model.predict([[12, 7, 1]]))
