import numpy as np
from tensorflow import keras

x = np.random.rand(32, 6).astype("float32")
y = np.random.rand(32, 1).astype("float32")
lr = keras.optimizers.schedules.ExponentialDecay(0.01, decay_steps=10, decay_rate=0.9)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(keras.optimizers.RMSprop(lr), loss="mse")
model.fit(x, y, verbose=0, callbacks=[keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: dict(lr=1))])
