import numpy as np
from tensorflow import keras

features = np.random.normal(size=(80, 5))
species = np.random.randint(0, 3, 80)

model = keras.Sequential([keras.layers.Dense(3, activation="softmax", input_dim=5)])
model.compile(
    loss="categorical_crossentropy",
    optimizer="adam",
    metrics=[keras.metrics.Precision(), keras.metrics.Recall()],
)
model.fit(features, species, epochs=1, verbose=0)
print(model.evaluate(features, species, verbose=0))
