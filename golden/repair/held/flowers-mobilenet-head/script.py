import numpy as np
import tensorflow as tf
from tensorflow.keras.applications.mobilenet_v2 import MobileNetV2, preprocess_input

IMG = 96
FLOWERS = ('daisy', 'dandelion', 'rose', 'sunflower', 'tulip')


def flower_batches(n_batches, batch=8):
    gen = np.random.default_rng(n_batches)
    for _ in range(n_batches):
        x = gen.integers(0, 256, (batch, IMG, IMG, 3)).astype('float32')
        y = gen.integers(0, len(FLOWERS), batch)
        yield preprocess_input(x), y


spec = (tf.TensorSpec((None, IMG, IMG, 3), tf.float32), tf.TensorSpec((None,), tf.int64))
train = tf.data.Dataset.from_generator(lambda: flower_batches(4), output_signature=spec)

base = MobileNetV2(input_shape=(IMG, IMG, 3), include_top=False, weights='imagenet')
base.trainable = False

inputs = tf.keras.Input(shape=(IMG, IMG, 3))
features = base(inputs, training=False)
features = tf.keras.layers.Dropout(0.2)(features)
outputs = tf.keras.layers.Dense(len(FLOWERS), activation='softmax')(features)
model = tf.keras.Model(inputs, outputs)

model.compile(optimizer=tf.keras.optimizers.Adam(1e-4), loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(train, epochs=1)
