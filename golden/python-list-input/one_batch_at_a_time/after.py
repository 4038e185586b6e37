from tensorflow import keras
import numpy as np

model = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])
model.compile(optimizer="sgd", loss="mse")
for step in range(3):
    loss = model.train_on_batch(np.array([[0.1, 0.2], [0.3, 0.4]]), np.array([[0.3], [0.7]]))
    print(step, loss)
