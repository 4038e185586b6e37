"""Train on the leaves."""

from batches import leaves
from tensorflow import keras

SPECIES = 5
BATCH = 12


def main():
    model = keras.Sequential(
        [
            keras.layers.Conv2D(4, 3, activation="relu", input_shape=(24, 24, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(SPECIES, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(leaves(BATCH, SPECIES), steps_per_epoch=5, epochs=2)


if __name__ == "__main__":
    main()
