import numpy as np
import keras

rng = np.random.default_rng(20)
face = rng.random((48, 36, 36, 3)).astype("float32")
points = rng.random((48, 10))
smile = rng.integers(0, 2, 48)
pose = rng.integers(0, 5, 48)

inp = keras.Input((36, 36, 3))
h = keras.layers.Conv2D(12, 5, strides=3, activation="relu")(inp)
h = keras.layers.Flatten()(h)
h = keras.layers.Dense(24, activation="relu")(h)
model = keras.Model(inp, {
    "points": keras.layers.Dense(10, name="points")(h),
    "smile": keras.layers.Dense(1, activation="sigmoid", name="smile")(h),
    "pose": keras.layers.Dense(5, name="pose")(h),
})
model.compile(
    optimizer="adam",
    loss={
        "points": "mse",
        "smile": "binary_crossentropy",
        "pose": keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    },
    loss_weights={"points": 5.0, "smile": 1.0, "pose": 0.5},
)
model.fit(face, {"points": points, "smile": smile, "pose": pose}, epochs=2, batch_size=12)
