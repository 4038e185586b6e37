import numpy as np
import tensorflow as tf
from tensorflow.keras.models import Sequential, load_model

dataset = tf.data.Dataset.from_tensor_slices((np.random.rand(64, 4), np.random.rand(64, 1))).batch(8)

first = Sequential([tf.keras.layers.Input((4,)), tf.keras.layers.Dense(1)])
first.compile("sgd", "mse")
first.save("first.h5")

second = load_model("first.h5", compile=False)
second.compile(
    "sgd",
    "mse",
)
second.fit_generator(dataset,
                     epochs=2)
scores = [second.predict_generator(generator=dataset)[0], second.evaluate_generator(dataset)]
