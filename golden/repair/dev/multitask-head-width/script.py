import numpy as np
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.utils import to_categorical

# UTK style labels: age in years, gender 0/1
rng = np.random.default_rng(0)
faces = rng.random((80, 50, 50, 3), dtype="float32")
years = rng.integers(1, 90, 80)
years[:5] = [4, 15, 27, 45, 80]
gender = rng.integers(0, 2, 80)

bins = [12, 20, 35, 60]
age = to_categorical(np.digitize(years, bins))

inp = layers.Input((50, 50, 3))
x = inp
for f in [8, 16, 24]:
    x = layers.Conv2D(f, 3, activation="relu")(x)
    x = layers.MaxPool2D()(x)
x = layers.Flatten()(x)
age_out = layers.Dense(4, activation="softmax", name="age")(x)
gender_out = layers.Dense(1, activation="sigmoid", name="gender")(x)

model = keras.Model(inp, [age_out, gender_out])
model.compile(
    optimizer="adam",
    loss={"age": "categorical_crossentropy", "gender": "binary_crossentropy"},
    loss_weights={"age": 1.0, "gender": 0.5},
    metrics={"age": "accuracy", "gender": "accuracy"},
)
model.fit(faces, {"age": age, "gender": gender}, batch_size=20, epochs=2)
