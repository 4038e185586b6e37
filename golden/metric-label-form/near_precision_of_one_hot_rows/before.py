import numpy as np
from tensorflow import keras

x = np.random.rand(30, 6)
y = np.eye(3)[np.random.randint(0, 3, 30)]
model = keras.Sequential([keras.layers.Dense(3, activation="softmax", input_shape=(6,))])
model.compile(
    loss="categorical_crossentropy",
    optimizer="adam",
    metrics=[keras.metrics.Precision(), keras.metrics.Recall(), keras.metrics.AUC()],
)
model.fit(x, y, verbose=0)
