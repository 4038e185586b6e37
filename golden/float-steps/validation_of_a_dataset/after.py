import numpy as np
import tensorflow as tf

count, size = 48, 16
data = tf.data.Dataset.from_tensor_slices((np.random.rand(count, 2), np.random.rand(count, 1)))
train = data.batch(size).repeat()
model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(
    train,
    steps_per_epoch=count // size,
    validation_data=train,
    validation_steps=(count + size - 1)
    // size,
)
