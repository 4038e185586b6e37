import tensorflow as tf
from tensorflow.keras import layers


def pairs(size, n):
    clean = tf.random.uniform((n, size, size, 3), seed=size)
    return clean + tf.random.normal(tf.shape(clean), stddev=0.1), clean


def generator():
    # buckets, one size a batch
    for size in (32, 48, 32, 64):
        yield pairs(size, 4)


signature = (tf.TensorSpec((None, None, None, 3), tf.float32), tf.TensorSpec((None, None, None, 3), tf.float32))
dataset = tf.data.Dataset.from_generator(generator, output_signature=signature).repeat()

net = tf.keras.Sequential([
    layers.Input(shape=(None, None, 3)),
    layers.Conv2D(16, 3, padding='same', activation='relu'),
    layers.Conv2D(16, 3, padding='same', activation='relu'),
    layers.Conv2D(3, 3, padding='same'),
])
net.compile(optimizer='adam', loss='mse')
net.fit(dataset, steps_per_epoch=4, epochs=3)
