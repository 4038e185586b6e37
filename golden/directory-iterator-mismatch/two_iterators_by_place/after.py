import os
import tempfile

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.preprocessing import image

HEIGHT, WIDTH = 16, 20


def make_folder(classes):
    root = tempfile.mkdtemp()
    for label in classes:
        folder = os.path.join(root, label)
        os.makedirs(folder)
        for i in range(4):
            noise = np.random.randint(0, 256, (25, 25, 3), dtype='uint8')
            tf.io.write_file(os.path.join(folder, '%d.png' % i), tf.io.encode_png(noise))
    return root


training_data = image.ImageDataGenerator().flow_from_directory(
    make_folder(['no', 'yes']),
    (HEIGHT, WIDTH),
    batch_size=4,
    class_mode='binary',
)
validation_data = image.ImageDataGenerator().flow_from_directory(
    make_folder(['no', 'yes']), (HEIGHT, WIDTH), class_mode='binary', batch_size=4)

inputs = keras.Input((HEIGHT, WIDTH, 3))
hidden = keras.layers.Flatten()(keras.layers.MaxPooling2D(4)(inputs))
model = keras.Model(inputs, keras.layers.Dense(1, activation='sigmoid')(hidden))
model.compile(loss='binary_crossentropy', optimizer='sgd')
model.fit(training_data, validation_data=validation_data)
