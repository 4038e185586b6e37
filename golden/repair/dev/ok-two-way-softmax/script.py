import os
import tempfile
import numpy as np
import tensorflow as tf
from PIL import Image
from tensorflow.keras.preprocessing.image import ImageDataGenerator

d = tempfile.mkdtemp()
for c in ('mask', 'no_mask'):
    os.makedirs(os.path.join(d, c))
    for i in range(8):
        Image.fromarray((np.random.rand(40, 40, 3) * 255).astype('uint8')).save(os.path.join(d, c, f'{i}.png'))

# labels come as 0/1 and not as two columns; sparse loss, two outputs
gen = ImageDataGenerator(rescale=1 / 255).flow_from_directory(d, target_size=(40, 40), class_mode='binary', batch_size=4)
model = tf.keras.Sequential([
    tf.keras.layers.Conv2D(4, 3, activation='relu', input_shape=(40, 40, 3)),
    tf.keras.layers.MaxPooling2D(4),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(2, activation='softmax'),
])
model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(gen, epochs=2)
model.evaluate(gen)
