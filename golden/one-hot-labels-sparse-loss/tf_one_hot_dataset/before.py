import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, losses, models

x = np.random.rand(32, 10, 10, 1)
y = np.random.randint(0, 3, 32)
ds = tf.data.Dataset.from_tensor_slices((x, y))
ds = ds.map(lambda image, label: (image, tf.one_hot(label, depth=3))).batch(8)

cnn = models.Sequential([layers.Conv2D(4, 3, input_shape=(10, 10, 1)), layers.Flatten(), layers.Dense(3, "softmax")])
cnn.compile("adam", losses.sparse_categorical_crossentropy, metrics=["sparse_categorical_accuracy"])
cnn.fit(ds, epochs=1, verbose=0)
