import itertools

import numpy as np
import tensorflow as tf

batches = [(np.random.rand(4, 2), np.random.rand(4, 1)) for _ in range(3)]
train = (batch for batch in itertools.cycle(batches))

model = tf.keras.Sequential()
model.add(tf.keras.layers.Dense(1, input_shape=(2,)))
model.compile(optimizer='sgd', loss='mae')
model.fit(train, steps_per_epoch=3, validation_data=(batch for batch in batches), validation_steps=2)
