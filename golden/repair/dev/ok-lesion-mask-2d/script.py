import numpy as np
import tensorflow as tf

# masks are (n, h, w) class ids; the network gives (n, h, w, classes)
x = np.random.rand(16, 40, 40, 3).astype(np.float32)
mask = np.random.randint(0, 3, (16, 40, 40)).astype(np.uint8)

inp = tf.keras.Input(shape=(None, None, 3))
a = tf.keras.layers.Conv2D(8, 3, padding='same', activation='relu')(inp)
b = tf.keras.layers.Conv2D(8, 3, padding='same', strides=2, activation='relu')(a)
b = tf.keras.layers.UpSampling2D()(b)
c = tf.keras.layers.Concatenate()([a, b])
logits = tf.keras.layers.Conv2D(3, 1)(c)
seg = tf.keras.Model(inp, logits)

seg.compile(
    optimizer='adam',
    loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=['accuracy'],
)
seg.fit(x, mask, batch_size=4, epochs=2)
one = seg.predict(np.random.rand(1, 60, 80, 3))
print(one.argmax(-1).shape)
