import numpy as np
import tensorflow as tf

STEPS, SENSORS = 25, 6
recordings = np.random.rand(40, SENSORS, STEPS)
state = np.random.randint(0, 3, 40)
x_train, x_val = recordings[:30], recordings[30:]

model = tf.keras.Sequential(
    [
        tf.keras.Input((STEPS, SENSORS)),
        tf.keras.layers.LSTM(5),
        tf.keras.layers.Dense(3, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train, state[:30], validation_data=(x_val, state[30:]), verbose=0)
print(model.predict(x_val, verbose=0).shape)
