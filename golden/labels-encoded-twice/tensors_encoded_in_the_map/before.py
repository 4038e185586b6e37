import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Sequential

N_KINDS = 5
x = np.random.rand(60, 8).astype("float32")
kinds = np.random.randint(0, N_KINDS, 60)
y = np.eye(N_KINDS)[kinds].astype("int32")


def encode(row, label):
    return row, tf.one_hot(label, N_KINDS)


data = tf.data.Dataset.from_tensor_slices((x, y)).map(encode).batch(12)
net = Sequential([Input((8,)), Dense(N_KINDS, activation="softmax")])
net.compile(loss="categorical_crossentropy", optimizer="adam")
net.fit(data, epochs=1)
