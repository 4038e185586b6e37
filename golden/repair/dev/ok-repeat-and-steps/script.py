import tensorflow as tf
from tensorflow.keras import layers

BATCH, N = 16, 70
AUTO = tf.data.AUTOTUNE


def augment(img, lab):
    img = tf.image.random_flip_left_right(img)
    img = tf.image.random_brightness(img, 0.1)
    return img, tf.one_hot(lab, 6)


imgs = tf.random.uniform((N, 42, 42, 3))
labs = tf.random.uniform((N,), maxval=6, dtype=tf.int32)
train = (
    tf.data.Dataset.from_tensor_slices((imgs, labs))
    .repeat()
    .shuffle(N)
    .map(augment, num_parallel_calls=AUTO)
    .batch(BATCH)
    .prefetch(AUTO)
)

model = tf.keras.Sequential([
    layers.Input((42, 42, 3)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.MaxPooling2D(4),
    layers.Flatten(),
    layers.Dense(6),
])
model.compile("adam", tf.keras.losses.CategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
model.fit(train, steps_per_epoch=N // BATCH, epochs=3)
