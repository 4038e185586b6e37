import numpy as np
import tensorflow as tf
from tensorflow.keras.preprocessing.image import ImageDataGenerator

(x_train, y_train), (x_test, y_test) = tf.keras.datasets.mnist.load_data()
x_train, y_train = x_train[:64].astype("float32") / 255, y_train[:64]

augment = ImageDataGenerator(horizontal_flip=True)
model = tf.keras.models.Sequential()
model.add(tf.keras.layers.Conv2D(2, 3, strides=3, input_shape=(28, 28, 1)))
model.add(tf.keras.layers.Flatten())
model.add(tf.keras.layers.Dense(10, activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(augment.flow(x_train, y_train, batch_size=16), epochs=1)
