import tensorflow as tf

NUM_GENRES = 8
BATCH = 16


def preprocess(spec, genre):
    spec = tf.math.log(spec + 1e-6)
    spec = (spec - tf.reduce_mean(spec)) / (tf.math.reduce_std(spec) + 1e-6)
    return spec[..., tf.newaxis], tf.one_hot(genre, NUM_GENRES)


def build_dataset(n, training=True):
    specs = tf.random.uniform((n, 64, 40), 0.0, 1.0, seed=17)
    genres = tf.random.uniform((n,), 0, NUM_GENRES, dtype=tf.int32, seed=18)
    ds = tf.data.Dataset.from_tensor_slices((specs, genres))
    if training:
        ds = ds.shuffle(n)
    return ds.map(preprocess, num_parallel_calls=tf.data.AUTOTUNE).batch(BATCH).prefetch(1)


train, valid = build_dataset(96), build_dataset(32, training=False)

model = tf.keras.Sequential([
    tf.keras.layers.Input(shape=(64, 40, 1)),
    tf.keras.layers.Conv2D(16, 3, activation="relu"),
    tf.keras.layers.MaxPooling2D(),
    tf.keras.layers.Conv2D(32, 3, activation="relu"),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(NUM_GENRES),
])
model.compile(
    optimizer=tf.keras.optimizers.Adam(),
    loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
model.fit(train, validation_data=valid, epochs=2)
