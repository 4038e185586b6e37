import tensorflow as tf

x = tf.data.Dataset.from_tensor_slices(tf.random.uniform((12, 2)))
y = tf.data.Dataset.from_tensor_slices(tf.random.uniform((12, 1)))
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,))])
model.compile("sgd", "mse")
model.fit(tf.data.Dataset.zip((x, y)).batch(4), epochs=2, verbose=0)
