import tensorflow as tf
from tensorflow.keras import layers

mnist = tf.keras.datasets.mnist
(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train = x_train[:512, ..., tf.newaxis] / 255.0
x_test = x_test[:128, ..., tf.newaxis] / 255.0
y_train = tf.one_hot(y_train[:512], 10)
y_test = tf.one_hot(y_test[:128], 10)

train_ds = tf.data.Dataset.from_tensor_slices((x_train, y_train)).shuffle(512).batch(64)
test_ds = tf.data.Dataset.from_tensor_slices((x_test, y_test)).batch(64)

inputs = layers.Input(shape=(28, 28, 1))
x = layers.Conv2D(16, 3, activation='relu')(inputs)
x = layers.MaxPool2D()(x)
x = layers.Flatten()(x)
x = layers.Dense(64, activation='relu')(x)
outputs = layers.Dense(9, activation='softmax')(x)   # digits 0-9

model = tf.keras.Model(inputs=inputs, outputs=outputs)
model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(train_ds, epochs=2)
model.evaluate(test_ds)
